package org.gorrery.formats.profile;

import java.util.Arrays;
import org.gorrery.formats.input.LongIndex;
import org.gorrery.formats.profile.FlameTree.Order;

/// Grows a [FlameTree] from stacks of frame ids; used for saved profiles and for live samples alike.
///
/// Adding a stack costs one table probe per frame and allocates nothing once the arrays are large enough. Not shared
/// between threads; [#build] may be called again and again while stacks keep coming.
public final class FlameTreeBuilder {
    private static final int MAX_DEPTH = Short.MAX_VALUE;

    private final boolean adjacentOnly;
    private final LongIndex children = new LongIndex(1024);
    private int[] frame = new int[1024];
    private int[] parent = new int[1024];
    private int[] lastChild = new int[1024];
    private long[] self = new long[1024];
    private long[] baseSelf = new long[0];
    private int size = 1;

    /// Starts an empty tree in which equal paths are merged wherever they occur.
    public FlameTreeBuilder() {
        this(false);
    }

    private FlameTreeBuilder(boolean adjacentOnly) {
        this.adjacentOnly = adjacentOnly;
        frame[0] = -1;
        parent[0] = -1;
    }

    /// Starts an empty tree in which only neighbouring equal stacks are merged: the order of time is kept.
    ///
    /// @return the builder
    public static FlameTreeBuilder inTime() {
        return new FlameTreeBuilder(true);
    }

    /// Adds a stack whose first frame is the leaf.
    ///
    /// @param stack frame ids
    /// @param length how many of them count
    /// @param value what the sample is worth
    public void addLeafFirst(int[] stack, int length, long value) {
        int node = 0;
        for (int i = length - 1, deep = 0; i >= 0 && deep < MAX_DEPTH; i--, deep++) {
            node = child(node, stack[i]);
        }
        self[node] += value;
    }

    /// Adds a stack whose first frame is the outermost caller.
    ///
    /// @param stack frame ids
    /// @param length how many of them count
    /// @param value what the sample is worth
    public void addRootFirst(int[] stack, int length, long value) {
        int node = 0;
        int n = Math.min(length, MAX_DEPTH);
        for (int i = 0; i < n; i++) {
            node = child(node, stack[i]);
        }
        self[node] += value;
    }

    /// Adds a stack of the base profile of a comparison; its value does not widen the tree.
    ///
    /// @param stack frame ids, outermost caller first
    /// @param length how many of them count
    /// @param value what the sample is worth in the base
    public void addBaseRootFirst(int[] stack, int length, long value) {
        int node = 0;
        int n = Math.min(length, MAX_DEPTH);
        for (int i = 0; i < n; i++) {
            node = child(node, stack[i]);
        }
        if (baseSelf.length < self.length) {
            baseSelf = Arrays.copyOf(baseSelf, self.length);
        }
        baseSelf[node] += value;
    }

    /// {@return how many nodes there are so far, the root included}
    public int size() {
        return size;
    }

    private int child(int node, int frameId) {
        if (adjacentOnly) {
            int last = lastChild[node];
            return last != 0 && frame[last] == frameId ? last : append(node, frameId);
        }
        long key = (long) node << 32 | frameId & 0xffffffffL;
        int known = children.get(key);
        if (known >= 0) {
            return known;
        }
        int made = append(node, frameId);
        children.put(key, made);
        return made;
    }

    private int append(int node, int frameId) {
        if (size == frame.length) {
            int capacity = size * 2;
            frame = Arrays.copyOf(frame, capacity);
            parent = Arrays.copyOf(parent, capacity);
            lastChild = Arrays.copyOf(lastChild, capacity);
            self = Arrays.copyOf(self, capacity);
            if (baseSelf.length > 0) {
                baseSelf = Arrays.copyOf(baseSelf, capacity);
            }
        }
        frame[size] = frameId;
        parent[size] = node;
        lastChild[node] = size;
        return size++;
    }

