package org.gorrery.runtime.gc;

import org.gorrery.runtime.heap.Special;

/// A function without arguments to call after the object is gone (`runtime.AddCleanup`).
final class CleanupSpecial extends Special {
    final long object;
    final long closure;
    private final FinalizerQueue queue;

    CleanupSpecial(long object, long closure, FinalizerQueue queue) {
        this.object = object;
        this.closure = closure;
        this.queue = queue;
    }

    @Override
    public boolean countsForMarking() {
        return true;
    }

    @Override
    public void objectDied() {
        queue.addCleanup(closure);
    }
}
