package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.types.Mode;
import org.gorrery.compiler.types.Type;
import org.jspecify.annotations.Nullable;

/// Parts of a statement's expressions that are evaluated ahead of all others, in source order: calls, receives, slices, type assertions and
/// what is made of them. Variables are read, elements indexed and numbers divided afterwards, so `a[9] + f()` calls `f` and then panics.
///
/// The language leaves that order open (Go spec, "Order of evaluation": only calls, receives and logical operators among themselves are
/// ordered); programs are written against what gc does.
final class EarlyOperands {
    /// A literal with more calls than this is evaluated element by element: each early operand takes a variable until the statement ends.
    private static final int MOST_CALLS = 200;

    private final Fn fn;
    private final EarlyKinds kinds;
    private final Map<Expr, Rvalue> settled = new IdentityHashMap<>();
    private final List<Expr> sequence = new ArrayList<>();

    EarlyOperands(Fn fn) {
        this.fn = fn;
        this.kinds = new EarlyKinds(fn);
    }

    EarlyKinds kinds() {
        return kinds;
    }

    /// The value of an expression that was evaluated before; null where it was not.
    @Nullable Rvalue valueOf(Expr x) {
        return settled.isEmpty() ? null : settled.get(x);
    }

    /// From now on `x` stands for a value that was computed elsewhere.
    void substitute(Expr x, Rvalue value) {
        settled.put(x, value);
    }

    /// How many have been evaluated; for [#release].
    int mark() {
        return sequence.size();
    }

    /// Forgets those evaluated since `mark`: their statement is done.
    void release(int mark) {
        while (sequence.size() > mark) {
            settled.remove(sequence.removeLast());
        }
    }

    /// Evaluates the early parts of expressions that will be evaluated next, one after the other, where it makes a difference: where
    /// something that is not early stands before a call.
    void settle(List<Expr> exprs) {
        var scan = new Scan();
        exprs.forEach(scan::visit);
        if (scan.needed && scan.calls <= MOST_CALLS) {
            exprs.forEach(this::evaluate);
        }
    }

    /// As [#settle], for what is converted to `targets`: what goes into an interface by its address is evaluated early.
    void settleAs(List<Expr> exprs, List<Type> targets) {
        settle(exprs);
        if (!hasBoxed(exprs, targets) || exprs.stream().anyMatch(this::mayChangeState)) {
            return;
        }
        for (int i = 0; i < exprs.size(); i++) {
            evaluate(exprs.get(i));
            if (kinds.isBoxed(exprs.get(i), targets.get(i))) {
                whole(Calls.unparen(exprs.get(i)));
            }
        }
    }

    private boolean hasBoxed(List<Expr> exprs, List<Type> targets) {
        for (int i = 0; i < exprs.size(); i++) {
            if (kinds.isBoxed(exprs.get(i), targets.get(i))) {
                return true;
            }
        }
        return false;
    }

    /// As [#settle], for both sides of an assignment: what is left of the left sides is evaluated after the right sides.
    void settle(List<Expr> left, List<Expr> right) {
        var scan = new Scan();
        left.forEach(scan::visit);
        boolean leftFirst = scan.calls > 0 || scan.faults;
        right.forEach(scan::visit);
        boolean several = right.size() > 1;
        if ((scan.needed || leftFirst || several && scan.faults) && scan.calls <= MOST_CALLS) {
            left.forEach(this::evaluate);
            if (right.size() == left.size()) {
                right.forEach(this::evaluate);
            }
        }
    }

    /// Evaluates the early parts of an expression now.
    void settleEarly(Expr x) {
        evaluate(x);
    }

    /// Evaluates what is early in both sides of an assignment of several values if any of them calls or receives.
    ///
    /// @return whether nothing is left in them that does
    boolean settledAllCalls(List<Expr> left, List<Expr> right) {
        var all = new ArrayList<>(left);
        all.addAll(right);
        if (all.stream().anyMatch(this::mayChangeState)) {
            var scan = new Scan();
            all.forEach(scan::visit);
            if (scan.calls > MOST_CALLS) {
                return false;
            }
            all.forEach(this::evaluate);
        }
        return all.stream().noneMatch(this::mayChangeState);
    }

    /// Of a place to assign to, evaluates what is more than variables, fields, elements and what pointers point to, as gc does ahead of the
    /// right side.
    void settleComputed(Expr x) {
        if (isDone(x)) {
            return;
        }
        switch (x) {
            case Expr.Name n -> {}
            case Expr.Paren p -> settleComputed(p.x());
            case Expr.Star s -> settleComputed(s.x());
            case Expr.Selector s -> Children.of(s, this::settleComputedChild);
            case Expr.Index i -> {
                settleComputed(i.x());
                settleComputed(i.indices().getFirst());
            }
            default -> whole(x);
        }
    }

    /// Of operands without calls, evaluates those that are no places in memory, as gc does ahead of reading the others. It makes a difference
    /// where both may panic.
    void settleComputed(List<Expr> operands) {
        if (operands.size() > 1 && operands.stream().noneMatch(this::mayChangeState)) {
            for (var x : operands) {
                evaluate(x);
                if (!fn.expressions.isAddressable(x) && Fault.in(x, fn)) {
                    whole(Calls.unparen(x));
                }
            }
        }
    }

