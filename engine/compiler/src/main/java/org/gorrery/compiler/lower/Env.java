package org.gorrery.compiler.lower;

import java.util.List;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.TypeParameter;
import org.gorrery.compiler.types.Types;

/// The type arguments that a function is lowered for.
///
/// @param params the type parameters its source mentions
/// @param args what stands for each
record Env(List<TypeParameter> params, List<Type> args) {
    static final Env NONE = new Env(List.of(), List.of());

    /// `type` with the arguments put in.
    Type apply(Type type, Types types) {
        return params.isEmpty() ? type : types.substitute(type, params, args);
    }
}
