package org.gorrery.runtime.chan;

import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.GoTimer;

/// The timer of time.AfterFunc: starts a goroutine each time it fires.
public final class FuncTimer implements ProgramTimer {
    private final GoTimer timer;

    /// With the closure to run, a func().
    public FuncTimer(long closure) {
        this.timer =
                new GoTimer((p, t, sequence, now) -> p.sched.newproc(p, null, closure, 0), closure);
    }

    @Override
    public boolean set(G g, long when, long period) {
        return timer.set(g.p, when, period);
    }

    @Override
    public boolean stop(G g) {
        return timer.stop();
    }
}
