package org.gorrery.runtime.gc;

import org.gorrery.runtime.heap.Collector;
import org.gorrery.runtime.sched.G;

/// The collector of a run.
public final class GcController implements Collector {
    private AllocationSampler sampler =
            (g, address, bytes, typeWord) -> g.p.mcache.setNextSample(Long.MAX_VALUE);

    /// The collector that a goroutine's run has.
    public static GcController of(G g) {
        return (GcController) g.p.mcache.heap().collector();
    }

    /// Who takes samples of allocations.
    public AllocationSampler sampler() {
        return sampler;
    }

    /// Sets who takes samples of allocations.
    public void setSampler(AllocationSampler sampler) {
        this.sampler = sampler;
    }

    /// Collects since the heap has reached its goal.
    public void collectForHeap(G g, long sp) {
        g.sp = sp;
        g.p.mcache.wantCollection(false);
    }

    /// Collects since an allocation would break the limit of the run.
    public void collectForRoom(G g, long sp) {
        collectForHeap(g, sp);
    }
}
