package org.gorrery.formats.exectrace;

/// A part of a trace, in its own nanoseconds.
///
/// @param fromNanos first moment kept
/// @param toNanos last moment kept
public record TraceWindow(long fromNanos, long toNanos) {
    /// All of it.
    public static final TraceWindow EVERYTHING = new TraceWindow(Long.MIN_VALUE, Long.MAX_VALUE);
}
