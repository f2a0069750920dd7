package org.gorrery.runtime.sched;

import org.gorrery.event.EventKind;
import org.gorrery.event.StopReason;
import org.jspecify.annotations.Nullable;

/// Stopping and starting of all goroutines.
///
/// Who stops the world owns it until it starts it again: a goroutine (a collection, GOMAXPROCS, a stack dump), or a thread
/// outside (a snapshot, a pause). Each P is stopped by the M that holds it, at the next poll of its G, or by the stopper where nobody
/// holds it. The owner may then read and change the state of all Ps and Gs.
/// Source: Go runtime, `stopTheWorldWithSema`, `startTheWorldWithSema`, `procresize` in `proc.go`.
public final class World {
    private static final long ASK_AGAIN_NANOS = 100_000;
    private static final long OWNER_ASKED_MILLIS = 10;
    private final Sched sched;
    private final Object owning = new Object();
    private boolean owned;

    // Guard: owning. Held: stopped for long, by a pause or a debugger; lent: one look meanwhile
    private boolean held;
    private boolean lent;
    private volatile boolean stopRequested;
    private int running;
    private StopReason reason = StopReason.SNAPSHOT;

    World(Sched sched) {
        this.sched = sched;
    }

    /// Whether the world is being stopped, or is.
    public boolean stopRequested() {
        return stopRequested;
    }

    /// Ps that have not stopped yet.
    int running() {
        return stopRequested ? running : 0;
    }

    /// A goroutine stops all others. It may let others run while it waits for its turn.
    ///
    /// @param sp its top frame
    public void stop(G g, long sp, StopReason why) {
        g.sp = sp;
        while (!own()) {
            sched.poll(g, sp);
        }
        request(why, g.p);
        await();
        if (sched.stopping()) {
            start(g.p);
            sched.leaveForEver(g);
        }
    }

    /// A thread outside stops all.
    public void stopFromOutside(StopReason why) {
        stopFromOutside(why, true);
    }

