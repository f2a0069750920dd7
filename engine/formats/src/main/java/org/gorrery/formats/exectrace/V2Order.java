package org.gorrery.formats.exectrace;

import static org.gorrery.formats.exectrace.V2States.G_RUNNABLE;
import static org.gorrery.formats.exectrace.V2States.G_RUNNING;
import static org.gorrery.formats.exectrace.V2States.G_SYSCALL;
import static org.gorrery.formats.exectrace.V2States.G_WAITING;
import static org.gorrery.formats.exectrace.V2States.NONE;
import static org.gorrery.formats.exectrace.V2States.P_ABANDONED;
import static org.gorrery.formats.exectrace.V2States.P_IDLE;
import static org.gorrery.formats.exectrace.V2States.P_RUNNING;
import static org.gorrery.formats.exectrace.V2States.P_SYSCALL;

import java.util.HashMap;
import java.util.Map;
import org.gorrery.formats.exectrace.TraceModel.Log;
import org.gorrery.formats.exectrace.TraceModel.Task;
import org.gorrery.formats.input.FormatException;

/// Decides whether the next event of a thread may happen now, and if so writes it into the model.
///
/// Events of different threads are only ordered by what they mean: a goroutine can start once it is runnable, a P once
/// it is idle, and sequence numbers settle the rest. An event whose turn has not come is asked for again later. What
/// contradicts the states is a fault of the file. Ranges and regions are not checked against each other, so that a file
/// that is wrong only there still opens.
final class V2Order {
    private final V2Sink sink;
    private final V2States states;
    private final TraceTables tables;
    private final Map<Long, Task> openTasks = new HashMap<>();
    private V2Generation generation;
    private AllocFreeInfo info = new AllocFreeInfo();
    private int number;
    private boolean first = true;
    private boolean gcKnown;
    private boolean gcRunning;
    private long gcSeq;

    /// The M, P and goroutine an event happens on, and the event.
    private V2Cursor c;

    private int m;
    private int p;
    private int g;

    V2Order(V2Sink sink, TraceTables tables, V2States states, V2Generation generation) {
        this.sink = sink;
        this.tables = tables;
        this.states = states;
        this.generation = generation;
        this.c = new V2Cursor(new byte[0], -1, -1, java.util.List.of(), 1);
    }

    /// Enters a generation, numbered from 1 in the order of the file.
    void enter(V2Generation next, AllocFreeInfo allocFree, int generationNumber) {
        generation = next;
        info = allocFree;
        number = generationNumber;
        first = generationNumber == 1;
    }

    /// Lets a thread's next event happen, if it may.
    ///
    /// @return false when its turn has not come
    /// @throws FormatException when it contradicts what happened before
    boolean advance(V2Cursor cursor) throws FormatException {
        c = cursor;
        m = cursor.thread;
        if (m >= 0) {
            states.seeM(m);
            p = states.procOf(m);
            g = states.goroutineOf(m);
        } else {
            p = -1;
            g = -1;
        }
        return switch (cursor.type) {
            case V2Types.GO_START -> goStart();
            case V2Types.GO_UNBLOCK -> goUnblock();
            case V2Types.GO_BLOCK -> goStopped(EventKind.GO_BLOCK, G_WAITING);
            case V2Types.GO_STOP -> goStopped(EventKind.GO_STOP, G_RUNNABLE);
            case V2Types.GO_DESTROY -> goDestroy();
            case V2Types.GO_CREATE -> goCreate(EventKind.GO_CREATE, G_RUNNABLE);
            case V2Types.GO_CREATE_BLOCKED -> goCreate(EventKind.GO_CREATE_BLOCKED, G_WAITING);
            case V2Types.GO_CREATE_SYSCALL -> goCreateSyscall();
            case V2Types.GO_DESTROY_SYSCALL -> goDestroySyscall();
            case V2Types.GO_SYSCALL_BEGIN -> syscallBegin();
            case V2Types.GO_SYSCALL_END -> syscallEnd();
            case V2Types.GO_SYSCALL_END_BLOCKED -> syscallEndBlocked();
            case V2Types.GO_SWITCH, V2Types.GO_SWITCH_DESTROY -> goSwitch();
            case V2Types.GO_STATUS -> goStatus(0);
            case V2Types.GO_STATUS_STACK -> goStatus(c.a3);
            case V2Types.PROC_START -> procStart();
            case V2Types.PROC_STOP -> procStop();
            case V2Types.PROC_STEAL -> procSteal();
            case V2Types.PROC_STATUS -> procStatus();
            case V2Types.GC_ACTIVE, V2Types.GC_BEGIN, V2Types.GC_END -> collector();
            default -> other();
        };
    }

