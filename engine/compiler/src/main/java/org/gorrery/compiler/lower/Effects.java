package org.gorrery.compiler.lower;

import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.CheckedPackage;
import org.gorrery.compiler.types.Mode;

/// What evaluating an expression may do to others.
final class Effects {
    private Effects() {}

    /// Whether it may call, receive or otherwise change variables and memory.
    static boolean mayChangeState(Node x, CheckedPackage pkg) {
        if (x instanceof Expr.FuncLit) {
            return false;
        }
        if (x instanceof Expr expr && pkg.operand(expr).value() != null) {
            return false;
        }
        if (x instanceof Expr.Call c && pkg.operand(c.fun()).mode() != Mode.TYPE) {
            return true;
        }
        if (x instanceof Expr.Unary u && u.op() == Token.ARROW) {
            return true;
        }
        boolean[] found = {false};
        Children.of(x, c -> found[0] |= mayChangeState(c, pkg));
        return found[0];
    }
}
