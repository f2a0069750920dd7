package org.gorrery.formats.exectrace;

import static org.gorrery.formats.exectrace.V2States.G_RUNNABLE;
import static org.gorrery.formats.exectrace.V2States.G_RUNNING;
import static org.gorrery.formats.exectrace.V2States.G_SYSCALL;
import static org.gorrery.formats.exectrace.V2States.G_WAITING;
import static org.gorrery.formats.exectrace.V2States.NONE;
import static org.gorrery.formats.exectrace.V2States.P_ABANDONED;
import static org.gorrery.formats.exectrace.V2States.P_RUNNING;
import static org.gorrery.formats.exectrace.V2States.P_SYSCALL;

import org.gorrery.formats.input.FormatException;

/// Turns of events that change the state of goroutines.
final class V2Goroutines {
    private final V2Event x;

    V2Goroutines(V2Event x) {
        this.x = x;
    }

    boolean goStart() throws FormatException {
        int target = x.tables.goroutine(x.c.a0);
        if (x.states.g(target) != G_RUNNABLE || !x.states.followsG(target, x.c.a1, x.number)) {
            return false;
        }
        x.needProc();
        if (x.g >= 0) {
            throw x.broken("on a thread that already runs a goroutine");
        }
        x.states.advanceG(target, x.c.a1, G_RUNNING);
        x.emit(EventKind.GO_START, -1, target, 0);
        x.states.bind(x.m, target, x.p);
        return true;
    }

    boolean goUnblock() {
        int target = x.tables.goroutine(x.c.a0);
        if (x.states.g(target) != G_WAITING || !x.states.followsG(target, x.c.a1, x.number)) {
            return false;
        }
        x.states.advanceG(target, x.c.a1, G_RUNNABLE);
        x.emit(EventKind.GO_UNBLOCK, x.stack(x.c.a2), target, 0);
        return true;
    }

    boolean goStopped(EventKind kind, int status) throws FormatException {
        x.needRunning();
        x.needStatus(G_RUNNING, "running");
        x.states.g(x.g, status);
        x.emit(kind, x.stack(x.c.a1), x.g, x.string(x.c.a0));
        x.states.bind(x.m, -1, x.p);
        return true;
    }

    boolean goDestroy() throws FormatException {
        x.needRunning();
        x.needStatus(G_RUNNING, "running");
        x.states.g(x.g, NONE);
        x.emit(EventKind.GO_DESTROY, -1, x.g, 0);
        x.states.bind(x.m, -1, x.p);
        return true;
    }

    boolean goCreate(EventKind kind, int status) throws FormatException {
        x.needProc();
        if (x.g >= 0 && x.states.g(x.g) != G_RUNNING) {
            throw x.broken("by a goroutine that is not running");
        }
        int made = x.tables.goroutine(x.c.a0);
        if (x.states.g(made) != NONE) {
            throw x.broken("makes goroutine " + x.c.a0 + ", which exists already");
        }
        x.states.startG(made, status, x.number);
        x.emit(kind, x.stack(x.c.a2), made, x.stack(x.c.a1));
        return true;
    }

    boolean goCreateSyscall() throws FormatException {
        if (x.m < 0 || x.g >= 0) {
            throw x.broken("where no goroutine may run");
        }
        int made = x.tables.goroutine(x.c.a0);
        if (x.states.g(made) != NONE) {
            throw x.broken("makes goroutine " + x.c.a0 + ", which exists already");
        }
        x.states.startG(made, G_SYSCALL, x.number);
        x.emit(EventKind.GO_CREATE_SYSCALL, -1, made, 0);
        x.states.bind(x.m, made, x.p);
        return true;
    }

    boolean goDestroySyscall() throws FormatException {
        if (x.m < 0 || x.g < 0) {
            throw x.broken("without a goroutine");
        }
        x.needStatus(G_SYSCALL, "in a system call");
        x.states.g(x.g, NONE);
        if (x.p >= 0) {
            if (x.states.p(x.p) != P_SYSCALL) {
                throw x.broken("on a P that is not in a system call");
            }
            x.states.p(x.p, P_ABANDONED);
            x.emit(EventKind.PROC_STEAL, -1, x.p, 0);
        }
        x.emit(EventKind.GO_DESTROY_SYSCALL, -1, x.g, 0);
        x.states.bind(x.m, -1, -1);
        return true;
    }

    boolean syscallBegin() throws FormatException {
        x.needRunning();
        x.needStatus(G_RUNNING, "running");
        if (!x.states.followsP(x.p, x.c.a0, x.number)) {
            throw x.broken("with sequence x.number " + x.c.a0 + " out of order");
        }
        x.states.g(x.g, G_SYSCALL);
        x.states.advanceP(x.p, x.c.a0, P_SYSCALL);
        x.emit(EventKind.GO_SYSCALL_BEGIN, x.stack(x.c.a1), x.g, 0);
        return true;
    }

