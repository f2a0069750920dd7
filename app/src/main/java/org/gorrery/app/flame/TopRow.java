package org.gorrery.app.flame;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.formats.profile.FlameTree;

/// A function with its values, as `go tool pprof -top` has them.
///
/// @param name full name
/// @param flat value that ended in it
/// @param cum value that went through it; where it calls itself, each value once
/// @param before the same in the profile compared with; 0 without one
record TopRow(String name, long flat, long cum, long before) {
    /// How much more goes through it than before.
    long change() {
        return cum - before;
    }

    /// All functions of a tree: by what ended in them or, in a comparison, by how much they changed.
    static List<TopRow> of(FlameTree tree) {
        int frames = tree.frames().size();
        long[] flat = new long[frames];
        long[] cum = new long[frames];
        long[] before = new long[frames];
        int[] open = new int[frames];
        int[] path = new int[tree.maxDepth() + 1];
        int depth = 0;
        for (int n = 1; n < tree.size(); n++) {
            while (depth >= tree.depth(n)) {
                open[path[depth--]]--;
            }
            int f = tree.frame(n);
            path[++depth] = f;
            flat[f] += tree.self(n);
            if (open[f]++ == 0) {
                cum[f] += tree.total(n);
                before[f] += tree.isDiff() ? tree.base(n) : 0;
            }
        }
        var out = new ArrayList<TopRow>();
        for (int f = 0; f < frames; f++) {
            if (cum[f] != 0 || before[f] != 0) {
                out.add(new TopRow(tree.frames().name(f), flat[f], cum[f], before[f]));
            }
        }
        out.sort((a, b) ->
                tree.isDiff()
                        ? Long.compare(Math.abs(b.change()), Math.abs(a.change()))
                        : a.flat() != b.flat()
                                ? Long.compare(b.flat(), a.flat())
                                : Long.compare(b.cum(), a.cum()));
        return out;
    }
}
