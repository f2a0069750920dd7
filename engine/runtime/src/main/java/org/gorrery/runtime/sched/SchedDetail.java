package org.gorrery.runtime.sched;

import org.jspecify.annotations.Nullable;

/// The lines of Ps, Ms and Gs that GODEBUG=scheddetail=1 adds to those of schedtrace. What is seen in passing: nothing is stopped.
///
/// Source: Go runtime, `schedtrace` in `proc.go`. What has no counterpart here (locks an M holds, whether it allocates, panics) reads as none.
public final class SchedDetail {
    private SchedDetail() {}

    /// Ends the first line and adds the others.
    public static void write(Sched sched, StringBuilder out) {
        out.append(" gcwaiting=").append(sched.world().stopRequested());
        out.append(" nmidlelocked=").append(sched.threadLock().sleeping());
        out.append(" stopwait=").append(sched.world().running());
        out.append(" sysmonwait=false\n");
        for (P p : sched.procs) {
            write(p, out);
        }
        synchronized (sched.lock) {
            for (M m : sched.idle().allMs()) {
                write(m, out);
            }
        }
        sched.goroutines().forEach(g -> write(g, out));
    }

    private static void write(P p, StringBuilder out) {
        M m = p.m;
        out.append("  P").append(p.id).append(": status=").append(p.status());
        out.append(" schedtick=").append(p.schedTick).append(" syscalltick=").append(p.syscallTick);
        out.append(" m=").append(name(m)).append(" runqsize=").append(p.queuedIds().length);
        out.append(" gfreecnt=").append(p.freeCount);
        out.append(" timerslen=").append(p.timers.size()).append('\n');
    }

    private static void write(M m, StringBuilder out) {
        P p = m.p;
        out.append("  M").append(m.number).append(": p=").append(p == null ? "nil" : p.id);
        out.append(" curg=").append(name(m.current()));
        out.append(" mallocing=0 throwing=0 preemptoff= locks=0 dying=0 spinning=")
                .append(m.spinning);
        out.append(" blocked=").append(m.inSyscall);
        out.append(" lockedg=").append(name(m.lockedG)).append('\n');
    }

    private static void write(G g, StringBuilder out) {
        boolean waits = g.isWaiting();
        int status =
                waits
                        ? GStatus.WAITING
                        : g.status() == GStatus.READIED ? GStatus.RUNNABLE : g.status();
        boolean onThread = status == GStatus.RUNNING || status == GStatus.SYSCALL;
        out.append("  G").append(g.id).append(": status=").append(status);
        out.append('(').append(waits ? g.waitReason.text() : "").append(") m=");
        out.append(onThread ? name(g.m) : "nil").append(" lockedm=").append(name(g.lockedM));
        out.append('\n');
    }

    private static String name(@Nullable M m) {
        return m == null ? "nil" : Integer.toString(m.number);
    }

    private static String name(@Nullable G g) {
        return g == null ? "nil" : Long.toString(g.id);
    }
}
