package org.gorrery.compiler.types;

/// `[length]elem`.
public record ArrayType(WrittenType written, long length) implements Type {
    /// The element type.
    public Type elem() {
        return written.actual();
    }

    @Override
    public Type underlying() {
        return this;
    }
}
