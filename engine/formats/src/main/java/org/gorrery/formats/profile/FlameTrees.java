package org.gorrery.formats.profile;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Makes flame trees of saved profiles.
public final class FlameTrees {
    private final FlameOptions options;
    private final FrameTable.Builder shared = new FrameTable.Builder();
    private final FlameTreeBuilder builder;
    private int[] raw = new int[128];
    private int[] edited = new int[128];

    private FlameTrees(FlameOptions options) {
        this.options = options;
        this.builder = options.inTime() ? FlameTreeBuilder.inTime() : new FlameTreeBuilder();
    }

    /// Makes the tree of one profile.
    ///
    /// @param profile the profile, filtered as wanted
    /// @param options what to show and how
    /// @return the tree
    public static FlameTree of(Profile profile, FlameOptions options) {
        var trees = new FlameTrees(options);
        trees.add(profile, options.sampleType(), false, 1);
        return trees.builder.build(trees.shared.build(), options.order());
    }

    /// Makes the tree of a profile with the totals of another one beside it.
    ///
    /// @param profile the profile that gives the widths
    /// @param base the profile to compare with
    /// @param options what to show and how; the sample type is looked up in the base by name
    /// @param normalize whether the base is scaled so that both have the same total
    /// @return a tree with [FlameTree#isDiff]
    public static FlameTree diff(
            Profile profile, Profile base, FlameOptions options, boolean normalize) {
        var trees = new FlameTrees(options);
        int type = options.sampleType();
        int named = base.head().indexOf(profile.head().sampleTypes().get(type).type());
        int baseType = named < 0 ? Math.min(type, base.head().sampleTypes().size() - 1) : named;
        long baseTotal = base.total(baseType);
        double scale = normalize && baseTotal != 0 ? (double) profile.total(type) / baseTotal : 1;
        trees.add(profile, type, false, 1);
        trees.add(base, baseType, true, scale);
        return trees.builder.build(trees.shared.build(), options.order());
    }

    private void add(Profile profile, int type, boolean asBase, double scale) {
        var frames = new ProfileFrames(profile, options.granularity());
        FrameTable own = frames.table();
        int[] ids = new int[own.size()];
        Edits edits = new Edits(own, options);
        for (int f = 0; f < ids.length; f++) {
            ids[f] = shared.id(own.frame(f));
        }
        int samples = profile.samples();
        for (int s = 0; s < samples; s++) {
            long value = profile.value(s, type);
            if (value == 0) {
                continue;
            }
            raw = frames.stack(s, raw);
            int depth = frames.depth(s);
            if (edited.length < depth) {
                edited = new int[depth * 2];
            }
            int n = edits.rootFirst(raw, depth, edited);
            if (n < 0) {
                continue;
            }
            for (int i = 0; i < n; i++) {
                edited[i] = ids[edited[i]];
            }
            if (options.inverted()) {
                reverse(edited, n);
            }
            if (asBase) {
                builder.addBaseRootFirst(edited, n, scale == 1 ? value : Math.round(value * scale));
            } else {
                builder.addRootFirst(edited, n, value);
            }
        }
    }

    private static void reverse(int[] a, int n) {
        for (int i = 0, j = n - 1; i < j; i++, j--) {
            int t = a[i];
            a[i] = a[j];
            a[j] = t;
        }
    }

    /// The changes that options ask for, applied to one stack after the other.
    private static final class Edits {
        private final boolean[] merged;
        private final boolean[] dropped;
        private final boolean[] collapsed;
        private final boolean collapseRecursion;
        private final Map<Integer, Integer> seen = new HashMap<>();

        Edits(FrameTable table, FlameOptions options) {
            merged = lookup(table, options.merged());
            dropped = lookup(table, options.dropped());
            collapsed = lookup(table, options.collapsed());
            collapseRecursion = options.collapseRecursion();
        }

        private static boolean[] lookup(FrameTable table, Set<String> names) {
            boolean[] result = new boolean[names.isEmpty() ? 0 : table.size()];
            for (int i = 0; i < result.length; i++) {
                result[i] = names.contains(table.name(i));
            }
            return result;
        }

        /// Turns a leaf-first stack into an edited root-first one.
        ///
        /// @return its length, or -1 when the sample is dropped
        int rootFirst(int[] leafFirst, int depth, int[] into) {
            int n = 0;
            seen.clear();
            for (int i = depth - 1; i >= 0; i--) {
                int f = leafFirst[i];
                if (dropped.length > 0 && dropped[f]) {
                    return -1;
                }
                if (merged.length > 0 && merged[f]) {
                    continue;
                }
                if (collapseRecursion) {
                    Integer at = seen.putIfAbsent(f, n);
                    if (at != null) {
                        n = at + 1;
                        int kept = n;
                        seen.values().removeIf(v -> v >= kept);
                        continue;
                    }
                }
                into[n++] = f;
                if (collapsed.length > 0 && collapsed[f]) {
                    break;
                }
            }
            return n;
        }
    }
}
