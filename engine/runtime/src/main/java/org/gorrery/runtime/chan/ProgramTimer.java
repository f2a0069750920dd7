package org.gorrery.runtime.chan;

import org.gorrery.runtime.sched.G;

/// A timer of package time, found by the index that its Go object holds ([org.gorrery.runtime.sched.ObjectTable]).
public sealed interface ProgramTimer permits TimeChannel, FuncTimer {
    /// Sets it anew.
    ///
    /// @param when to fire, by the driver's clock
    /// @param period distance of repetitions, 0 for none
    /// @return whether it was pending
    boolean set(G g, long when, long period);

    /// Stops it.
    ///
    /// @return whether it was pending
    boolean stop(G g);

    /// The timer of that index.
    static ProgramTimer of(G g, int index) {
        return (ProgramTimer) g.p.objects.get(index);
    }

    /// Ties a timer to its Go object.
    ///
    /// @return its index
    static int tie(G g, long object, ProgramTimer timer) {
        return g.p.objects.addFor(g.p.mcache.heap(), object, timer);
    }
}
