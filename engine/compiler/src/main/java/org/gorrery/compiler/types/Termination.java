package org.gorrery.compiler.types;

import java.util.List;
import org.gorrery.compiler.syntax.CaseClause;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.syntax.Token;
import org.jspecify.annotations.Nullable;

/// Terminating statements (Go spec, "Terminating statements").
final class Termination {
    private final CheckContext c;

    Termination(CheckContext c) {
        this.c = c;
    }

    /// Whether control never flows out at the end of `s`.
    boolean ends(Stmt s) {
        return ends(s, null);
    }

    private boolean ends(Stmt s, @Nullable String label) {
        return switch (s) {
            case Stmt.Return x -> true;
            case Stmt.Branch x -> x.tok() == Token.GOTO || x.tok() == Token.FALLTHROUGH;
            case Stmt.ExprStmt x -> isPanic(x.x());
            case Stmt.Block x -> endsList(x.stmts());
            case Stmt.If x -> {
                var orElse = x.orElse();
                yield orElse != null && ends(x.then()) && ends(orElse);
            }
            case Stmt.For x -> x.cond() == null && !hasBreak(x.body(), label, true);
            case Stmt.Range x -> false;
            case Stmt.Switch x -> clauses(x.clauses(), label);
            case Stmt.TypeSwitch x -> clauses(x.clauses(), label);
            case Stmt.Select x ->
                    x.clauses().stream()
                            .allMatch(k -> endsList(k.body()) && !hasBreak(k.body(), label, true));
            case Stmt.Labeled x -> ends(x.stmt(), x.label().text());
            case Stmt.BadStmt x -> true;
            case Stmt.Empty x -> false;
            case Stmt.Send x -> false;
            case Stmt.IncDec x -> false;
            case Stmt.Assign x -> false;
            case Stmt.Go x -> false;
            case Stmt.Defer x -> false;
            case Stmt.DeclStmt x -> false;
        };
    }

    private boolean isPanic(Expr e) {
        return ExprText.unparen(e) instanceof Expr.Call call
                && ExprText.unparen(call.fun()) instanceof Expr.Name n
                && c.objects[n.id()] instanceof BuiltinObject b
                && b.which() == BuiltinObject.Builtin.PANIC;
    }

    private boolean endsList(List<Stmt> list) {
        int i = list.size() - 1;
        while (i >= 0 && list.get(i) instanceof Stmt.Empty) {
            i--;
        }
        return i >= 0 && ends(list.get(i));
    }

    private boolean clauses(List<CaseClause> clauses, @Nullable String label) {
        boolean hasDefault = clauses.stream().anyMatch(CaseClause::isDefault);
        return hasDefault
                && clauses.stream()
                        .allMatch(k -> endsList(k.body()) && !hasBreak(k.body(), label, true));
    }

    private static boolean hasBreak(List<Stmt> list, @Nullable String label, boolean implicit) {
        return list.stream().anyMatch(s -> hasBreak(s, label, implicit));
    }

    /// Whether a break in `s` leaves the statement called `label`, or, where `implicit`, the innermost.
    private static boolean hasBreak(Stmt s, @Nullable String label, boolean implicit) {
        return switch (s) {
            case Stmt.Branch x -> {
                var to = x.label();
                yield x.tok() == Token.BREAK && (to == null ? implicit : to.text().equals(label));
            }
            case Stmt.Block x -> hasBreak(x.stmts(), label, implicit);
            case Stmt.If x -> {
                var orElse = x.orElse();
                yield hasBreak(x.then(), label, implicit)
                        || orElse != null && hasBreak(orElse, label, implicit);
            }
            case Stmt.Labeled x -> hasBreak(x.stmt(), label, implicit);
            case Stmt.For x -> label != null && hasBreak(x.body(), label, false);
            case Stmt.Range x -> label != null && hasBreak(x.body(), label, false);
            case Stmt.Switch x ->
                    label != null
                            && x.clauses().stream().anyMatch(k -> hasBreak(k.body(), label, false));
            case Stmt.TypeSwitch x ->
                    label != null
                            && x.clauses().stream().anyMatch(k -> hasBreak(k.body(), label, false));
            case Stmt.Select x ->
                    label != null
                            && x.clauses().stream().anyMatch(k -> hasBreak(k.body(), label, false));
            case Stmt.BadStmt x -> false;
            case Stmt.Empty x -> false;
            case Stmt.ExprStmt x -> false;
            case Stmt.Send x -> false;
            case Stmt.IncDec x -> false;
            case Stmt.Assign x -> false;
            case Stmt.Go x -> false;
            case Stmt.Defer x -> false;
            case Stmt.Return x -> false;
            case Stmt.DeclStmt x -> false;
        };
    }
}
