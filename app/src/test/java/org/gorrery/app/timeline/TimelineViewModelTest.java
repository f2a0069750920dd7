package org.gorrery.app.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeSet;
import org.gorrery.app.bridge.GState;
import org.gorrery.app.bridge.Lane;
import org.gorrery.app.bridge.RunState;
import org.gorrery.app.canvas.DrawList;
import org.gorrery.app.canvas.SharedFocus;
import org.gorrery.app.canvas.Tokens;
import org.gorrery.app.canvas.Words;
import org.gorrery.event.WaitReason;
import org.junit.jupiter.api.Test;

/// What the timeline shows, without a screen.
class TimelineViewModelTest {
    private final SharedFocus focus = new SharedFocus();
    private final TimelineViewModel model = new TimelineViewModel(Words.ENGLISH, focus, () -> {});

    private TimelineScene scene() {
        return model.scene().orElseThrow();
    }

    private DrawList painted() {
        var dense = new DrawList();
        new TimelinePainter(Words.ENGLISH).paint(scene(), dense, new DrawList());
        return dense;
    }

    @Test
    void theTimelinesLanesEqualTheGoroutinesCreated() {
        model.resize(1000, 24 * 40);
        model.show(WorkerPoolScript.of(17, 700, 4000, 7).picture(1_500_000, RunState.PAUSED));
        assertEquals(17, scene().shown().length);
        var ids = new TreeSet<Long>();
        scene().model().lanes().forEach(l -> ids.add(l.id()));
        assertEquals(17, ids.size());
        assertEquals(1, ids.first());
        assertEquals(17, ids.last());
        var drawn = new TreeSet<Integer>();
        DrawList dense = painted();
        for (int i = 0; i < dense.count(); i++) {
            if (dense.tagOf(i) >= 0) {
                drawn.add(dense.tagOf(i));
            }
        }
        assertEquals(17, drawn.size());
    }

    @Test
    void aSpanLiesWhereItsTimesLie() {
        var script =
                new org.gorrery.app.bridge.EventScript()
                        .create(0, 0, 0, 1)
                        .start(100, 0, 1)
                        .block(600, 0, 1, WaitReason.CHAN_RECEIVE);
        model.resize(TimelineScene.LABELS + 1000, 400);
        model.show(script.picture(1000, RunState.PAUSED));
        DrawList dense = painted();
        int running = -1;
        for (int i = 0; i < dense.count(); i++) {
            boolean inLane = dense.tagOf(i) == 0 && dense.h(i) > 10;
            if (inLane && dense.color(i) == Tokens.state(GState.RUNNING)) {
                running = i;
            }
        }
        assertTrue(running >= 0);
        assertEquals(TimelineScene.LABELS + 100, dense.x(running), 0.01);
        assertEquals(499, dense.w(running), 0.01);
    }

    @Test
    void zoomingKeepsWhatLiesUnderThePointer() {
        model.resize(1000, 400);
        model.show(WorkerPoolScript.of(17, 700, 4000, 7).picture(1_500_000, RunState.PAUSED));
        double before = scene().time().at(640);
        for (int i = 0; i < 12; i++) {
            model.zoom(0.8, 640, 300);
        }
        assertEquals(640, scene().time().x(before), 1);
        assertTrue(scene().time().unitsPerPixel() < 1_500_000 / 804.0 / 10);
        model.fit();
        assertEquals(0, scene().time().from());
    }

    @Test
    void aFilterLeavesOnlyMatchingLanes() {
        model.resize(1000, 400);
        model.show(WorkerPoolScript.of(17, 700, 4000, 7).picture(1_500_000, RunState.PAUSED));
        model.filter().set("f12");
        assertEquals(1, scene().shown().length);
        assertEquals("1 of 17 lanes", model.laneCount().get());
        model.filter().set("");
        assertEquals(17, scene().shown().length);
    }

    @Test
    void selectingALaneSelectsItsGoroutineForAllViews() {
        model.resize(1000, 600);
        model.show(WorkerPoolScript.of(17, 700, 4000, 7).picture(1_500_000, RunState.PAUSED));
        model.select(500, scene().laneTop(2) + 5);
        assertEquals(3, focus.goroutine().get());
        assertEquals(scene().at(500), focus.cursorNanos().get());
    }

