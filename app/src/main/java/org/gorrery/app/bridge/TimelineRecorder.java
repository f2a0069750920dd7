package org.gorrery.app.bridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.gorrery.event.EventBatch;
import org.gorrery.event.EventKind;
import org.gorrery.event.StopReason;
import org.gorrery.event.WaitReason;
import org.gorrery.formats.input.LongIndex;

/// Turns the event stream of a run into the columns of a [TimelineModel].
///
/// Guard: one thread. A model costs one list of lanes; only lanes that changed since the last model are made anew.
/// Memory is bounded: past [#MAX_SPANS] spans the older half of the time kept is forgotten, and the model says so.
public final class TimelineRecorder {
    /// Spans kept before older ones are forgotten.
    public static final long MAX_SPANS = 12_000_000;

    private static final WaitReason[] REASONS = WaitReason.values();
    private static final List<String> WAIT_WORDS =
            Arrays.stream(REASONS).map(WaitReason::text).toList();
    private static final List<String> STOP_WORDS =
            Arrays.stream(StopReason.values()).map(StopReason::text).toList();

    private final IntFunction<String> functionNames;
    private final long maxSpans;
    private final LongIndex laneById = new LongIndex(256);
    private final List<LaneRecorder> lanes = new ArrayList<>();
    private final List<ProcRecorder> procs = new ArrayList<>();
    final IntervalRecorder collections = new IntervalRecorder();
    final IntervalRecorder stops = new IntervalRecorder();
    final LinkRecorder links = new LinkRecorder();
    final HeapRecorder heap = new HeapRecorder();
    private final Map<String, String> calledByWrapper = new HashMap<>();
    private boolean unnamedWrapper;
    private LaneList published = LaneList.EMPTY;
    private long fromNanos;
    private long lastNanos;
    private long spans;
    private long events;
    private long lost;
    private int gomaxprocs;

    /// Starts with nothing.
    ///
    /// @param functionNames names of functions by the index that events carry
    public TimelineRecorder(IntFunction<String> functionNames) {
        this(functionNames, MAX_SPANS);
    }

    TimelineRecorder(IntFunction<String> functionNames, long maxSpans) {
        this.functionNames = functionNames;
        this.maxSpans = maxSpans;
    }

    /// Takes in the records of a batch, in order.
    public void add(EventBatch batch) {
        int n = batch.count();
        for (int i = 0; i < n; i++) {
            record(batch, i);
        }
        events += n;
        while (spans > maxSpans) {
            forgetOlderHalf();
        }
    }

    /// Notes the live heap between collections, as read from the exact figures.
    public void heapLive(long nanos, long liveBytes, long goalBytes) {
        heap.add(nanos, liveBytes, goalBytes);
    }

    private void record(EventBatch b, int i) {
        long t = b.timeNanos(i);
        lastNanos = Math.max(lastNanos, t);
        long g = b.goroutine(i);
        int p = b.proc(i) == 0xffff ? -1 : b.proc(i);
        EventKind kind = b.kind(i);
        switch (kind) {
            case GO_CREATE -> created(t, g, b.arg(i), b.aux(i));
            case GO_ENTRY -> entered(lane(g), functionNames.apply((int) b.arg(i)));
            case GO_START, SYSCALL_EXIT -> started(t, g, p);
            case GO_YIELD -> left(t, g, p, GState.SLEEP, 0, b.aux(i), 0);
            case GO_PREEMPT ->
                    left(t, g, p, GState.RUNNABLE, WaitReason.PREEMPTED.ordinal(), b.aux(i), 0);
            case GO_BLOCK -> {
                int reason = b.reason(i);
                left(t, g, p, GState.of(REASONS[reason]), reason, b.aux(i), b.arg(i));
            }
            case GO_UNBLOCK -> {
                begin(lane(b.arg(i)), t, GState.RUNNABLE, 0, -1, -1, g);
                links.add(t, g, b.arg(i), false);
            }
            case GO_END -> {
                proc(p).leave(t);
                lane(g).end(t);
            }
            case SYSCALL_ENTER ->
                    left(t, g, p, GState.SYSCALL, WaitReason.SYSCALL.ordinal(), b.aux(i), 0);
            case PROC_STOP -> proc(p).leave(t);
            case PROC_START -> proc(p);
            case STW_BEGIN -> stops.begin(t, b.reason(i));
            case STW_END -> stops.end(t);
            case GC_BEGIN -> collections.begin(t, (int) b.arg(i));
            case GC_END -> collections.end(t);
            case ASSIST_BEGIN -> begin(lane(g), t, GState.ASSIST, 0, p, b.aux(i), 0);
            case ASSIST_END -> begin(lane(g), t, GState.RUNNING, 0, p, b.aux(i), 0);
            case HEAP_LIVE -> heap.live(t, b.arg(i));
            case HEAP_GOAL -> heap.goal(t, b.arg(i));
            case GOMAXPROCS -> gomaxprocs = (int) b.arg(i);
            case LOST -> lost += b.arg(i);
            case STEAL, GC_MARK_BEGIN, GC_MARK_END, GC_SWEEP_END, CPU_SAMPLE -> {
                // Nothing the timeline draws.
            }
        }
    }

