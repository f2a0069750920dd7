package org.gorrery.runtime.gc;

import org.gorrery.event.WaitReason;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.P;
import org.gorrery.runtime.sched.Sched;
import org.gorrery.runtime.stack.NativeFrame;
import org.jspecify.annotations.Nullable;

/// The goroutine that collects when none has for two minutes, so that a program which allocates little gives back what is dead, and its
/// finalizers run. It is there from the first collection on; sysmon wakes it.
///
/// Guard: its monitor, but for what the goroutine itself does.
/// Source: Go runtime, `forcegchelper`, `sysmon` in `proc.go`; `gcTriggerTime` in `mgc.go`.
final class PeriodicCollection {
    private final GcController gc;
    private final long periodNanos;
    private boolean started;
    private @Nullable G waiting;
    private volatile long lastEndNanos = Long.MAX_VALUE;

    /// @param periodNanos after which a collection is due
    PeriodicCollection(GcController gc, long periodNanos) {
        this.gc = gc;
        this.periodNanos = periodNanos;
    }

    /// A collection has ended.
    ///
    /// @param now clock of the run
    void ended(P p, long now) {
        lastEndNanos = now;
        boolean first;
        synchronized (this) {
            first = !started;
            started = true;
        }
        if (first) {
            p.sched.newSystem(p, this::serve);
        }
    }

    /// Wakes the goroutine if a collection is due; by sysmon.
    void look(Sched sched, long now) {
        if (!isDue(now)) {
            return;
        }
        G g;
        synchronized (this) {
            g = waiting;
            waiting = null;
        }
        if (g != null) {
            sched.readyFromOutside(g);
        }
    }

    boolean isDue(long now) {
        return gc.gogc() >= 0 && now - periodNanos > lastEndNanos;
    }

    private void serve(G g, long sp) {
        Mem.st64(sp, NativeFrame.HIDDEN.pc(0));
        while (true) {
            g.sp = sp;
            synchronized (this) {
                waiting = g;
                g.willParkForOutside(WaitReason.FORCE_GC, 0);
            }
            g.park();
            gc.collectPeriodic(g, sp);
        }
    }
}
