package org.gorrery.runtime.gc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gorrery.event.GcCycle;
import org.gorrery.runtime.entry.HeapEntry;
import org.junit.jupiter.api.Test;

class PacingTest extends CollectedProgram {
    @Test
    void aCollectionIsDueTwoMinutesAfterTheLastUnlessItIsOff() {
        open("amd64");
        var periodic = new PeriodicCollection(gc, GcOptions.PERIOD_NANOS);
        assertFalse(periodic.isDue(Long.MAX_VALUE), "none before the first");
        periodic.ended(g.p, 1_000);
        assertFalse(periodic.isDue(120_000_001_000L));
        assertTrue(periodic.isDue(120_000_001_001L));
        gc.setGogc(-1);
        assertFalse(periodic.isDue(120_000_001_001L));
    }

    @Test
    void theHeapIsCollectedWhenItReachesItsGoal() {
        open("amd64", GcOptions.DEFAULT);
        for (int i = 0; i < 100_000; i++) {
            HeapEntry.newsmall(
                    g, sp, org.gorrery.abi.SizeClasses.spanClass(1024, false), 1024, matrix);
        }
        assertEquals(25, gc.cycles(), 3, "100 MB of garbage, 4 MB at a time");
        assertTrue(run.heap.figures().sysBytes() < 16 << 20);
        assertEquals("heap", cycles.get(0).trigger());
        assertEquals(4 << 20, cycles.get(0).heapGoalBytes());
    }

    @Test
    void theGoalIsLiveHeapPlusItsShareWithStacksAndGlobals() {
        open("amd64", GcOptions.DEFAULT.withGogc(50));
        run.slot(0, HeapEntry.makeslice(g, sp, int64, 2 << 20, 2 << 20));
        collect();
        GcCycle c = cycles.getLast();
        assertEquals(16 << 20, c.heapLiveBytes());
        long roots = c.stackBytes() + c.globalsBytes();
        assertTrue(c.stackBytes() >= 2048);
        assertEquals(8, c.globalsBytes());
        assertEquals((16 << 20) + ((16 << 20) + roots) / 2, c.heapGoalBytes());
        assertEquals(50, gc.setGogc(-1));
        assertEquals(-1, gc.setGogc(100));
        assertEquals((32 << 20) + roots, gc.goal());
    }

    @Test
    void howeverSmallGogcIsAMegabyteIsAllocatedBetweenCollections() {
        open("amd64", GcOptions.DEFAULT.withGogc(1));
        assertEquals((4 << 20) / 100, gc.goal(), "the first collection comes early");
        collect();
        assertEquals(cycles.getLast().heapLiveBytes() + (1 << 20), gc.goal());
    }

    @Test
    void aMemoryLimitCollectsEvenWithGogcOff() {
        open("amd64", GcOptions.DEFAULT.withGogc(-1).withMemoryLimit(32 << 20));
        for (int i = 0; i < 100; i++) {
            HeapEntry.makeslice(g, sp, int64, 1 << 17, 1 << 17);
        }
        assertEquals(4, gc.cycles(), 1, "100 MB of garbage within 32");
        assertTrue(run.heap.figures().sysBytes() <= 36 << 20);
    }

    @Test
    void underStressEveryAllocationCollects() {
        open("amd64", GcOptions.DEFAULT.withStress(1).withCheck());
        g.p.mcache.setNextSample(0);
        for (int i = 0; i < 50; i++) {
            run.slot(0, newNode());
        }
        assertEquals(50, gc.cycles(), 1);
        assertEquals("stress", cycles.get(3).trigger());
    }
}
