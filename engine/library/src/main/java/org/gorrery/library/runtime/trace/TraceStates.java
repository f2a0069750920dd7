package org.gorrery.library.runtime.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.gorrery.formats.exectrace.TraceOutput;
import org.jspecify.annotations.Nullable;

/// What a reader of a trace believes of goroutines, Ps and Ms, kept while the trace is written; and the events that change it.
///
/// Numbers of statuses and events are those of Go's trace format (`internal/trace/tracev2`). Sequence numbers begin anew in each generation.
final class TraceStates {
    static final int RUNNABLE = 1;
    static final int RUNNING = 2;
    static final int SYSCALL = 3;
    static final int WAITING = 4;
    private static final int PROC_RUNNING = 1;
    private static final int PROC_IDLE = 2;
    private static final int PROC_SYSCALL = 3;

    static final int PROC_START = 10;
    static final int PROC_STOP = 11;
    static final int PROC_STATUS = 13;
    static final int GO_CREATE = 14;
    static final int GO_START = 16;
    static final int GO_DESTROY = 17;
    static final int GO_STOP = 19;
    static final int GO_BLOCK = 20;
    static final int GO_UNBLOCK = 21;
    static final int GO_SYSCALL_BEGIN = 22;
    static final int GO_SYSCALL_END = 23;
    static final int GO_SYSCALL_END_BLOCKED = 24;
    static final int GO_STATUS = 25;
    static final int GO_STATUS_STACK = 48;

    /// No thread.
    static final int NONE = -1;

    private final TraceOutput out;
    private final Map<Integer, Proc> procs = new TreeMap<>();
    private final Map<Long, Go> goroutines = new TreeMap<>();
    private final Map<Integer, Go> running = new HashMap<>();
    private final Map<Integer, Proc> held = new HashMap<>();

    /// The time of what is written: never less than before.
    long now;

    TraceStates(TraceOutput out) {
        this.out = out;
    }

    /// A P.
    static final class Proc {
        final int id;
        int thread = NONE;
        boolean blocked;
        long sequence;

        Proc(int id) {
            this.id = id;
        }
    }

    /// A goroutine.
    static final class Go {
        final long id;
        int status;
        int thread = NONE;
        long sequence;
        int createdAt;

        Go(long id, int status) {
            this.id = id;
            this.status = status;
        }
    }

    void emit(int thread, int type, long... arguments) {
        out.event(thread, now, type, arguments);
    }

    @Nullable Go goroutine(long id) {
        return goroutines.get(id);
    }

    /// The goroutine that an M runs, or null.
    @Nullable Go onThread(int thread) {
        Go g = running.get(thread);
        return g == null || g.status != RUNNING ? null : g;
    }

    boolean holdsProc(int thread) {
        return held.containsKey(thread);
    }

    /// Any M that runs a goroutine, or [#NONE].
    int anyRunning() {
        for (var e : running.entrySet()) {
            if (e.getValue().status == RUNNING && held.containsKey(e.getKey())) {
                return e.getKey();
            }
        }
        return NONE;
    }

    // ---- the opening

    /// A P that is there when the trace begins.
    void opens(int proc, int thread) {
        Proc p = procs.computeIfAbsent(proc, Proc::new);
        if (thread != NONE) {
            bind(p, thread);
        }
    }

    /// A goroutine that is there when the trace begins.
    void opens(long id, int status, int thread) {
        Go g = new Go(id, status);
        goroutines.put(id, g);
        if (status == RUNNING || status == SYSCALL) {
            g.thread = thread;
            running.put(thread, g);
        }
    }

    /// Tells a generation all that is known.
    ///
    /// @param stackOf id of the stack of a goroutine, 0 for none
    void tellAll(java.util.function.ToIntFunction<Go> stackOf) {
        for (Proc p : procs.values()) {
            p.sequence = 0;
            int status = p.thread == NONE ? PROC_IDLE : p.blocked ? PROC_SYSCALL : PROC_RUNNING;
            emit(p.thread, PROC_STATUS, p.id, status);
        }
        for (Go g : goroutines.values()) {
            g.sequence = 0;
            int stack = stackOf.applyAsInt(g);
            if (stack == 0) {
                emit(g.thread, GO_STATUS, g.id, g.thread, g.status);
            } else {
                emit(g.thread, GO_STATUS_STACK, g.id, g.thread, g.status, stack);
            }
        }
    }

