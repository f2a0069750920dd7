package org.gorrery.app.bridge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.exectrace.EventKind;
import org.gorrery.formats.exectrace.GoState;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.exectrace.Transition;

/// Turns an execution trace of a real program into the columns of a [TimelineModel]; one pass over the events.
///
/// Call sites of the model are stacks of the trace. Times count from the first event. Reasons keep the words of the
/// trace, but what blocks in package sync is told apart by its stack, as the trace calls all of it `sync`.
public final class TraceTimeline {
    /// A reason is stored in a byte.
    private static final int MOST_REASONS = 127;

    private final TraceModel t;
    private final TimelineRecorder recorder = new TimelineRecorder(i -> "", Long.MAX_VALUE);
    private final Words waits = new Words();
    private final Words stops = new Words();
    private final Map<Long, Wait> known = new HashMap<>();
    private int gomaxprocs;
    private int cycles;
    private boolean wrapper;

    /// A kind of waiting.
    private record Wait(GState state, int reason) {}

    private TraceTimeline(TraceModel t) {
        this.t = t;
        waits.number("");
    }

    /// Makes the timeline of a trace.
    public static TimelineModel of(TraceModel t) {
        var made = new TraceTimeline(t);
        for (int i = 0; i < t.size(); i++) {
            made.event(i);
        }
        made.name();
        made.recorder.finish(t.size(), t.head().lost(), made.gomaxprocs);
        return made.recorder.model(t.endNanos() - t.startNanos(), made.waits.all, made.stops.all);
    }

    private void event(int i) {
        EventKind kind = t.kind(i);
        long now = Math.max(0, t.time(i) - t.startNanos());
        switch (kind.group()) {
            case GO -> transition(kind, i, now);
            case RANGE_BEGIN, RANGE_ACTIVE, RANGE_END -> range(kind, i, now);
            case METRIC -> metric(kind, i, now);
            case PROC -> {
                if (kind == EventKind.PROC_STOP) {
                    recorder.proc(t.subject(i)).leave(now);
                }
            }
            case SYNC,
                    LABEL,
                    TASK_BEGIN,
                    TASK_END,
                    REGION_BEGIN,
                    REGION_END,
                    LOG,
                    SAMPLE,
                    MEMORY -> {
                // Nothing the timeline draws.
            }
        }
    }

    private void transition(EventKind kind, int i, long now) {
        GoState from = Transition.from(t, i);
        GoState to = Transition.to(t, i);
        if (from == to || t.subject(i) < 0) {
            return;
        }
        LaneRecorder lane = recorder.lane(t.goroutineId(t.subject(i)));
        long by = t.goroutine(i) < 0 ? 0 : t.goroutineId(t.goroutine(i));
        int p = t.proc(i);
        if (from == GoState.RUNNING && to != GoState.RUNNING && p >= 0) {
            recorder.proc(p).leave(now);
        }
        switch (to) {
            case RUNNING -> {
                recorder.begin(lane, now, GState.RUNNING, 0, p, t.stack(i), 0);
                recorder.proc(p).enter(now, lane.id);
            }
            case RUNNABLE -> runnable(kind, i, now, lane, by);
            case WAITING -> {
                Wait wait = waitOf(kind == EventKind.GO_BLOCK ? t.argument(i) : -1, t.stack(i));
                recorder.begin(lane, now, wait.state(), wait.reason(), -1, t.stack(i), 0);
            }
            case SYSCALL -> recorder.begin(lane, now, GState.SYSCALL, 0, -1, t.stack(i), 0);
            case NOT_EXIST -> lane.end(now);
            case UNDETERMINED, IDLE -> {
                // Nothing is known, so nothing is drawn.
            }
        }
    }

    private void runnable(EventKind kind, int i, long now, LaneRecorder lane, long by) {
        boolean created = kind == EventKind.GO_CREATE || kind == EventKind.GO_CREATE_BLOCKED;
        boolean woken = kind == EventKind.GO_UNBLOCK || kind == EventKind.GO_SWITCH;
        int reason = kind == EventKind.GO_STOP ? waits.number(t.string(t.argument(i))) : 0;
        long cause = created || woken ? by : 0;
        recorder.begin(lane, now, GState.RUNNABLE, reason, -1, created ? -1 : t.stack(i), cause);
        if (created) {
            lane.creator = by;
            lane.createdSite = t.stack(i);
            if (t.argument(i) >= 0) {
                lane.function = outermost((int) t.argument(i));
                wrapper |= TimelineRecorder.isWrapper(lane.function);
            }
        }
        if (cause != 0) {
            recorder.links.add(now, cause, lane.id, created);
        }
    }

    /// How a goroutine waits, by the words of the trace and, for package sync, by its stack.
    private Wait waitOf(long reason, int stack) {
        return known.computeIfAbsent(
                reason << 32 | stack & 0xffffffffL, k -> classify(t.string(reason), stack));
    }

