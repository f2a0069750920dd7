package org.gorrery.compiler.vet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.BuiltinObject;
import org.gorrery.compiler.types.VarObject;
import org.jspecify.annotations.Nullable;

/// Cancel functions of contexts that some path to a return never mentions: what the context holds is kept until its parent ends.
final class LostCancel implements Analysis {
    private static final Set<String> MAKERS =
            Set.of(
                    "context.WithCancel",
                    "context.WithCancelCause",
                    "context.WithDeadline",
                    "context.WithDeadlineCause",
                    "context.WithTimeout",
                    "context.WithTimeoutCause");
    private static final Set<String> ENDERS =
            Set.of(
                    "os.Exit",
                    "runtime.Goexit",
                    "log.Fatal",
                    "log.Fatalf",
                    "log.Fatalln",
                    "log.Panic",
                    "log.Panicf",
                    "log.Panicln");

    private final Inspection in;

    LostCancel(Inspection in) {
        this.in = in;
    }

    @Override
    public void node(Node node) {
        switch (node) {
            case Decl.FuncDecl d -> {
                var body = d.body();
                if (body != null) {
                    function(body, d.type());
                }
            }
            case Expr.FuncLit f -> function(f.body(), f.type());
            default -> {}
        }
    }

    private void function(Stmt.Block body, Expr.FuncTypeExpr type) {
        statements(
                body,
                s -> {
                    if (s instanceof Stmt.Assign a && a.lhs().size() == 2 && a.rhs().size() == 1) {
                        defined(body, type, s, a.lhs().get(1), a.rhs().getFirst());
                    } else if (s instanceof Stmt.DeclStmt d
                            && d.decls().getFirst() instanceof Decl.VarDecl v
                            && v.names().size() == 2
                            && v.values().size() == 1) {
                        defined(body, type, s, v.names().get(1), v.values().getFirst());
                    }
                });
    }

    /// The statements of a function, those of literals inside left out.
    private static void statements(Node node, java.util.function.Consumer<Stmt> visit) {
        if (node instanceof Expr.FuncLit) {
            return;
        }
        if (node instanceof Stmt s) {
            visit.accept(s);
        }
        Children.of(node, n -> statements(n, visit));
    }

    private void defined(
            Stmt.Block body, Expr.FuncTypeExpr type, Stmt at, Expr cancel, Expr value) {
        if (!(Inspection.unparen(value) instanceof Expr.Call call)) {
            return;
        }
        var maker = in.callee(call);
        if (maker == null || !MAKERS.contains(Inspection.fullName(maker))) {
            return;
        }
        if (Inspection.isBlank(cancel)) {
            in.warn(
                    cancel.pos(),
                    DiagnosticCode.LOST_CANCEL,
                    "the cancel function returned by "
                            + Inspection.fullName(maker)
                            + " should be called, not discarded, to avoid a context leak");
            return;
        }
        var variable = in.variable(cancel);
        if (variable == null || !isOwn(variable, body, type)) {
            return;
        }
        int lost = new Paths(variable, at, body).firstLostReturn();
        if (lost != 0) {
            in.warn(
                    at.pos(),
                    DiagnosticCode.LOST_CANCEL,
                    "the "
                            + variable.name()
                            + " function is not used on all paths (possible context leak)");
            in.warn(
                    lost,
                    DiagnosticCode.LOST_CANCEL,
                    "this return statement may be reached without using the "
                            + variable.name()
                            + " var defined on line "
                            + in.line(at.pos()));
        }
    }

    private static boolean isOwn(VarObject v, Stmt.Block body, Expr.FuncTypeExpr type) {
        boolean declared = v.pos() > body.pos() && v.pos() < body.rbrace();
        boolean result = v.pos() > type.pos() && v.pos() < body.pos();
        return (declared || result)
                && v.kind() != VarObject.Kind.PACKAGE
                && v.kind() != VarObject.Kind.FIELD;
    }

    /// Follows the paths on which the variable is set and not yet mentioned: each method takes whether there is such a path to the start
    /// of its statement, and answers whether there is one to its end. Loops and jumps are gone through until nothing changes.
    private final class Paths {
        private final VarObject variable;
        private final Stmt definition;
        private final Stmt.Block body;
        private final Map<String, Boolean> labels = new HashMap<>();
        private final Map<Stmt, boolean[]> exits = new java.util.IdentityHashMap<>();
        private final List<Stmt> enclosing = new java.util.ArrayList<>();
        private final Map<Stmt, String> names = new java.util.IdentityHashMap<>();
        private boolean changed;
        private int lost;

        Paths(VarObject variable, Stmt definition, Stmt.Block body) {
            this.variable = variable;
            this.definition = definition;
            this.body = body;
        }

        /// Position of the first return that such a path leads to, 0 where there is none.
        int firstLostReturn() {
            do {
                changed = false;
                if (list(body.stmts(), false)) {
                    lostAt(body.rbrace());
                }
            } while (changed);
            return lost;
        }

        private void lostAt(int pos) {
            if (lost == 0 || pos < lost) {
                lost = pos;
                changed = true;
            }
        }

        private boolean mentions(@Nullable Node node) {
            return node != null && Children.any(node, this::isIt);
        }

        private boolean isIt(Node n) {
            return n instanceof Expr.Name x && in.variable(x) == variable;
        }

        private boolean list(List<Stmt> stmts, boolean open) {
            boolean state = open;
            for (var s : stmts) {
                state = statement(s, state);
            }
            return state;
        }

