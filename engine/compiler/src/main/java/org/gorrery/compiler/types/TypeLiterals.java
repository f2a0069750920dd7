package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Token;
import org.jspecify.annotations.Nullable;

/// Struct and interface types and unions (Go spec, "Struct types", "Interface types").
final class TypeLiterals {
    /// As Go has it; more would make each comparison of type sets slow.
    private static final int MAX_TERMS = 100;

    private final CheckContext c;

    TypeLiterals(CheckContext c) {
        this.c = c;
    }

    /// The struct type of an expression.
    StructType struct(Expr.StructTypeExpr e) {
        var fields = new ArrayList<VarObject>();
        var tags = new ArrayList<String>();
        var seen = new HashMap<String, VarObject>();
        for (var f : e.fields()) {
            String tag = f.tag() == null ? "" : LiteralValues.string(f.tag());
            if (f.names().isEmpty()) {
                var t = c.typeExprs.type(f.type());
                var name = embeddedName(f.type());
                String text = name == null ? "_" : name.text();
                var v =
                        new VarObject(
                                c.pkg,
                                text,
                                name == null ? f.pos() : name.pos(),
                                t,
                                VarObject.Kind.FIELD,
                                true);
                add(v, fields, seen);
                tags.add(tag);
                c.later(() -> checkEmbedded(f.type(), t));
                continue;
            }
            var t = c.typeExprs.writtenVar(f.type());
            for (var n : f.names()) {
                var v = new VarObject(c.pkg, n.text(), n.pos(), t, VarObject.Kind.FIELD, false);
                c.recordObject(n, v);
                add(v, fields, seen);
                tags.add(tag);
            }
        }
        return new StructType(fields, tags);
    }

    private void add(VarObject v, List<VarObject> fields, Map<String, VarObject> seen) {
        fields.add(v);
        if (v.name().equals("_")) {
            return;
        }
        var before = seen.putIfAbsent(v.name(), v);
        if (before != null) {
            c.error(
                    v.pos(),
                    DiagnosticCode.DUPLICATE_FIELD,
                    v.name()
                            + " redeclared\n\t"
                            + c.errors.place(before.pos())
                            + ": other declaration of "
                            + v.name());
        }
    }

    /// The name that an embedded type gives its field.
    static Expr.@Nullable Name embeddedName(Expr e) {
        return switch (e) {
            case Expr.Name n -> n;
            case Expr.Star s -> s.x() instanceof Expr.Star ? null : embeddedName(s.x());
            case Expr.Selector s -> s.sel();
            case Expr.Index i -> embeddedName(i.x());
            case Expr.Paren p -> embeddedName(p.x());
            default -> null;
        };
    }

    private void checkEmbedded(Expr e, Type t) {
        boolean pointer = t instanceof PointerType;
        var base = t instanceof PointerType p ? p.elem() : t;
        String fault = null;
        if (base instanceof TypeParameter) {
            fault = "embedded field type cannot be a (pointer to a) type parameter";
        } else if (base.underlying() == BasicType.UNSAFE_POINTER) {
            fault = "embedded field type cannot be unsafe.Pointer";
        } else if (base.underlying() instanceof PointerType) {
            fault = "embedded field type cannot be a pointer";
        } else if (base.underlying() instanceof InterfaceType) {
            if (pointer) {
                fault = "embedded field type cannot be a pointer to an interface";
            } else {
                c.typeExprs.refuseConstraint(e, base);
            }
        }
        if (fault != null) {
            c.error(e, DiagnosticCode.BAD_EMBEDDED_FIELD, fault);
        }
    }

    /// The interface type of an expression.
    InterfaceType interfaceType(Expr.InterfaceTypeExpr e) {
        var made = new InterfaceType();
        var methods = new ArrayList<FuncObject>();
        var embedded = new ArrayList<Type>();
        var places = new ArrayList<Expr>();
        for (var elem : e.elems()) {
            var name = elem.name();
            if (name == null) {
                embedded.add(union(elem.type()));
                places.add(elem.type());
            } else if (name.text().equals("_")) {
                c.error(
                        name,
                        DiagnosticCode.BAD_METHOD_NAME,
                        "methods must have a unique non-blank name");
            } else if (elem.type() instanceof Expr.FuncTypeExpr f) {
                var m = new FuncObject(c.pkg, name.text(), name.pos(), null, null);
                c.recordObject(name, m);
                var before = c.env;
                c.env = c.env.withScope(new Scope(c.env.scope(), c.env.func()));
                m.setSignature(c.signatures.of(null, f));
                c.env = before;
                c.recordType(f, m.type());
                methods.add(m);
            }
        }
        made.define(methods, embedded, false);
        positions.put(made, e.pos());
        c.later(() -> complete(made, places));
        return made;
    }

