package org.gorrery.app.bridge;

/// What one P ran, as spans that may have gaps; an immutable view at one moment.
///
/// @param id its number
/// @param count number of ended spans
/// @param start in nanoseconds, ascending
/// @param end in nanoseconds
/// @param goroutine what it ran
/// @param openStart begin of the span that lasts, where `openGoroutine` is not 0
/// @param openGoroutine what it runs now, 0 for none
public record ProcLane(
        int id,
        int count,
        long[] start,
        long[] end,
        long[] goroutine,
        long openStart,
        long openGoroutine) {
    /// The first ended span that ends after a time; `count` where there is none.
    public int firstAfter(long nanos) {
        return Columns.lowerBound(end, count, nanos + 1);
    }
}
