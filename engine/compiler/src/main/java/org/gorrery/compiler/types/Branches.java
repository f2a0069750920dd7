package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.CaseClause;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.syntax.Token;
import org.jspecify.annotations.Nullable;

/// Labels and jumps of one function body (Go spec, "Labeled statements", "Break statements" to "Fallthrough statements").
final class Branches {
    private final CheckContext c;
    private final Map<String, Label> labels = new HashMap<>();
    private final List<Label> all = new ArrayList<>();
    private final List<Jump> gotos = new ArrayList<>();

    Branches(CheckContext c) {
        this.c = c;
    }

    /// A block with the variables declared directly in it so far.
    private static final class Region {
        final @Nullable Region parent;
        final int start;
        final List<Declared> variables = new ArrayList<>();

        Region(@Nullable Region parent, int start) {
            this.parent = parent;
            this.start = start;
        }
    }

    private static final class Label {
        final Expr.Name name;
        final Region region;
        boolean used;

        Label(Expr.Name name, Region region) {
            this.name = name;
            this.region = region;
        }
    }

    /// A variable and where its declaration stands: of a short one, the operator.
    private record Declared(Expr.Name name, int pos) {}

    private record Jump(Expr.Name label, int pos, Region region) {}

    /// What `break`, `continue` and `fallthrough` refer to.
    ///
    /// @param labels enclosing labels with the statements they stand at
    /// @param fallthrough what a fallthrough here would be: empty for allowed
    private record Target(
            boolean breaks, boolean continues, Map<String, Stmt> labels, String fallthrough) {
        Target with(boolean b, boolean k) {
            return new Target(b, k, labels, OUT_OF_PLACE);
        }

        Target falling(String verdict) {
            return new Target(breaks, continues, labels, verdict);
        }

        Target labelled(String name, Stmt s) {
            var more = new HashMap<>(labels);
            more.put(name, s);
            return new Target(breaks, continues, more, fallthrough);
        }
    }

    private static final String OUT_OF_PLACE = "fallthrough statement out of place";

    /// Checks a body.
    void check(Stmt.Block body) {
        var region = new Region(null, body.pos());
        list(body.stmts(), region, new Target(false, false, Map.of(), OUT_OF_PLACE));
        for (var jump : gotos) {
            resolve(jump);
        }
        for (var label : all) {
            if (!label.used) {
                error(label.name.pos(), "label " + label.name.text() + " defined and not used");
            }
        }
    }

    private void error(int pos, String message) {
        c.errors.at(pos, DiagnosticCode.BAD_LABEL, message);
    }

    /// Judges the jumps forward to a label that is now known, where it is in sight of them.
    private void resolveWaiting(Label label) {
        for (var jump : List.copyOf(gotos)) {
            boolean inSight = false;
            for (var r = jump.region(); r != null; r = r.parent) {
                inSight |= r == label.region;
            }
            if (inSight && jump.label().text().equals(label.name.text())) {
                gotos.remove(jump);
                resolve(jump);
            }
        }
    }

    private void resolve(Jump jump) {
        String name = jump.label().text();
        var label = labels.get(name);
        if (label == null) {
            error(jump.label().pos(), "label " + name + " not defined");
            return;
        }
        label.used = true;
        for (var r = jump.region(); r != null; r = r.parent) {
            if (r == label.region) {
                Declared last = null;
                for (var v : r.variables) {
                    if (v.name.pos() > jump.pos() && v.name.pos() < label.name.pos()) {
                        last = v;
                    }
                }
                if (last != null) {
                    error(
                            jump.label().pos(),
                            "goto "
                                    + name
                                    + " jumps over declaration of "
                                    + last.name.text()
                                    + " at "
                                    + c.errors.place(last.pos()));
                }
                return;
            }
        }
        error(
                jump.label().pos(),
                "goto "
                        + name
                        + " jumps into block starting at "
                        + c.errors.place(label.region.start));
    }

    /// Where the last statement stands, empty ones at the end left aside.
    private static int last(List<Stmt> stmts) {
        int i = stmts.size() - 1;
        while (i > 0 && stmts.get(i) instanceof Stmt.Empty) {
            i--;
        }
        return i;
    }

    private void list(List<Stmt> stmts, Region region, Target target) {
        for (int i = 0; i < stmts.size(); i++) {
            boolean last = i == last(stmts);
            statement(stmts.get(i), region, last ? target : target.falling(OUT_OF_PLACE));
        }
    }

