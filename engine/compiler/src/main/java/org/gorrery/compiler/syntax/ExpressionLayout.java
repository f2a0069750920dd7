package org.gorrery.compiler.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays out expressions.
///
/// `depth` says how deep inside other expressions one stands: 1 for one of its own. From 2 on, binary operators are written tighter
/// ([BinarySpacing]).
final class ExpressionLayout {
    private final Layouts layouts;
    private final LayoutWriter out;
    private final FormatSource source;

    ExpressionLayout(Layouts layouts) {
        this.layouts = layouts;
        this.out = layouts.writer();
        this.source = layouts.source();
    }

    void expression(Expr x) {
        expression(x, 1);
    }

    void expression(Expr x, int depth) {
        operand(x, depth);
    }

    private void operand(Expr expr, int depth) {
        out.at(expr.pos());
        switch (expr) {
            case Expr.BadExpr x -> inPlaceOf(x);
            case Expr.Name x -> out.name(x.text());
            case Expr.BasicLit x when x.kind() == LitKind.INT -> out.integer(NumberStyle.of(x));
            case Expr.BasicLit x -> out.literal(NumberStyle.of(x));
            case Expr.Binary x -> binary(x, depth);
            case Expr.KeyValue x -> keyValue(x);
            case Expr.Star x -> {
                out.token(Token.MUL);
                expression(x.x());
            }
            case Expr.Unary x -> {
                out.token(x.op());
                operand(x.x(), depth);
            }
            case Expr.FuncLit x -> function(x);
            case Expr.Paren x -> paren(x, depth);
            case Expr.Selector x -> selector(x, depth, false);
            case Expr.TypeAssert x -> typeAssert(x, depth);
            case Expr.Index x -> index(x, depth);
            case Expr.SliceExpr x -> slice(x, depth);
            case Expr.Call x -> call(x, depth);
            case Expr.CompositeLit x -> literalValue(x, depth);
            case Expr.ArrayTypeExpr _,
                    Expr.Ellipsis _,
                    Expr.MapTypeExpr _,
                    Expr.ChanTypeExpr _,
                    Expr.FuncTypeExpr _,
                    Expr.StructTypeExpr _,
                    Expr.InterfaceTypeExpr _ ->
                    layouts.types().type(expr);
        }
    }

    /// A guard that no compiler takes; nothing else that does not parse comes here.
    private void inPlaceOf(Expr.BadExpr place) {
        Stmt stmt = layouts.liberties().guards().get(place.id());
        if (stmt == null) {
            throw new IllegalStateException("formatted in spite of an error at " + place.pos());
        }
        layouts.statements().statement(stmt, false);
    }

    /// A binary operation whose operator and right side are still to be written.
    private record OpenBinary(Expr.Binary x, int tightFrom, int depth) {}

    /// A binary operation. Chains of operators lean to the left and may be long: their left sides are gone down in a loop.
    private void binary(Expr.Binary outermost, int outerDepth) {
        Deque<OpenBinary> open = new ArrayDeque<>();
        Expr left = outermost;
        int depth = outerDepth;
        while (left instanceof Expr.Binary x) {
            open.push(new OpenBinary(x, BinarySpacing.tightFrom(x, depth), depth));
            int precedence = x.op().precedence();
            boolean sameLevel =
                    x.x() instanceof Expr.Binary inner && inner.op().precedence() == precedence;
            depth = sameLevel ? depth : depth + 1;
            left = x.x();
        }
        operand(left, depth);
        open.forEach(this::rightSide);
    }

    private void rightSide(OpenBinary part) {
        Expr.Binary x = part.x;
        boolean blanks = x.op().precedence() < part.tightFrom;
        if (blanks) {
            out.space(Space.BLANK);
        }
        int operatorLine = out.sourceLine();
        int rightLine = source.line(x.y().pos());
        out.at(x.opPos());
        out.token(x.op());
        boolean broken =
                operatorLine != rightLine && out.breakTo(rightLine, 1, Space.INDENT, true) > 0;
        if (blanks && !broken) {
            out.space(Space.BLANK);
        }
        operand(x.y(), part.depth + 1);
        if (broken) {
            out.space(Space.UNINDENT);
        }
    }

    private void keyValue(Expr.KeyValue x) {
        expression(x.key());
        out.at(source.nextToken(source.end(x.key())));
        out.token(Token.COLON);
        out.space(Space.BLANK);
        expression(x.value());
    }

    private void function(Expr.FuncLit x) {
        out.token(Token.FUNC);
        int start = out.outColumn() - Token.FUNC.text().length();
        layouts.types().signature(x.type());
        layouts.statements()
                .functionBody(layouts.types().headerWidth(x.pos(), start), Space.BLANK, x.body());
    }

    private void paren(Expr.Paren x, int depth) {
        if (x.x() instanceof Expr.Paren) {
            expression(x.x(), depth);
            return;
        }
        out.token(Token.LPAREN);
        expression(x.x(), Math.max(1, depth - 1));
        out.at(x.rparen());
        out.token(Token.RPAREN);
    }

