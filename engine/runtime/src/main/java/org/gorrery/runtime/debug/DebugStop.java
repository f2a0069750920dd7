package org.gorrery.runtime.debug;

/// A goroutine stands before a statement, and the world with it.
///
/// @param statement its number
public record DebugStop(long goid, int statement, Reason reason) {
    /// Why it stands.
    public enum Reason {
        /// There is a breakpoint.
        BREAKPOINT,
        /// A step has ended.
        STEP,
        /// It was asked to, wherever it was.
        PAUSE
    }
}
