package org.gorrery.compiler.lower;

import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.Types;

/// A type as a key of hash tables: equal for identical types.
final class TypeKey {
    private final Type type;
    private final Types types;

    TypeKey(Type type, Types types) {
        this.type = type;
        this.types = types;
    }

    @Override
    public int hashCode() {
        return types.hash(type);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a short cut
    public boolean equals(Object other) {
        return other instanceof TypeKey k && (k.type == type || types.identical(type, k.type));
    }
}
