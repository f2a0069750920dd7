package org.gorrery.compiler.codegen;

import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.ValueWalk;

/// Upper bounds of what code takes: constants of a class, bytes of a method.
final class CodeWeight {
    private CodeWeight() {}

    /// Constant-pool entries that a function may add to its class.
    static int of(IrFunction f) {
        int[] n = {12};
        for (var block : f.blocks()) {
            block.statements()
                    .forEach(s -> {
                        n[0] += s instanceof Statement.Call ? 8 : 1;
                        ValueWalk.roots(s, v -> ValueWalk.all(v, x -> n[0] += constants(x)));
                    });
            n[0] += 2;
            ValueWalk.roots(block.terminator(), v -> ValueWalk.all(v, x -> n[0] += constants(x)));
        }
        return n[0];
    }

    private static int constants(Value v) {
        return switch (v) {
            case Value.LongConst _, Value.DoubleConst _, Value.Address _, Value.FrameAddress _ -> 2;
            case Value.Load l -> l.offset() == 0 ? 0 : 2;
            case Value.IntConst _,
                    Value.FloatConst _,
                    Value.NilChecked _,
                    Value.HeaderChecked _,
                    Value.IndexChecked _,
                    Value.NonZero _ ->
                    1;
            case Value.Read _, Value.Unary _, Value.Binary _, Value.Choose _ -> 0;
        };
    }

    /// Bytes of bytecode that a function may take.
    static int bytes(IrFunction f) {
        int[] n = {100 + 20 * (f.params().size() + f.locals().size())};
        for (var block : f.blocks()) {
            for (var s : block.statements()) {
                n[0] += bytes(s);
            }
            n[0] += bytes(block.terminator());
        }
        return n[0];
    }

    /// Bytes of a statement.
    static int bytes(Statement s) {
        int[] n = {16};
        if (s instanceof Statement.Call call) {
            n[0] += 48 + 20 * call.results().size() + 12 * call.args().size();
        }
        ValueWalk.roots(s, v -> ValueWalk.all(v, x -> n[0] += node(x)));
        return n[0];
    }

    /// Bytes of a terminator.
    static int bytes(Terminator end) {
        int[] n = {32};
        switch (end) {
            case Terminator.Switch s -> n[0] += 8 * s.keys().length;
            case Terminator.Return r -> n[0] += 20 * r.values().size();
            case Terminator.Jump _,
                    Terminator.Branch _,
                    Terminator.Throw _,
                    Terminator.Unreachable _ -> {}
        }
        ValueWalk.roots(end, v -> ValueWalk.all(v, x -> n[0] += node(x)));
        return n[0];
    }

    /// Bytes of a node of an expression, without its operands.
    static int node(Value v) {
        return switch (v) {
            case Value.Read _, Value.IntConst _, Value.LongConst _ -> 4;
            case Value.FloatConst _, Value.DoubleConst _, Value.Address _ -> 4;
            case Value.FrameAddress _, Value.Load _ -> 10;
            case Value.Unary _ -> 16;
            case Value.Binary b -> b.op().isComparison() ? 20 : 8;
            case Value.Choose _ -> 12;
            case Value.NilChecked _, Value.HeaderChecked _, Value.IndexChecked _, Value.NonZero _ ->
                    12;
        };
    }
}
