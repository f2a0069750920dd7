package org.gorrery.compiler.types;

import org.gorrery.compiler.syntax.ChanDir;

/// A channel type.
public record ChanType(ChanDir dir, Type elem) implements Type {
    @Override
    public Type underlying() {
        return this;
    }
}
