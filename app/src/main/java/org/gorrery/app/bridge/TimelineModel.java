package org.gorrery.app.bridge;

import java.util.List;

/// What the events of a run tell, in columns; an immutable view at one moment.
///
/// @param fromNanos start of what is kept; later than 0 only when older spans were dropped to bound memory
/// @param nowNanos end of what is known
/// @param lanes one per goroutine ever created, by time of creation
/// @param procs one per P, by number
/// @param collections times at which the collector was at work
/// @param stops times at which the world stood still
/// @param links who made whom runnable, and who created whom
/// @param heap live heap and goal over time
/// @param events records read so far
/// @param lostEvents records dropped since a ring was full
/// @param gomaxprocs number of Ps by the newest event, 0 where none told
/// @param waitReasons words of the reasons that spans carry, by number; the first is empty
/// @param stopReasons words of the reasons for which the world stood still, by number
public record TimelineModel(
        long fromNanos,
        long nowNanos,
        List<Lane> lanes,
        List<ProcLane> procs,
        Intervals collections,
        Intervals stops,
        Links links,
        HeapCurve heap,
        long events,
        long lostEvents,
        int gomaxprocs,
        List<String> waitReasons,
        List<String> stopReasons) {
    /// Nothing yet.
    public static final TimelineModel EMPTY = new TimelineRecorder(i -> "").model(0);

    /// Copies the words.
    public TimelineModel {
        waitReasons = List.copyOf(waitReasons);
        stopReasons = List.copyOf(stopReasons);
    }

    /// The lane of a goroutine, or -1.
    public int laneOf(long goroutine) {
        if (goroutine == 0 || lanes.isEmpty()) {
            return -1;
        }
        int lo = 0;
        int hi = lanes.size() - 1;
        while (lo <= hi) {
            int mid = (lo + hi) >>> 1;
            long id = lanes.get(mid).id();
            if (id == goroutine) {
                return mid;
            }
            if (id < goroutine) {
                lo = mid + 1;
            } else {
                hi = mid - 1;
            }
        }
        return scanned(goroutine, lo);
    }

    /// Ids grow with creation but for rings drained one after another, so a scan around the guess is short.
    private int scanned(long goroutine, int guess) {
        for (int d = 0; d < lanes.size(); d++) {
            if (guess + d < lanes.size() && lanes.get(guess + d).id() == goroutine) {
                return guess + d;
            }
            if (guess - d >= 0 && lanes.get(guess - d).id() == goroutine) {
                return guess - d;
            }
        }
        return -1;
    }

    /// Time ranges with a number each; open at the end while the last one lasts.
    ///
    /// @param count how many
    /// @param start in nanoseconds, ascending
    /// @param end in nanoseconds, [Long#MAX_VALUE] while it lasts
    /// @param detail number of the cycle, or ordinal of the reason
    public record Intervals(int count, long[] start, long[] end, int[] detail) {
        /// Index of the first interval that ends after a time; `count` where there is none.
        public int firstAfter(long nanos) {
            int lo = 0;
            int hi = count;
            while (lo < hi) {
                int mid = (lo + hi) >>> 1;
                if (end[mid] > nanos) {
                    hi = mid;
                } else {
                    lo = mid + 1;
                }
            }
            return lo;
        }
    }

    /// Causes and effects between goroutines, by time.
    ///
    /// @param count how many
    /// @param time in nanoseconds, ascending
    /// @param from goroutine that did it, 0 for none
    /// @param to goroutine it was done to
    /// @param creates whether `to` was created, not woken
    public record Links(int count, long[] time, long[] from, long[] to, boolean[] creates) {
        /// Index of the first link at or after a time.
        public int firstAt(long nanos) {
            return Columns.lowerBound(time, count, nanos);
        }
    }

    /// Live heap and goal as steps.
    ///
    /// @param count how many
    /// @param time in nanoseconds, ascending
    /// @param live bytes
    /// @param goal bytes, 0 where unknown
    public record HeapCurve(int count, long[] time, long[] live, long[] goal) {}
}