    private void complete(InterfaceType i, List<Expr> places) {
        var kept = new ArrayList<Type>();
        for (int k = 0; k < places.size(); k++) {
            var t = i.embedded().get(k);
            boolean plain =
                    t.underlying() instanceof InterfaceType || t.underlying() == BasicType.INVALID;
            String what =
                    t instanceof UnionType
                            ? "embedding interface element "
                            : "embedding non-interface type ";
            if (plain || c.versions.require(places.get(k).pos(), 18, what + c.text(t))) {
                kept.add(t);
            }
        }
        if (kept.size() < i.embedded().size()) {
            i.define(i.explicitMethods(), kept, i.implicit());
        }
        c.types.sets().of(i, new Duplicates(i, places));
        if (!i.explicitMethods().isEmpty()) {
            c.atEnd(positions.getOrDefault(i, 0), () -> anonymousCycle(i));
        }
    }

    /// Reports methods that an interface has twice.
    private final class Duplicates implements TypeSets.DuplicateMethod {
        private final InterfaceType type;
        private final List<Expr> places;
        private final boolean strict = !c.versions.allows(14);

        Duplicates(InterfaceType type, List<Expr> places) {
            this.type = type;
            this.places = places;
        }

        @Override
        public boolean strict() {
            return strict;
        }

        @Override
        public void found(FuncObject first, FuncObject second) {
            boolean own = type.explicitMethods().contains(second);
            int at = own || places.isEmpty() ? second.pos() : places.getFirst().pos();
            for (int k = 0; k < places.size() && k < type.embedded().size() && !own; k++) {
                if (type.embedded().get(k).underlying() instanceof InterfaceType e
                        && c.types.typeSet(e).methods().contains(second)) {
                    at = places.get(k).pos();
                }
            }
            c.error(
                    at,
                    DiagnosticCode.DUPLICATE_METHOD,
                    "duplicate method "
                            + second.name()
                            + "\n\t"
                            + c.errors.place(first.pos())
                            + ": other declaration of method "
                            + second.name());
        }
    }

    private final Map<InterfaceType, Boolean> cyclic = new java.util.IdentityHashMap<>();

    /// Reports an interface without name that occurs in the types of its own methods: such types have no finite description.
    private void anonymousCycle(InterfaceType i) {
        if (cyclic(i)) {
            cyclic.replaceAll((k, v) -> false);
            int pos = i.explicitMethods().getFirst().pos();
            c.error(
                    positions.getOrDefault(i, pos),
                    DiagnosticCode.INVALID_RECURSIVE_TYPE,
                    "invalid recursive type: anonymous interface refers to itself (see https://go.dev/issue/56103)");
        }
    }

    private final Map<InterfaceType, Integer> positions = new java.util.IdentityHashMap<>();

    private boolean cyclic(Type t) {
        return switch (t) {
            case InterfaceType i -> {
                var known = cyclic.get(i);
                if (known != null) {
                    yield known;
                }
                var methods = c.types.typeSet(i).methods();
                if (methods.isEmpty()) {
                    yield false;
                }
                cyclic.put(i, true);
                for (var m : methods) {
                    if (cyclic(m.type())) {
                        yield true;
                    }
                }
                cyclic.put(i, false);
                yield false;
            }
            case Signature s -> cyclic(s.params()) || cyclic(s.results());
            case TupleType u -> u.vars().stream().anyMatch(v -> cyclic(v.type()));
            case StructType s -> s.fields().stream().anyMatch(f -> cyclic(f.type()));
            case PointerType p -> cyclic(p.elem());
            case SliceType s -> cyclic(s.elem());
            case ArrayType a -> cyclic(a.elem());
            case ChanType ch -> cyclic(ch.elem());
            case MapType m -> cyclic(m.key()) || cyclic(m.value());
            case NamedType n -> n.typeArgs().stream().anyMatch(this::cyclic);
            case BasicType b -> false;
            case TypeParameter p -> false;
            case UnionType u -> false;
        };
    }

