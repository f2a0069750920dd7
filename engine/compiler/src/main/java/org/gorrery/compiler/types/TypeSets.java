package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gorrery.compiler.syntax.ChanDir;
import org.jspecify.annotations.Nullable;

/// Type sets of interfaces (Go spec, "Interface types") and what they say about type parameters.
final class TypeSets {
    /// Whether the type set of a constraint was computed and found empty.
    boolean isEmptyIfKnown(TypeParameter p) {
        var set = p.constraint().underlying() instanceof InterfaceType i ? i.typeSetOrNull() : null;
        return set != null && set.terms() != null && set.terms().isEmpty();
    }

    private final Identity identity = new Identity(this);

    /// Told about a method that an interface has twice with different types.
    interface DuplicateMethod {
        void found(FuncObject first, FuncObject second);

        /// Whether even identical ones are reported.
        boolean strict();
    }

    Identity identity() {
        return identity;
    }

    /// The type set; computed once all that is embedded is known.
    TypeSet of(InterfaceType type) {
        return of(type, null);
    }

    TypeSet of(InterfaceType type, @Nullable DuplicateMethod report) {
        var known = type.typeSetOrNull();
        if (known != null && report == null) {
            return known;
        }
        return new Builder(report).build(type);
    }

    /// A method met for the second time.
    private record Twice(FuncObject first, FuncObject second, boolean explicit) {}

    /// Collects the methods and terms of one interface.
    private final class Builder {
        private final @Nullable DuplicateMethod report;
        private final List<FuncObject> methods = new ArrayList<>();
        private final List<Twice> twice = new ArrayList<>();
        private boolean whole = true;
        private boolean comparable;
        private @Nullable List<UnionType.Term> terms;

        Builder(@Nullable DuplicateMethod report) {
            this.report = report;
        }

        TypeSet build(InterfaceType type) {
            if (!type.enter()) {
                return new TypeSet(List.of(), null, false);
            }
            try {
                type.explicitMethods().forEach(m -> add(m, true));
                type.embedded().forEach(this::embed);
                // Still entered: a term may hold a parameter that this very interface constrains.
                if (terms != null && comparable) {
                    terms = terms.stream().filter(t -> strictlyComparable(t.type())).toList();
                    comparable = false;
                }
            } finally {
                type.leave();
            }
            methods.sort(BY_NAME);
            var set = new TypeSet(List.copyOf(methods), terms, comparable);
            if (whole && type.isComplete()) {
                type.complete(set);
            }
            report();
            return set;
        }

        private boolean strictlyComparable(Type t) {
            return Comparability.strictlyComparable(t, TypeSets.this);
        }

        private void add(FuncObject method, boolean explicit) {
            for (var other : methods) {
                if (Identity.sameName(other, method)) {
                    if (report != null && (other != method || report.strict())) {
                        twice.add(new Twice(other, method, explicit));
                    }
                    return;
                }
            }
            methods.add(method);
        }

        /// Reports methods met twice, now that the whole set is known.
        private void report() {
            for (var t : twice) {
                if (report != null
                        && (t.explicit()
                                || report.strict()
                                || !identity.identical(t.first().type(), t.second().type()))) {
                    report.found(t.first(), t.second());
                }
            }
        }

        private void embed(Type embedded) {
            if (embedded instanceof NamedType n && !n.isDefined()) {
                whole = false;
                return;
            }
            var under = embedded.underlying();
            switch (under) {
                case InterfaceType i -> {
                    var set = of(i);
                    if (i.typeSetOrNull() == null) {
                        whole = false;
                    }
                    set.methods().forEach(m -> add(m, false));
                    comparable |= set.comparable();
                    terms = intersect(terms, set.terms());
                }
                case UnionType u -> terms = intersect(terms, flatten(u));
                case BasicType b when b == BasicType.INVALID -> {}
                case BasicType b ->
                        terms = intersect(terms, List.of(new UnionType.Term(false, embedded)));
                case NamedType n -> {}
                case PointerType t -> one(embedded);
                case SliceType t -> one(embedded);
                case ArrayType t -> one(embedded);
                case StructType t -> one(embedded);
                case TupleType t -> one(embedded);
                case Signature t -> one(embedded);
                case MapType t -> one(embedded);
                case ChanType t -> one(embedded);
                case TypeParameter t -> one(embedded);
            }
        }

