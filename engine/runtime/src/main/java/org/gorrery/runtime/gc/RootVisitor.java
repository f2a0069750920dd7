package org.gorrery.runtime.gc;

/// Told of everything from which objects are reached.
interface RootVisitor {
    /// A word that is a pointer, or 0.
    void pointer(long p);

    /// A word that may be a pointer, or anything else.
    void maybePointer(long p);

    /// A word in memory that is a pointer, or 0.
    ///
    /// @param p what it holds, as a host address
    default void pointerAt(long at, long p) {
        pointer(p);
    }

    /// A value in memory outside of the heap, or one whose fields count though it does not.
    ///
    /// @param type address of its descriptor
    void value(long at, long type);

    /// The roots that follow are those of a frame; pc 0 for those that are no frame's.
    default void frame(long pc) {
        // only who reports faults needs to know
    }

    /// What an object refers to, though not the object itself.
    void fieldsOf(long object);
}
