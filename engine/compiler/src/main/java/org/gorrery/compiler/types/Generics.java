package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.syntax.TypeParam;
import org.jspecify.annotations.Nullable;

/// Declares type parameters and makes instances of generic types (Go spec, "Type parameter declarations", "Instantiations").
final class Generics {
    private final CheckContext c;

    Generics(CheckContext c) {
        this.c = c;
    }

    /// Declares type parameters in the block at hand.
    List<TypeParameter> declare(List<TypeParam> list) {
        var params = placeholders(list);
        bounds(params, list);
        return params;
    }

    /// Declares type parameters whose constraints are not known yet.
    List<TypeParameter> placeholders(List<TypeParam> list) {
        var params = new ArrayList<TypeParameter>();
        for (var p : list) {
            params.add(declare(p.name(), params.size()));
        }
        return params;
    }

    /// Finds the constraints of parameters declared before.
    @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
    void bounds(List<TypeParameter> params, List<TypeParam> list) {
        Expr last = null;
        Type bound = BasicType.INVALID;
        for (int i = 0; i < list.size(); i++) {
            var e = list.get(i).constraint();
            if (e != last) {
                bound = bound(e);
                last = e;
            }
            params.get(i).setConstraint(bound);
        }
    }

    TypeParameter declare(Expr.Name name, int index) {
        var object = new TypeObject(c.pkg, name.text(), name.pos(), false);
        var p = new TypeParameter(object, index);
        p.setConstraint(Universe.ANY);
        object.setType(p);
        c.declare(object, name);
        return p;
    }

    /// The constraint that an expression stands for; always an interface in the end.
    private Type bound(Expr e) {
        if (isTerm(e)) {
            return wrapped(c.typeLiterals.union(e));
        }
        var t = c.typeExprs.type(e);
        if (t instanceof TypeParameter) {
            c.error(
                    e,
                    DiagnosticCode.MISPLACED_TYPE_PARAMETER,
                    "cannot use a type parameter as constraint");
            return Universe.ANY;
        }
        if (t == BasicType.INVALID) {
            return Universe.ANY;
        }
        return t.underlying() instanceof InterfaceType || t instanceof NamedType n && !n.isDefined()
                ? t
                : wrapped(t);
    }

    static boolean isTerm(Expr e) {
        var x = e;
        return x instanceof Expr.Unary u && u.op() == Token.TILDE
                || x instanceof Expr.Binary b && b.op() == Token.OR;
    }

    private static InterfaceType wrapped(Type t) {
        var i = new InterfaceType();
        i.define(List.of(), List.of(t), true);
        return i;
    }

    /// Sees to it that constraints that were not known when declared are interfaces.
    void settle(List<TypeParameter> params) {
        for (var p : params) {
            if (!(p.constraint().underlying() instanceof InterfaceType)
                    && p.constraint() != BasicType.INVALID) {
                p.setConstraint(wrapped(p.constraint()));
            }
        }
    }

    /// The type that `x[args]` means.
    WrittenType instantiate(Expr.Index e) {
        var generic = c.typeExprs.generic(e.x());
        if (generic != BasicType.INVALID && !c.typeExprs.isGeneric(e.x(), generic)) {
            return notGeneric(e, generic);
        }
        var written = new ArrayList<WrittenType>();
        for (var a : e.indices()) {
            written.add(c.typeExprs.writtenVar(a));
        }
        var args = written.stream().map(WrittenType::actual).toList();
        c.versions.require(e.pos(), 18, "type instantiation");
        if (generic == BasicType.INVALID || args.contains(BasicType.INVALID)) {
            return BasicType.INVALID;
        }
        var alias = aliasOf(e.x());
        if (alias != null && !alias.aliasParams().isEmpty()) {
            var params = alias.aliasParams();
            if (!count(e, args.size(), params.size(), alias.name())) {
                return BasicType.INVALID;
            }
            verifyLater(e, params, args);
            return new AliasType(alias, written, c.types.substitute(alias.type(), params, args));
        }
        var n = (NamedType) generic;
        if (!count(e, args.size(), n.typeParams().size(), c.errors.text.name(n.object()))) {
            return c.types.instantiateWritten(n, written); // has a name, but no structure
        }
        c.instantiations.add(n.typeParams(), args, e.indices(), e.pos());
        verifyLater(e, n.typeParams(), args);
        return c.types.instantiateWritten(n, written).mentionedAt(e.x().pos());
    }

    private Type notGeneric(Expr.Index e, Type t) {
        c.error(
                e,
                DiagnosticCode.NOT_GENERIC,
                "invalid operation: "
                        + ExprText.of(e.x())
                        + "["
                        + ExprText.list(e.indices())
                        + "] ("
                        + c.text(t)
                        + " is not a generic type)");
        return BasicType.INVALID;
    }

    private @Nullable TypeObject aliasOf(Expr x) {
        var e = ExprText.unparen(x);
        var name = e instanceof Expr.Selector s ? s.sel() : e instanceof Expr.Name n ? n : null;
        return name != null && c.objects[name.id()] instanceof TypeObject t && t.alias() ? t : null;
    }

    private boolean count(Expr.Index e, int have, int want, String name) {
        if (have == want) {
            return true;
        }
        String few = have < want ? "not enough" : "too many";
        c.error(
                e.pos(),
                DiagnosticCode.TYPE_ARGUMENT_COUNT,
                few + " type arguments for type " + name + ": have " + have + ", want " + want);
        return false;
    }

    private void verifyLater(Expr.Index e, List<TypeParameter> params, List<Type> args) {
        c.later(() -> {
            settle(params);
            verify(params, args, i -> e.indices().get(Math.min(i, e.indices().size() - 1)).pos());
        });
    }

    /// Where the argument of a type parameter stands.
    interface Place {
        int of(int index);
    }

    /// Reports the first argument that does not satisfy its constraint.
    boolean verify(List<TypeParameter> params, List<Type> args, Place place) {
        for (int i = 0; i < params.size(); i++) {
            var refusal = refusal(params, args, i);
            if (refusal != null) {
                c.error(place.of(i), DiagnosticCode.TYPE_ARGUMENT, refusal);
                return false;
            }
        }
        return true;
    }

    /// Why argument `i` does not satisfy its constraint; null where it does.
    @Nullable String refusal(List<TypeParameter> params, List<Type> args, int i) {
        var bound = c.types.substitute(params.get(i).constraint(), params, args);
        var refusal = c.types.satisfaction().refusal(args.get(i), bound, true, c.errors.text);
        if (refusal == null
                && !c.versions.allows(20)
                && bound.underlying() instanceof InterfaceType b
                && c.types.typeSet(b).comparable()
                && !Comparability.strictlyComparable(args.get(i), c.types.sets())) {
            return c.text(args.get(i)) + " to satisfy comparable requires go1.20 or later";
        }
        return refusal;
    }
}
