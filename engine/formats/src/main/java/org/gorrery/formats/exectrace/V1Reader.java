package org.gorrery.formats.exectrace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gorrery.formats.exectrace.TraceModel.Log;
import org.gorrery.formats.exectrace.TraceModel.Task;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.input.Growing;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.input.Loaded;

/// Reads execution traces of Go 1.5 to 1.21 and expresses them in the kinds of the newer format.
///
/// Strings, stacks and the clock's frequency stand at the end of such a file, so all of it is read before anything is
/// put in order. Wake-ups that the runtime marked as futile are left out.
final class V1Reader {
    private static final int NOWHERE = -1;

    private final byte[] bytes;
    private final int version;
    private final Limits limits;
    private final TraceTables tables = new TraceTables();
    private final TraceColumns columns = new TraceColumns();
    private final V2Sink sink;
    private final V1Events events;
    private final V1Order order;
    private final Map<String, Long> byType = new TreeMap<>();
    private final Map<Integer, Integer> threadOfProc = new HashMap<>();
    private final Map<Long, Task> tasks = new HashMap<>();
    private final Map<Integer, long[]> syscalls = new HashMap<>();
    private int stopReason = -1;
    private long firstTicks;
    private double nanosPerTick;

    V1Reader(byte[] bytes, int version, TraceWindow window, Limits limits) {
        this.bytes = bytes;
        this.version = version;
        this.limits = limits;
        this.sink = new V2Sink(columns, window, Math.min(limits.events(), Integer.MAX_VALUE - 8));
        this.events = new V1Events(bytes, version, tables);
        this.order = new V1Order(events);
    }

    Loaded<TraceModel> read() {
        events.read();
        List<Fault> faults = new ArrayList<>(events.faults);
        faults.addAll(order.merge(version < 7));
        int[] sorted = inTime();
        boolean[] futile = futile(sorted);
        nanosPerTick = 1e9 / events.frequency();
        firstTicks = sorted.length == 0 ? 0 : ticks(sorted[0]);
        for (int i : sorted) {
            if (!futile[i]) {
                emit(i);
            }
        }
        tables.seal();
        var head =
                new TraceHead(
                        new String(bytes, 0, 16, StandardCharsets.ISO_8859_1).replace("\0", ""),
                        version,
                        bytes.length,
                        1,
                        byType,
                        events.stacks.size(),
                        events.strings.size(),
                        null,
                        sink.lost());
        return new Loaded<>(
                new TraceModel(head, columns, tables),
                faults.subList(0, Math.min(faults.size(), limits.faults())));
    }

    private int row(int i) {
        return order.order.get(i);
    }

    private int type(int i) {
        return events.type.get(row(i));
    }

    /// {@return when an event happened; the end of a system call may have been noted late and tells its real time}
    private long ticks(int i) {
        int t = type(i);
        if (t == V1Types.GO_SYS_EXIT || t == V1Types.GO_SYS_EXIT_LOCAL) {
            long real = t == V1Types.GO_SYS_EXIT ? events.a2.get(row(i)) : events.a1.get(row(i));
            if (real != 0) {
                return real;
            }
        }
        return events.ticks.get(row(i));
    }

    /// {@return positions in the merged order, sorted by time; equal times keep their order}
    private int[] inTime() {
        int n = order.order.size();
        boolean sorted = true;
        for (int i = 1; i < n && sorted; i++) {
            sorted = ticks(i - 1) <= ticks(i);
        }
        int[] result = new int[n];
        if (sorted) {
            Arrays.setAll(result, i -> i);
            return result;
        }
        Integer[] boxed = new Integer[n];
        Arrays.setAll(boxed, i -> i);
        Arrays.sort(boxed, (a, b) -> Long.compare(ticks(a), ticks(b)));
        Arrays.setAll(result, i -> boxed[i]);
        return result;
    }

    /// Marks the wake-ups that led to nothing: unblock, start and block of a goroutine that found its turn taken.
    private boolean[] futile(int[] sorted) {
        boolean[] result = new boolean[sorted.length];
        if (events.counts[V1Types.FUTILE_WAKEUP] == 0) {
            return result;
        }
        var wakeups = new HashMap<Integer, Growing.Ints>();
        var doomed = new java.util.HashSet<Integer>();
        for (int i : sorted) {
            int t = type(i);
            int g = order.goroutine.get(i);
            if (t == V1Types.GO_UNBLOCK || t == V1Types.GO_UNBLOCK_LOCAL) {
                var list = new Growing.Ints(2);
                list.add(i);
                wakeups.put(tables.goroutine(events.a0.get(row(i))), list);
            } else if (t == V1Types.GO_START
                    || t == V1Types.GO_START_LOCAL
                    || t == V1Types.GO_START_LABEL) {
                wakeups.computeIfAbsent(g, k -> new Growing.Ints(2)).add(i);
            } else if (t == V1Types.FUTILE_WAKEUP) {
                result[i] = true;
                doomed.add(g);
            } else if (V1Types.blocks(t)) {
                Growing.Ints list = wakeups.remove(g);
                if (doomed.remove(g)) {
                    result[i] = true;
                    for (int k = 0; list != null && k < list.size(); k++) {
                        result[list.get(k)] = true;
                    }
                }
            }
        }
        return result;
    }