    /// Lays the tree out.
    ///
    /// @param frames the table that the frame ids refer to
    /// @param order how siblings are ordered
    /// @return an immutable tree of all stacks added so far
    public FlameTree build(FrameTable frames, Order order) {
        long[] total = sums(self);
        long[] baseTotal =
                baseSelf.length == 0 ? baseSelf : sums(Arrays.copyOf(baseSelf, self.length));
        int[] firstChild = new int[size];
        int[] next = new int[size];
        for (int n = size - 1; n > 0; n--) {
            next[n] = firstChild[parent[n]];
            firstChild[parent[n]] = n;
        }
        if (order != Order.FIRST_SEEN) {
            sort(firstChild, next, order == Order.NAME ? nameRanks(frames) : null, total);
        }
        return layOut(frames, firstChild, next, total, baseTotal);
    }

    private long[] sums(long[] own) {
        long[] total = Arrays.copyOf(own, size);
        for (int n = size - 1; n > 0; n--) {
            total[parent[n]] += total[n];
        }
        return total;
    }

    private static int[] nameRanks(FrameTable frames) {
        Integer[] ids = new Integer[frames.size()];
        Arrays.setAll(ids, i -> i);
        Arrays.sort(ids, (a, b) -> frames.name(a).compareTo(frames.name(b)));
        int[] rank = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            rank[ids[i]] = i;
        }
        return rank;
    }

    private void sort(
            int[] firstChild,
            int[] next,
            int @org.jspecify.annotations.Nullable [] rank,
            long[] total) {
        Integer[] group = new Integer[16];
        for (int n = 0; n < size; n++) {
            int count = 0;
            for (int c = firstChild[n]; c != 0; c = next[c]) {
                if (count == group.length) {
                    group = Arrays.copyOf(group, count * 2);
                }
                group[count++] = c;
            }
            if (count < 2) {
                continue;
            }
            if (rank != null) {
                Arrays.sort(
                        group, 0, count, (a, b) -> Integer.compare(rank[frame[a]], rank[frame[b]]));
            } else {
                Arrays.sort(group, 0, count, (a, b) -> Long.compare(total[b], total[a]));
            }
            firstChild[n] = group[0];
            for (int i = 0; i < count; i++) {
                next[group[i]] = i + 1 < count ? group[i + 1] : 0;
            }
        }
    }

    private FlameTree layOut(
            FrameTable frames, int[] firstChild, int[] next, long[] total, long[] baseTotal) {
        int[] outFrame = new int[size];
        int[] outParent = new int[size];
        int[] outEnd = new int[size];
        short[] outDepth = new short[size];
        long[] outStart = new long[size];
        long[] outTotal = new long[size];
        long[] outSelf = new long[size];
        long[] outBase = new long[baseTotal.length == 0 ? 0 : size];
        int[] open = new int[64];
        int[] placed = new int[64];
        long[] edge = new long[64];
        int level = 0;
        int out = 0;
        int node = 0;
        long left = 0;
        while (true) {
            outFrame[out] = frame[node];
            outParent[out] = level == 0 ? -1 : placed[level - 1];
            outDepth[out] = (short) level;
            outStart[out] = left;
            outTotal[out] = total[node];
            outSelf[out] = self[node];
            if (outBase.length > 0) {
                outBase[out] = baseTotal[node];
            }
            if (level == open.length) {
                open = Arrays.copyOf(open, level * 2);
                placed = Arrays.copyOf(placed, level * 2);
                edge = Arrays.copyOf(edge, level * 2);
            }
            open[level] = node;
            placed[level] = out++;
            edge[level] = left + total[node];
            if (firstChild[node] != 0) {
                node = firstChild[node];
                level++;
                continue;
            }
            outEnd[placed[level]] = out;
            while (level > 0 && next[open[level]] == 0) {
                level--;
                outEnd[placed[level]] = out;
            }
            if (level == 0) {
                break;
            }
            left = edge[level];
            node = next[open[level]];
        }
        return new FlameTree(
                frames, outFrame, outParent, outEnd, outDepth, outStart, outTotal, outSelf,
                outBase);
    }
}
