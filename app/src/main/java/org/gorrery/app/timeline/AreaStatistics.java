package org.gorrery.app.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.app.bridge.GState;
import org.gorrery.app.bridge.Lane;
import org.gorrery.app.bridge.TimelineModel;

/// Where the time of the lanes shown went within a range.
///
/// @param lanes goroutines that were there
/// @param spans states they were in, one after another
/// @param shares nanoseconds in each state, of all of them
/// @param functions the same for the goroutines of each function, most running time first
/// @param collections cycles of the collector that fall into it
/// @param stoppedNanos how long the world stood still
record AreaStatistics(
        int lanes,
        long spans,
        List<Long> shares,
        List<OfFunction> functions,
        int collections,
        long stoppedNanos) {
    /// The goroutines that were started with one function.
    record OfFunction(String function, int lanes, List<Long> shares) {
        long nanos(GState s) {
            return shares.get(s.ordinal());
        }

        long blocked() {
            return Arrays.stream(GState.values())
                    .filter(GState::blocked)
                    .mapToLong(this::nanos)
                    .sum();
        }
    }

    static AreaStatistics of(TimelineModel model, int[] shown, long from, long to) {
        long[] all = new long[GState.values().length];
        Map<String, long[]> sums = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        long[] one = new long[all.length];
        int lanes = 0;
        long spans = 0;
        for (int index : shown) {
            Lane lane = model.lanes().get(index);
            Arrays.fill(one, 0);
            int touched = lane.addShares(from, to, model.nowNanos(), one);
            if (touched == 0) {
                continue;
            }
            lanes++;
            spans += touched;
            counts.merge(lane.function(), 1, Integer::sum);
            long[] sum = sums.computeIfAbsent(lane.function(), f -> new long[all.length]);
            for (int s = 0; s < all.length; s++) {
                all[s] += one[s];
                sum[s] += one[s];
            }
        }
        var functions = new ArrayList<OfFunction>();
        sums.forEach((f, sum) ->
                functions.add(new OfFunction(f, counts.getOrDefault(f, 0), boxed(sum))));
        functions.sort(
                Comparator.comparingLong((OfFunction f) -> f.nanos(GState.RUNNING)).reversed());
        return new AreaStatistics(
                lanes,
                spans,
                boxed(all),
                functions,
                count(model.collections(), from, to),
                within(model.stops(), from, to, model.nowNanos()));
    }

    private static List<Long> boxed(long[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static int count(TimelineModel.Intervals intervals, long from, long to) {
        int n = 0;
        for (int i = intervals.firstAfter(from); i < intervals.count(); i++) {
            if (intervals.start()[i] >= to) {
                break;
            }
            n++;
        }
        return n;
    }

    private static long within(TimelineModel.Intervals intervals, long from, long to, long now) {
        long sum = 0;
        for (int i = intervals.firstAfter(from); i < intervals.count(); i++) {
            if (intervals.start()[i] >= to) {
                break;
            }
            long end = Math.min(to, Math.min(now, intervals.end()[i]));
            sum += Math.max(0, end - Math.max(from, intervals.start()[i]));
        }
        return sum;
    }

    long nanos(GState s) {
        return shares.get(s.ordinal());
    }
}
