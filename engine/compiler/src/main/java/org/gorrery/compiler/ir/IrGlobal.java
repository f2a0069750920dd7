package org.gorrery.compiler.ir;

import org.gorrery.compiler.types.Type;
import org.jspecify.annotations.Nullable;

/// A package variable. Identity is the object's.
public final class IrGlobal {
    private final String name;
    private final Type type;
    private @Nullable StaticData initial;

    /// A variable called `name` (`main.x`).
    public IrGlobal(String name, Type type) {
        this.name = name;
        this.type = type;
    }

    /// Qualified name.
    public String name() {
        return name;
    }

    /// Go type.
    public Type type() {
        return type;
    }

    /// Contents before any code runs, or null for zero.
    public @Nullable StaticData initial() {
        return initial;
    }

    /// Sets the contents before any code runs.
    public void setInitial(StaticData data) {
        this.initial = data;
    }
}