    @Test
    void sharesAddUpToTheTimeOfTheRangeWhateverItsBorders() {
        var lanes =
                WorkerPoolScript.of(3, 20_000, 40, 3).picture(2_000_000, RunState.ENDED).timeline();
        Lane lane = lanes.lanes().get(1);
        long end = lanes.nowNanos();
        for (long from = lane.start(0); from < end - 60_001; from += 7_919) {
            long[] shares = new long[GState.values().length];
            lane.addShares(from, from + 60_000, end, shares);
            long sum = 0;
            for (long s : shares) {
                sum += s;
            }
            assertEquals(60_000, sum, "from " + from);
            assertEquals(slowShare(lane, GState.RUNNING, from, from + 60_000, end), shares[0]);
        }
    }

    private static long slowShare(Lane lane, GState state, long from, long to, long now) {
        long sum = 0;
        for (int i = 0; i < lane.count(); i++) {
            if (lane.state(i) == state) {
                sum += Math.max(0, Math.min(to, lane.end(i, now)) - Math.max(from, lane.start(i)));
            }
        }
        return sum;
    }

    @Test
    void tenThousandLanesCostNoMoreOperationsThanThoseInSight() {
        model.resize(1600, 900);
        model.show(
                WorkerPoolScript.of(10_000, 200_000, 2000, 7)
                        .picture(420_000_000L, RunState.RUNNING));
        assertEquals(10_000, scene().shown().length);
        int rows = scene().pastRow() - scene().firstRow();
        int pixels = 1600 - 196;
        assertTrue(painted().count() < rows * pixels * 3);
    }

    private void shown() {
        model.resize(TimelineScene.LABELS + 1000, 600);
        model.show(WorkerPoolScript.of(17, 700, 4000, 7).picture(2_000_000, RunState.PAUSED));
    }

    @Test
    void aDragOnTheRulerTakesARangeOfTime() {
        shown();
        assertTrue(model.takesRange(500, scene().layout().ruler() + 4, false));
        model.range(TimelineScene.LABELS + 300, TimelineScene.LABELS + 100);
        var area = model.area().get().orElseThrow();
        assertEquals(200_000, area.from(), 1);
        assertEquals(600_000, area.to(), 1);
        var found = model.statistics().orElseThrow();
        assertTrue(found.lanes() > 0 && found.lanes() <= 17);
        model.zoomToRange();
        assertEquals(200_000, scene().time().from(), 1);
        assertEquals(600_000, scene().time().to(), 1);
        assertTrue(model.area().get().isEmpty());
    }

    @Test
    void aDragOnALaneMovesThePictureUnlessShiftIsDown() {
        shown();
        double lane = scene().laneTop(1) + 4;
        assertEquals(false, model.takesRange(500, lane, false));
        assertTrue(model.takesRange(500, lane, true));
        assertEquals(false, model.takesRange(20, lane, true));
    }

    @Test
    void theStripOfTheWholeRunChoosesAndMovesWhatIsSeen() {
        shown();
        assertTrue(model.takesRange(TimelineScene.LABELS + 200, 10, false));
        model.range(TimelineScene.LABELS + 200, TimelineScene.LABELS + 400);
        assertEquals(400_000, scene().time().from(), 1);
        assertEquals(800_000, scene().time().to(), 1);
        assertTrue(model.takesRange(TimelineScene.LABELS + 300, 10, false));
        model.range(TimelineScene.LABELS + 300, TimelineScene.LABELS + 500);
        assertEquals(800_000, scene().time().from(), 1);
        assertEquals(1_200_000, scene().time().to(), 1);
    }

    @Test
    void theStripIsAsHighAsTheProcessorsWereBusy() {
        // One of two processors runs in the first half, both in the second.
        var script =
                new org.gorrery.app.bridge.EventScript()
                        .create(0, 0, 0, 1)
                        .create(0, 0, 0, 2)
                        .start(0, 0, 1)
                        .start(500_000, 1, 2);
        model.resize(TimelineScene.LABELS + 1000, 400);
        model.show(script.picture(1_000_000, RunState.PAUSED));
        var over = new DrawList();
        new TimelineMap(Words.ENGLISH).paint(scene(), over);
        double[] heights = new double[1000];
        for (int i = 0; i < over.count(); i++) {
            if (over.color(i) == Tokens.tint(GState.RUNNING) && over.w(i) == TimelineMap.COLUMN) {
                heights[(int) (over.x(i) - TimelineScene.LABELS)] = over.h(i);
            }
        }
        double full = TimelineScene.Layout.MAP - 7;
        assertEquals(Math.round(full / 2), heights[250]);
        assertEquals(full, heights[750]);
    }
}
