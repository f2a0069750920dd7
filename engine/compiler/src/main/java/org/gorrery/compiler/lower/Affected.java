package org.gorrery.compiler.lower;

import java.util.HashSet;
import java.util.Set;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.Mode;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Selection;
import org.gorrery.compiler.types.VarObject;

/// What the assignments of one statement that have been made so far may have changed: an operand of a later one that reads it is
/// evaluated ahead of them all.
///
/// Source: gc, `walk/assign.go` (`ascompatee`), whose answers decide which of two faults of a statement comes first.
final class Affected {
    private final Fn fn;
    private final Set<VarObject> assigned = new HashSet<>();
    private boolean memory;
    private boolean everything;

    Affected(Fn fn) {
        this.fn = fn;
    }

    /// Evaluates the operands of a left side that may be affected.
    ///
    /// @return what is assigned: a variable, for parts of its own memory too, or what is reached through a pointer, slice or map
    Expr saveOperands(Expr left) {
        return switch (left) {
            case Expr.Paren p -> saveOperands(p.x());
            case Expr.Selector s when !isThroughPointer(s) -> saveOperands(s.x());
            case Expr.Selector s when fn.pkg.selections()[s.id()] != null -> {
                save(s.x());
                yield s;
            }
            case Expr.Star s -> {
                save(s.x());
                yield s;
            }
            case Expr.Index i -> {
                boolean own = fn.type(i.x()).underlying() instanceof ArrayType;
                if (own) {
                    save(i.indices().getFirst());
                    yield saveOperands(i.x());
                }
                save(i.x());
                save(i.indices().getFirst());
                yield i;
            }
            default -> left;
        };
    }

    /// Evaluates an operand now if it may be affected.
    void save(Expr x) {
        if (mayRead(x)) {
            fn.expressions.early().settleWhole(x);
        }
    }

    /// The left side is assigned.
    void wrote(Expr target) {
        if (!(target instanceof Expr.Name n)) {
            memory = true;
        } else if (!n.text().equals("_") && fn.object(n) instanceof VarObject v) {
            if (v.kind() == VarObject.Kind.RESULT && fn.hasDefer()) {
                everything = true; // a deferred call may see it, should an operand panic
            } else if (isMemory(v)) {
                memory = true;
            } else {
                assigned.add(v);
            }
        }
    }

    private boolean mayRead(Expr x) {
        return everything || reads(x);
    }

    private boolean reads(Node node) {
        if (!(node instanceof Expr x)) {
            return false;
        }
        if (fn.expressions.early().valueOf(x) != null
                || fn.pkg.operand(x).value() != null
                || fn.pkg.operand(x).mode() == Mode.TYPE) {
            return false;
        }
        if (x instanceof Expr.Name n) {
            return fn.object(n) instanceof VarObject v
                    && (assigned.contains(v) || memory && isMemory(v));
        }
        if (memory && readsMemory(x)) {
            return true;
        }
        boolean[] found = {false};
        Children.of(x, c -> found[0] |= reads(c));
        return found[0];
    }

    private boolean isMemory(VarObject v) {
        return !fn.hasStorage(v) || fn.storageOf(v) instanceof Storage.Boxed;
    }

    private boolean readsMemory(Expr x) {
        return switch (x) {
            case Expr.Paren p -> false;
            case Expr.Selector s -> isThroughPointer(s);
            case Expr.TypeAssert t -> false;
            case Expr.Unary u -> u.op() != Token.SUB && u.op() != Token.ADD && u.op() != Token.XOR;
            case Expr.Binary b -> isComparison(b.op());
            case Expr.Call c -> fn.pkg.operand(c.fun()).mode() != Mode.TYPE;
            default -> true;
        };
    }

    private static boolean isComparison(Token op) {
        return switch (op) {
            case EQL, NEQ, LSS, LEQ, GTR, GEQ -> true;
            default -> false;
        };
    }

    private boolean isThroughPointer(Expr.Selector s) {
        Selection selection = fn.pkg.selections()[s.id()];
        return selection == null
                || selection.path().length != 1
                || fn.type(s.x()).underlying() instanceof PointerType;
    }
}
