package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Stmt;

/// Short variable declarations `a, b := …` (Go spec, "Short variable declarations").
final class ShortDeclarations {
    private final CheckContext c;

    ShortDeclarations(CheckContext c) {
        this.c = c;
    }

    void define(Stmt.Assign s) {
        var left = new Left();
        for (var e : s.lhs()) {
            left.variables.add(left.variable(e));
        }
        c.assignments.initVars(left.variables, s.rhs(), null, "assignment");
        var fresh = left.fresh;
        if (fresh.isEmpty() && !left.failed) {
            c.error(
                    s.opPos(),
                    DiagnosticCode.NO_NEW_VARIABLE,
                    "no new variables on left side of :=");
        }
        for (var f : fresh) {
            c.declare(f.variable(), f.name());
            c.operands[f.name().id()] = new Operand(Mode.VARIABLE, f.variable().type(), null);
        }
    }

    /// A variable that is declared, at its name.
    private record Fresh(VarObject variable, Expr.Name name) {}

    /// The left side of one declaration.
    private final class Left {
        private final List<VarObject> variables = new ArrayList<>();
        private final List<Fresh> fresh = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private boolean failed;

        private VarObject variable(Expr e) {
            if (!(e instanceof Expr.Name n)) {
                c.exprs.use(List.of(e));
                return wrong(
                        e,
                        DiagnosticCode.BAD_DECLARATION,
                        "non-name " + ExprText.of(e) + " on left side of :=");
            }
            if (!n.text().equals("_") && !seen.add(n.text())) {
                return wrong(
                        n,
                        DiagnosticCode.DUPLICATE_DECLARATION,
                        n.text() + " repeated on left side of :=");
            }
            var before = c.env.scope().get(n.text());
            if (before != null) {
                c.recordObject(n, before);
                if (before instanceof VarObject v) {
                    c.operands[n.id()] = new Operand(Mode.VARIABLE, v.type(), null);
                    return v;
                }
                return wrong(n, DiagnosticCode.NOT_ADDRESSABLE, "cannot assign to " + n.text());
            }
            var v = local(n.text(), n);
            if (n.text().equals("_")) {
                c.recordObject(n, v);
            } else {
                fresh.add(new Fresh(v, n));
            }
            return v;
        }

        /// What takes the value in spite of the fault.
        private VarObject wrong(Expr e, DiagnosticCode code, String message) {
            c.error(e, code, message);
            failed = true;
            return local("_", e);
        }

        private VarObject local(String name, Expr at) {
            return new VarObject(c.pkg, name, at.pos(), null, VarObject.Kind.LOCAL, false);
        }
    }
}
