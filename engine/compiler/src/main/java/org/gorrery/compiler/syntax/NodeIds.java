package org.gorrery.compiler.syntax;

/// Hands out the dense expression numbers of one package; shared by the parsers of its files, which run one after another. Bodies
/// that are parsed later ([WaitingBody]) have theirs set aside.
public final class NodeIds {
    private final int end;
    private int next;

    /// All numbers from 0.
    public NodeIds() {
        this(0, Integer.MAX_VALUE);
    }

    private NodeIds(int next, int end) {
        this.next = next;
        this.end = end;
    }

    /// The next free number.
    public int next() {
        if (next == end) {
            throw new IllegalStateException("more expressions than numbers were set aside for");
        }
        return next++;
    }

    /// Numbers set aside for what is parsed later.
    NodeIds setAside(int count) {
        var apart = new NodeIds(next, next + count);
        next += count;
        return apart;
    }

    /// How many numbers were handed out: the length of an array indexed by [Expr#id].
    public int count() {
        return next;
    }
}
