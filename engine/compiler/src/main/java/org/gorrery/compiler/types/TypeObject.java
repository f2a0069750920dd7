package org.gorrery.compiler.types;

import org.jspecify.annotations.Nullable;

/// A declared type name, alias or type parameter.
public final class TypeObject extends GoObject {
    private @Nullable Type type;
    private final boolean alias;

    /// A type name; its type is set when resolved.
    public TypeObject(@Nullable GoPackage pkg, String name, int pos, boolean alias) {
        super(pkg, name, pos);
        this.alias = alias;
    }

    /// Whether declared with `=`.
    public boolean alias() {
        return alias;
    }

    /// Sets the denoted type.
    public void setType(Type type) {
        this.type = type;
    }

    @Override
    public Type type() {
        return type == null ? BasicType.INVALID : type;
    }

    /// Whether the denoted type is known.
    public boolean isResolved() {
        return type != null;
    }
}
