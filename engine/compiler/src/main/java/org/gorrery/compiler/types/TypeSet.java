package org.gorrery.compiler.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an interface stands for (Go spec, "Interface types").
///
/// @param methods all methods, sorted by name (then package for unexported ones): the order of method tables
/// @param terms the union of types it is limited to, or null for no limit
/// @param comparable whether `comparable` is embedded
public record TypeSet(
        List<FuncObject> methods, @Nullable List<UnionType.Term> terms, boolean comparable) {
    /// Whether it is a plain interface that a variable can have.
    public boolean isBasic() {
        return terms == null && !comparable;
    }
}
