package org.gorrery.library.time;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.GoTimer;
import org.gorrery.runtime.sched.P;

/// Calls a func in a goroutine of its own. The closure is a root while the timer is set; otherwise the Go object that stands for the timer
/// keeps it alive.
final class FuncEvent implements TimedEvent {
    private static final VarHandle PENDING;

    static {
        try {
            PENDING =
                    MethodHandles.lookup().findVarHandle(FuncEvent.class, "pending", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final GoTimer timer;
    private final long closure;

    @SuppressWarnings("UnusedVariable") // read by its VarHandle
    private boolean pending;

    FuncEvent(long closure) {
        this.closure = closure;
        this.timer = new GoTimer(this::fire, closure);
    }

    private void fire(P p, GoTimer t, long sequence, long now) {
        if (t.sequence() == sequence && taken()) {
            p.sched.newproc(p, null, closure, 0);
        }
    }

    /// Whether the call was still to be made: true for one of those who make it or stop it.
    private boolean taken() {
        return PENDING.compareAndSet(this, true, false);
    }

    @Override
    public boolean set(G g, long at, long period) {
        timer.stop(); // what is about to fire does so no more
        boolean before = (boolean) PENDING.getAndSet(this, true);
        timer.set(g.p, at, period);
        return before;
    }

    @Override
    public boolean stop(G g) {
        timer.stop();
        return taken();
    }
}
