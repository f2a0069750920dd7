package org.gorrery.app.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gorrery.app.bridge.EventScript;
import org.gorrery.app.bridge.GState;
import org.gorrery.app.bridge.Lane;
import org.gorrery.app.bridge.RunState;
import org.gorrery.app.bridge.TimelineModel;
import org.gorrery.event.WaitReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which lanes a filter leaves, and where the time of a range went.
class LaneFilterTest {
    /// G1 runs from 100, creates G2 at 200, blocks in a receive at 600; G2 runs from 700, wakes G1 at 900, blocks in a send.
    private static final TimelineModel MODEL =
            new EventScript()
                    .create(0, 0, 0, 1)
                    .start(100, 0, 1)
                    .create(200, 0, 1, 2)
                    .create(300, 0, 1, 3)
                    .block(600, 0, 1, WaitReason.CHAN_RECEIVE)
                    .start(700, 0, 2)
                    .wake(900, 0, 2, 1)
                    .block(1000, 0, 2, WaitReason.CHAN_SEND)
                    .picture(2000, RunState.PAUSED)
                    .timeline();

    private static String left(String filter) {
        var wanted = new LaneFilter(filter, MODEL);
        List<Long> ids = MODEL.lanes().stream().filter(wanted::test).map(Lane::id).toList();
        return ids.toString().replaceAll("[\\[\\],]", "");
    }

    @ParameterizedTest
    @CsvSource({
        "g2, 2",
        "state:send, 2",
        "by:G1, 2 3",
        "talks:G2, 1 2",
        "blocked:300, 1 2",
        "blocked:1us, 2",
        "blocked:nonsense, ''",
        "by:1 state:runnable, 3",
        "/f[12]$/, 1 2",
        "'', 1 2 3",
    })
    void aFilterLeaves(String filter, String ids) {
        assertEquals(ids, left(filter));
    }

    @Test
    void theTimeOfARangeIsSummedUpByStateAndFunction() {
        var area = AreaStatistics.of(MODEL, new int[] {0, 1}, 500, 1500);
        assertEquals(2, area.lanes());
        // G1 runs 500–600, receives 600–900, is ready from then on; G2 is ready 500–700, runs to
        // 1000, sends.
        assertEquals(100 + 300, area.nanos(GState.RUNNING));
        assertEquals(300, area.nanos(GState.RECEIVE));
        assertEquals(500, area.nanos(GState.SEND));
        assertEquals(600 + 200, area.nanos(GState.RUNNABLE));
        assertEquals(2000, area.shares().stream().mapToLong(Long::longValue).sum());
        assertEquals(2, area.functions().size());
        assertEquals(300, area.functions().getFirst().nanos(GState.RUNNING));
    }

    @Test
    void aRowSaysWhatAGoroutineDidAtTheCursor() {
        var row = GoroutineRow.of(MODEL, new int[] {0}, 10, 750, 0, Long.MAX_VALUE).getFirst();
        assertEquals("chan receive", row.reason());
        assertEquals(150, row.inStateNanos());
        assertEquals(500, row.running());
        assertEquals(300, row.blocked());
        var now = GoroutineRow.of(MODEL, new int[] {0}, 10, -1, 0, Long.MAX_VALUE).getFirst();
        assertEquals(GState.RUNNABLE, now.state());
        assertEquals(1100, now.inStateNanos());
    }

    @Test
    void asManyRowsAsAskedFor() {
        assertEquals(2, GoroutineRow.of(MODEL, new int[] {0, 1, 2}, 2, -1, 0, 100).size());
    }
}
