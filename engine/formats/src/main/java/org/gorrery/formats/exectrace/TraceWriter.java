package org.gorrery.formats.exectrace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gorrery.formats.exectrace.TraceModel.Log;
import org.gorrery.formats.exectrace.TraceModel.Task;
import org.gorrery.formats.exectrace.TraceOutput.Frame;

/// Writes a trace model so that `go tool trace` opens it.
///
/// All generations become one; sequence numbers are made anew. The writer keeps the states that a reader will keep and
/// leaves out events that a reader would refuse (those whose goroutine or P the trace never told). Events of the
/// alloc/free experiment are not written.
public final class TraceWriter {
    private static final int G_WAITING = 4;

    private final TraceModel t;
    private final TraceOutput out = new TraceOutput();
    private final int[] stackIds;
    private final byte[] gStatus;
    private final long[] gSeq;
    private final long[] pSeq = new long[V2States.MAX_P + 1];
    private final int[] ownerOfP = new int[V2States.MAX_P + 1];
    private final boolean[] pKnown = new boolean[V2States.MAX_P + 1];
    private final boolean[] pSyscall = new boolean[V2States.MAX_P + 1];
    private final int[] mGoroutine;
    private final int[] mProc;
    private final int[] threadOfG;
    private final boolean old;
    private final Set<Integer> stopped = new HashSet<>();
    private final Set<Integer> sweeping = new HashSet<>();
    private final Set<Integer> assisting = new HashSet<>();
    private final Set<Long> openTasks = new HashSet<>();
    private long gcSeq;
    private boolean gcRunning;

    private TraceWriter(TraceModel t) {
        this.t = t;
        this.old = t.head().version() < 22;
        stackIds = new int[t.stacks()];
        Arrays.fill(stackIds, -1);
        gStatus = new byte[t.goroutines()];
        gSeq = new long[t.goroutines()];
        threadOfG = new int[t.goroutines()];
        mGoroutine = new int[t.threads()];
        mProc = new int[t.threads()];
        Arrays.fill(mGoroutine, -1);
        Arrays.fill(mProc, -1);
        Arrays.fill(ownerOfP, -1);
        Arrays.fill(threadOfG, -1);
    }

    /// Writes a trace.
    ///
    /// @param t the model; of any version
    /// @return the file's contents
    public static byte[] write(TraceModel t) {
        var w = new TraceWriter(t);
        w.beforeTheFirst();
        for (int i = 0; i < t.size(); i++) {
            i += w.event(i);
        }
        return w.out.finish();
    }

    /// Tells a reader what was there before the first event of an older trace, which says so by creating it.
    private void beforeTheFirst() {
        if (!old || t.size() == 0) {
            return;
        }
        long start = t.time(0);
        boolean[] seen = new boolean[t.goroutines()];
        for (int i = 0; i < t.size(); i++) {
            EventKind k = t.kind(i);
            int p = t.proc(i);
            if (p >= 0 && !pKnown[p]) {
                pKnown[p] = true;
                out.event(-1, start, V2Types.PROC_STATUS, p, V2States.P_IDLE);
            }
            if (k == EventKind.GO_CREATE && t.goroutine(i) < 0 && !seen[t.subject(i)]) {
                int g = t.subject(i);
                seen[g] = true;
                int status = statusAtStart(i, g);
                gStatus[g] = (byte) status;
                if (status == V2States.G_SYSCALL) {
                    gStatus[g] = G_WAITING; // its thread is not known, so it can only be shown as
                    // waiting
                }
                out.event(-1, start, V2Types.GO_STATUS, t.goroutineId(g), -1, gStatus[g]);
            }
        }
    }

    private int statusAtStart(int create, int g) {
        for (int i = create + 1; i < Math.min(t.size(), create + 10_000); i++) {
            if (t.kind(i) == EventKind.GO_STATUS && t.subject(i) == g) {
                return t.to(i) == GoState.SYSCALL ? V2States.G_SYSCALL : G_WAITING;
            }
            if (t.kind(i).group() == EventKind.Group.GO && t.subject(i) == g) {
                break;
            }
        }
        return V2States.G_RUNNABLE;
    }

