package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Field;
import org.gorrery.compiler.syntax.FieldList;
import org.jspecify.annotations.Nullable;

/// Function types and method receivers (Go spec, "Function types", "Method declarations").
final class Signatures {
    private final CheckContext c;

    Signatures(CheckContext c) {
        this.c = c;
    }

    /// The signature of a function type or declaration; type parameters, receiver and parameters are declared in the block at hand.
    Signature of(@Nullable Field recv, Expr.FuncTypeExpr type) {
        List<TypeParameter> recvParams = List.of();
        VarObject receiver = null;
        if (recv != null) {
            var base = recvBase(recv.type());
            Type generic = BasicType.INVALID;
            if (base instanceof Expr.Index index) {
                c.versions.require(index.pos(), 18, "type instantiation");
                generic = c.typeExprs.generic(index.x()); // a parameter may have its name
                recvParams = receiverParams(index, generic);
            }
            receiver = receiver(recv, generic, recvParams);
        }
        List<TypeParameter> typeParams = List.of();
        if (!type.typeParams().isEmpty()) {
            c.versions.require(type.typeParams().getFirst().pos(), 18, "type parameter");
            typeParams = c.generics.declare(type.typeParams());
        }
        var params = collect(type.params(), VarObject.Kind.PARAM, true);
        var results = collect(type.results(), VarObject.Kind.RESULT, false);
        if (receiver != null && recv != null) {
            declare(recv.names(), List.of(receiver), 0);
        }
        declareAll(type.params(), params.vars);
        declareAll(type.results(), results.vars);
        var settled = typeParams;
        if (!settled.isEmpty()) {
            c.later(() -> c.generics.settle(settled));
        }
        return new Signature(
                receiver,
                typeParams,
                recvParams,
                new TupleType(params.vars),
                new TupleType(results.vars),
                params.variadic);
    }

    private record Collected(List<VarObject> vars, boolean variadic) {}

    private Collected collect(FieldList list, VarObject.Kind kind, boolean variadicAllowed) {
        var vars = new ArrayList<VarObject>();
        boolean variadic = false;
        for (int i = 0; i < list.fields().size(); i++) {
            var f = list.fields().get(i);
            WrittenType t;
            if (f.type() instanceof Expr.Ellipsis dots && dots.elem() != null) {
                boolean last =
                        variadicAllowed && i == list.fields().size() - 1 && f.names().size() <= 1;
                t = new SliceType(c.typeExprs.writtenVar(dots.elem()));
                c.recordType(dots, t.actual());
                if (last) {
                    variadic = true;
                } else {
                    c.error(
                            dots,
                            DiagnosticCode.MISPLACED_DOTS,
                            "can only use ... with final parameter in list");
                }
            } else {
                t = c.typeExprs.writtenVar(f.type());
            }
            if (f.names().isEmpty()) {
                vars.add(new VarObject(c.pkg, "", f.pos(), t, kind, false));
            }
            for (var n : f.names()) {
                vars.add(new VarObject(c.pkg, n.text(), n.pos(), t, kind, false));
            }
        }
        return new Collected(vars, variadic);
    }

    private void declareAll(FieldList list, List<VarObject> vars) {
        int i = 0;
        for (var f : list.fields()) {
            declare(f.names(), vars, i);
            i += Math.max(1, f.names().size());
        }
    }

    private void declare(List<Expr.Name> names, List<VarObject> vars, int from) {
        for (int i = 0; i < names.size(); i++) {
            c.declare(vars.get(from + i), names.get(i));
        }
    }

    /// The receiver's type without pointer and parentheses.
    static Expr recvBase(Expr type) {
        var e = ExprText.unparen(type);
        while (e instanceof Expr.Star s) {
            e = ExprText.unparen(s.x());
        }
        return e;
    }

    private List<TypeParameter> receiverParams(Expr.Index index, Type generic) {
        var params = new ArrayList<TypeParameter>();
        for (var e : index.indices()) {
            if (e instanceof Expr.Name n) {
                params.add(c.generics.declare(n, params.size()));
                c.recordType(n, params.getLast());
            } else {
                c.error(
                        e,
                        DiagnosticCode.BAD_RECEIVER,
                        "receiver type parameter " + ExprText.of(e) + " must be an identifier");
                params.add(
                        new TypeParameter(
                                new TypeObject(c.pkg, "_", e.pos(), false), params.size()));
                params.getLast().setConstraint(Universe.ANY);
            }
        }
        if (generic instanceof NamedType n && n.typeParams().size() == params.size()) {
            var args = List.<Type>copyOf(params);
            for (int i = 0; i < params.size(); i++) {
                params.get(i)
                        .setConstraint(
                                c.types.substitute(
                                        n.typeParams().get(i).constraint(), n.typeParams(), args));
            }
        }
        return params;
    }