    /// A type or a union of terms.
    Type union(Expr e) {
        if (!Generics.isTerm(e)) {
            var t = c.typeExprs.type(e);
            if (t instanceof TypeParameter) {
                c.error(
                        e,
                        DiagnosticCode.MISPLACED_TYPE_PARAMETER,
                        "term cannot be a type parameter");
                return BasicType.INVALID;
            }
            return t;
        }
        var terms = new ArrayList<UnionType.Term>();
        var places = new ArrayList<Expr>();
        if (!terms(e, terms, places)) {
            return BasicType.INVALID;
        }
        var union = new UnionType(terms);
        c.recordType(e, union);
        c.later(() -> checkTerms(terms, places));
        return union;
    }

    private boolean terms(Expr e, List<UnionType.Term> terms, List<Expr> places) {
        if (e instanceof Expr.Binary b && b.op() == Token.OR) {
            boolean left = terms(b.x(), terms, places);
            return terms(b.y(), terms, places) && left;
        }
        boolean tilde = e instanceof Expr.Unary u && u.op() == Token.TILDE;
        var x = e instanceof Expr.Unary u && tilde ? u.x() : e;
        var t = c.typeExprs.written(x);
        if (t.actual() instanceof TypeParameter) {
            String text =
                    tilde
                            ? "type in term " + ExprText.of(e) + " cannot be a type parameter"
                            : "term cannot be a type parameter";
            c.error(x, DiagnosticCode.MISPLACED_TYPE_PARAMETER, text);
            return false;
        }
        if (tilde) {
            c.recordType(e, t.actual());
        }
        terms.add(new UnionType.Term(tilde, t));
        places.add(e);
        return t != BasicType.INVALID;
    }

    private void checkTerms(List<UnionType.Term> terms, List<Expr> places) {
        if (terms.size() > MAX_TERMS) {
            bad(
                    places.getFirst(),
                    "cannot handle more than "
                            + MAX_TERMS
                            + " union terms (implementation limitation)");
            return;
        }
        for (int i = 0; i < terms.size(); i++) {
            var t = terms.get(i);
            var u = t.type().underlying();
            String name = (t.tilde() ? "~" : "") + c.errors.text.wholePaths().of(t.written());
            if (t.tilde() && u instanceof InterfaceType) {
                bad(
                        places.get(i),
                        "invalid use of ~ (" + c.text(t.written()) + " is an interface)");
                continue;
            }
            if (t.tilde() && !c.types.identical(u, t.type())) {
                bad(
                        places.get(i),
                        "invalid use of ~ (underlying type of "
                                + c.text(t.written())
                                + " is "
                                + c.text(u)
                                + ")");
                continue;
            }
            if (u instanceof InterfaceType iface) {
                var set = c.types.typeSet(iface);
                if (!set.methods().isEmpty()) {
                    bad(
                            places.get(i),
                            "cannot use " + name + " in union (" + name + " contains methods)");
                } else if (t.type() == Universe.COMPARABLE) {
                    bad(places.get(i), "cannot use comparable in union");
                } else if (set.comparable()) {
                    bad(
                            places.get(i),
                            "cannot use " + name + " in union (" + name + " embeds comparable)");
                }
                continue;
            }
            for (int j = 0; j < i; j++) {
                var other = terms.get(j);
                if (!(other.type().underlying() instanceof InterfaceType)
                        && c.types.sets().overlap(other, t)) {
                    String shown =
                            (other.tilde() ? "~" : "")
                                    + c.errors.text.wholePaths().of(other.written());
                    bad(places.get(i), "overlapping terms " + name + " and " + shown);
                    break;
                }
            }
        }
    }

    private void bad(Expr at, String message) {
        c.error(at, DiagnosticCode.BAD_UNION, message);
    }
}
