package org.gorrery.abi;

/// What the loop and the body of a range over a function share in Go's memory: two words of 64 bits, then a pointer to the last
/// call that the body deferred. Such a call belongs to the function around the loop. The list's nodes hold a closure and the
/// node before, each one pointer wide.
public final class RangeRecord {
    /// Whether the body may be called.
    public static final long STATE = 0;

    /// How the body left the loop.
    public static final long EXIT = 8;

    /// The last node of deferred calls, or nil.
    public static final long DEFERRED = 16;

    private RangeRecord() {}
}
