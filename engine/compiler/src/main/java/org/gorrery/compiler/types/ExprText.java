package org.gorrery.compiler.types;

import java.util.List;
import java.util.stream.Collectors;
import org.gorrery.compiler.syntax.ChanDir;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Field;
import org.gorrery.compiler.syntax.FieldList;

/// Expressions as diagnostics show them: on one line, bodies left out.
final class ExprText {
    private ExprText() {}

    /// Where messages about `e` point: its start, but the bracket of a slicing that stands there.
    static int start(Expr e) {
        return switch (e) {
            case Expr.SliceExpr x -> x.operatorPos();
            case Expr.FuncTypeExpr x -> x.params().pos();
            case Expr.Selector x -> start(x.x());
            case Expr.Index x -> start(x.x());
            case Expr.TypeAssert x -> start(x.x());
            case Expr.Binary x -> start(x.x());
            case Expr.Call x -> start(x.fun());
            case Expr.KeyValue x -> start(x.key());
            default -> e.pos();
        };
    }

    /// Where a mention of `e` beside a message points: at its operator, bracket or dot where it has one.
    static int middle(Expr e) {
        return switch (e) {
            case Expr.SliceExpr x -> x.operatorPos();
            case Expr.Selector x -> x.operatorPos();
            case Expr.Index x -> x.operatorPos();
            case Expr.TypeAssert x -> x.operatorPos();
            case Expr.Call x -> x.operatorPos();
            case Expr.FuncTypeExpr x -> x.params().pos();
            default -> e.pos();
        };
    }

    /// The text of `e`.
    static String of(Expr e) {
        return switch (e) {
            case Expr.BadExpr x -> "_";
            case Expr.Name x -> x.text();
            case Expr.BasicLit x -> x.text();
            case Expr.CompositeLit x ->
                    (x.type() == null ? "" : of(x.type())) + (x.elems().isEmpty() ? "{}" : "{…}");
            case Expr.KeyValue x -> of(x.key()) + ": " + of(x.value());
            case Expr.FuncLit x -> of(x.type()) + (x.body().stmts().isEmpty() ? " {}" : " {…}");
            case Expr.Paren x -> "(" + of(x.x()) + ")";
            case Expr.Selector x -> of(x.x()) + "." + x.sel().text();
            case Expr.Index x -> of(x.x()) + "[" + list(x.indices()) + "]";
            case Expr.SliceExpr x -> slice(x);
            case Expr.TypeAssert x ->
                    of(x.x()) + ".(" + (x.type() == null ? "type" : of(x.type())) + ")";
            case Expr.Call x ->
                    of(x.fun()) + "(" + list(x.args()) + (x.spread() ? "..." : "") + ")";
            case Expr.Star x -> "*" + of(x.x());
            case Expr.Unary x -> x.op().text() + of(x.x());
            case Expr.Binary x -> of(x.x()) + " " + x.op().text() + " " + of(x.y());
            case Expr.ArrayTypeExpr x ->
                    "[" + (x.len() == null ? "" : of(x.len())) + "]" + of(x.elem());
            case Expr.Ellipsis x -> "..." + (x.elem() == null ? "" : of(x.elem()));
            case Expr.MapTypeExpr x -> "map[" + of(x.key()) + "]" + of(x.value());
            case Expr.ChanTypeExpr x -> chan(x.dir()) + of(x.elem());
            case Expr.FuncTypeExpr x -> "func" + signature(x);
            case Expr.StructTypeExpr x ->
                    x.fields().isEmpty()
                            ? "struct{}"
                            : "struct{"
                                    + x.fields().stream()
                                            .map(ExprText::field)
                                            .collect(Collectors.joining("; "))
                                    + "}";
            case Expr.InterfaceTypeExpr x ->
                    x.elems().isEmpty() ? "interface{}" : "interface{" + elems(x) + "}";
        };
    }

    private static String elems(Expr.InterfaceTypeExpr x) {
        return x.elems().stream()
                .map(e -> {
                    var name = e.name();
                    return name != null && e.type() instanceof Expr.FuncTypeExpr f
                            ? name.text() + signature(f)
                            : of(e.type());
                })
                .collect(Collectors.joining("; "));
    }

    private static String chan(ChanDir dir) {
        return switch (dir) {
            case BOTH -> "chan ";
            case SEND -> "chan<- ";
            case RECV -> "<-chan ";
        };
    }

    private static String slice(Expr.SliceExpr x) {
        var lo = x.lo();
        var hi = x.hi();
        var max = x.max();
        return of(x.x())
                + "["
                + (lo == null ? "" : of(lo))
                + ":"
                + (hi == null ? "" : of(hi))
                + (max == null ? "" : ":" + of(max))
                + "]";
    }

    /// Several, with commas.
    static String list(List<? extends Expr> list) {
        return list.stream().map(ExprText::of).collect(Collectors.joining(", "));
    }

    private static String signature(Expr.FuncTypeExpr f) {
        String results = fields(f.results());
        if (results.isEmpty()) {
            return "(" + fields(f.params()) + ")";
        }
        boolean bare =
                f.results().fields().size() == 1
                        && f.results().fields().getFirst().names().isEmpty();
        return "(" + fields(f.params()) + ") " + (bare ? results : "(" + results + ")");
    }

    private static String fields(FieldList list) {
        return list.fields().stream().map(ExprText::field).collect(Collectors.joining(", "));
    }

    private static String field(Field f) {
        return f.names().isEmpty() ? of(f.type()) : list(f.names()) + " " + of(f.type());
    }

    /// Without the parentheses around it.
    static Expr unparen(Expr e) {
        var x = e;
        while (x instanceof Expr.Paren p) {
            x = p.x();
        }
        return x;
    }
}
