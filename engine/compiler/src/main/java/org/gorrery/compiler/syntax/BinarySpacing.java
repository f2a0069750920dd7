package org.gorrery.compiler.syntax;

import org.jspecify.annotations.Nullable;

/// Which operators of a binary expression stand between blanks.
///
/// Comparisons and `&&`, `||` always do. Sums and products do as the whole expression asks: blanks tell the levels apart where both occur,
/// and an expression that is itself part of a list or an argument is kept tight. Where an operator and the sign after it would be
/// read as one, there is a blank.
final class BinarySpacing {
    private static final int SUM = 4;
    private static final int PRODUCT = 5;
    private static final int ALL = 6;

    private boolean sums;
    private boolean products;
    private int clash;

    private BinarySpacing() {}

    /// The precedence from which on operators have no blanks.
    ///
    /// @param depth 1 for an expression of its own, more inside others
    static int tightFrom(Expr.Binary x, int depth) {
        var found = new BinarySpacing();
        found.inspect(x);
        if (found.clash > 0) {
            return found.clash + 1;
        }
        if (depth == 1) {
            return found.sums && found.products ? PRODUCT : ALL;
        }
        return SUM;
    }

    private void inspect(Expr.Binary outermost) {
        Expr.@Nullable Binary x = outermost;
        while (x != null) {
            int precedence = x.op().precedence();
            sums |= precedence == SUM;
            products |= precedence == PRODUCT;
            inspectRight(x);
            boolean sameExpression =
                    x.x() instanceof Expr.Binary left && left.op().precedence() >= precedence;
            x = sameExpression ? (Expr.Binary) x.x() : null;
        }
    }

    private void inspectRight(Expr.Binary x) {
        switch (x.y()) {
            case Expr.Binary right -> {
                if (right.op().precedence() > x.op().precedence()) {
                    inspect(right);
                }
            }
            case Expr.Star _ -> {
                if (x.op() == Token.QUO) {
                    clash = PRODUCT;
                }
            }
            case Expr.Unary sign -> clash = Math.max(clash, clash(x.op(), sign.op()));
            case Expr _ -> {}
        }
    }

    private static int clash(Token op, Token sign) {
        return switch (op) {
            case AND -> sign == Token.AND || sign == Token.XOR ? PRODUCT : 0;
            case ADD -> sign == Token.ADD ? SUM : 0;
            case SUB -> sign == Token.SUB ? SUM : 0;
            default -> 0;
        };
    }
}
