package org.gorrery.compiler.syntax;

/// Hands out the dense expression numbers of one package; shared by the parsers of its files, which run one after another.
public final class NodeIds {
    private int next;

    /// The next free number.
    public int next() {
        return next++;
    }

    /// How many numbers were handed out: the length of an array indexed by [Expr#id].
    public int count() {
        return next;
    }
}
