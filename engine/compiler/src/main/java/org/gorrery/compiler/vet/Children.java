package org.gorrery.compiler.vet;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.gorrery.compiler.syntax.CaseClause;
import org.gorrery.compiler.syntax.CommClause;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Field;
import org.gorrery.compiler.syntax.FieldList;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.SourceFile;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.syntax.TypeParam;
import org.jspecify.annotations.Nullable;

/// The children of a syntax node in source order, types left out.
final class Children {
    private Children() {}

    static void of(Node node, Consumer<Node> visit) {
        switch (node) {
            case Expr e -> expression(e, visit);
            case Stmt s -> statement(s, visit);
            case Decl.VarDecl d -> d.values().forEach(visit);
            case Decl.ConstDecl d -> d.values().forEach(visit);
            case Decl.FuncDecl d -> each(visit, d.body());
            case Decl.ImportDecl d -> {}
            case Decl.TypeDecl d -> {}
            case Decl.BadDecl d -> {}
            case CaseClause c -> {
                c.exprs().forEach(visit);
                c.body().forEach(visit);
            }
            case CommClause c -> {
                each(visit, c.comm());
                c.body().forEach(visit);
            }
            case Field f -> {}
            case FieldList f -> {}
            case TypeParam p -> {}
            case SourceFile f -> f.decls().forEach(visit);
        }
    }

    private static void each(Consumer<Node> visit, @Nullable Node... nodes) {
        Arrays.stream(nodes).filter(n -> n != null).forEach(visit::accept);
    }

    private static void expression(Expr expr, Consumer<Node> visit) {
        switch (expr) {
            case Expr.CompositeLit c -> c.elems().forEach(visit);
            case Expr.KeyValue kv -> each(visit, kv.key(), kv.value());
            case Expr.FuncLit f -> visit.accept(f.body());
            case Expr.Paren p -> visit.accept(p.x());
            case Expr.Selector s -> visit.accept(s.x());
            case Expr.Index i -> {
                visit.accept(i.x());
                i.indices().forEach(visit);
            }
            case Expr.SliceExpr s -> each(visit, s.x(), s.lo(), s.hi(), s.max());
            case Expr.TypeAssert t -> visit.accept(t.x());
            case Expr.Call c -> {
                visit.accept(c.fun());
                c.args().forEach(visit);
            }
            case Expr.Star s -> visit.accept(s.x());
            case Expr.Unary u -> visit.accept(u.x());
            case Expr.Binary b -> each(visit, b.x(), b.y());
            case Expr.BadExpr e -> {}
            case Expr.Name e -> {}
            case Expr.BasicLit e -> {}
            case Expr.ArrayTypeExpr e -> {}
            case Expr.Ellipsis e -> {}
            case Expr.MapTypeExpr e -> {}
            case Expr.ChanTypeExpr e -> {}
            case Expr.FuncTypeExpr e -> {}
            case Expr.StructTypeExpr e -> {}
            case Expr.InterfaceTypeExpr e -> {}
        }
    }

    private static void statement(Stmt stmt, Consumer<Node> visit) {
        switch (stmt) {
            case Stmt.Block b -> b.stmts().forEach(visit);
            case Stmt.ExprStmt s -> visit.accept(s.x());
            case Stmt.Send s -> each(visit, s.chan(), s.value());
            case Stmt.IncDec s -> visit.accept(s.x());
            case Stmt.Assign s -> {
                s.lhs().forEach(visit);
                s.rhs().forEach(visit);
            }
            case Stmt.Go s -> visit.accept(s.call());
            case Stmt.Defer s -> visit.accept(s.call());
            case Stmt.Return s -> s.results().forEach(visit);
            case Stmt.If s -> each(visit, s.init(), s.cond(), s.then(), s.orElse());
            case Stmt.Switch s -> {
                each(visit, s.init(), s.tag());
                s.clauses().forEach(visit);
            }
            case Stmt.TypeSwitch s -> {
                each(visit, s.init(), s.x());
                s.clauses().forEach(visit);
            }
            case Stmt.Select s -> s.clauses().forEach(visit);
            case Stmt.For s -> each(visit, s.init(), s.cond(), s.post(), s.body());
            case Stmt.Range s -> each(visit, s.key(), s.value(), s.x(), s.body());
            case Stmt.Labeled s -> visit.accept(s.stmt());
            case Stmt.DeclStmt s -> s.decls().forEach(visit);
            case Stmt.BadStmt s -> {}
            case Stmt.Empty s -> {}
            case Stmt.Branch s -> {}
        }
    }

    /// Whether `test` holds for a node or anything below it.
    static boolean any(Node node, java.util.function.Predicate<Node> test) {
        if (test.test(node)) {
            return true;
        }
        boolean[] found = {false};
        of(node, n -> found[0] = found[0] || any(n, test));
        return found[0];
    }

    /// The same for a list.
    static boolean any(List<? extends Node> nodes, java.util.function.Predicate<Node> test) {
        return nodes.stream().anyMatch(n -> any(n, test));
    }
}
