package org.gorrery.runtime.diag;

import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.GStatus;
import org.gorrery.runtime.sched.PanicRecord;
import org.gorrery.runtime.sched.Sched;
import org.gorrery.runtime.stack.Traceback;
import org.gorrery.runtime.stack.TracebackFrames;
import org.jspecify.annotations.Nullable;

/// Stacks of goroutines as text. The world is stopped, or the goroutine is the caller's own.
///
/// Source: Go runtime, `traceback.go` (`tracebackothers`).
public final class Stacks {
    /// Goroutines of a report; of further ones only the number is said, which Go does not. A million of them would fill the host's memory.
    private static final int MOST_GOROUTINES = 10_000;

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private final Sched sched;
    private final Traceback traceback;

    /// For a run.
    public Stacks(Sched sched) {
        this.sched = sched;
        this.traceback = new Traceback(sched.machine().unwinder().funcs());
    }

    /// What a program shows that dies in `g`, or in none.
    ///
    /// @param positions whether to show where the frames of `g` lie
    public void report(StringBuilder out, @Nullable G g, TracebackLevel level, boolean positions) {
        if (level == TracebackLevel.NONE) {
            return;
        }
        boolean system = level.compareTo(TracebackLevel.SYSTEM) >= 0;
        if (g != null) {
            out.append('\n');
            one(out, g, system, positions || system);
        }
        if (g == null || level != TracebackLevel.SINGLE) {
            long[] left = {0, MOST_GOROUTINES};
            sched.goroutines()
                    .forEach(x -> {
                        if (x != g && (system || !x.system)) {
                            if (--left[1] < 0) {
                                left[0]++;
                            } else {
                                out.append('\n');
                                one(out, x, system, system);
                            }
                        }
                    });
            if (left[0] > 0) {
                out.append("\n...").append(left[0]).append(" goroutines elided...\n");
            }
        }
    }

    /// The stack of one goroutine.
    public void one(StringBuilder out, G g, boolean system) {
        one(out, g, system, false);
    }

    private void one(StringBuilder out, G g, boolean system, boolean positions) {
        long waited =
                g.waitSince == 0 ? 0 : (sched.driver().nanotime() - g.waitSince) / MINUTE_NANOS;
        Traceback.header(out, g.id, state(g), waited, g.lockCount > 0);
        var unwinder = sched.machine().unwinder();
        var frames = new TracebackFrames(unwinder.funcs(), system);
        unwinder.walk(g.stack, top(g), frames);
        traceback.frames(out, frames, positions);
        if (g.creatorPc != 0) {
            traceback.createdBy(out, g.creatorPc, g.parentId);
        }
    }

    /// The innermost frame: of a panicking goroutine that which panicked last.
    private static long top(G g) {
        PanicRecord p = g.panic;
        return p == null || p.callSp != 0 ? g.sp : p.sp;
    }

    /// In the brackets behind a goroutine's number.
    public static String state(G g) {
        if (g.isWaiting()) {
            String why = g.waitReason.text();
            return why.isEmpty() ? "waiting" : why;
        }
        return GStatus.name(g.status());
    }
}
