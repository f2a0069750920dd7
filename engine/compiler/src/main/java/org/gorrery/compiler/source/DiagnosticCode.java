package org.gorrery.compiler.source;

/// The kinds of fault, stable across releases. Each has a small offending program and the section of the Go spec it breaks.
public enum DiagnosticCode {
    /// The text is not Go: `func {` (spec, "Lexical elements" and every grammar rule).
    SYNTAX,
    /// A file is not UTF-8, or holds a NUL (spec, "Source code representation").
    ENCODING,
    /// A construct of a newer language version than the file's.
    LANGUAGE_VERSION,
    /// What the engine does not support; the message names the construct.
    UNSUPPORTED
}
