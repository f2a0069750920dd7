package org.gorrery.compiler.types;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Node;
import org.gorrery.compiler.syntax.Stmt;

/// Walks a checked package and lists expressions about which the checker left out what the lowering needs.
final class RecordingAudit {
    private final CheckedPackage checked;
    private final SourceSet sources;
    private final List<String> problems = new ArrayList<>();

    RecordingAudit(CheckedPackage checked, SourceSet sources) {
        this.checked = checked;
        this.sources = sources;
    }

    /// What is missing, with its place.
    List<String> problems() {
        for (var f : checked.files()) {
            for (var d : f.decls()) {
                if (!(d instanceof Decl.ImportDecl)) {
                    visit(d);
                }
            }
        }
        return problems;
    }

    private void problem(Expr e, String what) {
        problems.add(sources.position(e.pos()) + ": " + what + ": " + ExprText.of(e));
    }

    private void visit(Object node) {
        switch (node) {
            case null -> {}
            case List<?> list -> list.forEach(this::visit);
            case Expr e -> expression(e);
            case Stmt.Branch b -> {}
            case Stmt.Labeled l -> visit(l.stmt());
            case Stmt.Assign a when a.op() == org.gorrery.compiler.syntax.Token.DEFINE -> {
                visit(a.rhs());
                a.lhs().forEach(x -> declared(x));
            }
            case Stmt.Range r when r.define() -> {
                visit(r.x());
                visit(r.body());
                declared(r.key());
                declared(r.value());
            }
            case Stmt.TypeSwitch s -> {
                visit(s.init());
                visit(s.x() instanceof Expr.TypeAssert t ? t.x() : s.x());
                s.clauses()
                        .forEach(k -> {
                            k.exprs().stream()
                                    .filter(x -> checked.operand(x).mode() != Mode.NIL)
                                    .forEach(this::visit);
                            visit(k.body());
                            if (s.bind() != null
                                    && !s.bind().text().equals("_")
                                    && checked.clauseVars().get(k) == null) {
                                problem(s.bind(), "no variable for clause");
                            }
                        });
            }
            case Decl.FuncDecl d -> {
                visit(d.type());
                visit(d.body());
            }
            case Decl.VarDecl d -> {
                visit(d.type());
                visit(d.values());
                d.names().forEach(this::declared);
            }
            case Decl.ConstDecl d -> {}
            case Decl.TypeDecl d -> visit(d.type());
            case org.gorrery.compiler.syntax.Field f -> visit(f.type());
            case Node n -> components(n);
            default -> {}
        }
    }

    private void declared(Object x) {
        if (x instanceof Expr.Name n
                && !n.text().equals("_")
                && checked.objects()[n.id()] == null) {
            problem(n, "no object");
        }
    }

    private void components(Object n) {
        if (!(n instanceof Record)) {
            return;
        }
        for (RecordComponent c : n.getClass().getRecordComponents()) {
            try {
                c.getAccessor().setAccessible(true);
                visit(c.getAccessor().invoke(n));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void expression(Expr e) {
        if (e instanceof Expr.Name n && n.text().equals("_")) {
            return;
        }
        var o = checked.operands()[e.id()];
        if (o == null) {
            problem(e, "no operand");
        } else if (o.mode() == Mode.INVALID) {
            problem(e, "invalid");
        } else if (o.type() instanceof BasicType b && b.isUntyped() && o.mode() != Mode.CONSTANT) {
            problem(e, "untyped " + o.mode() + " " + b);
        } else if (o.mode() == Mode.CONSTANT && o.value() == null) {
            problem(e, "constant without value");
        }
        if (o != null && o.mode() == Mode.CONSTANT) {
            return; // what it is made of is of no concern
        }
        switch (e) {
            case Expr.Selector s -> {
                if (s.x() instanceof Expr.Name n
                        && checked.objects()[n.id()] instanceof PackageObject) {
                    if (checked.objects()[s.sel().id()] == null) {
                        problem(s, "no object");
                    }
                } else {
                    if (checked.selections()[s.id()] == null) {
                        problem(s, "no selection");
                    }
                    visit(s.x());
                }
            }
            case Expr.CompositeLit l -> {
                if (l.type() != null) {
                    visit(l.type());
                }
                boolean struct =
                        o != null
                                && (o.type().underlying() instanceof StructType
                                        || o.type().underlying() instanceof PointerType p
                                                && p.elem().underlying() instanceof StructType);
                for (var x : l.elems()) {
                    if (x instanceof Expr.KeyValue kv) {
                        if (struct) {
                            declared(kv.key());
                        } else if (kv.key() instanceof Expr.CompositeLit
                                || !(o != null && o.type() instanceof TypeParameter)) {
                            visit(kv.key());
                        }
                        visit(kv.value());
                    } else {
                        visit(x);
                    }
                }
            }
            case Expr.Name n -> {
                if (checked.objects()[n.id()] == null) {
                    problem(n, "no object");
                }
            }
            case Expr.FuncTypeExpr f -> {
                visit(f.params().fields());
                visit(f.results().fields());
            }
            case Expr.ArrayTypeExpr a -> visit(a.elem());
            case Expr.Ellipsis x -> visit(x.elem());
            case Expr.InterfaceTypeExpr i -> {}
            default -> components(e);
        }
        if (e instanceof Expr.Call call && o != null && o.mode() != Mode.CONSTANT) {
            for (var a : call.args()) {
                var v = checked.operands()[a.id()];
                if (v != null && v.type() instanceof BasicType b && b.isUntyped()) {
                    problem(a, "untyped argument " + b);
                }
            }
        }
    }
}
