package org.gorrery.runtime.sched;

import org.jspecify.annotations.Nullable;

/// A thread that runs goroutines while it holds a P.
///
/// Its own Java frames are the scheduler's; each goroutine is a continuation mounted on top of them.
/// Guard: itself; [#nextP], [#link] the scheduler's lock.
/// Source: Go runtime, `runtime2.go`, type `m`; `schedule` and `execute` in `proc.go`.
public final class M extends Thread {
    /// What is to be done with a runnable G that has left.
    static final int TO_GLOBAL = 0;

    /// It goes to the end of the own queue.
    static final int TO_LOCAL = 1;

    /// It came from a blocking call and found no P.
    static final int WITHOUT_P = 2;

    /// It is to be seen no more: the run ends.
    static final int STOPPED = 3;

    /// Number, from 0.
    public final int number;

    final Sched sched;

    /// The P it holds.
    @Nullable P p;

    /// The P it is given while it sleeps.
    volatile @Nullable P nextP;

    /// Whether it looks for work and is counted as such.
    boolean spinning;

    /// The goroutine locked to it.
    @Nullable G lockedG;

    /// Next among the idle ones.
    @Nullable M link;

    /// In a blocking call.
    volatile boolean inSyscall;

    /// The run has ended and it unwinds a deep stack, touching nothing.
    volatile boolean leaving;

    /// A goroutine has ended while locked to it, so the thread ends too: what was done to the thread must not reach others.
    boolean over;

    /// Destination of a G that leaves runnable.
    int after;

    private @Nullable G current;

    M(Sched sched, int number) {
        super(null, null, "M" + number, sched.driver().threadStackBytes(), false);
        this.sched = sched;
        this.number = number;
    }

    G running() {
        G g = current;
        if (g == null) {
            throw new IllegalStateException("M" + number + " runs no goroutine");
        }
        return g;
    }

    /// What it runs, or null.
    @Nullable G current() {
        return current;
    }

    @Override
    public void run() {
        try {
            for (; ; ) {
                G g = sched.finder().next(this);
                if (g == null) {
                    break;
                }
                execute(g);
                if (over) {
                    break;
                }
            }
        } catch (Throwable t) { // CHECKSTYLE.OFF: IllegalCatch root of a thread
            sched.broken(this, t);
        } finally {
            sched.idle().ended(this);
        }
    }

    private void execute(G g) {
        for (G next = g; next != null; ) {
            P own = holding();
            own.current = next;
            current = next;
            next.p = own;
            next.m = this;
            next.setStatus(GStatus.RUNNING);
            own.switches++;
            if (!own.inheritTime) {
                own.schedTick++;
            }
            next.clearPreempt();
            if (own.sliceOver) {
                own.sliceOver = false;
            }
            if (own.events != null) {
                own.started(next);
            }
            next.resume();
            next = left(next);
        }
    }

    P holding() {
        P own = p;
        if (own == null) {
            throw new IllegalStateException("M" + number + " holds no P");
        }
        return own;
    }

    /// After a G has left: puts it where it belongs.
    ///
    /// @return it, where it is to go on at once
    private @Nullable G left(G g) {
        P own = p;
        current = null;
        if (own != null) {
            own.current = null;
        }
        switch (g.status()) {
            case GStatus.PARKING, GStatus.READIED -> {
                if (!g.casStatus(GStatus.PARKING, GStatus.WAITING)) {
                    g.setStatus(GStatus.RUNNABLE);
                    P here = holding();
                    here.clockPassed();
                    here.putNext(g);
                }
            }
            case GStatus.RUNNABLE -> {
                return leftRunnable(g);
            }
            case GStatus.DEAD -> {
                if (!sched.stopping()) {
                    sched.goexit(this, g);
                }
            }
            default -> {}
        }
        return null;
    }

    private @Nullable G leftRunnable(G g) {
        switch (after) {
            case TO_LOCAL -> holding().put(g);
            case WITHOUT_P -> {
                return sched.syscalls().resumeWithoutP(this, g);
            }
            case STOPPED -> {}
            default -> sched.putGlobal(g);
        }
        return null;
    }
}
