package org.gorrery.runtime.sched;

import org.gorrery.event.WaitReason;

/// Told how long goroutines have waited, by themselves: for the block and mutex profiles.
public interface WaitListener {
    /// A goroutine has waited. [G#sp] is its top frame.
    void waited(G g, WaitReason why, long nanos);

    /// A goroutine has released a lock for which another had waited so long.
    void contended(G releaser, WaitReason why, long nanos);
}
