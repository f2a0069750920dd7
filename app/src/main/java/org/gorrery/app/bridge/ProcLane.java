package org.gorrery.app.bridge;

/// What one P ran, as spans that may have gaps; an immutable view at one moment.
///
/// @param id its number
/// @param count number of ended spans
/// @param start in nanoseconds, ascending
/// @param end in nanoseconds
/// @param goroutine what it ran
/// @param busyBefore nanoseconds of work in the spans before each
/// @param openStart begin of the span that lasts, where `openGoroutine` is not 0
/// @param openGoroutine what it runs now, 0 for none
public record ProcLane(
        int id,
        int count,
        long[] start,
        long[] end,
        long[] goroutine,
        long[] busyBefore,
        long openStart,
        long openGoroutine) {
    /// The first ended span that ends after a time; `count` where there is none.
    public int firstAfter(long nanos) {
        return Columns.lowerBound(end, count, nanos + 1);
    }

    /// What ran at a time, 0 for nothing.
    public long goroutineAt(long nanos) {
        int i = firstAfter(nanos);
        if (i < count) {
            return start[i] <= nanos ? goroutine[i] : 0;
        }
        return openStart <= nanos ? openGoroutine : 0;
    }

    /// Nanoseconds of work within a range.
    public long busy(long fromNanos, long toNanos, long nowNanos) {
        long open =
                openGoroutine == 0
                        ? 0
                        : Math.max(0, Math.min(nowNanos, toNanos) - Math.max(openStart, fromNanos));
        return open + Math.max(0, busyUntil(toNanos) - busyUntil(fromNanos));
    }

    private long busyUntil(long nanos) {
        int i = firstAfter(nanos);
        if (i == count) {
            return count == 0 ? 0 : busyBefore[count - 1] + end[count - 1] - start[count - 1];
        }
        return busyBefore[i] + Math.max(0, nanos - start[i]);
    }
}
