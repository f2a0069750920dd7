package org.gorrery.formats.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gorrery.formats.exectrace.EventKind;
import org.gorrery.formats.exectrace.GoState;
import org.gorrery.formats.exectrace.TraceHead;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.exectrace.TraceModel.Log;
import org.gorrery.formats.exectrace.TraceModel.Task;
import org.gorrery.formats.exectrace.Transition;
import org.gorrery.formats.exectrace.V2RawCounts;

/// The facts of an execution trace that come from counting its events, as `gorrery info --json` gives them.
public final class TraceFacts {
    private static final int FIRST_LOGS = 8;
    private static final int FIRST_TASKS = 12;
    private static final int LEAVES = 5;
    private static final int FIRST_V2 = 22;

    private final TraceModel t;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final long[] transitions = new long[128];
    private final Map<String, Long> blockReasons = new TreeMap<>();
    private final Map<String, Long> stopReasons = new TreeMap<>();
    private final Map<String, Long> stws = new TreeMap<>();
    private final Map<String, Long> labels = new TreeMap<>();
    private final Map<String, Long> regions = new TreeMap<>();
    private final Map<String, Long> taskNames = new TreeMap<>();
    private final Map<String, Long> categories = new TreeMap<>();
    private final Map<String, Long> leaves = new TreeMap<>();
    private final Map<String, Long> experimental = new TreeMap<>();
    private final Map<String, Metric> metrics = new TreeMap<>();
    private final List<String> logs = new ArrayList<>();
    private final List<String> firstTasks = new ArrayList<>();
    private final List<Long> gomaxprocs = new ArrayList<>();
    private final BitSet goroutines = new BitSet();
    private final BitSet procs = new BitSet();
    private final BitSet threads = new BitSet();
    private final Set<Long> taskIds = new HashSet<>();
    private final long[] counts = new long[EventKind.values().length];
    private long created;
    private long stacksNonNull;
    private int deepest;
    private long swept;
    private long reclaimed;
    private long samplesNoG;
    private long samplesNoP;
    private long unblocksWithoutG;

    /// How a metric went.
    private static final class Metric {
        long count;
        long first;
        long last;
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;

        void add(long value) {
            first = count++ == 0 ? value : first;
            last = value;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }

        Map<String, Object> facts() {
            return Map.of("Count", count, "First", first, "Last", last, "Min", min, "Max", max);
        }
    }

    private TraceFacts(TraceModel t) {
        this.t = t;
    }

    /// Counts the events of a trace.
    ///
    /// @param t the trace
    /// @return key to value
    public static Map<String, Object> of(TraceModel t) {
        var f = new TraceFacts(t);
        for (int i = 0; i < t.size(); i++) {
            f.event(i);
        }
        f.finish();
        f.facts.putAll(TraceSums.of(t));
        TraceHead.HeapScale scale = t.head().heapScale();
        if (scale != null) {
            f.facts.put("AllocFree", AllocFreeFacts.of(t, scale));
        }
        return f.facts;
    }

    /// Collects the facts of a trace file: those of its events, and what stands in the file before it is put in order.
    ///
    /// @param t the trace
    /// @param bytes the unpacked file it came from
    /// @return key to value
    public static Map<String, Object> of(TraceModel t, byte[] bytes) {
        if (t.head().version() < FIRST_V2) {
            return OldTraceFacts.of(t, bytes);
        }
        Map<String, Object> facts = of(t);
        raw(V2RawCounts.of(bytes), facts);
        return facts;
    }

    private static void raw(V2RawCounts raw, Map<String, Object> facts) {
        facts.put("RawByType", raw.byType());
        facts.put("Batches", raw.batches());
        facts.put("Generations", raw.generations());
        facts.put("Strings", raw.strings());
        facts.put("Stacks", raw.stacks());
        if (raw.experimentalBatches() > 0) {
            facts.put(
                    "ExperimentalBatchData",
                    Map.of(
                            "AllocFree",
                            Map.of(
                                    "batches",
                                    raw.experimentalBatches(),
                                    "bytes",
                                    raw.experimentalBytes())));
        }
    }

    private static void count(Map<String, Long> map, String key) {
        map.merge(key, 1L, Long::sum);
    }

