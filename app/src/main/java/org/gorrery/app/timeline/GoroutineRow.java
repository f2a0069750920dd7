package org.gorrery.app.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gorrery.app.bridge.GState;
import org.gorrery.app.bridge.Lane;
import org.gorrery.app.bridge.TimelineModel;

/// A goroutine in the table: what it does at a moment, and where its time went within a range.
///
/// @param id its number
/// @param function it was started with
/// @param state at the time cursor, or now
/// @param reason why, in Go's words
/// @param on address that it waits on, 0 for none
/// @param inStateNanos how long it has been in that state
/// @param creator number of the goroutine that created it, 0 for none
/// @param createdSite call site of its `go` statement, -1 where unknown
/// @param shares nanoseconds in each state within the range
record GoroutineRow(
        long id,
        String function,
        GState state,
        String reason,
        long on,
        long inStateNanos,
        long creator,
        int createdSite,
        List<Long> shares) {
    /// The rows of the lanes shown, as many as asked for.
    ///
    /// @param cursor time at which they are looked at, -1 for now
    /// @param from begin of the range in which time is summed up
    /// @param to its end
    static List<GoroutineRow> of(
            TimelineModel model, int[] shown, int most, long cursor, long from, long to) {
        var rows = new ArrayList<GoroutineRow>();
        for (int i = 0; i < Math.min(most, shown.length); i++) {
            rows.add(of(model, model.lanes().get(shown[i]), cursor, from, to));
        }
        return rows;
    }

    private static GoroutineRow of(
            TimelineModel model, Lane lane, long cursor, long from, long to) {
        long now = model.nowNanos();
        long at = cursor >= 0 ? cursor : now;
        long[] shares = new long[GState.values().length];
        lane.addShares(from, to, now, shares);
        boolean ended = lane.endNanos() >= 0 && at >= lane.endNanos();
        int span = ended ? -1 : lane.spanAt(at);
        GState state = span < 0 ? GState.DEAD : lane.state(span);
        int reason = span < 0 ? 0 : lane.reason(span);
        return new GoroutineRow(
                lane.id(),
                TimelinePainter.shortName(lane.function()),
                state,
                reason == 0 ? state.text() : model.waitReasons().get(reason),
                span < 0 || state == GState.RUNNABLE ? 0 : lane.arg(span),
                span < 0
                        ? ended ? at - lane.endNanos() : 0
                        : Math.min(at, lane.end(span, now)) - lane.start(span),
                lane.creator(),
                lane.createdSite(),
                Arrays.stream(shares).boxed().toList());
    }

    long nanos(GState s) {
        return shares.get(s.ordinal());
    }

    long running() {
        return nanos(GState.RUNNING) + nanos(GState.GC_WORKER);
    }

    /// Blocked within Go, on the network or in a system call.
    long blocked() {
        return Arrays.stream(GState.values()).filter(GState::blocked).mapToLong(this::nanos).sum();
    }
}