        private void one(Type embedded) {
            terms = intersect(terms, List.of(new UnionType.Term(false, embedded)));
        }

        private @Nullable List<UnionType.Term> flatten(UnionType union) {
            var all = new ArrayList<UnionType.Term>();
            for (var term : union.terms()) {
                if (term.type() instanceof NamedType n && !n.isDefined()) {
                    whole = false;
                }
                if (term.type().underlying() instanceof InterfaceType i
                        && !(term.type() instanceof TypeParameter)) {
                    var inner = of(i).terms();
                    if (inner == null) {
                        return null;
                    }
                    all.addAll(inner);
                } else if (term.type() != BasicType.INVALID) {
                    all.add(term);
                }
            }
            return normal(all);
        }
    }

    /// The order of method tables: by name, unexported ones then by package.
    static final Comparator<FuncObject> BY_NAME =
            Comparator.comparing(FuncObject::name)
                    .thenComparing(m -> m.exported() || m.pkg() == null ? "" : packagePath(m));

    private static String packagePath(FuncObject m) {
        var pkg = m.pkg();
        return pkg == null ? "" : pkg.path();
    }

    /// Without terms that others include.
    private List<UnionType.Term> normal(List<UnionType.Term> terms) {
        var kept = new ArrayList<UnionType.Term>();
        for (int i = 0; i < terms.size(); i++) {
            var t = terms.get(i);
            boolean covered = false;
            for (int j = 0; j < terms.size() && !covered; j++) {
                covered =
                        j != i
                                && includes(terms.get(j), t)
                                && (j < i || !includes(t, terms.get(j)));
            }
            if (!covered) {
                kept.add(t);
            }
        }
        return List.copyOf(kept);
    }

    /// Whether all types of `inner` are types of `outer`.
    boolean includes(UnionType.Term outer, UnionType.Term inner) {
        if (outer.tilde()) {
            return identity.identical(outer.type().underlying(), inner.type().underlying());
        }
        return !inner.tilde() && identity.identical(outer.type(), inner.type());
    }

    private boolean includes(@Nullable List<UnionType.Term> outer, UnionType.Term inner) {
        return outer == null || outer.stream().anyMatch(o -> includes(o, inner));
    }

    /// Whether every type of `inner` is in `outer`; null stands for all types.
    boolean subset(@Nullable List<UnionType.Term> inner, @Nullable List<UnionType.Term> outer) {
        if (outer == null) {
            return true;
        }
        return inner != null && inner.stream().allMatch(t -> includes(outer, t));
    }

    boolean sameTerms(@Nullable List<UnionType.Term> a, @Nullable List<UnionType.Term> b) {
        return subset(a, b) && subset(b, a);
    }

    private @Nullable List<UnionType.Term> intersect(
            @Nullable List<UnionType.Term> a, @Nullable List<UnionType.Term> b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        var both = new ArrayList<UnionType.Term>();
        for (var x : a) {
            for (var y : b) {
                if (includes(x, y)) {
                    both.add(y);
                } else if (includes(y, x)) {
                    both.add(x);
                }
            }
        }
        return normal(both);
    }

    /// Whether two terms have a type in common.
    boolean overlap(UnionType.Term a, UnionType.Term b) {
        return includes(a, b) || includes(b, a);
    }

    /// The terms that a type parameter is limited to; null where not limited.
    @Nullable List<UnionType.Term> terms(TypeParameter p) {
        return of(constraint(p)).terms();
    }

    /// The constraint of a type parameter as an interface.
    InterfaceType constraint(TypeParameter p) {
        var bound = p.constraint();
        if (bound.underlying() instanceof InterfaceType i) {
            return i;
        }
        var wrapped = new InterfaceType();
        wrapped.define(List.of(), bound == BasicType.INVALID ? List.of() : List.of(bound), true);
        return wrapped;
    }

