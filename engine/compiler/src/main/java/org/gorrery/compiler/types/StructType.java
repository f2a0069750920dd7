package org.gorrery.compiler.types;

import java.util.List;

/// A struct type; fields in order.
///
/// @param tags one per field, the bytes of what it unquotes to, one per char, empty where there is none
public record StructType(List<VarObject> fields, List<String> tags) implements Type {
    /// Copies the lists.
    public StructType {
        fields = List.copyOf(fields);
        tags = List.copyOf(tags);
    }

    @Override
    public Type underlying() {
        return this;
    }
}
