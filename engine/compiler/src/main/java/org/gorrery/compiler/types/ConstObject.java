package org.gorrery.compiler.types;

import org.gorrery.compiler.constant.Constant;
import org.jspecify.annotations.Nullable;

/// A declared constant.
public final class ConstObject extends GoObject {
    private @Nullable WrittenType type;
    private @Nullable Constant value;
    private @Nullable Runnable resolver;

    /// A constant, not yet evaluated.
    public ConstObject(@Nullable GoPackage pkg, String name, int pos) {
        super(pkg, name, pos);
    }

    /// Says how to find type and value when one of them is first asked for.
    void setResolver(Runnable resolver) {
        this.resolver = resolver;
    }

    private void resolve() {
        var r = resolver;
        if (r != null) {
            resolver = null;
            r.run();
        }
    }

    /// Sets type and value; once.
    public void define(WrittenType type, @Nullable Constant value) {
        this.resolver = null;
        this.type = type;
        this.value = value;
    }

    @Override
    public Type type() {
        resolve();
        return type == null ? BasicType.INVALID : type.actual();
    }

    @Override
    public WrittenType written() {
        resolve();
        return type == null ? BasicType.INVALID : type;
    }

    /// The value; null while unknown or after an error.
    public @Nullable Constant value() {
        resolve();
        return value;
    }
}
