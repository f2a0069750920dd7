package org.gorrery.formats.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gorrery.formats.analysis.Finding.Severity;
import org.gorrery.formats.dumps.GoroutineStack;
import org.gorrery.formats.gc.GcCycle;
import org.gorrery.formats.gc.GcHistory;

/// Looks at what was read for what an experienced engineer would point out.
///
/// Each rule states its threshold in the evidence of what it finds.
public final class Findings {
    /// Many goroutines at one place of a dump.
    private static final int CROWD = 100;

    /// Waiting longer than this is worth a word.
    private static final int LONG_WAIT_MINUTES = 60;

    /// Share of CPU time in collection since the start.
    private static final int GC_CPU_PERCENT = 25;

    /// Share of the cycles that were forced.
    private static final double FORCED_SHARE = 0.5;

    private Findings() {}

    /// Applies the rules for execution traces.
    ///
    /// @param trace the trace
    /// @return what was found
    public static List<Finding> of(org.gorrery.formats.exectrace.TraceModel trace) {
        return TraceFindings.of(trace);
    }

    /// Applies the rules for goroutine dumps.
    ///
    /// @param goroutines the goroutines
    /// @return what was found
    public static List<Finding> of(List<GoroutineStack> goroutines) {
        var found = new ArrayList<Finding>();
        long leaked = goroutines.stream().filter(GoroutineStack::leaked).count();
        if (leaked > 0) {
            found.add(
                    Finding.of(
                            Severity.PROBLEM,
                            "leaked goroutines",
                            leaked
                                    + " goroutines can never be woken: nothing that lives holds what they wait for",
                            "the collector marked them; threshold 1"));
        }
        for (StackGroups.Group g : StackGroups.of(goroutines, StackGroups.Likeness.EXACT)) {
            if (g.goroutines().size() >= CROWD) {
                found.add(
                        Finding.of(
                                Severity.WARNING,
                                "leak candidates",
                                g.goroutines().size()
                                        + " goroutines stand at one place, "
                                        + g.example().reason(),
                                g.goroutines().size() + " goroutines; threshold " + CROWD));
            } else if (g.longestWaitMinutes() >= LONG_WAIT_MINUTES
                    && waitsForGoroutines(g.example())) {
                found.add(
                        Finding.of(
                                Severity.NOTE,
                                "long wait",
                                g.goroutines().size()
                                        + " goroutine(s) have waited in "
                                        + g.example().reason()
                                        + " for up to "
                                        + g.longestWaitMinutes()
                                        + " minutes",
                                g.longestWaitMinutes()
                                        + " minutes; threshold "
                                        + LONG_WAIT_MINUTES));
            }
        }
        return found;
    }

    private static boolean waitsForGoroutines(GoroutineStack g) {
        String r = g.reason();
        return r.startsWith("chan")
                || r.startsWith("select")
                || r.startsWith("sem")
                || r.startsWith("sync.");
    }

    /// Applies the rules for collections.
    ///
    /// @param gc the cycles
    /// @return what was found
    public static List<Finding> of(GcHistory gc) {
        var found = new ArrayList<Finding>();
        if (gc.cycles().isEmpty()) {
            return found;
        }
        GcCycle last = gc.cycles().getLast();
        if (last.cpuPercent() >= GC_CPU_PERCENT) {
            found.add(
                    Finding.of(
                            Severity.WARNING,
                            "GC thrash",
                            "the collector took a large share of the CPU: raise GOGC or allocate less",
                            last.cpuPercent()
                                    + " % of CPU time since the start; threshold "
                                    + GC_CPU_PERCENT
                                    + " %"));
        }
        double forced = (double) gc.forced() / gc.cycles().size();
        if (gc.cycles().size() >= 10 && forced > FORCED_SHARE) {
            found.add(
                    Finding.of(
                            Severity.NOTE,
                            "forced collections",
                            "most cycles were asked for by runtime.GC: the pacer would collect less often",
                            String.format(
                                    Locale.ROOT,
                                    "%.0f %% forced; threshold %.0f %%",
                                    forced * 100,
                                    FORCED_SHARE * 100)));
        }
        return found;
    }
}
