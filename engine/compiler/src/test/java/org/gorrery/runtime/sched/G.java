package org.gorrery.runtime.sched;

import java.util.ArrayList;
import java.util.List;

/// Stands in for a goroutine in tests of generated code; notes what the entries were called with.
public final class G {
    public long limit = Long.MAX_VALUE;
    public long r1;
    public long r2;
    public long r3;
    public long r4;
    public long r5;
    public long r6;
    public long r7;

    /// Number of further reads of the flag until it is set; negative: never.
    public long readsUntilPreempted = -1;

    /// Reads of the flag so far.
    public long flagReads;

    /// What the entries noted, in order.
    public final List<String> log = new ArrayList<>();

    /// Called by entries that are safepoints, with sp.
    public java.util.function.LongConsumer atSafepoint = _ -> {};

    /// Where `morestack` moves to; 0: it stays.
    public long nextSegment;

    /// Whether `handlePanic` recovers.
    public boolean recovers;

    /// Whether a preemption is asked for.
    public boolean preemptOpaque() {
        flagReads++;
        return readsUntilPreempted >= 0 && readsUntilPreempted-- == 0;
    }
}
