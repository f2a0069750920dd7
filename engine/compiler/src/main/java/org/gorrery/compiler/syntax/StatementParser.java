package org.gorrery.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses statements (Go spec, "Statements"), headers excepted.
final class StatementParser {
    private final Parser parser;
    private final TokenStream in;
    private final HeaderParser headers;

    StatementParser(Parser parser, TokenStream in) {
        this.parser = parser;
        this.in = in;
        this.headers = new HeaderParser(parser, in);
    }

    /// The body of a function, from its `{`.
    Stmt.Block functionBody() {
        in.enterFunction();
        Stmt.Block body = block("");
        in.leaveFunction();
        return body;
    }

    /// A block; `after` says after what its `{` must stand, for the message when it does not.
    private Stmt.Block block(String after) {
        int pos = in.pos();
        if (!in.got(Token.LBRACE)) {
            in.syntaxError("expected { after " + after);
            in.skipTo(Token.NAME, Token.RBRACE);
            int close = in.pos();
            if (in.got(Token.RBRACE)) {
                return new Stmt.Block(pos, List.of(), close);
            }
        }
        List<Stmt> stmts = statements();
        return new Stmt.Block(pos, stmts, in.closed(Token.RBRACE));
    }

    private List<Stmt> statements() {
        List<Stmt> stmts = new ArrayList<>();
        while (!in.at(Token.EOF)
                && !in.at(Token.RBRACE)
                && !in.at(Token.CASE)
                && !in.at(Token.DEFAULT)) {
            Stmt stmt = statementOrNull();
            in.dropDirectives();
            if (stmt == null) {
                break;
            }
            stmts.add(stmt);
            if (!in.got(Token.SEMICOLON) && !in.at(Token.RBRACE)) {
                in.syntaxError("at end of statement");
                in.skipTo(Token.SEMICOLON, Token.RBRACE, Token.CASE, Token.DEFAULT);
                in.got(Token.SEMICOLON);
            }
        }
        return stmts;
    }

    private @Nullable Stmt statementOrNull() {
        boolean fits = in.enter();
        try {
            return fits ? anyStatementOrNull() : null;
        } finally {
            in.leave();
        }
    }

    private @Nullable Stmt anyStatementOrNull() {
        int pos = in.pos();
        switch (in.token()) {
            case VAR, CONST, TYPE -> {
                List<Decl> decls = parser.declarations().inFunction();
                return decls.isEmpty() ? new Stmt.Empty(pos) : new Stmt.DeclStmt(decls);
            }
            case NAME -> {
                in.dropDirectives();
                return startingWithName();
            }
            default -> {
                in.dropDirectives();
                return otherStatementOrNull(pos);
            }
        }
    }

    private @Nullable Stmt otherStatementOrNull(int pos) {
        return switch (in.token()) {
            case LITERAL,
                    FUNC,
                    LPAREN,
                    LBRACK,
                    STRUCT,
                    MAP,
                    CHAN,
                    INTERFACE,
                    ARROW,
                    ADD,
                    SUB,
                    MUL,
                    AND,
                    XOR,
                    NOT ->
                    headers.simple(parser.expressions().list());
            case LBRACE -> block("");
            case FOR -> forStatement(pos);
            case SWITCH -> switchStatement(pos);
            case SELECT -> select(pos);
            case IF -> ifStatement();
            case BREAK, CONTINUE, GOTO, FALLTHROUGH -> branch(pos);
            case GO, DEFER -> callLater(pos);
            case RETURN -> {
                in.next();
                boolean bare = in.at(Token.SEMICOLON) || in.at(Token.RBRACE);
                yield new Stmt.Return(pos, bare ? List.of() : parser.expressions().list());
            }
            case SEMICOLON -> new Stmt.Empty(pos);
            default -> null;
        };
    }

    private @Nullable Stmt startingWithName() {
        List<Expr> first = parser.expressions().list();
        if (in.at(Token.COLON)
                && first.size() == 1
                && first.getFirst() instanceof Expr.Name label) {
            return labelled(label);
        }
        return headers.simple(first);
    }

    private @Nullable Stmt labelled(Expr.Name label) {
        int colon = in.pos();
        in.next();
        if (in.at(Token.RBRACE)) {
            return new Stmt.Labeled(label.pos(), label, new Stmt.Empty(in.pos()));
        }
        Stmt stmt = statementOrNull();
        if (stmt == null) {
            in.syntaxErrorAt(colon, "missing statement after label");
            return null;
        }
        return new Stmt.Labeled(label.pos(), label, stmt);
    }

