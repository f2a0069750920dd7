package org.gorrery.compiler.lower;

import java.util.function.Consumer;
import org.gorrery.compiler.syntax.CaseClause;
import org.gorrery.compiler.syntax.CommClause;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.Stmt;
import org.jspecify.annotations.Nullable;

/// Visits the children of a syntax node that can hold executable code, in source order; types are left out.
final class Children {
    private Children() {}

    static void of(Node node, Consumer<Node> visit) {
        switch (node) {
            case Expr e -> ofExpr(e, visit);
            case Stmt s -> ofStmt(s, visit);
            case Decl.VarDecl d -> d.values().forEach(visit);
            case CaseClause c -> {
                c.exprs().forEach(visit);
                c.body().forEach(visit);
            }
            case CommClause c -> {
                maybe(c.comm(), visit);
                c.body().forEach(visit);
            }
            default -> {}
        }
    }

    private static void maybe(@Nullable Node node, Consumer<Node> visit) {
        if (node != null) {
            visit.accept(node);
        }
    }

    private static void ofExpr(Expr expr, Consumer<Node> visit) {
        switch (expr) {
            case Expr.CompositeLit c -> c.elems().forEach(visit);
            case Expr.KeyValue kv -> {
                visit.accept(kv.key());
                visit.accept(kv.value());
            }
            case Expr.FuncLit f -> visit.accept(f.body());
            case Expr.Paren p -> visit.accept(p.x());
            case Expr.Selector s -> visit.accept(s.x());
            case Expr.Index i -> {
                visit.accept(i.x());
                i.indices().forEach(visit);
            }
            case Expr.SliceExpr s -> {
                visit.accept(s.x());
                maybe(s.lo(), visit);
                maybe(s.hi(), visit);
                maybe(s.max(), visit);
            }
            case Expr.TypeAssert t -> visit.accept(t.x());
            case Expr.Call c -> {
                visit.accept(c.fun());
                c.args().forEach(visit);
            }
            case Expr.Star s -> visit.accept(s.x());
            case Expr.Unary u -> visit.accept(u.x());
            case Expr.Binary b -> {
                visit.accept(b.x());
                visit.accept(b.y());
            }
            default -> {}
        }
    }

    private static void ofStmt(Stmt stmt, Consumer<Node> visit) {
        switch (stmt) {
            case Stmt.Block b -> b.stmts().forEach(visit);
            case Stmt.ExprStmt e -> visit.accept(e.x());
            case Stmt.Send s -> {
                visit.accept(s.chan());
                visit.accept(s.value());
            }
            case Stmt.IncDec i -> visit.accept(i.x());
            case Stmt.Assign a -> {
                a.lhs().forEach(visit);
                a.rhs().forEach(visit);
            }
            case Stmt.Go g -> visit.accept(g.call());
            case Stmt.Defer d -> visit.accept(d.call());
            case Stmt.Return r -> r.results().forEach(visit);
            case Stmt.If i -> {
                maybe(i.init(), visit);
                visit.accept(i.cond());
                visit.accept(i.then());
                maybe(i.orElse(), visit);
            }
            case Stmt.Switch s -> {
                maybe(s.init(), visit);
                maybe(s.tag(), visit);
                s.clauses().forEach(visit);
            }
            case Stmt.TypeSwitch s -> {
                maybe(s.init(), visit);
                visit.accept(s.x());
                s.clauses().forEach(visit);
            }
            case Stmt.Select s -> s.clauses().forEach(visit);
            case Stmt.For f -> {
                maybe(f.init(), visit);
                maybe(f.cond(), visit);
                maybe(f.post(), visit);
                visit.accept(f.body());
            }
            case Stmt.Range r -> {
                maybe(r.key(), visit);
                maybe(r.value(), visit);
                visit.accept(r.x());
                visit.accept(r.body());
            }
            case Stmt.Labeled l -> visit.accept(l.stmt());
            case Stmt.DeclStmt d -> d.decls().forEach(visit);
            case Stmt.BadStmt b -> {}
            case Stmt.Empty e -> {}
            case Stmt.Branch b -> {}
        }
    }
}
