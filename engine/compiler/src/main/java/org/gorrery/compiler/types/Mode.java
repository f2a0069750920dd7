package org.gorrery.compiler.types;

/// What an expression denotes.
public enum Mode {
    INVALID,
    NO_VALUE,
    BUILTIN,
    TYPE,
    CONSTANT,
    VARIABLE,
    MAP_INDEX,
    VALUE,
    NIL,
    COMMA_OK,
    CGO_FUNC
}
