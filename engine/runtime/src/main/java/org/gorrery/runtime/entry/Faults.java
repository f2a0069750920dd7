package org.gorrery.runtime.entry;

import org.gorrery.runtime.sched.G;

/// Runtime errors found by entry points that are no fault entries themselves.
final class Faults {
    private Faults() {}

    /// A runtime error; the frame at sp is complete.
    ///
    /// @param text without `runtime error: `
    static RuntimeException raise(G g, long sp, String text) {
        g.sp = sp;
        return new IllegalStateException(text);
    }

    /// A runtime error whose text does not begin with `runtime error: `.
    static RuntimeException plain(G g, long sp, String text) {
        g.sp = sp;
        return new IllegalStateException(text);
    }

    /// A failed type assertion.
    static RuntimeException assertion(G g, long sp, String text) {
        g.sp = sp;
        return new IllegalStateException(text);
    }

    /// What ends the program.
    static RuntimeException fatal(G g, long sp, String text) {
        g.sp = sp;
        return new IllegalStateException(text);
    }
}
