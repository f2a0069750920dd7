package org.gorrery.library.time;

import java.util.HashSet;
import java.util.Set;
import org.gorrery.runtime.gc.GcController;
import org.gorrery.runtime.sched.G;

/// The calls of a run that timers are still to make: their closures are alive.
///
/// Guard: this.
final class PendingCalls {
    private final Set<FuncEvent> events = new HashSet<>();

    /// The calls of a run, known by an index of its objects.
    static int make(G g) {
        var calls = new PendingCalls();
        GcController.of(g)
                .addRoots(root -> {
                    synchronized (calls) {
                        calls.events.forEach(e -> root.accept(e.closure()));
                    }
                });
        return g.p.objects.add(calls);
    }

    static PendingCalls of(G g, int index) {
        return (PendingCalls) g.p.objects.get(index);
    }

    /// Whether it was not there already.
    synchronized boolean add(FuncEvent event) {
        return events.add(event);
    }

    /// Whether it was there: to be asked once by who makes the call or stops it.
    synchronized boolean take(FuncEvent event) {
        return events.remove(event);
    }
}
