package org.gorrery.app.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gorrery.event.EventKind;
import org.gorrery.event.WaitReason;
import org.junit.jupiter.api.Test;

/// What becomes of event records.
class TimelineRecorderTest {
    @Test
    void aGoroutinesLifeIsARunOfSpansThatTouch() {
        Lane lane =
                new EventScript()
                        .create(0, 0, 0, 1)
                        .start(10, 0, 1)
                        .block(30, 0, 1, WaitReason.CHAN_SEND)
                        .wake(50, 1, 2, 1)
                        .start(60, 1, 1)
                        .end(90, 1, 1)
                        .timeline(100)
                        .lanes()
                        .getFirst();
        assertEquals(5, lane.count());
        assertEquals(GState.RUNNABLE, lane.state(0));
        assertEquals(GState.SEND, lane.state(2));
        assertEquals(30, lane.start(2));
        assertEquals(50, lane.end(2, 100));
        assertEquals(2, lane.arg(3));
        assertEquals(1, lane.proc(4));
        assertEquals(90, lane.end(4, 100));
        assertEquals("main.f1", lane.function());
    }

    @Test
    void aProcessorIsBusyWhileItsGoroutineRuns() {
        ProcLane p =
                new EventScript()
                        .create(0, 0, 0, 1)
                        .start(10, 0, 1)
                        .block(30, 0, 1, WaitReason.SELECT)
                        .start(40, 0, 1)
                        .timeline(100)
                        .procs()
                        .getFirst();
        assertEquals(1, p.count());
        assertEquals(20 + 60, p.busy(0, 100, 100));
        assertEquals(5, p.busy(25, 40, 100));
    }

    @Test
    void anEarlierModelStaysAsItWas() {
        var script = new EventScript().create(0, 0, 0, 1).start(10, 0, 1);
        TimelineModel before = script.timeline(20);
        for (int i = 0; i < 1000; i++) {
            script.block(30 + 2 * i, 0, 1, WaitReason.SLEEP).start(31 + 2 * i, 0, 1);
        }
        TimelineModel after = script.timeline(3000);
        assertEquals(2, before.lanes().getFirst().count());
        assertEquals(2002, after.lanes().getFirst().count());
        assertEquals(20, before.lanes().getFirst().end(1, before.nowNanos()));
    }

    @Test
    void aLaneInWhichNothingHappenedIsNotMadeAnew() {
        var script = new EventScript().create(0, 0, 0, 1).create(1, 0, 1, 2);
        Lane second = script.timeline(5).lanes().get(1);
        script.start(10, 0, 1);
        assertSame(second, script.timeline(20).lanes().get(1));
    }

    @Test
    void lostRecordsAreCounted() {
        TimelineModel m = new EventScript().put(5, 0, EventKind.LOST, 0, 0, 42).timeline(10);
        assertEquals(42, m.lostEvents());
    }

    @Test
    void memoryIsBoundedByForgettingTheOlderHalf() {
        var script = new EventScript(10_000).create(0, 0, 0, 1);
        for (int i = 1; i <= 30_000; i++) {
            script.start(10L * i, 0, 1).block(10L * i + 5, 0, 1, WaitReason.SLEEP);
        }
        TimelineModel m = script.timeline(300_010);
        assertTrue(m.lanes().getFirst().count() <= 10_000 + Lane.BLOCK);
        assertTrue(m.fromNanos() > 0);
        assertEquals(GState.SLEEP, m.lanes().getFirst().state(m.lanes().getFirst().count() - 1));
        long[] shares = new long[GState.values().length];
        m.lanes().getFirst().addShares(290_000, 300_000, m.nowNanos(), shares);
        assertEquals(5000, shares[GState.RUNNING.ordinal()]);
    }
}
