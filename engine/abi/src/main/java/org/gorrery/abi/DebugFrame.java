package org.gorrery.abi;

import java.util.List;

/// Where a debugger finds things in a function's frame; of functions that were not built for it, [#NONE].
///
/// @param statementSlot offset from sp of 8 bytes that hold the number of the statement at hand (see [DebugStatements]); -1: none
/// @param variables parameters, results and local variables, in the order of their declaration
public record DebugFrame(int statementSlot, List<Variable> variables) {
    /// Of a function that tells nothing.
    public static final DebugFrame NONE = new DebugFrame(-1, List.of());

    /// Copies the list.
    public DebugFrame {
        variables = List.copyOf(variables);
    }

    /// A variable. It means something at statements whose position is after `from` and not after `to`.
    ///
    /// @param offset from sp
    /// @param typeOffset its descriptor in rodata
    /// @param indirect whether the frame holds (as a host word) the address of the variable in place of itself
    /// @param from position of its declaration
    /// @param to where its block ends
    public record Variable(
            String name, int offset, int typeOffset, boolean indirect, int from, int to) {
        /// Whether it can be seen at a position.
        public boolean isVisibleAt(int position) {
            return from < position && position <= to;
        }
    }
}
