package org.gorrery.formats.analysis;

import java.util.Arrays;
import org.gorrery.formats.exectrace.EventKind;
import org.gorrery.formats.exectrace.GoState;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.input.Growing;

/// The timeline of every P: which goroutine it ran or kept for a system call, span by span, in columns, 25 bytes a span.
///
/// The spans of P `p` are indices [#first] to [#end] of `p`, in order of time; between two spans the P was idle. Immutable.
public final class ProcLanes {
    private final int[] firstSpan;
    private final long[] start;
    private final long[] stop;
    private final int[] goroutine;
    private final int[] thread;
    private final byte[] state;

    private ProcLanes(int[] firstSpan, int spans) {
        this.firstSpan = firstSpan;
        this.start = new long[spans];
        this.stop = new long[spans];
        this.goroutine = new int[spans];
        this.thread = new int[spans];
        this.state = new byte[spans];
    }

    /// The spans of one P while they are found.
    private static final class Lane {
        final Growing.Longs start = new Growing.Longs(64);
        final Growing.Longs stop = new Growing.Longs(64);
        final Growing.Ints goroutine = new Growing.Ints(64);
        final Growing.Ints thread = new Growing.Ints(64);
        final Growing.Ints state = new Growing.Ints(64);
        boolean open;

        void begin(long now, int g, int m, GoState s) {
            end(now);
            open = true;
            start.add(now);
            stop.add(now);
            goroutine.add(g);
            thread.add(m);
            state.add(s.ordinal());
        }

        void end(long now) {
            if (open) {
                stop.set(stop.size() - 1, now);
                open = false;
            }
        }
    }

    /// Cuts a trace into spans.
    ///
    /// @param t the trace
    /// @return the lanes of P 0 to the highest P that the trace names
    public static ProcLanes of(TraceModel t) {
        Lane[] lanes = new Lane[0];
        for (int i = 0; i < t.size(); i++) {
            EventKind kind = t.kind(i);
            int p = kind.group() == EventKind.Group.PROC ? t.subject(i) : t.proc(i);
            if (p < 0) {
                continue;
            }
            if (p >= lanes.length) {
                int n = lanes.length;
                lanes = Arrays.copyOf(lanes, p + 1);
                for (int k = n; k <= p; k++) {
                    lanes[k] = new Lane();
                }
            }
            event(t, i, kind, lanes[p]);
        }
        return joined(lanes, t.endNanos());
    }

    private static void event(TraceModel t, int i, EventKind kind, Lane lane) {
        long now = t.time(i);
        switch (kind) {
            case GO_START -> lane.begin(now, t.subject(i), t.thread(i), GoState.RUNNING);
            case GO_STATUS -> {
                GoState to = t.to(i);
                if ((to == GoState.RUNNING || to == GoState.SYSCALL) && !lane.open) {
                    lane.begin(now, t.subject(i), t.thread(i), to);
                }
            }
            case GO_SYSCALL_BEGIN -> lane.begin(now, t.subject(i), t.thread(i), GoState.SYSCALL);
            case GO_SYSCALL_END -> lane.begin(now, t.subject(i), t.thread(i), GoState.RUNNING);
            case GO_STOP, GO_BLOCK, GO_DESTROY, GO_DESTROY_SYSCALL, PROC_STOP, PROC_STEAL ->
                    lane.end(now);
            default -> {
                // the P goes on with what it does
            }
        }
    }

    private static ProcLanes joined(Lane[] lanes, long endNanos) {
        int[] first = new int[lanes.length + 1];
        for (int p = 0; p < lanes.length; p++) {
            lanes[p].end(endNanos);
            first[p + 1] = first[p] + lanes[p].start.size();
        }
        var all = new ProcLanes(first, first[lanes.length]);
        for (int p = 0; p < lanes.length; p++) {
            for (int i = 0; i < lanes[p].start.size(); i++) {
                int at = first[p] + i;
                all.start[at] = lanes[p].start.get(i);
                all.stop[at] = lanes[p].stop.get(i);
                all.goroutine[at] = lanes[p].goroutine.get(i);
                all.thread[at] = lanes[p].thread.get(i);
                all.state[at] = (byte) lanes[p].state.get(i);
            }
        }
        return all;
    }

    /// {@return how many Ps there are}
    public int procs() {
        return firstSpan.length - 1;
    }

    /// {@return how many spans there are}
    public int size() {
        return start.length;
    }

    /// {@return index of the first span of a P}
    /// @param p number of the P
    public int first(int p) {
        return firstSpan[p];
    }

    /// {@return index after the last span of a P}
    /// @param p number of the P
    public int end(int p) {
        return firstSpan[p + 1];
    }

    /// {@return when a span begins, in the trace's nanoseconds}
    /// @param span index of the span
    public long start(int span) {
        return start[span];
    }

    /// {@return when a span ends, in the trace's nanoseconds}
    /// @param span index of the span
    public long stop(int span) {
        return stop[span];
    }

    /// {@return the goroutine that had the P}
    /// @param span index of the span
    public int goroutine(int span) {
        return goroutine[span];
    }

    /// {@return the M that it ran on; -1 unknown}
    /// @param span index of the span
    public int thread(int span) {
        return thread[span];
    }

    /// {@return RUNNING or SYSCALL}
    /// @param span index of the span
    public GoState state(int span) {
        return state[span] == GoState.SYSCALL.ordinal() ? GoState.SYSCALL : GoState.RUNNING;
    }

    /// Finds the span that covers a moment, or the last one before it.
    ///
    /// @param p number of the P
    /// @param nanos the moment
    /// @return index of the span, or -1 before the first
    public int find(int p, long nanos) {
        int low = firstSpan[p];
        int high = firstSpan[p + 1] - 1;
        while (low <= high) {
            int mid = (low + high) >>> 1;
            if (start[mid] <= nanos) {
                low = mid + 1;
            } else {
                high = mid - 1;
            }
        }
        return high < firstSpan[p] ? -1 : high;
    }
}
