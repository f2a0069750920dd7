package org.gorrery.compiler.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses simple statements, and the headers of if, for and switch, which are made of them.
final class HeaderParser {
    private static final int MAX_RANGE_VARIABLES = 2;
    private static final Stmt.Block NO_BODY = new Stmt.Block(0, List.of(), 0);

    private final Parser parser;
    private final TokenStream in;
    private int operatorPos;

    HeaderParser(Parser parser, TokenStream in) {
        this.parser = parser;
        this.in = in;
    }

    /// What stands between the keyword and the `{`.
    ///
    /// @param bind the variable of a type switch; `cond` is then its guard
    /// @param range a range clause, without its body; then there is nothing else
    record Header(
            @Nullable Stmt init,
            @Nullable Expr cond,
            @Nullable Stmt post,
            Expr.@Nullable Name bind,
            Stmt.@Nullable Range range) {}

    /// The rest of a simple statement whose first expressions are behind us.
    Stmt simple(List<Expr> lhs) {
        Expr first = lhs.getFirst();
        int pos = in.pos();
        Token op = in.token();
        operatorPos = pos;
        if (op == Token.ASSIGN || op == Token.DEFINE) {
            in.next();
            return new Stmt.Assign(first.pos(), lhs, op, pos, parser.expressions().list());
        }
        if (lhs.size() > 1) {
            in.syntaxError("expected := or = or comma");
            in.skipTo(Token.SEMICOLON, Token.RBRACE);
            return new Stmt.ExprStmt(first);
        }
        if (isOperatorAssignment(op)) {
            in.next();
            return new Stmt.Assign(
                    first.pos(), lhs, op, pos, List.of(parser.expressions().expression()));
        }
        return switch (op) {
            case INC, DEC -> {
                in.next();
                yield new Stmt.IncDec(first.pos(), first, op);
            }
            case ARROW -> {
                in.next();
                yield new Stmt.Send(first.pos(), first, pos, parser.expressions().expression());
            }
            default -> new Stmt.ExprStmt(first);
        };
    }

    private static boolean isOperatorAssignment(Token op) {
        return op.ordinal() >= Token.ADD_ASSIGN.ordinal()
                && op.ordinal() <= Token.AND_NOT_ASSIGN.ordinal();
    }

    private Stmt simple() {
        return simple(parser.expressions().list());
    }

    /// The header after `keyword`, which stands here.
    Header parse(Token keyword) {
        in.next();
        if (in.at(Token.LBRACE)) {
            Expr cond = null;
            if (keyword == Token.IF) {
                in.syntaxError("missing condition in if statement");
                cond = in.bad();
            }
            return new Header(null, cond, null, null, null);
        }
        int outer = in.enterHeader();
        Header header = keyword == Token.FOR ? forHeader() : header(keyword);
        in.leaveHeader(outer);
        return header;
    }

    private @Nullable Stmt initializer(Token keyword) {
        if (in.at(Token.SEMICOLON)) {
            return null;
        }
        if (in.got(Token.VAR)) {
            in.syntaxError("var declaration not allowed in " + keyword.text() + " initializer");
        }
        return keyword == Token.FOR ? simpleOrRange() : simple();
    }

    // --- if and switch

    private Header header(Token keyword) {
        Stmt first = initializer(keyword);
        if (in.at(Token.LBRACE)) {
            return condition(keyword, null, first);
        }
        int semicolon = in.pos();
        String semicolonText = in.text();
        boolean separated = in.got(Token.SEMICOLON);
        if (!separated) {
            braceMissing();
        }
        if (!in.at(Token.LBRACE)) {
            return condition(keyword, first, simple());
        }
        if (keyword == Token.IF && separated) {
            boolean written = semicolonText.equals("semicolon");
            in.syntaxErrorAt(
                    semicolon,
                    written
                            ? "missing condition in if statement"
                            : "unexpected " + semicolonText + ", expected { after if clause");
            return new Header(
                    first, new Expr.BadExpr(in.id(), semicolon, semicolon), null, null, null);
        }
        return new Header(first, null, null, null, null);
    }

    /// A `{` in the words of the message; with any luck the next token makes sense again.
    private void braceMissing() {
        in.want(Token.LBRACE);
        if (!in.at(Token.LBRACE)) {
            in.skipTo(Token.LBRACE, Token.RBRACE);
        }
    }

