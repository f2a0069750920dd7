package org.gorrery.formats.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.gorrery.formats.input.LongIndex;

/// The table of functions by their own (flat) and accumulated (cum) values, as `go tool pprof -top` gives it.
///
/// flat of a frame is the sum of samples whose innermost line it is; cum counts a sample once however often the frame
/// occurs in it. Rows are ordered by the absolute flat (or cum) value, then by name.
///
/// @param rows the table, in order
/// @param total sum of the absolute values of all samples; of the subtracted ones alone where the profile is a diff
///     that keeps its base
/// @param type what the values measure
/// @param dropped frames left out for being below [Options#nodeFraction]
/// @param cutoff the share of the total below which frames were left out
/// @param found frames before [Options#nodeCount] cut the table
public record TopTable(
        List<Row> rows, long total, ValueType type, int dropped, long cutoff, int found) {
    /// Copies the list.
    public TopTable {
        rows = List.copyOf(rows);
    }

    /// Whether a frame was inlined into its callers.
    public enum Inlining {
        /// Never.
        NONE,
        /// Into some callers.
        PARTIAL,
        /// Wherever it occurs.
        ALL
    }

    /// One line of the table.
    ///
    /// @param name the frame as shown
    /// @param flat value of samples that ended in it
    /// @param cum value of samples it occurs in
    /// @param inlining whether it was inlined
    public record Row(String name, long flat, long cum, Inlining inlining) {}

    /// What to show.
    ///
    /// @param sampleType index of the sample type
    /// @param granularity what counts as one row
    /// @param byCum whether cum decides the order
    /// @param nodeFraction rows with a cum below this share of all flat values are left out; 0 keeps all
    /// @param nodeCount most rows kept; 0 keeps all
    /// @param edgeFraction calls of less than this share do not count for [Inlining]
    /// @param mean whether values are divided by those of the first sample type
    /// @param dropNegative whether rows with a negative value are left out
    public record Options(
            int sampleType,
            Granularity granularity,
            boolean byCum,
            double nodeFraction,
            int nodeCount,
            double edgeFraction,
            boolean mean,
            boolean dropNegative) {
        /// Makes options that show plain values of every sign.
        ///
        /// @param sampleType index of the sample type
        /// @param granularity what counts as one row
        /// @param byCum whether cum decides the order
        /// @param nodeFraction rows with a smaller share are left out
        /// @param nodeCount most rows kept; 0 keeps all
        public Options(
                int sampleType,
                Granularity granularity,
                boolean byCum,
                double nodeFraction,
                int nodeCount) {
            this(sampleType, granularity, byCum, nodeFraction, nodeCount, 0.001, false, false);
        }

        /// Makes the options of `go tool pprof -top`: functions, by flat, at least 0.5 %.
        ///
        /// @param sampleType index of the sample type
        /// @return the options
        public static Options of(int sampleType) {
            return new Options(sampleType, Granularity.FUNCTIONS, false, 0.005, 0);
        }

        /// Makes options that leave nothing out.
        ///
        /// @param sampleType index of the sample type
        /// @return the options
        public static Options everything(int sampleType) {
            return new Options(sampleType, Granularity.FUNCTIONS, false, 0, 0);
        }
    }

    /// Computes the table.
    ///
    /// @param profile the profile, filtered as wanted
    /// @param options what to show
    /// @return the table
    public static TopTable of(Profile profile, Options options) {
        return of(profile, profile, options);
    }

    /// Computes the table of a filtered profile, with percentages of the whole one.
    ///
    /// @param shown the filtered profile
    /// @param whole the profile before filtering
    /// @param options what to show
    /// @return the table
    public static TopTable of(Profile shown, Profile whole, Options options) {
        var frames = new ProfileFrames(shown, options.granularity());
        long total = magnitude(whole, options.sampleType());
        if (options.mean()) {
            long divisor = count(whole);
            total = divisor == 0 ? total : total / divisor;
        }
        return new Sum(frames, options).table(total);
    }

    /// Adds the samples up.
    private static final class Sum {
        private final ProfileFrames frames;
        private final Profile profile;
        private final Options options;
        private final long[] flat;
        private final long[] cum;
        private final boolean[] touched;
        private final long[] flatCount;
        private final long[] cumCount;

        Sum(ProfileFrames frames, Options options) {
            this.frames = frames;
            this.profile = frames.profile();
            this.options = options;
            int n = frames.table().size();
            flat = new long[n];
            cum = new long[n];
            touched = new boolean[n];
            boolean mean = options.mean();
            flatCount = new long[mean ? n : 0];
            cumCount = new long[mean ? n : 0];
            addAll();
            if (mean) {
                addCounts();
            }
        }

        private void addAll() {
            int type = options.sampleType();
            int[] seenAt = new int[flat.length];
            Arrays.fill(seenAt, -1);
            for (int s = 0; s < profile.samples(); s++) {
                long value = profile.value(s, type);
                if (value == 0) {
                    continue;
                }
                int depth = profile.depth(s);
                for (int i = 0; i < depth; i++) {
                    int loc = profile.location(s, i);
                    int lines = frames.count(loc);
                    for (int j = 0; j < lines; j++) {
                        int f = frames.frame(loc, j);
                        if (i == 0 && j == 0) {
                            flat[f] += value;
                        }
                        if (seenAt[f] != s) {
                            seenAt[f] = s;
                            cum[f] += value;
                            touched[f] = true;
                        }
                    }
                }
            }
        }

        /// Adds up the first sample type, by which means divide.
        private void addCounts() {
            int[] seenAt = new int[flat.length];
            Arrays.fill(seenAt, -1);
            for (int s = 0; s < profile.samples(); s++) {
                long count = profile.value(s, 0);
                if (count == 0 && profile.value(s, options.sampleType()) == 0) {
                    continue;
                }
                for (int i = 0; i < profile.depth(s); i++) {
                    int loc = profile.location(s, i);
                    for (int j = 0; j < frames.count(loc); j++) {
                        int f = frames.frame(loc, j);
                        flatCount[f] += i == 0 && j == 0 ? count : 0;
                        cumCount[f] += seenAt[f] == s ? 0 : count;
                        seenAt[f] = s;
                        touched[f] = true;
                    }
                }
            }
        }

        private long flatValue(int f) {
            return flatCount.length == 0 || flatCount[f] == 0 ? flat[f] : flat[f] / flatCount[f];
        }

        private long cumValue(int f) {
            return cumCount.length == 0 || cumCount[f] == 0 ? cum[f] : cum[f] / cumCount[f];
        }

        TopTable table(long total) {
            long flatSum = 0;
            for (long v : flat) {
                flatSum += v;
            }
            long cutoff = Math.abs((long) (flatSum * options.nodeFraction()));
            var kept = new ArrayList<Integer>();
            int dropped = 0;
            for (int f = 0; f < flat.length; f++) {
                if (touched(f) && Math.abs(cum[f]) >= cutoff) {
                    kept.add(f);
                } else if (touched(f)) {
                    dropped++;
                }
            }
            kept.sort(order());
            int found = kept.size();
            List<Integer> shown =
                    options.nodeCount() > 0 && found > options.nodeCount()
                            ? kept.subList(0, options.nodeCount())
                            : kept;
            Inlining[] inlining =
                    inlining(shown, Math.abs((long) (flatSum * options.edgeFraction())));
            var rows = new ArrayList<Row>(shown.size());
            for (int f : shown) {
                rows.add(new Row(frames.table().name(f), flatValue(f), cumValue(f), inlining[f]));
            }
            ValueType type =
                    profile.head().sampleTypes().isEmpty()
                            ? ValueType.NONE
                            : profile.head().sampleTypes().get(options.sampleType());
            long share = Math.abs((long) (total * options.nodeFraction()));
            return new TopTable(rows, total, type, dropped, share, found);
        }

        private boolean touched(int f) {
            boolean negative = flat[f] < 0 || flat[f] == 0 && cum[f] < 0;
            return touched[f]
                    && (cum[f] != 0 || flat[f] != 0)
                    && !(negative && options.dropNegative());
        }

        private Comparator<Integer> order() {
            long[] first = options.byCum() ? cum : flat;
            long[] second = options.byCum() ? flat : cum;
            FrameTable table = frames.table();
            return (a, b) -> {
                int c = Long.compare(Math.abs(first[b]), Math.abs(first[a]));
                if (c == 0) {
                    c = compareBytes(table.name(a), table.name(b));
                }
                return c != 0 ? c : Long.compare(Math.abs(second[b]), Math.abs(second[a]));
            };
        }

        /// Tells for each kept frame whether the call edges to it are inlined ones; edges of next to no value do not count.
        private Inlining[] inlining(List<Integer> shown, long edgeCutoff) {
            Inlining[] result = new Inlining[flat.length];
            Arrays.fill(result, Inlining.NONE);
            boolean[] keep = new boolean[flat.length];
            for (int f : shown) {
                keep[f] = true;
            }
            boolean[] inlined = new boolean[flat.length];
            boolean[] called = new boolean[flat.length];
            for (Edge e : anyInlined() ? callEdges(keep) : List.<Edge>of()) {
                if (Math.abs(e.weight) >= edgeCutoff) {
                    (e.inlined ? inlined : called)[e.callee] = true;
                }
            }
            for (int f = 0; f < result.length; f++) {
                if (inlined[f]) {
                    result[f] = called[f] ? Inlining.PARTIAL : Inlining.ALL;
                }
            }
            return result;
        }

        /// A call from one kept frame to another: its value, whether it was inlined wherever seen, where last seen.
        private static final class Edge {
            final int callee;
            long weight;
            boolean inlined = true;
            int lastSample = -1;

            Edge(int callee) {
                this.callee = callee;
            }
        }

        private boolean anyInlined() {
            for (int loc = 0; loc < profile.locations(); loc++) {
                if (frames.count(loc) > 1) {
                    return true;
                }
            }
            return false;
        }

        private List<Edge> callEdges(boolean[] keep) {
            var index = new LongIndex(1024);
            var edges = new ArrayList<Edge>();
            for (int s = 0; s < profile.samples(); s++) {
                long value = profile.value(s, options.sampleType());
                int caller = -1;
                for (int i = value == 0 ? -1 : profile.depth(s) - 1; i >= 0; i--) {
                    int loc = profile.location(s, i);
                    int lines = frames.count(loc);
                    for (int j = lines - 1; j >= 0; j--) {
                        int f = frames.frame(loc, j);
                        if (!keep[f]) {
                            continue;
                        }
                        if (caller >= 0 && caller != f) {
                            long key = (long) caller << 32 | f;
                            int known = index.get(key);
                            if (known < 0) {
                                known = edges.size();
                                index.put(key, known);
                                edges.add(new Edge(f));
                            }
                            Edge e = edges.get(known);
                            if (e.lastSample != s) {
                                e.lastSample = s;
                                e.weight += value;
                                e.inlined &= j != lines - 1;
                            }
                        }
                        caller = f;
                    }
                }
            }
            return edges;
        }
    }

    /// Adds up the absolute values of a type; where some samples are the kept base of a diff, of those alone.
    ///
    /// @param profile the profile
    /// @param type index of the sample type
    /// @return the total that percentages refer to
    public static long magnitude(Profile profile, int type) {
        long total = 0;
        long base = 0;
        for (int s = 0; s < profile.samples(); s++) {
            long v = Math.abs(profile.value(s, type));
            total += v;
            if (profile.isBase(s)) {
                base += v;
            }
        }
        return base > 0 ? base : total;
    }

    /// Adds up the first sample type, as [#magnitude] does; of a kept base alone where there is one.
    private static long count(Profile profile) {
        long total = 0;
        long base = 0;
        boolean anyBase = false;
        for (int s = 0; s < profile.samples(); s++) {
            total += profile.value(s, 0);
            if (profile.isBase(s)) {
                anyBase = true;
                base += profile.value(s, 0);
            }
        }
        return anyBase ? base : total;
    }

    /// Compares as UTF-8 bytes would, which is how Go orders strings.
    ///
    /// @param a one text
    /// @param b the other
    /// @return negative, zero or positive
    static int compareBytes(String a, String b) {
        int n = Math.min(a.length(), b.length());
        for (int i = 0; i < n; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean sx = Character.isSurrogate(x);
                boolean sy = Character.isSurrogate(y);
                return sx == sy ? Character.compare(x, y) : sx ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
