package org.gorrery.compiler.types;

/// A predeclared basic type or the type of an untyped constant. `byte` and `rune` are UINT8 and INT32.
public enum BasicType implements Type {
    INVALID("invalid type"),
    BOOL("bool"),
    INT("int"),
    INT8("int8"),
    INT16("int16"),
    INT32("int32"),
    INT64("int64"),
    UINT("uint"),
    UINT8("uint8"),
    UINT16("uint16"),
    UINT32("uint32"),
    UINT64("uint64"),
    UINTPTR("uintptr"),
    FLOAT32("float32"),
    FLOAT64("float64"),
    COMPLEX64("complex64"),
    COMPLEX128("complex128"),
    STRING("string"),
    UNSAFE_POINTER("unsafe.Pointer"),
    UNTYPED_BOOL("untyped bool"),
    UNTYPED_INT("untyped int"),
    UNTYPED_RUNE("untyped rune"),
    UNTYPED_FLOAT("untyped float"),
    UNTYPED_COMPLEX("untyped complex"),
    UNTYPED_STRING("untyped string"),
    UNTYPED_NIL("untyped nil");

    private final String text;

    BasicType(String text) {
        this.text = text;
    }

    /// As Go writes it.
    public String text() {
        return text;
    }

    @Override
    public Type underlying() {
        return this;
    }

    /// Whether it is the type of an untyped constant or nil.
    public boolean isUntyped() {
        return ordinal() >= UNTYPED_BOOL.ordinal();
    }

    /// Whether it is an integer type, untyped ones included.
    public boolean isInteger() {
        return ordinal() >= INT.ordinal() && ordinal() <= UINTPTR.ordinal()
                || this == UNTYPED_INT
                || this == UNTYPED_RUNE;
    }

    /// Whether it is an unsigned integer type.
    public boolean isUnsigned() {
        return ordinal() >= UINT.ordinal() && ordinal() <= UINTPTR.ordinal();
    }

    /// Whether it is a floating-point type, untyped included.
    public boolean isFloat() {
        return this == FLOAT32 || this == FLOAT64 || this == UNTYPED_FLOAT;
    }

    /// Whether it is a complex type, untyped included.
    public boolean isComplex() {
        return this == COMPLEX64 || this == COMPLEX128 || this == UNTYPED_COMPLEX;
    }

    /// Whether it is a string type, untyped included.
    public boolean isString() {
        return this == STRING || this == UNTYPED_STRING;
    }

    /// Whether it is a boolean type, untyped included.
    public boolean isBoolean() {
        return this == BOOL || this == UNTYPED_BOOL;
    }

    /// Whether arithmetic is defined on it.
    public boolean isNumeric() {
        return isInteger() || isFloat() || isComplex();
    }
}
