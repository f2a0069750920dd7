package org.gorrery.library.os;

import org.gorrery.runtime.sched.G;

/// Bodyless functions of `os`.
public final class Natives {
    private Natives() {}

    /// For names of temporary files.
    public static int randomNumber(G g, long sp) {
        return g.p.random();
    }
}
