package org.gorrery.runtime.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.gorrery.abi.AddressLayout;
import org.gorrery.runtime.memory.AddressSpace;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Test;

class ParallelAllocationTest {
    private static final int THREADS = 4;
    private static final int OBJECTS = 20_000;

    private static final class Died extends Special {
        private final int[] count;

        Died(int[] count) {
            this.count = count;
        }

        @Override
        public void objectDied() {
            count[0]++; // under the heap's lock
        }
    }

    private static long[] allocate(Mheap heap, Mcache cache, int thread, int[] died) {
        long[] at = new long[OBJECTS];
        for (int i = 0; i < OBJECTS; i++) {
            int bytes = 16 + (i * 7 + thread) % 300;
            at[i] = cache.allocate(bytes, i % 3 == 0, 0);
            Mem.st64(at[i], at[i]);
            if (i % 1000 == 0) {
                heap.specials().add(at[i], new Died(died));
            }
            if (i % 5000 == 0) {
                cache.allocate(100_000, true, 0);
            }
        }
        return at;
    }

    @Test
    void processorsAllocateAndSweepAtOnceWithoutSharingASlot() throws Exception {
        try (var space = AddressSpace.reserve();
                var threads = Executors.newFixedThreadPool(THREADS)) {
            var layout = AddressLayout.of(space.number(), Target.LINUX_AMD64);
            var types = new TypeTable(layout, Target.LINUX_AMD64, 0);
            var heap = new Mheap(space, layout, Target.LINUX_AMD64, types, new HeapLimits(1 << 30));
            heap.setCollector(
                    heap.collector(),
                    span -> {
                        for (Special s = span.specials(); s != null; ) {
                            Special next = s.next();
                            if (!span.isMarked(s.slot())) {
                                Special.remove(span, s);
                                s.objectDied();
                            }
                            s = next;
                        }
                    });
            var caches = new Mcache[THREADS];
            for (int t = 0; t < THREADS; t++) {
                caches[t] = heap.newMcache();
            }
            int[] died = new int[1];
            for (int cycle = 0; cycle < 5; cycle++) {
                var tasks = new java.util.ArrayList<Callable<long[]>>();
                for (int t = 0; t < THREADS; t++) {
                    int thread = t;
                    tasks.add(() -> allocate(heap, caches[thread], thread, died));
                }
                var seen = new HashSet<Long>();
                for (var result : threads.invokeAll(tasks)) {
                    for (long at : result.get()) {
                        assertTrue(seen.add(at), "given out twice");
                        assertEquals(at, Mem.ld64(at), "overwritten");
                    }
                }
                heap.prepareToMark();
                var f = heap.figures();
                assertEquals(
                        (long) THREADS * (OBJECTS + 4),
                        f.objects(),
                        "nothing else is left from the cycle before");
                heap.startSweep(0, 4 << 20);
            }
            heap.prepareToMark();
            assertEquals(0, heap.figures().objects());
            assertEquals(0, heap.figures().inUseBytes());
            assertEquals(5 * THREADS * OBJECTS / 1000, died[0]);
        }
    }
}
