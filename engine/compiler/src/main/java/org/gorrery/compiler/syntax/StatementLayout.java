package org.gorrery.compiler.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays out statements and function bodies.
final class StatementLayout {
    private static final int ONE_LINE_WIDTH = 100;
    private static final int ONE_LINE_STATEMENTS = 5;
    private static final int NO_ID = -1;

    private final Layouts layouts;
    private final LayoutWriter out;
    private final FormatSource source;

    StatementLayout(Layouts layouts) {
        this.layouts = layouts;
        this.out = layouts.writer();
        this.source = layouts.source();
    }

    private void expression(Expr x) {
        layouts.expressions().expression(x);
    }

    private void list(List<? extends Expr> list, int depth, int from, int to, boolean indented) {
        layouts.lists().list(list, depth, new ListLayout.Frame(from, to, false, indented));
    }

    // --- bodies

    /// A function's body: on the line of its header where the source has it there and it is short, else as a block.
    ///
    /// @param separator what stands between header and a body on one line
    void functionBody(int headerWidth, Space separator, Stmt.@Nullable Block body) {
        if (body == null) {
            return;
        }
        int outer = out.setLiteralDepth(0);
        if (headerWidth + width(body) <= ONE_LINE_WIDTH) {
            out.space(separator);
            oneLine(body);
        } else {
            out.space(Space.BLANK);
            block(body.pos(), body.stmts(), true, body.rbrace());
        }
        out.setLiteralDepth(outer);
    }

    private void oneLine(Stmt.Block body) {
        out.at(body.pos());
        out.token(Token.LBRACE);
        int last = body.stmts().size() - 1;
        for (int i = 0; i <= last; i++) {
            if (i > 0) {
                out.token(Token.SEMICOLON);
            }
            out.space(Space.BLANK);
            statement(body.stmts().get(i), i == last);
        }
        if (last >= 0) {
            out.space(Space.BLANK);
        }
        out.closeOneLineBody(body.rbrace());
    }

    private int width(Stmt.Block body) {
        if (source.line(body.pos()) != source.line(body.rbrace())
                || body.stmts().size() > ONE_LINE_STATEMENTS) {
            return ONE_LINE_WIDTH + 1;
        }
        int width = out.commentBytesBefore(body.rbrace());
        for (int i = 0; i < body.stmts().size() && width <= ONE_LINE_WIDTH; i++) {
            width += i == 0 ? 0 : "; ".length();
            width += layouts.size(body.stmts().get(i), ONE_LINE_WIDTH);
        }
        return width;
    }

    /// Braces around statements or clauses.
    private void block(int open, List<? extends Node> content, boolean indented, int close) {
        out.at(open);
        out.token(Token.LBRACE);
        sequence(content, indented, true);
        out.breakTo(source.line(close), 1, Space.NONE, true);
        out.at(close);
        out.token(Token.RBRACE);
    }

    /// Statements, or, not indented, clauses: each from a new line; line breaks of the source are kept.
    private void sequence(List<? extends Node> content, boolean indented, boolean braceFollows) {
        if (indented) {
            out.space(Space.INDENT);
        }
        var mark = new LayoutWriter.LineMark();
        boolean first = true;
        int skippedLines = 0;
        for (int i = 0; i < content.size(); i++) {
            Node node = content.get(i);
            if (node instanceof Stmt.Empty empty
                    && layouts.declarations().emptyGroup(empty.pos()) == null) {
                continue;
            }
            boolean section = first || !indented || out.brokeSince(mark, skippedLines);
            if (!out.isEmpty()) {
                out.breakTo(source.line(start(node)), 1, Space.NONE, section);
            }
            out.mark(mark);
            boolean last = braceFollows && i == content.size() - 1;
            switch (node) {
                case Stmt stmt -> statement(stmt, last);
                case CaseClause clause -> clause(clause, last);
                case CommClause clause -> clause(clause, last);
                default -> throw new IllegalArgumentException("no statement: " + node);
            }
            skippedLines = labels(node);
            first = false;
        }
        if (indented) {
            out.space(Space.UNINDENT);
        }
    }

    private int start(Node node) {
        return node instanceof Stmt.DeclStmt declared
                ? layouts.declarations().keywordPos(declared.decls())
                : node.pos();
    }

    /// Labels stand on lines of their own, which do not count as part of the statement.
    private static int labels(Node node) {
        int count = 0;
        for (Node at = node; at instanceof Stmt.Labeled labelled; at = labelled.stmt()) {
            count++;
        }
        return count;
    }

