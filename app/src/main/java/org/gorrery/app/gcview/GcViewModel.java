package org.gorrery.app.gcview;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gorrery.app.bridge.RunPicture;
import org.gorrery.app.canvas.TextMatch;
import org.gorrery.event.GcCycle;
import org.jspecify.annotations.Nullable;

/// What the GC view shows: pauses, their percentiles and bins, and the cycles behind a bin. Holds no nodes.
final class GcViewModel {
    /// Bins per factor of ten on the axis of pauses.
    static final int BINS_PER_DECADE = 10;

    private List<GcCycle> cycles = List.of();
    private double elapsedNanos = 1;
    private double cpuFraction = -1;
    private int bin = Integer.MIN_VALUE;
    private TextMatch wanted = TextMatch.ALL;
    private @Nullable RunPicture picture;

    /// A pause of one kind.
    ///
    /// @param cycle number of its collection
    record Pause(Kind kind, long nanos, int cycle) {}

    /// What the world was stopped for.
    enum Kind {
        /// Before concurrent marking.
        SWEEP_TERM,
        /// After concurrent marking.
        MARK_TERM,
        /// For a whole collection, as the stop-the-world collector does.
        WHOLE
    }

    /// Takes over what a picture tells.
    ///
    /// @return whether anything changed
    boolean show(RunPicture next) {
        boolean otherRun = picture == null || picture.runId() != next.runId();
        picture = next;
        elapsedNanos = Math.max(1, next.nowNanos());
        cpuFraction = next.memory().map(m -> m.gcCpuFraction()).orElse(-1.0);
        if (otherRun) {
            bin = Integer.MIN_VALUE;
        }
        if (!otherRun && cycles.size() == next.cycles().size()) {
            return false;
        }
        cycles = next.cycles();
        return true;
    }

    List<GcCycle> cycles() {
        return cycles;
    }

    /// All pauses: one per cycle where the world stood still throughout, else the two around marking.
    List<Pause> pauses() {
        return cycles.stream().flatMap(c -> pausesOf(c).stream()).toList();
    }

    static List<Pause> pausesOf(GcCycle c) {
        if (stoppedThroughout(c)) {
            return List.of(new Pause(Kind.WHOLE, c.pauseNanos(), c.number()));
        }
        // A file may tell one of the two only.
        return Stream.of(
                        new Pause(Kind.SWEEP_TERM, c.sweepTermNanos(), c.number()),
                        new Pause(Kind.MARK_TERM, c.markTermNanos(), c.number()))
                .filter(p -> p.nanos() >= 0)
                .toList();
    }

    static boolean stoppedThroughout(GcCycle c) {
        return c.pauseNanos() >= c.sweepTermNanos() + c.markNanos() + c.markTermNanos();
    }

    /// The pause that a share of all pauses does not exceed (nearest rank); 0 without pauses.
    ///
    /// @param share from 0 to 1
    long percentile(double share) {
        long[] sorted = pauses().stream().mapToLong(Pause::nanos).sorted().toArray();
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }

    long totalPauseNanos() {
        return pauses().stream().mapToLong(Pause::nanos).sum();
    }

    /// Share of the time in which the program was not stopped.
    double mutatorShare() {
        return Math.max(0, 1 - totalPauseNanos() / elapsedNanos);
    }

    /// Share of all processor time that collecting took, by the runtime's own figure; -1 where unknown.
    double cpuShare() {
        return cpuFraction;
    }

    /// The bin of a pause: a step of a tenth of a factor of ten.
    static int binOf(long nanos) {
        return (int) Math.floor(Math.log10(Math.max(1, nanos)) * BINS_PER_DECADE + 1e-9);
    }

    /// Where a bin begins, in nanoseconds.
    static double binStart(int bin) {
        return Math.pow(10, (double) bin / BINS_PER_DECADE);
    }

    /// Pauses of a kind in each bin from `first` on.
    int[] histogram(Kind kind, int first, int bins) {
        int[] out = new int[bins];
        for (Pause p : pauses()) {
            int i = binOf(p.nanos()) - first;
            if (p.kind() == kind && i >= 0 && i < bins) {
                out[i]++;
            }
        }
        return out;
    }

    int firstBin() {
        return pauses().stream().mapToInt(p -> binOf(p.nanos())).min().orElse(36) - 1;
    }

    int lastBin() {
        return pauses().stream().mapToInt(p -> binOf(p.nanos())).max().orElse(60) + 1;
    }

    /// Chooses the cycles of one bin; the same bin again, or none, shows all.
    void choose(int next) {
        bin = bin == next ? Integer.MIN_VALUE : next;
    }

    void chooseAll() {
        bin = Integer.MIN_VALUE;
    }

    /// Chooses the next bin that holds a pause.
    void stepBin(int direction) {
        int[] bins =
                pauses().stream().mapToInt(p -> binOf(p.nanos())).distinct().sorted().toArray();
        if (bins.length > 0) {
            int at = Arrays.binarySearch(bins, bin);
            int from = isChosen() ? at : direction > 0 ? -1 : bins.length;
            bin = bins[Math.floorMod(from + direction, bins.length)];
        }
    }

    /// Shows only cycles whose number or trigger contains a text.
    void search(String text) {
        wanted = TextMatch.of(text);
    }

    boolean isSearching() {
        return !wanted.isEmpty();
    }

    private boolean matches(GcCycle c) {
        return wanted.isEmpty()
                || Integer.toString(c.number()).equals(wanted.typed())
                || wanted.test(c.trigger());
    }

    boolean isChosen() {
        return bin != Integer.MIN_VALUE;
    }

    int chosenBin() {
        return bin;
    }

    /// The cycles of the chosen bin, newest first.
    List<GcCycle> shownCycles() {
        return cycles.reversed().stream()
                .filter(this::matches)
                .filter(c ->
                        !isChosen() || pausesOf(c).stream().anyMatch(p -> binOf(p.nanos()) == bin))
                .toList();
    }

    /// Kinds that occur.
    List<Kind> kinds() {
        var all = pauses();
        return Arrays.stream(Kind.values())
                .filter(k -> all.stream().anyMatch(p -> p.kind() == k))
                .toList();
    }
}
