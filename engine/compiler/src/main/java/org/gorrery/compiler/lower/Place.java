package org.gorrery.compiler.lower;

import java.util.List;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.types.Type;

/// Where a value can be put.
sealed interface Place {
    /// Go type of what is there.
    Type type();

    /// A variable, or part of one, in locals.
    record InLocals(Type type, List<Local> locals) implements Place {}

    /// Valid memory.
    record InMemory(Type type, Value address, long offset) implements Place {}

    /// A map entry: `key` is already converted to the map's key type and held in stable values.
    record InMap(Type type, Type mapType, Value map, Rvalue key, int pos) implements Place {}

    /// `_`.
    record Blank(Type type) implements Place {}
}