    private void add(EventKind kind, int i, int stack, int subject, long argument) {
        if (subject < 0 && kind.group() == EventKind.Group.GO) {
            return; // a damaged file: nothing ran there
        }
        int proc = events.proc.get(row(i));
        int p = proc < 0 || proc > V2States.MAX_P ? NOWHERE : proc;
        int m = threadOfProc.getOrDefault(proc, NOWHERE);
        sink.addUnadjusted(kind, nanos(i), order.goroutine.get(i), p, m, stack, subject, argument);
    }

    private long nanos(int i) {
        return (long) ((double) (ticks(i) - firstTicks) * nanosPerTick);
    }

    private int stack(int i) {
        int id = events.stack.get(row(i));
        return id == 0 ? NOWHERE : events.stacks.get(id);
    }

    private int string(long id) {
        int s = events.strings.get(id);
        return s >= 0 ? s : tables.string("");
    }

    private void emit(int i) {
        int t = type(i);
        long a0 = events.a0.get(row(i));
        int g = order.goroutine.get(i);
        byType.merge(V1Types.name(folded(t)), 1L, Long::sum);
        if (V1Types.blocks(t) || t == V1Types.GO_STOP) {
            add(EventKind.GO_BLOCK, i, stack(i), g, tables.string(V1Types.reason(t)));
            return;
        }
        switch (t) {
            case V1Types.GOMAXPROCS -> add(EventKind.PROCS_CHANGE, i, stack(i), NOWHERE, a0);
            case V1Types.PROC_START -> {
                int proc = events.proc.get(row(i));
                threadOfProc.put(proc, tables.thread(a0));
                add(EventKind.PROC_START, i, NOWHERE, proc, 0);
            }
            case V1Types.PROC_STOP -> {
                add(EventKind.PROC_STOP, i, NOWHERE, events.proc.get(row(i)), 0);
                threadOfProc.remove(events.proc.get(row(i)));
            }
            case V1Types.HEAP_ALLOC -> add(EventKind.HEAP_ALLOC, i, NOWHERE, NOWHERE, a0);
            case V1Types.HEAP_GOAL -> add(EventKind.HEAP_GOAL, i, NOWHERE, NOWHERE, a0);
            case V1Types.CPU_SAMPLE -> sample(i, a0);
            case V1Types.FUTILE_WAKEUP -> {
                // only marks others
            }
            default -> {
                if (!goroutine(t, i, g, a0) && !collector(t, i, g, a0)) {
                    user(t, i, a0);
                }
            }
        }
    }

    /// {@return the type that stands for the shorter forms of the same event}
    private static int folded(int t) {
        return switch (t) {
            case V1Types.GO_START_LOCAL -> V1Types.GO_START;
            case V1Types.GO_UNBLOCK_LOCAL -> V1Types.GO_UNBLOCK;
            case V1Types.GO_SYS_EXIT_LOCAL -> V1Types.GO_SYS_EXIT;
            default -> t;
        };
    }

    private void sample(int i, long proc) {
        int p = proc < 0 || proc > V2States.MAX_P ? NOWHERE : (int) proc;
        sink.addUnadjusted(
                EventKind.CPU_SAMPLE,
                nanos(i),
                order.goroutine.get(i),
                p,
                NOWHERE,
                stack(i),
                NOWHERE,
                0);
    }

