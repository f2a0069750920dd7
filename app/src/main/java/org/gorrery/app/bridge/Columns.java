package org.gorrery.app.bridge;

/// Searches in ascending columns.
final class Columns {
    private Columns() {}

    /// Index of the first of `count` values that is at least `value`; `count` where there is none.
    static int lowerBound(long[] column, int count, long value) {
        int lo = 0;
        int hi = count;
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            if (column[mid] >= value) {
                hi = mid;
            } else {
                lo = mid + 1;
            }
        }
        return lo;
    }

    /// Index of the last of `count` values that is at most `value`; -1 where there is none.
    static int floor(long[] column, int count, long value) {
        return value == Long.MAX_VALUE ? count - 1 : lowerBound(column, count, value + 1) - 1;
    }
}
