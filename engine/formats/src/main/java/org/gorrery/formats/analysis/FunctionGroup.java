package org.gorrery.formats.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/// All goroutines of a trace that started with the same function, added up.
///
/// @param function the start function, empty where no event tells it
/// @param goroutines their summaries
/// @param execNanos running, all together
/// @param schedWaitNanos runnable
/// @param syscallNanos in system calls, with a P
/// @param syscallBlockNanos in system calls, without
/// @param blockNanos blocked, by reason
/// @param rangeNanos in ranges, by name
/// @param totalNanos life times, all together
public record FunctionGroup(
        String function,
        List<GoroutineSummary> goroutines,
        long execNanos,
        long schedWaitNanos,
        long syscallNanos,
        long syscallBlockNanos,
        Map<String, Long> blockNanos,
        Map<String, Long> rangeNanos,
        long totalNanos) {
    /// Copies the collections.
    public FunctionGroup {
        goroutines = List.copyOf(goroutines);
        blockNanos = Map.copyOf(blockNanos);
        rangeNanos = Map.copyOf(rangeNanos);
    }

    /// Groups goroutines by their start function.
    ///
    /// @param all summaries of a trace
    /// @return groups, the longest life time first, then by name
    public static List<FunctionGroup> of(List<GoroutineSummary> all) {
        var byName = new TreeMap<String, List<GoroutineSummary>>();
        for (GoroutineSummary g : all) {
            byName.computeIfAbsent(g.function(), f -> new ArrayList<>()).add(g);
        }
        var groups = new ArrayList<FunctionGroup>();
        byName.forEach((name, list) -> groups.add(group(name, list)));
        groups.sort(Comparator.comparingLong(FunctionGroup::totalNanos).reversed());
        return groups;
    }

    private static FunctionGroup group(String name, List<GoroutineSummary> list) {
        var block = new TreeMap<String, Long>();
        var range = new TreeMap<String, Long>();
        for (GoroutineSummary g : list) {
            g.blockNanos().forEach((k, v) -> block.merge(k, v, Long::sum));
            g.rangeNanos().forEach((k, v) -> range.merge(k, v, Long::sum));
        }
        return new FunctionGroup(
                name,
                list,
                sum(list, GoroutineSummary::execNanos),
                sum(list, GoroutineSummary::schedWaitNanos),
                sum(list, GoroutineSummary::syscallNanos),
                sum(list, GoroutineSummary::syscallBlockNanos),
                block,
                range,
                sum(list, GoroutineSummary::totalNanos));
    }

    private static long sum(List<GoroutineSummary> list, ToLongFunction<GoroutineSummary> what) {
        return list.stream().mapToLong(what).sum();
    }

    /// {@return nanoseconds blocked, for whatever reason}
    public long blockedNanos() {
        return blockNanos.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Describes how a time is spread over the group's goroutines.
    ///
    /// @param what which time
    /// @return minimum, mean, percentiles and maximum
    public Spread spread(ToLongFunction<GoroutineSummary> what) {
        return Spread.of(goroutines.stream().mapToLong(what).toArray());
    }
}
