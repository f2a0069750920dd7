package org.gorrery.compiler.lower;

import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.BuiltinObject;
import org.gorrery.compiler.types.MapType;
import org.gorrery.compiler.types.Mode;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.TupleType;
import org.gorrery.compiler.types.Type;

/// Which expressions gc evaluates ahead of the rest of their statement ([EarlyOperands]), by their form and types alone.
record EarlyKinds(Fn fn) {
    /// Whether `x` is a value that may fault and that is copied into an interface from its address, which it has none of its own.
    boolean isBoxed(Expr x, Type target) {
        return fn.expressions.isInterface(target)
                && Fault.in(x, fn)
                && !fn.expressions.isInterface(fn.type(x))
                && !fn.expressions.isAddressable(x)
                && !boxedByValue(fn.type(x));
    }

    /// Go source: cmd/compile/internal/walk/convert.go, dataWordFuncName.
    private boolean boxedByValue(Type t) {
        if (fn.layout.hasPointers(t)) {
            return t.underlying() instanceof SliceType
                    || t.underlying() instanceof BasicType b && b.isString();
        }
        long size = fn.types.sizeof(t);
        return size == fn.types.alignof(t) && (size == 2 || size == 4 || size == 8);
    }

    boolean isCallOrReceive(Expr x) {
        return x instanceof Expr.Call c && fn.pkg.operand(c.fun()).mode() != Mode.TYPE
                || x instanceof Expr.Unary u && u.op() == Token.ARROW;
    }

    boolean isArrayOfSlice(Expr x) {
        return x instanceof Expr.Call c
                && Fault.isArrayOfSlice(c, fn)
                && fn.expressions.coreOf(fn.type(c)) instanceof ArrayType;
    }

    boolean isPlainBuiltin(Expr.Call c) {
        var builtin = fn.calls.builtinOf(c.fun());
        return builtin != null
                && switch (builtin.which()) {
                    case LEN, CAP, REAL, IMAG, COMPLEX, MIN, MAX -> true;
                    default -> isUnsafe(builtin);
                };
    }

    private static boolean isUnsafe(BuiltinObject builtin) {
        return switch (builtin.which()) {
            case UNSAFE_ADD,
                    UNSAFE_SLICE,
                    UNSAFE_STRING,
                    UNSAFE_SLICE_DATA,
                    UNSAFE_STRING_DATA,
                    UNSAFE_SIZEOF,
                    UNSAFE_ALIGNOF,
                    UNSAFE_OFFSETOF ->
                    true;
            default -> false;
        };
    }

    static boolean isLogical(Expr x) {
        return x instanceof Expr.Binary b && (b.op() == Token.LAND || b.op() == Token.LOR);
    }

    boolean isMapLiteral(Expr x) {
        return x instanceof Expr.CompositeLit c
                && !c.elems().isEmpty()
                && fn.expressions.coreOf(fn.type(c)) instanceof MapType;
    }

    /// Whether it is a conversion of what [#isBoxed].
    boolean isBoxing(Expr x) {
        return x instanceof Expr.Call c
                && c.args().size() == 1
                && fn.pkg.operand(c.fun()).mode() == Mode.TYPE
                && isBoxed(c.args().getFirst(), fn.type(c));
    }

    boolean isKeyed(Expr.Index i) {
        return fn.pkg.operand(i.x()).type() instanceof Type t
                && fn.expressions.coreOf(fn.apply(t)) instanceof MapType m
                && copiesKey(m, i.indices().getFirst());
    }

    boolean copiesFaultingKey(Expr.Index i) {
        return Fault.in(i.indices().getFirst(), fn) && isKeyed(i);
    }

    /// Whether a map's key is copied as soon as it is evaluated: one that goes to the runtime by its address and has none.
    boolean copiesKey(MapType map, Expr key) {
        return MapKeys.of(fn, map.key()) == MapKeys.GENERAL
                && !(fn.expressions.isAddressable(key)
                        && fn.types.identical(fn.type(key), map.key()));
    }

    boolean ordersItself(Expr x) {
        return x instanceof Expr.Call || isLogical(x) || isMapLiteral(x);
    }

    boolean isEarly(Expr x) {
        return switch (x) {
            case Expr.Call c when fn.pkg.operand(c.fun()).mode() == Mode.TYPE -> copiesText(c);
            case Expr.Call c -> {
                var builtin = fn.calls.builtinOf(c.fun());
                yield !(fn.type(c) instanceof TupleType) && (builtin == null || !isUnsafe(builtin));
            }
            case Expr.Unary u -> u.op() == Token.ARROW;
            case Expr.SliceExpr s -> true;
            case Expr.TypeAssert t ->
                    !(fn.type(t) instanceof TupleType) && !fn.layout.isDirect(fn.type(t));
            case Expr.Binary b -> isLogical(b);
            case Expr.CompositeLit c -> isMapLiteral(c);
            default -> false;
        };
    }

    /// Whether it is a conversion of a string to a slice, which makes a copy.
    private boolean copiesText(Expr.Call c) {
        return fn.expressions.coreOf(fn.type(c)) instanceof SliceType
                && fn.type(c.args().getFirst()).underlying() instanceof BasicType b
                && b.isString();
    }
}
