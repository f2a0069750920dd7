package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Replaces type parameters by types, and keeps the one object of each instance of a generic type.
///
/// Guard: one compilation, one thread.
final class Substitution {
    private final Identity identity;
    private final Map<NamedType, Map<Integer, List<NamedType>>> instances = new HashMap<>();

    Substitution(Identity identity) {
        this.identity = identity;
    }

    /// The instance of a generic declared type; the same object for identical arguments.
    NamedType instance(
            NamedType origin, List<? extends WrittenType> written, List<Type> outerArgs) {
        List<Type> args = written.stream().map(WrittenType::actual).toList();
        int hash = 31 * identity.hash(args) + identity.hash(outerArgs);
        var bucket =
                instances
                        .computeIfAbsent(origin, k -> new HashMap<>())
                        .computeIfAbsent(hash, k -> new ArrayList<>(1));
        for (var known : bucket) {
            if (same(known.typeArgs(), args) && same(known.outerArgs(), outerArgs)) {
                return known;
            }
        }
        var made =
                new NamedType(
                        origin,
                        written,
                        outerArgs,
                        () -> underlying(origin, args, outerArgs),
                        () -> methods(origin, args));
        bucket.add(made);
        return made;
    }

    /// Nothing where the arguments are too few or too many, which was reported.
    private Type underlying(NamedType origin, List<Type> args, List<Type> outerArgs) {
        if (!args.isEmpty() && args.size() != origin.typeParams().size()) {
            return BasicType.INVALID;
        }
        return apply(origin.underlying(), params(origin, args), concat(args, outerArgs));
    }

    private static List<TypeParameter> params(NamedType origin, List<Type> args) {
        if (origin.outerParams().isEmpty()) {
            return origin.typeParams();
        }
        var all = new ArrayList<TypeParameter>(args.isEmpty() ? List.of() : origin.typeParams());
        all.addAll(origin.outerParams());
        return all;
    }

    private static List<Type> concat(List<Type> args, List<Type> outer) {
        if (outer.isEmpty()) {
            return args;
        }
        var all = new ArrayList<>(args);
        all.addAll(outer);
        return all;
    }

