package org.gorrery.formats.analysis;

import java.util.Arrays;
import org.gorrery.formats.exectrace.EventKind;
import org.gorrery.formats.exectrace.GoState;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.exectrace.Transition;

/// The timeline of every goroutine: spans of one state each, in columns, 25 bytes a span.
///
/// The spans of goroutine `g` are indices [#first] to [#end] of `g`, in order of time and without gaps from its first
/// event to its end. Immutable.
public final class GoroutineLanes {
    private final int[] firstSpan;
    private final long[] start;
    private final byte[] state;
    private final int[] reason;
    private final int[] stack;
    private final int[] proc;
    private final int[] waker;
    private final long endNanos;

    private GoroutineLanes(int[] firstSpan, int spans, long endNanos) {
        this.firstSpan = firstSpan;
        this.start = new long[spans];
        this.state = new byte[spans];
        this.reason = new int[spans];
        this.stack = new int[spans];
        this.proc = new int[spans];
        this.waker = new int[spans];
        this.endNanos = endNanos;
    }

    /// Cuts a trace into spans.
    ///
    /// @param t the trace
    /// @return the lanes
    public static GoroutineLanes of(TraceModel t) {
        int[] counts = new int[t.goroutines() + 1];
        for (int i = 0; i < t.size(); i++) {
            if (changes(t, i)) {
                counts[t.subject(i) + 1]++;
            }
        }
        for (int g = 1; g < counts.length; g++) {
            counts[g] += counts[g - 1];
        }
        var lanes = new GoroutineLanes(counts, counts[counts.length - 1], t.endNanos());
        int[] next = Arrays.copyOf(counts, counts.length);
        for (int i = 0; i < t.size(); i++) {
            if (changes(t, i)) {
                lanes.put(t, i, next[t.subject(i)]++);
            }
        }
        return lanes;
    }

    private static boolean changes(TraceModel t, int i) {
        return t.kind(i).group() == EventKind.Group.GO
                && Transition.from(t, i) != Transition.to(t, i);
    }

    private void put(TraceModel t, int i, int at) {
        GoState to = Transition.to(t, i);
        start[at] = t.time(i);
        state[at] = (byte) to.ordinal();
        EventKind kind = t.kind(i);
        boolean told = kind == EventKind.GO_BLOCK || kind == EventKind.GO_STOP;
        reason[at] = told ? (int) t.argument(i) : -1;
        stack[at] = kind == EventKind.GO_CREATE ? (int) t.argument(i) : t.stack(i);
        proc[at] = to == GoState.RUNNING || to == GoState.SYSCALL ? t.proc(i) : -1;
        boolean woken =
                kind == EventKind.GO_UNBLOCK
                        || kind == EventKind.GO_SWITCH
                        || kind == EventKind.GO_CREATE;
        waker[at] = woken ? t.goroutine(i) : -1;
    }

    /// {@return how many goroutines there are}
    public int goroutines() {
        return firstSpan.length - 1;
    }

    /// {@return how many spans there are}
    public int size() {
        return start.length;
    }

    /// {@return index of a goroutine's first span}
    /// @param g index of the goroutine
    public int first(int g) {
        return firstSpan[g];
    }

    /// {@return index after a goroutine's last span}
    /// @param g index of the goroutine
    public int end(int g) {
        return firstSpan[g + 1];
    }

    /// {@return when a span begins}
    /// @param span index of the span
    public long start(int span) {
        return start[span];
    }

    /// Tells when a span ends.
    ///
    /// @param g index of the goroutine it belongs to
    /// @param span index of the span
    /// @return the start of the next one, or the end of the trace
    public long stop(int g, int span) {
        return span + 1 < firstSpan[g + 1] ? start[span + 1] : endNanos;
    }

    /// {@return the state in a span; NOT_EXIST marks the end of the goroutine}
    /// @param span index of the span
    public GoState state(int span) {
        return GoState.values()[state[span]];
    }

    /// {@return the ordinal of the state, for loops over millions}
    /// @param span index of the span
    public int stateOrdinal(int span) {
        return state[span];
    }

    /// {@return why it blocked or stopped, a string of the trace; -1 none}
    /// @param span index of the span
    public int reason(int span) {
        return reason[span];
    }

    /// {@return the stack recorded at its start; -1 none}
    /// @param span index of the span
    public int stack(int span) {
        return stack[span];
    }

    /// {@return the P it ran on; -1 none}
    /// @param span index of the span
    public int proc(int span) {
        return proc[span];
    }

    /// {@return the goroutine that made or woke it; -1 none or unknown}
    /// @param span index of the span
    public int waker(int span) {
        return waker[span];
    }

    /// Finds the span at a moment.
    ///
    /// @param g index of the goroutine
    /// @param nanos the moment
    /// @return index of the span, or -1 before its first event
    public int find(int g, long nanos) {
        int low = firstSpan[g];
        int high = firstSpan[g + 1] - 1;
        while (low <= high) {
            int mid = (low + high) >>> 1;
            if (start[mid] <= nanos) {
                low = mid + 1;
            } else {
                high = mid - 1;
            }
        }
        return high < firstSpan[g] ? -1 : high;
    }
}
