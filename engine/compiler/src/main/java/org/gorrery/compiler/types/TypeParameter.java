package org.gorrery.compiler.types;

import org.jspecify.annotations.Nullable;

/// A type parameter.
public final class TypeParameter implements Type {
    private final TypeObject object;
    private final int index;
    private @Nullable Type constraint;

    /// A parameter at `index` of its list.
    public TypeParameter(TypeObject object, int index) {
        this.object = object;
        this.index = index;
    }

    /// Its declared name.
    public TypeObject object() {
        return object;
    }

    /// Place in its list, from 0.
    public int index() {
        return index;
    }

    /// Sets the constraint; once.
    public void setConstraint(Type type) {
        this.constraint = type;
    }

    /// The constraint as written; its underlying type is an interface (or a union term, implicitly wrapped).
    public Type constraint() {
        return constraint == null ? BasicType.INVALID : constraint;
    }

    @Override
    public Type underlying() {
        return constraint().underlying();
    }
}
