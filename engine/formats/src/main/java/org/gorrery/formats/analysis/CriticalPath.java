package org.gorrery.formats.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gorrery.formats.exectrace.GoState;
import org.gorrery.formats.exectrace.TraceModel;

/// Why something took until it did: backwards from a moment of a goroutine, through whoever woke it, to where the chain
/// began.
///
/// While the goroutine ran, it is to blame itself; while it was ready, the lack of a P; while it blocked, the goroutine
/// that woke it, from the moment of the wake-up backwards.
public final class CriticalPath {
    private static final int MAX_HOPS = 10_000;

    private CriticalPath() {}

    /// One stretch of the path.
    ///
    /// @param goroutine index of the goroutine
    /// @param fromNanos where it begins
    /// @param toNanos where it ends
    /// @param state what the goroutine did
    /// @param explanation the same in words
    public record Hop(
            int goroutine, long fromNanos, long toNanos, GoState state, String explanation) {}

    /// Follows the chain backwards.
    ///
    /// @param t the trace
    /// @param lanes its lanes
    /// @param goroutine index of the goroutine
    /// @param fromNanos where to stop
    /// @param toNanos the moment to explain
    /// @return the hops in order of time; they cover the time from the first one's start without gaps
    public static List<Hop> of(
            TraceModel t, GoroutineLanes lanes, int goroutine, long fromNanos, long toNanos) {
        var hops = new ArrayList<Hop>();
        int g = goroutine;
        long now = toNanos;
        while (now > fromNanos && hops.size() < MAX_HOPS) {
            int span = lanes.find(g, now - 1);
            if (span < 0) {
                break;
            }
            long begin = Math.max(fromNanos, lanes.start(span));
            GoState state = lanes.state(span);
            if (state == GoState.WAITING) {
                int wakeUp = span + 1 < lanes.end(g) ? lanes.waker(span + 1) : -1;
                if (wakeUp >= 0 && wakeUp != g) {
                    g = wakeUp; // what the waker did until now is the reason, not the wait
                    if (lanes.find(g, now - 1) >= 0
                            && lanes.state(lanes.find(g, now - 1)) != GoState.NOT_EXIST) {
                        continue;
                    }
                    break;
                }
            }
            hops.add(new Hop(g, begin, now, state, explain(t, lanes, g, span, state)));
            now = begin;
            if (state == GoState.RUNNABLE && span == lanes.first(g) && lanes.waker(span) >= 0) {
                g = lanes.waker(span); // before it was made, its maker is to blame
            }
        }
        Collections.reverse(hops);
        return hops;
    }

    private static String explain(
            TraceModel t, GoroutineLanes lanes, int g, int span, GoState state) {
        String who = "goroutine " + t.goroutineId(g);
        String why = lanes.reason(span) < 0 ? "" : t.string(lanes.reason(span));
        return switch (state) {
            case RUNNING -> who + " ran on P " + lanes.proc(span);
            case RUNNABLE ->
                    who + " was ready and waited for a P" + (why.isEmpty() ? "" : " after " + why);
            case WAITING ->
                    who
                            + " waited for "
                            + (why.isEmpty() ? "something" : why)
                            + ", woken by no goroutine";
            case SYSCALL -> who + " was in a system call";
            case UNDETERMINED, NOT_EXIST, IDLE -> who + " was not there";
        };
    }
}
