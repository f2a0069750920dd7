package org.gorrery.compiler.types;

/// `map[key]value`.
public record MapType(Type key, Type value) implements Type {
    @Override
    public Type underlying() {
        return this;
    }
}
