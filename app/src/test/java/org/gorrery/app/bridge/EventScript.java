package org.gorrery.app.bridge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorrery.event.EventBatch;
import org.gorrery.event.EventKind;
import org.gorrery.event.EventRing;
import org.gorrery.event.GcCycle;
import org.gorrery.event.GoroutineSnapshot;
import org.gorrery.event.HeapSnapshot;
import org.gorrery.event.StopReason;
import org.gorrery.event.WaitReason;
import org.gorrery.formats.profile.FlameTree;
import org.gorrery.session.RunOptions;

/// Writes event records by hand, through the runtime's own ring, for tests of what the views make of them.
public final class EventScript {
    private static final int OUTSIDE = 0xffff;

    private final EventBatch batch = new EventBatch();
    private final TimelineRecorder recorder;

    /// A script whose function `i` is called `main.f<i>`.
    public EventScript() {
        this(TimelineRecorder.MAX_SPANS);
    }

    EventScript(long maxSpans) {
        recorder = new TimelineRecorder(i -> "main.f" + i, maxSpans);
    }

    /// One record.
    public EventScript put(long t, int proc, EventKind kind, int reason, long g, long arg) {
        var ring = new EventRing(proc, 4);
        ring.put(t, kind, reason, 7, g, arg);
        ring.drain(batch);
        return this;
    }

    public EventScript create(long t, int proc, long by, long created) {
        return put(t, proc, EventKind.GO_CREATE, 0, by, created)
                .put(t, proc, EventKind.GO_ENTRY, 0, created, created);
    }

    public EventScript start(long t, int proc, long g) {
        return put(t, proc, EventKind.GO_START, 0, g, 0);
    }

    public EventScript block(long t, int proc, long g, WaitReason why) {
        return put(t, proc, EventKind.GO_BLOCK, why.ordinal(), g, 0xc000010000L);
    }

    public EventScript wake(long t, int proc, long by, long g) {
        return put(t, proc, EventKind.GO_UNBLOCK, 0, by, g);
    }

    public EventScript end(long t, int proc, long g) {
        return put(t, proc, EventKind.GO_END, 0, g, 0);
    }

    public EventScript collection(long from, long to, int number, long live, long goal) {
        return put(from, OUTSIDE, EventKind.STW_BEGIN, StopReason.GC_SWEEP.ordinal(), 0, 0)
                .put(from + 1, OUTSIDE, EventKind.GC_BEGIN, 0, 0, number)
                .put(to - 1, OUTSIDE, EventKind.HEAP_LIVE, 0, 0, live)
                .put(to - 1, OUTSIDE, EventKind.HEAP_GOAL, 0, 0, goal)
                .put(to - 1, OUTSIDE, EventKind.GC_END, 0, 0, number)
                .put(to, OUTSIDE, EventKind.STW_END, StopReason.GC_SWEEP.ordinal(), 0, 0);
    }

    /// The timeline of all records so far.
    public TimelineModel timeline(long nowNanos) {
        recorder.add(batch);
        batch.clear();
        return recorder.model(nowNanos);
    }

    /// A picture with this timeline and nothing else.
    public RunPicture picture(long nowNanos, RunState state) {
        return picture(
                timeline(nowNanos),
                state,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /// A picture of parts.
    public static RunPicture picture(
            TimelineModel timeline,
            RunState state,
            Optional<HeapSnapshot> heap,
            List<GcCycle> cycles,
            Optional<GoroutineSnapshot> goroutines,
            Optional<FlameTree> profile) {
        return new RunPicture(
                1,
                "script.go",
                state,
                Optional.empty(),
                timeline.nowNanos(),
                RunOptions.DEFAULT,
                4,
                100,
                timeline,
                heap,
                cycles,
                MutatorCurve.of(cycles, timeline.nowNanos()),
                goroutines,
                Map.of(),
                Optional.empty(),
                profile,
                0,
                heap.map(HeapSnapshot::stats),
                offset -> offset == 0 ? "" : "main.node",
                site ->
                        List.of(
                                new GoroutineSnapshot.Frame(
                                        "main.work", "/src/script.go", site, 0)),
                goroutine -> "");
    }
}
