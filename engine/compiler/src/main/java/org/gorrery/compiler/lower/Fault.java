package org.gorrery.compiler.lower;

import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.MapType;
import org.gorrery.compiler.types.Mode;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.StructType;
import org.gorrery.compiler.types.Type;

/// How an expression itself, apart from its operands and without a call, may fault.
enum Fault {
    NONE,

    /// An index or a divisor, which is checked where the element or the quotient is used.
    WHERE_USED,

    /// What is checked as soon as it is evaluated, a pointer for one.
    AT_ONCE;

    /// Whether any part of `x` may fault; what a function literal does is not its own.
    static boolean in(Node x, Fn fn) {
        if (x instanceof Expr.FuncLit) {
            return false;
        }
        if (x instanceof Expr expr && fn.pkg.operand(expr).value() != null) {
            return false;
        }
        boolean[] found = {x instanceof Expr expr && of(expr, fn) != NONE};
        Children.of(x, c -> found[0] |= in(c, fn));
        return found[0];
    }

    static Fault of(Expr x, Fn fn) {
        return switch (x) {
            case Expr.Star s -> AT_ONCE;
            case Expr.SliceExpr s -> AT_ONCE;
            case Expr.TypeAssert t -> AT_ONCE;
            case Expr.Selector s -> throughPointer(s, fn) ? AT_ONCE : NONE;
            case Expr.Index i when fn.pkg.operand(i.x()).type() instanceof Signature -> NONE;
            case Expr.Index i ->
                    switch (fn.expressions.coreOf(fn.type(i.x()))) {
                        case MapType m -> AT_ONCE;
                        case PointerType p -> AT_ONCE;
                        default -> WHERE_USED;
                    };
            case Expr.Binary b -> ofBinary(b, fn);
            case Expr.Call c -> isArrayOfSlice(c, fn) ? AT_ONCE : NONE;
            default -> NONE;
        };
    }

    private static Fault ofBinary(Expr.Binary b, Fn fn) {
        return switch (b.op()) {
            case QUO, REM -> WHERE_USED;
            case SHL, SHR -> isSignedShift(b, fn) ? AT_ONCE : NONE;
            case EQL, NEQ -> {
                boolean open = mayHoldUncomparable(b.x(), fn) && mayHoldUncomparable(b.y(), fn);
                yield open ? AT_ONCE : NONE;
            }
            default -> NONE;
        };
    }

    private static boolean throughPointer(Expr.Selector s, Fn fn) {
        var selection = fn.pkg.selections()[s.id()];
        return selection != null
                && (selection.indirect() || fn.type(s.x()).underlying() instanceof PointerType);
    }

    /// Whether it is a shift by what may be negative.
    static boolean isSignedShift(Expr.Binary b, Fn fn) {
        return (b.op() == Token.SHL || b.op() == Token.SHR)
                && fn.pkg.operand(b.y()).value() == null
                && !(fn.type(b.y()).underlying() instanceof BasicType t && t.isUnsigned());
    }

    private static boolean mayHoldUncomparable(Expr x, Fn fn) {
        return fn.pkg.operand(x).mode() != Mode.NIL && holdsInterface(fn.type(x));
    }

    private static boolean holdsInterface(Type t) {
        return switch (t.underlying()) {
            case InterfaceType i -> true;
            case ArrayType a -> holdsInterface(a.elem());
            case StructType s -> s.fields().stream().anyMatch(f -> holdsInterface(f.type()));
            default -> false;
        };
    }

    /// Whether it is a conversion that panics where the slice is too short.
    static boolean isArrayOfSlice(Expr.Call c, Fn fn) {
        return c.args().size() == 1
                && fn.pkg.operand(c.fun()).mode() == Mode.TYPE
                && fn.expressions.coreOf(fn.type(c.args().getFirst())) instanceof SliceType
                && switch (fn.expressions.coreOf(fn.type(c))) {
                    case ArrayType a -> true;
                    case PointerType p -> true;
                    default -> false;
                };
    }
}
