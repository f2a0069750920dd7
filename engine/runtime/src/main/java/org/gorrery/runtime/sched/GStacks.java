package org.gorrery.runtime.sched;

/// Where goroutines get their shadow stacks.
public interface GStacks {
    /// Gives a new or reused G an empty stack: sets its base and limit.
    void prepare(G g);

    /// The G has ended: what it has beyond one small segment is taken back.
    void recycle(G g);
}