    // ---- what an event needs

    private FormatException broken(String what) {
        return new FormatException(c.position(), V2Types.name(c.type) + " event " + what);
    }

    private void needRunning() throws FormatException {
        if (m < 0 || p < 0 || g < 0) {
            throw broken("without a running goroutine");
        }
    }

    private void needProc() throws FormatException {
        if (m < 0 || p < 0) {
            throw broken("without a P");
        }
    }

    private void needStatus(int status, String name) throws FormatException {
        if (states.g(g) != status) {
            throw broken("of a goroutine that is not " + name);
        }
    }

    private int proc(long id) throws FormatException {
        if (id < 0 || id > V2States.MAX_P) {
            throw broken("names P " + id + ", expected a small number");
        }
        return (int) id;
    }

    private void emit(EventKind kind, int stack, int subject, long argument) {
        sink.add(kind, c.time, g, p, m, stack, subject, argument);
    }

    private int stack(long id) {
        return generation.stack(id);
    }

    private int string(long id) throws FormatException {
        int s = generation.string(id);
        if (s < 0) {
            throw broken("names string " + id + ", which its generation does not have");
        }
        return s;
    }

    // ---- goroutines

    private boolean goStart() throws FormatException {
        int target = tables.goroutine(c.a0);
        if (states.g(target) != G_RUNNABLE || !states.followsG(target, c.a1, number)) {
            return false;
        }
        needProc();
        if (g >= 0) {
            throw broken("on a thread that already runs a goroutine");
        }
        states.advanceG(target, c.a1, G_RUNNING);
        emit(EventKind.GO_START, -1, target, 0);
        states.bind(m, target, p);
        return true;
    }

    private boolean goUnblock() {
        int target = tables.goroutine(c.a0);
        if (states.g(target) != G_WAITING || !states.followsG(target, c.a1, number)) {
            return false;
        }
        states.advanceG(target, c.a1, G_RUNNABLE);
        emit(EventKind.GO_UNBLOCK, stack(c.a2), target, 0);
        return true;
    }

    private boolean goStopped(EventKind kind, int status) throws FormatException {
        needRunning();
        needStatus(G_RUNNING, "running");
        states.g(g, status);
        emit(kind, stack(c.a1), g, string(c.a0));
        states.bind(m, -1, p);
        return true;
    }

    private boolean goDestroy() throws FormatException {
        needRunning();
        needStatus(G_RUNNING, "running");
        states.g(g, NONE);
        emit(EventKind.GO_DESTROY, -1, g, 0);
        states.bind(m, -1, p);
        return true;
    }

    private boolean goCreate(EventKind kind, int status) throws FormatException {
        needProc();
        if (g >= 0 && states.g(g) != G_RUNNING) {
            throw broken("by a goroutine that is not running");
        }
        int made = tables.goroutine(c.a0);
        if (states.g(made) != NONE) {
            throw broken("makes goroutine " + c.a0 + ", which exists already");
        }
        states.startG(made, status, number);
        emit(kind, stack(c.a2), made, stack(c.a1));
        return true;
    }

    private boolean goCreateSyscall() throws FormatException {
        if (m < 0 || g >= 0) {
            throw broken("where no goroutine may run");
        }
        int made = tables.goroutine(c.a0);
        if (states.g(made) != NONE) {
            throw broken("makes goroutine " + c.a0 + ", which exists already");
        }
        states.startG(made, G_SYSCALL, number);
        emit(EventKind.GO_CREATE_SYSCALL, -1, made, 0);
        states.bind(m, made, p);
        return true;
    }

    private boolean goDestroySyscall() throws FormatException {
        if (m < 0 || g < 0) {
            throw broken("without a goroutine");
        }
        needStatus(G_SYSCALL, "in a system call");
        states.g(g, NONE);
        if (p >= 0) {
            if (states.p(p) != P_SYSCALL) {
                throw broken("on a P that is not in a system call");
            }
            states.p(p, P_ABANDONED);
            emit(EventKind.PROC_STEAL, -1, p, 0);
        }
        emit(EventKind.GO_DESTROY_SYSCALL, -1, g, 0);
        states.bind(m, -1, -1);
        return true;
    }

