package org.gorrery.formats.exectrace;

import java.util.Arrays;

/// What goroutines and Ps are doing when a window of time opens, learnt from the events before it, which are not kept.
///
/// It becomes status events at the start of the window, as a generation has them, so that a goroutine that blocked long
/// before is seen blocked, and so that a window can be written as a trace of its own.
final class WindowStart {
    private static final byte ABSENT = (byte) GoState.NOT_EXIST.ordinal();

    private byte[] goroutines = new byte[256];
    private int[] threads = new int[256];
    private int[] stacks = new int[256];
    private byte[] procs = new byte[64];
    private int[] owners = new int[64];
    private boolean marking;
    private boolean any;

    WindowStart() {
        Arrays.fill(goroutines, ABSENT);
        Arrays.fill(procs, ABSENT);
        Arrays.fill(stacks, -1);
    }

    /// Takes an event before the window.
    void take(EventKind kind, int m, int stack, int subject, long argument) {
        any = true;
        switch (kind.group()) {
            case GO -> goroutine(kind, m, stack, subject, argument);
            case PROC -> proc(kind, m, subject, argument);
            case RANGE_BEGIN, RANGE_ACTIVE, RANGE_END ->
                    marking =
                            kind == EventKind.GC_BEGIN
                                    || kind == EventKind.GC_ACTIVE
                                    || marking && kind != EventKind.GC_END;
            default -> {
                // changes no state
            }
        }
    }

    private void goroutine(EventKind kind, int m, int stack, int g, long argument) {
        if (g < 0) {
            return;
        }
        roomG(g);
        GoState to =
                switch (kind) {
                    case GO_CREATE, GO_STOP, GO_UNBLOCK, GO_SWITCH, GO_SYSCALL_END_BLOCKED ->
                            GoState.RUNNABLE;
                    case GO_CREATE_BLOCKED, GO_BLOCK -> GoState.WAITING;
                    case GO_CREATE_SYSCALL, GO_SYSCALL_BEGIN -> GoState.SYSCALL;
                    case GO_START, GO_SYSCALL_END, GO_SYSCALL_SHORT -> GoState.RUNNING;
                    case GO_DESTROY, GO_DESTROY_SYSCALL -> GoState.NOT_EXIST;
                    default -> GoState.of((int) (argument & 0xff));
                };
        goroutines[g] = (byte) to.ordinal();
        threads[g] = m;
        boolean made = kind == EventKind.GO_CREATE || kind == EventKind.GO_CREATE_BLOCKED;
        boolean own =
                kind == EventKind.GO_STOP
                        || kind == EventKind.GO_BLOCK
                        || kind == EventKind.GO_SYSCALL_BEGIN
                        || kind == EventKind.GO_STATUS;
        if (made) {
            stacks[g] = (int) argument;
        } else if (own && stack >= 0) {
            stacks[g] = stack;
        }
    }

    private void proc(EventKind kind, int m, int p, long argument) {
        if (p < 0) {
            return;
        }
        if (p >= procs.length) {
            int n = procs.length;
            procs = Arrays.copyOf(procs, Math.max(p + 1, n * 2));
            owners = Arrays.copyOf(owners, procs.length);
            Arrays.fill(procs, n, procs.length, ABSENT);
        }
        boolean running =
                kind == EventKind.PROC_START
                        || kind == EventKind.PROC_STATUS
                                && GoState.of((int) (argument & 0xff)) == GoState.RUNNING;
        procs[p] = (byte) (running ? GoState.RUNNING : GoState.IDLE).ordinal();
        owners[p] = m;
    }

    private void roomG(int g) {
        if (g >= goroutines.length) {
            int n = goroutines.length;
            goroutines = Arrays.copyOf(goroutines, Math.max(g + 1, n * 2));
            threads = Arrays.copyOf(threads, goroutines.length);
            stacks = Arrays.copyOf(stacks, goroutines.length);
            Arrays.fill(goroutines, n, goroutines.length, ABSENT);
            Arrays.fill(stacks, n, stacks.length, -1);
        }
    }

    /// Writes the status events, one nanosecond apart, the last one just before the window opens.
    void into(TraceColumns columns, long fromNanos) {
        if (!any) {
            return;
        }
        int events = 1 + (marking ? 1 : 0);
        for (byte b : procs) {
            events += b != ABSENT ? 1 : 0;
        }
        for (byte b : goroutines) {
            events += b != ABSENT ? 1 : 0;
        }
        long now = fromNanos - events;
        columns.add(EventKind.SYNC.ordinal(), now++, -1, -1, -1, -1, -1, 1);
        for (int p = 0; p < procs.length; p++) {
            if (procs[p] != ABSENT) {
                int m = procs[p] == GoState.RUNNING.ordinal() ? owners[p] : -1;
                columns.add(
                        EventKind.PROC_STATUS.ordinal(), now++, -1, -1, m, -1, p, told(procs[p]));
            }
        }
        for (int g = 0; g < goroutines.length; g++) {
            if (goroutines[g] != ABSENT) {
                boolean bound =
                        goroutines[g] == GoState.RUNNING.ordinal()
                                || goroutines[g] == GoState.SYSCALL.ordinal();
                int m = bound ? threads[g] : -1;
                columns.add(
                        EventKind.GO_STATUS.ordinal(),
                        now++,
                        -1,
                        bound ? procOf(m) : -1,
                        m,
                        stacks[g],
                        g,
                        told(goroutines[g]));
            }
        }
        if (marking) {
            columns.add(EventKind.GC_ACTIVE.ordinal(), now, -1, -1, -1, -1, -1, 1);
        }
    }

    private static long told(byte state) {
        return (long) GoState.UNDETERMINED.ordinal() << 8 | state;
    }

    private int procOf(int m) {
        for (int p = 0; p < procs.length; p++) {
            if (m >= 0 && procs[p] == GoState.RUNNING.ordinal() && owners[p] == m) {
                return p;
            }
        }
        return -1;
    }
}
