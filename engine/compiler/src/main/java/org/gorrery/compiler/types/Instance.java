package org.gorrery.compiler.types;

import java.util.List;

/// The instantiation of a generic function at one mention (inferred or explicit).
///
/// @param signature with the arguments substituted
public record Instance(List<Type> typeArgs, Signature signature) {
    /// Copies the list.
    public Instance {
        typeArgs = List.copyOf(typeArgs);
    }
}
