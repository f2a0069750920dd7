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
        var lhs = new ArrayList<VarObject>();
        var fresh = new ArrayList<VarObject>();
        var names = new ArrayList<Expr.Name>();
        Set<String> seen = new HashSet<>();
        boolean failed = false;
        for (var e : s.lhs()) {
            if (!(e instanceof Expr.Name n)) {
                c.exprs.use(List.of(e));
                c.error(
                        e,
                        DiagnosticCode.BAD_DECLARATION,
                        "non-name " + ExprText.of(e) + " on left side of :=");
                failed = true;
                lhs.add(new VarObject(c.pkg, "_", e.pos(), null, VarObject.Kind.LOCAL, false));
                continue;
            }
            if (!n.text().equals("_") && !seen.add(n.text())) {
                c.error(
                        n,
                        DiagnosticCode.DUPLICATE_DECLARATION,
                        n.text() + " repeated on left side of :=");
                failed = true;
                lhs.add(new VarObject(c.pkg, "_", e.pos(), null, VarObject.Kind.LOCAL, false));
                continue;
            }
            var before = c.env.scope().get(n.text());
            if (before != null) {
                c.recordObject(n, before);
                if (before instanceof VarObject v) {
                    c.operands[n.id()] = new Operand(Mode.VARIABLE, v.type(), null);
                    lhs.add(v);
                } else {
                    c.error(n, DiagnosticCode.NOT_ADDRESSABLE, "cannot assign to " + n.text());
                    failed = true;
                    lhs.add(new VarObject(c.pkg, "_", e.pos(), null, VarObject.Kind.LOCAL, false));
                }
                continue;
            }
            var v = new VarObject(c.pkg, n.text(), n.pos(), null, VarObject.Kind.LOCAL, false);
            lhs.add(v);
            if (!n.text().equals("_")) {
                fresh.add(v);
                names.add(n);
            } else {
                c.recordObject(n, v);
            }
        }
        c.assignments.initVars(lhs, s.rhs(), null, "assignment");
        if (fresh.isEmpty() && !failed) {
            c.error(
                    s.opPos(),
                    DiagnosticCode.NO_NEW_VARIABLE,
                    "no new variables on left side of :=");
        }
        for (int i = 0; i < fresh.size(); i++) {
            c.declare(fresh.get(i), names.get(i));
            c.operands[names.get(i).id()] = new Operand(Mode.VARIABLE, fresh.get(i).type(), null);
        }
    }
}
