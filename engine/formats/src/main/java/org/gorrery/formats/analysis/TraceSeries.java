package org.gorrery.formats.analysis;

import org.gorrery.formats.exectrace.EventKind;
import org.gorrery.formats.exectrace.GoState;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.exectrace.Transition;
import org.gorrery.formats.input.Growing;

/// A number of a trace that changes with time, as steps: the heap, its goal, GOMAXPROCS; and goroutines by state in bins.
///
/// Point `i` holds from [#time] of `i` to that of the next point. Immutable.
public final class TraceSeries {
    private final long[] time;
    private final long[] value;

    private TraceSeries(long[] time, long[] value) {
        this.time = time;
        this.value = value;
    }

    /// Collects the values of one metric.
    ///
    /// @param t the trace
    /// @param metric HEAP_ALLOC, HEAP_GOAL or PROCS_CHANGE
    /// @return its values, repeated ones left out
    public static TraceSeries of(TraceModel t, EventKind metric) {
        var time = new Growing.Longs(256);
        var value = new Growing.Longs(256);
        int wanted = metric.ordinal();
        for (int i = 0; i < t.size(); i++) {
            if (t.kindOrdinal(i) == wanted) {
                long v = t.argument(i);
                if (value.size() == 0 || value.get(value.size() - 1) != v) {
                    time.add(t.time(i));
                    value.add(v);
                }
            }
        }
        return new TraceSeries(time.toArray(), value.toArray());
    }

    /// {@return how many points there are}
    public int size() {
        return time.length;
    }

    /// {@return when a point begins, in the trace's nanoseconds}
    /// @param i index of the point
    public long time(int i) {
        return time[i];
    }

    /// {@return the value from that moment on}
    /// @param i index of the point
    public long value(int i) {
        return value[i];
    }

    /// {@return the largest value; 0 without points}
    public long max() {
        long max = 0;
        for (long v : value) {
            max = Math.max(max, v);
        }
        return max;
    }

    /// Averages how many goroutines were in each state, over equal bins of time.
    ///
    /// @param t the trace
    /// @param fromNanos left edge of the first bin
    /// @param toNanos right edge of the last bin, after `fromNanos`
    /// @param bins how many bins, at least 1
    /// @return for each state by its ordinal, the mean number of goroutines in each bin
    public static double[][] goroutinesByState(
            TraceModel t, long fromNanos, long toNanos, int bins) {
        GoState[] states = GoState.values();
        var counts = new Counts(states.length, fromNanos, toNanos, bins);
        for (int i = 0; i < t.size(); i++) {
            if (t.kind(i).group() != EventKind.Group.GO) {
                continue;
            }
            int from = Transition.from(t, i).ordinal();
            int to = Transition.to(t, i).ordinal();
            if (from != to) {
                counts.change(t.time(i), from, -1);
                counts.change(t.time(i), to, 1);
            }
        }
        return counts.means();
    }

    /// A change at a moment adds to its own bin by what is left of it, and fully to all later ones.
    private static final class Counts {
        final double[][] partial;
        final double[][] later;
        final long from;
        final double width;
        final int bins;

        Counts(int states, long from, long to, int bins) {
            this.from = from;
            this.bins = bins;
            this.width = Math.max(1, to - from) / (double) bins;
            this.partial = new double[states][bins];
            this.later = new double[states][bins + 1];
        }

        void change(long now, int state, int by) {
            double at = (now - from) / width;
            if (at < 0) {
                later[state][0] += by;
            } else if (at < bins) {
                int bin = (int) at;
                partial[state][bin] += by * (bin + 1 - at);
                later[state][bin + 1] += by;
            }
        }

        double[][] means() {
            for (int s = 0; s < partial.length; s++) {
                double running = 0;
                for (int b = 0; b < bins; b++) {
                    running += later[s][b];
                    partial[s][b] += running;
                }
            }
            return partial;
        }
    }
}
