package org.gorrery.compiler.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Expressions and simple statements as error messages quote them: on one line, bodies of functions and composite literals as `…`.
public final class ExprText {
    private final StringBuilder out = new StringBuilder();

    private ExprText() {}

    /// The text of an expression or type.
    public static String of(Expr x) {
        var text = new ExprText();
        text.add(x);
        return text.out.toString();
    }

    /// The text of several, separated by commas.
    public static String of(List<Expr> list) {
        var text = new ExprText();
        text.list(list);
        return text.out.toString();
    }

    /// The text of a simple statement; empty for others.
    public static String of(Stmt stmt) {
        return switch (stmt) {
            case Stmt.ExprStmt s -> of(s.x());
            case Stmt.Send s -> of(s.chan()) + " <- " + of(s.value());
            case Stmt.IncDec s -> of(s.x()) + s.op().text();
            case Stmt.Assign s -> of(s.lhs()) + " " + s.op().text() + " " + of(s.rhs());
            case Stmt _ -> "";
        };
    }

    private ExprText add(String text) {
        out.append(text);
        return this;
    }

    private ExprText maybe(@Nullable Expr x) {
        return x == null ? this : add(x);
    }

    private ExprText list(List<Expr> list) {
        for (int i = 0; i < list.size(); i++) {
            add(i == 0 ? "" : ", ").add(list.get(i));
        }
        return this;
    }

    private ExprText add(Expr expr) {
        return switch (expr) {
            case Expr.BadExpr _ -> add("<bad expr>");
            case Expr.Name x -> add(x.text());
            case Expr.BasicLit x -> add(x.text());
            case Expr.CompositeLit x -> maybe(x.type()).add(x.elems().isEmpty() ? "{}" : "{…}");
            case Expr.KeyValue x -> add(x.key()).add(": ").add(x.value());
            case Expr.FuncLit x -> add(x.type()).add(x.body().stmts().isEmpty() ? " {}" : " {…}");
            case Expr.Paren x -> add("(").add(x.x()).add(")");
            case Expr.Selector x -> add(x.x()).add(".").add(x.sel().text());
            case Expr.Index x -> add(x.x()).add("[").list(x.indices()).add("]");
            case Expr.SliceExpr x -> slice(x);
            case Expr.TypeAssert x ->
                    x.type() == null
                            ? add(x.x()).add(".(type)")
                            : add(x.x()).add(".(").add(x.type()).add(")");
            case Expr.Call x -> add(x.fun()).add("(").list(x.args()).add(x.spread() ? "...)" : ")");
            case Expr.Star x -> add("*").add(x.x());
            case Expr.Unary x -> add(x.op().text()).add(x.x());
            case Expr.Binary x -> add(x.x()).add(" " + x.op().text() + " ").add(x.y());
            case Expr.ArrayTypeExpr x -> add("[").maybe(x.len()).add("]").add(x.elem());
            case Expr.Ellipsis x -> add("...").maybe(x.elem());
            case Expr.MapTypeExpr x -> add("map[").add(x.key()).add("]").add(x.value());
            case Expr.ChanTypeExpr x -> channel(x);
            case Expr.FuncTypeExpr x -> add("func").signature(x);
            case Expr.StructTypeExpr x -> add("struct{").fields(x.fields(), "; ").add("}");
            case Expr.InterfaceTypeExpr x -> interfaceType(x);
        };
    }

    private ExprText slice(Expr.SliceExpr x) {
        add(x.x()).add("[").maybe(x.lo()).add(":").maybe(x.hi());
        if (x.max() != null) {
            add(":").add(x.max());
        }
        return add("]");
    }

    private ExprText channel(Expr.ChanTypeExpr x) {
        add(
                switch (x.dir()) {
                    case BOTH -> "chan ";
                    case SEND -> "chan<- ";
                    case RECV -> "<-chan ";
                });
        boolean ambiguous =
                x.dir() == ChanDir.BOTH
                        && x.elem() instanceof Expr.ChanTypeExpr e
                        && e.dir() == ChanDir.RECV;
        return ambiguous ? add("(").add(x.elem()).add(")") : add(x.elem());
    }

    private ExprText signature(Expr.FuncTypeExpr x) {
        add("(").fields(x.params().fields(), ", ").add(")");
        List<Field> results = x.results().fields();
        if (results.isEmpty()) {
            return this;
        }
        return results.size() == 1 && results.getFirst().names().isEmpty()
                ? add(" ").add(results.getFirst().type())
                : add(" (").fields(results, ", ").add(")");
    }

    private ExprText fields(List<Field> fields, String separator) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            add(i == 0 ? "" : separator);
            for (int n = 0; n < field.names().size(); n++) {
                add(n == 0 ? "" : ", ").add(field.names().get(n).text());
            }
            add(field.names().isEmpty() ? "" : " ").add(field.type());
            if (field.tag() != null) {
                add(" ").add(field.tag().text());
            }
        }
        return this;
    }

    private ExprText interfaceType(Expr.InterfaceTypeExpr x) {
        add("interface{");
        for (int i = 0; i < x.elems().size(); i++) {
            Expr.InterfaceElem elem = x.elems().get(i);
            add(i == 0 ? "" : "; ");
            if (elem.name() != null && elem.type() instanceof Expr.FuncTypeExpr type) {
                add(elem.name().text()).signature(type);
            } else {
                add(elem.type());
            }
        }
        return add("}");
    }
}
