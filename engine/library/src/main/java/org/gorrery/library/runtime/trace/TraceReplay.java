package org.gorrery.library.runtime.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.event.CpuSamples;
import org.gorrery.event.EventKind;
import org.gorrery.event.StopReason;
import org.gorrery.event.WaitReason;
import org.gorrery.formats.exectrace.TraceModel.ClockSnapshot;
import org.gorrery.formats.exectrace.TraceOutput;
import org.gorrery.formats.exectrace.TraceOutput.Frame;
import org.gorrery.library.runtime.trace.TraceStates.Go;
import org.gorrery.runtime.prof.CallStack;
import org.gorrery.runtime.prof.ExecutionTrace;
import org.gorrery.runtime.prof.ExecutionTrace.Opening;
import org.gorrery.runtime.prof.ExecutionTrace.Part;
import org.gorrery.runtime.prof.ExecutionTrace.Present;
import org.gorrery.runtime.sched.GStatus;
import org.gorrery.runtime.stack.FuncTable;

/// Turns what the engine has recorded into an execution trace as `go tool trace` reads it.
///
/// Each part that was recorded becomes a generation, which begins with what is known then, so that a reader may begin there. The records come
/// in an order in which things may have happened, so replaying them needs no waiting; where the engine did something without a record of its own
/// (a P that changed hands, a goroutine readied from outside) what must have happened is added.
///
/// Guard: this.
public final class TraceReplay {
    private static final int VERSION = 26;
    private static final int PROCS_CHANGE = 9;
    private static final int STW_BEGIN = 26;
    private static final int STW_END = 27;
    private static final int GC_ACTIVE = 28;
    private static final int GC_BEGIN = 29;
    private static final int GC_END = 30;
    private static final int HEAP_ALLOC = 37;
    private static final int HEAP_GOAL = 38;
    private static final int TASK_BEGIN = 40;
    private static final int TASK_END = 41;
    private static final int REGION_BEGIN = 42;
    private static final int REGION_END = 43;
    private static final int USER_LOG = 44;
    private static final int HEADER_BYTES = 16;

    private final TraceOutput out = new TraceOutput(VERSION);
    private final TraceStates states = new TraceStates(out);
    private final FuncTable functions;
    private final byte[] header;
    private final Map<Long, Go> entering = new HashMap<>();
    private List<CallStack> stacks = List.of();
    private int[] stackIds = new int[0];
    private List<String> strings = List.of();
    private int samplesTaken;
    private long gcSequence;
    private boolean collecting;
    private int stopper = TraceStates.NONE;

    /// Begins a trace.
    ///
    /// @param opening the world when it began
    /// @param wallNanos the time of day then, since 1970
    /// @param procs GOMAXPROCS
    /// @param samples number of CPU samples so far
    public TraceReplay(
            FuncTable functions, Opening opening, long wallNanos, int procs, int samples) {
        this.functions = functions;
        this.samplesTaken = samples;
        header = out.drain();
        states.now = opening.nanos();
        for (int i = 0; i < procs; i++) {
            states.opens(i, i == opening.proc() ? opening.thread() : TraceStates.NONE);
        }
        Map<Long, CallStack> standing = new HashMap<>();
        for (Present g : opening.goroutines()) {
            states.opens(g.goroutine(), status(g), g.thread());
            standing.put(g.goroutine(), g.stack());
        }
        begin(wallNanos);
        states.tellAll(g -> {
            CallStack s = standing.get(g.id);
            return s == null ? 0 : out.stack(frames(s));
        });
    }

    private static int status(Present g) {
        return switch (g.status()) {
            case GStatus.RUNNING -> TraceStates.RUNNING;
            case GStatus.SYSCALL -> TraceStates.SYSCALL;
            case GStatus.RUNNABLE -> TraceStates.RUNNABLE;
            default -> TraceStates.WAITING;
        };
    }

    private void begin(long wallNanos) {
        out.generation(states.now, new ClockSnapshot(states.now, states.now, wallNanos));
    }

