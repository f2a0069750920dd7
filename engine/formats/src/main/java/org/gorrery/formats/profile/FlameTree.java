package org.gorrery.formats.profile;

/// A tree of calls with values, laid out for drawing: nodes in preorder, in columns of primitive arrays.
///
/// Node 0 is the root that holds everything (frame -1). The subtree of node `n` is the range `n` to `end(n)`, so that a
/// hit test is a binary search and culling skips a subtree in one step. `start(n)` is the left edge in value units from
/// the left edge of the root. Immutable. A tree made of two profiles also has the totals of the base.
public final class FlameTree {
    private final FrameTable frames;
    private final int[] frame;
    private final int[] parent;
    private final int[] end;
    private final short[] depth;
    private final long[] start;
    private final long[] total;
    private final long[] self;
    private final long[] base;
    private final int maxDepth;

    FlameTree(
            FrameTable frames,
            int[] frame,
            int[] parent,
            int[] end,
            short[] depth,
            long[] start,
            long[] total,
            long[] self,
            long[] base) {
        this.frames = frames;
        this.frame = frame;
        this.parent = parent;
        this.end = end;
        this.depth = depth;
        this.start = start;
        this.total = total;
        this.self = self;
        this.base = base;
        int deepest = 0;
        for (short d : depth) {
            deepest = Math.max(deepest, d);
        }
        this.maxDepth = deepest;
    }

    /// {@return the frames that nodes refer to}
    public FrameTable frames() {
        return frames;
    }

    /// {@return how many nodes there are, the root included}
    public int size() {
        return frame.length;
    }

    /// {@return the frame id of a node; -1 for the root}
    /// @param node index of the node
    public int frame(int node) {
        return frame[node];
    }

    /// {@return the full name of a node; empty for the root}
    /// @param node index of the node
    public String name(int node) {
        return node == 0 ? "" : frames.name(frame[node]);
    }

    /// {@return the caller's node; -1 for the root}
    /// @param node index of the node
    public int parent(int node) {
        return parent[node];
    }

    /// {@return the node after the last one of a subtree}
    /// @param node index of the subtree's top
    public int end(int node) {
        return end[node];
    }

    /// {@return the row of a node; 0 for the root}
    /// @param node index of the node
    public int depth(int node) {
        return depth[node];
    }

    /// {@return the deepest row}
    public int maxDepth() {
        return maxDepth;
    }

    /// {@return the left edge of a node, in value units from the left edge of the root}
    /// @param node index of the node
    public long start(int node) {
        return start[node];
    }

    /// {@return the value of a node with all it called; its width}
    /// @param node index of the node
    public long total(int node) {
        return total[node];
    }

    /// {@return the value of samples that ended in this very node}
    /// @param node index of the node
    public long self(int node) {
        return self[node];
    }

    /// {@return whether this tree compares two profiles}
    public boolean isDiff() {
        return base.length > 0;
    }

    /// {@return the node's total in the base profile, 0 where there is none}
    /// @param node index of the node
    public long base(int node) {
        return base.length == 0 ? 0 : base[node];
    }

    /// Finds the node that covers a place.
    ///
    /// @param row the depth asked for
    /// @param value offset from the left edge of the root, in value units
    /// @return the node, or -1 where that row is empty at that place
    public int find(int row, long value) {
        int node = 0;
        if (value < 0 || value >= total[0]) {
            return -1;
        }
        while (depth[node] < row) {
            int child = node + 1;
            int stop = end[node];
            while (child < stop && start[child] + total[child] <= value) {
                child = end[child];
            }
            if (child >= stop || start[child] > value) {
                return -1;
            }
            node = child;
        }
        return node;
    }

    /// Adds up every occurrence of a set of frames without counting a value twice where they nest.
    ///
    /// @param wanted frame ids that match, as a lookup by id
    /// @return sum of the totals of the outermost matching nodes
    public long matchedTotal(boolean[] wanted) {
        long sum = 0;
        int node = 1;
        while (node < frame.length) {
            if (wanted[frame[node]]) {
                sum += total[node];
                node = end[node];
            } else {
                node++;
            }
        }
        return sum;
    }

    /// {@return the frames from the outermost caller to a node}
    /// @param node index of the node
    public int[] path(int node) {
        int[] result = new int[depth[node]];
        int n = node;
        for (int i = result.length - 1; i >= 0; i--) {
            result[i] = frame[n];
            n = parent[n];
        }
        return result;
    }

    /// {@return bytes that the columns take, for memory estimates}
    public long residentBytes() {
        return (long) frame.length * (4 + 4 + 4 + 2 + 8 + 8 + 8) + base.length * 8L;
    }

    @Override
    public String toString() {
        return "FlameTree["
                + frame.length
                + " nodes, total "
                + total[0]
                + ", depth "
                + maxDepth
                + "]";
    }

    /// How siblings are ordered from left to right.
    public enum Order {
        /// By name, so that two trees are easy to compare.
        NAME,
        /// Largest first.
        HEAVIEST,
        /// As the stacks came; with [FlameTreeBuilder#inTime] only neighbours are merged.
        FIRST_SEEN
    }
}
