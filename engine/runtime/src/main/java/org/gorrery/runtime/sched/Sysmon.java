package org.gorrery.runtime.sched;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/// The thread that watches over the others without a P: takes Ps from Ms that block, asks Gs to stop that have run too long, sees to due
/// timers, and wakes a P for work that lies waiting while others idle.
///
/// Looks every 20 µs while there is something to do, more and more rarely (up to 10 ms) while there is not.
/// Source: Go runtime, `sysmon`, `retake` in `proc.go`.
final class Sysmon {
    private static final long SLICE_NANOS = 10_000_000;
    private static final long SHORTEST_NANOS = 20_000;
    private static final long LONGEST_NANOS = 10_000_000;
    private static final int IDLE_LOOKS = 50;
    private final Sched sched;
    private final Thread thread;
    private long traced;
    private int[] schedTick = new int[0];
    private int[] switches = new int[0];
    private int[] syscallTick = new int[0];
    private long[] sliceStart = new long[0];
    private long[] syscallStart = new long[0];

    Sysmon(Sched sched) {
        this.sched = sched;
        this.thread = new Thread(null, this::watch, "sysmon", 0, false);
        thread.setDaemon(true);
    }

    void launch() {
        thread.start();
    }

    /// Waits until it has ended, which it does soon after the run is stopped: it may be reading stacks.
    void join() throws InterruptedException {
        thread.join();
    }

    private void watch() {
        int idle = 0;
        long pause = SHORTEST_NANOS;
        while (!sched.stopping()) {
            if (idle == 0) {
                pause = SHORTEST_NANOS;
            } else if (idle > IDLE_LOOKS) {
                pause = Math.min(pause * 2, LONGEST_NANOS);
            }
            LockSupport.parkNanos(pause);
            if (sched.stopping()) {
                return;
            }
            long now = sched.driver().nanotime();
            long every = sched.traceEveryNanos;
            if (every > 0 && now - traced >= every) {
                traced = now;
                sched.supervisor().trace(now);
            }
            sched.supervisor().look(now);
            if (look(now)) {
                idle = 0;
            } else {
                idle++;
            }
        }
    }

    /// @return whether there was something to do
    private boolean look(long now) {
        P[] all = sched.procs;
        if (schedTick.length != all.length) {
            resize(all.length);
        }
        boolean did = false;
        boolean waiting = false;
        for (int i = 0; i < all.length; i++) {
            P p = all[i];
            int status = p.status();
            if (status == P.RUNNING || status == P.SYSCALL) {
                did |= slice(p, i, now);
            }
            if (status == P.SYSCALL) {
                did |= retake(p, i, now);
            }
            waiting |= p.length() > 0 && p.switches == switches[i];
            switches[i] = p.switches;
        }
        if (waiting && sched.idle().idleProcs() > 0) {
            sched.idle().wakeOne();
            did = true;
        }
        if (sched.idle().idleProcs() > 0 && sched.finder().nextTimer() < now - SHORTEST_NANOS) {
            sched.idle().wakeIfIdle();
            did = true;
        }
        if (sched.idle().idleProcs() == all.length) {
            sched.deadlocks().check();
        }
        return did;
    }

    private void resize(int n) {
        schedTick = Arrays.copyOf(schedTick, n);
        switches = Arrays.copyOf(switches, n);
        syscallTick = Arrays.copyOf(syscallTick, n);
        sliceStart = Arrays.copyOf(sliceStart, n);
        syscallStart = Arrays.copyOf(syscallStart, n);
    }

    private boolean slice(P p, int i, long now) {
        if (schedTick[i] != p.schedTick) {
            schedTick[i] = p.schedTick;
            sliceStart[i] = now;
            return false;
        }
        G g = p.current;
        if (g != null && now - sliceStart[i] >= SLICE_NANOS) {
            p.sliceOver = true;
            g.requestPreempt();
        }
        return false;
    }

    private boolean retake(P p, int i, long now) {
        if (syscallTick[i] != p.syscallTick) {
            syscallTick[i] = p.syscallTick;
            syscallStart[i] = now;
            return false;
        }
        if (p.isEmpty()
                && sched.idle().spinningMs() + sched.idle().idleProcs() > 0
                && now - syscallStart[i] < SLICE_NANOS) {
            return false;
        }
        if (p.casStatus(P.SYSCALL, P.RUNNING)) {
            p.syscallTick++;
            p.m = null;
            p.current = null;
            sched.syscalls().handOff(p);
            return true;
        }
        return false;
    }
}
