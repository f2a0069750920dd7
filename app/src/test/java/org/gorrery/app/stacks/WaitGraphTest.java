package org.gorrery.app.stacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorrery.app.canvas.DrawList;
import org.gorrery.app.canvas.Words;
import org.gorrery.event.GoroutineSnapshot.Frame;
import org.gorrery.event.GoroutineSnapshot.Goroutine;
import org.gorrery.event.GoroutineSnapshot.Status;
import org.gorrery.event.WaitReason;
import org.junit.jupiter.api.Test;

/// Who waits for whom.
class WaitGraphTest {
    private static Goroutine waits(long id, WaitReason reason, long on, int line) {
        return new Goroutine(
                id,
                Status.WAITING,
                reason,
                "main.work",
                1,
                Frame.NONE,
                on,
                0,
                2048,
                -1,
                List.of(
                        new Frame("sync.(*Mutex).Lock", "mutex.go", 9, 1),
                        new Frame("main.work", "/src/main.go", line, 2)));
    }

    private static Goroutine runs(long id) {
        return new Goroutine(
                id,
                Status.RUNNING,
                WaitReason.NONE,
                "main.main",
                0,
                Frame.NONE,
                0,
                0,
                2048,
                0,
                List.of());
    }

    private static List<Long> ids(List<Goroutine> of) {
        return of.stream().map(Goroutine::id).toList();
    }

    @Test
    void locksTakenInOppositeOrderCloseARing() {
        var all =
                List.of(
                        waits(1, WaitReason.WAIT_GROUP, 0x300, 40),
                        waits(7, WaitReason.MUTEX, 0x200, 21),
                        waits(8, WaitReason.MUTEX, 0x100, 23),
                        waits(9, WaitReason.MUTEX, 0x100, 30));
        var graph = WaitGraph.of(all, Map.of(0x100L, 7L, 0x200L, 8L));
        assertEquals(List.of(7L, 8L), ids(graph.ring()));
        assertEquals(3, graph.objects().size());
        assertEquals(0x300, graph.objects().getLast().address());
        String sentence = WaitSentence.of(graph, Words.ENGLISH);
        assertEquals(
                "G7 waits at main.go:21 for what G8 holds. G8 waits at main.go:23 for what G7 holds."
                        + " None of them can go on. Behind them: G9, G1.",
                sentence);
    }

    @Test
    void aLockThatARunningGoroutineHoldsClosesNoRing() {
        var graph =
                WaitGraph.of(
                        List.of(runs(1), waits(2, WaitReason.MUTEX, 0x100, 5)), Map.of(0x100L, 1L));
        assertEquals(List.of(), graph.ring());
        assertEquals("", WaitSentence.of(graph, Words.ENGLISH));
        assertEquals(Optional.of(1L), graph.objects().getFirst().holder().map(Goroutine::id));
        assertEquals("sync.Mutex", graph.objects().getFirst().kind());
    }

    @Test
    void goroutinesAtOneChannelStandTogether() {
        var graph =
                WaitGraph.of(
                        List.of(
                                waits(2, WaitReason.CHAN_SEND, 0x100, 5),
                                waits(3, WaitReason.CHAN_SEND, 0x100, 5),
                                waits(4, WaitReason.SLEEP, 0x500, 5)),
                        Map.of());
        assertEquals(1, graph.objects().size());
        assertEquals(List.of(2L, 3L), ids(graph.objects().getFirst().waiters()));
        assertTrue(graph.objects().getFirst().holder().isEmpty());
    }

    @Test
    void everyGoroutineThatIsDrawnCanBeFoundWhereItStands() {
        var graph =
                WaitGraph.of(
                        List.of(
                                waits(7, WaitReason.MUTEX, 0x200, 21),
                                waits(8, WaitReason.MUTEX, 0x100, 23),
                                waits(9, WaitReason.MUTEX, 0x100, 30)),
                        Map.of(0x100L, 7L, 0x200L, 8L));
        var painter = new WaitGraphPainter(Words.ENGLISH);
        var over = new DrawList();
        painter.paint(graph, 0, 0, 1000, 600, new DrawList(), over);
        assertEquals(
                List.of(7L, 8L, 9L),
                painter.places().stream().map(WaitGraphPainter.Place::goroutine).sorted().toList());
        long arrows = 0;
        for (int i = 0; i < over.count(); i++) {
            arrows += over.kind(i) == DrawList.Kind.POINTER ? 1 : 0;
        }
        // Two in the legend, four around the ring, one of G9.
        assertEquals(7, arrows);
    }
}
