package org.gorrery.compiler.types;

/// A predeclared function, those of package unsafe included.
public final class BuiltinObject extends GoObject {
    /// Which.
    public enum Builtin {
        APPEND,
        CAP,
        CLEAR,
        CLOSE,
        COMPLEX,
        COPY,
        DELETE,
        IMAG,
        LEN,
        MAKE,
        MAX,
        MIN,
        NEW,
        PANIC,
        PRINT,
        PRINTLN,
        REAL,
        RECOVER,
        UNSAFE_ADD,
        UNSAFE_ALIGNOF,
        UNSAFE_OFFSETOF,
        UNSAFE_SIZEOF,
        UNSAFE_SLICE,
        UNSAFE_SLICE_DATA,
        UNSAFE_STRING,
        UNSAFE_STRING_DATA
    }

    private final Builtin which;

    /// The builtin called `name`.
    public BuiltinObject(String name, Builtin which) {
        super(null, name, 0);
        this.which = which;
    }

    /// Which one it is.
    public Builtin which() {
        return which;
    }

    @Override
    public Type type() {
        return BasicType.INVALID;
    }
}
