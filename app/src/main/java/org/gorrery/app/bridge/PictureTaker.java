package org.gorrery.app.bridge;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorrery.event.CpuSamples;
import org.gorrery.event.EventBatch;
import org.gorrery.event.GcCycle;
import org.gorrery.event.GoroutineSnapshot;
import org.gorrery.event.GoroutineSnapshot.Goroutine;
import org.gorrery.event.HeapSnapshot;
import org.gorrery.event.MemStats;
import org.gorrery.event.SchedSnapshot;
import org.gorrery.formats.profile.FlameTree;
import org.gorrery.session.Run;
import org.gorrery.session.RunOptions;
import org.gorrery.session.RunOutcome;

/// Reads a run and makes pictures of it. Guard: one thread, but for [#observe].
final class PictureTaker {
    /// Least time between two snapshots that stop the world.
    private static final long SNAPSHOT_NANOS = 200_000_000;

    /// Stacks are not taken for names alone of more goroutines than this.
    private static final int LANES_ASKED_FOR_NAMES = 2_000;

    private final long runId;
    private final String title;
    private final Run run;
    private final RunOptions options;
    private final TimelineRecorder recorder;
    private final SampleTree samples;
    private final EventBatch batch = new EventBatch();

    private volatile boolean wantsHeap;
    private volatile boolean wantsGoroutines;
    private boolean started;
    private boolean ended;
    private int gomaxprocs;
    private int gogc;
    private long lastSnapshotNanos = -SNAPSHOT_NANOS;
    private Optional<HeapSnapshot> heap = Optional.empty();
    private Optional<GoroutineSnapshot> goroutines = Optional.empty();
    private Map<Long, Long> lockHolders = Map.of();
    private Optional<SchedSnapshot> scheduler = Optional.empty();
    private Optional<MemStats> memory = Optional.empty();
    private Optional<FlameTree> profile = Optional.empty();
    private int cpuSamples;
    private List<GcCycle> cycles = List.of();
    private Optional<MutatorCurve> utilization = Optional.empty();

    PictureTaker(long runId, String title, Run run, RunOptions options) {
        this.runId = runId;
        this.title = title;
        this.run = run;
        this.options = options;
        this.recorder = new TimelineRecorder(run::functionName);
        this.samples = new SampleTree(run::frame);
        this.gomaxprocs =
                options.gomaxprocs() > 0
                        ? options.gomaxprocs()
                        : Runtime.getRuntime().availableProcessors();
        this.gogc = options.gogc();
    }

    void observe(boolean heapInSight, boolean goroutinesInSight) {
        wantsHeap = heapInSight;
        wantsGoroutines = goroutinesInSight;
    }

    void started() {
        started = true;
    }

    void gomaxprocs(int procs) {
        gomaxprocs = procs;
    }

    void gogc(int percent) {
        gogc = percent;
    }

    long runId() {
        return runId;
    }

    /// After a failure of ours: the last state with the failure as its end.
    RunPicture failed(Throwable cause) {
        ended = true;
        var text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return picture(
                RunState.ENDED,
                Optional.of(new RunOutcome.EngineFailure(text.toString())),
                recorder.lastNanos());
    }

    /// Before the start: no engine call.
    RunPicture first() {
        return picture(RunState.READY, Optional.empty(), 0);
    }

    /// The state now; empty once the end has been shown.
    Optional<RunPicture> take() {
        if (ended) {
            return Optional.empty();
        }
        // First whether it has ended, then the rest: so the last picture has all of it.
        ended = run.outcome().isDone();
        Optional<RunOutcome> outcome = ended ? Optional.of(run.outcome().join()) : Optional.empty();
        long now = run.nowNanos();
        batch.clear();
        run.drainEvents(batch);
        recorder.add(batch);
        if (ended
                || now - lastSnapshotNanos >= SNAPSHOT_NANOS
                || run.isPaused() && lastPauseStale()) {
            lastSnapshotNanos = now;
            takeSnapshots(now);
        }
        RunState state =
                ended
                        ? RunState.ENDED
                        : !started
                                ? RunState.READY
                                : run.isPaused() ? RunState.PAUSED : RunState.RUNNING;
        return Optional.of(picture(state, outcome, now));
    }

    private boolean lastPauseStale() {
        return wantsHeap && heap.isEmpty() || wantsGoroutines && goroutines.isEmpty();
    }

    private void takeSnapshots(long now) {
        if (wantsHeap || ended) {
            heap = Optional.of(run.heap());
        }
        boolean namesMissing =
                recorder.hasUnnamedWrapper() && recorder.laneCount() <= LANES_ASKED_FOR_NAMES;
        if (wantsGoroutines || ended || namesMissing) {
            GoroutineSnapshot taken = run.goroutines();
            goroutines = Optional.of(taken);
            taken.goroutines().forEach(this::name);
            lockHolders = holders(taken);
        }
        scheduler = Optional.of(run.scheduler());
        MemStats stats = run.memStats();
        memory = Optional.of(stats);
        recorder.heapLive(now, stats.heapAlloc(), stats.nextGc());
        List<GcCycle> known = run.gcCycles();
        if (known.size() != cycles.size() || ended) {
            utilization = MutatorCurve.of(known, now);
        }
        cycles = known;
        CpuSamples cpu = run.cpuSamples();
        if (cpu.count() > cpuSamples) {
            cpuSamples = cpu.count();
            profile = Optional.of(samples.add(cpu));
        }
    }

    /// Who holds the locks that goroutines wait for.
    private Map<Long, Long> holders(GoroutineSnapshot taken) {
        var out = new HashMap<Long, Long>();
        for (Goroutine g : taken.goroutines()) {
            long holder = g.waitingOn() == 0 ? 0 : run.lockHolder(g.waitingOn());
            if (holder != 0) {
                out.put(g.waitingOn(), holder);
            }
        }
        return out;
    }

    private void name(Goroutine g) {
        recorder.name(g.id(), g.startFunction());
        if (TimelineRecorder.isWrapper(g.startFunction())) {
            // The outermost call that is not the wrapper itself, which stacks may leave out.
            g.frames().reversed().stream()
                    .map(GoroutineSnapshot.Frame::function)
                    .filter(f -> !f.equals(g.startFunction()) && !f.startsWith("runtime."))
                    .findFirst()
                    .ifPresent(f -> recorder.wrapperCalls(g.startFunction(), f));
        }
    }

    private RunPicture picture(RunState state, Optional<RunOutcome> outcome, long now) {
        TimelineModel timeline = recorder.model(now);
        return new RunPicture(
                runId,
                title,
                state,
                outcome,
                now,
                options,
                timeline.gomaxprocs() > 0 ? timeline.gomaxprocs() : gomaxprocs,
                gogc,
                timeline,
                heap,
                cycles,
                utilization,
                goroutines,
                lockHolders,
                scheduler,
                profile,
                cpuSamples,
                memory,
                run::typeName,
                site -> List.of(run.frame(site)),
                goroutine -> "");
    }
}
