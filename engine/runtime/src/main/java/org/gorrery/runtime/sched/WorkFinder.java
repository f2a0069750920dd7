package org.gorrery.runtime.sched;

import org.jspecify.annotations.Nullable;

/// How an M finds its next goroutine: own queue, global queue, timers, other Ps, and when to give up and sleep.
///
/// Every 61st round looks at the global queue first, so that two Gs that ready each other cannot keep it waiting.
/// Source: Go runtime, `findRunnable`, `stealWork` in `proc.go`.
final class WorkFinder {
    private static final int GLOBAL_EVERY = 61;
    private final Sched sched;

    /// The M that sleeps until the next timer is due, and until when.
    private volatile @Nullable M timekeeper;

    private volatile long keepsUntil = Long.MAX_VALUE;

    WorkFinder(Sched sched) {
        this.sched = sched;
    }

    /// The next G for an M, which then holds a P; blocks while there is none.
    ///
    /// @return null where the run ends
    @Nullable G next(M m) {
        P p = m.p;
        if (p != null && m.lockedG == null && !sched.world().stopRequested() && !sched.stopping()) {
            G g = quick(p);
            if (g != null && g.lockedM == null && !m.spinning) {
                return g;
            }
            return slow(m, g);
        }
        return slow(m, null);
    }

    private @Nullable G quick(P p) {
        if (p.timers.first() != Long.MAX_VALUE) {
            p.timers.run(sched.driver().nanotime());
        }
        if (p.schedTick % GLOBAL_EVERY == 0 && sched.global.length() > 0) {
            G g = sched.takeGlobal(p, 1);
            if (g != null) {
                p.inheritTime = false;
                p.clockPassed();
                return g;
            }
        }
        return p.take();
    }

    private @Nullable G slow(M m, @Nullable G found) {
        G g = found;
        for (; ; ) {
            if (sched.stopping()) {
                return null;
            }
            if (m.lockedG != null && g == null) {
                if (!sched.threadLock().await(m)) {
                    return null;
                }
                g = m.lockedG;
                if (g != null) {
                    return g;
                }
                continue;
            }
            if (g == null) {
                P p = m.p;
                if (p == null) {
                    if (!sched.idle().sleep(m, Long.MAX_VALUE)) {
                        return null;
                    }
                    continue;
                }
                if (sched.world().stopRequested()) {
                    sched.world().stopHere(m, p);
                    continue;
                }
                g = quick(p);
                if (g == null) {
                    g = search(m, p);
                }
                if (g == null) {
                    continue;
                }
            }
            stopSpinning(m);
            M owner = g.lockedM;
            if (owner == null || owner == m) {
                return g;
            }
            sched.threadLock().handTo(m, owner, g);
            g = null;
        }
    }

    /// Looks at the global queue and at other Ps; where all are empty the M gives its P away and sleeps.
    ///
    /// @return null to start over
    private @Nullable G search(M m, P p) {
        p.inheritTime = false;
        p.clockPassed();
        G g = sched.takeGlobal(p, 0);
        if (g != null) {
            return g;
        }
        if (p.multi
                && (m.spinning
                        || 2 * sched.idle().spinningMs()
                                < sched.procs.length - sched.idle().idleProcs())) {
            if (!m.spinning) {
                m.spinning = true;
                sched.idle().addSpinning(1);
            }
            int rounds = sched.driver().spinRounds();
            for (int i = 0; i < rounds; i++) {
                g = stealRound(p, i == rounds - 1);
                if (g != null || sched.world().stopRequested() || sched.stopping()) {
                    return g;
                }
                Thread.onSpinWait();
            }
        }
        return giveUp(m, p);
    }

    private @Nullable G stealRound(P p, boolean last) {
        P[] all = sched.procs;
        int at = p.random(all.length);
        for (int i = 0; i < all.length; i++) {
            P q = all[at];
            at = at + 1 == all.length ? 0 : at + 1;
            if (q == p) {
                continue;
            }
            if (last && q.timers.first() != Long.MAX_VALUE) {
                q.timers.run(p, sched.driver().nanotime());
                G own = p.take();
                if (own != null) {
                    return own;
                }
            }
            G g = p.steal(q, last);
            if (g != null) {
                if (p.events != null) {
                    p.stole(q, g);
                }
                return g;
            }
        }
        return null;
    }

    private @Nullable G giveUp(M m, P p) {
        synchronized (sched.lock) {
            if (sched.world().stopRequested() || sched.stopping()) {
                return null;
            }
            if (sched.global.length() > 0) {
                return sched.takeGlobal(p, 0);
            }
            if (p.events != null) {
                p.procStopped(m);
            }
            m.p = null;
            sched.idle().giveIdleP(p);
        }
        if (m.spinning) {
            m.spinning = false;
            sched.idle().addSpinning(-1);
            if (someWork() && takeBack(m)) {
                m.spinning = true;
                sched.idle().addSpinning(1);
                return null;
            }
        }
        await(m);
        return null;
    }

    /// Work that came while this M still counted as spinning, so that nobody was woken for it.
    private boolean someWork() {
        if (sched.global.length() > 0) {
            return true;
        }
        for (P p : sched.procs) {
            if (p.queued() > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean takeBack(M m) {
        synchronized (sched.lock) {
            P p = sched.world().stopRequested() ? null : sched.idle().takeIdleP();
            if (p == null) {
                return false;
            }
            p.setStatus(P.RUNNING);
            sched.idle().acquire(m, p);
            return true;
        }
    }

    private void await(M m) {
        long until = Long.MAX_VALUE;
        synchronized (sched.lock) {
            M keeper = timekeeper;
            if (keeper == null) {
                until = nextTimer();
                if (until != Long.MAX_VALUE) {
                    timekeeper = m;
                    keepsUntil = until;
                }
            }
        }
        sched.idle().sleep(m, until);
        if (until != Long.MAX_VALUE) {
            synchronized (sched.lock) {
                timekeeper = null;
                keepsUntil = Long.MAX_VALUE;
            }
        }
    }

    /// When the earliest timer of all is due.
    long nextTimer() {
        long min = Long.MAX_VALUE;
        for (P p : sched.procs) {
            min = Math.min(min, p.timers.first());
        }
        return min;
    }

    /// Whether a timer came that is due before the sleeping timekeeper wakes.
    boolean earlierTimer(long until) {
        return nextTimer() < until;
    }

    /// A timer was set for `when`: the sleeping timekeeper must know if it is earlier.
    void timerAdded(long when) {
        M keeper = timekeeper;
        if (keeper != null && when < keepsUntil) {
            sched.driver().wake(keeper);
        }
    }

    private void stopSpinning(M m) {
        if (m.spinning) {
            m.spinning = false;
            sched.idle().addSpinning(-1);
            sched.idle().wakeOne();
        }
    }
}
