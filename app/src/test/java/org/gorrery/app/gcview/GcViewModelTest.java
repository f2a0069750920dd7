package org.gorrery.app.gcview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorrery.app.bridge.EventScript;
import org.gorrery.app.bridge.RunState;
import org.gorrery.app.gcview.GcViewModel.Kind;
import org.gorrery.event.GcCycle;
import org.junit.jupiter.api.Test;

/// Pauses, percentiles and bins.
class GcViewModelTest {
    private final GcViewModel model = new GcViewModel();

    private static GcCycle cycle(int number, long sweep, long mark, long term, long pause) {
        return new GcCycle(
                number,
                "heap",
                0,
                sweep + mark + term,
                sweep,
                mark,
                term,
                pause,
                0,
                0,
                0,
                0,
                0,
                0,
                4);
    }

    private void show(List<GcCycle> cycles) {
        model.show(
                EventScript.picture(
                        new EventScript().timeline(1_000_000),
                        RunState.ENDED,
                        Optional.empty(),
                        cycles,
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void aCycleThatStopsTheWorldThroughoutIsOnePause() {
        show(List.of(cycle(1, 10, 500, 20, 530)));
        assertEquals(List.of(new GcViewModel.Pause(Kind.WHOLE, 530, 1)), model.pauses());
    }

    @Test
    void aConcurrentCycleHasAPauseOnEitherSideOfMarking() {
        show(List.of(cycle(1, 10, 500, 20, 30)));
        assertEquals(
                List.of(
                        new GcViewModel.Pause(Kind.SWEEP_TERM, 10, 1),
                        new GcViewModel.Pause(Kind.MARK_TERM, 20, 1)),
                model.pauses());
    }

    @Test
    void percentilesAreNearestRanks() {
        var cycles = new ArrayList<GcCycle>();
        for (int i = 1; i <= 100; i++) {
            cycles.add(cycle(i, 0, i * 1000L, 0, i * 1000L));
        }
        show(cycles);
        assertEquals(50_000, model.percentile(0.5));
        assertEquals(95_000, model.percentile(0.95));
        assertEquals(99_000, model.percentile(0.99));
        assertEquals(100_000, model.percentile(1));
    }

    @Test
    void theMutatorHasTheTimeThatNoPauseTook() {
        show(List.of(cycle(1, 0, 250_000, 0, 250_000)));
        assertEquals(0.75, model.mutatorShare(), 1e-9);
    }

    @Test
    void everyPauseIsInTheBinThatHoldsIt() {
        show(
                List.of(
                        cycle(1, 0, 1000, 0, 1000),
                        cycle(2, 0, 1100, 0, 1100),
                        cycle(3, 0, 40_000, 0, 40_000)));
        int first = model.firstBin();
        int[] counts = model.histogram(Kind.WHOLE, first, model.lastBin() - first + 1);
        assertEquals(2, counts[GcViewModel.binOf(1000) - first]);
        assertEquals(1, counts[GcViewModel.binOf(40_000) - first]);
        assertTrue(GcViewModel.binStart(GcViewModel.binOf(1000)) <= 1000.0001);
    }

    @Test
    void choosingABinLeavesItsCyclesAndChoosingItAgainShowsAll() {
        show(List.of(cycle(1, 0, 1000, 0, 1000), cycle(2, 0, 40_000, 0, 40_000)));
        model.choose(GcViewModel.binOf(40_000));
        assertEquals(2, model.shownCycles().getFirst().number());
        assertEquals(1, model.shownCycles().size());
        model.choose(GcViewModel.binOf(40_000));
        assertFalse(model.isChosen());
        assertEquals(2, model.shownCycles().size());
    }
}
