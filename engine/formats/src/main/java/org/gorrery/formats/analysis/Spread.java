package org.gorrery.formats.analysis;

import java.util.Arrays;

/// How values are spread: the figures a table shows for a group.
///
/// @param count how many values
/// @param min smallest; 0 without values
/// @param mean arithmetic mean, rounded
/// @param p50 half of the values are not above it
/// @param p95 95 % of the values are not above it
/// @param p99 99 % of the values are not above it
/// @param max largest
/// @param sum all together
public record Spread(
        int count, long min, long mean, long p50, long p95, long p99, long max, long sum) {
    /// Computes the figures.
    ///
    /// @param values in any order; sorted in place
    /// @return the figures, percentiles by the nearest rank
    public static Spread of(long[] values) {
        if (values.length == 0) {
            return new Spread(0, 0, 0, 0, 0, 0, 0, 0);
        }
        Arrays.sort(values);
        long sum = Arrays.stream(values).sum();
        int n = values.length;
        return new Spread(
                n,
                values[0],
                Math.round((double) sum / n),
                rank(values, 50),
                rank(values, 95),
                rank(values, 99),
                values[n - 1],
                sum);
    }

    private static long rank(long[] sorted, int percent) {
        int i = (int) (((long) percent * sorted.length + 99) / 100) - 1;
        return sorted[Math.clamp(i, 0, sorted.length - 1)];
    }
}
