package org.gorrery.formats.exectrace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.input.Loaded;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The forms that traces had from Go 1.5 to 1.21, built byte by byte after the description of the format.
class OldTraceTest {
    private static TraceModel read(int version) throws Exception {
        Loaded<TraceModel> t = TraceReader.read(OldTraceBytes.of(version), Limits.DEFAULT);
        assertEquals(List.of(), t.faults());
        return t.value();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7, 8, 9, 10, 11, 19, 21})
    void whatGoroutinesDoIsTheSameInEveryVersion(int version) throws Exception {
        TraceModel t = read(version);
        var told = new ArrayList<String>();
        for (int i = 0; i < t.size(); i++) {
            if (t.kind(i).group() == EventKind.Group.GO) {
                told.add(t.kind(i) + " " + t.goroutineId(t.subject(i)));
            }
        }
        assertEquals(
                List.of(
                        "GO_CREATE 1",
                        "GO_CREATE 2",
                        "GO_STATUS 2",
                        "GO_START 1",
                        "GO_CREATE 3",
                        "GO_UNBLOCK 2",
                        "GO_BLOCK 1",
                        "GO_START 3",
                        "GO_SYSCALL_SHORT 3",
                        "GO_SYSCALL_BEGIN 3",
                        "GO_START 2",
                        "GO_DESTROY 2",
                        "GO_SYSCALL_END_BLOCKED 3",
                        "GO_START 3",
                        "GO_DESTROY 3"),
                sorted(told));
    }

    /// Events of the two Ps interleave by their clocks, which differ with what a version records.
    private static List<String> sorted(List<String> told) {
        var first = new ArrayList<String>();
        var second = new ArrayList<String>();
        boolean later = false;
        for (String s : told) {
            later |= s.equals("GO_START 3");
            boolean onTheFirst = s.endsWith(" 1") || !later;
            (onTheFirst ? first : second).add(s);
        }
        first.addAll(second);
        return first;
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7, 8, 9, 10, 11, 19, 21})
    void collectionsAreFoundInEveryVersion(int version) throws Exception {
        TraceModel t = read(version);
        int[] counts = new int[EventKind.values().length];
        for (int i = 0; i < t.size(); i++) {
            counts[t.kindOrdinal(i)]++;
        }
        assertEquals(1, counts[EventKind.GC_BEGIN.ordinal()]);
        assertEquals(1, counts[EventKind.GC_END.ordinal()]);
        assertEquals(2, counts[EventKind.STW_BEGIN.ordinal()]);
        assertEquals(1, counts[EventKind.SWEEP_END.ordinal()]);
        assertEquals(version >= 9 ? 1 : 0, counts[EventKind.ASSIST_BEGIN.ordinal()]);
        assertEquals(version >= 19 ? 1 : 0, counts[EventKind.CPU_SAMPLE.ordinal()]);
        assertEquals(4_000_000, value(t, EventKind.HEAP_ALLOC));
        assertEquals(4_194_304, value(t, EventKind.HEAP_GOAL));
    }

    private static long value(TraceModel t, EventKind kind) {
        for (int i = 0; i < t.size(); i++) {
            if (t.kind(i) == kind) {
                return t.argument(i);
            }
        }
        return -1;
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 11, 21})
    void framesHaveNamesAlsoWhereStringsStandBehindTheirStacks(int version) throws Exception {
        TraceModel t = read(version);
        for (int i = 0; i < t.size(); i++) {
            if (t.kind(i) == EventKind.GO_BLOCK) {
                int f = t.frame(t.stack(i), 0);
                assertEquals(
                        "main.main /src/main.go:7",
                        t.function(f) + " " + t.file(f) + ":" + t.line(f));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5})
    void framesWithoutNamesShowTheirAddresses(int version) throws Exception {
        TraceModel t = read(version);
        for (int i = 0; i < t.size(); i++) {
            if (t.kind(i) == EventKind.GO_BLOCK) {
                assertEquals("0x401000", t.function(t.frame(t.stack(i), 0)));
            }
        }
    }
}
