package org.gorrery.library.internal.goroutine;

import org.gorrery.runtime.sched.G;

/// Bodyless functions of `internal/goroutine`.
public final class Natives {
    private Natives() {}

    /// Its marks.
    public static int marks(G g, long sp) {
        return g.marks;
    }

    /// Replaces its marks.
    public static void setMarks(G g, long sp, int marks) {
        g.marks = marks;
    }
}