    private int stack(long index) {
        if (index < 0) {
            return 0;
        }
        int i = (int) index;
        if (stackIds[i] < 0) {
            List<Frame> frames = new ArrayList<>();
            for (int k = 0; k < t.depth(i); k++) {
                int f = t.frame(i, k);
                frames.add(new Frame(t.pc(f), t.function(f), t.file(f), t.line(f)));
            }
            stackIds[i] = out.stack(frames);
        }
        return stackIds[i];
    }

    private long thread(int m) {
        return m < 0 ? -1 : t.threadId(m);
    }

    private void emit(int i, int type, long... arguments) {
        out.event(thread(t.thread(i)), t.time(i), type, arguments);
    }

    private boolean runs(int m) {
        return m >= 0
                && mGoroutine[m] >= 0
                && mProc[m] >= 0
                && gStatus[mGoroutine[m]] == V2States.G_RUNNING;
    }

    /// Writes one event.
    ///
    /// @return how many events after it belong to it and are not to be written
    private int event(int i) {
        EventKind kind = t.kind(i);
        switch (kind.group()) {
            case PROC -> proc(i, kind);
            case GO -> {
                return goroutine(i, kind);
            }
            case RANGE_BEGIN, RANGE_ACTIVE, RANGE_END -> range(i, kind);
            case SAMPLE ->
                    out.sample(
                            t.time(i),
                            thread(t.thread(i)),
                            t.proc(i),
                            t.goroutine(i) < 0 ? 0 : t.goroutineId(t.goroutine(i)),
                            stack(t.stack(i)));
            case METRIC -> metric(i, kind);
            case SYNC, MEMORY -> {
                // made by readers; not written
            }
            default -> {
                if (runs(t.thread(i))) {
                    user(i, kind);
                }
            }
        }
        return 0;
    }

    // ---- processors

    private void proc(int i, EventKind kind) {
        int p = t.subject(i);
        int m = t.thread(i);
        switch (kind) {
            case PROC_STATUS -> procStatus(i, p, m);
            case PROC_START -> {
                if (m >= 0 && mProc[m] < 0 && pKnown[p] && ownerOfP[p] < 0) {
                    emit(i, V2Types.PROC_START, p, ++pSeq[p]);
                    bind(m, p);
                }
            }
            case PROC_STOP -> {
                if (m >= 0 && mProc[m] == p) {
                    emit(i, V2Types.PROC_STOP);
                    release(p);
                }
            }
            default -> steal(i, p, m);
        }
    }

    private void bind(int m, int p) {
        mProc[m] = p;
        ownerOfP[p] = m;
        pSyscall[p] = false;
    }

    private void release(int p) {
        if (ownerOfP[p] >= 0) {
            mProc[ownerOfP[p]] = -1;
        }
        ownerOfP[p] = -1;
        pSyscall[p] = false;
    }

    private void procStatus(int i, int p, int m) {
        if (pKnown[p]) {
            return;
        }
        pKnown[p] = true;
        boolean running = t.to(i) == GoState.RUNNING && m >= 0;
        emit(i, V2Types.PROC_STATUS, p, running ? V2States.P_RUNNING : V2States.P_IDLE);
        if (running) {
            bind(m, p);
        }
    }

    private void steal(int i, int p, int m) {
        boolean ofDestroy =
                i + 1 < t.size()
                        && t.kind(i + 1) == EventKind.GO_DESTROY_SYSCALL
                        && t.thread(i + 1) == m;
        if (ofDestroy || m < 0) {
            return; // readers make this event themselves
        }
        int from = ownerOfP[p];
        if (from >= 0 && pSyscall[p]) {
            emit(i, V2Types.PROC_STEAL, p, ++pSeq[p], thread(from));
            release(p);
        } else if (from < 0 && pSyscall[p]) {
            emit(i, V2Types.PROC_STEAL, p, ++pSeq[p], thread(m));
            pSyscall[p] = false;
        }
    }

