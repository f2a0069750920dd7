package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        inferred[find(Objects.requireNonNull(index.get(p)))] = t;
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

    /// How closely two types must match (Go spec, "Type unification").
    enum Match {
        /// As in an assignment: loosely, but parts of the types exactly.
        ASSIGN,

        /// A defined type may stand for its underlying type, a type for an interface it implements, and channels may differ in
        /// direction.
        LOOSE,

        /// Identical but for what is inferred.
        EXACT;

        /// How closely the parts of the types must match.
        Match ofParts() {
            return this == LOOSE ? LOOSE : EXACT;
        }
    }

    /// Matches `x` and `y`.
    boolean unify(Type x, Type y, Match match) {
        if (depth > MAX_DEPTH) {
            return false;
        }
        depth++;
        try {
            return match(x, y, match);
        } finally {
            depth--;
        }
    }

    @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
    private boolean match(Type first, Type second, Match match) {
        var x = first;
        var y = second;
        if (x == y) {
            return true;
        }
        if (x instanceof NamedType || bound(y)) {
            x = second;
            y = first;
        }
        if (match != Match.EXACT
                && y instanceof NamedType
                && isLiteral(x)
                && !(interfaces && x.underlying() instanceof InterfaceType)) {
            y = y.underlying();
            if (x == y) {
                return true;
            }
        }
        if (bound(x)) {
            return parameter((TypeParameter) x, y, match);
        }
        if (interfaces && match != Match.EXACT) {
            var xi = asInterface(x);
            var yi = asInterface(y);
            if (xi != null || yi != null) {
                return xi != null && yi != null
                        ? viaMethods(xi, yi)
                        : xi != null
                                ? methodsMatch(y, sets.of(xi))
                                : methodsMatch(x, sets.of(Objects.requireNonNull(yi)));
            }
        }
        return y instanceof TypeParameter ? structure(y, x, match) : structure(x, y, match);
    }

    private static @Nullable InterfaceType asInterface(Type t) {
        return !(t instanceof TypeParameter) && t.underlying() instanceof InterfaceType i
                ? i
                : null;
    }

    private static boolean isLiteral(Type t) {
        return !(t instanceof NamedType || t instanceof TypeParameter);
    }

    private boolean parameter(TypeParameter p, Type y, Match match) {
        int i = find(Objects.requireNonNull(index.get(p)));
        if (bound(y)) {
            int j = find(Objects.requireNonNull(index.get((TypeParameter) y)));
            if (i == j) {
                return true;
            }
            var a = inferred[i];
            var b = inferred[j];
            if (a != null && b != null) {
                return unify(a, b, match);
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
        return unify(known, y, match) && settle(i, known, y, match);
    }

    /// Chooses between two types that match: where only one is an interface, or both are but with other methods, neither is
    /// better than the other, and nothing is inferred. Else the declared one, and of channels the directed one.
    private boolean settle(int i, Type known, Type y, Match match) {
        var a = asInterface(known);
        var b = asInterface(y);
        if (a != null && b != null) {
            if (known instanceof NamedType && y instanceof NamedType) {
                return sets.identity().identical(known, y);
            }
            if (sets.of(a).methods().size() != sets.of(b).methods().size()) {
                return false;
            }
        } else if (a != null || b != null) {
            return false;
        }
        if (match != Match.EXACT && !(known instanceof NamedType)) {
            boolean directed =
                    y.underlying() instanceof ChanType chan && chan.dir() != ChanDir.BOTH;
            if (y instanceof NamedType || directed) {
                inferred[i] = y;
            }
        }
        return true;
    }

    /// Two interfaces: one has all methods of the other.
    private boolean viaMethods(InterfaceType x, InterfaceType y) {
        var a = sets.of(x);
        var b = sets.of(y);
        if (a.comparable() != b.comparable() || !sets.sameTerms(a.terms(), b.terms())) {
            return false;
        }
        boolean first = a.methods().size() <= b.methods().size();
        var few = first ? a : b;
        var many = first ? b : a;
        for (var m : few.methods()) {
            var other = many.methods().stream().filter(n -> Identity.sameName(m, n)).findFirst();
            if (other.isEmpty() || !unify(m.type(), other.get().type(), Match.EXACT)) {
                return false;
            }
        }
        return true;
    }

    /// Whether a type has the methods of a set, with signatures that match.
    boolean methodsMatch(Type type, TypeSet set) {
        var lookup = new Lookup(sets);
        for (var m : set.methods()) {
            if (!(lookup.find(type, m.pkg(), m.name()).object() instanceof FuncObject have)
                    || !unify(m.type(), have.type(), Match.EXACT)) {
                return false;
            }
        }
        return true;
    }

    private boolean structure(Type x, Type y, Match match) {
        var parts = match.ofParts();
        return switch (x) {
            case BasicType a -> sets.identity().identical(a, y);
            case NamedType a -> y instanceof NamedType b && named(a, b, match);
            case TypeParameter a -> core(a, y);
            case PointerType a -> y instanceof PointerType b && unify(a.elem(), b.elem(), parts);
            case SliceType a -> y instanceof SliceType b && unify(a.elem(), b.elem(), parts);
            case ArrayType a ->
                    y instanceof ArrayType b
                            && (a.length() < 0 || b.length() < 0 || a.length() == b.length())
                            && unify(a.elem(), b.elem(), parts);
            case MapType a ->
                    y instanceof MapType b
                            && unify(a.key(), b.key(), parts)
                            && unify(a.value(), b.value(), parts);
            case ChanType a ->
                    y instanceof ChanType b
                            && (match != Match.EXACT || a.dir() == b.dir())
                            && unify(a.elem(), b.elem(), parts);
            case StructType a -> y instanceof StructType b && structs(a, b, parts);
            case Signature a -> y instanceof Signature b && signatures(a, b, parts);
            case TupleType a -> y instanceof TupleType b && tuples(a, b, match);
            case InterfaceType a -> y instanceof InterfaceType b && interfaces(a, b);
            case UnionType a -> false;
        };
    }

    /// A type parameter that is not ours stands for its core type, if it has one.
    private boolean core(TypeParameter p, Type y) {
        var core = sets.core(p);
        return core != null && unify(core, y, Match.ASSIGN);
    }

    @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
    private boolean named(NamedType a, NamedType b, Match match) {
        if (a.typeArgs().size() != b.typeArgs().size()) {
            return false;
        }
        for (int i = 0; i < a.typeArgs().size(); i++) {
            if (!unify(a.typeArgs().get(i), b.typeArgs().get(i), match)) {
                return false;
            }
        }
        return a.typeArgs().isEmpty() ? sets.identity().identical(a, b) : a.origin() == b.origin();
    }

    private boolean structs(StructType a, StructType b, Match parts) {
        if (a.fields().size() != b.fields().size() || !a.tags().equals(b.tags())) {
            return false;
        }
        for (int i = 0; i < a.fields().size(); i++) {
            var f = a.fields().get(i);
            var g = b.fields().get(i);
            if (f.embedded() != g.embedded()
                    || !Identity.sameName(f, g)
                    || !unify(f.type(), g.type(), parts)) {
                return false;
            }
        }
        return true;
    }

    private boolean signatures(Signature a, Signature b, Match parts) {
        return a.typeParams().size() == b.typeParams().size()
                && a.variadic() == b.variadic()
                && tuples(a.params(), b.params(), parts)
                && tuples(a.results(), b.results(), parts);
    }

    private boolean tuples(TupleType a, TupleType b, Match match) {
        if (a.vars().size() != b.vars().size()) {
            return false;
        }
        for (int i = 0; i < a.vars().size(); i++) {
            if (!unify(a.vars().get(i).type(), b.vars().get(i).type(), match)) {
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
                    || !unify(s.methods().get(i).type(), t.methods().get(i).type(), Match.EXACT)) {
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
