package org.gorrery.compiler.ir;

import java.util.List;
import org.gorrery.abi.Entry;

/// The end of a block.
public sealed interface Terminator {
    /// Where it comes from.
    int pos();

    /// Goes on at a block.
    record Jump(Block target, int pos) implements Terminator {}

    /// To `yes` if the I is not 0.
    record Branch(Value condition, Block yes, Block no, int pos) implements Terminator {}

    /// A dense or sparse multiway branch on an I.
    record Switch(Value key, int[] keys, List<Block> targets, Block otherwise, int pos)
            implements Terminator {}

    /// Returns all result words.
    record Return(List<Value> values, int pos) implements Terminator {}

    /// Calls an entry that returns what to throw, and throws it. Entries with a site parameter get it from the code generator:
    /// `args` are those after (G, sp[, site]).
    record Throw(Entry entry, List<Value> args, int pos) implements Terminator {}

    /// Never reached (after a call that never returns).
    record Unreachable(int pos) implements Terminator {}
}