    private boolean syscallBegin() throws FormatException {
        needRunning();
        needStatus(G_RUNNING, "running");
        if (!states.followsP(p, c.a0, number)) {
            throw broken("with sequence number " + c.a0 + " out of order");
        }
        states.g(g, G_SYSCALL);
        states.advanceP(p, c.a0, P_SYSCALL);
        emit(EventKind.GO_SYSCALL_BEGIN, stack(c.a1), g, 0);
        return true;
    }

    private boolean syscallEnd() throws FormatException {
        needRunning();
        needStatus(G_SYSCALL, "in a system call");
        if (states.p(p) != P_SYSCALL) {
            throw broken("on a P that is not in a system call");
        }
        states.g(g, G_RUNNING);
        states.p(p, P_RUNNING);
        emit(EventKind.GO_SYSCALL_END, -1, g, 0);
        return true;
    }

    private boolean syscallEndBlocked() throws FormatException {
        if (p >= 0 && states.p(p) == P_SYSCALL) {
            return false; // the P is still to be taken away
        }
        if (m < 0 || g < 0) {
            throw broken("without a goroutine");
        }
        needStatus(G_SYSCALL, "in a system call");
        states.g(g, G_RUNNABLE);
        emit(EventKind.GO_SYSCALL_END_BLOCKED, -1, g, 0);
        states.bind(m, -1, p);
        return true;
    }

    /// A coroutine switch is three events in one: the other is woken, this one blocks or ends, the other runs.
    private boolean goSwitch() throws FormatException {
        needRunning();
        needStatus(G_RUNNING, "running");
        int next = tables.goroutine(c.a0);
        if (states.g(next) != G_WAITING || !states.followsG(next, c.a1, number)) {
            return false;
        }
        emit(EventKind.GO_SWITCH, -1, next, 0);
        if (c.type == V2Types.GO_SWITCH) {
            states.g(g, G_WAITING);
            emit(EventKind.GO_BLOCK, -1, g, string(0));
        } else {
            states.g(g, NONE);
            emit(EventKind.GO_DESTROY, -1, g, 0);
        }
        states.advanceG(next, c.a1, G_RUNNING);
        g = -1;
        emit(EventKind.GO_START, -1, next, 0);
        states.bind(m, next, p);
        return true;
    }

    private static GoState goState(int status) {
        return switch (status) {
            case G_RUNNABLE -> GoState.RUNNABLE;
            case G_RUNNING -> GoState.RUNNING;
            case G_SYSCALL -> GoState.SYSCALL;
            default -> GoState.WAITING;
        };
    }

    private boolean goStatus(long stackId) throws FormatException {
        int target = tables.goroutine(c.a0);
        if (c.a2 < G_RUNNABLE || c.a2 > G_WAITING) {
            throw broken("with status " + c.a2 + ", expected 1 to 4");
        }
        int status = (int) c.a2;
        int before = states.g(target);
        GoState old = goState(status);
        if (before == NONE) {
            if (!first) {
                throw broken("of goroutine " + c.a0 + ", which is new after the first generation");
            }
            states.startG(target, status, number);
            old = GoState.UNDETERMINED;
        } else if (before != status) {
            throw broken("of goroutine " + c.a0 + " disagrees with its known state");
        } else {
            states.resetG(target, number);
        }
        long argument = (long) old.ordinal() << 8 | goState(status).ordinal();
        int boundTo = m;
        if (status == G_RUNNING) {
            boundTo = bindStatus(target);
        } else if (status == G_SYSCALL) {
            return syscallStatus(target, stackId, argument);
        }
        emit(EventKind.GO_STATUS, stack(stackId), target, argument);
        if (boundTo >= 0 && status == G_RUNNING) {
            states.bind(boundTo, target, p);
        }
        return true;
    }

    private int bindStatus(int target) throws FormatException {
        if (m < 0) {
            throw broken(
                    "of running goroutine "
                            + tables.goroutineIds.get(target)
                            + " without a thread");
        }
        return m;
    }

    /// A goroutine in a system call is bound to the thread that the event names, which may be another one.
    private boolean syscallStatus(int target, long stackId, long argument) throws FormatException {
        if (c.a1 == -1L) {
            throw broken("of a goroutine in a system call without a thread");
        }
        if (c.a1 == c.threadId) {
            if (!first && g != target) {
                throw broken("of a goroutine that its thread does not run");
            }
            emit(EventKind.GO_STATUS, stack(stackId), target, argument);
            states.bind(m, target, p);
            return true;
        }
        int other = tables.thread(c.a1);
        if (states.seenM(other)) {
            if (states.goroutineOf(other) != target) {
                throw broken("of a goroutine that its thread does not run");
            }
            g = target;
        } else {
            states.seeM(other);
            states.bind(other, target, -1);
        }
        m = other;
        emit(EventKind.GO_STATUS, stack(stackId), target, argument);
        return true;
    }