    // ---- goroutines

    private int goroutine(int i, EventKind kind) {
        int g = t.subject(i);
        int m = t.thread(i);
        switch (kind) {
            case GO_STATUS -> goStatus(i, g, m);
            case GO_CREATE -> create(i, g, m, V2Types.GO_CREATE, V2States.G_RUNNABLE);
            case GO_CREATE_BLOCKED -> create(i, g, m, V2Types.GO_CREATE_BLOCKED, G_WAITING);
            case GO_CREATE_SYSCALL -> {
                if (m >= 0 && mGoroutine[m] < 0 && gStatus[g] == 0) {
                    emit(i, V2Types.GO_CREATE_SYSCALL, t.goroutineId(g));
                    gStatus[g] = V2States.G_SYSCALL;
                    gSeq[g] = 0;
                    mGoroutine[m] = g;
                }
            }
            case GO_START -> start(i, g, m);
            case GO_UNBLOCK -> {
                if (gStatus[g] == G_WAITING) {
                    emit(i, V2Types.GO_UNBLOCK, t.goroutineId(g), ++gSeq[g], stack(t.stack(i)));
                    gStatus[g] = V2States.G_RUNNABLE;
                }
            }
            case GO_SWITCH -> {
                return coroutine(i, g, m);
            }
            case GO_STOP -> stop(i, m, V2Types.GO_STOP, V2States.G_RUNNABLE);
            case GO_BLOCK -> stop(i, m, V2Types.GO_BLOCK, G_WAITING);
            case GO_DESTROY -> {
                if (runs(m) && mGoroutine[m] == g) {
                    emit(i, V2Types.GO_DESTROY);
                    gStatus[g] = 0;
                    mGoroutine[m] = -1;
                }
            }
            default -> syscall(i, kind, g, m);
        }
        return 0;
    }

    private void goStatus(int i, int g, int m) {
        if (gStatus[g] != 0) {
            return;
        }
        int status =
                switch (t.to(i)) {
                    case RUNNABLE -> V2States.G_RUNNABLE;
                    case RUNNING -> V2States.G_RUNNING;
                    case SYSCALL -> V2States.G_SYSCALL;
                    default -> G_WAITING;
                };
        boolean bound = status == V2States.G_RUNNING || status == V2States.G_SYSCALL;
        if (bound && (m < 0 || mGoroutine[m] >= 0)) {
            return;
        }
        gStatus[g] = (byte) status;
        int stack = stack(t.stack(i));
        if (stack == 0) {
            emit(i, V2Types.GO_STATUS, t.goroutineId(g), thread(bound ? m : -1), status);
        } else {
            emit(
                    i,
                    V2Types.GO_STATUS_STACK,
                    t.goroutineId(g),
                    thread(bound ? m : -1),
                    status,
                    stack);
        }
        if (bound) {
            mGoroutine[m] = g;
            if (status == V2States.G_SYSCALL && mProc[m] >= 0) {
                pSyscall[mProc[m]] = true;
            }
        }
    }

    private void create(int i, int g, int m, int type, int status) {
        boolean allowed = m >= 0 && mProc[m] >= 0 && (mGoroutine[m] < 0 || runs(m));
        if (gStatus[g] == 0 && allowed) {
            emit(i, type, t.goroutineId(g), stack(t.argument(i)), stack(t.stack(i)));
            gStatus[g] = (byte) status;
            gSeq[g] = 0;
        }
    }

    private void start(int i, int g, int m) {
        if (gStatus[g] == V2States.G_RUNNABLE && m >= 0 && mProc[m] >= 0 && mGoroutine[m] < 0) {
            emit(i, V2Types.GO_START, t.goroutineId(g), ++gSeq[g]);
            gStatus[g] = V2States.G_RUNNING;
            mGoroutine[m] = g;
        }
    }