    private Header condition(Token keyword, @Nullable Stmt init, @Nullable Stmt stmt) {
        if (keyword == Token.SWITCH
                && isGuard(stmt)
                && stmt instanceof Stmt.Assign assign
                && assign.lhs().getFirst() instanceof Expr.Name name) {
            Expr guard = assign.rhs().getFirst();
            return new Header(init, guard, null, name, null);
        }
        return new Header(init, value(stmt, operatorPos), null, null, null);
    }

    /// The expression that a statement in the place of a condition is; anything else is refused.
    private @Nullable Expr value(@Nullable Stmt stmt, int operator) {
        if (stmt == null) {
            return null;
        }
        if (stmt instanceof Stmt.ExprStmt expression) {
            return expression.x();
        }
        int pos = operatorOf(stmt, operator);
        Liberties liberties = parser.liberties();
        if (liberties != null && isGuard(stmt)) {
            var place = new Expr.BadExpr(in.id(), stmt.pos(), in.pos());
            liberties.guard(place, stmt);
            return place;
        }
        String text = ExprText.of(stmt);
        if (stmt instanceof Stmt.Assign assign && assign.op() == Token.ASSIGN) {
            text = "assignment " + emphasized(assign.lhs()) + " = " + emphasized(assign.rhs());
        }
        in.syntaxErrorAt(pos, "cannot use " + text + " as value");
        return new Expr.BadExpr(in.id(), pos, pos);
    }

    /// Whether a statement declares what a type switch tells apart, by whatever name.
    private static boolean isGuard(@Nullable Stmt stmt) {
        return stmt instanceof Stmt.Assign assign
                && assign.op() == Token.DEFINE
                && assign.lhs().size() == 1
                && assign.rhs().size() == 1
                && assign.rhs().getFirst() instanceof Expr.TypeAssert guard
                && guard.type() == null;
    }

    private static int operatorOf(Stmt stmt, int otherwise) {
        return switch (stmt) {
            case Stmt.Assign assign -> assign.opPos();
            case Stmt.Send send -> send.arrow();
            case Stmt _ -> otherwise;
        };
    }

    private static String emphasized(List<Expr> side) {
        String text = ExprText.of(side);
        return side.size() == 1 && side.getFirst() instanceof Expr.Binary ? "(" + text + ")" : text;
    }

    // --- for

    private Stmt simpleOrRange() {
        if (in.at(Token.RANGE)) {
            return range(List.of(), false);
        }
        List<Expr> lhs = parser.expressions().list();
        if (!in.at(Token.ASSIGN) && !in.at(Token.DEFINE)) {
            return simple(lhs);
        }
        Token op = in.token();
        int opPos = in.pos();
        in.next();
        if (!in.at(Token.RANGE)) {
            return new Stmt.Assign(
                    lhs.getFirst().pos(), lhs, op, opPos, parser.expressions().list());
        }
        return range(lhs, op == Token.DEFINE);
    }

    private Stmt range(List<Expr> variables, boolean define) {
        int pos = in.pos();
        in.next();
        return new Stmt.Range(
                pos,
                !variables.isEmpty() ? variables.getFirst() : null,
                variables.size() > 1 ? variables.get(1) : null,
                variables.size() > MAX_RANGE_VARIABLES
                        ? List.copyOf(variables.subList(MAX_RANGE_VARIABLES, variables.size()))
                        : List.of(),
                define,
                parser.expressions().expression(),
                NO_BODY);
    }

    private Header forHeader() {
        Stmt init = initializer(Token.FOR);
        if (init instanceof Stmt.Range range) {
            return new Header(null, null, null, null, range);
        }
        if (in.at(Token.LBRACE)) {
            return new Header(null, value(init, operatorPos), null, null, null);
        }
        if (!in.got(Token.SEMICOLON)) {
            braceMissing();
        }
        Stmt cond = null;
        if (!in.at(Token.SEMICOLON)) {
            if (in.at(Token.LBRACE)) {
                in.syntaxError("expected for loop condition");
                return new Header(init, null, null, null, null);
            }
            cond = simple();
        }
        int condOperator = operatorPos;
        in.want(Token.SEMICOLON);
        Stmt post = null;
        if (!in.at(Token.LBRACE)) {
            post = simple();
            if (post instanceof Stmt.Assign assign
                    && assign.op() == Token.DEFINE
                    && parser.liberties() == null) {
                in.syntaxErrorAt(assign.opPos(), "cannot declare in post statement of for loop");
            }
        }
        return new Header(init, value(cond, condOperator), post, null, null);
    }
}
