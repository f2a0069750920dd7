package org.gorrery.formats.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.gorrery.formats.SharedFiles;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.pprof.ProtoReader;
import org.gorrery.formats.report.TopText;
import org.junit.jupiter.api.Test;

class ProfileMergeTest {
    private static Profile read(String name) throws Exception {
        return ProtoReader.read(SharedFiles.unpacked(name), Limits.DEFAULT).value();
    }

    private static String top(Profile p) {
        return TopText.of(TopTable.of(p, TopTable.Options.everything(p.head().defaultIndex())));
    }

    @Test
    void aDiffIsTheOneThatPprofWrote() throws Exception {
        Profile ours =
                ProfileMerge.diff(read("pprof/heap2.pb.gz"), read("pprof/heap.pb.gz"), false, true);
        Profile theirs = read("pprof/heap-diff.pb.gz");
        assertEquals(top(theirs), top(ours));
        assertEquals(theirs.samples(), ours.samples());
        for (int t = 0; t < 4; t++) {
            assertEquals(theirs.total(t), ours.total(t));
        }
    }

    @Test
    void aSumIsTheOneThatPprofWrote() throws Exception {
        Profile ours =
                ProfileMerge.sum(List.of(read("pprof126/cpu.pb.gz"), read("pprof126/cpu2.pb.gz")));
        Profile theirs = read("pprof126/default.pgo");
        assertEquals(top(theirs), top(ours));
        assertEquals(theirs.samples(), ours.samples());
        assertEquals(theirs.functions(), ours.functions());
        assertEquals(theirs.head().durationNanos(), ours.head().durationNanos());
        assertEquals(theirs.head().timeNanos(), ours.head().timeNanos());
    }

    @Test
    void normalisingGivesBothSidesTheSameTotal() throws Exception {
        Profile change =
                ProfileMerge.diff(
                        read("pprof126/cpu2.pb.gz"), read("pprof126/cpu.pb.gz"), true, false);
        assertEquals(0.0, change.total(1), 100.0); // rounding of single samples
    }

    @Test
    void profilesOfDifferentThingsDoNotAddUp() throws Exception {
        List<Profile> both = List.of(read("pprof126/cpu.pb.gz"), read("pprof126/heap.pb.gz"));
        assertThrows(IllegalArgumentException.class, () -> ProfileMerge.sum(both));
    }
}
