package org.gorrery.compiler.lower;

import java.util.List;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.ValueWalk;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;

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
        // the count is looked at before the left operand is shifted
        return isPending(v) && (Fault.isSignedShift(b, fn) || Fault.in(b.y(), fn))
                ? fn.e.stable(v)
                : v;
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
        boolean[] found = {Fault.of(x, fn) == Fault.AT_ONCE};
        Children.of(x, c -> found[0] |= checksAtOnce(c));
        return found[0];
    }
}
