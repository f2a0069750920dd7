package org.gorrery.runtime.gc;

import org.gorrery.runtime.heap.Mcache;
import org.gorrery.runtime.sched.G;

/// Stress: asks for a collection before every k-th allocation. It comes as a sample for each object, and leaves the mcache without spans, so that the
/// next allocation of any class goes the slow way.
final class StressSampler implements AllocationSampler {
    private final int every;
    private int allocations;

    StressSampler(int every) {
        this.every = every;
    }

    @Override
    public void sampled(G g, long address, long bytes, int typeWord) {
        Mcache c = g.p.mcache;
        c.setNextSample(0);
        if (++allocations >= every) {
            allocations = 0;
            c.retireSpans();
            c.wantCollection(true);
        }
    }
}
