package org.gorrery.compiler.escape;

/// Nodes of a [FlowGraph] that wait, first in first out.
///
/// Guard: one compilation, one thread.
final class NodeQueue {
    private int[] nodes = new int[1 << 10]; // a ring, its size a power of two
    private int head;
    private int count;

    boolean isEmpty() {
        return count == 0;
    }

    void add(int node) {
        if (count == nodes.length) {
            var wider = new int[2 * count];
            System.arraycopy(nodes, head, wider, 0, count - head);
            System.arraycopy(nodes, 0, wider, count - head, head);
            nodes = wider;
            head = 0;
        }
        nodes[head + count & nodes.length - 1] = node;
        count++;
    }

    /// Takes the node that waits longest; there must be one.
    int poll() {
        int node = nodes[head];
        head = head + 1 & nodes.length - 1;
        count--;
        return node;
    }
}
