package org.gorrery.runtime.sched;

import org.gorrery.event.EventKind;
import org.jspecify.annotations.Nullable;

/// Calls that block their M: the P stays for a moment, then [Sysmon] gives it to another M.
///
/// Between [#enter] and [#exit] a native may not touch Go memory nor call any entry: its P, and so the right to do either, may be
/// gone, the world stopped or the run over.
/// Source: Go runtime, `entersyscall`, `exitsyscall`, `handoffp` in `proc.go`.
public final class Syscalls {
    private final Sched sched;

    Syscalls(Sched sched) {
        this.sched = sched;
    }

    /// The calling G begins to block its thread. `sp` is its top frame.
    @SuppressWarnings("NonAtomicVolatileUpdate") // own P's counter
    public void enter(G g, long sp) {
        g.sp = sp;
        P p = g.p;
        p.syscallTick++;
        if (p.events != null) {
            p.left(g, EventKind.SYSCALL_ENTER, 0, 0);
        }
        g.setStatus(GStatus.SYSCALL);
        g.m.inSyscall = true;
        p.setStatus(P.SYSCALL);
        if (sched.world().stopRequested()) {
            sched.world().stopSyscall(p);
        }
    }

    /// As [#enter], for what will surely block: the P is given away at once.
    public void enterBlocking(G g, long sp) {
        enter(g, sp);
        P p = g.p;
        if (p.casStatus(P.SYSCALL, P.RUNNING)) {
            p.m = null;
            handOff(p);
        }
    }

    /// It has come back: goes on with its P, or any idle one, or waits in the global queue. Where the run has ended meanwhile it never returns.
    ///
    /// The order matters: first it counts as one that may run Go code, then it looks whether the run ends; who ends it does so the other
    /// way round, and frees the memory only when none counts ([Sched#awaitEnd]).
    public void exit(G g) {
        M m = g.m;
        P p = g.p;
        m.inSyscall = false;
        if (sched.stopping()) {
            sched.leaveForEver(g);
        }
        if (p.casStatus(P.SYSCALL, P.RUNNING)) {
            g.setStatus(GStatus.RUNNING);
            returned(g, p);
            return;
        }
        m.p = null;
        if (acquireIdle(m, p)) {
            P got = m.holding();
            got.current = g;
            g.p = got;
            g.setStatus(GStatus.RUNNING);
            returned(g, got);
            return;
        }
        if (p.trace != null) {
            p.trace.returnedWithoutP(m, g);
        }
        sched.leave(g, M.WITHOUT_P);
    }

    private void returned(G g, P p) {
        if (p.events != null) {
            p.returned(g);
        }
        if (g.preemptOpaque()) {
            g.clearPreempt();
            if (sched.world().stopRequested() || sched.stopping()) {
                sched.poll(g, g.sp);
            }
        }
    }

    private boolean acquireIdle(M m, P old) {
        synchronized (sched.lock) {
            if (sched.world().stopRequested()) {
                return false;
            }
            P p = old;
            if (!sched.idle().takeIdleP(old)) {
                p = sched.idle().takeIdleP();
            }
            if (p == null) {
                return false;
            }
            p.setStatus(P.RUNNING);
            sched.idle().acquire(m, p);
            return true;
        }
    }

    /// On the M's own stack: its G has left without a P.
    ///
    /// @return the G where a P has come free meanwhile
    @Nullable G resumeWithoutP(M m, G g) {
        if (acquireIdle(m, g.p)) {
            return g;
        }
        sched.putGlobal(g);
        return null;
    }

    /// Gives away a P, held by the caller, whose M blocks: to an M if there is work for it, else to the idle ones.
    void handOff(P p) {
        synchronized (sched.lock) {
            if (sched.world().stopRequested()) {
                sched.world().stopped(p);
                return;
            }
            boolean work = !p.isEmpty() || sched.global.length() > 0;
            if (work
                    || sched.idle().spinningMs() == 0 && sched.idle().idleProcs() == 0 && p.multi) {
                p.setStatus(P.RUNNING);
                if (!work) {
                    sched.idle().addSpinning(1);
                }
                sched.idle().start(null, p, !work);
                return;
            }
            if (p.events != null) {
                p.procStopped(null);
            }
            sched.idle().giveIdleP(p);
        }
        sched.finder().timerAdded(p.timers.first());
    }
}