    private void settleComputedChild(Node node) {
        if (node instanceof Expr x && !isDone(x)) {
            settleComputed(x);
        }
    }

    /// Evaluates the whole of an expression now.
    void settleWhole(Expr x) {
        if (!isDone(x)) {
            settle(List.of(x));
            whole(x);
        }
    }

    /// Whether a part of `x` that has not been evaluated may call, receive or otherwise change variables and memory.
    boolean mayChangeState(Node x) {
        if (x instanceof Expr expr && isDone(expr)) {
            return false;
        }
        if (x instanceof Expr expr && kinds.isCallOrReceive(expr)) {
            return true;
        }
        boolean[] found = {false};
        Children.of(x, c -> found[0] |= mayChangeState(c));
        return found[0];
    }

    /// Whether there is nothing left of it to evaluate.
    boolean isDone(Expr x) {
        return x instanceof Expr.FuncLit
                || fn.pkg.operand(x).value() != null
                || fn.pkg.operand(x).mode() == Mode.TYPE
                || settled.containsKey(x);
    }

    /// Goes through expressions in the order in which they are evaluated.
    private final class Scan {
        private boolean late;
        private boolean needed;
        private boolean faults; // a slice or type assertion, which may panic ahead of the rest
        private boolean lateFault; // what may panic with the rest
        private boolean
                toArray; // a conversion of a slice to an array, which panics when it is reached
        private int calls;

        void visit(Node node) {
            if (!(node instanceof Expr x) || isDone(x)) {
                return;
            }
            if (x instanceof Expr.Paren p) {
                visit(p.x());
            } else if (isWhole(x) && mayCall(x)) {
                needed |= late;
                calls++;
            } else {
                boolean before = lateFault;
                Children.of(x, this::visit);
                if (x instanceof Expr.SliceExpr
                        || x instanceof Expr.TypeAssert
                        || isFaultingBuiltin(x)) {
                    faults = true;
                    needed |= toArray || before && kinds.isEarly(x) || boundsFault(x);
                    lateFault = kinds.isEarly(x) ? before : true;
                } else {
                    lateFault |= Fault.of(x, fn) != Fault.NONE;
                }
                faults |= x instanceof Expr.Index i && kinds.copiesFaultingKey(i);
                if (kinds.isBoxing(x)) {
                    faults = true;
                    needed |= before;
                }
                toArray |= kinds.isArrayOfSlice(x);
                late |= !(x instanceof Expr.CompositeLit || x instanceof Expr.KeyValue);
            }
        }

        /// Whether both a slice expression's operand and its bounds may fault: the bounds come first.
        private boolean boundsFault(Expr x) {
            return x instanceof Expr.SliceExpr s
                    && Fault.in(s.x(), fn)
                    && (faultsIn(s.lo()) || faultsIn(s.hi()) || faultsIn(s.max()));
        }

        private boolean faultsIn(@Nullable Expr x) {
            return x != null && Fault.in(x, fn);
        }

        private boolean isFaultingBuiltin(Expr x) {
            return x instanceof Expr.Call c
                    && kinds.isPlainBuiltin(c)
                    && c.args().stream().anyMatch(a -> Fault.in(a, fn));
        }

        /// What is evaluated at one go, with the order of its operands its own.
        private boolean isWhole(Expr x) {
            return kinds.isCallOrReceive(x) || EarlyKinds.isLogical(x) || kinds.isMapLiteral(x);
        }

        /// Whether it runs other code; len and its like only look at their operand.
        private boolean mayCall(Expr x) {
            if (x instanceof Expr.Call c && kinds.isPlainBuiltin(c)) {
                return c.args().stream().anyMatch(EarlyOperands.this::mayChangeState);
            }
            return mayChangeState(x);
        }
    }

    /// Evaluates the early parts of an expression, from left to right.
    private void evaluate(Node node) {
        if (!(node instanceof Expr x) || isDone(x)) {
            return;
        }
        if (x instanceof Expr.Paren p) {
            evaluate(p.x());
            return;
        }
        boolean early = kinds.isEarly(x);
        if (x instanceof Expr.SliceExpr s) {
            evaluate(s.x());
            bound(s.lo());
            bound(s.hi());
            bound(s.max());
        } else if (!(early && kinds.ordersItself(x))) {
            Children.of(x, this::evaluate);
        }
        if (x instanceof Expr.Index i && kinds.isKeyed(i)) {
            whole(i.indices().getFirst());
        }
        if (kinds.isBoxing(x)) {
            whole(Calls.unparen(((Expr.Call) x).args().getFirst()));
        }
        if (early) {
            whole(x);
        }
    }

    private void bound(@Nullable Expr x) {
        if (x != null) {
            evaluate(x);
            whole(x);
        }
    }

    private void whole(Expr x) {
        if (!isDone(x)) {
            settled.put(x, fn.e.stable(fn.expressions.part(x)));
            sequence.add(x);
        }
    }
}
