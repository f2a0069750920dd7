package org.gorrery.compiler.syntax;

/// The kinds of basic literal (Go spec, "Lexical elements").
public enum LitKind {
    INT,
    FLOAT,
    IMAG,
    CHAR,
    STRING
}
