package org.gorrery.runtime.diag;

import java.util.List;
import org.gorrery.event.SchedSnapshot;

/// Lines of GODEBUG=schedtrace and scheddetail.
///
/// Source: Go runtime, `proc.go` (`schedtrace`).
public final class SchedTrace {
    /// In the order of Go's numbers.
    private static final List<String> STATUS =
            List.of("idle", "running", "syscall", "gcstop", "dead");

    private SchedTrace() {}

    /// The line, and with `detail` those of the Ps.
    ///
    /// @param s a picture of the moment, not of a safepoint
    public static String of(SchedSnapshot s, int threads, boolean detail) {
        long idle = s.procs().stream().filter(p -> p.status().equals("idle")).count();
        StringBuilder out = new StringBuilder("SCHED ");
        out.append(s.timeNanos() / 1_000_000).append("ms: gomaxprocs=").append(s.gomaxprocs());
        out.append(" idleprocs=").append(idle);
        out.append(" threads=").append(threads);
        out.append(" spinningthreads=").append(s.spinningMs());
        out.append(" needspinning=0 idlethreads=").append(s.idleMs());
        out.append(" runqueue=").append(s.globalQueue());
        if (detail) {
            out.append('\n');
            s.procs().forEach(p -> detail(out, p));
            return out.toString();
        }
        out.append(" [ ");
        s.procs().forEach(p -> out.append(p.queue().length).append(' '));
        out.append("] schedticks=[ ");
        s.procs().forEach(p -> out.append(p.schedTick()).append(' '));
        return out.append("]\n").toString();
    }

    private static void detail(StringBuilder out, SchedSnapshot.Proc p) {
        out.append("  P").append(p.id()).append(": status=").append(STATUS.indexOf(p.status()));
        out.append(" schedtick=").append(p.schedTick());
        out.append(" m=").append(p.m() < 0 ? "nil" : Integer.toString(p.m()));
        out.append(" curg=").append(p.goroutine() == 0 ? "nil" : Long.toString(p.goroutine()));
        out.append(" runqsize=").append(p.queue().length).append('\n');
    }
}
