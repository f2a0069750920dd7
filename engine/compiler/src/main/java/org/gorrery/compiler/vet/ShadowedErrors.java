package org.gorrery.compiler.vet;

import java.util.HashSet;
import java.util.Set;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.types.VarObject;
import org.jspecify.annotations.Nullable;

/// A variable `err` declared inside the reach of another one of the same function that is used again after it.
final class ShadowedErrors implements Analysis {
    private static final String ERR = "err";

    private final Inspection in;

    ShadowedErrors(Inspection in) {
        this.in = in;
    }

    @Override
    public void node(Node node) {
        if (node instanceof Decl.FuncDecl d) {
            var body = d.body();
            if (body != null) {
                new Function(d, body).judge();
            }
        }
    }

    /// One function with the literals inside.
    private final class Function {
        private final Stmt.Block body;
        private @Nullable VarObject outer;
        private final Set<VarObject> told = new HashSet<>();

        Function(Decl.FuncDecl d, Stmt.Block body) {
            this.body = body;
            for (var f : d.type().results().fields()) {
                f.names().forEach(this::declares);
            }
            for (var f : d.type().params().fields()) {
                f.names().forEach(this::declares);
            }
        }

        private void declares(Expr.Name n) {
            if (n.text().equals(ERR) && in.variable(n) instanceof VarObject v) {
                outer = v;
            }
        }

        void judge() {
            walk(body);
        }

        private void walk(Node node) {
            var before = outer;
            if (node instanceof Expr.Name n && n.text().equals(ERR)) {
                name(n);
            }
            Children.of(node, this::walk);
            if (opensScope(node)) {
                outer = before;
            }
        }

        private void name(Expr.Name n) {
            var v = in.variable(n);
            if (v == null || v.pos() != n.pos()) {
                return;
            }
            var hidden = outer;
            outer = v;
            if (hidden != null
                    && hidden != v
                    && in.types.identical(hidden.type(), v.type())
                    && usedAfter(hidden, n.pos())
                    && told.add(v)) {
                in.warn(
                        n.pos(),
                        DiagnosticCode.SHADOWED_ERROR,
                        "declaration of \"err\" shadows declaration at line "
                                + in.line(hidden.pos()));
            }
        }

        private boolean usedAfter(VarObject v, int pos) {
            return Children.any(
                    body, x -> x instanceof Expr.Name n && n.pos() > pos && in.variable(n) == v);
        }

        private static boolean opensScope(Node node) {
            return node instanceof Stmt.Block
                    || node instanceof Stmt.If
                    || node instanceof Stmt.For
                    || node instanceof Stmt.Range
                    || node instanceof Stmt.Switch
                    || node instanceof Stmt.TypeSwitch
                    || node instanceof org.gorrery.compiler.syntax.CaseClause
                    || node instanceof org.gorrery.compiler.syntax.CommClause
                    || node instanceof Expr.FuncLit;
        }
    }
}
