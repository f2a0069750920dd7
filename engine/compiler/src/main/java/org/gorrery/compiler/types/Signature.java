package org.gorrery.compiler.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function type. The receiver and type parameters are no part of identity.
///
/// @param recv the receiver of a method's signature, else null
/// @param typeParams of a generic function before instantiation, else empty
/// @param recvTypeParams of a method of a generic type: the names in its receiver
/// @param params with the last of slice type where `variadic`
public record Signature(
        @Nullable VarObject recv,
        List<TypeParameter> typeParams,
        List<TypeParameter> recvTypeParams,
        TupleType params,
        TupleType results,
        boolean variadic)
        implements Type {
    /// Copies the lists.
    public Signature {
        typeParams = List.copyOf(typeParams);
        recvTypeParams = List.copyOf(recvTypeParams);
    }

    @Override
    public Type underlying() {
        return this;
    }
}
