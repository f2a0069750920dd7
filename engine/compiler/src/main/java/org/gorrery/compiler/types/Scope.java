package org.gorrery.compiler.types;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One block of a function, or the file block with its imports (then `func` is null).
final class Scope {
    private final @Nullable Scope parent;
    private final @Nullable FuncState func;
    private final Map<String, GoObject> names = new HashMap<>();

    /// How many blocks of the function begin before this one.
    private final int rank;

    Scope(@Nullable Scope parent, @Nullable FuncState func) {
        this.parent = parent;
        this.func = func;
        this.rank = func == null ? 0 : func.blocks++;
    }

    /// How many blocks of the function begin before this one.
    int rank() {
        return rank;
    }

    @Nullable Scope parent() {
        return parent;
    }

    /// The function whose block it is.
    @Nullable FuncState func() {
        return func;
    }

    @Nullable GoObject get(String name) {
        return names.get(name);
    }

    /// Declares an object; the one before, if any, stays and is returned. The blank name is not kept.
    @Nullable GoObject insert(GoObject object) {
        return object.name().equals("_") ? null : names.putIfAbsent(object.name(), object);
    }

    Iterable<GoObject> objects() {
        return names.values();
    }
}