    private boolean goroutine(int t, int i, int g, long a0) {
        switch (t) {
            case V1Types.GO_CREATE -> {
                int made = tables.goroutine(a0);
                int start = events.stacks.get(events.a1.get(row(i)));
                add(EventKind.GO_CREATE, i, stack(i), made, start);
            }
            case V1Types.GO_START, V1Types.GO_START_LOCAL, V1Types.GO_START_LABEL -> {
                add(EventKind.GO_START, i, NOWHERE, g, 0);
                if (t == V1Types.GO_START_LABEL) {
                    add(EventKind.LABEL, i, NOWHERE, g, string(events.a2.get(row(i))));
                }
            }
            case V1Types.GO_END -> add(EventKind.GO_DESTROY, i, NOWHERE, g, 0);
            case V1Types.GO_SCHED, V1Types.GO_PREEMPT ->
                    add(EventKind.GO_STOP, i, stack(i), g, tables.string(V1Types.reason(t)));
            case V1Types.GO_UNBLOCK, V1Types.GO_UNBLOCK_LOCAL ->
                    add(EventKind.GO_UNBLOCK, i, stack(i), tables.goroutine(a0), 0);
            case V1Types.GO_SYS_CALL -> {
                syscalls.put(g, new long[] {nanos(i), stack(i)});
                add(EventKind.GO_SYSCALL_SHORT, i, stack(i), g, 0);
            }
            case V1Types.GO_SYS_BLOCK -> {
                long[] call = syscalls.getOrDefault(g, new long[] {nanos(i), NOWHERE});
                add(EventKind.GO_SYSCALL_BEGIN, i, (int) call[1], g, call[0]);
            }
            case V1Types.GO_SYS_EXIT, V1Types.GO_SYS_EXIT_LOCAL -> {
                syscalls.remove(g);
                add(EventKind.GO_SYSCALL_END_BLOCKED, i, NOWHERE, g, 0);
            }
            case V1Types.GO_WAITING -> status(i, g, GoState.WAITING);
            case V1Types.GO_IN_SYSCALL -> status(i, g, GoState.SYSCALL);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void status(int i, int g, GoState now) {
        add(
                EventKind.GO_STATUS,
                i,
                NOWHERE,
                g,
                (long) GoState.RUNNABLE.ordinal() << 8 | now.ordinal());
    }

    private boolean collector(int t, int i, int g, long a0) {
        switch (t) {
            case V1Types.GC_START ->
                    add(EventKind.GC_BEGIN, i, stack(i), NOWHERE, version < 7 ? 0 : a0);
            case V1Types.GC_DONE -> add(EventKind.GC_END, i, NOWHERE, NOWHERE, 0);
            case V1Types.STW_START -> {
                stopReason = tables.string(V1Types.stopReason(a0, version));
                add(EventKind.STW_BEGIN, i, NOWHERE, NOWHERE, stopReason);
            }
            case V1Types.STW_DONE -> add(EventKind.STW_END, i, NOWHERE, NOWHERE, stopReason);
            case V1Types.SWEEP_START ->
                    add(EventKind.SWEEP_BEGIN, i, stack(i), events.proc.get(row(i)), 0);
            case V1Types.SWEEP_DONE ->
                    add(
                            EventKind.SWEEP_END,
                            i,
                            NOWHERE,
                            events.proc.get(row(i)),
                            tables.swept(a0, events.a1.get(row(i))));
            case V1Types.ASSIST_START -> add(EventKind.ASSIST_BEGIN, i, stack(i), g, 0);
            case V1Types.ASSIST_DONE -> add(EventKind.ASSIST_END, i, NOWHERE, g, 0);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void user(int t, int i, long a0) {
        long a1 = events.a1.get(row(i));
        long a2 = events.a2.get(row(i));
        switch (t) {
            case V1Types.TASK_CREATE -> {
                var task = new Task(a0, a1, tables.strings.get(string(a2)));
                tasks.put(a0, task);
                add(EventKind.TASK_BEGIN, i, stack(i), NOWHERE, tables.task(task));
            }
            case V1Types.TASK_END -> {
                Task task = tasks.remove(a0);
                Task shown = task == null ? new Task(a0, 0, "") : task;
                add(EventKind.TASK_END, i, stack(i), NOWHERE, tables.task(shown));
            }
            case V1Types.REGION ->
                    add(
                            a1 == 0 ? EventKind.REGION_BEGIN : EventKind.REGION_END,
                            i,
                            stack(i),
                            string(a2),
                            a0);
            case V1Types.USER_LOG -> {
                String message = events.messages.get((int) a2);
                add(
                        EventKind.LOG,
                        i,
                        stack(i),
                        NOWHERE,
                        tables.log(new Log(a0, tables.strings.get(string(a1)), message)));
            }
            default -> {
                // batches, tables and marks are no events of the model
            }
        }
    }

    /// {@return events by type as they stand in the file}
    static Map<String, Long> rawCounts(byte[] bytes, int version) {
        var events = new V1Events(bytes, version, new TraceTables());
        events.read();
        var result = new TreeMap<String, Long>();
        for (int t = 1; t < events.counts.length; t++) {
            if (events.counts[t] > 0) {
                result.put(V1Types.name(t), events.counts[t]);
            }
        }
        return result;
    }
}