    private void created(long t, long by, long created, int site) {
        LaneRecorder lane = lane(created);
        lane.creator = by;
        lane.createdSite = site;
        if (lane.count == 0) {
            begin(lane, t, GState.RUNNABLE, 0, -1, -1, by);
        }
        if (by != 0) {
            links.add(t, by, created, true);
        }
    }

    private void started(long t, long g, int p) {
        begin(lane(g), t, GState.RUNNING, 0, p, -1, 0);
        proc(p).enter(t, g);
    }

    private void left(long t, long g, int p, GState to, int reason, int site, long arg) {
        proc(p).leave(t);
        begin(lane(g), t, to, reason, -1, site, arg);
    }

    void begin(LaneRecorder lane, long t, GState state, int reason, int p, int site, long arg) {
        if (lane.begin(t, state, reason, p, site, arg)) {
            spans++;
        }
    }

    LaneRecorder lane(long id) {
        int known = laneById.get(id);
        if (known >= 0) {
            return lanes.get(known);
        }
        laneById.put(id, lanes.size());
        var made = new LaneRecorder(id);
        lanes.add(made);
        return made;
    }

    ProcRecorder proc(int p) {
        // What happens outside of any P is no P's work.
        if (p < 0) {
            return new ProcRecorder(-1);
        }
        while (procs.size() <= p) {
            procs.add(new ProcRecorder(procs.size()));
        }
        return procs.get(p);
    }

    private void forgetOlderHalf() {
        fromNanos += Math.max(1, (lastNanos - fromNanos) / 2);
        spans = 0;
        for (LaneRecorder lane : lanes) {
            spans += lane.forget(fromNanos);
        }
        procs.forEach(p -> p.forget(fromNanos));
        links.forget(fromNanos);
        if (fromNanos >= lastNanos && spans > maxSpans) {
            // Only what each goroutine does now is left: more lanes than the bound, so the bound
            // gives way.
            spans = Math.min(spans, maxSpans);
        }
    }

    private void entered(LaneRecorder lane, String function) {
        String called = calledByWrapper.getOrDefault(function, function);
        lane.function = called;
        unnamedWrapper |= isWrapper(called);
    }

    /// Whether a function only hands the arguments of a `go` statement on to the function that the program names.
    static boolean isWrapper(String function) {
        int at = function.lastIndexOf(".gowrap");
        return at >= 0 && function.substring(at + 7).chars().allMatch(Character::isDigit);
    }

    /// Whether there are goroutines of which only the wrapper's name is known.
    boolean hasUnnamedWrapper() {
        return unnamedWrapper;
    }

    /// Learns from a stack which function a wrapper calls; all goroutines that started in it get that name.
    void wrapperCalls(String wrapper, String function) {
        if (calledByWrapper.putIfAbsent(wrapper, function) == null) {
            unnamedWrapper = false;
            for (LaneRecorder lane : lanes) {
                if (lane.function.equals(wrapper)) {
                    lane.function = function;
                }
                unnamedWrapper |= isWrapper(lane.function);
            }
        }
    }

    int laneCount() {
        return lanes.size();
    }

    /// Names a goroutine that no event named, as the first one of a run.
    void name(long goroutine, String function) {
        int lane = laneById.get(goroutine);
        if (lane >= 0 && lanes.get(lane).function.isEmpty()) {
            lanes.get(lane).function = function;
        }
    }

    /// Lets each lane be worked on.
    void each(Consumer<LaneRecorder> work) {
        lanes.forEach(work);
    }

