package org.gorrery.compiler.ir;

import java.util.List;

/// A parameter as the source has it, and the words it comes as.
///
/// @param pos position of its name
/// @param hasPointers whether its type holds pointers
public record SourceParam(String name, int pos, boolean hasPointers, List<Local> words) {
    /// Copies the list.
    public SourceParam {
        words = List.copyOf(words);
    }
}
