package org.gorrery.formats.dumps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gorrery.formats.SharedFiles;
import org.gorrery.formats.analysis.Findings;
import org.gorrery.formats.analysis.StackGroups;
import org.gorrery.formats.input.Limits;
import org.junit.jupiter.api.Test;

class TracebackReaderTest {
    private static Traceback read(String text) {
        return TracebackReader.read(text.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT).value();
    }

    private static List<GoroutineStack> goroutines(String file) throws Exception {
        return TracebackReader.read(SharedFiles.bytes(file), Limits.DEFAULT).value().goroutines();
    }

    @Test
    void aRaceReportHasBothAccessesAndWhereTheGoroutinesCameFrom() {
        Traceback t =
                read(
                        """
                        ==================
                        WARNING: DATA RACE
                        Write at 0x00c0000140f8 by goroutine 7:
                          main.main.func1()
                              /tmp/r.go:9 +0x44

                        Previous read at 0x00c0000140f8 by main goroutine:
                          main.main()
                              /tmp/r.go:11 +0xb4

                        Goroutine 7 (running) created at:
                          main.main()
                              /tmp/r.go:8 +0xaa
                        ==================
                        Found 1 data race(s)
                        exit status 66
                        """);
        Traceback.RaceReport race = t.races().getFirst();
        assertEquals(2, race.accesses().size());
        assertEquals("Write at 0x00c0000140f8 by goroutine 7", race.accesses().getFirst().what());
        assertEquals(
                new TraceFrame("main.main.func1", "", "/tmp/r.go", 9, 0x44),
                race.accesses().getFirst().frames().getFirst());
        assertEquals(8, race.origins().getFirst().frames().getFirst().line());
    }

    @Test
    void aWindowsPathKeepsItsColon() {
        Traceback t =
                read(
                        "goroutine 1 [running]:\nmain.(*T).run(0x1, {0x2, 0x3})\n\tC:/a b/x.go:12 +0x5\n");
        assertEquals(
                new TraceFrame("main.(*T).run", "0x1, {0x2, 0x3}", "C:/a b/x.go", 12, 5),
                t.goroutines().getFirst().frames().getFirst());
    }

    @Test
    void likeStacksAreOneGroupAndADiffTellsWhatCame() throws Exception {
        List<GoroutineStack> all = goroutines("pprof/goroutine.debug2.txt");
        List<StackGroups.Group> groups = StackGroups.of(all, StackGroups.Likeness.EXACT);
        assertEquals(24, groups.stream().mapToInt(g -> g.goroutines().size()).sum());
        assertEquals(6, groups.getFirst().goroutines().size());
        List<StackGroups.Change> diff =
                StackGroups.diff(all.subList(0, 20), all, StackGroups.Likeness.EXACT);
        assertEquals(4, diff.stream().mapToInt(c -> c.after() - c.before()).sum());
        assertEquals(20, diff.stream().mapToInt(StackGroups.Change::stayed).sum());
        assertEquals(24, StackGroups.profile(all).total(0));
    }

    @Test
    void leakedGoroutinesAreAFinding() throws Exception {
        List<GoroutineStack> all = goroutines("pprof126/goroutine.debug2.txt");
        assertTrue(
                Findings.of(all).stream()
                        .anyMatch(f -> f.sentence().startsWith("7 goroutines can never be woken")));
    }
}
