package org.gorrery.formats.exectrace;

/// Writes what goroutines do.
final class GoroutineWriter {
    private static final int G_WAITING = V2States.G_WAITING;

    private final WriterStates s;
    private final TraceModel t;

    GoroutineWriter(WriterStates s) {
        this.s = s;
        this.t = s.t;
    }

    /// Writes one event.
    ///
    /// @return how many events after it belong to it and are not to be written
    int goroutine(int i, EventKind kind) {
        int g = t.subject(i);
        int m = t.thread(i);
        switch (kind) {
            case GO_STATUS -> goStatus(i, g, m);
            case GO_CREATE -> create(i, g, m, V2Types.GO_CREATE, V2States.G_RUNNABLE);
            case GO_CREATE_BLOCKED -> create(i, g, m, V2Types.GO_CREATE_BLOCKED, G_WAITING);
            case GO_CREATE_SYSCALL -> {
                if (m >= 0 && s.mGoroutine[m] < 0 && s.gStatus[g] == 0) {
                    s.emit(i, V2Types.GO_CREATE_SYSCALL, t.goroutineId(g));
                    s.tellG(g);
                    s.gStatus[g] = V2States.G_SYSCALL;
                    s.gSeq[g] = 0;
                    s.mGoroutine[m] = g;
                }
            }
            case GO_START -> start(i, g, m);
            case GO_UNBLOCK -> {
                if (s.gStatus[g] == G_WAITING && s.toldG(g)) {
                    s.emit(
                            i,
                            V2Types.GO_UNBLOCK,
                            t.goroutineId(g),
                            ++s.gSeq[g],
                            s.stack(t.stack(i)));
                    s.gStatus[g] = V2States.G_RUNNABLE;
                }
            }
            case GO_SWITCH -> {
                return coroutine(i, g, m);
            }
            case GO_STOP -> stop(i, m, V2Types.GO_STOP, V2States.G_RUNNABLE);
            case GO_BLOCK -> stop(i, m, V2Types.GO_BLOCK, G_WAITING);
            case GO_DESTROY -> {
                if (s.runs(m) && s.mGoroutine[m] == g) {
                    s.emit(i, V2Types.GO_DESTROY);
                    s.gStatus[g] = 0;
                    s.mGoroutine[m] = -1;
                }
            }
            default -> syscall(i, kind, g, m);
        }
        return 0;
    }

