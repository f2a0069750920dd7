package org.gorrery.formats.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.dumps.GoroutineStack;
import org.gorrery.formats.dumps.TraceFrame;
import org.gorrery.formats.exectrace.GoState;
import org.gorrery.formats.exectrace.TraceModel;

/// A goroutine dump out of a trace: all goroutines that exist at a moment, with state, reason and stack.
///
/// The same model that goroutine dumps fill, so that grouping ([StackGroups]), comparing two moments and findings work on
/// both. Stacks are those recorded when the state began; a running goroutine shows what it was started with.
public final class GoroutinesAt {
    private GoroutinesAt() {}

    /// Lists the goroutines.
    ///
    /// @param t the trace
    /// @param lanes its lanes
    /// @param nanos the moment
    /// @return the goroutines that exist then, by their numbers' order of appearance
    public static List<GoroutineStack> of(TraceModel t, GoroutineLanes lanes, long nanos) {
        var result = new ArrayList<GoroutineStack>();
        for (int g = 0; g < lanes.goroutines(); g++) {
            int span = lanes.find(g, nanos);
            if (span < 0
                    || lanes.state(span) == GoState.NOT_EXIST
                    || lanes.state(span) == GoState.UNDETERMINED) {
                continue;
            }
            result.add(stack(t, lanes, g, span, nanos));
        }
        return List.copyOf(result);
    }

    private static GoroutineStack stack(
            TraceModel t, GoroutineLanes lanes, int g, int span, long nanos) {
        String status =
                switch (lanes.state(span)) {
                    case RUNNING -> "running";
                    case RUNNABLE -> "runnable";
                    case SYSCALL -> "syscall";
                    default -> "waiting";
                };
        String told = lanes.reason(span) < 0 ? "" : t.string(lanes.reason(span));
        boolean waits = lanes.state(span) == GoState.WAITING;
        String reason = waits && !told.isEmpty() ? told : status;
        int minutes = waits ? (int) ((nanos - lanes.start(span)) / 60_000_000_000L) : 0;
        int creator = lanes.waker(lanes.first(g));
        return new GoroutineStack(
                t.goroutineId(g),
                reason,
                reason,
                minutes,
                false,
                false,
                false,
                0,
                false,
                Map.of(),
                "",
                frames(t, lanes.stack(lastStack(lanes, g, span))),
                -1,
                false,
                null,
                creator < 0 ? -1 : t.goroutineId(creator),
                0,
                List.of());
    }

    /// {@return the latest span up to this one that has a stack}
    private static int lastStack(GoroutineLanes lanes, int g, int span) {
        int i = span;
        while (i > lanes.first(g) && lanes.stack(i) < 0) {
            i--;
        }
        return i;
    }

    private static List<TraceFrame> frames(TraceModel t, int stack) {
        var frames = new ArrayList<TraceFrame>();
        int depth = stack < 0 ? 0 : t.depth(stack);
        for (int i = 0; i < depth; i++) {
            int f = t.frame(stack, i);
            String function = t.function(f);
            frames.add(new TraceFrame(function, "...", t.file(f), t.line(f), -1));
        }
        return frames;
    }
}