    private void event(int i) {
        EventKind kind = t.kind(i);
        counts[kind.ordinal()]++;
        seen(i);
        int stack = t.stack(i);
        if (stack >= 0) {
            stacksNonNull++;
            deepest = Math.max(deepest, t.depth(stack));
        }
        switch (kind.group()) {
            case PROC -> procTransition(i, kind);
            case GO -> goTransition(i, kind);
            case RANGE_BEGIN, RANGE_ACTIVE, RANGE_END -> range(i, kind);
            case METRIC -> metric(i, kind);
            case LABEL -> count(labels, t.string(t.argument(i)));
            case TASK_BEGIN, TASK_END -> task(i, kind);
            case REGION_BEGIN -> {
                count(regions, t.string(t.subject(i)));
                taskIds.add(t.argument(i));
            }
            case LOG -> log(i);
            case SAMPLE -> sample(i, stack);
            case MEMORY ->
                    count(
                            experimental,
                            EXPERIMENTAL.get(kind.ordinal() - EventKind.SPAN.ordinal()));
            case REGION_END, SYNC -> {
                // counted by kind only
            }
        }
    }

    private static final List<String> EXPERIMENTAL =
            List.of(
                    "Span",
                    "SpanAlloc",
                    "SpanFree",
                    "HeapObject",
                    "HeapObjectAlloc",
                    "HeapObjectFree",
                    "GoroutineStack",
                    "GoroutineStackAlloc",
                    "GoroutineStackFree");

    private void seen(int i) {
        if (t.goroutine(i) >= 0) {
            goroutines.set(t.goroutine(i));
        }
        if (t.proc(i) >= 0) {
            procs.set(t.proc(i));
        }
        if (t.thread(i) >= 0) {
            threads.set(t.thread(i));
        }
    }

    private void procTransition(int i, EventKind kind) {
        procs.set(t.subject(i));
        GoState from;
        GoState to;
        switch (kind) {
            case PROC_START -> {
                from = GoState.IDLE;
                to = GoState.RUNNING;
            }
            case PROC_STATUS -> {
                from = t.from(i);
                to = t.to(i);
            }
            case PROC_STEAL -> {
                from = t.argument(i) != 0 ? GoState.IDLE : GoState.RUNNING;
                to = GoState.IDLE;
            }
            default -> {
                from = GoState.RUNNING;
                to = GoState.IDLE;
            }
        }
        transitions[64 + from.ordinal() * 8 + to.ordinal()]++;
    }

    private void goTransition(int i, EventKind kind) {
        goroutines.set(t.subject(i));
        GoState from = Transition.from(t, i);
        GoState to = Transition.to(t, i);
        if (kind == EventKind.GO_STOP) {
            count(stopReasons, Transition.reason(t, i));
        } else if (kind == EventKind.GO_BLOCK) {
            count(blockReasons, Transition.reason(t, i));
        } else if (from == GoState.WAITING && to == GoState.RUNNABLE) {
            unblocksWithoutG += t.goroutine(i) < 0 ? 1 : 0;
        }
        created += from == GoState.NOT_EXIST ? 1 : 0;
        transitions[from.ordinal() * 8 + to.ordinal()]++;
    }

    private void range(int i, EventKind kind) {
        if (kind == EventKind.STW_BEGIN) {
            count(stws, "stop-the-world (" + t.string(t.argument(i)) + ")");
        } else if (kind == EventKind.SWEEP_END) {
            long[] s = t.swept(t.argument(i));
            swept += s[0];
            reclaimed += s[1];
        }
    }

    private void metric(int i, EventKind kind) {
        long v = t.argument(i);
        String name =
                switch (kind) {
                    case HEAP_ALLOC -> "/memory/classes/heap/objects:bytes";
                    case HEAP_GOAL -> "/gc/heap/goal:bytes";
                    default -> "/sched/gomaxprocs:threads";
                };
        metrics.computeIfAbsent(name, n -> new Metric()).add(v);
        if (kind == EventKind.PROCS_CHANGE && (gomaxprocs.isEmpty() || gomaxprocs.getLast() != v)) {
            gomaxprocs.add(v);
        }
    }

    private void task(int i, EventKind kind) {
        Task task = t.task(t.argument(i));
        taskIds.add(task.id());
        if (kind == EventKind.TASK_BEGIN) {
            count(taskNames, task.name());
            if (firstTasks.size() < FIRST_TASKS) {
                firstTasks.add(
                        task.id()
                                + "<"
                                + (task.parent() == 0 ? "-" : task.parent())
                                + " "
                                + task.name());
            }
        }
    }