    private void clause(CaseClause clause, boolean last) {
        out.at(clause.pos());
        if (clause.isDefault()) {
            out.token(Token.DEFAULT);
        } else {
            out.token(Token.CASE);
            out.space(Space.BLANK);
            list(clause.exprs(), 1, clause.pos(), clause.colon(), true);
        }
        out.at(clause.colon());
        out.token(Token.COLON);
        sequence(clause.body(), true, last);
    }

    private void clause(CommClause clause, boolean last) {
        out.at(clause.pos());
        if (clause.comm() == null) {
            out.token(Token.DEFAULT);
        } else {
            out.token(Token.CASE);
            out.space(Space.BLANK);
            statement(clause.comm(), false);
        }
        out.at(clause.colon());
        out.token(Token.COLON);
        sequence(clause.body(), true, last);
    }

    // --- statements

    /// A statement; `last` if a closing brace follows.
    void statement(Stmt stmt, boolean last) {
        out.at(start(stmt));
        switch (stmt) {
            case Stmt.BadStmt _ -> out.literal("BadStmt");
            case Stmt.Empty empty -> {
                if (layouts.declarations().emptyGroup(empty.pos()) != null) {
                    layouts.declarations().emptyGroupAt(empty.pos());
                }
            }
            case Stmt.DeclStmt s -> layouts.declarations().general(s.decls());
            case Stmt.Labeled s -> labelled(s, last);
            case Stmt.ExprStmt s -> expression(s.x());
            case Stmt.Send s -> {
                expression(s.chan());
                out.space(Space.BLANK);
                out.at(s.arrow());
                out.token(Token.ARROW);
                out.space(Space.BLANK);
                expression(s.value());
            }
            case Stmt.IncDec s -> {
                layouts.expressions().expression(s.x(), 2);
                out.at(source.nextToken(source.end(s.x())));
                out.token(s.op());
            }
            case Stmt.Assign s -> assign(s);
            case Stmt.Go s -> prefixed(Token.GO, s.call());
            case Stmt.Defer s -> prefixed(Token.DEFER, s.call());
            case Stmt.Return s -> returned(s);
            case Stmt.Branch s -> {
                out.token(s.tok());
                if (s.label() != null) {
                    out.space(Space.BLANK);
                    expression(s.label());
                }
            }
            case Stmt.Block s -> block(s.pos(), s.stmts(), true, s.rbrace());
            case Stmt.If s -> ifStatement(s);
            case Stmt.Switch s -> {
                out.token(Token.SWITCH);
                header(false, s.init(), s.tag(), null);
                block(openBrace(s.clauses(), s.rbrace()), s.clauses(), false, s.rbrace());
            }
            case Stmt.TypeSwitch s -> typeSwitch(s);
            case Stmt.Select s -> select(s);
            case Stmt.For s -> {
                out.token(Token.FOR);
                header(true, s.init(), s.cond(), s.post());
                statement(s.body(), false);
            }
            case Stmt.Range s -> range(s);
        }
    }

    private void prefixed(Token keyword, Expr call) {
        out.token(keyword);
        out.space(Space.BLANK);
        expression(call);
    }

    private void assign(Stmt.Assign s) {
        int depth = s.lhs().size() > 1 && s.rhs().size() > 1 ? 2 : 1;
        list(s.lhs(), depth, s.pos(), s.opPos(), true);
        out.space(Space.BLANK);
        out.at(s.opPos());
        out.token(s.op());
        out.space(Space.BLANK);
        list(s.rhs(), depth, s.opPos(), ListLayout.NOWHERE, true);
    }

    private void labelled(Stmt.Labeled s, boolean last) {
        out.space(Space.UNINDENT);
        expression(s.label());
        out.at(source.nextToken(source.end(s.label())));
        out.token(Token.COLON);
        out.space(Space.INDENT);
        if (s.stmt() instanceof Stmt.Empty empty
                && layouts.declarations().emptyGroup(empty.pos()) == null) {
            if (!last) {
                out.space(Space.NEWLINE);
                out.at(empty.pos());
                out.token(Token.SEMICOLON);
            } else {
                out.at(empty.pos());
            }
            return;
        }
        out.breakTo(source.line(start(s.stmt())), 1, Space.NONE, true);
        statement(s.stmt(), last);
    }

    private void returned(Stmt.Return s) {
        out.token(Token.RETURN);
        if (s.results().isEmpty()) {
            return;
        }
        out.space(Space.BLANK);
        boolean whole = standsOnSeveralLines(s.results());
        if (whole) {
            out.space(Space.INDENT);
        }
        list(s.results(), 1, ListLayout.NOWHERE, ListLayout.NOWHERE, !whole);
        if (whole) {
            out.space(Space.UNINDENT);
        }
    }

