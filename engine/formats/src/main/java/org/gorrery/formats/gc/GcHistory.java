package org.gorrery.formats.gc;

import java.util.Arrays;
import java.util.List;

/// All cycles of a recording, with what sums them up.
///
/// @param cycles in the order they ended
public record GcHistory(List<GcCycle> cycles) {
    /// Copies the list.
    public GcHistory {
        cycles = List.copyOf(cycles);
    }

    /// {@return how many cycles runtime.GC asked for}
    public long forced() {
        return cycles.stream().filter(GcCycle::forced).count();
    }

    /// {@return nanoseconds in which the program stood still, all cycles together}
    public long pauseNanos() {
        return cycles.stream().mapToLong(GcCycle::pauseNanos).sum();
    }

    /// {@return the largest heap seen at the start or end of a cycle, in bytes; -1 if none}
    public long maxHeapBytes() {
        return cycles.stream()
                .mapToLong(c -> Math.max(c.heap().start(), c.heap().end()))
                .max()
                .orElse(-1);
    }

    /// {@return the largest heap goal, in bytes; -1 if none}
    public long maxGoalBytes() {
        return cycles.stream().mapToLong(c -> c.heap().goal()).max().orElse(-1);
    }

    /// Gives a percentile of the pauses, every stop counted apart.
    ///
    /// @param percent 0 to 100
    /// @return nanoseconds; 0 if there was no pause
    public long pausePercentileNanos(double percent) {
        long[] pauses =
                cycles.stream()
                        .flatMap(c -> c.phases().stream())
                        .filter(GcCycle.Phase::stopsTheWorld)
                        .mapToLong(GcCycle.Phase::nanos)
                        .sorted()
                        .toArray();
        if (pauses.length == 0) {
            return 0;
        }
        int i = (int) Math.ceil(percent / 100 * pauses.length) - 1;
        return pauses[Math.clamp(i, 0, pauses.length - 1)];
    }

    /// Fits a line through the live heap after each cycle.
    ///
    /// @return bytes per second by which the live heap grows; 0 with fewer than two known points
    public double liveHeapSlope() {
        double[][] points =
                cycles.stream()
                        .filter(c -> c.startNanos() >= 0 && c.heap().live() >= 0)
                        .map(c -> new double[] {c.startNanos() / 1e9, c.heap().live()})
                        .toArray(double[][]::new);
        double mx = Arrays.stream(points).mapToDouble(p -> p[0]).average().orElse(0);
        double my = Arrays.stream(points).mapToDouble(p -> p[1]).average().orElse(0);
        double xy = 0;
        double xx = 0;
        for (double[] p : points) {
            xy += (p[0] - mx) * (p[1] - my);
            xx += (p[0] - mx) * (p[0] - mx);
        }
        return xx == 0 ? 0 : xy / xx;
    }
}
