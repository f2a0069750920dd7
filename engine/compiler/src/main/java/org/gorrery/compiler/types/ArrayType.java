package org.gorrery.compiler.types;

/// `[length]elem`.
public record ArrayType(Type elem, long length) implements Type {
    @Override
    public Type underlying() {
        return this;
    }
}
