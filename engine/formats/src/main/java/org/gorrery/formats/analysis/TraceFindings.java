package org.gorrery.formats.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gorrery.formats.analysis.Finding.Severity;
import org.gorrery.formats.exectrace.EventKind;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.exectrace.Transition;

/// The rules for execution traces.
final class TraceFindings {
    /// A lock convoy: this share of all blocking stands at one stack under package sync, by this many waits.
    private static final double CONVOY_SHARE = 0.5;

    private static final int CONVOY_WAITS = 100;

    /// GC thrash: the collector has this share of the processors in its worst 100 ms.
    private static final double THRASH_SHARE = 0.5;

    /// Oversized GOMAXPROCS: on average less than this share of the Ps runs goroutines.
    private static final double IDLE_SHARE = 0.25;

    private static final int IDLE_PROCS = 8;

    /// Tiny timers: this many sleeps a second, shorter than this on average.
    private static final double SLEEPS_PER_SECOND = 1000;

    private static final long TINY_SLEEP_NANOS = 1_000_000;

    /// Leak candidates: this many goroutines of one function that block to the end of the trace without ever waking.
    private static final int LEAKED = 20;

    private final TraceModel t;
    private final List<GoroutineSummary> goroutines;
    private final List<Finding> found = new ArrayList<>();
    private final long nanos;

    private TraceFindings(TraceModel t) {
        this.t = t;
        this.goroutines = GoroutineSummaries.of(t);
        this.nanos = Math.max(1, t.endNanos() - t.startNanos());
    }

