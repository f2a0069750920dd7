package org.gorrery.compiler.lower;

import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.CheckedPackage;
import org.gorrery.compiler.types.PointerType;

/// What evaluating an expression may do to others.
final class Effects {
    private Effects() {}

    /// Whether it may fault without a call: an index, a dereference, a division, an assertion.
    static boolean mayFault(Node x, CheckedPackage pkg) {
        if (x instanceof Expr.FuncLit) {
            return false;
        }
        if (x instanceof Expr expr && pkg.operand(expr).value() != null) {
            return false;
        }
        boolean[] found = {x instanceof Expr expr && mayFaultItself(expr, pkg)};
        Children.of(x, c -> found[0] |= mayFault(c, pkg));
        return found[0];
    }

    /// As [#mayFault], but for its operands.
    static boolean mayFaultItself(Expr x, CheckedPackage pkg) {
        return switch (x) {
            case Expr.Index i -> true;
            case Expr.SliceExpr s -> true;
            case Expr.Star s -> true;
            case Expr.TypeAssert t -> true;
            case Expr.Selector s ->
                    pkg.selections()[s.id()] != null
                            && pkg.operand(s.x()).type().underlying() instanceof PointerType;
            case Expr.Binary b -> b.op() == Token.QUO || b.op() == Token.REM;
            default -> false;
        };
    }
}
