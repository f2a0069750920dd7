package org.gorrery.compiler.escape;

import java.util.Arrays;

/// Places that hold pointers, and which may come from which.
///
/// A node is a local, an object (its contents as one), a result, or the heap. An edge says that the value of `to` may be the value of
/// `from`, followed `derefs` times; −1 is the address of `from` itself.
///
/// Guard: one compilation, one thread.
final class FlowGraph {
    /// The node of everything that lives on: heap, package variables, unknown code.
    static final int HEAP = 0;

    private int nodes = 1;
    private int[] first = new int[256];
    private int[] next = new int[512];
    private int[] from = new int[512];
    private byte[] derefs = new byte[512];
    private int edges = 1;

    /// Makes that many nodes and returns the first.
    int add(int count) {
        int at = nodes;
        nodes += count;
        if (nodes > first.length) {
            first = Arrays.copyOf(first, Math.max(nodes, 2 * first.length));
        }
        return at;
    }

    /// Number of nodes.
    int size() {
        return nodes;
    }

    /// Adds an edge. More than a few dereferences count as a few: all that matters is how little is followed.
    void flow(int to, int source, int followed) {
        if (to == source && followed >= 0) {
            return;
        }
        if (edges == next.length) {
            next = Arrays.copyOf(next, 2 * edges);
            from = Arrays.copyOf(from, 2 * edges);
            derefs = Arrays.copyOf(derefs, 2 * edges);
        }
        next[edges] = first[to];
        from[edges] = source;
        derefs[edges] = (byte) Math.min(followed, 9);
        first[to] = edges++;
    }

    /// The first edge into a node, 0 for none.
    int firstEdge(int node) {
        return first[node];
    }

    /// The next edge into the same node, 0 for none.
    int nextEdge(int edge) {
        return next[edge];
    }

    /// Where an edge comes from.
    int source(int edge) {
        return from[edge];
    }

    /// How often an edge follows pointers.
    int followed(int edge) {
        return derefs[edge];
    }
}