        @SuppressWarnings("ReferenceEquality") // the very statement
        private boolean statement(Stmt s, boolean open) {
            if (s == definition) {
                return true;
            }
            return switch (s) {
                case Stmt.Block b -> left(b, list(b.stmts(), open));
                case Stmt.ExprStmt x -> open && !mentions(x) && !ends(x.x());
                case Stmt.Return r -> {
                    if (open) {
                        returned(r);
                    }
                    yield false;
                }
                case Stmt.Branch b -> {
                    if (open) {
                        jump(b);
                    }
                    yield false;
                }
                case Stmt.Labeled l -> {
                    names.put(l.stmt(), l.label().text());
                    yield statement(l.stmt(), open || labels.getOrDefault(l.label().text(), false));
                }
                case Stmt.If i -> branches(i, open);
                case Stmt.For f -> loop(f, f.init(), f.cond(), f.post(), f.body(), open);
                case Stmt.Range r -> loop(r, null, r.x(), null, r.body(), open && !mentions(r.x()));
                case Stmt.Switch w -> {
                    boolean state = simple(w.init(), open) && !mentions(w.tag());
                    yield clauses(
                            w,
                            w.clauses().stream().map(c -> c.body()).toList(),
                            w.clauses().stream().anyMatch(c -> c.isDefault()),
                            state
                                    && w.clauses().stream()
                                            .noneMatch(c -> Children.any(c.exprs(), this::isIt)));
                }
                case Stmt.TypeSwitch w -> {
                    boolean state = simple(w.init(), open) && !mentions(w.x());
                    yield clauses(
                            w,
                            w.clauses().stream().map(c -> c.body()).toList(),
                            w.clauses().stream().anyMatch(c -> c.isDefault()),
                            state);
                }
                case Stmt.Select w -> select(w, open);
                case Stmt.DeclStmt x -> open && x.decls().stream().noneMatch(this::mentions);
                default -> open && !mentions(s);
            };
        }

        private void returned(Stmt.Return r) {
            boolean named = variable.kind() == VarObject.Kind.RESULT;
            if (!mentions(r) && !(named && r.results().isEmpty())) {
                lostAt(r.pos());
            }
        }

        private boolean branches(Stmt.If i, boolean open) {
            boolean state = simple(i.init(), open) && !mentions(i.cond());
            var orElse = i.orElse();
            boolean yes = statement(i.then(), state);
            boolean no = orElse == null ? state : statement(orElse, state);
            return left(i, yes || no);
        }

        private boolean simple(@Nullable Stmt s, boolean open) {
            return s == null ? open : statement(s, open);
        }

        private boolean select(Stmt.Select w, boolean open) {
            enclosing.add(w);
            boolean out = false;
            for (var c : w.clauses()) {
                out |= list(c.body(), simple(c.comm(), open));
            }
            enclosing.removeLast();
            return left(w, out);
        }

        private boolean clauses(Stmt s, List<List<Stmt>> bodies, boolean exhaustive, boolean open) {
            enclosing.add(s);
            boolean out = open && !exhaustive;
            boolean fallen = false;
            for (var body : bodies) {
                boolean falls =
                        !body.isEmpty()
                                && body.getLast() instanceof Stmt.Branch b
                                && b.tok() == Token.FALLTHROUGH;
                boolean end = list(falls ? body.subList(0, body.size() - 1) : body, open || fallen);
                fallen = falls && end;
                out |= !falls && end;
            }
            enclosing.removeLast();
            return left(s, out);
        }

        private boolean loop(
                Stmt s,
                @Nullable Stmt init,
                @Nullable Expr cond,
                @Nullable Stmt post,
                Stmt.Block body,
                boolean open) {
            enclosing.add(s);
            boolean start = simple(init, open);
            boolean again = start;
            for (boolean more = true; more; ) {
                boolean tested = again && !mentions(cond);
                boolean end = statement(body, tested) || continued(s);
                boolean next = start || simple(post, end);
                more = next != again;
                again = next;
            }
            enclosing.removeLast();
            return left(s, cond != null && again && !mentions(cond));
        }

        private boolean continued(Stmt s) {
            var e = exits.get(s);
            return e != null && e[1];
        }

        private boolean left(Stmt s, boolean end) {
            var e = exits.get(s);
            return end || e != null && e[0];
        }

        private void jump(Stmt.Branch b) {
            var label = b.label();
            if (b.tok() == Token.GOTO && label != null) {
                if (!labels.getOrDefault(label.text(), false)) {
                    labels.put(label.text(), true);
                    changed = true;
                }
                return;
            }
            boolean isContinue = b.tok() == Token.CONTINUE;
            for (var s : enclosing.reversed()) {
                boolean fits =
                        label == null
                                ? !isContinue || s instanceof Stmt.For || s instanceof Stmt.Range
                                : label.text().equals(names.get(s));
                if (fits) {
                    exits.computeIfAbsent(s, k -> new boolean[2])[isContinue ? 1 : 0] = true;
                    return;
                }
            }
        }

        private boolean ends(Expr x) {
            if (!(Inspection.unparen(x) instanceof Expr.Call call)) {
                return false;
            }
            var f = in.callee(call);
            return in.isBuiltin(call, BuiltinObject.Builtin.PANIC)
                    || f != null && ENDERS.contains(Inspection.fullName(f));
        }
    }
}
