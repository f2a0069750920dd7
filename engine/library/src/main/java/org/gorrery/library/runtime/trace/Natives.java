package org.gorrery.library.runtime.trace;

import org.gorrery.library.GoStrings;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.prof.ExecutionTrace;
import org.gorrery.runtime.sched.G;

/// Bodyless functions of `runtime/trace`.
public final class Natives {
    private Natives() {}

    /// Begins a trace: its number, 0 where there is one already.
    public static int begin(G g, long sp) {
        return LiveTrace.begin(g, sp);
    }

    /// The first bytes of a trace.
    public static long header(G g, long sp, int trace) {
        return GoStrings.put(g, sp, LiveTrace.of(g, trace).header());
    }

    /// What came since the last call.
    ///
    /// @param last whether to end
    public static long take(G g, long sp, int trace, int last) {
        return GoStrings.put(g, sp, LiveTrace.of(g, trace).take(g, sp, last != 0));
    }

    /// Marks a task, a region or a message where the program is traced. Kinds as in [ExecutionTrace].
    public static void mark(
            G g,
            long sp,
            int kind,
            long task,
            long parent,
            long a,
            long aLength,
            long b,
            long bLength) {
        if (g.p.trace instanceof ExecutionTrace t) {
            Panics.nativeFrame(g, sp);
            long first = kind == ExecutionTrace.LOG ? t.string(GoStrings.get(a, aLength)) : parent;
            t.marked(g, kind, task, first, GoStrings.get(b, bLength));
        }
    }
}
