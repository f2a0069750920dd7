package org.gorrery.compiler.types;

import java.util.List;

/// The name of an alias where a type is written (Go spec, "Alias declarations"). No type of its own: only messages see it.
///
/// @param object the declared name; `byte` and `rune` are such names, too
/// @param args type arguments of a generic alias, else empty
/// @param actual what it stands for
public record AliasType(TypeObject object, List<? extends WrittenType> args, Type actual)
        implements WrittenType {
    /// Copies the list.
    public AliasType {
        args = List.copyOf(args);
    }

    /// Whether it is `byte` or `rune`, which count as basic types of that name.
    boolean isBasic() {
        return object.pkg() == null && actual instanceof BasicType;
    }
}
