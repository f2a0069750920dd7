package org.gorrery.compiler.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes needless parentheses off the expressions of headers.
final class Parentheses {
    private Parentheses() {}

    /// The expression without parentheses around it, unless they guard a composite literal whose `{` would start the block.
    static Expr strip(Expr x) {
        return x instanceof Expr.Paren paren && !needsGuard(paren.x()) ? strip(paren.x()) : x;
    }

    private static boolean needsGuard(List<Expr> list) {
        return list.stream().anyMatch(Parentheses::needsGuard);
    }

    /// Whether a composite literal of a named type stands in the open.
    private static boolean needsGuard(@Nullable Expr expr) {
        return switch (expr) {
            case null -> false;
            case Expr.CompositeLit x -> x.type() != null && isTypeName(x.type());
            case Expr.KeyValue x -> needsGuard(x.key()) || needsGuard(x.value());
            case Expr.Selector x -> needsGuard(x.x());
            case Expr.Index x -> needsGuard(x.x()) || needsGuard(x.indices());
            case Expr.SliceExpr x ->
                    needsGuard(x.x())
                            || needsGuard(x.lo())
                            || needsGuard(x.hi())
                            || needsGuard(x.max());
            case Expr.TypeAssert x -> needsGuard(x.x());
            case Expr.Call x -> needsGuard(x.fun()) || needsGuard(x.args());
            case Expr.Star x -> needsGuard(x.x());
            case Expr.Unary x -> needsGuard(x.x());
            case Expr.Binary x -> sidesNeedGuard(x);
            case Expr.Paren _,
                    Expr.BadExpr _,
                    Expr.Name _,
                    Expr.BasicLit _,
                    Expr.FuncLit _,
                    Expr.ArrayTypeExpr _,
                    Expr.Ellipsis _,
                    Expr.MapTypeExpr _,
                    Expr.ChanTypeExpr _,
                    Expr.FuncTypeExpr _,
                    Expr.StructTypeExpr _,
                    Expr.InterfaceTypeExpr _ ->
                    false;
        };
    }

    private static boolean sidesNeedGuard(Expr.Binary outermost) {
        Expr left = outermost;
        while (left instanceof Expr.Binary x) {
            if (needsGuard(x.y())) {
                return true;
            }
            left = x.x();
        }
        return needsGuard(left);
    }

    /// Unlike gofmt we count instantiated types: without the parentheses, `for (T[int]{}) {` is no Go.
    private static boolean isTypeName(Expr type) {
        return type instanceof Expr.Name
                || type instanceof Expr.Index instance && isTypeName(instance.x())
                || type instanceof Expr.Selector selector && isTypeName(selector.x());
    }
}