    // ---- Ps

    private void bind(Proc p, int thread) {
        p.thread = thread;
        p.blocked = false;
        held.put(thread, p);
    }

    void stopProc(int proc) {
        Proc p = procs.get(proc);
        if (p != null && p.thread != NONE) {
            emit(p.thread, PROC_STOP);
            held.remove(p.thread);
            p.thread = NONE;
            p.blocked = false;
        }
    }

    void startProc(int proc, int thread) {
        stopProc(proc);
        Proc other = held.get(thread);
        if (other != null) {
            stopProc(other.id);
        }
        Proc p = procs.get(proc);
        if (p == null) {
            p = new Proc(proc);
            procs.put(proc, p);
            emit(NONE, PROC_STATUS, proc, PROC_IDLE);
        }
        emit(thread, PROC_START, proc, ++p.sequence);
        bind(p, thread);
    }

    /// Sees to it that an M holds a P, which it does where something happens there.
    void holds(int proc, int thread) {
        Proc p = procs.get(proc);
        if (thread != NONE && (p == null || p.thread != thread)) {
            startProc(proc, thread);
        }
    }

    // ---- goroutines

    void create(int thread, Go g, int entry) {
        goroutines.put(g.id, g);
        emit(thread, GO_CREATE, g.id, entry, g.createdAt);
    }

    void start(int thread, Go g) {
        Go before = running.get(thread);
        if (before != null && before != g) {
            return;
        }
        if (g.status == SYSCALL) {
            endBlockedCall(g);
        }
        if (g.status == WAITING) {
            unblock(thread, g); // readied by a thread that is none of the scheduler's
        }
        if (g.status == RUNNABLE) {
            emit(thread, GO_START, g.id, ++g.sequence);
            g.status = RUNNING;
            g.thread = thread;
            running.put(thread, g);
        }
    }

    void unblock(int thread, Go g) {
        if (g.status == WAITING) {
            emit(thread, GO_UNBLOCK, g.id, ++g.sequence, 0);
            g.status = RUNNABLE;
        }
    }

    /// A goroutine leaves its M.
    void leave(Go g, int type, int status, long reason, long stack) {
        if (g.status == RUNNING) {
            emit(g.thread, type, reason, stack);
            rest(g, status);
        }
    }

    void end(Go g) {
        if (g.status == RUNNING) {
            emit(g.thread, GO_DESTROY);
            rest(g, RUNNABLE);
        }
        goroutines.remove(g.id);
    }

    private void rest(Go g, int status) {
        running.remove(g.thread);
        g.thread = NONE;
        g.status = status;
    }

    void beginCall(Go g, long stack) {
        Proc p = held.get(g.thread);
        if (g.status == RUNNING && p != null) {
            emit(g.thread, GO_SYSCALL_BEGIN, ++p.sequence, stack);
            p.blocked = true;
            g.status = SYSCALL;
        }
    }

    /// A goroutine is back from a blocking call, on a P.
    void endCallOn(Go g, int proc, int thread) {
        if (g.status != SYSCALL) {
            return;
        }
        Proc p = held.get(g.thread);
        if (p != null && p.blocked && p.id == proc && g.thread == thread) {
            emit(thread, GO_SYSCALL_END);
            p.blocked = false;
            g.status = RUNNING;
        } else {
            endBlockedCall(g);
            holds(proc, thread);
            start(thread, g);
        }
    }

    /// A goroutine is back from a blocking call and has lost its P.
    void endBlockedCall(Go g) {
        if (g.status == SYSCALL) {
            Proc p = held.get(g.thread);
            if (p != null && p.blocked) {
                stopProc(p.id);
            }
            emit(g.thread, GO_SYSCALL_END_BLOCKED);
            rest(g, RUNNABLE);
        }
    }
}
