package org.gorrery.compiler.types;

import java.util.List;

/// A union of constraint terms, only embedded in an [InterfaceType].
public record UnionType(List<Term> terms) implements Type {
    /// `T` or `~T`.
    public record Term(boolean tilde, WrittenType written) {
        /// The type.
        public Type type() {
            return written.actual();
        }
    }

    /// Copies the list.
    public UnionType {
        terms = List.copyOf(terms);
    }

    @Override
    public Type underlying() {
        return this;
    }
}