    /// Whether `test` holds for a type, or for the underlying type of each type in a type parameter's set (and it is not
    /// empty).
    boolean all(Type t, Predicate<Type> test) {
        if (!(t instanceof TypeParameter p)) {
            return test.test(t.underlying());
        }
        var terms = terms(p);
        return terms != null
                && !terms.isEmpty()
                && terms.stream().allMatch(term -> test.test(term.type().underlying()));
    }

    /// The underlying type that all types of a type parameter share (channels may differ in direction where it does not
    /// conflict); the underlying type of any other type; null where there is none.
    @Nullable Type core(Type t) {
        if (!(t instanceof TypeParameter p)) {
            if (t.underlying() instanceof InterfaceType i && !of(i).isBasic()) {
                return core(of(i).terms());
            }
            return t.underlying();
        }
        return core(terms(p));
    }

    @Nullable Type core(@Nullable List<UnionType.Term> terms) {
        if (terms == null || terms.isEmpty()) {
            return null;
        }
        Type common = null;
        for (var term : terms) {
            var u = term.type().underlying();
            common = common == null ? u : shared(common, u);
            if (common == null) {
                return null;
            }
        }
        return common;
    }

    private @Nullable Type shared(Type a, Type b) {
        if (identity.identical(a, b)) {
            return a;
        }
        if (a instanceof ChanType x
                && b instanceof ChanType y
                && identity.identical(x.elem(), y.elem())) {
            if (x.dir() == ChanDir.BOTH) {
                return y;
            }
            return y.dir() == ChanDir.BOTH ? x : null;
        }
        return null;
    }

    /// Why [#core] finds nothing.
    String whyNoCore(Type t, TypeText text) {
        return whyNoCore(t, text, x -> "");
    }

    /// As [#whyNoCore(Type, TypeText)], for a use that also asks something of each type.
    ///
    /// @param fault what the use has against a type; empty for nothing
    String whyNoCore(Type t, TypeText text, Function<WrittenType, String> fault) {
        var terms =
                t instanceof TypeParameter p
                        ? terms(p)
                        : t.underlying() instanceof InterfaceType i ? of(i).terms() : null;
        if (terms == null || terms.isEmpty()) {
            return "no specific type";
        }
        var first = terms.getFirst().type();
        Type common = first.underlying();
        for (var term : terms) {
            String own = fault.apply(term.written());
            if (!own.isEmpty()) {
                return own;
            }
            var u = term.type().underlying();
            var next = shared(common, u);
            if (next == null) {
                return conflict(first, term.type(), text);
            }
            common = next;
        }
        return "";
    }

    private String conflict(Type a, Type b, TypeText text) {
        boolean channels = a.underlying() instanceof ChanType && b.underlying() instanceof ChanType;
        String both = text.of(a) + " and " + text.of(b) + " have ";
        if (!channels) {
            return both + "different underlying types";
        }
        boolean same =
                identity.identical(
                        ((ChanType) a.underlying()).elem(), ((ChanType) b.underlying()).elem());
        return "channels " + both + (same ? "conflicting directions" : "different element types");
    }

    /// As [#core], but a set of byte slices and strings gives string: for append, copy, slicing and indexing.
    @Nullable Type coreOrBytes(Type t) {
        if (!(t instanceof TypeParameter p)) {
            return t.underlying();
        }
        var terms = terms(p);
        if (terms == null || terms.isEmpty()) {
            return null;
        }
        boolean strings = false;
        var others = new ArrayList<UnionType.Term>();
        for (var term : terms) {
            if (term.type().underlying() == BasicType.STRING) {
                strings = true;
            } else {
                others.add(term);
            }
        }
        if (!strings) {
            return core(terms);
        }
        if (others.isEmpty()) {
            return BasicType.STRING;
        }
        var rest = core(others);
        return rest instanceof SliceType s && s.elem().underlying() == BasicType.UINT8
                ? BasicType.STRING
                : null;
    }
}