    private void goStatus(int i, int g, int m) {
        if (s.gStatus[g] != 0) {
            repeat(i, g, m);
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
        if (bound && (m < 0 || s.mGoroutine[m] >= 0)) {
            return;
        }
        s.tellG(g);
        s.gStatus[g] = (byte) status;
        told(i, g, bound ? m : -1, status);
        if (bound) {
            s.mGoroutine[m] = g;
            if (status == V2States.G_SYSCALL && s.mProc[m] >= 0) {
                s.pSyscall[s.mProc[m]] = true;
            }
        }
    }

    /// Tells a later generation what is known.
    private void repeat(int i, int g, int m) {
        if (s.tellG(g)) {
            boolean bound =
                    s.gStatus[g] == V2States.G_RUNNING || s.gStatus[g] == V2States.G_SYSCALL;
            told(i, g, bound ? m : -1, s.gStatus[g]);
        }
    }

    private void told(int i, int g, int m, int status) {
        int stack = s.stack(t.stack(i));
        if (stack == 0) {
            s.emit(i, V2Types.GO_STATUS, t.goroutineId(g), s.thread(m), status);
        } else {
            s.emit(i, V2Types.GO_STATUS_STACK, t.goroutineId(g), s.thread(m), status, stack);
        }
    }

    private void create(int i, int g, int m, int type, int status) {
        boolean allowed = m >= 0 && s.mProc[m] >= 0 && (s.mGoroutine[m] < 0 || s.runs(m));
        if (s.gStatus[g] == 0 && allowed) {
            s.emit(i, type, t.goroutineId(g), s.stack(t.argument(i)), s.stack(t.stack(i)));
            s.tellG(g);
            s.gStatus[g] = (byte) status;
            s.gSeq[g] = 0;
        }
    }

    private void start(int i, int g, int m) {
        if (s.gStatus[g] == V2States.G_RUNNABLE
                && s.toldG(g)
                && m >= 0
                && s.mProc[m] >= 0
                && s.mGoroutine[m] < 0) {
            s.emit(i, V2Types.GO_START, t.goroutineId(g), ++s.gSeq[g]);
            s.gStatus[g] = V2States.G_RUNNING;
            s.mGoroutine[m] = g;
        }
    }

    private void stop(int i, int m, int type, int status) {
        if (s.runs(m) && s.mGoroutine[m] == t.subject(i)) {
            s.emit(i, type, s.out.string(t.string(t.argument(i))), s.stack(t.stack(i)));
            s.gStatus[s.mGoroutine[m]] = (byte) status;
            s.mGoroutine[m] = -1;
        }
    }

    /// A coroutine switch stands for the wake-up, the block or end, and the start that follow it in the model.
    private int coroutine(int i, int next, int m) {
        if (!s.runs(m) || s.gStatus[next] != G_WAITING || !s.toldG(next) || i + 2 >= t.size()) {
            return 0;
        }
        boolean ends = t.kind(i + 1) == EventKind.GO_DESTROY;
        s.emit(
                i,
                ends ? V2Types.GO_SWITCH_DESTROY : V2Types.GO_SWITCH,
                t.goroutineId(next),
                ++s.gSeq[next]);
        s.gStatus[s.mGoroutine[m]] = (byte) (ends ? 0 : G_WAITING);
        s.gStatus[next] = V2States.G_RUNNING;
        s.mGoroutine[m] = next;
        return 2;
    }

    private void syscall(int i, EventKind kind, int g, int m) {
        int on = kind == EventKind.GO_SYSCALL_END_BLOCKED && s.old ? s.threadOfG[g] : m;
        boolean mine = on >= 0 && s.mGoroutine[on] == g;
        switch (kind) {
            case GO_SYSCALL_BEGIN -> {
                if (mine && s.runs(m)) {
                    s.emit(i, V2Types.GO_SYSCALL_BEGIN, ++s.pSeq[s.mProc[m]], s.stack(t.stack(i)));
                    s.gStatus[g] = V2States.G_SYSCALL;
                    s.pSyscall[s.mProc[m]] = true;
                    s.threadOfG[g] = m;
                    if (s.old) { // such a trace notes the call only when its P is taken away
                        s.emit(i, V2Types.PROC_STOP);
                        s.release(s.mProc[m]);
                    }
                }
            }
            case GO_SYSCALL_END -> {
                if (mine && s.gStatus[g] == V2States.G_SYSCALL && s.mProc[m] >= 0) {
                    s.emit(i, V2Types.GO_SYSCALL_END);
                    s.gStatus[g] = V2States.G_RUNNING;
                    s.pSyscall[s.mProc[m]] = false;
                }
            }
            case GO_SYSCALL_END_BLOCKED -> {
                if (mine && s.gStatus[g] == V2States.G_SYSCALL) {
                    s.out.event(s.thread(on), t.time(i), V2Types.GO_SYSCALL_END_BLOCKED);
                    s.gStatus[g] = V2States.G_RUNNABLE;
                    s.mGoroutine[on] = -1;
                } else if (s.old && s.gStatus[g] == G_WAITING) {
                    s.emit(i, V2Types.GO_UNBLOCK, t.goroutineId(g), ++s.gSeq[g], 0);
                    s.gStatus[g] = V2States.G_RUNNABLE;
                }
            }
            case GO_DESTROY_SYSCALL -> {
                if (mine && s.gStatus[g] == V2States.G_SYSCALL) {
                    boolean tookP = s.mProc[m] >= 0; // readers make an event of that, just before
                    long now = tookP && i > 0 ? t.time(i - 1) : t.time(i);
                    s.out.event(s.thread(m), now, V2Types.GO_DESTROY_SYSCALL);
                    s.gStatus[g] = 0;
                    s.mGoroutine[m] = -1;
                    if (s.mProc[m] >= 0) {
                        s.ownerOfP[s.mProc[m]] =
                                -1; // abandoned: still in a system call, but nobody's
                        s.mProc[m] = -1;
                    }
                }
            }
            default -> {
                // a short system call has no end and cannot be written
            }
        }
    }
}
