package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.syntax.ChanDir;
import org.jspecify.annotations.Nullable;

/// Finds the types that type parameters must stand for so that two types match (Go spec, "Type unification").
final class Unifier {
    private static final int MAX_DEPTH = 100;

    private final TypeSets sets;
    private final boolean interfaces;
    private final List<TypeParameter> params;
    private final Map<TypeParameter, Integer> index = new HashMap<>();

    /// Joined parameters share a class; `inferred` is kept at its representative.
    private final int[] parent;

    private final @Nullable Type[] inferred;
    private int depth;

    /// @param interfaces whether interfaces match types that implement them (Go 1.21)
    Unifier(TypeSets sets, List<TypeParameter> params, boolean interfaces) {
        this.sets = sets;
        this.params = params;
        this.interfaces = interfaces;
        this.parent = new int[params.size()];
        this.inferred = new Type[params.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            index.put(params.get(i), i);
        }
    }

    private int find(int i) {
        int root = i;
        while (parent[root] != root) {
            root = parent[root];
        }
        return root;
    }

    /// What a parameter was found to stand for, or null.
    @Nullable Type at(TypeParameter p) {
        var i = index.get(p);
        return i == null ? null : inferred[find(i)];
    }

    void set(TypeParameter p, Type t) {
        inferred[find(java.util.Objects.requireNonNull(index.get(p)))] = t;
    }

    int unknown() {
        int n = 0;
        for (int i = 0; i < parent.length; i++) {
            n += inferred[find(i)] == null ? 1 : 0;
        }
        return n;
    }

    List<@Nullable Type> results() {
        var list = new ArrayList<@Nullable Type>();
        for (int i = 0; i < params.size(); i++) {
            list.add(inferred[find(i)]);
        }
        return list;
    }

    private boolean bound(Type t) {
        return t instanceof TypeParameter p && index.containsKey(p);
    }

    /// Matches `x` and `y`.
    ///
    /// @param exact whether they must be identical, not only assignable
    boolean unify(Type x, Type y, boolean exact) {
        if (depth > MAX_DEPTH) {
            return false;
        }
        depth++;
        try {
            return match(x, y, exact);
        } finally {
            depth--;
        }
    }

    @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
    private boolean match(Type first, Type second, boolean exact) {
        var x = first;
        var y = second;
        if (x == y) {
            return true;
        }
        if (bound(y) && !bound(x)) {
            x = second;
            y = first;
        }
        if (bound(x)) {
            return parameter((TypeParameter) x, y, exact);
        }
        if (!exact) {
            if (x instanceof NamedType && isLiteral(y) && !bothInterfaces(x, y)) {
                return match(x.underlying(), y, false);
            }
            if (y instanceof NamedType && isLiteral(x) && !bothInterfaces(x, y)) {
                return match(x, y.underlying(), false);
            }
            if (interfaces) {
                var verdict = viaMethods(x, y);
                if (verdict != null) {
                    return verdict;
                }
            }
        }
        return structure(x, y, exact);
    }

    private static boolean bothInterfaces(Type x, Type y) {
        return x.underlying() instanceof InterfaceType
                && y.underlying() instanceof InterfaceType
                && !(x instanceof TypeParameter)
                && !(y instanceof TypeParameter);
    }

    private static boolean isLiteral(Type t) {
        return !(t instanceof NamedType || t instanceof TypeParameter || t instanceof BasicType);
    }

    private boolean parameter(TypeParameter p, Type y, boolean exact) {
        int i = find(java.util.Objects.requireNonNull(index.get(p)));
        if (bound(y)) {
            int j = find(java.util.Objects.requireNonNull(index.get((TypeParameter) y)));
            if (i == j) {
                return true;
            }
            var a = inferred[i];
            var b = inferred[j];
            if (a != null && b != null) {
                return unify(a, b, exact);
            }
            parent[j] = i;
            inferred[i] = a == null ? b : a;
            return true;
        }
        var known = inferred[i];
        if (known == null) {
            inferred[i] = y;
            return true;
        }
        if (!unify(known, y, exact)) {
            return false;
        }
        prefer(i, known, y, exact);
        return true;
    }

    /// Of two types that match inexactly, keeps the declared one, and the directed channel.
    private void prefer(int i, Type known, Type y, boolean exact) {
        if (exact) {
            return;
        }
        if (known instanceof NamedType && y instanceof NamedType && bothInterfaces(known, y)
                || known.underlying() instanceof InterfaceType
                        != y.underlying() instanceof InterfaceType) {
            if (y.underlying() instanceof InterfaceType
                    && !(y instanceof TypeParameter)
                    && !(known.underlying() instanceof InterfaceType)) {
                inferred[i] = y;
            } else if (bothInterfaces(known, y) && methods(y) > methods(known)) {
                return;
            }
            return;
        }
        if (y instanceof NamedType && !(known instanceof NamedType)) {
            inferred[i] = y;
        } else if (known instanceof ChanType a
                && y instanceof ChanType b
                && a.dir() == ChanDir.BOTH
                && b.dir() != ChanDir.BOTH) {
            inferred[i] = y;
        }
    }

    private int methods(Type t) {
        return t.underlying() instanceof InterfaceType i ? sets.of(i).methods().size() : 0;
    }

