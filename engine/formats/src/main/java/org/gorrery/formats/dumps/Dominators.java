package org.gorrery.formats.dumps;

import java.util.Arrays;
import java.util.List;
import org.gorrery.formats.input.Growing;

/// Which object keeps which alive: the dominator tree of a dumped heap, and the bytes that each object retains.
///
/// An object dominates another when every path from the roots to the other leads through it; what it dominates, itself
/// included, would become garbage with it. Roots are the data and bss segments, the frames of goroutines and the other
/// roots of the dump, all hanging on one node above. Source: Cooper, Harvey, Kennedy, "A Simple, Fast Dominance
/// Algorithm".
public final class Dominators {
    private static final int UNREACHED = -1;

    private final HeapDump dump;
    private final int[] parent;
    private final long[] retained;
    private final int reachable;

    private Dominators(HeapDump dump, int[] parent, long[] retained, int reachable) {
        this.dump = dump;
        this.parent = parent;
        this.retained = retained;
        this.reachable = reachable;
    }

    /// The depth-first walk: nodes by their number in postorder, and for each the nodes that point to it.
    private static final class Walk {
        final HeapDump dump;
        final int n;
        final int[] post;
        final int[] order;
        int visited;

        Walk(HeapDump dump) {
            this.dump = dump;
            this.n = dump.size();
            this.post = new int[n];
            this.order = new int[n];
            Arrays.fill(post, UNREACHED);
        }

        /// Visits everything that a root reaches, without recursion: heaps hold lists of millions.
        void from(int root) {
            if (post[root] != UNREACHED) {
                return;
            }
            var stack = new Growing.Ints(1024);
            var slot = new Growing.Ints(1024);
            stack.add(root);
            slot.add(0);
            post[root] = Integer.MAX_VALUE;
            while (stack.size() > 0) {
                int top = stack.size() - 1;
                int o = stack.get(top);
                int s = slot.get(top);
                if (s == dump.pointerSlots(o)) {
                    order[visited] = o;
                    post[o] = visited++;
                    stack.truncate(top);
                    slot.truncate(top);
                    continue;
                }
                slot.set(top, s + 1);
                int to = dump.objectAt(dump.pointer(o, s));
                if (to >= 0 && post[to] == UNREACHED) {
                    post[to] = Integer.MAX_VALUE;
                    stack.add(to);
                    slot.add(0);
                }
            }
        }
    }

    /// Computes the tree. Time grows about linearly with the pointers of the heap.
    ///
    /// @param dump the heap
    /// @return its dominators
    public static Dominators of(HeapDump dump) {
        int[] roots = roots(dump);
        var walk = new Walk(dump);
        for (int r : roots) {
            walk.from(r);
        }
        int n = walk.visited;
        int[][] preds = predecessors(walk);
        int[] idom = new int[n + 1]; // node n is the one above all roots
        Arrays.fill(idom, UNREACHED);
        idom[n] = n;
        boolean[] isRoot = new boolean[n];
        for (int r : roots) {
            isRoot[walk.post[r]] = true;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int v = n - 1; v >= 0; v--) {
                int best = isRoot[v] ? n : UNREACHED;
                for (int k = preds[0][v]; k < preds[0][v + 1]; k++) {
                    int p = preds[1][k];
                    if (idom[p] != UNREACHED) {
                        best = best == UNREACHED ? p : meet(idom, best, p);
                    }
                }
                if (idom[v] != best) {
                    idom[v] = best;
                    changed = true;
                }
            }
        }
        return finished(dump, walk, idom);
    }

    private static int meet(int[] idom, int a, int b) {
        int x = a;
        int y = b;
        while (x != y) {
            while (x < y) {
                x = idom[x];
            }
            while (y < x) {
                y = idom[y];
            }
        }
        return x;
    }

    /// {@return starts by node, and the nodes that point to each, both in postorder numbers}
    private static int[][] predecessors(Walk walk) {
        int n = walk.visited;
        int[] start = new int[n + 2];
        eachEdge(walk, (from, to) -> start[to + 2]++);
        for (int v = 2; v < start.length; v++) {
            start[v] += start[v - 1];
        }
        int[] from = new int[start[n + 1]];
        eachEdge(walk, (a, to) -> from[start[to + 1]++] = a);
        return new int[][] {start, from};
    }

    /// Takes edges between nodes.
    private interface Edges {
        void edge(int from, int to);
    }

    private static void eachEdge(Walk walk, Edges edges) {
        for (int v = 0; v < walk.visited; v++) {
            int o = walk.order[v];
            for (int s = 0; s < walk.dump.pointerSlots(o); s++) {
                int to = walk.dump.objectAt(walk.dump.pointer(o, s));
                if (to >= 0) {
                    edges.edge(v, walk.post[to]);
                }
            }
        }
    }

    private static Dominators finished(HeapDump dump, Walk walk, int[] idom) {
        int n = walk.visited;
        long[] sum = new long[n + 1];
        int[] parent = new int[dump.size()];
        long[] retained = new long[dump.size()];
        Arrays.fill(parent, UNREACHED);
        for (int v = 0; v < n; v++) { // children have smaller numbers than what dominates them
            int o = walk.order[v];
            sum[v] += dump.bytes(o);
            sum[idom[v]] += sum[v];
            retained[o] = sum[v];
            parent[o] = idom[v] == n ? UNREACHED : walk.order[idom[v]];
        }
        return new Dominators(dump, parent, retained, n);
    }

    /// Finds the objects that roots point to.
    private static int[] roots(HeapDump dump) {
        var found = new Growing.Ints(256);
        add(dump, dump.data(), found);
        add(dump, dump.bss(), found);
        for (HeapDump.DumpedGoroutine g : dump.goroutines()) {
            for (HeapDump.DumpedFrame f : g.frames()) {
                f.pointers().forEach(p -> add(dump, p, found));
            }
        }
        dump.otherRoots().forEach(p -> add(dump, p, found));
        return found.toArray();
    }

    private static void add(
            HeapDump dump, HeapDump.@org.jspecify.annotations.Nullable Segment s, Growing.Ints to) {
        if (s != null) {
            s.pointers().forEach(p -> add(dump, p, to));
        }
    }

    private static void add(HeapDump dump, long pointer, Growing.Ints to) {
        int o = dump.objectAt(pointer);
        if (o >= 0) {
            to.add(o);
        }
    }

    /// {@return how many objects a root reaches}
    public int reachable() {
        return reachable;
    }

    /// {@return whether any root reaches an object}
    /// @param object index of the object
    public boolean reached(int object) {
        return retained[object] > 0;
    }

    /// {@return bytes that would become garbage with an object, its own included; 0 when no root reaches it}
    /// @param object index of the object
    public long retainedBytes(int object) {
        return retained[object];
    }

    /// {@return the object that keeps another alive; -1 when a root or several objects do}
    /// @param object index of the object
    public int dominator(int object) {
        return parent[object];
    }

    /// Lists the objects that retain most; one that another of the list dominates is listed too.
    ///
    /// @param count how many at most
    /// @return indices of objects, the most bytes first
    public List<Integer> largest(int count) {
        return java.util.stream.IntStream.range(0, dump.size())
                .filter(this::reached)
                .boxed()
                .sorted((a, b) -> Long.compare(retained[b], retained[a]))
                .limit(count)
                .toList();
    }
}
