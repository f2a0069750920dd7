package org.gorrery.formats.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gorrery.formats.exectrace.EventKind;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.exectrace.TraceModel.Task;
import org.gorrery.formats.input.Growing;

/// How long user regions and tasks took, by name.
public final class SpanStats {
    private SpanStats() {}

    /// Spans of one name.
    ///
    /// @param kind `region` or `task`
    /// @param name its name
    /// @param spread durations in nanoseconds, of those that began and ended in the trace
    /// @param open how many lack their begin or end
    public record Row(String kind, String name, Spread spread, int open) {}

    /// Durations collected under one name.
    private static final class Sum {
        final Growing.Longs durations = new Growing.Longs(16);
        int open;
    }

    /// Computes the table.
    ///
    /// @param t the trace
    /// @return regions and tasks, the longest sum first
    public static List<Row> of(TraceModel t) {
        Map<String, Sum> regions = new TreeMap<>();
        Map<String, Sum> tasks = new TreeMap<>();
        Map<Integer, ArrayDeque<Integer>> openRegions = new HashMap<>();
        Map<Long, Integer> openTasks = new HashMap<>();
        for (int i = 0; i < t.size(); i++) {
            EventKind kind = t.kind(i);
            switch (kind) {
                case REGION_BEGIN ->
                        openRegions
                                .computeIfAbsent(t.goroutine(i), g -> new ArrayDeque<>())
                                .push(i);
                case REGION_END -> end(t, i, openRegions.get(t.goroutine(i)), regions);
                case TASK_BEGIN -> openTasks.put(t.task(t.argument(i)).id(), i);
                case TASK_END -> {
                    Task task = t.task(t.argument(i));
                    Integer begin = openTasks.remove(task.id());
                    Sum s = tasks.computeIfAbsent(task.name(), n -> new Sum());
                    if (begin == null) {
                        s.open++;
                    } else {
                        s.durations.add(t.time(i) - t.time(begin));
                    }
                }
                default -> {
                    // no span begins or ends
                }
            }
        }
        openRegions
                .values()
                .forEach(stack ->
                        stack.forEach(i ->
                                regions.computeIfAbsent(t.string(t.subject(i)), n -> new Sum())
                                        .open++));
        openTasks
                .values()
                .forEach(i ->
                        tasks.computeIfAbsent(t.task(t.argument(i)).name(), n -> new Sum()).open++);
        var rows = new ArrayList<Row>();
        regions.forEach(
                (n, s) -> rows.add(new Row("region", n, Spread.of(s.durations.toArray()), s.open)));
        tasks.forEach(
                (n, s) -> rows.add(new Row("task", n, Spread.of(s.durations.toArray()), s.open)));
        rows.sort(Comparator.comparingLong(r -> -r.spread().sum()));
        return rows;
    }

    private static void end(
            TraceModel t,
            int i,
            @org.jspecify.annotations.Nullable ArrayDeque<Integer> open,
            Map<String, Sum> regions) {
        Sum s = regions.computeIfAbsent(t.string(t.subject(i)), n -> new Sum());
        if (open == null || open.isEmpty()) {
            s.open++;
        } else {
            s.durations.add(t.time(i) - t.time(open.pop()));
        }
    }
}
