package org.gorrery.compiler.ir;

import java.util.function.Supplier;

/// What a call that makes an object stands for in the source: the verdict on where the object lives speaks of this.
///
/// @param kind what asks for memory
/// @param pos position in the source
/// @param text the variable's name, or the expression as a diagnostic shows it; made when asked for
/// @param variable for [Kind#TURN] the local with the address of the variable's box, else null
public record Allocation(
        Kind kind,
        int pos,
        Supplier<String> text,
        @org.jspecify.annotations.Nullable Local variable) {
    /// What asks for memory.
    public enum Kind {
        /// A variable whose address is taken or that closures share.
        VARIABLE,
        /// The variable of a `for` clause, made anew for the next turn with the value it has.
        TURN,
        /// `&T{…}`, `new(T)`.
        OBJECT,
        /// `[]T{…}`, `make([]T, n)`.
        SLICE,
        /// A function literal or a method value.
        CLOSURE,
        /// The copy that an interface value points to.
        BOX,
        /// The slice of the variadic arguments of a call.
        VARIADIC,
        /// Something that the source does not name.
        HIDDEN
    }
}
