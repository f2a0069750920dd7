package org.gorrery.app.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gorrery.app.bridge.GState;
import org.gorrery.app.bridge.Lane;
import org.gorrery.event.GcCycle;
import org.gorrery.event.GoroutineSnapshot.Goroutine;
import org.gorrery.event.GoroutineSnapshot.Status;
import org.gorrery.formats.SavedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is drawn is what the files say.
class SavedPictureTest {
    @TempDir Path folder;

    private Opened open(String text) throws Exception {
        return open(text.getBytes(StandardCharsets.UTF_8));
    }

    private Opened open(byte[] bytes) throws Exception {
        Path file = folder.resolve("saved");
        Files.write(file, bytes);
        return Opened.of(file, SavedFiles.open(file), false);
    }

    @Test
    void theLinesOfAGctraceAreTheCyclesOfTheGcView() throws Exception {
        Opened log =
                open(
                        """
                        gc 1 @0.002s 1%: 0.22+0.39+0.006 ms clock, 0.88+0.1/0.2/0.3+0.02 ms cpu, 3->4->1 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 4 P
                        gc 2 @0.007s 1%: 0.17+9.8+0.026 ms clock, 0.7+0.1/0.2/0.3+0.1 ms cpu, 4->14->10 MB, 5 MB goal, 0 MB stacks, 0 MB globals, 4 P (forced)
                        """);
        assertTrue(log.picture().cycles());
        assertFalse(log.picture().timeline());
        List<GcCycle> cycles = log.picture().picture().cycles();
        assertEquals(2, cycles.size());
        GcCycle second = cycles.get(1);
        assertEquals(170_000, second.sweepTermNanos());
        assertEquals(9_800_000, second.markNanos());
        assertEquals(26_000, second.markTermNanos());
        assertEquals(196_000, second.pauseNanos());
        assertEquals(7_000_000, second.startNanos());
        assertEquals("forced", second.trigger());
        assertEquals(14 << 20, second.heapAfterBytes());
        assertEquals(4, second.procs());
    }

    @Test
    void aGoroutineDumpFillsTheStacksInItsOwnWords() throws Exception {
        Opened dump =
                open(
                        """
                        goroutine 1 [running]:
                        main.main()
                        \t/src/main.go:9 +0x1d

                        goroutine 18 [chan receive, 5 minutes]:
                        main.worker(0xc000012345)
                        \t/src/main.go:21 +0x25
                        created by main.main in goroutine 1
                        \t/src/main.go:7 +0x3f

                        goroutine 19 [some wait of a later Go]:
                        main.worker(0xc000012345)
                        \t/src/main.go:22 +0x25
                        created by main.main in goroutine 1
                        \t/src/main.go:7 +0x3f
                        """);
        assertTrue(dump.picture().stacks());
        var picture = dump.picture().picture();
        List<Goroutine> all = picture.goroutines().orElseThrow().goroutines();
        assertEquals(List.of(1L, 18L, 19L), all.stream().map(Goroutine::id).toList());
        Goroutine worker = all.get(1);
        assertEquals(Status.WAITING, worker.status());
        assertEquals(300_000_000_000L, worker.waitNanos());
        assertEquals("main.worker", worker.frames().getFirst().function());
        assertEquals(21, worker.frames().getFirst().line());
        assertEquals(1, worker.creator());
        assertEquals("some wait of a later Go", picture.stateWords().apply(19));
    }

    /// The recording was made by a real program; figures by `go tool trace -d=parsed` and `go tool trace -d=wire` of Go 1.26.
    @Test
    void theLanesOfATraceAreItsGoroutines() throws Exception {
        Path recorded = Path.of("../engine/formats/src/test/resources/fuzz/go1.26.trace");
        Opened trace = Opened.of(recorded, SavedFiles.open(recorded), false);
        assertTrue(trace.picture().timeline());
        var timeline = trace.picture().picture().timeline();
        for (Lane lane : timeline.lanes()) {
            long[] shares = new long[GState.values().length];
            lane.addShares(0, Long.MAX_VALUE, timeline.nowNanos(), shares);
            long end = lane.endNanos() >= 0 ? lane.endNanos() : timeline.nowNanos();
            long sum = java.util.Arrays.stream(shares).sum();
            assertEquals(lane.count() == 0 ? 0 : end - lane.start(0), sum, "G" + lane.id());
            assertEquals(
                    timeline.lanes().indexOf(lane), timeline.laneOf(lane.id()), "G" + lane.id());
        }
        assertEquals(GOROUTINES, timeline.lanes().size());
        assertEquals(CYCLES, trace.picture().picture().cycles().size());
    }

    private static final int GOROUTINES = 17;
    private static final int CYCLES = 2;

    @Test
    void aBrokenProfileTellsWhereItBreaks() throws Exception {
        byte[] bytes = {0x0a, 0x04, 0x08, 0x01, 0x10, 0x02, 0x12, 0x7f, 0x01};
        Opened broken = open(bytes);
        assertFalse(broken.faults().isEmpty());
        assertTrue(
                broken.faults().stream().anyMatch(f -> f.offset() >= 0 && f.offset() <= 9),
                broken.faults().toString());
    }

    @Test
    void whatIsNoFileOfGoSaysWhatItStartsWith() throws Exception {
        Opened other = open("%PDF-1.7 something else");
        assertTrue(other.unknown());
        assertTrue(other.faults().getFirst().message().contains("25 50 44 46"), "hex of %PDF");
        assertFalse(other.picture().timeline() || other.picture().stacks());
    }
}
