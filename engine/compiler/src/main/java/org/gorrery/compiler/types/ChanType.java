package org.gorrery.compiler.types;

import org.gorrery.compiler.syntax.ChanDir;

/// A channel type.
public record ChanType(ChanDir dir, WrittenType written) implements Type {
    /// The element type.
    public Type elem() {
        return written.actual();
    }

    @Override
    public Type underlying() {
        return this;
    }
}
