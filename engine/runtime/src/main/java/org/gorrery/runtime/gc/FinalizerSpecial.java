package org.gorrery.runtime.gc;

import org.gorrery.runtime.heap.Special;

/// A finalizer: the object lives on once more when it is found dead, and the function is called with it. What the object
/// refers to is kept alive meanwhile, the object itself is not: so of objects that refer to each other the one that nobody refers to comes first.
final class FinalizerSpecial extends Special {
    final long object;
    final long closure;

    FinalizerSpecial(long object, long closure) {
        this.object = object;
        this.closure = closure;
    }

    @Override
    public boolean countsForMarking() {
        return true;
    }
}
