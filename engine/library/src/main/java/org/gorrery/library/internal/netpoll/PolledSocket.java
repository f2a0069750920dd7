package org.gorrery.library.internal.netpoll;

import org.gorrery.event.WaitReason;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.GoTimer;
import org.gorrery.runtime.sched.P;
import org.gorrery.runtime.sched.Sched;
import org.jspecify.annotations.Nullable;

/// A socket for whose readiness goroutines wait: one for reading and one for writing, each with a deadline.
///
/// Guard: this, for all; no goroutine is readied, and no timer set, under it.
/// Source: Go runtime, `pollDesc` in `netpoll.go`.
final class PolledSocket {
    /// Why waiting is over.
    static final int FINE = 0;

    static final int CLOSING = 1;
    static final int TIMEOUT = 2;

    /// Directions.
    static final int READ = 0;

    static final int WRITE = 1;

    private final Sched sched;
    private final int number;
    private final Direction[] directions = {new Direction(), new Direction()};
    private boolean closing;

    private static final class Direction {
        boolean ready;
        boolean expired;
        boolean woken;
        @Nullable G waiter;
        @Nullable GoTimer timer;
        int setting;
    }

    PolledSocket(Sched sched, int number) {
        this.sched = sched;
        this.number = number;
    }

    int number() {
        return number;
    }

    private int problem(Direction d) {
        return closing ? CLOSING : d.expired ? TIMEOUT : FINE;
    }

    /// Forgets that it was ready, before a call that finds out.
    synchronized int reset(int direction) {
        Direction d = directions[direction];
        int problem = problem(d);
        if (problem == FINE) {
            d.ready = false;
        }
        return problem;
    }

    /// Parks until it is ready.
    ///
    /// @param heedless whether to wait even when it is closing or out of time
    int await(G g, int direction, boolean heedless) {
        Direction d = directions[direction];
        synchronized (this) {
            int problem = problem(d);
            if (problem != FINE && !heedless) {
                return problem;
            }
            if (d.ready) {
                d.ready = false;
                return FINE;
            }
            d.waiter = g;
            d.woken = false;
            sched.awaitOutside(1);
            g.willParkForOutside(WaitReason.IO, 0);
        }
        g.park();
        synchronized (this) {
            return d.woken ? FINE : problem(d);
        }
    }

    /// The goroutine to ready, by a goroutine of this run: it waits no more.
    private @Nullable G take(Direction d) {
        G g = d.waiter;
        if (g != null) {
            d.waiter = null;
            sched.awaitOutside(-1);
        }
        return g;
    }

    /// The host says that it is ready.
    ///
    /// @return who waited for that; it counts as waiting for the outside until it is readied, for no M may be running meanwhile
    synchronized @Nullable G ready(int direction) {
        Direction d = directions[direction];
        G g = d.waiter;
        d.waiter = null;
        d.woken = g != null;
        d.ready = g == null;
        return g;
    }

    /// Wakes who waits, and nobody waits again.
    void unblock(P p) {
        for (int i = READ; i <= WRITE; i++) {
            G g;
            GoTimer timer;
            synchronized (this) {
                closing = true;
                Direction d = directions[i];
                d.setting++;
                timer = d.timer;
                g = take(d);
            }
            if (timer != null) {
                timer.stop();
            }
            if (g != null) {
                sched.ready(p, g);
            }
        }
    }

    /// Sets a deadline.
    ///
    /// @param nanos from now; negative: it has passed; 0: none
    void deadline(P p, int direction, long nanos) {
        Direction d = directions[direction];
        GoTimer old;
        GoTimer timer = null;
        G g = null;
        synchronized (this) {
            int setting = ++d.setting;
            old = d.timer;
            d.expired = nanos < 0;
            if (nanos > 0) {
                timer = new GoTimer((on, t, sequence, now) -> expired(on, d, setting));
            }
            d.timer = timer;
            if (nanos < 0) {
                g = take(d);
            }
        }
        if (old != null) {
            old.stop();
        }
        if (timer != null) {
            long now = sched.driver().nanotime();
            long at = now + nanos;
            timer.set(p, at < 0 ? Long.MAX_VALUE - 1 : at, 0);
        }
        if (g != null) {
            sched.ready(p, g);
        }
    }

    private void expired(P p, Direction d, int setting) {
        G g;
        synchronized (this) {
            if (d.setting != setting) {
                return;
            }
            d.expired = true;
            g = take(d);
        }
        if (g != null) {
            sched.ready(p, g);
        }
    }
}