    long lastNanos() {
        return lastNanos;
    }

    /// The model now.
    ///
    /// @param nowNanos time of the run
    public TimelineModel model(long nowNanos) {
        return model(nowNanos, WAIT_WORDS, STOP_WORDS);
    }

    /// The model of a recording that tells reasons in words of its own.
    TimelineModel model(long nowNanos, List<String> waitReasons, List<String> stopReasons) {
        published = published.with(lanes);
        return new TimelineModel(
                fromNanos,
                Math.max(nowNanos, lastNanos),
                published,
                procs.stream().map(ProcRecorder::lane).toList(),
                collections.intervals(),
                stops.intervals(),
                links.links(),
                heap.curve(),
                events,
                lost,
                gomaxprocs,
                waitReasons,
                stopReasons);
    }

    /// Brings the lanes into the order of their goroutines' numbers and says what was read.
    void finish(long read, long dropped, int procCount) {
        lanes.sort(Comparator.comparingLong(lane -> lane.id));
        for (int i = 0; i < lanes.size(); i++) {
            laneById.put(lanes.get(i).id, i);
        }
        events = read;
        lost = dropped;
        gomaxprocs = procCount;
    }

    /// Live heap and goal as they come.
    static final class HeapRecorder {
        private long[] time = new long[64];
        private long[] live = new long[64];
        private long[] goal = new long[64];
        private int count;

        void live(long t, long bytes) {
            add(t, bytes, count == 0 ? 0 : goal[count - 1]);
        }

        void goal(long t, long bytes) {
            add(t, count == 0 ? 0 : live[count - 1], bytes);
        }

        void add(long t, long liveBytes, long goalBytes) {
            if (count > 0 && t < time[count - 1]) {
                return;
            }
            if (count == time.length) {
                time = Arrays.copyOf(time, count * 2);
                live = Arrays.copyOf(live, count * 2);
                goal = Arrays.copyOf(goal, count * 2);
            }
            time[count] = t;
            live[count] = liveBytes;
            goal[count++] = goalBytes;
        }

        TimelineModel.HeapCurve curve() {
            return new TimelineModel.HeapCurve(count, time, live, goal);
        }
    }

    /// Times of the same kind of thing, not nested.
    static final class IntervalRecorder {
        private long[] start = new long[16];
        private long[] end = new long[16];
        private int[] detail = new int[16];
        private int count;

        void begin(long t, int what) {
            if (count > 0 && end[count - 1] == Long.MAX_VALUE) {
                end[count - 1] = t;
            }
            if (count == start.length) {
                start = Arrays.copyOf(start, count * 2);
                end = Arrays.copyOf(end, count * 2);
                detail = Arrays.copyOf(detail, count * 2);
            }
            start[count] = t;
            end[count] = Long.MAX_VALUE;
            detail[count++] = what;
        }

        void end(long t) {
            if (count > 0 && end[count - 1] == Long.MAX_VALUE) {
                end[count - 1] = t;
            }
        }

        TimelineModel.Intervals intervals() {
            return new TimelineModel.Intervals(
                    count,
                    Arrays.copyOf(start, count),
                    Arrays.copyOf(end, count),
                    Arrays.copyOf(detail, count));
        }
    }

    /// Causes and effects.
    static final class LinkRecorder {
        private long[] time = new long[64];
        private long[] from = new long[64];
        private long[] to = new long[64];
        private boolean[] creates = new boolean[64];
        private int count;

        void add(long t, long cause, long effect, boolean create) {
            if (count == time.length) {
                resize(0, count * 2);
            }
            time[count] = count == 0 ? t : Math.max(t, time[count - 1]);
            from[count] = cause;
            to[count] = effect;
            creates[count++] = create;
        }

        void forget(long before) {
            int first = Columns.lowerBound(time, count, before);
            count -= first;
            resize(first, Math.max(64, count * 2));
        }

        private void resize(int first, int capacity) {
            time = Arrays.copyOfRange(time, first, first + capacity);
            from = Arrays.copyOfRange(from, first, first + capacity);
            to = Arrays.copyOfRange(to, first, first + capacity);
            creates = Arrays.copyOfRange(creates, first, first + capacity);
        }

        TimelineModel.Links links() {
            return new TimelineModel.Links(count, time, from, to, creates);
        }
    }
}
