package org.gorrery.runtime.sched;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The Ms of a run, those that sleep among them, and the Ps that nobody holds: who has work for others wakes an M with an idle P, who
/// finds none gives its P back and sleeps. At most one M at a time is woken to look for work ("spinning"); it wakes the next.
///
/// Guard: [Sched#lock]; the numbers are also read without.
/// Source: Go runtime, `startm`, `stopm`, `wakep`, `pidleget` in `proc.go`.
final class IdleLists {
    private static final VarHandle SPINNING;

    static {
        try {
            SPINNING = MethodHandles.lookup().findVarHandle(IdleLists.class, "spinning", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Sched sched;
    private final List<M> ms = new ArrayList<>();
    private @Nullable P idlePs;
    private volatile int idlePCount;
    private @Nullable M idleMs;
    private int idleMCount;
    private int mCount;
    private int mNumber;
    private volatile int spinning;

    IdleLists(Sched sched) {
        this.sched = sched;
    }

    /// Under the lock. Ms that can still run Go code.
    int liveMs() {
        int n = mCount;
        for (M m : allMs()) {
            if (m.inSyscall || m.leaving) {
                n--;
            }
        }
        return n;
    }

    /// Waits until every M has ended, after [Sched#stop]; for threads that look at what is left.
    void awaitMs() {
        synchronized (sched.lock) {
            while (liveMs() > 0) {
                try {
                    sched.lock.wait(1);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                sched.world().preemptAll();
            }
        }
    }

    Iterable<M> allMs() {
        return ms;
    }

    void ended(M m) {
        synchronized (sched.lock) {
            mCount--;
            ms.remove(m);
            sched.lock.notifyAll();
        }
    }

    /// Wakes all that sleep, to see that the run ends.
    void wakeAll() {
        synchronized (sched.lock) {
            for (M m = idleMs; m != null; m = m.link) {
                sched.driver().wake(m);
            }
            sched.lock.notifyAll();
        }
    }

    /// Under the lock. Whether all Ms sleep and no P is held.
    boolean allIdle() {
        return idleMCount + sched.threadLock().sleeping() >= mCount
                && idlePCount >= sched.procs.length;
    }

    int spinningMs() {
        return spinning;
    }

    /// Threads that run, wait for work, or block.
    int threads() {
        synchronized (sched.lock) {
            return mCount;
        }
    }

    int idleMs() {
        return idleMCount;
    }

    void addSpinning(int n) {
        SPINNING.getAndAdd(this, n);
    }

    int idleProcs() {
        return idlePCount;
    }

    /// Wakes an M to look for work, unless one does already.
    void wakeOne() {
        if (idlePCount == 0 || spinning != 0 || !SPINNING.compareAndSet(this, 0, 1)) {
            return;
        }
        synchronized (sched.lock) {
            P p = sched.world().stopRequested() ? null : takeIdleP();
            if (p == null) {
                addSpinning(-1);
                return;
            }
            p.setStatus(P.RUNNING);
            start(null, p, true);
        }
    }

    /// From outside any P: sees to it that what was put on the global queue is found.
    void wakeIfIdle() {
        synchronized (sched.lock) {
            if (sched.world().stopRequested()) {
                return;
            }
            P p = takeIdleP();
            if (p != null) {
                p.setStatus(P.RUNNING);
                start(null, p, false);
            }
        }
    }

    /// Under the lock: lets an idle M, or a new one, run with `p`.
    void start(@Nullable M which, P p, boolean spin) {
        M m = which == null ? takeIdleM() : which;
        if (m == null) {
            m = newM();
        }
        m.spinning = spin;
        m.nextP = p;
        sched.driver().wake(m);
    }

    /// Under the lock.
    M newM() {
        M m = new M(sched, mNumber++);
        mCount++;
        ms.add(m);
        sched.driver().launch(m);
        return m;
    }

    private @Nullable M takeIdleM() {
        M m = idleMs;
        if (m != null) {
            idleMs = m.link;
            m.link = null;
            idleMCount--;
        }
        return m;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
    void giveIdleP(P p) {
        p.setStatus(P.IDLE);
        p.m = null;
        p.link = idlePs;
        idlePs = p;
        idlePCount++;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
    @Nullable P takeIdleP() {
        P p = idlePs;
        if (p != null) {
            idlePs = p.link;
            p.link = null;
            idlePCount--;
        }
        return p;
    }

    /// Under the lock: takes that one out of the idle list, if it is there.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    boolean takeIdleP(P wanted) {
        P before = null;
        for (P p = idlePs; p != null; before = p, p = p.link) {
            if (p == wanted) {
                if (before == null) {
                    idlePs = p.link;
                } else {
                    before.link = p.link;
                }
                p.link = null;
                idlePCount--;
                return true;
            }
        }
        return false;
    }

    /// The M sleeps until it is given a P. It holds none.
    ///
    /// @param untilNanos when to come back even without; then it tries to take an idle one itself
    /// @return false where the run ends
    boolean sleep(M m, long untilNanos) {
        String dead;
        synchronized (sched.lock) {
            P given = m.nextP;
            if (given != null) { // a new M has been given its P before it came here
                m.nextP = null;
                acquire(m, given);
                return true;
            }
            m.link = idleMs;
            idleMs = m;
            idleMCount++;
            dead = untilNanos == Long.MAX_VALUE ? sched.deadlocks().found() : null;
        }
        if (dead != null) {
            sched.supervisor().deadlocked(dead);
        }
        for (; ; ) {
            P p = m.nextP;
            if (p != null) {
                m.nextP = null;
                acquire(m, p);
                return true;
            }
            if (sched.stopping()) {
                return false;
            }
            if (untilNanos != Long.MAX_VALUE
                    && (sched.driver().nanotime() >= untilNanos
                            || sched.finder().earlierTimer(untilNanos))) {
                synchronized (sched.lock) {
                    if (m.nextP == null) {
                        unlist(m);
                        P idle = sched.world().stopRequested() ? null : takeIdleP();
                        if (idle != null) {
                            idle.setStatus(P.RUNNING);
                            acquire(m, idle);
                        }
                        return true;
                    }
                }
            } else {
                sched.driver().sleep(m, untilNanos);
            }
        }
    }

    private void unlist(M m) {
        M before = null;
        for (M x = idleMs; x != null; before = x, x = x.link) {
            if (x == m) {
                if (before == null) {
                    idleMs = x.link;
                } else {
                    before.link = x.link;
                }
                x.link = null;
                idleMCount--;
                return;
            }
        }
    }

    void acquire(M m, P p) {
        m.p = p;
        p.m = m;
        if (p.events != null) {
            p.procStarted(m);
        }
    }
}
