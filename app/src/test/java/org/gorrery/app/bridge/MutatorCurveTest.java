package org.gorrery.app.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gorrery.event.GcCycle;
import org.junit.jupiter.api.Test;

/// What the collector left to the program.
class MutatorCurveTest {
    private static GcCycle cycle(
            int number, long start, long sweep, long mark, long term, long pause) {
        long end = start + sweep + mark + term;
        return new GcCycle(
                number, "heap", start, end, sweep, mark, term, pause, 0, 0, 0, 0, 0, 0, 4);
    }

    private static MutatorCurve afterTenMillis(GcCycle cycle) {
        return MutatorCurve.of(List.of(cycle), 10_000_000).orElseThrow();
    }

    private static double at(MutatorCurve c, long window) {
        int best = 0;
        for (int i = 0; i < c.windowNanos().size(); i++) {
            if (c.windowNanos().get(i) <= window) {
                best = i;
            }
        }
        return c.minimum().get(best);
    }

    @Test
    void aWindowWithinAPauseHasNothingAndALongOneTheRest() {
        // One pause of 1 ms in 10 ms.
        var curve = afterTenMillis(cycle(1, 4_000_000, 0, 1_000_000, 0, 1_000_000));
        assertTrue(curve.stopsOnly());
        assertEquals(0, at(curve, 1_000_000));
        assertEquals(10_000_000, curve.windowNanos().getLast(), 1);
        assertEquals(0.9, curve.minimum().getLast(), 1e-6);
        double before = -1;
        for (int i = 0; i < curve.minimum().size(); i++) {
            double window = curve.windowNanos().get(i);
            double expected = Math.max(0, 1 - 1_000_000 / window);
            assertEquals(expected, curve.minimum().get(i), 1e-6, "window " + window);
            assertTrue(curve.minimum().get(i) >= before - 1e-9);
            before = curve.minimum().get(i);
        }
    }

    @Test
    void aConcurrentCycleStopsAtItsEndsOnly() {
        var curve = afterTenMillis(cycle(1, 1_000_000, 100_000, 5_000_000, 200_000, 300_000));
        assertEquals(0.97, curve.minimum().getLast(), 1e-6);
        assertEquals(0, curve.minimum().getFirst());
    }

    @Test
    void withoutACollectionThereIsNoCurve() {
        assertTrue(MutatorCurve.of(List.of(), 1_000_000).isEmpty());
    }
}
