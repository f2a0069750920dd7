package org.gorrery.compiler.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A declared type name, alias or type parameter.
public final class TypeObject extends GoObject {
    private @Nullable Type type;
    private final boolean alias;
    private List<TypeParameter> typeParams = List.of();

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

    /// As the name is written: an alias stays one in messages.
    @Override
    public WrittenType written() {
        var t = type();
        return alias && typeParams.isEmpty() && t != BasicType.INVALID
                ? new AliasType(this, List.of(), t)
                : t;
    }

    /// Whether the denoted type is known.
    public boolean isResolved() {
        return type != null;
    }

    /// Type parameters of a generic alias, else empty.
    public List<TypeParameter> aliasParams() {
        return typeParams;
    }

    /// Makes it a generic alias.
    public void setAliasParams(List<TypeParameter> params) {
        this.typeParams = List.copyOf(params);
    }
}
