package org.gorrery.formats.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorrery.formats.exectrace.EventKind;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.exectrace.TraceModel.Log;
import org.gorrery.formats.exectrace.TraceReader;

/// The facts of an execution trace of Go 1.5 to 1.21, as `gorrery info --json` gives them.
final class OldTraceFacts {
    private static final int FIRST_LOGS = 5;

    private final TraceModel t;
    private final Map<String, Long> tasks = new TreeMap<>();
    private final Map<String, Long> regions = new TreeMap<>();
    private final Map<String, Long> categories = new TreeMap<>();
    private final Map<String, Long> labels = new TreeMap<>();
    private final Map<String, Long> stops = new TreeMap<>();
    private final List<String> logs = new ArrayList<>();
    private final List<Long> gomaxprocs = new ArrayList<>();
    private final List<Long> firstGc = new ArrayList<>();
    private final TreeSet<Integer> procs = new TreeSet<>();
    private final HashSet<Integer> threads = new HashSet<>();
    private final Map<Integer, String> blockedOn = new HashMap<>();
    private final long[] counts = new long[EventKind.values().length];
    private long preExisting;
    private long swept;
    private long reclaimed;
    private long maxHeap;
    private long lastGoal;
    private long samplesNoG;
    private long netpoll;
    private int maxDepth;

    private OldTraceFacts(TraceModel t) {
        this.t = t;
    }

    static Map<String, Object> of(TraceModel t, byte[] bytes) {
        var f = new OldTraceFacts(t);
        for (int i = 0; i < t.size(); i++) {
            f.event(i);
        }
        return f.facts(bytes);
    }

    private void event(int i) {
        EventKind kind = t.kind(i);
        counts[kind.ordinal()]++;
        if (t.proc(i) >= 0 && kind != EventKind.CPU_SAMPLE) {
            procs.add(t.proc(i));
        }
        switch (kind) {
            case PROC_START -> threads.add(t.thread(i));
            case PROCS_CHANGE -> {
                if (gomaxprocs.isEmpty() || gomaxprocs.getLast() != t.argument(i)) {
                    gomaxprocs.add(t.argument(i));
                }
            }
            case GO_STATUS -> preExisting++;
            case GO_BLOCK -> blockedOn.put(t.subject(i), t.string(t.argument(i)));
            case GO_UNBLOCK -> netpoll += "network".equals(blockedOn.remove(t.subject(i))) ? 1 : 0;
            case GC_BEGIN, GC_END -> {
                if (firstGc.size() < 2) {
                    firstGc.add(t.time(i));
                }
            }
            case STW_BEGIN -> stops.merge(t.string(t.argument(i)), 1L, Long::sum);
            case SWEEP_END -> {
                long[] s = t.swept(t.argument(i));
                swept += s[0];
                reclaimed += s[1];
            }
            case HEAP_ALLOC -> maxHeap = Math.max(maxHeap, t.argument(i));
            case HEAP_GOAL -> lastGoal = t.argument(i);
            case LABEL -> labels.merge(t.string(t.argument(i)), 1L, Long::sum);
            case TASK_BEGIN -> tasks.merge(t.task(t.argument(i)).name(), 1L, Long::sum);
            case REGION_BEGIN -> regions.merge(t.string(t.subject(i)), 1L, Long::sum);
            case LOG -> log(i);
            case CPU_SAMPLE -> samplesNoG += t.goroutine(i) < 0 ? 1 : 0;
            default -> {
                // counted by kind only
            }
        }
    }

    private void log(int i) {
        Log log = t.log(t.argument(i));
        categories.merge(log.category(), 1L, Long::sum);
        if (logs.size() < FIRST_LOGS) {
            logs.add(log.category() + ": " + log.message());
        }
    }

    private long count(EventKind k) {
        return counts[k.ordinal()];
    }

    private Map<String, Object> facts(byte[] bytes) {
        for (int s = 0; s < t.stacks(); s++) {
            maxDepth = Math.max(maxDepth, t.depth(s));
        }
        var facts = new LinkedHashMap<String, Object>();
        facts.put("Header", t.head().header());
        facts.put("Bytes", t.head().fileBytes());
        facts.put(
                "EventsParsed",
                t.head().eventsByType().values().stream().mapToLong(Long::longValue).sum());
        facts.put("RawByType", TraceReader.rawCounts(bytes));
        facts.put("ByType", new TreeMap<>(t.head().eventsByType()));
        facts.put("Strings", t.head().stringCount());
        facts.put("Stacks", t.head().stackCount());
        facts.put("MaxDepth", maxDepth);
        facts.put("Goroutines", count(EventKind.GO_CREATE));
        facts.put("GoCreated", count(EventKind.GO_CREATE));
        facts.put("PreExisting", preExisting);
        facts.put("Procs", procs);
        facts.put("Threads", threads.size());
        facts.put("Gomaxprocs", gomaxprocs);
        facts.put("FirstNs", t.startNanos());
        facts.put("LastNs", t.endNanos());
        facts.put("GCs", count(EventKind.GC_BEGIN));
        facts.put("FirstGCNs", firstGc);
        facts.put("STWMarkTerm", stops.getOrDefault("GC mark termination", 0L));
        facts.put("STWSweepTerm", stops.getOrDefault("GC sweep termination", 0L));
        facts.put("MaxHeapAlloc", maxHeap);
        facts.put("LastHeapGoal", lastGoal);
        facts.put("Tasks", tasks);
        facts.put("TaskEnds", count(EventKind.TASK_END));
        facts.put("RegionStarts", regions);
        facts.put("RegionEnds", count(EventKind.REGION_END));
        facts.put("LogCategories", categories);
        facts.put("FirstLogs", logs);
        facts.put("Labels", labels);
        facts.put("CPUSamples", count(EventKind.CPU_SAMPLE));
        facts.put("CPUSamplesNoG", samplesNoG);
        facts.put("SweptBytes", swept);
        facts.put("ReclaimedBytes", reclaimed);
        facts.put("NetpollUnblock", netpoll);
        facts.put("ByFunc", new OldSummary(t).byFunction());
        facts.putAll(TraceSums.profiles(t));
        return facts;
    }

