package org.gorrery.runtime.sched;

/// Goroutines locked to their thread by LockOSThread: the G runs only on its M, the M runs only its G.
///
/// Source: Go runtime, `stoplockedm`, `startlockedm` in `proc.go`.
public final class ThreadLock {
    private final Sched sched;
    private volatile int sleeping;

    ThreadLock(Sched sched) {
        this.sched = sched;
    }

    /// LockOSThread.
    public void lock(G g) {
        g.lockCount++;
        g.lockedM = g.m;
        g.m.lockedG = g;
    }

    /// UnlockOSThread; without a lock nothing.
    public void unlock(G g) {
        if (g.lockCount == 0 || --g.lockCount > 0) {
            return;
        }
        g.lockedM = null;
        g.m.lockedG = null;
    }

    int sleeping() {
        return sleeping;
    }

    /// The M waits, its P given away, until its G is runnable and it is handed a P.
    ///
    /// @return false where the run ends
    @SuppressWarnings("NonAtomicVolatileUpdate") // under the scheduler's lock
    boolean await(M m) {
        P p = m.p;
        if (p != null) {
            m.p = null;
            p.m = null;
            sched.syscalls().handOff(p);
        }
        String dead;
        synchronized (sched.lock) {
            sleeping++;
            dead = sched.deadlocks().found();
        }
        if (dead != null) {
            sched.supervisor().deadlocked(dead);
        }
        try {
            for (; ; ) {
                P given = m.nextP;
                if (given != null) {
                    m.nextP = null;
                    sched.idle().acquire(m, given);
                    return true;
                }
                if (sched.stopping()) {
                    return false;
                }
                sched.driver().sleep(m, Long.MAX_VALUE);
            }
        } finally {
            synchronized (sched.lock) {
                sleeping--;
            }
        }
    }

    /// The M found a G that belongs to another: hands its P to that one and goes to sleep.
    void handTo(M m, M owner, G g) {
        P p = m.holding();
        m.p = null;
        p.m = null;
        owner.nextP = p;
        sched.driver().wake(owner);
    }

    void wakeAll() {
        synchronized (sched.lock) {
            for (M m : sched.idle().allMs()) {
                sched.driver().wake(m);
            }
        }
    }
}