    /// @param look whether only to look: possible while the world is held
    private void stopFromOutside(StopReason why, boolean look) {
        boolean mine;
        synchronized (owning) {
            while (owned && (!look || !held || lent) && !sched.stopping()) {
                try {
                    owning.wait(OWNER_ASKED_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
            mine = !owned;
            if (mine) {
                owned = true;
            } else {
                // Held for a look, or owned by one who ended the run and lets go no more.
                lent = true;
            }
        }
        if (mine) {
            request(why, null);
            await();
        } else if (sched.stopping()) {
            sched.idle().awaitMs();
        }
    }

    /// The owner keeps the world stopped for long: meanwhile threads outside may stop it too, which costs nothing, for a look each.
    public void hold() {
        synchronized (owning) {
            held = true;
            owning.notifyAll();
        }
    }

    /// Ends [#hold]; returns when nobody looks any more.
    public void release() {
        synchronized (owning) {
            boolean interrupted = false;
            while (lent) {
                try {
                    owning.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            held = false;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean own() {
        synchronized (owning) {
            if (owned) {
                return false;
            }
            owned = true;
            return true;
        }
    }

    private void request(StopReason why, @Nullable P mine) {
        reason = why;
        synchronized (sched.lock) {
            running = 0;
            stopRequested = true;
            for (P p : sched.procs) {
                if (p == mine) {
                    p.setStatus(P.GCSTOP);
                } else if (p.casStatus(P.SYSCALL, P.GCSTOP)) {
                    p.syscallTick++;
                    p.m = null;
                } else if (p.status() != P.GCSTOP) {
                    running++;
                }
            }
            for (P p = sched.idle().takeIdleP(); p != null; p = sched.idle().takeIdleP()) {
                p.setStatus(P.GCSTOP);
                running--;
            }
        }
        P any = mine == null ? sched.procs[0] : mine;
        if (any.events != null && mine != null) {
            any.stopBegins(why);
        }
        preemptAll();
    }

    private void await() {
        long spinUntil = sched.driver().nanotime() + 20_000;
        while (pending() && sched.driver().nanotime() < spinUntil) {
            Thread.onSpinWait();
        }
        synchronized (sched.lock) {
            while (running > 0 && !sched.stopping()) {
                try {
                    sched.lock.wait(0, (int) ASK_AGAIN_NANOS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                preemptAll();
            }
        }
    }

    private boolean pending() {
        synchronized (sched.lock) {
            return running > 0;
        }
    }

    /// Asks what runs to stop at its next poll.
    void preemptAll() {
        for (P p : sched.procs) {
            G g = p.current;
            if (g != null) {
                g.requestPreempt();
            }
        }
    }

    /// Under the scheduler's lock: that P is stopped.
    void stopped(P p) {
        p.setStatus(P.GCSTOP);
        p.m = null;
        if (--running == 0) {
            sched.lock.notifyAll();
        }
    }

    /// An M that holds `p` stops with it.
    void stopHere(M m, P p) {
        synchronized (sched.lock) {
            if (!stopRequested) {
                return;
            }
            if (m.spinning) {
                m.spinning = false;
                sched.idle().addSpinning(-1);
            }
            m.p = null;
            stopped(p);
        }
    }

    /// A P whose M has just begun to block stops.
    void stopSyscall(P p) {
        synchronized (sched.lock) {
            if (stopRequested && p.casStatus(P.SYSCALL, P.GCSTOP)) {
                stopped(p);
            }
        }
    }

    /// A goroutine that owns the world lets all run again.
    public void start(G g) {
        start(g.p);
    }

    /// A thread outside that owns the world lets all run again.
    public void startFromOutside() {
        synchronized (owning) {
            if (lent) {
                lent = false;
                owning.notifyAll();
                return;
            }
        }
        start((P) null);
    }

    private void start(@Nullable P mine) {
        synchronized (sched.lock) {
            stopRequested = false;
            for (int i = sched.procs.length - 1; i >= 0; i--) {
                P p = sched.procs[i];
                if (p == mine) {
                    p.setStatus(P.RUNNING);
                } else if (p.isEmpty() && p.timers.first() == Long.MAX_VALUE) {
                    sched.idle().giveIdleP(p);
                } else {
                    p.setStatus(P.RUNNING);
                    sched.idle().start(null, p, false);
                }
            }
            if (mine == null && sched.global.length() > 0) {
                sched.idle().wakeIfIdle();
            }
        }
        if (mine != null && mine.events != null) {
            mine.stopEnds(reason);
        }
        synchronized (owning) {
            owned = false;
            owning.notifyAll();
        }
        sched.idle().wakeOne();
    }

    /// runtime.GOMAXPROCS: stops the world, changes the number of Ps, and goes on.
    ///
    /// @param sp the top frame of the calling goroutine
    /// @return what it was before
    public int setGomaxprocs(G g, long sp, int n) {
        int before = sched.procs.length;
        if (n < 1 || n == before) {
            return before;
        }
        stop(g, sp, StopReason.GOMAXPROCS);
        moveToFirst(g);
        resize(n, g.p);
        start(g);
        return before;
    }

    /// As [#setGomaxprocs] from a thread outside.
    public void setGomaxprocsFromOutside(int n) {
        stopFromOutside(StopReason.GOMAXPROCS, false);
        resize(n, null);
        startFromOutside();
    }

    /// Sets GOMAXPROCS. The world is stopped and belongs to the caller.
    ///
    /// @param mine the caller's P, null where it is a thread outside
    private void resize(int n, @Nullable P mine) {
        P[] old = sched.procs;
        P[] now = new P[n];
        for (int i = 0; i < n; i++) {
            now[i] = i < old.length ? old[i] : newProc(i);
        }
        for (P p : now) {
            p.multi = n > 1;
        }
        for (int i = n; i < old.length; i++) {
            retire(old[i], now[0]);
        }
        sched.procs = now;
        if (mine != null && mine.events != null) {
            mine.put(EventKind.GOMAXPROCS, 0, n);
        }
    }

    private P newProc(int i) {
        P p = new P(sched, i, sched.driver().seed() + i, sched.machine().heap().newMcache());
        sched.supervisor().procMade(p);
        p.setStatus(P.GCSTOP);
        return p;
    }

    private void retire(P p, P heir) {
        p.multi = true;
        for (G g = p.take(); g != null; g = p.take()) {
            sched.putGlobal(g);
        }
        p.timers.moveTo(heir.timers);
        sched.goroutines().takeFree(p, heir);
        sched.machine().heap().dropMcache(p.mcache);
        p.setStatus(P.DEAD);
    }

    /// Moves the calling goroutine, owner of the stopped world, from its P to P0, which always stays.
    private void moveToFirst(G g) {
        P from = g.p;
        P first = sched.procs[0];
        if (from == first) {
            return;
        }
        M m = g.m;
        from.current = null;
        from.m = null;
        m.p = first;
        first.m = m;
        first.current = g;
        g.p = first;
    }

    P makeProcs(int n) {
        resize(n, null);
        synchronized (sched.lock) {
            for (int i = n - 1; i > 0; i--) {
                sched.idle().giveIdleP(sched.procs[i]);
            }
        }
        return sched.procs[0];
    }
}
