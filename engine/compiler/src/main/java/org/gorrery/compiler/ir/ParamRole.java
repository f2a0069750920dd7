package org.gorrery.compiler.ir;

/// What a word that a function is called with is.
public enum ParamRole {
    /// A word of a value.
    VALUE,
    /// The address of a value that lies in memory; the callee neither changes nor keeps it.
    CONTENT,
    /// The address that a result goes to.
    RESULT
}
