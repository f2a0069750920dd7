package org.gorrery.formats.profile;

/// A tree seen from one frame: what called it and what it called, each as a tree of its own.
///
/// Made from a tree, so it serves live samples and saved profiles alike. Where the frame occurs within itself only the
/// outermost occurrence counts, so that no value counts twice.
///
/// @param frame id of the frame
/// @param total value that went through it
/// @param self value that ended in it
/// @param callers inverted: the root stands for the frame, its children called it
/// @param callees the root stands for the frame, its children were called by it
public record FlamePivot(int frame, long total, long self, FlameTree callers, FlameTree callees) {
    /// Turns a tree round one of its frames.
    ///
    /// @param tree the tree
    /// @param frame id of the frame in [FlameTree#frames]
    /// @return callers and callees; both empty when no node has the frame
    public static FlamePivot of(FlameTree tree, int frame) {
        var up = new FlameTreeBuilder();
        var down = new FlameTreeBuilder();
        int[] path = new int[tree.maxDepth() + 1];
        long total = 0;
        long self = 0;
        int node = 1;
        while (node < tree.size()) {
            if (tree.frame(node) != frame) {
                node++;
                continue;
            }
            total += tree.total(node);
            int length = 0;
            for (int n = tree.parent(node); n > 0; n = tree.parent(n)) {
                path[length++] = tree.frame(n);
            }
            up.addRootFirst(path, length, tree.total(node));
            self += addBelow(tree, node, down, path);
            node = tree.end(node);
        }
        return new FlamePivot(
                frame,
                total,
                self,
                up.build(tree.frames(), FlameTree.Order.HEAVIEST),
                down.build(tree.frames(), FlameTree.Order.HEAVIEST));
    }

    /// {@return the value that ended in the frame itself, in the top node or where it calls itself}
    private static long addBelow(FlameTree tree, int top, FlameTreeBuilder down, int[] path) {
        int rows = tree.depth(top);
        int frame = tree.frame(top);
        long self = 0;
        for (int n = top; n < tree.end(top); n++) {
            int depth = tree.depth(n) - rows;
            if (depth > 0) {
                path[depth - 1] = tree.frame(n);
            }
            if (tree.self(n) != 0) {
                down.addRootFirst(path, depth, tree.self(n));
                self += tree.frame(n) == frame ? tree.self(n) : 0;
            }
        }
        return self;
    }
}