    /// `x.sel`; a line break before the selector is kept. True if there was one and `keepIndented`, so that the indentation is still on.
    private boolean selector(Expr.Selector x, int depth, boolean keepIndented) {
        operand(x.x(), depth);
        out.token(Token.PERIOD);
        boolean broken = out.sourceLine() < source.line(x.sel().pos());
        if (broken) {
            out.space(Space.INDENT, Space.NEWLINE);
        }
        out.at(x.sel().pos());
        out.name(x.sel().text());
        if (broken && !keepIndented) {
            out.space(Space.UNINDENT);
        }
        return broken && keepIndented;
    }

    private void typeAssert(Expr.TypeAssert x, int depth) {
        operand(x.x(), depth);
        out.token(Token.PERIOD);
        out.at(source.nextToken(source.nextToken(source.end(x.x())) + 1));
        out.token(Token.LPAREN);
        if (x.type() == null) {
            out.token(Token.TYPE);
        } else {
            expression(x.type());
        }
        out.at(x.rparen());
        out.token(Token.RPAREN);
    }

    private void index(Expr.Index x, int depth) {
        operand(x.x(), 1);
        int open = source.nextToken(source.end(x.x()));
        out.at(open);
        out.token(Token.LBRACK);
        if (x.indices().size() == 1) {
            expression(x.indices().getFirst(), depth + 1);
        } else {
            layouts.lists()
                    .list(
                            x.indices(),
                            depth + 1,
                            new ListLayout.Frame(open, x.rbrack(), true, true));
        }
        out.at(x.rbrack());
        out.token(Token.RBRACK);
    }

    private void slice(Expr.SliceExpr x, int depth) {
        operand(x.x(), 1);
        out.at(source.nextToken(source.end(x.x())));
        out.token(Token.LBRACK);
        List<@Nullable Expr> parts = new ArrayList<>();
        parts.add(x.lo());
        parts.add(x.hi());
        if (x.max() != null) {
            parts.add(x.max());
        }
        boolean blanks = depth <= 1 && needsBlanks(parts);
        for (int i = 0; i < parts.size(); i++) {
            Expr part = parts.get(i);
            if (i > 0) {
                out.space(blanks && parts.get(i - 1) != null ? Space.BLANK : Space.NONE);
                out.token(Token.COLON);
                out.space(blanks && part != null ? Space.BLANK : Space.NONE);
            }
            if (part != null) {
                expression(part, depth + 1);
            }
        }
        out.at(x.rbrack());
        out.token(Token.RBRACK);
    }

    private static boolean needsBlanks(List<@Nullable Expr> parts) {
        int present = 0;
        boolean binary = false;
        for (Expr part : parts) {
            present += part == null ? 0 : 1;
            binary |= part instanceof Expr.Binary;
        }
        return present > 1 && binary;
    }

    private void call(Expr.Call x, int outerDepth) {
        int depth = x.args().size() > 1 ? outerDepth + 1 : outerDepth;
        boolean indented = false;
        if (x.fun() instanceof Expr.Selector method) {
            out.at(method.pos());
            indented = selector(method, depth, true);
        } else {
            boolean wrap =
                    x.fun() instanceof Expr.FuncTypeExpr
                            || x.fun() instanceof Expr.ChanTypeExpr c && c.dir() == ChanDir.RECV;
            if (wrap) {
                out.token(Token.LPAREN);
            }
            operand(x.fun(), depth);
            if (wrap) {
                out.token(Token.RPAREN);
            }
        }
        arguments(x, depth);
        if (indented) {
            out.space(Space.UNINDENT);
        }
    }

    private void arguments(Expr.Call x, int depth) {
        int open = source.nextToken(source.end(x.fun()));
        out.at(open);
        out.token(Token.LPAREN);
        if (x.spread()) {
            int dots = source.nextToken(source.end(x.args().getLast()));
            layouts.lists().list(x.args(), depth, new ListLayout.Frame(open, dots, false, true));
            out.at(dots);
            out.token(Token.ELLIPSIS);
            if (source.line(dots) < source.line(x.rparen())) {
                out.token(Token.COMMA);
                out.space(Space.SECTION);
            }
        } else {
            layouts.lists()
                    .list(x.args(), depth, new ListLayout.Frame(open, x.rparen(), true, true));
        }
        out.at(x.rparen());
        out.token(Token.RPAREN);
    }

    private void literalValue(Expr.CompositeLit x, int depth) {
        if (x.type() != null) {
            operand(x.type(), depth);
        }
        int outer = out.setLiteralDepth(out.literalDepth() + 1);
        out.at(x.lbrace());
        out.token(Token.LBRACE);
        layouts.lists()
                .list(x.elems(), 1, new ListLayout.Frame(x.lbrace(), x.rbrace(), true, true));
        out.closeLiteral(!x.elems().isEmpty(), x.rbrace());
        out.setLiteralDepth(outer);
    }

    /// Without parentheses around it.
    static Expr bare(Expr x) {
        Expr inner = x;
        while (inner instanceof Expr.Paren paren) {
            inner = paren.x();
        }
        return inner;
    }
}
