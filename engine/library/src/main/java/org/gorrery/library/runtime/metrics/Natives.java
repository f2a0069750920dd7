package org.gorrery.library.runtime.metrics;

import org.gorrery.runtime.gc.GcController;
import org.gorrery.runtime.sched.G;

/// Bodyless functions of `runtime/metrics`.
public final class Natives {
    private Natives() {}

    /// GOGC in percent; negative for off.
    public static int gogc(G g, long sp) {
        return GcController.of(g).gogc();
    }
}
