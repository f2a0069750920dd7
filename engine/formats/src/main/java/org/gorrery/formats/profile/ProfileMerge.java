package org.gorrery.formats.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Adds profiles up, or subtracts one from another; equal stacks with equal labels become one sample.
///
/// Functions, locations and mappings are joined by what they say, not by their ids, so profiles of different runs of
/// one program merge. Samples that come to nothing are left out.
public final class ProfileMerge {
    private final ProfileBuilder builder = new ProfileBuilder();
    private final Map<Object, Integer> mappingIds = new HashMap<>();
    private final Map<Object, Integer> functionIds = new HashMap<>();
    private final Map<Object, Integer> locationIds = new HashMap<>();
    private final Map<SampleKey, long[]> samples = new java.util.LinkedHashMap<>();

    private record FunctionKey(String name, String systemName, String file, long startLine) {}

    private record MappingKey(long size, long offset, String identity) {}

    private record LocationKey(long address, int mapping, List<Long> lines, boolean folded) {}

    private record SampleKey(List<Integer> stack, List<Profile.Label> labels) {}

    private ProfileMerge() {}

    /// Adds profiles up. They must have the same sample types in the same order.
    ///
    /// @param profiles at least one
    /// @return the sum; earliest time, longest period, summed duration
    /// @throws IllegalArgumentException when sample types differ, saying how
    public static Profile sum(List<Profile> profiles) {
        var merge = new ProfileMerge();
        Profile first = profiles.getFirst();
        for (Profile p : profiles) {
            compatible(first, p);
            merge.add(p, new double[0], 1, false);
        }
        return merge.build(headOf(profiles));
    }

    /// Subtracts a base.
    ///
    /// @param profile the later profile
    /// @param base what to subtract
    /// @param normalize whether the profile is scaled first so that its totals equal the base's
    /// @param keepBase whether the subtracted samples stay apart under the label [Profile.Label#BASE_KEY], so that
    ///     percentages refer to the base (`-diff_base`); otherwise equal stacks cancel (`-base`)
    /// @return the difference
    /// @throws IllegalArgumentException when sample types differ, saying how
    public static Profile diff(Profile profile, Profile base, boolean normalize, boolean keepBase) {
        compatible(profile, base);
        var merge = new ProfileMerge();
        merge.add(profile, normalize ? ratios(profile, base) : new double[0], 1, false);
        merge.add(base, new double[0], -1, keepBase);
        return merge.build(headOf(List.of(profile, base)));
    }

    private static double[] ratios(Profile profile, Profile base) {
        double[] r = new double[profile.head().sampleTypes().size()];
        for (int t = 0; t < r.length; t++) {
            long own = profile.total(t);
            r[t] = own == 0 ? 0 : (double) base.total(t) / own;
        }
        return r;
    }

    private static void compatible(Profile a, Profile b) {
        if (!a.head().sampleTypes().equals(b.head().sampleTypes())) {
            throw new IllegalArgumentException(
                    "profiles measure different things: "
                            + a.head().sampleTypes()
                            + " and "
                            + b.head().sampleTypes());
        }
    }

    private static ProfileHead headOf(List<Profile> profiles) {
        ProfileHead first = profiles.getFirst().head();
        long time = 0;
        long duration = 0;
        long period = 0;
        String defaultType = "";
        var comments = new ArrayList<String>();
        for (Profile p : profiles) {
            ProfileHead h = p.head();
            if (time == 0 || h.timeNanos() != 0 && h.timeNanos() < time) {
                time = h.timeNanos();
            }
            duration += h.durationNanos();
            period = Math.max(period, h.period());
            defaultType = defaultType.isEmpty() ? h.defaultSampleType() : defaultType;
            h.comments().stream().filter(c -> !comments.contains(c)).forEach(comments::add);
        }
        return new ProfileHead(
                first.sampleTypes(),
                defaultType,
                first.periodType(),
                period,
                time,
                duration,
                comments,
                first.dropFrames(),
                first.keepFrames(),
                first.docUrl());
    }

