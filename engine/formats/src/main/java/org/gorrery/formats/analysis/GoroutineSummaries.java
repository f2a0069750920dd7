package org.gorrery.formats.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gorrery.formats.exectrace.EventKind;
import org.gorrery.formats.exectrace.GoState;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.exectrace.Transition;
import org.jspecify.annotations.Nullable;

/// Adds up the time every goroutine spent in every state, as Go's own trace summary does.
///
/// A goroutine that was there when the trace began is charged from the last start of a generation. A state that lasts at
/// the end is charged to the last event.
public final class GoroutineSummaries {
    private final TraceModel t;
    private final Running[] running;
    private final Map<Integer, Integer> syscallOfProc = new HashMap<>();
    private final Map<Long, Integer> sweepOfProc = new HashMap<>();
    private long syncNanos;
    private long lastNanos;

    /// A goroutine while its times are added up; 0 marks a state that does not last.
    private static final class Running {
        String function = "";
        int parent = -1;
        long created;
        long started = -1;
        long ended = -1;
        long exec;
        long schedWait;
        long syscall;
        long syscallBlock;
        long waits;
        final Map<String, Long> block = new TreeMap<>();
        final Map<String, Long> range = new TreeMap<>();
        final Map<String, Long> openRanges = new TreeMap<>();
        long runSince;
        long readySince;
        long blockSince;
        String blockReason = "";
        long syscallSince;
        long syscallBlockSince;
        int syscallProc = -1;
        boolean done;
        long total;
    }

    private GoroutineSummaries(TraceModel t) {
        this.t = t;
        this.running = new Running[t.goroutines()];
    }

    /// Summarises all goroutines of a trace.
    ///
    /// @param t the trace
    /// @return one summary per goroutine that the trace tells something of, by index
    public static List<GoroutineSummary> of(TraceModel t) {
        var s = new GoroutineSummaries(t);
        for (int i = 0; i < t.size(); i++) {
            s.event(i);
        }
        return s.finish();
    }

    private void event(int i) {
        long now = t.time(i);
        if (i == 0) {
            syncNanos = now;
        }
        lastNanos = now;
        EventKind kind = t.kind(i);
        switch (kind.group()) {
            case SYNC -> syncNanos = now;
            case GO -> transition(i, now);
            case PROC -> proc(i, now);
            case RANGE_BEGIN, RANGE_ACTIVE -> rangeBegins(i, kind, now);
            case RANGE_END -> rangeEnds(i, kind, now);
            default -> {
                // says nothing about time spent
            }
        }
    }

    private @Nullable Running known(int g) {
        return g < 0 ? null : running[g];
    }

    private void transition(int i, long now) {
        GoState from = Transition.from(t, i);
        GoState to = Transition.to(t, i);
        if (from == to) {
            return;
        }
        int index = t.subject(i);
        Running g = known(index);
        if (g == null || from == GoState.NOT_EXIST || from == GoState.UNDETERMINED) {
            g = appears(i, from, to, now);
            running[index] = g;
        } else {
            leaves(g, from, now);
        }
        if (g.function.isEmpty()) {
            int stack = Transition.subjectStack(t, i);
            if (stack >= 0 && t.depth(stack) > 0) {
                g.function = t.function(t.frame(stack, t.depth(stack) - 1));
            }
        }
        enters(g, index, i, to, now);
    }

    private Running appears(int i, GoState from, GoState to, long now) {
        var g = new Running();
        if (from == GoState.NOT_EXIST) {
            g.created = now;
            g.parent = t.goroutine(i);
            return g;
        }
        g.created = syncNanos;
        long before = now - syncNanos;
        switch (to) {
            case RUNNING -> g.exec += before;
            case WAITING -> g.block.merge("", before, Long::sum);
            case RUNNABLE -> g.schedWait += before;
            case SYSCALL -> {
                if (t.proc(i) < 0) {
                    g.syscallBlock += before;
                } else {
                    g.syscall += before;
                }
            }
            case UNDETERMINED, NOT_EXIST, IDLE -> {
                // no state to charge
            }
        }
        return g;
    }

    private void leaves(Running g, GoState from, long now) {
        switch (from) {
            case RUNNING -> {
                g.exec += g.runSince != 0 ? now - g.runSince : 0;
                g.runSince = 0;
            }
            case WAITING -> {
                if (g.blockSince != 0) {
                    g.block.merge(g.blockReason, now - g.blockSince, Long::sum);
                    g.blockSince = 0;
                }
            }
            case RUNNABLE -> {
                if (g.readySince != 0) {
                    g.schedWait += now - g.readySince;
                    g.readySince = 0;
                    g.waits++;
                }
            }
            case SYSCALL -> leavesSyscall(g, now);
            case UNDETERMINED, NOT_EXIST, IDLE -> {
                // nothing was charged
            }
        }
    }

    private void leavesSyscall(Running g, long now) {
        if (g.syscallSince == 0) {
            return;
        }
        if (g.syscallBlockSince != 0) {
            g.syscallBlock += now - g.syscallBlockSince;
            g.syscall += g.syscallBlockSince - g.syscallSince;
        } else {
            g.syscall += now - g.syscallSince;
        }
        g.syscallSince = 0;
        g.syscallBlockSince = 0;
        syscallOfProc.remove(g.syscallProc);
    }