    // ---- processors

    private boolean procStart() throws FormatException {
        int target = proc(c.a0);
        if (states.p(target) != P_IDLE || !states.followsP(target, c.a1, number) || p >= 0) {
            return false;
        }
        if (m < 0) {
            throw broken("without a thread");
        }
        states.advanceP(target, c.a1, P_RUNNING);
        emit(EventKind.PROC_START, -1, target, 0);
        states.bind(m, g, target);
        return true;
    }

    private boolean procStop() throws FormatException {
        needProc();
        if (states.p(p) != P_RUNNING && states.p(p) != P_SYSCALL) {
            throw broken("of a P that does not run");
        }
        states.p(p, P_IDLE);
        emit(EventKind.PROC_STOP, -1, p, 0);
        states.bind(m, g, -1);
        return true;
    }

    private boolean procSteal() throws FormatException {
        int target = proc(c.a0);
        int before = states.p(target);
        if (before != P_SYSCALL && before != P_ABANDONED
                || !states.followsP(target, c.a1, number)) {
            return false;
        }
        if (m < 0) {
            throw broken("without a thread");
        }
        boolean lost = before == P_ABANDONED;
        if (!lost) {
            int from = c.a2 == c.threadId ? m : tables.thread(c.a2);
            if (!states.seenM(from) || states.procOf(from) != target) {
                throw broken("takes P " + target + " from a thread that does not have it");
            }
            states.advanceP(target, c.a1, P_IDLE);
            emit(EventKind.PROC_STEAL, -1, target, 0);
            states.bind(from, states.goroutineOf(from), -1);
            return true;
        }
        states.advanceP(target, c.a1, P_IDLE);
        emit(EventKind.PROC_STEAL, -1, target, 1);
        return true;
    }

    private boolean procStatus() throws FormatException {
        int target = proc(c.a0);
        if (c.a1 < P_RUNNING || c.a1 > P_ABANDONED) {
            throw broken("with status " + c.a1 + ", expected 1 to 4");
        }
        int status = (int) c.a1;
        int before = states.p(target);
        GoState old = procState(status);
        boolean promoted = status == P_ABANDONED && before == P_SYSCALL;
        if (promoted) {
            old = GoState.RUNNING;
            states.resetP(target, number);
        } else if (before == NONE) {
            states.startP(target, status, number);
            old = first ? GoState.UNDETERMINED : GoState.NOT_EXIST;
        } else if (before != status) {
            throw broken("of P " + target + " disagrees with its known state");
        } else {
            states.resetP(target, number);
        }
        GoState now = promoted ? GoState.RUNNING : procState(status);
        int here = m;
        int goroutineHere = g;
        int procHere = p;
        if (promoted) {
            m = states.threadOf(target);
            if (m < 0) {
                throw broken("of P " + target + ", which no thread has");
            }
            g = states.goroutineOf(m);
            p = target;
        }
        emit(EventKind.PROC_STATUS, -1, target, (long) old.ordinal() << 8 | now.ordinal());
        if ((status == P_RUNNING || status == P_SYSCALL) && here >= 0) {
            states.bind(here, goroutineHere, target);
        } else if (here >= 0) {
            states.bind(here, goroutineHere, procHere);
        }
        return true;
    }

    private static GoState procState(int status) {
        return status == P_RUNNING || status == P_SYSCALL ? GoState.RUNNING : GoState.IDLE;
    }

    // ---- collector

    /// Begin, end and "active" of mark phases share one counter over the whole trace.
    private boolean collector() throws FormatException {
        boolean begins = c.type != V2Types.GC_END;
        if (!gcKnown && begins) {
            gcKnown = true;
        } else {
            if (c.a0 != gcSeq + 1) {
                return false;
            }
            boolean fits = c.type == V2Types.GC_BEGIN ? !gcRunning : gcRunning;
            if (!fits) {
                throw broken("does not fit the state of the collector");
            }
        }
        gcSeq = c.a0;
        gcRunning = begins;
        switch (c.type) {
            case V2Types.GC_BEGIN -> emit(EventKind.GC_BEGIN, stack(c.a1), -1, c.a0);
            case V2Types.GC_ACTIVE -> emit(EventKind.GC_ACTIVE, -1, -1, c.a0);
            default -> emit(EventKind.GC_END, -1, -1, c.a0);
        }
        return true;
    }

    // ---- the rest happens whenever its turn by time comes

