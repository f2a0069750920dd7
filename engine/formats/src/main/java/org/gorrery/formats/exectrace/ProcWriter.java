package org.gorrery.formats.exectrace;

/// Writes what Ps do.
final class ProcWriter {
    private static final int LOOK_AHEAD = 20_000;

    private final WriterStates s;
    private final TraceModel t;

    ProcWriter(WriterStates s) {
        this.s = s;
        this.t = s.t;
    }

    void proc(int i, EventKind kind) {
        int p = t.subject(i);
        int m = t.thread(i);
        switch (kind) {
            case PROC_STATUS -> procStatus(i, p, m);
            case PROC_START -> {
                if (m >= 0 && s.mProc[m] < 0 && s.toldP(p) && s.ownerOfP[p] < 0) {
                    s.emit(i, V2Types.PROC_START, p, ++s.pSeq[p]);
                    s.bind(m, p);
                }
            }
            case PROC_STOP -> {
                if (m >= 0 && s.mProc[m] == p) {
                    s.emit(i, V2Types.PROC_STOP);
                    s.release(p);
                }
            }
            default -> steal(i, p, m);
        }
    }

    private void procStatus(int i, int p, int m) {
        if (!s.tellP(p)) {
            return;
        }
        boolean running = t.to(i) == GoState.RUNNING && m >= 0;
        if (s.pKnown[p]) {
            s.emit(i, V2Types.PROC_STATUS, p, repeated(p));
            return;
        }
        s.pKnown[p] = true;
        boolean inSyscall = running && inSyscall(i, m);
        boolean abandoned = !running && isLost(i, p);
        int status = running ? V2States.P_RUNNING : V2States.P_IDLE;
        status = inSyscall ? V2States.P_SYSCALL : abandoned ? V2States.P_ABANDONED : status;
        s.emit(i, V2Types.PROC_STATUS, p, status);
        if (running) {
            s.bind(m, p);
        }
        s.pSyscall[p] = inSyscall || abandoned;
    }

    /// {@return the status that a later generation repeats}
    private int repeated(int p) {
        boolean owned = s.ownerOfP[p] >= 0;
        if (s.pSyscall[p]) {
            return owned ? V2States.P_SYSCALL : V2States.P_ABANDONED;
        }
        return owned ? V2States.P_RUNNING : V2States.P_IDLE;
    }

    /// {@return whether an M that has a P is in a system call: its goroutine says so, before or soon after}
    private boolean inSyscall(int i, int m) {
        if (s.mGoroutine[m] >= 0) {
            return s.gStatus[s.mGoroutine[m]] == V2States.G_SYSCALL;
        }
        for (int k = i + 1; k < Math.min(t.size(), i + LOOK_AHEAD); k++) {
            if (t.thread(k) == m && t.kind(k).group() == EventKind.Group.GO) {
                return Transition.from(t, k) == GoState.SYSCALL
                        || Transition.to(t, k) == GoState.SYSCALL
                                && t.kind(k) == EventKind.GO_STATUS;
            }
        }
        return false;
    }

    /// {@return whether an idle P is one that was lost in a system call: it is stolen before it starts}
    private boolean isLost(int i, int p) {
        for (int k = i + 1; k < Math.min(t.size(), i + LOOK_AHEAD); k++) {
            if (t.kind(k).group() == EventKind.Group.PROC && t.subject(k) == p) {
                return t.kind(k) == EventKind.PROC_STEAL;
            }
        }
        return false;
    }

    private void steal(int i, int p, int m) {
        boolean ofDestroy =
                i + 1 < t.size()
                        && t.kind(i + 1) == EventKind.GO_DESTROY_SYSCALL
                        && t.thread(i + 1) == m;
        if (ofDestroy || m < 0) {
            return; // readers make this event themselves
        }
        int from = s.ownerOfP[p];
        if (from >= 0 && s.pSyscall[p]) {
            s.emit(i, V2Types.PROC_STEAL, p, ++s.pSeq[p], s.thread(from));
            s.release(p);
        } else if (from < 0 && s.pSyscall[p]) {
            s.emit(i, V2Types.PROC_STEAL, p, ++s.pSeq[p], s.thread(m));
            s.pSyscall[p] = false;
        }
    }
}
