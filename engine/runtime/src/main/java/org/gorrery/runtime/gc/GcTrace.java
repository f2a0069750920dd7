package org.gorrery.runtime.gc;

import java.util.Locale;
import org.gorrery.event.GcCycle;

/// The lines of GODEBUG=gctrace=1.
///
/// Source: Go runtime, `extern.go` for today's form; `mgc0.c` of Go 1.4 for the older one.
final class GcTrace {
    private GcTrace() {}

    /// Counts that only the older form has.
    ///
    /// @param objects alive after the cycle
    /// @param mallocs ever
    /// @param frees ever
    /// @param workers threads that marked
    /// @param handoffs how often mark work changed hands
    /// @param handoffSpans how much of it
    record Counts(
            long objects,
            long mallocs,
            long frees,
            int goroutines,
            int spans,
            int workers,
            long handoffs,
            long handoffSpans) {}

    /// Today's form.
    ///
    /// @param workers threads that marked
    /// @param runNanos from the start of the run to the end of the cycle
    /// @param gcNanos spent in collections so far, times processors
    static String current(GcCycle c, int workers, long runNanos, long gcNanos) {
        long percent = runNanos <= 0 ? 0 : Math.min(100, gcNanos * 100 / (runNanos * c.procs()));
        double term = c.sweepTermNanos() / 1e6;
        double mark = c.markNanos() / 1e6;
        double end = c.markTermNanos() / 1e6;
        return String.format(
                Locale.ROOT,
                "gc %d @%.3fs %d%%: %s+%s+%s ms clock, %s+0/%s/0+%s ms cpu, %d->%d->%d MB, %d MB goal, %d MB stacks, %d MB globals, %d P%s%n",
                c.number(),
                c.startNanos() / 1e9,
                percent,
                millis(term),
                millis(mark),
                millis(end),
                millis(term * c.procs()),
                millis(mark * workers),
                millis(end * c.procs()),
                megabytes(c.heapBeforeBytes()),
                megabytes(c.heapAfterBytes()),
                megabytes(c.heapLiveBytes()),
                megabytes(c.heapGoalBytes()),
                megabytes(c.stackBytes()),
                megabytes(c.globalsBytes()),
                c.procs(),
                "forced".equals(c.trigger()) ? " (forced)" : "");
    }

    /// Two significant digits below ten, else whole.
    private static String millis(double ms) {
        if (ms >= 10) {
            return String.format(Locale.ROOT, "%.0f", ms);
        }
        if (ms >= 1) {
            return String.format(Locale.ROOT, "%.1f", ms);
        }
        return String.format(Locale.ROOT, ms >= 0.1 ? "%.2f" : "%.3f", ms);
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }

    /// The form of Go 1.4. Mark work is handed off only, so that steals and yields read as none.
    static String go14(GcCycle c, Counts n) {
        return String.format(
                Locale.ROOT,
                "gc%d(%d): %d+%d+%d+%d us, %d -> %d MB, %d (%d-%d) objects, %d goroutines, %d/%d/%d sweeps, %d(%d) handoff, 0(0) steal, 0/0/0 yields%n",
                c.number(),
                n.workers(),
                0,
                c.sweepTermNanos() / 1000,
                c.markNanos() / 1000,
                c.markTermNanos() / 1000,
                megabytes(c.heapBeforeBytes()),
                megabytes(c.heapAfterBytes()),
                n.objects(),
                n.mallocs(),
                n.frees(),
                n.goroutines(),
                n.spans(),
                0,
                0,
                n.handoffs(),
                n.handoffSpans());
    }
}