    static List<Finding> of(TraceModel t) {
        var f = new TraceFindings(t);
        f.convoy();
        f.thrash();
        f.idleProcs();
        f.tinyTimers();
        f.leaks();
        return f.found;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    private void convoy() {
        var waits = new HashMap<Integer, long[]>();
        long[] since = new long[t.goroutines()];
        int[] at = new int[t.goroutines()];
        long all = 0;
        for (int i = 0; i < t.size(); i++) {
            EventKind k = t.kind(i);
            int g = t.subject(i);
            if (k == EventKind.GO_BLOCK) {
                boolean lock = t.string(t.argument(i)).startsWith("sync");
                since[g] = lock ? t.time(i) : 0;
                at[g] = t.stack(i);
            } else if (k == EventKind.GO_UNBLOCK && since[g] != 0 && at[g] >= 0) {
                long[] sum = waits.computeIfAbsent(at[g], s -> new long[2]);
                sum[0]++;
                sum[1] += t.time(i) - since[g];
                all += t.time(i) - since[g];
                since[g] = 0;
            }
        }
        Map.Entry<Integer, long[]> worst =
                waits.entrySet().stream()
                        .max(Comparator.comparingLong(e -> e.getValue()[1]))
                        .orElse(null);
        if (worst != null
                && worst.getValue()[0] >= CONVOY_WAITS
                && worst.getValue()[1] > CONVOY_SHARE * all) {
            found.add(
                    Finding.of(
                            Severity.WARNING,
                            "lock convoy",
                            "goroutines queue for one lock in "
                                    + place(worst.getKey())
                                    + ": hold it shorter or split it",
                            worst.getValue()[0]
                                    + " waits, "
                                    + percent((double) worst.getValue()[1] / all)
                                    + " of all time spent on locks; threshold "
                                    + CONVOY_WAITS
                                    + " waits and "
                                    + percent(CONVOY_SHARE)));
        }
    }

    /// {@return the innermost frame of a stack that is neither the runtime's nor package sync's}
    private String place(int stack) {
        for (int i = 0; i < t.depth(stack); i++) {
            String f = t.function(t.frame(stack, i));
            if (!f.startsWith("runtime.")
                    && !f.startsWith("sync.")
                    && !f.startsWith("internal/sync.")) {
                return f + " (" + t.file(t.frame(stack, i)) + ":" + t.line(t.frame(stack, i)) + ")";
            }
        }
        return "an unknown place";
    }

    private void thrash() {
        var u = MutatorUtilization.of(t, MutatorUtilization.Counted.USUAL);
        MutatorUtilization.Worst worst = u.worst(100_000_000);
        if (u.steps() > 1 && nanos >= 100_000_000 && 1 - worst.share() > THRASH_SHARE) {
            found.add(
                    new Finding(
                            Severity.WARNING,
                            "GC thrash",
                            "the collector takes most of the processors for a while: raise GOGC or the memory limit, or allocate less",
                            percent(1 - worst.share())
                                    + " in its worst 100 ms; threshold "
                                    + percent(THRASH_SHARE),
                            -1,
                            worst.fromNanos()));
        }
    }

    private void idleProcs() {
        long procs = 0;
        for (int i = 0; i < t.size(); i++) {
            procs = t.kind(i) == EventKind.PROCS_CHANGE ? Math.max(procs, t.argument(i)) : procs;
        }
        long running = goroutines.stream().mapToLong(GoroutineSummary::execNanos).sum();
        double used = procs == 0 ? 1 : (double) running / nanos / procs;
        if (procs >= IDLE_PROCS && used < IDLE_SHARE) {
            found.add(
                    Finding.of(
                            Severity.NOTE,
                            "oversized GOMAXPROCS",
                            "GOMAXPROCS="
                                    + procs
                                    + " is more than the program uses: a smaller value saves wake-ups and steals",
                            percent(used)
                                    + " of the processors' time ran goroutines; threshold "
                                    + percent(IDLE_SHARE)
                                    + " with at least "
                                    + IDLE_PROCS
                                    + " processors"));
        }
    }

    private void tinyTimers() {
        long[] since = new long[t.goroutines()];
        long count = 0;
        long slept = 0;
        for (int i = 0; i < t.size(); i++) {
            EventKind k = t.kind(i);
            if (k == EventKind.GO_BLOCK) {
                since[t.subject(i)] = Transition.reason(t, i).equals("sleep") ? t.time(i) : 0;
            } else if (k == EventKind.GO_UNBLOCK && since[t.subject(i)] != 0) {
                count++;
                slept += t.time(i) - since[t.subject(i)];
                since[t.subject(i)] = 0;
            }
        }
        double rate = count * 1e9 / nanos;
        if (rate > SLEEPS_PER_SECOND && slept / count < TINY_SLEEP_NANOS) {
            found.add(
                    Finding.of(
                            Severity.NOTE,
                            "tiny timers",
                            "the program sleeps very often for very short times: wait for an event instead",
                            String.format(
                                    Locale.ROOT,
                                    "%.0f sleeps a second of %d µs on average; threshold %.0f a second below %d µs",
                                    rate,
                                    slept / count / 1000,
                                    SLEEPS_PER_SECOND,
                                    TINY_SLEEP_NANOS / 1000)));
        }
    }

    private void leaks() {
        var byPlace = new HashMap<Integer, Integer>();
        int[] blockedAt = new int[t.goroutines()];
        java.util.Arrays.fill(blockedAt, -1);
        for (int i = 0; i < t.size(); i++) {
            EventKind k = t.kind(i);
            if (k == EventKind.GO_BLOCK) {
                String reason = Transition.reason(t, i);
                boolean suspicious =
                        reason.startsWith("chan")
                                || reason.equals("select")
                                || reason.equals("forever");
                blockedAt[t.subject(i)] =
                        suspicious && t.time(i) < t.startNanos() + nanos / 2 ? t.stack(i) : -1;
            } else if (k.group() == EventKind.Group.GO) {
                blockedAt[t.subject(i)] = -1;
            }
        }
        for (int stack : blockedAt) {
            if (stack >= 0) {
                byPlace.merge(stack, 1, Integer::sum);
            }
        }
        byPlace.forEach((stack, n) -> {
            if (n >= LEAKED) {
                found.add(
                        Finding.of(
                                Severity.WARNING,
                                "leak candidates",
                                n
                                        + " goroutines have waited in "
                                        + place(stack)
                                        + " for half of the trace and were never woken: who should send or close?",
                                n + " goroutines; threshold " + LEAKED));
            }
        });
    }
}
