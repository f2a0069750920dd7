package org.gorrery.compiler.types;

/// `[]elem`.
public record SliceType(Type elem) implements Type {
    @Override
    public Type underlying() {
        return this;
    }
}
