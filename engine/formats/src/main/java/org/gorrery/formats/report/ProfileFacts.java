package org.gorrery.formats.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gorrery.formats.profile.Granularity;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.profile.Profile.Label;
import org.gorrery.formats.profile.ProfileFrames;
import org.gorrery.formats.profile.ProfileHead;
import org.gorrery.formats.profile.ValueType;

/// The facts of a profile, as `gorrery info --json` gives them.
public final class ProfileFacts {
    private static final int TOP = 8;

    private ProfileFacts() {}

    /// Collects the facts.
    ///
    /// @param profile the profile as the file has it
    /// @return key to value: numbers, strings, lists, maps
    public static Map<String, Object> of(Profile profile) {
        var facts = new LinkedHashMap<String, Object>();
        ProfileHead head = profile.head();
        facts.put("SampleTypes", head.sampleTypes().stream().map(ValueType::toString).toList());
        if (!head.defaultSampleType().isEmpty()) {
            facts.put("DefaultType", head.defaultSampleType());
        }
        facts.put("PeriodType", head.periodType().toString());
        facts.put("Period", head.period());
        facts.put("DurationNanos", head.durationNanos());
        facts.put("TimeNanos", head.timeNanos());
        counts(profile, facts);
        facts.put("Totals", totals(profile));
        labels(profile, facts);
        if (!head.sampleTypes().isEmpty()) {
            tables(profile, facts);
        }
        if (!head.comments().isEmpty()) {
            facts.put("Comments", head.comments());
        }
        return facts;
    }

    private static List<Long> totals(Profile profile) {
        var totals = new ArrayList<Long>();
        for (int t = 0; t < profile.head().sampleTypes().size(); t++) {
            totals.add(profile.total(t));
        }
        return totals;
    }

    private static void counts(Profile p, Map<String, Object> facts) {
        int inlined = 0;
        int maxLines = 0;
        int bare = 0;
        for (int loc = 0; loc < p.locations(); loc++) {
            maxLines = Math.max(maxLines, p.lines(loc));
            inlined += p.lines(loc) > 1 ? 1 : 0;
            bare += p.address(loc) == -1L ? 1 : 0;
        }
        int withStart = 0;
        for (int f = 0; f < p.functions(); f++) {
            withStart += p.startLine(f) != 0 ? 1 : 0;
        }
        var frames = new ProfileFrames(p, Granularity.FUNCTIONS);
        int maxDepth = 0;
        int empty = 0;
        for (int s = 0; s < p.samples(); s++) {
            maxDepth = Math.max(maxDepth, frames.depth(s));
            empty += p.depth(s) == 0 ? 1 : 0;
        }
        facts.put("Samples", p.samples());
        facts.put("Locations", p.locations());
        if (bare > 0) {
            facts.put("LocationsWithoutAddress", bare);
        }
        facts.put("InlinedLocs", inlined);
        facts.put("MaxLines", maxLines);
        facts.put("Functions", p.functions());
        if (withStart > 0) {
            facts.put("FunctionsWithStartLine", withStart);
        }
        facts.put("Mappings", p.mappings().size());
        facts.put("EmptyStacks", empty);
        facts.put("MaxDepth", maxDepth);
    }

    private static void labels(Profile p, Map<String, Object> facts) {
        var texts = new TreeMap<String, Map<String, Long>>();
        var numbers = new TreeMap<String, Long>();
        int type = p.head().defaultIndex();
        for (int s = 0; s < p.samples(); s++) {
            for (Label l : p.labels(s)) {
                if (l.text() != null) {
                    texts.computeIfAbsent(l.key(), k -> new TreeMap<>())
                            .merge(l.text(), p.value(s, type), Long::sum);
                } else {
                    numbers.merge(l.key(), 1L, Long::sum);
                }
            }
        }
        if (!texts.isEmpty()) {
            facts.put("LabelValues", texts);
        }
        if (!numbers.isEmpty()) {
            facts.put("NumLabelKeys", numbers);
        }
    }

    private static void tables(Profile p, Map<String, Object> facts) {
        int type = p.head().defaultIndex();
        var frames = new ProfileFrames(p, Granularity.FUNCTIONS, true);
        facts.put("TopOfType", p.head().sampleTypes().get(type).toString());
        facts.put("TopFlat", top(frames, type, false));
        facts.put("TopCum", top(frames, type, true));
        var roots = new TreeMap<String, Long>();
        for (int s = 0; s < p.samples(); s++) {
            if (p.depth(s) > 0) {
                int loc = p.location(s, p.depth(s) - 1);
                int root = frames.frame(loc, frames.count(loc) - 1);
                roots.merge(frames.table().frame(root).function(), p.value(s, type), Long::sum);
            }
        }
        facts.put("RootFuncs", roots);
    }

    /// The first rows by signed value, frames with nothing but zeros included.
    private static List<Map<String, Object>> top(ProfileFrames frames, int type, boolean byCum) {
        Profile p = frames.profile();
        int n = frames.table().size();
        long[] flat = new long[n];
        long[] cum = new long[n];
        int[] seenAt = new int[n];
        int[] stack = new int[128];
        for (int s = 0; s < p.samples(); s++) {
            long value = p.value(s, type);
            int depth = frames.depth(s);
            stack = frames.stack(s, stack);
            for (int i = 0; i < depth; i++) {
                flat[stack[i]] += i == 0 ? value : 0;
                if (seenAt[stack[i]] != s + 1) {
                    seenAt[stack[i]] = s + 1;
                    cum[stack[i]] += value;
                }
            }
        }
        Comparator<Integer> order =
                Comparator.comparingLong((Integer f) -> byCum ? 0 : -flat[f])
                        .thenComparingLong(f -> -cum[f])
                        .thenComparing(f -> frames.table().frame(f).function());
        return IntStream.range(0, n)
                .filter(f -> seenAt[f] != 0)
                .boxed()
                .sorted(order)
                .limit(TOP)
                .map(f -> row(frames.table().frame(f).function(), flat[f], cum[f]))
                .toList();
    }

    private static Map<String, Object> row(String name, long flat, long cum) {
        var row = new LinkedHashMap<String, Object>();
        row.put("Func", name);
        row.put("Flat", flat);
        row.put("Cum", cum);
        return row;
    }
}
