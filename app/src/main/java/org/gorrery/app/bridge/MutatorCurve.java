package org.gorrery.app.bridge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gorrery.event.GcCycle;
import org.gorrery.formats.analysis.MutatorUtilization;

/// The least share of the processors that the program itself had in any window, by the window's length; immutable.
///
/// Source: Cheng and Blelloch, "A parallel, real-time garbage collector" (2001).
///
/// @param stopsOnly whether only stopped worlds count as the collector's, since nothing more is known
/// @param windowNanos lengths of windows, ascending
/// @param minimum the least share in any window of that length, 0 to 1
/// @param fromNanos where the worst window of that length begins
public record MutatorCurve(
        boolean stopsOnly, List<Long> windowNanos, List<Double> minimum, List<Long> fromNanos) {
    private static final int WINDOWS_PER_DECADE = 12;
    private static final double SHORTEST = 10_000;

    /// Copies the lists.
    public MutatorCurve {
        windowNanos = List.copyOf(windowNanos);
        minimum = List.copyOf(minimum);
        fromNanos = List.copyOf(fromNanos);
    }

    /// The curve of a share over time.
    ///
    /// @param originNanos what is taken from the times of windows, so that they count from the start of the run
    /// @return empty where less than two windows fit
    public static Optional<MutatorCurve> of(
            MutatorUtilization shares, boolean stopsOnly, long originNanos) {
        if (shares.steps() < 2) {
            return Optional.empty();
        }
        double length = shares.time(shares.steps() - 1) - shares.time(0);
        var windows = new ArrayList<Long>();
        var minimum = new ArrayList<Double>();
        var from = new ArrayList<Long>();
        int n = (int) Math.floor(Math.log10(length / SHORTEST) * WINDOWS_PER_DECADE);
        for (int i = 0; i <= n; i++) {
            long window = Math.round(SHORTEST * Math.pow(10, (double) i / WINDOWS_PER_DECADE));
            var worst = shares.worst(window);
            windows.add(window);
            minimum.add(worst.share());
            from.add(worst.fromNanos() - originNanos);
        }
        return windows.size() < 2
                ? Optional.empty()
                : Optional.of(new MutatorCurve(stopsOnly, windows, minimum, from));
    }

    /// The curve of a run of which only the collections are known: the program has nothing while the world is stopped.
    public static Optional<MutatorCurve> of(List<GcCycle> cycles, long endNanos) {
        var times = new ArrayList<Long>();
        var shares = new ArrayList<Double>();
        times.add(0L);
        shares.add(1.0);
        cycles.stream()
                .sorted(Comparator.comparingLong(GcCycle::startNanos))
                .forEach(c -> stops(c, times, shares));
        if (times.size() == 1 || endNanos <= times.getLast()) {
            return Optional.empty();
        }
        times.add(endNanos);
        shares.add(1.0);
        return of(
                MutatorUtilization.ofSteps(
                        times.stream().mapToLong(Long::longValue).toArray(),
                        shares.stream().mapToDouble(Double::doubleValue).toArray()),
                true,
                0);
    }

    private static void stops(GcCycle c, List<Long> times, List<Double> shares) {
        long end = c.endNanos();
        boolean whole = c.pauseNanos() >= c.sweepTermNanos() + c.markNanos() + c.markTermNanos();
        if (whole) {
            stop(c.startNanos(), end, times, shares);
        } else {
            stop(c.startNanos(), c.startNanos() + c.sweepTermNanos(), times, shares);
            stop(end - c.markTermNanos(), end, times, shares);
        }
    }

    private static void stop(long from, long to, List<Long> times, List<Double> shares) {
        long begin = Math.max(from, times.getLast());
        if (to > begin) {
            if (begin == times.getLast()) {
                times.removeLast();
                shares.removeLast();
            }
            times.add(begin);
            shares.add(0.0);
            times.add(to);
            shares.add(1.0);
        }
    }
}
