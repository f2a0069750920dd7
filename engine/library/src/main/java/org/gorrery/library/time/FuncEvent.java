package org.gorrery.library.time;

import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.GoTimer;
import org.gorrery.runtime.sched.P;

/// Calls a func in a goroutine of its own.
final class FuncEvent implements TimedEvent {
    private final GoTimer timer = new GoTimer(this::fire);
    private final PendingCalls calls;
    private final long closure;

    FuncEvent(PendingCalls calls, long closure) {
        this.calls = calls;
        this.closure = closure;
    }

    private void fire(P p, GoTimer t, long sequence, long now) {
        if (t.sequence() == sequence && calls.take(this)) {
            p.sched.newproc(p, (g, sp) -> g.p.sched.code().call(g, sp, g.startClosure), closure, 0);
        }
    }

    long closure() {
        return closure;
    }

    @Override
    public boolean set(G g, long at, long period) {
        timer.stop(); // what is about to fire does so no more
        boolean pending = !calls.add(this);
        timer.set(g.p, at, period);
        return pending;
    }

    @Override
    public boolean stop(G g) {
        timer.stop();
        return calls.take(this);
    }
}
