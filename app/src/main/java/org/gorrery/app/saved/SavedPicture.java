package org.gorrery.app.saved;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import org.gorrery.app.bridge.MutatorCurve;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.bridge.RunState;
import org.gorrery.app.bridge.TimelineModel;
import org.gorrery.app.bridge.TraceTimeline;
import org.gorrery.event.GcCycle;
import org.gorrery.event.GoroutineSnapshot;
import org.gorrery.event.HeapSnapshot;
import org.gorrery.formats.SavedFile;
import org.gorrery.formats.analysis.GcFromTrace;
import org.gorrery.formats.analysis.HeapReplay;
import org.gorrery.formats.analysis.MutatorUtilization;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.gc.GcHistory;
import org.gorrery.session.RunOptions;
import org.gorrery.session.RunOutcome;

/// What the views draw of a saved file, and which of them have something to draw.
///
/// @param picture in the form of a run's; what the file does not tell is empty
/// @param timeline whether there are goroutines over time
/// @param heap whether there is a heap
/// @param cycles whether there are collections
/// @param stacks whether there are stacks
public record SavedPicture(
        RunPicture picture, boolean timeline, boolean heap, boolean cycles, boolean stacks) {
    private static final AtomicLong IDS = new AtomicLong();

    /// Makes the picture of a file, or of the parts of one; takes long for a large trace, so not on the FX thread.
    ///
    /// @param files the parts; where two tell the same, the first one counts
    public static SavedPicture of(List<SavedFile> files) {
        var parts = new Parts(files.getFirst().origin().name());
        for (SavedFile file : files.reversed()) {
            add(file, parts);
        }
        return parts.made();
    }

    private static void add(SavedFile file, Parts parts) {
        switch (file) {
            case SavedFile.TraceFile f -> addTrace(f.trace(), parts);
            case SavedFile.TracebackFile f ->
                    parts.stacks(SavedStacks.of(f.traceback())).ended(f.traceback().headLines());
            case SavedFile.HeapDumpFile f ->
                    parts.heap(SavedHeap.of(f.dump()), i -> "").stacks(SavedStacks.of(f.dump()));
            case SavedFile.LogFile f -> {
                if (!f.log().gc().cycles().isEmpty()) {
                    parts.cycles(f.log().gc());
                }
            }
            case SavedFile.ProfileFile f -> {}
            case SavedFile.LegacyFile f -> {}
            case SavedFile.FoldedFile f -> {}
            case SavedFile.MetricsFile f -> {}
            case SavedFile.UnknownFile f -> {}
        }
    }

    private static void addTrace(TraceModel t, Parts parts) {
        TimelineModel timeline = TraceTimeline.of(t);
        parts.timeline(timeline, t).cycles(GcFromTrace.of(t));
        if (t.head().heapScale() != null) {
            var replay = new HeapReplay(t);
            replay.advanceTo(t.endNanos());
            parts.heap(
                    SavedHeap.of(replay, timeline.nowNanos()),
                    i -> i <= 0 ? "" : t.heapType(i - 1).name());
        }
        parts.stacks(SavedStacks.of(t, timeline));
    }

    /// What has been found in a file so far.
    private static final class Parts {
        private final String name;
        private TimelineModel timeline = TimelineModel.EMPTY;
        private Optional<HeapSnapshot> heap = Optional.empty();
        private List<GcCycle> cycles = List.of();
        private Optional<MutatorCurve> utilization = Optional.empty();
        private Optional<GoroutineSnapshot> stacks = Optional.empty();
        private Optional<RunOutcome> outcome = Optional.empty();
        private IntFunction<String> types = i -> "";
        private IntFunction<List<GoroutineSnapshot.Frame>> sites = i -> List.of();
        private LongFunction<String> words = i -> "";
        private long nanos;

        Parts(String name) {
            this.name = name;
        }

        Parts timeline(TimelineModel model, TraceModel t) {
            timeline = model;
            nanos = model.nowNanos();
            utilization =
                    MutatorCurve.of(
                            MutatorUtilization.of(t, MutatorUtilization.Counted.USUAL),
                            false,
                            t.startNanos());
            sites = stack -> SavedStacks.frames(t, stack);
            return this;
        }

        Parts heap(HeapSnapshot snapshot, IntFunction<String> typeNames) {
            heap = Optional.of(snapshot);
            types = typeNames;
            return this;
        }

        Parts cycles(GcHistory history) {
            cycles = SavedCycles.of(history);
            nanos = Math.max(nanos, cycles.stream().mapToLong(GcCycle::endNanos).max().orElse(0));
            return this;
        }

        Parts stacks(SavedStacks found) {
            stacks = Optional.of(found.snapshot());
            words = found.words();
            return this;
        }

        /// How the program ended, as far as the lines say that stand above its stacks.
        Parts ended(List<String> headLines) {
            String fatal = "fatal error: ";
            String all = String.join("\n", headLines);
            outcome =
                    headLines.stream()
                            .filter(l -> l.startsWith(fatal))
                            .findFirst()
                            .map(l ->
                                    (RunOutcome)
                                            new RunOutcome.Fatal(
                                                    2, l.substring(fatal.length()), all))
                            .or(() ->
                                    headLines.stream()
                                            .filter(l -> l.startsWith("panic: "))
                                            .findFirst()
                                            .map(l -> new RunOutcome.Panicked(2, all)));
            return this;
        }

        SavedPicture made() {
            var picture =
                    new RunPicture(
                            -IDS.incrementAndGet(),
                            name,
                            RunState.ENDED,
                            outcome,
                            nanos,
                            RunOptions.DEFAULT,
                            timeline.gomaxprocs(),
                            100,
                            timeline,
                            heap,
                            cycles,
                            utilization.or(() -> MutatorCurve.of(cycles, nanos)),
                            stacks,
                            Map.of(),
                            Optional.empty(),
                            Optional.empty(),
                            0,
                            Optional.empty(),
                            types,
                            sites,
                            words);
            return new SavedPicture(
                    picture,
                    !timeline.lanes().isEmpty(),
                    heap.isPresent(),
                    !cycles.isEmpty(),
                    stacks.filter(s -> !s.goroutines().isEmpty()).isPresent());
        }
    }
}
