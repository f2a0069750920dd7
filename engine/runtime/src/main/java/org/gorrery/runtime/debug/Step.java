package org.gorrery.runtime.debug;

/// What a goroutine that goes on is to do before it stands still again.
///
/// @param kind how far
/// @param goid the goroutine; others pass only breakpoints
/// @param depth how many frames its stack has where the step begins
record Step(Kind kind, long goid, int depth) {
    /// How far a step goes.
    enum Kind {
        /// To the next statement, wherever it is.
        IN,
        /// To the next statement of this function or of one that called it.
        OVER,
        /// To the next statement of a function that called it.
        OUT
    }

    /// Whether the step ends at a statement of its goroutine with so many frames.
    boolean endsAt(int frames) {
        return switch (kind) {
            case IN -> true;
            case OVER -> frames <= depth;
            case OUT -> frames < depth;
        };
    }
}