    private boolean other() throws FormatException {
        switch (c.type) {
            case V2Types.PROCS_CHANGE -> {
                needRunning();
                emit(EventKind.PROCS_CHANGE, stack(c.a1), -1, c.a0);
            }
            case V2Types.STW_BEGIN -> {
                needRunning();
                int reason = string(c.a0);
                states.stopReason(g, reason);
                emit(EventKind.STW_BEGIN, stack(c.a1), -1, reason);
            }
            case V2Types.STW_END -> {
                needRunning();
                emit(EventKind.STW_END, -1, -1, states.stopReason(g));
            }
            case V2Types.SWEEP_BEGIN -> {
                needProc();
                emit(EventKind.SWEEP_BEGIN, stack(c.a0), p, 0);
            }
            case V2Types.SWEEP_ACTIVE -> emit(EventKind.SWEEP_ACTIVE, -1, proc(c.a0), 0);
            case V2Types.SWEEP_END -> {
                needProc();
                emit(EventKind.SWEEP_END, -1, p, tables.swept(c.a0, c.a1));
            }
            case V2Types.ASSIST_BEGIN -> {
                needRunning();
                emit(EventKind.ASSIST_BEGIN, stack(c.a0), g, 0);
            }
            case V2Types.ASSIST_ACTIVE ->
                    emit(EventKind.ASSIST_ACTIVE, -1, tables.goroutine(c.a0), 0);
            case V2Types.ASSIST_END -> {
                needRunning();
                emit(EventKind.ASSIST_END, -1, g, 0);
            }
            case V2Types.HEAP_ALLOC -> {
                needProc();
                emit(EventKind.HEAP_ALLOC, -1, -1, c.a0);
            }
            case V2Types.HEAP_GOAL -> {
                needProc();
                emit(EventKind.HEAP_GOAL, -1, -1, c.a0);
            }
            case V2Types.GO_LABEL -> {
                needRunning();
                emit(EventKind.LABEL, -1, g, string(c.a0));
            }
            default -> user();
        }
        return true;
    }

    private void user() throws FormatException {
        if (c.type >= V2Types.SPAN) {
            memory();
            return;
        }
        needRunning();
        switch (c.type) {
            case V2Types.TASK_BEGIN -> {
                var task = new Task(c.a0, c.a1, tables.strings.get(string(c.a2)));
                openTasks.put(c.a0, task);
                emit(EventKind.TASK_BEGIN, stack(c.a3), -1, tables.task(task));
            }
            case V2Types.TASK_END -> {
                Task task = openTasks.remove(c.a0);
                Task shown = task == null ? new Task(c.a0, 0, "") : task;
                emit(EventKind.TASK_END, stack(c.a1), -1, tables.task(shown));
            }
            case V2Types.REGION_BEGIN ->
                    emit(EventKind.REGION_BEGIN, stack(c.a2), string(c.a1), c.a0);
            case V2Types.REGION_END -> emit(EventKind.REGION_END, stack(c.a2), string(c.a1), c.a0);
            case V2Types.USER_LOG -> {
                var log =
                        new Log(
                                c.a0,
                                tables.strings.get(string(c.a1)),
                                tables.strings.get(string(c.a2)));
                emit(EventKind.LOG, stack(c.a3), -1, tables.log(log));
            }
            default -> throw broken("has no place in a batch of events");
        }
    }

    private void memory() throws FormatException {
        if (m < 0) {
            throw broken("without a thread");
        }
        EventKind kind = EventKind.of(EventKind.SPAN.ordinal() + c.type - V2Types.SPAN);
        long min = info.minHeapAddress();
        switch (kind) {
            case SPAN, SPAN_ALLOC -> {
                int index = tables.span(min + c.a0 * info.pageBytes(), c.a1 * info.pageBytes());
                emit(kind, -1, (int) c.a2, index);
            }
            case SPAN_FREE -> emit(kind, -1, -1, tables.span(min + c.a0 * info.pageBytes(), 0));
            case HEAP_OBJECT, HEAP_OBJECT_ALLOC ->
                    emit(kind, -1, generation.heapType(c.a1), min + c.a0 * info.objectAlign());
            case HEAP_OBJECT_FREE -> emit(kind, -1, -1, min + c.a0 * info.objectAlign());
            case GOROUTINE_STACK, GOROUTINE_STACK_ALLOC ->
                    emit(kind, -1, (int) c.a1, min + c.a0 * info.minStackBytes());
            default -> emit(kind, -1, -1, min + c.a0 * info.minStackBytes());
        }
    }
}
