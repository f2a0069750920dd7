package org.gorrery.compiler.ir;

import java.util.ArrayList;
import java.util.List;

/// A basic block.
public final class Block {
    private final int index;
    private final List<Statement> statements = new ArrayList<>();
    private Terminator terminator = new Terminator.Unreachable(0);

    /// A block; its index is dense within the function.
    public Block(int index) {
        this.index = index;
    }

    /// Dense index.
    public int index() {
        return index;
    }

    /// The statements, changeable while passes run.
    public List<Statement> statements() {
        return statements;
    }

    /// The end.
    public Terminator terminator() {
        return terminator;
    }

    /// Sets the end.
    public void setTerminator(Terminator end) {
        this.terminator = end;
    }
}
