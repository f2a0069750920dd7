package org.gorrery.compiler.vet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.BuiltinObject;
import org.jspecify.annotations.Nullable;

/// Statements that no path leads to: the first of each such run is told. A label that a goto names is always reached.
final class UnreachableCode implements Analysis {
    private final Inspection in;

    UnreachableCode(Inspection in) {
        this.in = in;
    }

    @Override
    public void node(Node node) {
        switch (node) {
            case Decl.FuncDecl d -> {
                var body = d.body();
                if (body != null) {
                    new Flow(body).list(body.stmts(), true);
                }
            }
            case Expr.FuncLit f -> new Flow(f.body()).list(f.body().stmts(), true);
            default -> {}
        }
    }

    private boolean isPanic(Expr x) {
        return Inspection.unparen(x) instanceof Expr.Call c
                && in.isBuiltin(c, BuiltinObject.Builtin.PANIC);
    }

    /// A statement that break can leave.
    private static final class Target {
        final @Nullable String label;
        final boolean unlabelled;
        boolean left;

        Target(@Nullable String label, boolean unlabelled) {
            this.label = label;
            this.unlabelled = unlabelled;
        }
    }

    /// The walk through one function: each method answers whether the end of its statement is reached.
    private final class Flow {
        private final Set<String> jumpedTo = new HashSet<>();
        private final List<Target> targets = new ArrayList<>();

        Flow(Stmt.Block body) {
            gotos(body);
        }

        private void gotos(Node node) {
            if (node instanceof Stmt.Branch b && b.tok() == Token.GOTO) {
                var label = b.label();
                if (label != null) {
                    jumpedTo.add(label.text());
                }
            }
            if (!(node instanceof Expr.FuncLit)) {
                Children.of(node, this::gotos);
            }
        }

        boolean list(List<Stmt> stmts, boolean reachedAtStart) {
            boolean reached = reachedAtStart;
            for (var s : stmts) {
                if (s instanceof Stmt.Labeled l && jumpedTo.contains(l.label().text())) {
                    reached = true;
                }
                if (!reached && !(s instanceof Stmt.Empty)) {
                    in.warn(s.pos(), DiagnosticCode.UNREACHABLE, "unreachable code");
                    reached = true; // the rest of the run goes without saying
                }
                reached = statement(s, null) && reached;
            }
            return reached;
        }

        private boolean statement(Stmt s, @Nullable String label) {
            return switch (s) {
                case Stmt.Block b -> labelled(label, () -> list(b.stmts(), true));
                case Stmt.ExprStmt x -> !isPanic(x.x());
                case Stmt.Return r -> false;
                case Stmt.Branch b -> {
                    leave(b);
                    yield false;
                }
                case Stmt.If i ->
                        labelled(
                                label,
                                () -> {
                                    var orElse = i.orElse();
                                    boolean yes = list(i.then().stmts(), true);
                                    boolean no = orElse == null || statement(orElse, null);
                                    return yes || no;
                                });
                case Stmt.For f ->
                        breakable(
                                label,
                                () -> {
                                    list(f.body().stmts(), true);
                                    return f.cond() != null;
                                });
                case Stmt.Range r ->
                        breakable(
                                label,
                                () -> {
                                    list(r.body().stmts(), true);
                                    return true;
                                });
                case Stmt.Switch w ->
                        breakable(
                                label,
                                () ->
                                        clauses(
                                                w.clauses().stream().map(c -> c.body()).toList(),
                                                w.clauses().stream().anyMatch(c -> c.isDefault())));
                case Stmt.TypeSwitch w ->
                        breakable(
                                label,
                                () ->
                                        clauses(
                                                w.clauses().stream().map(c -> c.body()).toList(),
                                                w.clauses().stream().anyMatch(c -> c.isDefault())));
                case Stmt.Select w ->
                        breakable(
                                label,
                                () ->
                                        clauses(
                                                w.clauses().stream().map(c -> c.body()).toList(),
                                                true));
                case Stmt.Labeled l -> statement(l.stmt(), l.label().text());
                case Stmt.BadStmt x -> true;
                case Stmt.Empty x -> true;
                case Stmt.Send x -> true;
                case Stmt.IncDec x -> true;
                case Stmt.Assign x -> true;
                case Stmt.Go x -> true;
                case Stmt.Defer x -> true;
                case Stmt.DeclStmt x -> true;
            };
        }

        private boolean clauses(List<List<Stmt>> bodies, boolean exhaustive) {
            boolean reached = !exhaustive;
            for (var body : bodies) {
                reached |= list(body, true);
            }
            return reached;
        }

        private boolean breakable(@Nullable String label, java.util.function.BooleanSupplier walk) {
            return targeted(new Target(label, true), walk);
        }

        private boolean labelled(@Nullable String label, java.util.function.BooleanSupplier walk) {
            return label == null ? walk.getAsBoolean() : targeted(new Target(label, false), walk);
        }

        private boolean targeted(Target target, java.util.function.BooleanSupplier walk) {
            targets.add(target);
            boolean reached = walk.getAsBoolean();
            targets.removeLast();
            return reached || target.left;
        }

        private void leave(Stmt.Branch b) {
            if (b.tok() != Token.BREAK) {
                return;
            }
            var label = b.label();
            for (var t : targets.reversed()) {
                if (label == null ? t.unlabelled : label.text().equals(t.label)) {
                    t.left = true;
                    return;
                }
            }
        }
    }
}
