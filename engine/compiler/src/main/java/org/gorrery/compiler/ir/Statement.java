package org.gorrery.compiler.ir;

import java.util.List;

/// One step of a block. `pos` is a source position (0: none).
public sealed interface Statement {
    /// Where it comes from.
    int pos();

    /// `local = value`.
    record Set(Local local, Value value, int pos) implements Statement {}

    /// Evaluates for its faults only.
    record Eval(Value value, int pos) implements Statement {}

    /// Memory at `address + offset` := value.
    record Store(MemKind kind, Value address, long offset, Value value, int pos)
            implements Statement {}

    /// Copies `bytes` (J) from one valid place to another; they may overlap. `hasPointers`: bulk write barrier.
    record Copy(Value to, Value from, Value bytes, boolean hasPointers, int pos)
            implements Statement {}

    /// Zeroes `bytes` (J).
    record Clear(Value at, Value bytes, boolean hasPointers, int pos) implements Statement {}

    /// A call. `results` are the locals for all result words in order; an unused one is null-less: a local nobody reads.
    record Call(Callee callee, List<Value> args, List<Local> results, int pos)
            implements Statement {
        /// Copies the lists.
        public Call {
            args = List.copyOf(args);
            results = List.copyOf(results);
        }
    }
}