    private void statement(Stmt s, Region region, Target target) {
        switch (s) {
            case Stmt.Block x ->
                    list(x.stmts(), new Region(region, x.pos()), target.falling(OUT_OF_PLACE));
            case Stmt.If x -> {
                var inner = new Region(region, x.pos());
                optional(x.init(), inner, target);
                statement(x.then(), inner, target.falling(OUT_OF_PLACE));
                optional(x.orElse(), inner, target.falling(OUT_OF_PLACE));
            }
            case Stmt.For x -> {
                var inner = new Region(region, x.pos());
                optional(x.init(), inner, target);
                statement(x.body(), inner, target.with(true, true));
            }
            case Stmt.Range x ->
                    statement(x.body(), new Region(region, x.pos()), target.with(true, true));
            case Stmt.Switch x -> {
                var inner = new Region(region, x.pos());
                optional(x.init(), inner, target);
                clauses(x.clauses(), inner, target.with(true, target.continues()), false);
            }
            case Stmt.TypeSwitch x -> {
                var inner = new Region(region, x.pos());
                optional(x.init(), inner, target);
                clauses(x.clauses(), inner, target.with(true, target.continues()), true);
            }
            case Stmt.Select x ->
                    x.clauses()
                            .forEach(k ->
                                    list(
                                            k.body(),
                                            new Region(region, k.pos()),
                                            target.with(true, target.continues())));
            case Stmt.Labeled x -> labelled(x, region, target);
            case Stmt.Branch x -> branch(x, region, target);
            case Stmt.Assign x -> declared(x, region);
            case Stmt.DeclStmt x -> declared(x, region);
            case Stmt.BadStmt x -> {}
            case Stmt.Empty x -> {}
            case Stmt.ExprStmt x -> {}
            case Stmt.Send x -> {}
            case Stmt.IncDec x -> {}
            case Stmt.Go x -> {}
            case Stmt.Defer x -> {}
            case Stmt.Return x -> {}
        }
    }

    private static void declared(Stmt.Assign s, Region region) {
        if (s.op() == Token.DEFINE) {
            for (var e : s.lhs()) {
                if (e instanceof Expr.Name n) {
                    region.variables.add(new Declared(n, s.opPos()));
                }
            }
        }
    }

    private static void declared(Stmt.DeclStmt s, Region region) {
        for (var d : s.decls()) {
            if (d instanceof Decl.VarDecl v) {
                v.names().forEach(n -> region.variables.add(new Declared(n, n.pos())));
            }
        }
    }

    private void optional(@Nullable Stmt s, Region region, Target target) {
        if (s != null) {
            statement(s, region, target);
        }
    }

    private void clauses(List<CaseClause> clauses, Region region, Target target, boolean types) {
        for (int i = 0; i < clauses.size(); i++) {
            String verdict =
                    types
                            ? "cannot fallthrough in type switch"
                            : i == clauses.size() - 1
                                    ? "cannot fallthrough final case in switch"
                                    : "";
            var body = clauses.get(i).body();
            var inner = new Region(region, clauses.get(i).pos());
            for (int k = 0; k < body.size(); k++) {
                boolean last = k == last(body);
                statement(
                        body.get(k), inner, target.falling(last || types ? verdict : OUT_OF_PLACE));
            }
        }
    }

    private void labelled(Stmt.Labeled s, Region region, Target target) {
        String name = s.label().text();
        var inner = target;
        if (!name.equals("_")) { // a blank label declares nothing
            var before = labels.get(name);
            if (before != null) {
                error(
                        s.label().pos(),
                        "label "
                                + name
                                + " already defined at "
                                + c.errors.place(before.name.pos()));
            } else {
                var label = new Label(s.label(), region);
                labels.put(name, label);
                all.add(label);
                resolveWaiting(label);
                inner = target.labelled(name, s.stmt());
            }
        }
        statement(s.stmt(), region, inner);
    }

    private void branch(Stmt.Branch s, Region region, Target target) {
        var label = s.label();
        if (s.tok() == Token.GOTO) {
            if (label != null) {
                gotos.add(new Jump(label, s.pos(), region));
            }
            return;
        }
        if (label == null) {
            if (s.tok() == Token.BREAK && !target.breaks()) {
                misplaced(s, "break is not in a loop, switch, or select");
            } else if (s.tok() == Token.CONTINUE && !target.continues()) {
                misplaced(s, "continue is not in a loop");
            } else if (s.tok() == Token.FALLTHROUGH && !target.fallthrough().isEmpty()) {
                misplaced(s, target.fallthrough());
            }
            return;
        }
        String word = s.tok().text();
        var at = target.labels().get(label.text());
        var known = labels.get(label.text());
        if (known != null) {
            known.used = true;
        }
        if (at == null && known == null) { // a label further down is none yet
            error(label.pos(), word + " label not defined: " + label.text());
            return;
        }
        boolean loop = at instanceof Stmt.For || at instanceof Stmt.Range;
        boolean leaves =
                loop
                        || at instanceof Stmt.Switch
                        || at instanceof Stmt.TypeSwitch
                        || at instanceof Stmt.Select;
        if (s.tok() == Token.BREAK ? !leaves : !loop) {
            error(label.pos(), "invalid " + word + " label " + label.text());
        }
    }

    private void misplaced(Stmt.Branch s, String message) {
        c.errors.at(s.pos(), DiagnosticCode.MISPLACED_BRANCH, message);
    }
}
