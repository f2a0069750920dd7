package org.gorrery.compiler.types;

/// A type as the source writes it: the type itself, or an alias. Rules ask for [#actual], messages show what is written.
public sealed interface WrittenType permits Type, AliasType {
    /// The type that is meant.
    Type actual();
}