    private void log(int i) {
        Log log = t.log(t.argument(i));
        count(categories, log.category());
        if (logs.size() < FIRST_LOGS) {
            logs.add(log.category() + ": " + log.message());
        }
    }

    private void sample(int i, int stack) {
        samplesNoG += t.goroutine(i) < 0 ? 1 : 0;
        samplesNoP += t.proc(i) < 0 ? 1 : 0;
        if (stack >= 0 && t.depth(stack) > 0) {
            count(leaves, t.function(t.frame(stack, 0)));
        }
    }

    private Map<String, Long> kinds() {
        var kinds = new TreeMap<String, Long>();
        for (EventKind k : EventKind.values()) {
            if (counted(k) > 0) {
                kinds.merge(k.group().title(), counted(k), Long::sum);
            }
        }
        return kinds;
    }

    private Map<String, Long> transitions() {
        var result = new TreeMap<String, Long>();
        GoState[] states = GoState.values();
        for (int i = 0; i < transitions.length; i++) {
            if (transitions[i] > 0) {
                String of = i < 64 ? "G " : "P ";
                result.put(
                        of + states[(i & 63) >> 3].title() + "->" + states[i & 7].title(),
                        transitions[i]);
            }
        }
        return result;
    }

    private long counted(EventKind kind) {
        return counts[kind.ordinal()];
    }

    private void finish() {
        facts.put("Header", t.head().header());
        facts.put("Bytes", t.head().fileBytes());
        facts.put("Events", t.size());
        facts.put("Kinds", kinds());
        facts.put("Goroutines", goroutines.cardinality());
        facts.put("GoCreated", created);
        facts.put("Procs", procs.cardinality());
        facts.put("Threads", threads.cardinality());
        facts.put("Gomaxprocs", gomaxprocs);
        facts.put("FirstNs", t.startNanos());
        facts.put("LastNs", t.endNanos());
        facts.put("DurationNs", t.endNanos() - t.startNanos());
        facts.put("GCs", counted(EventKind.GC_BEGIN));
        facts.put("STWs", stws);
        facts.put("SweepRanges", counted(EventKind.SWEEP_BEGIN));
        facts.put("MarkAssists", counted(EventKind.ASSIST_BEGIN));
        facts.put("Transitions", transitions());
        facts.put("BlockReasons", blockReasons);
        facts.put("StopReasons", stopReasons);
        facts.put("StacksNonNil", stacksNonNull);
        facts.put("MaxStackDepth", deepest);
        facts.put("Tasks", taskNames);
        facts.put("TaskEnds", counted(EventKind.TASK_END));
        facts.put("FirstTasks", firstTasks);
        facts.put("SummaryTasks", taskIds.stream().filter(id -> id != 0).count());
        facts.put("Regions", regions);
        facts.put("Logs", logs);
        facts.put("LogCount", counted(EventKind.LOG));
        facts.put("LogCategories", categories);
        facts.put("Labels", labels);
        facts.put("CPUSamplesNoG", samplesNoG);
        facts.put("CPUSamplesNoP", samplesNoP);
        facts.put("CPUSampleLeaves", topLeaves());
        facts.put("UnblocksWithoutG", unblocksWithoutG);
        facts.put("SweptBytes", swept);
        facts.put("ReclaimedBytes", reclaimed);
        facts.put("Syncs", counted(EventKind.SYNC));
        facts.put("Generations", t.head().generations());
        var values = new TreeMap<String, Object>();
        metrics.forEach((k, v) -> values.put(k, v.facts()));
        facts.put("Metrics", values);
        Metric live = metrics.get("/memory/classes/heap/objects:bytes");
        facts.put("MaxHeapLive", live == null ? 0 : live.max);
        if (!experimental.isEmpty()) {
            facts.put("Experimental", experimental);
        }
        facts.put(
                "ClockSnapshots",
                t.clocks().stream()
                        .map(c ->
                                Map.of(
                                        "MonoNs", c.monoNanos(),
                                        "TraceNs", c.traceNanos(),
                                        "WallNs", c.wallNanos()))
                        .toList());
    }

    private List<Map<String, Object>> topLeaves() {
        return leaves.entrySet().stream()
                .sorted(
                        Comparator.comparingLong((Map.Entry<String, Long> e) -> -e.getValue())
                                .thenComparing(Map.Entry::getKey))
                .limit(LEAVES)
                .map(e -> Map.<String, Object>of("Func", e.getKey(), "Count", e.getValue()))
                .toList();
    }
}
