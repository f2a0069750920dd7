package org.gorrery.compiler.ir;

import org.jspecify.annotations.Nullable;

/// A virtual register of a function; may be assigned many times.
///
/// @param index dense within the function
/// @param name of the Go variable it belongs to, or empty for a temporary
public record Local(int index, Word word, String name) {
    /// Locals are compared within a function only.
    @Override
    public int hashCode() {
        return index;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Local l
                        && index == l.index
                        && word == l.word
                        && name.equals(l.name);
    }
}