    private VarObject receiver(Field recv, Type generic, List<TypeParameter> params) {
        var type = receiverType(recv.type(), generic, params);
        String name = recv.names().isEmpty() ? "" : recv.names().getFirst().text();
        int pos = recv.names().isEmpty() ? recv.pos() : recv.names().getFirst().pos();
        var v = new VarObject(c.pkg, name, pos, type, VarObject.Kind.RECEIVER, false);
        var at = recv.type();
        c.later(() -> checkReceiver(at, type));
        return v;
    }

    private WrittenType receiverType(Expr e, Type generic, List<TypeParameter> params) {
        if (e instanceof Expr.Paren p) {
            var t = receiverType(p.x(), generic, params);
            c.recordType(p, t.actual());
            return t;
        }
        if (e instanceof Expr.Star s) {
            var inner = receiverType(s.x(), generic, params);
            Type t = inner == BasicType.INVALID ? BasicType.INVALID : new PointerType(inner);
            c.recordType(s, t);
            return t;
        }
        if (!(e instanceof Expr.Index index)) {
            return c.typeExprs.writtenVar(e);
        }
        Type t = BasicType.INVALID;
        if (generic instanceof NamedType n && n.isGeneric()) {
            if (n.typeParams().size() == params.size()) {
                t = c.types.instantiate(n, List.copyOf(params)).mentionedAt(index.x().pos());
            } else {
                c.error(
                        index,
                        DiagnosticCode.BAD_RECEIVER,
                        "receiver declares "
                                + plural(params.size())
                                + ", but receiver base type declares "
                                + n.typeParams().size());
            }
        } else if (generic instanceof NamedType) {
            instantiated(index, generic);
        } else if (generic != BasicType.INVALID) {
            c.error(index, DiagnosticCode.NOT_GENERIC, c.text(generic) + " is not a generic type");
        }
        c.recordType(e, t);
        return t;
    }

    private static String plural(int n) {
        return n + " type parameter" + (n == 1 ? "" : "s");
    }

    private void checkReceiver(Expr written, WrittenType type) {
        if (type == BasicType.INVALID) {
            return;
        }
        var name = type.actual() instanceof PointerType p ? p.written() : type;
        var base = name.actual();
        if (base == BasicType.INVALID) {
            return;
        }
        if (base instanceof NamedType n
                && !n.typeArgs().isEmpty()
                && !(recvBase(written) instanceof Expr.Index)) {
            instantiated(recvBase(written), base);
            return;
        }
        var e = ExprText.unparen(written) instanceof Expr.Star s ? s.x() : written;
        if (base instanceof NamedType n) {
            if (n.object().pkg() != c.pkg) {
                nonLocal(e, name);
                return;
            }
            String cause =
                    switch (n.underlying()) {
                        case BasicType b -> b == BasicType.UNSAFE_POINTER ? "unsafe.Pointer" : "";
                        case PointerType p -> "pointer or interface type";
                        case InterfaceType i -> "pointer or interface type";
                        case ArrayType i -> "";
                        case SliceType i -> "";
                        case StructType i -> "";
                        case Signature i -> "";
                        case MapType i -> "";
                        case ChanType i -> "";
                        case NamedType i -> "";
                        case TupleType i -> "";
                        case TypeParameter i -> "";
                        case UnionType i -> "";
                    };
            if (!cause.isEmpty()) {
                c.error(
                        e,
                        DiagnosticCode.BAD_RECEIVER,
                        "invalid receiver type " + c.text(name) + " (" + cause + ")");
            }
        } else if (base instanceof BasicType) {
            nonLocal(e, name);
        } else {
            c.error(e, DiagnosticCode.BAD_RECEIVER, "invalid receiver type " + c.text(type));
        }
    }

    private void instantiated(Expr e, Type base) {
        c.error(
                e,
                DiagnosticCode.BAD_RECEIVER,
                "cannot define new methods on instantiated type " + c.text(base));
    }

    private void nonLocal(Expr e, WrittenType base) {
        c.error(
                e,
                DiagnosticCode.BAD_RECEIVER,
                "cannot define new methods on non-local type " + c.text(base));
    }
}
