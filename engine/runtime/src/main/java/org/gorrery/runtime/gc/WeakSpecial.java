package org.gorrery.runtime.gc;

import org.gorrery.runtime.heap.Special;

/// The handle of a weak pointer: a word in the heap that becomes 0 when marking finds the object dead.
final class WeakSpecial extends Special {
    final long object;
    final long handle;

    WeakSpecial(long object, long handle) {
        this.object = object;
        this.handle = handle;
    }

    @Override
    public boolean countsForMarking() {
        return true;
    }
}
