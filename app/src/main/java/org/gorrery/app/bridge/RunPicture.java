package org.gorrery.app.bridge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import org.gorrery.event.GcCycle;
import org.gorrery.event.GoroutineSnapshot;
import org.gorrery.event.HeapSnapshot;
import org.gorrery.event.MemStats;
import org.gorrery.event.SchedSnapshot;
import org.gorrery.formats.profile.FlameTree;
import org.gorrery.session.RunOptions;
import org.gorrery.session.RunOutcome;

/// All that the views show of a run, at one moment; immutable.
///
/// @param runId tells runs of this window apart
/// @param title name of the program, such as `workpool.go`
/// @param state where the run is in its life
/// @param outcome how it ended, once it has
/// @param nowNanos since the start of the run
/// @param options what it was started with
/// @param gomaxprocs number of Ps now
/// @param gogc GOGC now, -1 for off
/// @param timeline what the events tell
/// @param heap the newest heap snapshot, when a view asked for one
/// @param cycles all collections so far
/// @param utilization what the collector left to the program, where collections are known
/// @param goroutines the newest stacks, when a view asked for them
/// @param lockHolders who holds a lock, by the address at which others wait for it
/// @param scheduler Ps and queues
/// @param profile CPU samples so far, where any were taken
/// @param cpuSamples number of CPU samples so far
/// @param memory exact figures
/// @param typeNames Go's name of the type at an offset of a heap snapshot's slot types; empty where unknown
/// @param sites the calls at a place that the timeline refers to, innermost first; empty where unknown
/// @param stateWords what a file says of a goroutine's state in its own words; empty where the state says it all
public record RunPicture(
        long runId,
        String title,
        RunState state,
        Optional<RunOutcome> outcome,
        long nowNanos,
        RunOptions options,
        int gomaxprocs,
        int gogc,
        TimelineModel timeline,
        Optional<HeapSnapshot> heap,
        List<GcCycle> cycles,
        Optional<MutatorCurve> utilization,
        Optional<GoroutineSnapshot> goroutines,
        Map<Long, Long> lockHolders,
        Optional<SchedSnapshot> scheduler,
        Optional<FlameTree> profile,
        int cpuSamples,
        Optional<MemStats> memory,
        IntFunction<String> typeNames,
        IntFunction<List<GoroutineSnapshot.Frame>> sites,
        LongFunction<String> stateWords) {
    /// Copies the collections.
    public RunPicture {
        cycles = List.copyOf(cycles);
        lockHolders = Map.copyOf(lockHolders);
    }

    /// Event records dropped since a ring was full.
    public long lostEvents() {
        return timeline.lostEvents();
    }
}
