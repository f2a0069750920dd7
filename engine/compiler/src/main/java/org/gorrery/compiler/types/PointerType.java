package org.gorrery.compiler.types;

/// `*elem`.
public record PointerType(WrittenType written) implements Type {
    /// The element type.
    public Type elem() {
        return written.actual();
    }

    @Override
    public Type underlying() {
        return this;
    }
}
