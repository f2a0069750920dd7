package org.gorrery.runtime.entry;

import org.gorrery.runtime.iface.Ifaces;
import org.gorrery.runtime.panics.RuntimeErrors;
import org.gorrery.runtime.panics.Unwind;
import org.gorrery.runtime.sched.G;

/// Runtime errors found by entry points that are no fault entries themselves. The frame at sp is complete; each answers what to throw.
final class Faults {
    private Faults() {}

    /// A runtime error.
    ///
    /// @param text without `runtime error: `
    static RuntimeException raise(G g, long sp, String text) {
        return RuntimeErrors.error(g, sp, text);
    }

    /// A runtime error whose text does not begin with `runtime error: `.
    static RuntimeException plain(G g, long sp, String text) {
        return RuntimeErrors.plain(g, sp, text);
    }

    /// A failed type assertion.
    ///
    /// @param iface static type of the interface, 0 where unknown
    /// @param concrete type of the value, 0 for nil
    static RuntimeException assertion(G g, long sp, long iface, long concrete, long asserted) {
        long missing = Ifaces.of(g).assertions().lacking(concrete, asserted);
        return RuntimeErrors.assertion(g, sp, iface, concrete, asserted, missing);
    }

    /// What ends the program: does not return.
    static RuntimeException fatal(G g, long sp, String text) {
        g.p.sched.supervisor().fatal(g, sp, text);
        return Unwind.INSTANCE;
    }

    /// As [#fatal], for what the program itself has done wrong.
    static RuntimeException ending(G g, long sp, String text) {
        g.p.sched.supervisor().misuse(g, sp, text);
        return Unwind.INSTANCE;
    }
}
