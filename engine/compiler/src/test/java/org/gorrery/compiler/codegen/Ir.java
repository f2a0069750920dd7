package org.gorrery.compiler.codegen;

import java.util.Arrays;
import java.util.List;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.Shape;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.UnaryOp;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;

/// Short forms to write IR by hand.
final class Ir {
    private Ir() {}

    static Value i(int v) {
        return new Value.IntConst(v);
    }

    static Value j(long v) {
        return new Value.LongConst(v, Word.J);
    }

    static Value read(Local l) {
        return new Value.Read(l);
    }

    static Value op(BinaryOp op, Value x, Value y) {
        return new Value.Binary(op, x, y);
    }

    static Value op(UnaryOp op, Value x) {
        return new Value.Unary(op, x);
    }

    static Statement set(Local l, Value v) {
        return new Statement.Set(l, v, 0);
    }

    static Terminator ret(Value... values) {
        return new Terminator.Return(List.of(values), 0);
    }

    /// A function of package main with parameters named `p0`, `p1` …
    static IrFunction function(String name, List<Word> params, List<Word> results) {
        var f = new IrFunction("main." + name, "main", new Shape(params, results), false);
        for (int k = 0; k < params.size(); k++) {
            f.newParam(params.get(k), "p" + k);
        }
        f.newBlock();
        return f;
    }

    static Value param(IrFunction f, int k) {
        return read(f.params().get(k));
    }

    static List<Word> words(Word... words) {
        return Arrays.asList(words);
    }
}
