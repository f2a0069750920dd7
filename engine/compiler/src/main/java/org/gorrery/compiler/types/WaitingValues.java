package org.gorrery.compiler.types;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.jspecify.annotations.Nullable;

/// Initial values of package variables that need not be looked at before a program reaches the variable: their form tells the
/// type, and that making them has no effect. Such are tables, of which a program reaches few.
///
/// Only for packages known to be right.
final class WaitingValues {
    private static final String PURE = "gorrery:pure";

    private final CheckContext c;
    private final Set<VarObject> all = new HashSet<>();

    WaitingValues(CheckContext c) {
        this.c = c;
    }

    /// Whether the variable's value waits, or has waited.
    boolean contains(VarObject v) {
        return all.contains(v);
    }

    /// Has the value of a variable wait if its form allows that: then the variable has its type, and what it may mention counts
    /// as used.
    boolean defer(VarObject v, DeclInfo info, Runnable check) {
        var value = info.value;
        boolean single = info.together.isEmpty() && !v.name().equals("_");
        if (value == null || !single || !isPure(value, info)) {
            return false;
        }
        var type = info.typeExpr == null ? typeOf(value, info) : c.typeExprs.varType(info.typeExpr);
        if (type == null) {
            return false;
        }
        v.setType(type);
        uses(value, info, type);
        all.add(v);
        c.lazyBodies.add(v, check);
        return true;
    }

    private boolean isPure(Expr e, DeclInfo info) {
        return switch (e) {
            case Expr.BasicLit _, Expr.Name _ -> true;
            case Expr.Paren p -> isPure(p.x(), info);
            case Expr.CompositeLit l -> arePure(l.elems(), info);
            case Expr.KeyValue kv -> isPure(kv.key(), info) && isPure(kv.value(), info);
            case Expr.Unary u ->
                    switch (u.op()) {
                        case AND -> u.x() instanceof Expr.CompositeLit && isPure(u.x(), info);
                        case ADD, SUB -> isPure(u.x(), info);
                        default -> false;
                    };
            case Expr.Binary b ->
                    switch (b.op()) {
                        case ADD, SUB, OR -> isPure(b.x(), info) && isPure(b.y(), info);
                        default -> false;
                    };
            case Expr.Call call -> pureFunction(call, info) != null && arePure(call.args(), info);
            default -> false;
        };
    }

    private boolean arePure(List<Expr> list, DeclInfo info) {
        for (var e : list) {
            if (!isPure(e, info)) {
                return false;
            }
        }
        return true;
    }

    /// The function that is called, where it is one that only makes a value.
    private @Nullable FuncObject pureFunction(Expr.Call call, DeclInfo info) {
        GoObject found = null;
        if (call.fun() instanceof Expr.Name n) {
            found = c.pkg.lookup(n.text());
        } else if (call.fun() instanceof Expr.Selector s
                && s.x() instanceof Expr.Name n
                && info.scope.get(n.text()) instanceof PackageObject p) {
            found = p.imported().lookup(s.sel().text());
        }
        return found instanceof FuncObject f
                        && f.decl() instanceof Decl.FuncDecl d
                        && d.type().typeParams().isEmpty()
                        && d.pragmas().contains(PURE)
                ? f
                : null;
    }

    private @Nullable Type typeOf(Expr value, DeclInfo info) {
        return switch (value) {
            case Expr.CompositeLit l -> typeOf(l);
            case Expr.Unary u when u.x() instanceof Expr.CompositeLit l -> {
                var type = typeOf(l);
                yield type == null ? null : new PointerType(type);
            }
            case Expr.Call call -> {
                var f = pureFunction(call, info);
                var results = f == null ? null : f.signature().results().vars();
                yield results == null || results.size() != 1 ? null : results.getFirst().type();
            }
            default -> null;
        };
    }

    private @Nullable Type typeOf(Expr.CompositeLit l) {
        var type = l.type();
        if (!(type instanceof Expr.ArrayTypeExpr a) || !(a.len() instanceof Expr.Ellipsis)) {
            return type == null ? null : c.typeExprs.type(type);
        }
        for (var e : l.elems()) {
            if (e instanceof Expr.KeyValue) {
                return null; // how long it is depends on what the keys are
            }
        }
        return new ArrayType(c.typeExprs.type(a.elem()), l.elems().size());
    }

    /// Notes all package-level names that the value mentions.
    ///
    /// @param type what a composite literal without a type has, or a pointer to it
    private void uses(Expr e, DeclInfo info, @Nullable Type type) {
        switch (e) {
            case Expr.Name n -> {
                var object = c.pkg.lookup(n.text());
                if (object != null && !(object instanceof TypeObject)) {
                    info.uses.add(object);
                }
            }
            case Expr.Paren p -> uses(p.x(), info, null);
            case Expr.CompositeLit l ->
                    literalUses(l, info, l.type() == null ? type : literalType(l.type()));
            case Expr.KeyValue kv -> {
                uses(kv.key(), info, null);
                uses(kv.value(), info, null);
            }
            case Expr.Unary u -> uses(u.x(), info, null);
            case Expr.Binary b -> {
                uses(b.x(), info, null);
                uses(b.y(), info, null);
            }
            case Expr.Call call -> {
                uses(call.fun(), info, null);
                call.args().forEach(x -> uses(x, info, null));
            }
            default -> {}
        }
    }

    private void literalUses(Expr.CompositeLit l, DeclInfo info, @Nullable Type type) {
        var base = type != null && type.underlying() instanceof PointerType p ? p.elem() : type;
        var form = base == null ? null : base.underlying();
        var key = form instanceof MapType m ? m.key() : null;
        var elem = form == null ? null : elem(form);
        for (var x : l.elems()) {
            if (!(x instanceof Expr.KeyValue kv)) {
                uses(x, info, elem);
                continue;
            }
            if (!(form instanceof StructType)) { // else the key is the name of a field
                uses(kv.key(), info, key);
            }
            uses(kv.value(), info, elem);
        }
    }

    private static @Nullable Type elem(Type form) {
        return switch (form) {
            case ArrayType a -> a.elem();
            case SliceType s -> s.elem();
            case MapType m -> m.value();
            default -> null;
        };
    }

    private Type literalType(Expr written) {
        return written instanceof Expr.ArrayTypeExpr a && a.len() instanceof Expr.Ellipsis
                ? new SliceType(c.typeExprs.type(a.elem())) // how long it is does not matter here
                : c.typeExprs.type(written);
    }
}
