package org.gorrery.compiler.lower;

import java.util.List;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.ValueWalk;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.MapType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.SliceType;

/// Which of the faults of several operands comes first. An index is checked where its element is used, a pointer as soon as it is evaluated:
/// an operand with checks still to come is evaluated to its end before another whose checks come at once.
final class FaultOrder {
    private final Fn fn;

    FaultOrder(Fn fn) {
        this.fn = fn;
    }

    /// A value that is used after `later` has been evaluated.
    Rvalue before(Rvalue v, List<Expr> later) {
        if (!isPending(v) || later.stream().noneMatch(this::checksAtOnce)) {
            return v;
        }
        return v.address() == null
                ? fn.e.stable(v)
                : Rvalue.inMemory(v.type(), fn.e.stable(v.address()), v.fresh());
    }

    /// The left operand of a shift.
    Rvalue beforeShift(Rvalue v, Expr.Binary b) {
        return isPending(v) && (isSignedShift(b) || checksAtOnce(b.y())) ? fn.e.stable(v) : v;
    }

    /// Whether checks of indices or divisors are part of a value.
    static boolean isPending(Rvalue v) {
        return v.words().stream().anyMatch(FaultOrder::isPending)
                || v.address() != null && isPending(v.address());
    }

    private static boolean isPending(Value v) {
        boolean[] found = {false};
        ValueWalk.all(
                v,
                part ->
                        found[0] |=
                                part instanceof Value.IndexChecked
                                        || part instanceof Value.NonZero
                                        || part instanceof Value.NilChecked);
        return found[0];
    }

    private boolean checksAtOnce(Node node) {
        if (!(node instanceof Expr x) || fn.expressions.early().isDone(x)) {
            return false;
        }
        boolean[] found = {checksItself(x)};
        Children.of(x, c -> found[0] |= checksAtOnce(c));
        return found[0];
    }

    private boolean checksItself(Expr x) {
        return switch (x) {
            case Expr.Star s -> true;
            case Expr.SliceExpr s -> true;
            case Expr.TypeAssert t -> true;
            case Expr.Selector s -> throughPointer(s);
            case Expr.Index i when fn.pkg.operand(i.x()).type() instanceof Signature -> false;
            case Expr.Index i ->
                    switch (fn.expressions.coreOf(fn.type(i.x()))) {
                        case MapType m -> true;
                        case PointerType p -> true;
                        default -> false;
                    };
            case Expr.Binary b -> isSignedShift(b) || comparesInterfaces(b);
            case Expr.Call c -> isArrayOfSlice(c);
            default -> false;
        };
    }

    private boolean throughPointer(Expr.Selector s) {
        var selection = fn.pkg.selections()[s.id()];
        return selection != null
                && (selection.indirect() || fn.type(s.x()).underlying() instanceof PointerType);
    }

    private boolean isSignedShift(Expr.Binary b) {
        return (b.op() == Token.SHL || b.op() == Token.SHR)
                && fn.pkg.operand(b.y()).value() == null
                && !(fn.type(b.y()).underlying() instanceof BasicType t && t.isUnsigned());
    }

    private boolean comparesInterfaces(Expr.Binary b) {
        return (b.op() == Token.EQL || b.op() == Token.NEQ)
                && fn.expressions.isInterface(fn.type(b.x()))
                && fn.expressions.isInterface(fn.type(b.y()));
    }

    /// Whether it is a conversion that panics where the slice is too short.
    boolean isArrayOfSlice(Expr.Call c) {
        return c.args().size() == 1
                && fn.pkg.operand(c.fun()).mode() == org.gorrery.compiler.types.Mode.TYPE
                && fn.expressions.coreOf(fn.type(c.args().getFirst())) instanceof SliceType
                && switch (fn.expressions.coreOf(fn.type(c))) {
                    case ArrayType a -> true;
                    case PointerType p -> true;
                    default -> false;
                };
    }
}
