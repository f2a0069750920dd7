package org.gorrery.compiler.types;

import org.gorrery.compiler.constant.Constant;
import org.jspecify.annotations.Nullable;

/// A declared constant.
public final class ConstObject extends GoObject {
    private @Nullable WrittenType type;
    private @Nullable Constant value;

    /// A constant, not yet evaluated.
    public ConstObject(@Nullable GoPackage pkg, String name, int pos) {
        super(pkg, name, pos);
    }

    /// Sets type and value; once.
    public void define(WrittenType type, @Nullable Constant value) {
        this.type = type;
        this.value = value;
    }

    @Override
    public Type type() {
        return type == null ? BasicType.INVALID : type.actual();
    }

    @Override
    public WrittenType written() {
        return type == null ? BasicType.INVALID : type;
    }

    /// The value; null while unknown or after an error.
    public @Nullable Constant value() {
        return value;
    }
}
