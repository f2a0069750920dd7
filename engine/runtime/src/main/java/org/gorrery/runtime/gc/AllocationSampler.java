package org.gorrery.runtime.gc;

import org.gorrery.runtime.sched.G;

/// Takes the samples of the heap profile.
public interface AllocationSampler {
    /// An object came out as a sample: its stack is that of `g.sp`. Sets the mcache's distance to the next sample.
    ///
    /// @param bytes as asked for
    /// @param typeWord of its slot
    void sampled(G g, long address, long bytes, int typeWord);
}
