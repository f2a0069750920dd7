package org.gorrery.library.internal.settings;

import org.gorrery.library.GoStrings;
import org.gorrery.runtime.sched.G;

/// Bodyless functions of `internal/settings`.
public final class Natives {
    private Natives() {}

    /// The value of a setting, empty where it is not set.
    public static long value(G g, long sp, long name, long length) {
        return GoStrings.put(g, sp, g.p.sched.supervisor().godebug(GoStrings.get(name, length)));
    }
}
