package org.gorrery.runtime.diag;

import org.gorrery.event.SchedSnapshot;
import org.gorrery.runtime.sched.Sched;
import org.gorrery.runtime.sched.SchedDetail;
import org.jspecify.annotations.Nullable;

/// Lines of GODEBUG=schedtrace and scheddetail.
///
/// Source: Go runtime, `proc.go` (`schedtrace`).
public final class SchedTrace {
    private SchedTrace() {}

    /// The line, and those of Ps, Ms and Gs.
    ///
    /// @param s a picture of the moment, not of a safepoint
    /// @param detail whose Ps, Ms and Gs to show; null for none
    public static String of(SchedSnapshot s, int threads, @Nullable Sched detail) {
        long idle = s.procs().stream().filter(p -> p.status().equals("idle")).count();
        StringBuilder out = new StringBuilder("SCHED ");
        out.append(s.timeNanos() / 1_000_000).append("ms: gomaxprocs=").append(s.gomaxprocs());
        out.append(" idleprocs=").append(idle);
        out.append(" threads=").append(threads);
        out.append(" spinningthreads=").append(s.spinningMs());
        out.append(" needspinning=0 idlethreads=").append(s.idleMs());
        out.append(" runqueue=").append(s.globalQueue());
        if (detail != null) {
            SchedDetail.write(detail, out);
            return out.toString();
        }
        out.append(" [ ");
        s.procs().forEach(p -> out.append(p.queue().length).append(' '));
        out.append("] schedticks=[ ");
        s.procs().forEach(p -> out.append(p.schedTick()).append(' '));
        return out.append("]\n").toString();
    }
}