    /// Interfaces against types: null where methods say nothing.
    @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
    private @Nullable Boolean viaMethods(Type x, Type y) {
        boolean xi = x.underlying() instanceof InterfaceType && !(x instanceof TypeParameter);
        boolean yi = y.underlying() instanceof InterfaceType && !(y instanceof TypeParameter);
        if (!xi && !yi) {
            return null;
        }
        if (x instanceof NamedType a && y instanceof NamedType b && a.origin() == b.origin()) {
            return null;
        }
        if (xi && yi) {
            var a = sets.of((InterfaceType) x.underlying());
            var b = sets.of((InterfaceType) y.underlying());
            if (!a.isBasic() || !b.isBasic()) {
                return a.comparable() == b.comparable() && sets.sameTerms(a.terms(), b.terms())
                        ? null
                        : false;
            }
            var few = a.methods().size() <= b.methods().size() ? a : b;
            var many = few == a ? b : a;
            for (var m : few.methods()) {
                var other =
                        many.methods().stream().filter(n -> Identity.sameName(m, n)).findFirst();
                if (other.isEmpty() || !unify(m.type(), other.get().type(), true)) {
                    return false;
                }
            }
            return true;
        }
        var iface = xi ? x : y;
        var type = xi ? y : x;
        if (type instanceof BasicType
                || type instanceof NamedType
                || type instanceof PointerType
                || type instanceof StructType
                || type instanceof TypeParameter) {
            var set = sets.of((InterfaceType) iface.underlying());
            if (!set.isBasic() && set.terms() != null) {
                return null;
            }
            return methodsMatch(type, set);
        }
        return sets.of((InterfaceType) iface.underlying()).methods().isEmpty() ? true : null;
    }

    /// Whether a type has the methods of a set, with signatures that match.
    boolean methodsMatch(Type type, TypeSet set) {
        var lookup = new Lookup(sets);
        for (var m : set.methods()) {
            if (!(lookup.find(type, m.pkg(), m.name()).object() instanceof FuncObject have)
                    || !unify(m.type(), have.type(), true)) {
                return false;
            }
        }
        return true;
    }

    private boolean structure(Type x, Type y, boolean exact) {
        return switch (x) {
            case BasicType a -> sets.identity().identical(a, y);
            case NamedType a -> y instanceof NamedType b && named(a, b);
            case TypeParameter a -> core(a, y, exact);
            case PointerType a ->
                    y instanceof PointerType b
                            ? unify(a.elem(), b.elem(), true)
                            : flip(x, y, exact);
            case SliceType a ->
                    y instanceof SliceType b ? unify(a.elem(), b.elem(), true) : flip(x, y, exact);
            case ArrayType a ->
                    y instanceof ArrayType b
                            ? (a.length() < 0 || b.length() < 0 || a.length() == b.length())
                                    && unify(a.elem(), b.elem(), true)
                            : flip(x, y, exact);
            case MapType a ->
                    y instanceof MapType b
                            ? unify(a.key(), b.key(), true) && unify(a.value(), b.value(), true)
                            : flip(x, y, exact);
            case ChanType a ->
                    y instanceof ChanType b
                            ? (!exact || a.dir() == b.dir()) && unify(a.elem(), b.elem(), true)
                            : flip(x, y, exact);
            case StructType a -> y instanceof StructType b ? structs(a, b) : flip(x, y, exact);
            case Signature a -> y instanceof Signature b ? signatures(a, b) : flip(x, y, exact);
            case TupleType a -> y instanceof TupleType b && tuples(a, b);
            case InterfaceType a -> y instanceof InterfaceType b && interfaces(a, b);
            case UnionType a -> false;
        };
    }

    /// A type parameter that is not ours stands for its core type, if it has one.
    private boolean flip(Type x, Type y, boolean exact) {
        return y instanceof TypeParameter p && !bound(p) && core(p, x, exact);
    }

    private boolean core(TypeParameter p, Type y, boolean exact) {
        if (y instanceof TypeParameter && !bound(y)) {
            return p == y;
        }
        var core = exact ? null : sets.core(p);
        return core != null && unify(core, y, false);
    }

    private boolean named(NamedType a, NamedType b) {
        if (a.origin() != b.origin() || a.typeArgs().size() != b.typeArgs().size()) {
            return sets.identity().identical(a, b);
        }
        for (int i = 0; i < a.typeArgs().size(); i++) {
            if (!unify(a.typeArgs().get(i), b.typeArgs().get(i), true)) {
                return false;
            }
        }
        return !a.typeArgs().isEmpty() || sets.identity().identical(a, b);
    }

    private boolean structs(StructType a, StructType b) {
        if (a.fields().size() != b.fields().size() || !a.tags().equals(b.tags())) {
            return false;
        }
        for (int i = 0; i < a.fields().size(); i++) {
            var f = a.fields().get(i);
            var g = b.fields().get(i);
            if (f.embedded() != g.embedded()
                    || !Identity.sameName(f, g)
                    || !unify(f.type(), g.type(), true)) {
                return false;
            }
        }
        return true;
    }

    private boolean signatures(Signature a, Signature b) {
        return a.typeParams().size() == b.typeParams().size()
                && a.variadic() == b.variadic()
                && tuples(a.params(), b.params())
                && tuples(a.results(), b.results());
    }

    private boolean tuples(TupleType a, TupleType b) {
        if (a.vars().size() != b.vars().size()) {
            return false;
        }
        for (int i = 0; i < a.vars().size(); i++) {
            if (!unify(a.vars().get(i).type(), b.vars().get(i).type(), true)) {
                return false;
            }
        }
        return true;
    }

    private boolean interfaces(InterfaceType a, InterfaceType b) {
        var s = sets.of(a);
        var t = sets.of(b);
        if (s.methods().size() != t.methods().size()
                || s.comparable() != t.comparable()
                || !sets.sameTerms(s.terms(), t.terms())) {
            return false;
        }
        for (int i = 0; i < s.methods().size(); i++) {
            if (!Identity.sameName(s.methods().get(i), t.methods().get(i))
                    || !unify(s.methods().get(i).type(), t.methods().get(i).type(), true)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return params + " = " + Arrays.toString(inferred);
    }
}
