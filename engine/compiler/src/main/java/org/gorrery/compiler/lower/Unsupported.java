package org.gorrery.compiler.lower;

import java.io.Serial;

/// A construct that the lowering refuses; becomes a diagnostic that names it and its place.
public final class Unsupported extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final int pos;

    Unsupported(int pos, String construct) {
        super(construct);
        this.pos = pos;
    }

    /// Where it stands.
    public int pos() {
        return pos;
    }
}
