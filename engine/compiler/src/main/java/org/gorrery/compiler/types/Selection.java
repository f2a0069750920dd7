package org.gorrery.compiler.types;

/// What a selector expression `x.f` means where `x` is a value or type (not a package).
///
/// @param recv type of `x`
/// @param object the field ([VarObject]) or method ([FuncObject])
/// @param path field indices from `x` on through embedded fields; for a method the last element is not included
/// @param indirect whether a pointer is followed on the way
public record Selection(
        Kind kind, Type recv, GoObject object, int[] path, boolean indirect, Type type) {
    /// What is selected.
    public enum Kind {
        /// A struct field.
        FIELD,
        /// A method bound to a value: `x.m`, called or not.
        METHOD_VALUE,
        /// A function made of a method: `T.m`.
        METHOD_EXPR
    }
}