    /// The first bytes of every trace.
    public byte[] header() {
        return header.length == HEADER_BYTES ? header.clone() : new byte[0];
    }

    /// Makes a generation of a part.
    ///
    /// @param wallNanos the time of day at its end
    /// @param samples all CPU samples so far
    /// @param last whether the trace ends with it
    /// @return its bytes
    public synchronized byte[] generation(
            Part part, long wallNanos, CpuSamples samples, boolean last) {
        stacks = part.stacks();
        stackIds = new int[stacks.size() + 1];
        Arrays.fill(stackIds, -1);
        strings = part.strings();
        long[] w = part.words();
        for (int i = 0; i < w.length; i += ExecutionTrace.WORDS) {
            states.now = Math.max(states.now, w[i + 1]);
            record(w, i);
        }
        samples(samples);
        states.now = Math.max(states.now, part.nanos());
        if (last) {
            return out.finish();
        }
        begin(wallNanos);
        states.tellAll(g -> 0);
        if (collecting) {
            emitAt(states.anyRunning(), GC_ACTIVE, ++gcSequence);
        }
        return out.drain();
    }

    private void samples(CpuSamples s) {
        for (int i = samplesTaken; i < s.count(); i++) {
            int[] sites = Arrays.copyOfRange(s.pcs(), s.stackStart()[i], s.stackStart()[i + 1]);
            int stack = out.stack(frames(new CallStack(sites)));
            out.sample(s.timeNanos()[i], -1, -1, s.goroutine()[i], stack);
        }
        samplesTaken = s.count();
    }

    // ---- one record

    private void record(long[] w, int at) {
        int kind = (int) w[at + 2] & 0xff;
        int reason = (int) (w[at + 2] >>> 8) & 0xff;
        int proc = ((int) (w[at + 2] >>> 16) & 0xffff) - 1;
        int thread = (int) (w[at + 2] >>> 32) - 1;
        long id = w[at + 3];
        long arg = w[at + 4];
        int stack = (int) w[at + 5];
        if (kind == ExecutionTrace.WITHOUT_P) {
            Go g = states.goroutine(id);
            if (g != null) {
                states.endBlockedCall(g);
            }
        } else if (kind >= ExecutionTrace.TASK_BEGIN) {
            states.holds(proc, thread);
            mark(kind, thread, arg, w[at + 6], w[at + 7], stack);
        } else {
            happened(EventKind.values()[kind], reason, proc, thread, id, arg, stack);
        }
    }

    private void happened(
            EventKind kind, int reason, int proc, int thread, long id, long arg, int stack) {
        switch (kind) {
            case PROC_START -> states.startProc(proc, (int) arg);
            case PROC_STOP -> states.stopProc(proc);
            case GO_CREATE -> {
                Go g = new Go(arg, TraceStates.RUNNABLE);
                g.createdAt = stack(stack);
                entering.put(arg, g);
            }
            case GO_ENTRY -> {
                Go g = entering.remove(id);
                states.holds(proc, thread);
                if (g != null && states.holdsProc(thread)) {
                    states.create(thread, g, entry((int) arg));
                }
            }
            case GO_UNBLOCK -> {
                Go g = states.goroutine(arg);
                if (g != null) {
                    states.unblock(thread, g);
                }
            }
            case GO_START, GO_YIELD, GO_PREEMPT, GO_BLOCK, GO_END, SYSCALL_ENTER, SYSCALL_EXIT ->
                    turn(kind, reason, proc, thread, id, stack);
            default -> world(kind, reason, proc, thread, arg, stack);
        }
    }

