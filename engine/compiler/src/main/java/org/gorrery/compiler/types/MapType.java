package org.gorrery.compiler.types;

/// `map[key]value`.
public record MapType(WrittenType writtenKey, WrittenType writtenValue) implements Type {
    /// The key type.
    public Type key() {
        return writtenKey.actual();
    }

    /// The element type.
    public Type value() {
        return writtenValue.actual();
    }

    @Override
    public Type underlying() {
        return this;
    }
}