    boolean syscallEnd() throws FormatException {
        x.needRunning();
        x.needStatus(G_SYSCALL, "in a system call");
        if (x.states.p(x.p) != P_SYSCALL) {
            throw x.broken("on a P that is not in a system call");
        }
        x.states.g(x.g, G_RUNNING);
        x.states.p(x.p, P_RUNNING);
        x.emit(EventKind.GO_SYSCALL_END, -1, x.g, 0);
        return true;
    }

    boolean syscallEndBlocked() throws FormatException {
        if (x.p >= 0 && x.states.p(x.p) == P_SYSCALL) {
            return false; // the P is still to be taken away
        }
        if (x.m < 0 || x.g < 0) {
            throw x.broken("without a goroutine");
        }
        x.needStatus(G_SYSCALL, "in a system call");
        x.states.g(x.g, G_RUNNABLE);
        x.emit(EventKind.GO_SYSCALL_END_BLOCKED, -1, x.g, 0);
        x.states.bind(x.m, -1, x.p);
        return true;
    }

    /// A coroutine switch is three events in one: the other is woken, this one blocks or ends, the other runs.
    boolean goSwitch() throws FormatException {
        x.needRunning();
        x.needStatus(G_RUNNING, "running");
        int next = x.tables.goroutine(x.c.a0);
        if (x.states.g(next) != G_WAITING || !x.states.followsG(next, x.c.a1, x.number)) {
            return false;
        }
        x.emit(EventKind.GO_SWITCH, -1, next, 0);
        if (x.c.type == V2Types.GO_SWITCH) {
            x.states.g(x.g, G_WAITING);
            x.emit(EventKind.GO_BLOCK, -1, x.g, x.string(0));
        } else {
            x.states.g(x.g, NONE);
            x.emit(EventKind.GO_DESTROY, -1, x.g, 0);
        }
        x.states.advanceG(next, x.c.a1, G_RUNNING);
        x.g = -1;
        x.emit(EventKind.GO_START, -1, next, 0);
        x.states.bind(x.m, next, x.p);
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

    boolean goStatus(long stackId) throws FormatException {
        int target = x.tables.goroutine(x.c.a0);
        if (x.c.a2 < G_RUNNABLE || x.c.a2 > G_WAITING) {
            throw x.broken("with status " + x.c.a2 + ", expected 1 to 4");
        }
        int status = (int) x.c.a2;
        int before = x.states.g(target);
        GoState old = goState(status);
        if (before == NONE) {
            if (!x.first) {
                throw x.broken(
                        "of goroutine " + x.c.a0 + ", which is new after the x.first x.generation");
            }
            x.states.startG(target, status, x.number);
            old = GoState.UNDETERMINED;
        } else if (before != status) {
            throw x.broken("of goroutine " + x.c.a0 + " disagrees with its known state");
        } else {
            x.states.resetG(target, x.number);
        }
        long argument = (long) old.ordinal() << 8 | goState(status).ordinal();
        int boundTo = x.m;
        if (status == G_RUNNING) {
            boundTo = bindStatus(target);
        } else if (status == G_SYSCALL) {
            return syscallStatus(target, stackId, argument);
        }
        x.emit(EventKind.GO_STATUS, x.stack(stackId), target, argument);
        if (boundTo >= 0 && status == G_RUNNING) {
            x.states.bind(boundTo, target, x.p);
        }
        return true;
    }

    private int bindStatus(int target) throws FormatException {
        if (x.m < 0) {
            throw x.broken(
                    "of running goroutine "
                            + x.tables.goroutineIds.get(target)
                            + " without a thread");
        }
        return x.m;
    }

    /// A goroutine in a system call is bound to the thread that the event names, which may be another one.
    private boolean syscallStatus(int target, long stackId, long argument) throws FormatException {
        if (x.c.a1 == -1L) {
            throw x.broken("of a goroutine in a system call without a thread");
        }
        if (x.c.a1 == x.c.threadId) {
            if (!x.first && x.g != target) {
                throw x.broken("of a goroutine that its thread does not run");
            }
            x.emit(EventKind.GO_STATUS, x.stack(stackId), target, argument);
            x.states.bind(x.m, target, x.p);
            return true;
        }
        int other = x.tables.thread(x.c.a1);
        if (x.states.seenM(other)) {
            if (x.states.goroutineOf(other) != target) {
                throw x.broken("of a goroutine that its thread does not run");
            }
            x.g = target;
        } else {
            x.states.seeM(other);
            x.states.bind(other, target, -1);
        }
        x.m = other;
        x.emit(EventKind.GO_STATUS, x.stack(stackId), target, argument);
        return true;
    }
}
