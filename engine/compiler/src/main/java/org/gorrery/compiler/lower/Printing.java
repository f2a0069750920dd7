package org.gorrery.compiler.lower;

import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.SliceType;

/// Prints for the builtins print and println.
record Printing(Fn fn) {
    void print(Expr.Call c, boolean line) {
        var e = fn.e;
        var values = fn.calls.spreadValues(c);
        e.at(c.operatorPos());
        e.runtime(Entry.PRINT_LOCK);
        for (int i = 0; i < values.size(); i++) {
            if (line && i > 0) {
                text(" ");
            }
            one(values.get(i));
        }
        if (line) {
            text("\n");
        }
        e.runtime(Entry.PRINT_UNLOCK);
    }

    private void text(String s) {
        fn.e.runtime(
                Entry.PRINT_STRING,
                new Value.Address(new org.gorrery.compiler.ir.Symbol.Bytes(s, 1), 0),
                Emitter.longConst(s.length()));
    }

    private void one(Rvalue v) {
        var e = fn.e;
        switch (v.type().underlying()) {
            case BasicType b when b.isBoolean() -> e.runtime(Entry.PRINT_BOOL, v.word());
            case BasicType b when b.isString() ->
                    e.runtime(Entry.PRINT_STRING, v.word(0), v.word(1));
            case BasicType b when b.isFloat() ->
                    e.runtime(
                            v.word().word() == Word.F ? Entry.PRINT_FLOAT32 : Entry.PRINT_FLOAT,
                            v.word());
            case BasicType b when b.isComplex() ->
                    e.runtime(
                            v.word(0).word() == Word.F
                                    ? Entry.PRINT_COMPLEX64
                                    : Entry.PRINT_COMPLEX,
                            v.word(0),
                            v.word(1));
            case BasicType b when b.isInteger() ->
                    e.runtime(
                            b.isUnsigned() ? Entry.PRINT_UINT : Entry.PRINT_INT,
                            fn.expressions.conversionToLong(v));
            case SliceType s -> e.runtime(Entry.PRINT_SLICE, v.word(0), v.word(1), v.word(2));
            case InterfaceType i -> e.runtime(Entry.PRINT_IFACE, v.word(0), v.word(1));
            default -> e.runtime(Entry.PRINT_POINTER, v.word());
        }
    }
}
