package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Stmt;

/// Function bodies: statements, missing returns, unused variables.
final class Bodies {
    private final CheckContext c;

    Bodies(CheckContext c) {
        this.c = c;
    }

    /// A function literal; its signature. The body of one outside any function waits until all declarations are known.
    Signature literal(Expr.FuncLit e) {
        var outer = c.env.func();
        // parameters lie in the literal's own function, whose state needs the signature: made in
        // two steps
        var scope = new Scope(c.env.scope(), null);
        var before = c.env;
        c.env = c.env.withScope(scope);
        var signature = c.signatures.of(null, e.type());
        c.env = before;
        var params = outer == null ? List.<TypeParameter>of() : outer.typeParams;
        Runnable work =
                () -> body(signature, e.body(), scope, new FuncState(outer, signature, params));
        if (outer == null) {
            if (c.options.bodies() != CheckOptions.WhichBodies.NONE) {
                c.later(work);
            }
        } else {
            work.run();
        }
        return signature;
    }

    /// A declared function's body; `scope` holds the parameters.
    void declared(Signature signature, Stmt.Block block, Scope scope) {
        var params = new ArrayList<>(signature.recvTypeParams());
        params.addAll(signature.typeParams());
        body(signature, block, scope, new FuncState(null, signature, params));
    }

    private void body(Signature signature, Stmt.Block block, Scope params, FuncState func) {
        var before = c.env;
        // the same names, now known to be the function's own
        var scope = new Scope(params.parent(), func);
        params.objects().forEach(scope::insert);
        c.env = c.env.withFunc(func, scope);
        c.statements.list(block.stmts());
        new Branches(c).check(block);
        if (!signature.results().vars().isEmpty() && !new Termination(c).ends(block)) {
            c.error(block.rbrace(), DiagnosticCode.MISSING_RETURN, "missing return");
        }
        unused(func);
        c.env = before;
    }

    private void unused(FuncState func) {
        // the variables of a block come before those of the blocks within
        func.locals.sort(
                Comparator.<FuncState.Local>comparingInt(l -> l.scope().rank())
                        .thenComparingInt(l -> l.variable().pos()));
        for (var local : func.locals) {
            var v = local.variable();
            if (!v.used() && !v.name().equals("_")) {
                c.errors.at(
                        v.pos(),
                        DiagnosticCode.UNUSED_VARIABLE,
                        "declared and not used: " + v.name());
            }
        }
    }
}