    private boolean same(List<Type> a, List<Type> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!identity.identical(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private List<FuncObject> methods(NamedType origin, List<Type> args) {
        var all = new ArrayList<FuncObject>();
        for (var m : origin.methods()) {
            var made = new FuncObject(m.pkg(), m.name(), m.pos(), m.decl(), m.origin());
            made.setResolver(() -> {
                if (!m.isTyped()) {
                    return null;
                }
                var s = m.signature();
                return s.recvTypeParams().size() == args.size()
                        ? (Signature) apply(s, s.recvTypeParams(), args)
                        : s;
            });
            all.add(made);
        }
        return all;
    }

    /// `type` with `args` in place of `params`; the same object where nothing changes.
    Type apply(Type type, List<TypeParameter> params, List<Type> args) {
        return params.isEmpty() ? type : new Pass(params, args).type(type);
    }

    /// One substitution.
    private final class Pass {
        private final List<TypeParameter> params;
        private final List<Type> args;

        Pass(List<TypeParameter> params, List<Type> args) {
            this.params = params;
            this.args = args;
        }

        @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
        Type type(Type t) {
            return switch (t) {
                case BasicType b -> b;
                case TypeParameter p -> {
                    int i = params.indexOf(p);
                    yield i < 0 || i >= args.size() ? p : args.get(i);
                }
                case NamedType n -> named(n);
                case PointerType p -> {
                    var e = type(p.elem());
                    yield e == p.elem() ? p : new PointerType(e);
                }
                case SliceType s -> {
                    var e = type(s.elem());
                    yield e == s.elem() ? s : new SliceType(e);
                }
                case ArrayType a -> {
                    var e = type(a.elem());
                    yield e == a.elem() ? a : new ArrayType(e, a.length());
                }
                case MapType m -> {
                    var k = type(m.key());
                    var v = type(m.value());
                    yield k == m.key() && v == m.value()
                            ? m
                            : new MapType(
                                    k == m.key() ? m.writtenKey() : k,
                                    v == m.value() ? m.writtenValue() : v);
                }
                case ChanType c -> {
                    var e = type(c.elem());
                    yield e == c.elem() ? c : new ChanType(c.dir(), e);
                }
                case StructType s -> {
                    var fields = vars(s.fields());
                    yield fields == s.fields() ? s : new StructType(fields, s.tags());
                }
                case TupleType u -> tuple(u);
                case Signature s -> signature(s);
                case InterfaceType i -> interfaceType(i);
                case UnionType u -> union(u);
            };
        }

        @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
        private NamedType named(NamedType n) {
            var own = types(n.typeArgs());
            List<Type> outer = n.outerArgs();
            var outerParams = n.origin().outerParams();
            if (!outer.isEmpty()) {
                outer = types(outer);
            } else if (!outerParams.isEmpty()) {
                List<Type> plain = List.copyOf(outerParams);
                var replaced = types(plain);
                outer = replaced == plain ? outer : replaced;
            }
            if (own == n.typeArgs() && outer == n.outerArgs()) {
                return n;
            }
            return instance(n.origin(), own, outer);
        }

        @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
        private List<Type> types(List<Type> list) {
            List<Type> changed = null;
            for (int i = 0; i < list.size(); i++) {
                var t = type(list.get(i));
                if (t != list.get(i) && changed == null) {
                    changed = new ArrayList<>(list);
                }
                if (changed != null) {
                    changed.set(i, t);
                }
            }
            return changed == null ? list : changed;
        }

        @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
        private List<VarObject> vars(List<VarObject> list) {
            List<VarObject> changed = null;
            for (int i = 0; i < list.size(); i++) {
                var v = list.get(i);
                var t = type(v.type());
                if (t != v.type()) {
                    if (changed == null) {
                        changed = new ArrayList<>(list);
                    }
                    changed.set(
                            i,
                            new VarObject(v.pkg(), v.name(), v.pos(), t, v.kind(), v.embedded()));
                }
            }
            return changed == null ? list : changed;
        }

        @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
        private TupleType tuple(TupleType u) {
            var vars = vars(u.vars());
            return vars == u.vars() ? u : new TupleType(vars);
        }

        @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
        private Signature signature(Signature s) {
            var params = tuple(s.params());
            var results = tuple(s.results());
            if (params == s.params() && results == s.results()) {
                return s;
            }
            return new Signature(
                    s.recv(), s.typeParams(), List.of(), params, results, s.variadic());
        }

        @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
        private Type interfaceType(InterfaceType i) {
            List<FuncObject> methods = null;
            for (int k = 0; k < i.explicitMethods().size(); k++) {
                var m = i.explicitMethods().get(k);
                if (m.isTyped()) {
                    var s = signature(m.signature());
                    if (s != m.signature()) {
                        if (methods == null) {
                            methods = new ArrayList<>(i.explicitMethods());
                        }
                        var made = new FuncObject(m.pkg(), m.name(), m.pos(), null, m.origin());
                        made.setSignature(s);
                        methods.set(k, made);
                    }
                }
            }
            var embedded = types(i.embedded());
            if (methods == null && embedded == i.embedded()) {
                return i;
            }
            var made = new InterfaceType();
            made.define(methods == null ? i.explicitMethods() : methods, embedded, i.implicit());
            return made;
        }

        @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
        private UnionType union(UnionType u) {
            var terms = new ArrayList<UnionType.Term>();
            boolean changed = false;
            for (var term : u.terms()) {
                var t = type(term.type());
                changed |= t != term.type();
                terms.add(new UnionType.Term(term.tilde(), t));
            }
            return changed ? new UnionType(terms) : u;
        }
    }

    /// `signature` of a generic function with its type parameters replaced.
    Signature instantiate(Signature signature, List<Type> args) {
        var plain =
                new Signature(
                        signature.recv(),
                        List.of(),
                        signature.recvTypeParams(),
                        signature.params(),
                        signature.results(),
                        signature.variadic());
        return (Signature) apply(plain, signature.typeParams(), args);
    }

    /// Whether a type mentions one of `params`; for all type parameters where null.
    static boolean mentions(Type t, @Nullable List<TypeParameter> params) {
        return switch (t) {
            case BasicType b -> false;
            case TypeParameter p -> params == null || params.contains(p);
            case NamedType n ->
                    n.typeArgs().stream().anyMatch(a -> mentions(a, params))
                            || n.outerArgs().stream().anyMatch(a -> mentions(a, params))
                            || n.outerArgs().isEmpty()
                                    && n.outerParams().stream()
                                            .anyMatch(p -> params == null || params.contains(p));
            case PointerType p -> mentions(p.elem(), params);
            case SliceType s -> mentions(s.elem(), params);
            case ArrayType a -> mentions(a.elem(), params);
            case MapType m -> mentions(m.key(), params) || mentions(m.value(), params);
            case ChanType c -> mentions(c.elem(), params);
            case StructType s -> s.fields().stream().anyMatch(f -> mentions(f.type(), params));
            case TupleType u -> u.vars().stream().anyMatch(v -> mentions(v.type(), params));
            case Signature s -> mentions(s.params(), params) || mentions(s.results(), params);
            case InterfaceType i ->
                    i.explicitMethods().stream()
                                    .anyMatch(m -> m.isTyped() && mentions(m.signature(), params))
                            || i.embedded().stream().anyMatch(e -> mentions(e, params));
            case UnionType u -> u.terms().stream().anyMatch(x -> mentions(x.type(), params));
        };
    }
}
