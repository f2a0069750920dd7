package org.gorrery.runtime.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.SizeClasses;
import org.gorrery.event.HeapSnapshot.SpanState;
import org.gorrery.runtime.memory.AddressSpace;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.target.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeapTest {
    private AddressSpace space;
    private Mheap heap;
    private Mcache cache;

    @BeforeEach
    void reserve() {
        space = AddressSpace.reserve();
        heap = heapWithLimit(1L << 30);
        cache = heap.newMcache();
    }

    @AfterEach
    void release() {
        space.close();
    }

    private Mheap heapWithLimit(long bytes) {
        var layout = AddressLayout.of(space.number(), Target.LINUX_AMD64);
        var types = new TypeTable(layout, Target.LINUX_AMD64, 0);
        return new Mheap(space, layout, Target.LINUX_AMD64, types, new HeapLimits(bytes));
    }

    @Test
    void objectsOfOneClassLieSideBySideAndAreZero() {
        long a = cache.allocate(24, false, 0);
        long b = cache.allocate(20, false, 0);
        assertEquals(24, b - a);
        assertEquals(0, Mem.ld64(b));
        assertEquals(0xc0, a >>> 32, "Go's heap begins at 0xc000000000");
    }

    @Test
    void smallSlotsAreZeroedWhateverLiesThere() {
        for (int bytes : new int[] {16, 48, 128}) {
            assertEquals(0, Mem.ld64(afterScribbling(bytes)), bytes + " bytes");
        }
    }

    @Test
    void largerSlotsOfFreshMemoryAreZeroAlreadyAndNotZeroedAgain() {
        assertEquals(-1, Mem.ld64(afterScribbling(144)));
    }

    /// A second object of that size, whose first word was written to before it was allocated.
    private long afterScribbling(int bytes) {
        long first = cache.allocate(bytes, false, 0);
        Mem.st64(first + bytes, -1);
        long second = cache.allocate(bytes, false, 0);
        assertEquals(first + bytes, second);
        return second;
    }

    @Test
    void pointerFreeObjectsHaveSpansOfTheirOwn() {
        long a = cache.allocate(32, false, 0);
        long b = cache.allocate(32, true, 0);
        assertNotEquals(heap.spanOf(a), heap.spanOf(b));
        assertTrue(heap.spanOf(b).isNoscan());
    }

    @Test
    void tinyObjectsShareABlockAndKeepTheirAlignment() {
        long a = cache.allocate(1, true, 0);
        long b = cache.allocate(8, true, 0);
        long c = cache.allocate(8, true, 0);
        assertEquals(a + 8, b, "aligned to 8 in the same block");
        assertNotEquals(a & -16, c & -16, "no room left");
        assertEquals(3, heap.figures().mallocs());
        assertEquals(2, heap.figures().mallocsBySize()[SizeClasses.classOf(16)]);
        assertEquals(1, heap.figures().frees());
    }

    @Test
    void aSpanGivesOutEachSlotOnce() {
        var seen = new HashSet<Long>();
        for (int i = 0; i < 3000; i++) {
            assertTrue(seen.add(cache.allocate(48, false, 0)));
        }
        assertEquals(3000L * 48, heap.figures().allocBytes());
        assertEquals(18, heap.figures().spans(), "170 to a span");
    }

    @Test
    void sweepingReusesUnmarkedSlotsZeroed() {
        long[] at = new long[170];
        for (int i = 0; i < at.length; i++) {
            at[i] = cache.allocate(48, false, 0);
            Mem.st64(at[i], -1);
        }
        heap.prepareToMark();
        for (int i = 0; i < at.length; i += 2) {
            assertTrue(heap.spanOf(at[i]).mark(i));
        }
        heap.startSweep(85 * 48, 1 << 22);
        for (int i = 1; i < at.length; i += 2) {
            long again = cache.allocate(48, false, 0);
            assertEquals(at[i], again);
            assertEquals(0, Mem.ld64(again));
        }
        assertEquals(-1, Mem.ld64(at[0]), "live objects stay as they are");
        assertEquals(85, heap.figures().frees());
    }

    @Test
    void aNewRateOfSamplesIsLookedForByAllMcachesAtOnce() {
        var other = heap.newMcache();
        cache.setNextSample(0, 1000, 512);
        other.setNextSample(3000, 1000, 512);
        heap.samplingChanged();
        other.allocate(16, false, 0);
        assertTrue(other.nextSample() < 0, "its next allocation asks");
        assertEquals(4000 - 16, other.nextSample() + other.sampleLeft(), "no sample comes earlier");
    }

    @Test
    void aSpanThatAnMcacheGivesBackHalfUsedIsFoundAgain() {
        long a = cache.allocate(48, false, 0);
        cache.retireSpans();
        assertEquals(a + 48, cache.allocate(48, false, 0), "the next slot of the same span");
        cache.retireSpans();
        assertEquals(2, heap.spanOf(a).allocatedCount());
        assertFalse(heap.spanOf(a).isAllocated(2));
    }

    @Test
    void theSpansOfAPThatIsNoMoreAreSweptWhoeverHoldsThem() {
        long a = cache.allocate(1024, false, 0); // 8 slots: one word of bits
        heap.dropMcache(cache);
        var other = heap.newMcache();
        long b = other.allocate(1024, false, 0);
        heap.prepareToMark();
        heap.spanOf(a).mark(0);
        heap.startSweep(1024, 1 << 22);
        heap.prepareToMark();
        assertEquals(a + 1024, b);
        assertFalse(heap.spanOf(a).isMarked(0), "marks of the last cycle are gone");
    }

    @Test
    void aSpanWithoutLiveObjectsBecomesFreePages() {
        long a = cache.allocate(100_000, false, 0);
        assertEquals(a, heap.spanOf(a + 99_999).base());
        heap.prepareToMark();
        heap.startSweep(0, 1 << 22);
        assertEquals(13, heap.sweeping().sweepOne());
        assertNull(heap.spanOf(a));
        assertEquals(0, heap.figures().inUseBytes());
        assertEquals(a, cache.allocate(90_000, false, 0), "first fit by address");
    }

    @Test
    void neighbouringFreeRunsCoalesceAcrossChunks() {
        long a = cache.allocate(4 << 20, false, 0);
        long b = cache.allocate(4 << 20, false, 0);
        heap.prepareToMark();
        heap.startSweep(0, 1 << 22);
        while (heap.sweeping().sweepOne() > 0) {
            // both
        }
        assertEquals(a, cache.allocate(8 << 20, false, 0));
        assertEquals(a + (4 << 20), b);
    }

    @Test
    void pagesGivenBackToTheHostAreZeroAndCounted() {
        long a = cache.allocate(1 << 20, true, 0);
        Mem.st64(a, 7);
        heap.prepareToMark();
        heap.startSweep(0, 1 << 22);
        while (heap.sweeping().sweepOne() > 0) {
            // free it
        }
        long releasedBefore = heap.figures().releasedBytes();
        assertEquals(1 << 20, heap.scavenge(1 << 20));
        assertEquals(1 << 20, heap.figures().releasedBytes() - releasedBefore);
        assertEquals(0, Mem.ld64(a));
    }

    @Test
    void theLimitOfTheRunEndsInGosReport() {
        var small = heapWithLimit(1 << 20);
        var c = small.newMcache();
        c.allocate(900_000, false, 0);
        var e = assertThrows(OutOfHeap.class, () -> c.allocate(200_000, false, 0));
        assertEquals(
                "runtime: out of memory: cannot allocate 204800-byte block (901120 in use)",
                e.report());
    }

    @Test
    void reachingTheTriggerAsksForACollection() {
        heap.setTrigger(98_000);
        cache.allocate(90_000, true, 0);
        assertFalse(cache.collectionWanted());
        cache.allocate(48, true, 0);
        assertTrue(cache.collectionWanted(), "a span at hand counts in full: 90,112 + 170 · 48");
    }

    @Test
    void addressesOutsideHaveNoSpan() {
        assertNull(heap.spanOf(0));
        assertNull(heap.spanOf(heap.base()));
        for (int bit = 0; bit < 64; bit++) { // any number may be asked about
            assertNull(heap.spanOf(1L << bit | 0x123));
            assertNull(heap.spanOf(-1L << bit));
        }
        assertNotNull(heap.spanOf(cache.allocate(8, false, 0)));
    }

    @Test
    void thePictureShowsTypesAndBits() {
        cache.allocate(64, false, 0x4000_1000);
        var picture = heap.picture(0x4000_0000L);
        var span = picture.spans().get(0);
        assertEquals(SpanState.IN_USE, span.state());
        assertEquals(0x1000, span.slotTypes()[0]);
        assertEquals(1, span.allocated()[0]);
        assertEquals(1, span.allocatedCount());
        assertEquals(SpanState.SCAVENGED, picture.spans().get(1).state());
        assertEquals(511, picture.spans().get(1).pages());
        assertEquals(1, picture.arenas().size());
    }

    @Test
    void sweepingKeepsPaceWithAllocation() {
        for (int i = 0; i < 2000; i++) {
            cache.allocate(4096, true, 0);
        }
        heap.prepareToMark();
        heap.startSweep(0, 16 << 20);
        int before = heap.sweeping().unsweptSpans();
        for (int i = 0; i < 1000; i++) {
            cache.allocate(8192, true, 0);
        }
        assertTrue(
                heap.sweeping().unsweptSpans() < before * 2 / 3,
                "half of the way to the goal, half of the spans: "
                        + heap.sweeping().unsweptSpans());
    }
}
