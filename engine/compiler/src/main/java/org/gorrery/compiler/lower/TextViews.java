package org.gorrery.compiler.lower;

import java.util.List;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.Mode;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.Type;

/// Conversions between strings and byte slices whose result is looked at and forgotten before anything else can happen: they need no copy,
/// the bytes are read where they are. gc does the same for comparisons, look-ups in maps and ranges.
final class TextViews {
    private TextViews() {}

    /// The value of `x`; for `string(b)` of a byte slice, the bytes of `b` themselves.
    static Rvalue string(Fn fn, Expr x) {
        var from = converted(fn, x);
        if (from == null || !isString(fn.type(x)) || !isBytes(fn, fn.type(from))) {
            return fn.expressions.value(x);
        }
        var slice = fn.e.stable(fn.expressions.value(from));
        return Rvalue.ofWords(fn.type(x), List.of(slice.word(0), slice.word(1)));
    }

    /// The value of `x`; for `[]byte(s)` of a string, the bytes of `s` themselves, which must not be changed.
    static Rvalue bytes(Fn fn, Expr x) {
        var from = converted(fn, x);
        if (from == null || !isBytes(fn, fn.type(x)) || !isString(fn.type(from))) {
            return fn.expressions.value(x);
        }
        var text = fn.e.stable(fn.expressions.value(from));
        return Rvalue.ofWords(fn.type(x), List.of(text.word(0), text.word(1), text.word(1)));
    }

    /// What a conversion converts, if `x` is one that is not constant.
    private static @org.jspecify.annotations.Nullable Expr converted(Fn fn, Expr x) {
        var inner = x;
        while (inner instanceof Expr.Paren p) {
            inner = p.x();
        }
        return inner instanceof Expr.Call c
                        && c.args().size() == 1
                        && fn.pkg.operand(c.fun()).mode() == Mode.TYPE
                        && fn.pkg.operand(c).value() == null
                ? c.args().getFirst()
                : null;
    }

    private static boolean isString(Type t) {
        return t.underlying() instanceof BasicType b && b.isString();
    }

    private static boolean isBytes(Fn fn, Type t) {
        return t.underlying() instanceof SliceType s && fn.types.sizeof(s.elem()) == 1;
    }
}
