package org.gorrery.compiler.syntax;

import java.util.List;

/// Expressions and simple statements as error messages quote them: on one line, bodies of functions and composite literals as `…`.
public final class ExprText {
    private final StringBuilder out = new StringBuilder();

    private ExprText() {}

    /// The text of an expression or type.
    public static String of(Expr x) {
        var text = new ExprText();
        text.expr(x);
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

    private void list(List<Expr> list) {
        for (int i = 0; i < list.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            expr(list.get(i));
        }
    }

    private void expr(Expr expr) {
        switch (expr) {
            case Expr.BadExpr _ -> out.append("<bad expr>");
            case Expr.Name x -> out.append(x.text());
            case Expr.BasicLit x -> out.append(x.text());
            case Expr.CompositeLit x -> {
                if (x.type() != null) {
                    expr(x.type());
                }
                out.append(x.elems().isEmpty() ? "{}" : "{…}");
            }
            case Expr.KeyValue x -> {
                expr(x.key());
                out.append(": ");
                expr(x.value());
            }
            case Expr.FuncLit x -> {
                expr(x.type());
                out.append(x.body().stmts().isEmpty() ? " {}" : " {…}");
            }
            case Expr.Paren x -> wrapped("(", x.x(), ")");
            case Expr.Selector x -> {
                expr(x.x());
                out.append('.').append(x.sel().text());
            }
            case Expr.Index x -> {
                expr(x.x());
                out.append('[');
                list(x.indices());
                out.append(']');
            }
            case Expr.SliceExpr x -> slice(x);
            case Expr.TypeAssert x -> {
                expr(x.x());
                if (x.type() == null) {
                    out.append(".(type)");
                } else {
                    wrapped(".(", x.type(), ")");
                }
            }
            case Expr.Call x -> {
                expr(x.fun());
                out.append('(');
                list(x.args());
                out.append(x.spread() ? "...)" : ")");
            }
            case Expr.Star x -> wrapped("*", x.x(), "");
            case Expr.Unary x -> wrapped(x.op().text(), x.x(), "");
            case Expr.Binary x -> {
                expr(x.x());
                wrapped(" " + x.op().text() + " ", x.y(), "");
            }
            case Expr.ArrayTypeExpr x -> {
                out.append('[');
                if (x.len() != null) {
                    expr(x.len());
                }
                wrapped("]", x.elem(), "");
            }
            case Expr.Ellipsis x -> {
                out.append("...");
                if (x.elem() != null) {
                    expr(x.elem());
                }
            }
            case Expr.MapTypeExpr x -> {
                wrapped("map[", x.key(), "]");
                expr(x.value());
            }
            case Expr.ChanTypeExpr x -> channel(x);
            case Expr.FuncTypeExpr x -> {
                out.append("func");
                signature(x);
            }
            case Expr.StructTypeExpr x -> {
                out.append("struct{");
                fields(x.fields(), "; ");
                out.append('}');
            }
            case Expr.InterfaceTypeExpr x -> interfaceType(x);
        }
    }

    private void wrapped(String before, Expr x, String after) {
        out.append(before);
        expr(x);
        out.append(after);
    }

    private void slice(Expr.SliceExpr x) {
        expr(x.x());
        out.append('[');
        if (x.lo() != null) {
            expr(x.lo());
        }
        out.append(':');
        if (x.hi() != null) {
            expr(x.hi());
        }
        if (x.max() != null) {
            wrapped(":", x.max(), "");
        }
        out.append(']');
    }

    private void channel(Expr.ChanTypeExpr x) {
        switch (x.dir()) {
            case BOTH -> out.append("chan ");
            case SEND -> out.append("chan<- ");
            case RECV -> out.append("<-chan ");
        }
        boolean ambiguous =
                x.dir() == ChanDir.BOTH
                        && x.elem() instanceof Expr.ChanTypeExpr e
                        && e.dir() == ChanDir.RECV;
        wrapped(ambiguous ? "(" : "", x.elem(), ambiguous ? ")" : "");
    }

    private void signature(Expr.FuncTypeExpr x) {
        out.append('(');
        fields(x.params().fields(), ", ");
        out.append(')');
        List<Field> results = x.results().fields();
        if (results.size() == 1 && results.getFirst().names().isEmpty()) {
            wrapped(" ", results.getFirst().type(), "");
        } else if (!results.isEmpty()) {
            out.append(" (");
            fields(results, ", ");
            out.append(')');
        }
    }

    private void fields(List<Field> fields, String separator) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            out.append(i == 0 ? "" : separator);
            for (int n = 0; n < field.names().size(); n++) {
                out.append(n == 0 ? "" : ", ").append(field.names().get(n).text());
            }
            wrapped(field.names().isEmpty() ? "" : " ", field.type(), "");
            if (field.tag() != null) {
                out.append(' ').append(field.tag().text());
            }
        }
    }

    private void interfaceType(Expr.InterfaceTypeExpr x) {
        out.append("interface{");
        for (int i = 0; i < x.elems().size(); i++) {
            Expr.InterfaceElem elem = x.elems().get(i);
            out.append(i == 0 ? "" : "; ");
            if (elem.name() != null && elem.type() instanceof Expr.FuncTypeExpr type) {
                out.append(elem.name().text());
                signature(type);
            } else {
                expr(elem.type());
            }
        }
        out.append('}');
    }
}