    private void stop(int i, int m, int type, int status) {
        if (runs(m) && mGoroutine[m] == t.subject(i)) {
            emit(i, type, out.string(t.string(t.argument(i))), stack(t.stack(i)));
            gStatus[mGoroutine[m]] = (byte) status;
            mGoroutine[m] = -1;
        }
    }

    /// A coroutine switch stands for the wake-up, the block or end, and the start that follow it in the model.
    private int coroutine(int i, int next, int m) {
        if (!runs(m) || gStatus[next] != G_WAITING || i + 2 >= t.size()) {
            return 0;
        }
        boolean ends = t.kind(i + 1) == EventKind.GO_DESTROY;
        emit(
                i,
                ends ? V2Types.GO_SWITCH_DESTROY : V2Types.GO_SWITCH,
                t.goroutineId(next),
                ++gSeq[next]);
        gStatus[mGoroutine[m]] = (byte) (ends ? 0 : G_WAITING);
        gStatus[next] = V2States.G_RUNNING;
        mGoroutine[m] = next;
        return 2;
    }

    private void syscall(int i, EventKind kind, int g, int m) {
        int on = kind == EventKind.GO_SYSCALL_END_BLOCKED && old ? threadOfG[g] : m;
        boolean mine = on >= 0 && mGoroutine[on] == g;
        switch (kind) {
            case GO_SYSCALL_BEGIN -> {
                if (mine && runs(m)) {
                    emit(i, V2Types.GO_SYSCALL_BEGIN, ++pSeq[mProc[m]], stack(t.stack(i)));
                    gStatus[g] = V2States.G_SYSCALL;
                    pSyscall[mProc[m]] = true;
                    threadOfG[g] = m;
                    if (old) { // such a trace notes the call only when its P is taken away
                        emit(i, V2Types.PROC_STOP);
                        release(mProc[m]);
                    }
                }
            }
            case GO_SYSCALL_END -> {
                if (mine && gStatus[g] == V2States.G_SYSCALL && mProc[m] >= 0) {
                    emit(i, V2Types.GO_SYSCALL_END);
                    gStatus[g] = V2States.G_RUNNING;
                    pSyscall[mProc[m]] = false;
                }
            }
            case GO_SYSCALL_END_BLOCKED -> {
                if (mine && gStatus[g] == V2States.G_SYSCALL) {
                    out.event(thread(on), t.time(i), V2Types.GO_SYSCALL_END_BLOCKED);
                    gStatus[g] = V2States.G_RUNNABLE;
                    mGoroutine[on] = -1;
                } else if (old && gStatus[g] == G_WAITING) {
                    emit(i, V2Types.GO_UNBLOCK, t.goroutineId(g), ++gSeq[g], 0);
                    gStatus[g] = V2States.G_RUNNABLE;
                }
            }
            case GO_DESTROY_SYSCALL -> {
                if (mine && gStatus[g] == V2States.G_SYSCALL) {
                    emit(i, V2Types.GO_DESTROY_SYSCALL);
                    gStatus[g] = 0;
                    mGoroutine[m] = -1;
                    if (mProc[m] >= 0) {
                        ownerOfP[mProc[m]] = -1; // abandoned: still in a system call, but nobody's
                        mProc[m] = -1;
                    }
                }
            }
            default -> {
                // a short system call has no end and cannot be written
            }
        }
    }

    // ---- the rest

