package org.gorrery.runtime.chan;

/// How a moment is written as an element of a channel of package time (`time.Time`).
@FunctionalInterface
public interface TimeWriter {
    /// Writes a time.
    ///
    /// @param to address of the element
    /// @param nanotime the monotonic clock at that moment
    void write(long to, long nanotime);
}
