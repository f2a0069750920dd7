package org.gorrery.runtime.heap;

/// What the collector does for objects that a sweep finds dead.
public interface SpanSweeper {
    /// Looks at the specials of a span before its marks become its allocation bits: unties those of unmarked objects, or marks an
    /// object that must live on. Called with the heap's lock held; must not allocate from the heap.
    void dispose(Mspan span);
}