    private void turn(EventKind kind, int reason, int proc, int thread, long id, int stack) {
        Go g = states.goroutine(id);
        if (g == null) {
            return;
        }
        if (kind != EventKind.SYSCALL_EXIT || g.thread != thread) {
            states.holds(proc, thread);
        }
        switch (kind) {
            case GO_START -> states.start(thread, g);
            case GO_YIELD -> stop(g, "runtime.Gosched", stack);
            case GO_PREEMPT -> stop(g, "preempted", stack);
            case GO_BLOCK -> {
                String why = BlockWords.of(WaitReason.values()[reason]);
                states.leave(
                        g,
                        TraceStates.GO_BLOCK,
                        TraceStates.WAITING,
                        out.string(why),
                        stack(stack));
            }
            case GO_END -> states.end(g);
            case SYSCALL_ENTER -> states.beginCall(g, stack(stack));
            default -> {
                states.endCallOn(g, proc, thread);
            }
        }
    }

    private void stop(Go g, String why, int stack) {
        states.leave(g, TraceStates.GO_STOP, TraceStates.RUNNABLE, out.string(why), stack(stack));
    }

    private void world(EventKind kind, int reason, int proc, int thread, long arg, int stack) {
        states.holds(proc, thread);
        if (!states.holdsProc(thread)) {
            return;
        }
        switch (kind) {
            case HEAP_LIVE -> states.emit(thread, HEAP_ALLOC, arg);
            case HEAP_GOAL -> states.emit(thread, HEAP_GOAL, arg);
            case GOMAXPROCS -> emitAt(thread, PROCS_CHANGE, arg, stack(stack));
            case STW_BEGIN -> {
                StopReason why = StopReason.values()[reason];
                if (why != StopReason.TRACE
                        && stopper == TraceStates.NONE
                        && emitAt(thread, STW_BEGIN, out.string(why.text()), stack(stack))) {
                    stopper = thread;
                }
            }
            case STW_END -> {
                if (stopper == thread && emitAt(thread, STW_END)) {
                    stopper = TraceStates.NONE;
                }
            }
            case GC_BEGIN -> {
                if (!collecting && emitAt(thread, GC_BEGIN, gcSequence + 1, stack(stack))) {
                    gcSequence++;
                    collecting = true;
                }
            }
            case GC_END -> {
                if (collecting && emitAt(thread, GC_END, gcSequence + 1)) {
                    gcSequence++;
                    collecting = false;
                }
            }
            default -> {}
        }
    }

    /// Writes what only a goroutine can do; false where the M runs none.
    private boolean emitAt(int thread, int type, long... arguments) {
        if (states.onThread(thread) == null) {
            return false;
        }
        states.emit(thread, type, arguments);
        return true;
    }

    private void mark(int kind, int thread, long arg, long a, long b, int stack) {
        long text = out.string(strings.get((int) b - 1));
        switch (kind) {
            case ExecutionTrace.TASK_BEGIN ->
                    emitAt(thread, TASK_BEGIN, arg, a, text, stack(stack));
            case ExecutionTrace.TASK_END -> emitAt(thread, TASK_END, arg, stack(stack));
            case ExecutionTrace.REGION_BEGIN ->
                    emitAt(thread, REGION_BEGIN, arg, text, stack(stack));
            case ExecutionTrace.REGION_END -> emitAt(thread, REGION_END, arg, text, stack(stack));
            default -> {
                long category = out.string(strings.get((int) a - 1));
                emitAt(thread, USER_LOG, arg, category, text, stack(stack));
            }
        }
    }

    // ---- stacks

    private int entry(int function) {
        if (function < 0) {
            return 0;
        }
        var info = functions.info(function);
        long pc = functions.entryOf(function);
        return out.stack(List.of(new Frame(pc, info.name(), functions.fileOf(pc), info.line())));
    }

    private int stack(int index) {
        if (index == 0) {
            return 0;
        }
        if (stackIds[index] < 0) {
            stackIds[index] = out.stack(frames(stacks.get(index - 1)));
        }
        return stackIds[index];
    }

    private List<Frame> frames(CallStack s) {
        List<Frame> list = new ArrayList<>(s.sites().length);
        for (int site : s.sites()) {
            long pc = functions.pcOf(site);
            var info = functions.info(functions.functionAt(site));
            list.add(new Frame(pc, info.name(), functions.fileOf(pc), functions.lineOf(pc)));
        }
        return list;
    }
}