    /// Times by start function as the tools of these releases added them up: a goroutine that was there at the start
    /// counts as waiting for a P until it is woken.
    private static final class OldSummary {
        private static final int GROUPS = 11;

        private final TraceModel t;
        private final Map<Integer, Times> running = new HashMap<>();

        private static final class Times {
            String function = "";
            long created;
            long exec;
            long sync;
            long syscall;
            long sched;
            long network;
            long total;
            long runSince;
            long syncSince;
            long syscallSince;
            long schedSince;
            long networkSince;
            boolean runs;
            boolean inSync;
            boolean inSyscall;
            boolean inSched;
            boolean inNetwork;
            boolean done;
        }

        OldSummary(TraceModel t) {
            this.t = t;
        }

        List<Map<String, Object>> byFunction() {
            var startStack = new HashMap<Integer, Integer>();
            for (int i = 0; i < t.size(); i++) {
                EventKind kind = t.kind(i);
                if (kind.group() == EventKind.Group.GO) {
                    event(i, kind, startStack);
                }
            }
            var groups = new TreeMap<String, List<Times>>();
            running.values()
                    .forEach(g -> {
                        end(g, t.endNanos());
                        groups.computeIfAbsent(g.function, f -> new ArrayList<>()).add(g);
                    });
            return groups.entrySet().stream()
                    .filter(e -> !e.getKey().startsWith("runtime."))
                    .sorted(
                            Comparator.comparingLong(
                                    e -> -e.getValue().stream().mapToLong(g -> g.exec).sum()))
                    .limit(GROUPS)
                    .map(e -> row(e.getKey(), e.getValue()))
                    .toList();
        }

        private static Map<String, Object> row(String function, List<Times> list) {
            var m = new LinkedHashMap<String, Object>();
            m.put("Func", function);
            m.put("Count", list.size());
            m.put("ExecNs", list.stream().mapToLong(g -> g.exec).sum());
            m.put("SyncNs", list.stream().mapToLong(g -> g.sync).sum());
            m.put("SyscallNs", list.stream().mapToLong(g -> g.syscall).sum());
            m.put("SchedWaitNs", list.stream().mapToLong(g -> g.sched).sum());
            m.put("IONs", list.stream().mapToLong(g -> g.network).sum());
            m.put("TotalNs", list.stream().mapToLong(g -> g.total).sum());
            return m;
        }

        private void event(int i, EventKind kind, Map<Integer, Integer> startStack) {
            long now = t.time(i);
            int index = t.subject(i);
            if (kind == EventKind.GO_CREATE) {
                var made = new Times();
                made.created = now;
                made.schedSince = now;
                made.inSched = true;
                running.put(index, made);
                startStack.put(index, (int) t.argument(i));
                return;
            }
            Times g = running.get(index);
            if (g == null || g.done) {
                return;
            }
            switch (kind) {
                case GO_START -> {
                    int stack = startStack.getOrDefault(index, -1);
                    if (g.function.isEmpty() && stack >= 0 && t.depth(stack) > 0) {
                        g.function = t.function(t.frame(stack, 0));
                    }
                    g.runs = true;
                    g.runSince = now;
                    g.sched += g.inSched ? now - g.schedSince : 0;
                    g.inSched = false;
                }
                case GO_DESTROY -> end(g, now);
                case GO_STOP -> {
                    stop(g, now);
                    g.inSched = true;
                    g.schedSince = now;
                }
                case GO_BLOCK -> block(g, i, now);
                case GO_UNBLOCK -> {
                    g.network += g.inNetwork ? now - g.networkSince : 0;
                    g.sync += g.inSync ? now - g.syncSince : 0;
                    g.inNetwork = false;
                    g.inSync = false;
                    g.inSched = true;
                    g.schedSince = now;
                }
                case GO_SYSCALL_BEGIN -> {
                    stop(g, now);
                    g.inSyscall = true;
                    g.syscallSince = now;
                }
                case GO_SYSCALL_END_BLOCKED -> {
                    g.syscall += g.inSyscall ? now - g.syscallSince : 0;
                    g.inSyscall = false;
                    g.inSched = true;
                    g.schedSince = now;
                }
                default -> {
                    // says nothing about times
                }
            }
        }

        private static void stop(Times g, long now) {
            g.exec += g.runs ? now - g.runSince : 0;
            g.runs = false;
        }

        private void block(Times g, int i, long now) {
            switch (t.string(t.argument(i))) {
                case "forever" -> end(g, now);
                case "network" -> {
                    stop(g, now);
                    g.inNetwork = true;
                    g.networkSince = now;
                }
                case "chan send", "chan receive", "select", "sync", "sync.(*Cond).Wait" -> {
                    stop(g, now);
                    g.inSync = true;
                    g.syncSince = now;
                }
                default -> stop(g, now);
            }
        }

        private static void end(Times g, long now) {
            if (g.done) {
                return;
            }
            g.done = true;
            g.total = now - g.created;
            stop(g, now);
            g.network += g.inNetwork ? now - g.networkSince : 0;
            g.sync += g.inSync ? now - g.syncSince : 0;
            g.syscall += g.inSyscall ? now - g.syscallSince : 0;
            g.sched += g.inSched ? now - g.schedSince : 0;
        }
    }
}
