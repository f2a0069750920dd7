package org.gorrery.formats.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.exectrace.EventKind;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.exectrace.TraceModel.Task;

/// Stretches of time that have a begin and an end of their own: mark phases, stopped worlds, sweeps, assists, regions, tasks.
public final class TraceRanges {
    private final TraceModel t;
    private final List<Range> ranges = new ArrayList<>();
    private final Map<Long, Open> open = new HashMap<>();
    private final Map<Integer, ArrayDeque<Open>> regions = new HashMap<>();

    /// What a range is.
    public enum Kind {
        /// The concurrent mark phase of a collection.
        MARK,
        /// The world is stopped; the name tells why.
        STOP,
        /// A P sweeps.
        SWEEP,
        /// A goroutine helps to mark.
        ASSIST,
        /// A user region.
        REGION,
        /// A user task.
        TASK
    }

    /// One range.
    ///
    /// @param kind what it is
    /// @param name why the world stopped, or the name of a region or task; else empty
    /// @param startNanos its begin, or the start of the trace where that was not recorded
    /// @param stopNanos its end, or the end of the trace where that was not recorded
    /// @param goroutine whose it is; -1 none
    /// @param proc the P it began on; -1 none
    /// @param task number of the task, or of a region's task; 0 none
    /// @param parent number of a task's parent; 0 none
    /// @param cut whether begin or end lies outside the trace
    public record Range(
            Kind kind,
            String name,
            long startNanos,
            long stopNanos,
            int goroutine,
            int proc,
            long task,
            long parent,
            boolean cut) {
        /// {@return how long it took, in nanoseconds}
        public long nanos() {
            return stopNanos - startNanos;
        }
    }

    /// A range whose end was not seen yet.
    private record Open(
            Kind kind, String name, long start, int g, int p, long task, long parent, boolean cut) {
        Range closed(long now, boolean endCut) {
            return new Range(kind, name, start, now, g, p, task, parent, cut || endCut);
        }
    }

    private TraceRanges(TraceModel t) {
        this.t = t;
    }

    /// Finds all ranges of a trace.
    ///
    /// @param t the trace
    /// @return the ranges in the order of their begins
    public static List<Range> of(TraceModel t) {
        var r = new TraceRanges(t);
        for (int i = 0; i < t.size(); i++) {
            r.event(i);
        }
        long end = t.endNanos();
        r.open.values().forEach(o -> r.ranges.add(o.closed(end, true)));
        r.regions.values().forEach(s -> s.forEach(o -> r.ranges.add(o.closed(end, true))));
        r.ranges.sort(Comparator.comparingLong(Range::startNanos));
        return List.copyOf(r.ranges);
    }

    private void event(int i) {
        EventKind kind = t.kind(i);
        switch (kind) {
            case GC_BEGIN, GC_ACTIVE -> begin(key(Kind.MARK, 0), Kind.MARK, "", i, -1);
            case GC_END -> end(key(Kind.MARK, 0), Kind.MARK, "", i);
            case STW_BEGIN -> begin(key(Kind.STOP, t.goroutine(i)), Kind.STOP, reason(i), i, -1);
            case STW_END -> end(key(Kind.STOP, t.goroutine(i)), Kind.STOP, reason(i), i);
            case SWEEP_BEGIN -> begin(key(Kind.SWEEP, t.proc(i)), Kind.SWEEP, "", i, -1);
            case SWEEP_ACTIVE -> begin(key(Kind.SWEEP, t.subject(i)), Kind.SWEEP, "", i, -1);
            case SWEEP_END -> end(key(Kind.SWEEP, t.proc(i)), Kind.SWEEP, "", i);
            case ASSIST_BEGIN -> begin(key(Kind.ASSIST, t.goroutine(i)), Kind.ASSIST, "", i, -1);
            case ASSIST_ACTIVE ->
                    begin(key(Kind.ASSIST, t.subject(i)), Kind.ASSIST, "", i, t.subject(i));
            case ASSIST_END -> end(key(Kind.ASSIST, t.goroutine(i)), Kind.ASSIST, "", i);
            case REGION_BEGIN, REGION_END, TASK_BEGIN, TASK_END -> user(i, kind);
            default -> {
                // no range begins or ends
            }
        }
    }

    private static long key(Kind kind, long of) {
        return of * Kind.values().length + kind.ordinal();
    }

    private String reason(int i) {
        return t.string(t.argument(i));
    }

    private void begin(long key, Kind kind, String name, int i, int g) {
        boolean active = t.kind(i).group() == EventKind.Group.RANGE_ACTIVE;
        if (active && open.containsKey(key)) {
            return; // a later generation only repeats it
        }
        int p = t.kind(i) == EventKind.SWEEP_ACTIVE ? t.subject(i) : t.proc(i);
        long start = active ? t.startNanos() : t.time(i);
        open.put(key, new Open(kind, name, start, g >= 0 ? g : t.goroutine(i), p, 0, 0, active));
    }

    private void end(long key, Kind kind, String name, int i) {
        Open o = open.remove(key);
        Open known =
                o != null
                        ? o
                        : new Open(
                                kind, name, t.startNanos(), t.goroutine(i), t.proc(i), 0, 0, true);
        ranges.add(known.closed(t.time(i), false));
    }

    private void user(int i, EventKind kind) {
        int g = t.goroutine(i);
        long now = t.time(i);
        switch (kind) {
            case REGION_BEGIN ->
                    regions.computeIfAbsent(g, k -> new ArrayDeque<>())
                            .push(
                                    new Open(
                                            Kind.REGION,
                                            t.string(t.subject(i)),
                                            now,
                                            g,
                                            t.proc(i),
                                            t.argument(i),
                                            0,
                                            false));
            case REGION_END -> {
                ArrayDeque<Open> stack = regions.get(g);
                Open o =
                        stack == null || stack.isEmpty()
                                ? new Open(
                                        Kind.REGION,
                                        t.string(t.subject(i)),
                                        t.startNanos(),
                                        g,
                                        t.proc(i),
                                        t.argument(i),
                                        0,
                                        true)
                                : stack.pop();
                ranges.add(o.closed(now, false));
            }
            case TASK_BEGIN -> {
                Task task = t.task(t.argument(i));
                open.put(
                        key(Kind.TASK, task.id()),
                        new Open(
                                Kind.TASK,
                                task.name(),
                                now,
                                g,
                                t.proc(i),
                                task.id(),
                                task.parent(),
                                false));
            }
            default -> {
                Task task = t.task(t.argument(i));
                Open o = open.remove(key(Kind.TASK, task.id()));
                Open known =
                        o != null
                                ? o
                                : new Open(
                                        Kind.TASK,
                                        task.name(),
                                        t.startNanos(),
                                        g,
                                        t.proc(i),
                                        task.id(),
                                        task.parent(),
                                        true);
                ranges.add(known.closed(now, false));
            }
        }
    }
}