    private void range(int i, EventKind kind) {
        int m = t.thread(i);
        boolean running = runs(m);
        boolean onProc = m >= 0 && mProc[m] >= 0;
        switch (kind) {
            case GC_BEGIN -> {
                if (!gcRunning && (running || gcSeq == 0)) {
                    emit(i, V2Types.GC_BEGIN, ++gcSeq, stack(t.stack(i)));
                    gcRunning = true;
                }
            }
            case GC_ACTIVE -> {
                if (gcSeq == 0) {
                    emit(i, V2Types.GC_ACTIVE, ++gcSeq);
                    gcRunning = true;
                }
            }
            case GC_END -> {
                if (gcRunning && running) {
                    emit(i, V2Types.GC_END, ++gcSeq);
                    gcRunning = false;
                }
            }
            case STW_BEGIN -> {
                if (running) {
                    emit(
                            i,
                            V2Types.STW_BEGIN,
                            out.string(t.string(t.argument(i))),
                            stack(t.stack(i)));
                    stopped.add(mGoroutine[m]);
                }
            }
            case STW_END -> {
                if (running && stopped.remove(mGoroutine[m])) {
                    emit(i, V2Types.STW_END);
                }
            }
            case SWEEP_BEGIN -> {
                if (onProc && sweeping.add(mProc[m])) {
                    emit(i, V2Types.SWEEP_BEGIN, stack(t.stack(i)));
                }
            }
            case SWEEP_END -> {
                if (onProc && sweeping.remove(mProc[m])) {
                    long[] s = t.swept(t.argument(i));
                    emit(i, V2Types.SWEEP_END, s[0], s[1]);
                }
            }
            case SWEEP_ACTIVE -> {
                if (pKnown[t.subject(i)] && sweeping.add(t.subject(i))) {
                    emit(i, V2Types.SWEEP_ACTIVE, t.subject(i));
                }
            }
            case ASSIST_BEGIN -> {
                if (running && assisting.add(mGoroutine[m])) {
                    emit(i, V2Types.ASSIST_BEGIN, stack(t.stack(i)));
                }
            }
            case ASSIST_ACTIVE -> {
                if (gStatus[t.subject(i)] != 0 && assisting.add(t.subject(i))) {
                    emit(i, V2Types.ASSIST_ACTIVE, t.goroutineId(t.subject(i)));
                }
            }
            default -> {
                if (running && assisting.remove(mGoroutine[m])) {
                    emit(i, V2Types.ASSIST_END);
                }
            }
        }
    }

    private void metric(int i, EventKind kind) {
        int m = t.thread(i);
        switch (kind) {
            case PROCS_CHANGE -> {
                if (runs(m)) {
                    emit(i, V2Types.PROCS_CHANGE, t.argument(i), stack(t.stack(i)));
                }
            }
            case HEAP_ALLOC -> {
                if (m >= 0 && mProc[m] >= 0) {
                    emit(i, V2Types.HEAP_ALLOC, t.argument(i));
                }
            }
            default -> {
                if (m >= 0 && mProc[m] >= 0) {
                    emit(i, V2Types.HEAP_GOAL, t.argument(i));
                }
            }
        }
    }

    private void user(int i, EventKind kind) {
        switch (kind) {
            case LABEL -> emit(i, V2Types.GO_LABEL, out.string(t.string(t.argument(i))));
            case TASK_BEGIN -> {
                Task task = t.task(t.argument(i));
                if (openTasks.add(task.id())) {
                    emit(
                            i,
                            V2Types.TASK_BEGIN,
                            task.id(),
                            task.parent(),
                            out.string(task.name()),
                            stack(t.stack(i)));
                }
            }
            case TASK_END -> {
                long id = t.task(t.argument(i)).id();
                openTasks.remove(id);
                emit(i, V2Types.TASK_END, id, stack(t.stack(i)));
            }
            case REGION_BEGIN, REGION_END ->
                    emit(
                            i,
                            kind == EventKind.REGION_BEGIN
                                    ? V2Types.REGION_BEGIN
                                    : V2Types.REGION_END,
                            t.argument(i),
                            out.string(t.string(t.subject(i))),
                            stack(t.stack(i)));
            case LOG -> {
                Log log = t.log(t.argument(i));
                emit(
                        i,
                        V2Types.USER_LOG,
                        log.task(),
                        out.string(log.category()),
                        out.string(log.message()),
                        stack(t.stack(i)));
            }
            default -> {
                // handled by family
            }
        }
    }
}