    private Stmt branch(int pos) {
        Token keyword = in.token();
        in.next();
        boolean labelled =
                keyword == Token.GOTO || in.at(Token.NAME) && keyword != Token.FALLTHROUGH;
        return new Stmt.Branch(pos, keyword, labelled ? in.name() : null);
    }

    private Stmt callLater(int pos) {
        Token keyword = in.token();
        in.next();
        Expr call = parser.expressions().primary();
        if (call instanceof Expr.Paren) {
            in.error(call.pos(), "expression in " + keyword.text() + " must not be parenthesized");
            while (call instanceof Expr.Paren paren) {
                call = paren.x();
            }
        }
        return keyword == Token.GO ? new Stmt.Go(pos, call) : new Stmt.Defer(pos, call);
    }

    /// An if with all its else ifs, in a loop, since such chains are long in generated code.
    private Stmt ifStatement() {
        List<Stmt.If> chain = new ArrayList<>();
        Stmt last = null;
        do {
            int pos = in.pos();
            HeaderParser.Header header = headers.parse(Token.IF);
            Expr cond = header.cond() != null ? header.cond() : in.bad();
            chain.add(new Stmt.If(pos, header.init(), cond, block("if clause"), null));
            if (!in.got(Token.ELSE)) {
                break;
            }
            if (in.at(Token.LBRACE)) {
                last = block("");
            } else if (!in.at(Token.IF)) {
                in.syntaxError("else must be followed by if or statement block");
                in.skipTo(Token.NAME, Token.RBRACE);
                break;
            }
        } while (in.at(Token.IF) && last == null);
        for (Stmt.If part : chain.reversed()) {
            last = new Stmt.If(part.pos(), part.init(), part.cond(), part.then(), last);
        }
        return last == null ? new Stmt.BadStmt(in.pos(), in.pos()) : last;
    }

    private Stmt forStatement(int pos) {
        HeaderParser.Header header = headers.parse(Token.FOR);
        Stmt.Block body = block("for clause");
        if (header.range() != null) {
            Stmt.Range range = header.range();
            return new Stmt.Range(
                    pos,
                    range.key(),
                    range.value(),
                    range.extra(),
                    range.define(),
                    range.x(),
                    body);
        }
        return new Stmt.For(pos, header.init(), header.cond(), header.post(), body);
    }

    private Stmt switchStatement(int pos) {
        HeaderParser.Header header = headers.parse(Token.SWITCH);
        openClauses("switch");
        List<CaseClause> clauses = new ArrayList<>();
        while (in.inList(Token.RBRACE)) {
            clauses.add(caseClause());
        }
        int close = in.closed(Token.RBRACE);
        if (header.cond() instanceof Expr.TypeAssert guard && guard.type() == null) {
            return new Stmt.TypeSwitch(
                    pos, header.init(), header.bind(), guard.x(), clauses, close);
        }
        return new Stmt.Switch(pos, header.init(), header.cond(), clauses, close);
    }

    private void openClauses(String keyword) {
        if (!in.got(Token.LBRACE)) {
            in.syntaxError("missing { after " + keyword + " clause");
            in.skipTo(Token.CASE, Token.DEFAULT, Token.RBRACE);
        }
    }

    private CaseClause caseClause() {
        int pos = in.pos();
        boolean isDefault = in.at(Token.DEFAULT);
        List<Expr> exprs = List.of();
        if (in.got(Token.CASE)) {
            exprs = parser.expressions().list();
        } else if (!in.got(Token.DEFAULT)) {
            clauseMissing();
        }
        int colon = in.closed(Token.COLON);
        return new CaseClause(pos, isDefault, exprs, colon, statements());
    }

    private void clauseMissing() {
        in.syntaxError("expected case or default or }");
        in.skipTo(Token.COLON, Token.CASE, Token.DEFAULT, Token.RBRACE);
    }

    private Stmt select(int pos) {
        in.next();
        openClauses("select");
        List<CommClause> clauses = new ArrayList<>();
        while (in.inList(Token.RBRACE)) {
            clauses.add(commClause());
        }
        return new Stmt.Select(pos, clauses, in.closed(Token.RBRACE));
    }

    private CommClause commClause() {
        int pos = in.pos();
        Stmt comm = null;
        if (in.got(Token.CASE)) {
            comm = headers.simple(parser.expressions().list());
        } else if (!in.got(Token.DEFAULT)) {
            clauseMissing();
        }
        int colon = in.closed(Token.COLON);
        return new CommClause(pos, comm, colon, statements());
    }
}