    private void enters(Running g, int index, int i, GoState to, long now) {
        switch (to) {
            case RUNNING -> {
                g.runSince = now;
                g.started = g.started < 0 ? now : g.started;
            }
            case RUNNABLE -> g.readySince = now;
            case WAITING -> {
                String reason = Transition.reason(t, i);
                if (reason.equals("forever")) {
                    finish(g, now, true);
                } else {
                    g.blockSince = now;
                    g.blockReason = reason;
                }
            }
            case SYSCALL -> {
                g.syscallSince = now;
                g.syscallProc = t.proc(i);
                syscallOfProc.put(g.syscallProc, index);
            }
            case NOT_EXIST -> finish(g, now, true);
            case UNDETERMINED, IDLE -> {
                // not a state to be in
            }
        }
    }

    /// A P that goes idle while its goroutine is in a system call: from here on the call blocks.
    private void proc(int i, long now) {
        EventKind kind = t.kind(i);
        boolean idle =
                kind == EventKind.PROC_STOP
                        || kind == EventKind.PROC_STEAL && t.argument(i) == 0
                        || kind == EventKind.PROC_STATUS
                                && t.to(i) == GoState.IDLE
                                && t.from(i) != GoState.IDLE;
        if (!idle) {
            return;
        }
        Integer index = syscallOfProc.remove(t.subject(i));
        Running g = index == null ? null : known(index);
        if (g != null) {
            g.syscallBlockSince = now;
        }
    }

    private String rangeName(int i, EventKind kind) {
        return switch (kind) {
            case STW_BEGIN, STW_END -> "stop-the-world (" + t.string(t.argument(i)) + ")";
            case SWEEP_BEGIN, SWEEP_ACTIVE, SWEEP_END -> "GC incremental sweep";
            default -> "GC mark assist";
        };
    }

    private static boolean ofProc(EventKind kind) {
        return kind == EventKind.SWEEP_BEGIN
                || kind == EventKind.SWEEP_ACTIVE
                || kind == EventKind.SWEEP_END;
    }

    private static boolean ofNobody(EventKind kind) {
        return kind == EventKind.GC_BEGIN
                || kind == EventKind.GC_ACTIVE
                || kind == EventKind.GC_END;
    }

    private void rangeBegins(int i, EventKind kind, long now) {
        if (ofNobody(kind)) {
            return;
        }
        int index = kind == EventKind.ASSIST_ACTIVE ? t.subject(i) : t.goroutine(i);
        Running g = known(index);
        if (g == null) {
            return;
        }
        if (ofProc(kind)) {
            sweepOfProc.put((long) t.subject(i), index);
        }
        String name = rangeName(i, kind);
        if (kind.group() == EventKind.Group.RANGE_ACTIVE) {
            Long since = g.openRanges.get(name);
            if (since != null) {
                g.range.merge(name, syncNanos - since, Long::sum);
            }
            g.openRanges.put(name, syncNanos);
        } else {
            g.openRanges.put(name, now);
        }
    }

    private void rangeEnds(int i, EventKind kind, long now) {
        if (ofNobody(kind)) {
            return;
        }
        int index = t.goroutine(i);
        if (ofProc(kind)) {
            Integer began = sweepOfProc.remove((long) t.subject(i));
            if (began == null || began != index) {
                return; // the P went on sweeping for another goroutine
            }
        }
        Running g = known(index);
        if (g != null) {
            String name = rangeName(i, kind);
            Long since = g.openRanges.remove(name);
            if (since != null) {
                g.range.merge(name, now - since, Long::sum);
            }
        }
    }

    private static void finish(Running g, long now, boolean ended) {
        if (g.done) {
            return;
        }
        g.done = true;
        g.ended = ended ? now : -1;
        g.total = now - g.created;
        g.exec += g.runSince != 0 ? now - g.runSince : 0;
        g.schedWait += g.readySince != 0 ? now - g.readySince : 0;
        if (g.blockSince != 0) {
            g.block.merge(g.blockReason, now - g.blockSince, Long::sum);
        }
        // A system call that lasts is charged as Go's tools do: all of it as system call, the part
        // without a P as waiting.
        g.syscall += g.syscallSince != 0 ? now - g.syscallSince : 0;
        g.schedWait += g.syscallBlockSince != 0 ? now - g.syscallBlockSince : 0;
        g.openRanges.forEach((name, since) -> g.range.merge(name, now - since, Long::sum));
        g.runSince = 0;
        g.readySince = 0;
        g.blockSince = 0;
        g.syscallSince = 0;
        g.syscallBlockSince = 0;
        g.openRanges.clear();
    }

    private List<GoroutineSummary> finish() {
        var result = new ArrayList<GoroutineSummary>();
        for (int i = 0; i < running.length; i++) {
            Running g = running[i];
            if (g == null) {
                continue;
            }
            finish(g, lastNanos, false);
            result.add(
                    new GoroutineSummary(
                            i,
                            t.goroutineId(i),
                            g.function,
                            g.parent,
                            g.created,
                            g.started,
                            g.ended,
                            g.exec,
                            g.schedWait,
                            g.syscall,
                            g.syscallBlock,
                            g.block,
                            g.range,
                            g.total,
                            g.waits));
        }
        return result;
    }
}