    /// Whether a list looks better indented from its first element on: an element starts on a new line, or several span lines.
    private boolean standsOnSeveralLines(List<Expr> list) {
        int line = source.line(list.getFirst().pos());
        int spanning = 0;
        for (Expr x : list) {
            int start = source.line(x.pos());
            int end = source.line(source.end(x));
            if (line < start) {
                return list.size() > 1;
            }
            spanning += start < end ? 1 : 0;
            line = end;
        }
        return list.size() > 1 && spanning > 1;
    }

    // --- control

    private void header(
            boolean loop, @Nullable Stmt init, @Nullable Expr cond, @Nullable Stmt post) {
        out.space(Space.BLANK);
        boolean blank = cond != null;
        if (init == null && post == null) {
            condition(cond);
        } else {
            if (init != null) {
                statement(init, false);
            }
            out.token(Token.SEMICOLON);
            out.space(Space.BLANK);
            condition(cond);
            if (loop) {
                out.token(Token.SEMICOLON);
                out.space(Space.BLANK);
                blank = post != null;
                if (post != null) {
                    statement(post, false);
                }
            }
        }
        if (blank) {
            out.space(Space.BLANK);
        }
    }

    private void condition(@Nullable Expr cond) {
        if (cond != null) {
            expression(Parentheses.strip(cond));
        }
    }

    private void ifStatement(Stmt.If s) {
        Stmt part = s;
        while (part instanceof Stmt.If branch) {
            out.at(branch.pos());
            out.token(Token.IF);
            header(false, branch.init(), branch.cond(), null);
            block(branch.then().pos(), branch.then().stmts(), true, branch.then().rbrace());
            part = branch.orElse();
            if (part != null) {
                out.space(Space.BLANK);
                out.token(Token.ELSE);
                out.space(Space.BLANK);
            }
        }
        if (part != null) {
            statement(part, false);
        }
    }

    private int openBrace(List<? extends Node> clauses, int close) {
        return source.previousToken(clauses.isEmpty() ? close : clauses.getFirst().pos());
    }

    private void typeSwitch(Stmt.TypeSwitch s) {
        int open = openBrace(s.clauses(), s.rbrace());
        out.token(Token.SWITCH);
        if (s.init() != null) {
            out.space(Space.BLANK);
            statement(s.init(), false);
            out.token(Token.SEMICOLON);
        }
        out.space(Space.BLANK);
        var guard =
                new Expr.TypeAssert(
                        NO_ID, s.x().pos(), s.x().pos(), s.x(), null, source.previousToken(open));
        if (s.bind() == null) {
            statement(new Stmt.ExprStmt(guard), false);
        } else {
            int define = source.nextToken(source.end(s.bind()));
            statement(
                    new Stmt.Assign(
                            s.bind().pos(),
                            List.of(s.bind()),
                            Token.DEFINE,
                            define,
                            List.of(guard)),
                    false);
        }
        out.space(Space.BLANK);
        block(open, s.clauses(), false, s.rbrace());
    }

    private void select(Stmt.Select s) {
        out.token(Token.SELECT);
        out.space(Space.BLANK);
        int open = openBrace(s.clauses(), s.rbrace());
        if (s.clauses().isEmpty() && !out.commentBefore(s.rbrace())) {
            out.at(open);
            out.token(Token.LBRACE);
            out.at(s.rbrace());
            out.token(Token.RBRACE);
        } else {
            block(open, s.clauses(), false, s.rbrace());
        }
    }

    private void range(Stmt.Range s) {
        out.token(Token.FOR);
        out.space(Space.BLANK);
        if (s.key() != null) {
            expression(s.key());
            Expr last = furtherVariable(s.key(), s.value());
            for (Expr variable : s.extra()) {
                last = furtherVariable(last, variable);
            }
            out.space(Space.BLANK);
            out.at(source.nextToken(source.end(last)));
            out.token(s.define() ? Token.DEFINE : Token.ASSIGN);
            out.space(Space.BLANK);
        }
        out.token(Token.RANGE);
        out.space(Space.BLANK);
        expression(Parentheses.strip(s.x()));
        out.space(Space.BLANK);
        statement(s.body(), false);
    }

    /// @return the variable, or `last` where there is none
    private Expr furtherVariable(Expr last, @Nullable Expr variable) {
        if (variable == null) {
            return last;
        }
        out.at(variable.pos());
        out.token(Token.COMMA);
        out.space(Space.BLANK);
        expression(variable);
        return variable;
    }
}
