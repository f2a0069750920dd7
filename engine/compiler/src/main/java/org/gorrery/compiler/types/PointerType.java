package org.gorrery.compiler.types;

/// `*elem`.
public record PointerType(Type elem) implements Type {
    @Override
    public Type underlying() {
        return this;
    }
}