    private void add(Profile p, double[] ratios, int sign, boolean asBase) {
        int[] locations = new int[p.locations()];
        Arrays.fill(locations, -1);
        for (int s = 0; s < p.samples(); s++) {
            long[] values = ProfileBuilder.valuesOf(p, s);
            for (int t = 0; t < values.length; t++) {
                values[t] =
                        sign * (ratios.length == 0 ? values[t] : Math.round(values[t] * ratios[t]));
            }
            if (isZero(values)) {
                continue;
            }
            Integer[] stack = new Integer[p.depth(s)];
            for (int i = 0; i < stack.length; i++) {
                int loc = p.location(s, i);
                if (locations[loc] < 0) {
                    locations[loc] = location(p, loc);
                }
                stack[i] = locations[loc];
            }
            add(new SampleKey(List.of(stack), labels(p, s, asBase)), values);
        }
    }

    private void add(SampleKey key, long[] values) {
        long[] known = samples.putIfAbsent(key, values);
        if (known != null) {
            for (int t = 0; t < values.length; t++) {
                known[t] += values[t];
            }
        }
    }

    private static List<Profile.Label> labels(Profile p, int s, boolean asBase) {
        List<Profile.Label> labels = new ArrayList<>(p.labels(s));
        if (asBase) {
            labels.removeIf(l -> l.key().equals(Profile.Label.BASE_KEY));
            labels.add(new Profile.Label(Profile.Label.BASE_KEY, "true", 0, ""));
        }
        labels.sort(
                java.util.Comparator.comparing(Profile.Label::key)
                        .thenComparing(l -> l.text() == null ? "" : l.text())
                        .thenComparing(Profile.Label::number));
        return labels;
    }

    private static boolean isZero(long[] values) {
        for (long v : values) {
            if (v != 0) {
                return false;
            }
        }
        return true;
    }

    private int location(Profile p, int loc) {
        int mapping = p.mapping(loc) < 0 ? -1 : mapping(p.mappings().get(p.mapping(loc)));
        long start = p.mapping(loc) < 0 ? 0 : p.mappings().get(p.mapping(loc)).start();
        var lines = new ArrayList<Long>();
        for (int i = 0; i < p.lines(loc); i++) {
            lines.add((long) function(p, p.function(loc, i)));
            lines.add(p.line(loc, i));
            lines.add((long) p.column(loc, i));
        }
        long address = p.address(loc);
        var key =
                new LocationKey(address == 0 ? 0 : address - start, mapping, lines, p.folded(loc));
        Integer known = locationIds.get(key);
        if (known != null) {
            return known;
        }
        int id = builder.location(address, mapping, p.folded(loc));
        for (int i = 0; i < lines.size(); i += 3) {
            builder.line(
                    (int) (long) lines.get(i), lines.get(i + 1), (int) (long) lines.get(i + 2));
        }
        locationIds.put(key, id);
        return id;
    }

    private int mapping(Mapping m) {
        long size = m.limit() - m.start() + 0xfff & ~0xfffL;
        var key =
                new MappingKey(
                        size, m.fileOffset(), m.buildId().isEmpty() ? m.file() : m.buildId());
        return mappingIds.computeIfAbsent(key, k -> builder.mapping(m));
    }

    private int function(Profile p, int f) {
        var key =
                new FunctionKey(p.functionName(f), p.systemName(f), p.fileName(f), p.startLine(f));
        return functionIds.computeIfAbsent(
                key,
                k ->
                        builder.function(
                                builder.string(p.functionName(f)),
                                builder.string(p.systemName(f)),
                                builder.string(p.fileName(f)),
                                p.startLine(f)));
    }

    private Profile build(ProfileHead head) {
        for (Map.Entry<SampleKey, long[]> e : samples.entrySet()) {
            if (isZero(e.getValue())) {
                continue;
            }
            int[] stack = e.getKey().stack().stream().mapToInt(Integer::intValue).toArray();
            builder.sample(stack, stack.length, e.getValue());
            for (Profile.Label l : e.getKey().labels()) {
                @Nullable String text = l.text();
                builder.label(l.key(), text, l.number(), l.unit());
            }
        }
        return builder.build(head);
    }
}
