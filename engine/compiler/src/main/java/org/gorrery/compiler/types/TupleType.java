package org.gorrery.compiler.types;

import java.util.List;

/// Parameters or results; as an expression's type only for a call with no or several results.
public record TupleType(List<VarObject> vars) implements Type {
    /// Copies the list.
    public TupleType {
        vars = List.copyOf(vars);
    }

    /// The tuple of nothing.
    public static final TupleType EMPTY = new TupleType(List.of());

    @Override
    public Type underlying() {
        return this;
    }
}
