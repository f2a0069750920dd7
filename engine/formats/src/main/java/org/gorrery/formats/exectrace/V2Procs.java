package org.gorrery.formats.exectrace;

import static org.gorrery.formats.exectrace.V2States.NONE;
import static org.gorrery.formats.exectrace.V2States.P_ABANDONED;
import static org.gorrery.formats.exectrace.V2States.P_IDLE;
import static org.gorrery.formats.exectrace.V2States.P_RUNNING;
import static org.gorrery.formats.exectrace.V2States.P_SYSCALL;

import org.gorrery.formats.input.FormatException;

/// Turns of events that change the state of Ps.
final class V2Procs {
    private final V2Event x;

    V2Procs(V2Event x) {
        this.x = x;
    }

    boolean procStart() throws FormatException {
        int target = x.proc(x.c.a0);
        if (x.states.p(target) != P_IDLE
                || !x.states.followsP(target, x.c.a1, x.number)
                || x.p >= 0) {
            return false;
        }
        if (x.m < 0) {
            throw x.broken("without a thread");
        }
        x.states.advanceP(target, x.c.a1, P_RUNNING);
        x.emit(EventKind.PROC_START, -1, target, 0);
        x.states.bind(x.m, x.g, target);
        return true;
    }

    boolean procStop() throws FormatException {
        x.needProc();
        if (x.states.p(x.p) != P_RUNNING && x.states.p(x.p) != P_SYSCALL) {
            throw x.broken("of a P that does not run");
        }
        x.states.p(x.p, P_IDLE);
        x.emit(EventKind.PROC_STOP, -1, x.p, 0);
        x.states.bind(x.m, x.g, -1);
        return true;
    }

    boolean procSteal() throws FormatException {
        int target = x.proc(x.c.a0);
        int before = x.states.p(target);
        if (before != P_SYSCALL && before != P_ABANDONED
                || !x.states.followsP(target, x.c.a1, x.number)) {
            return false;
        }
        if (x.m < 0) {
            throw x.broken("without a thread");
        }
        boolean lost = before == P_ABANDONED;
        if (!lost) {
            int from = x.c.a2 == x.c.threadId ? x.m : x.tables.thread(x.c.a2);
            if (!x.states.seenM(from) || x.states.procOf(from) != target) {
                throw x.broken("takes P " + target + " from a thread that does not have it");
            }
            x.states.advanceP(target, x.c.a1, P_IDLE);
            x.emit(EventKind.PROC_STEAL, -1, target, 0);
            x.states.bind(from, x.states.goroutineOf(from), -1);
            return true;
        }
        x.states.advanceP(target, x.c.a1, P_IDLE);
        x.emit(EventKind.PROC_STEAL, -1, target, 1);
        return true;
    }

    boolean procStatus() throws FormatException {
        int target = x.proc(x.c.a0);
        if (x.c.a1 < P_RUNNING || x.c.a1 > P_ABANDONED) {
            throw x.broken("with status " + x.c.a1 + ", expected 1 to 4");
        }
        int status = (int) x.c.a1;
        int before = x.states.p(target);
        GoState old = procState(status);
        boolean promoted = status == P_ABANDONED && before == P_SYSCALL;
        if (promoted) {
            old = GoState.RUNNING;
            x.states.resetP(target, x.number);
        } else if (before == NONE) {
            x.states.startP(target, status, x.number);
            old = x.first ? GoState.UNDETERMINED : GoState.NOT_EXIST;
        } else if (before != status) {
            throw x.broken("of P " + target + " disagrees with its known state");
        } else {
            x.states.resetP(target, x.number);
        }
        GoState now = promoted ? GoState.RUNNING : procState(status);
        int here = x.m;
        int goroutineHere = x.g;
        int procHere = x.p;
        if (promoted) {
            x.m = x.states.threadOf(target);
            if (x.m < 0) {
                throw x.broken("of P " + target + ", which no thread has");
            }
            x.g = x.states.goroutineOf(x.m);
            x.p = target;
        }
        x.emit(EventKind.PROC_STATUS, -1, target, (long) old.ordinal() << 8 | now.ordinal());
        if ((status == P_RUNNING || status == P_SYSCALL) && here >= 0) {
            x.states.bind(here, goroutineHere, target);
        } else if (here >= 0) {
            x.states.bind(here, goroutineHere, procHere);
        }
        return true;
    }

    private static GoState procState(int status) {
        return status == P_RUNNING || status == P_SYSCALL ? GoState.RUNNING : GoState.IDLE;
    }
}