    private Wait classify(String words, int stack) {
        String sync = words.equals("sync") ? syncCall(stack) : "";
        GState state =
                switch (words) {
                    case "chan send" -> GState.SEND;
                    case "chan receive" -> GState.RECEIVE;
                    case "select" -> GState.SELECT;
                    case "network" -> GState.IO;
                    case "sync.(*Cond).Wait" -> GState.COND;
                    case "sync" ->
                            sync.contains("WaitGroup")
                                    ? GState.WAIT_GROUP
                                    : sync.contains("Cond") ? GState.COND : GState.MUTEX;
                    default -> words.startsWith("GC mark assist") ? GState.ASSIST : GState.SLEEP;
                };
        return new Wait(state, waits.number(sync.isEmpty() ? words : sync));
    }

    /// The call into package sync on a stack, as `sync.Mutex.Lock`; empty where there is none.
    private String syncCall(int stack) {
        for (int k = 0; stack >= 0 && k < t.depth(stack); k++) {
            String f = t.function(t.frame(stack, k));
            boolean exported =
                    f.startsWith("sync.")
                            && Character.isUpperCase(f.charAt(f.lastIndexOf('.') + 1));
            if (exported) {
                return f.replace("(*", "").replace(")", "");
            }
        }
        return "";
    }

    private void range(EventKind kind, int i, long now) {
        switch (kind) {
            case STW_BEGIN -> recorder.stops.begin(now, stops.number(t.string(t.argument(i))));
            case STW_END -> recorder.stops.end(now);
            case GC_BEGIN -> recorder.collections.begin(now, ++cycles);
            case GC_ACTIVE -> {
                if (cycles == 0) {
                    recorder.collections.begin(now, ++cycles);
                }
            }
            case GC_END -> recorder.collections.end(now);
            case ASSIST_BEGIN -> assist(i, now, GState.ASSIST);
            case ASSIST_END -> assist(i, now, GState.RUNNING);
            default -> {
                // Sweeping is no band of its own.
            }
        }
    }

    private void assist(int i, long now, GState state) {
        if (t.goroutine(i) >= 0) {
            LaneRecorder lane = recorder.lane(t.goroutineId(t.goroutine(i)));
            recorder.begin(lane, now, state, 0, t.proc(i), t.stack(i), 0);
        }
    }

    private void metric(EventKind kind, int i, long now) {
        switch (kind) {
            case HEAP_ALLOC -> recorder.heap.live(now, t.argument(i));
            case HEAP_GOAL -> recorder.heap.goal(now, t.argument(i));
            case PROCS_CHANGE -> gomaxprocs = (int) Math.min(t.argument(i), Integer.MAX_VALUE);
            default -> throw new IllegalStateException(kind + " is no metric");
        }
    }

    /// Goroutines that were there before the trace are named by the outermost call of any of their stacks; workers of the
    /// collector are shown as such.
    private void name() {
        int[] anyStack = new int[t.goroutines()];
        java.util.Arrays.fill(anyStack, -1);
        for (int i = 0; i < t.size(); i++) {
            int g = t.kind(i).group() == EventKind.Group.GO ? t.subject(i) : -1;
            boolean own = g >= 0 && (g == t.goroutine(i) || t.kind(i) == EventKind.GO_STATUS);
            if (own && anyStack[g] < 0 && t.stack(i) >= 0) {
                anyStack[g] = t.stack(i);
            }
        }
        for (int g = 0; g < anyStack.length; g++) {
            if (anyStack[g] >= 0) {
                recorder.name(t.goroutineId(g), outermost(anyStack[g]));
            }
        }
        for (int g = 0; wrapper && g < anyStack.length; g++) {
            String started = anyStack[g] < 0 ? "" : recorder.lane(t.goroutineId(g)).function;
            if (TimelineRecorder.isWrapper(started)) {
                String called = outermost(anyStack[g]);
                if (!called.equals(started) && !called.startsWith("runtime.")) {
                    recorder.wrapperCalls(started, called);
                }
            }
        }
        recorder.each(lane -> {
            if (lane.function.startsWith("runtime.gcBgMarkWorker")) {
                lane.replace(GState.RUNNING, GState.GC_WORKER);
            }
        });
    }

    private String outermost(int stack) {
        int depth = t.depth(stack);
        return depth == 0 ? "" : t.function(t.frame(stack, depth - 1));
    }

    /// Numbers for words, in order of first use.
    private static final class Words {
        private final List<String> all = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();

        int number(String words) {
            Integer known = numbers.get(words);
            if (known != null) {
                return known;
            }
            if (all.size() == MOST_REASONS) {
                return 0;
            }
            all.add(words);
            numbers.put(words, all.size() - 1);
            return all.size() - 1;
        }
    }
}
