package org.gorrery.compiler.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Type identity (Go spec, "Type identity") and a hash that agrees with it.
final class Identity {
    private final TypeSets sets;
    private final boolean tagsMatter;

    Identity(TypeSets sets) {
        this(sets, true);
    }

    private Identity(TypeSets sets, boolean tagsMatter) {
        this.sets = sets;
        this.tagsMatter = tagsMatter;
    }

    /// Interfaces under comparison, outermost last: a pair met again is taken as identical.
    private record Pair(InterfaceType a, InterfaceType b, @Nullable Pair outer) {
        static boolean contains(@Nullable Pair pair, InterfaceType a, InterfaceType b) {
            for (var p = pair; p != null; p = p.outer) {
                if (p.a == a && p.b == b || p.a == b && p.b == a) {
                    return true;
                }
            }
            return false;
        }
    }

    boolean identical(Type a, Type b) {
        return identical(a, b, null);
    }

    @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
    private boolean identical(Type a, Type b, @Nullable Pair seen) {
        if (a == b) {
            return true;
        }
        return switch (a) {
            case BasicType x -> false;
            case NamedType x -> b instanceof NamedType y && sameInstance(x, y, seen);
            case TypeParameter x -> false;
            case PointerType x -> b instanceof PointerType y && identical(x.elem(), y.elem(), seen);
            case SliceType x -> b instanceof SliceType y && identical(x.elem(), y.elem(), seen);
            case ArrayType x ->
                    b instanceof ArrayType y
                            && (x.length() == y.length() || x.length() < 0 || y.length() < 0)
                            && identical(x.elem(), y.elem(), seen);
            case MapType x ->
                    b instanceof MapType y
                            && identical(x.key(), y.key(), seen)
                            && identical(x.value(), y.value(), seen);
            case ChanType x ->
                    b instanceof ChanType y
                            && x.dir() == y.dir()
                            && identical(x.elem(), y.elem(), seen);
            case TupleType x -> b instanceof TupleType y && tuples(x, y, seen);
            case StructType x -> b instanceof StructType y && structs(x, y, seen);
            case Signature x -> b instanceof Signature y && signatures(x, y, seen);
            case InterfaceType x -> b instanceof InterfaceType y && interfaces(x, y, seen);
            case UnionType x -> b instanceof UnionType y && unions(x, y, seen);
        };
    }

    /// Instances are canonical; only those made while a type was half known may exist twice.
    private boolean sameInstance(NamedType x, NamedType y, @Nullable Pair seen) {
        return x.origin() == y.origin()
                && !(x.typeArgs().isEmpty() && x.outerArgs().isEmpty())
                && lists(x.typeArgs(), y.typeArgs(), seen)
                && lists(x.outerArgs(), y.outerArgs(), seen);
    }

    private boolean lists(List<Type> x, List<Type> y, @Nullable Pair seen) {
        if (x.size() != y.size()) {
            return false;
        }
        for (int i = 0; i < x.size(); i++) {
            if (!identical(x.get(i), y.get(i), seen)) {
                return false;
            }
        }
        return true;
    }

    private boolean tuples(TupleType x, TupleType y, @Nullable Pair seen) {
        if (x.vars().size() != y.vars().size()) {
            return false;
        }
        for (int i = 0; i < x.vars().size(); i++) {
            if (!identical(x.vars().get(i).type(), y.vars().get(i).type(), seen)) {
                return false;
            }
        }
        return true;
    }

    /// Whether two types are identical when the tags of structs anywhere in them are left aside.
    boolean identicalWithoutTags(Type a, Type b) {
        return new Identity(sets, false).identical(a, b);
    }

    private boolean structs(StructType x, StructType y, @Nullable Pair seen) {
        if (x.fields().size() != y.fields().size() || tagsMatter && !x.tags().equals(y.tags())) {
            return false;
        }
        for (int i = 0; i < x.fields().size(); i++) {
            var f = x.fields().get(i);
            var g = y.fields().get(i);
            if (f.embedded() != g.embedded()
                    || !sameName(f, g)
                    || !identical(f.type(), g.type(), seen)) {
                return false;
            }
        }
        return true;
    }

    /// Whether two fields or methods have the same name, for unexported ones in the same package.
    static boolean sameName(GoObject f, GoObject g) {
        return f.name().equals(g.name()) && (f.exported() || samePackage(f.pkg(), g.pkg()));
    }

    /// Whether a field or method answers to `name` as seen from `pkg`.
    static boolean answersTo(GoObject f, @Nullable GoPackage pkg, String name) {
        return f.name().equals(name) && (f.exported() || samePackage(f.pkg(), pkg));
    }

    static boolean samePackage(@Nullable GoPackage a, @Nullable GoPackage b) {
        return a == b || a != null && b != null && a.path().equals(b.path());
    }

    private boolean signatures(Signature x, Signature y, @Nullable Pair seen) {
        return x.variadic() == y.variadic()
                && x.typeParams().isEmpty()
                && y.typeParams().isEmpty()
                && tuples(x.params(), y.params(), seen)
                && tuples(x.results(), y.results(), seen);
    }

    private boolean interfaces(InterfaceType x, InterfaceType y, @Nullable Pair seen) {
        if (Pair.contains(seen, x, y)) {
            return true;
        }
        var s = sets.of(x);
        var t = sets.of(y);
        if (s.methods().size() != t.methods().size() || s.comparable() != t.comparable()) {
            return false;
        }
        if (!sets.sameTerms(s.terms(), t.terms())) {
            return false;
        }
        var now = new Pair(x, y, seen);
        for (int i = 0; i < s.methods().size(); i++) {
            var m = s.methods().get(i);
            var n = t.methods().get(i);
            if (!sameName(m, n) || !identical(m.type(), n.type(), now)) {
                return false;
            }
        }
        return true;
    }

    private boolean unions(UnionType x, UnionType y, @Nullable Pair seen) {
        if (x.terms().size() != y.terms().size()) {
            return false;
        }
        for (int i = 0; i < x.terms().size(); i++) {
            var s = x.terms().get(i);
            var t = y.terms().get(i);
            if (s.tilde() != t.tilde() || !identical(s.type(), t.type(), seen)) {
                return false;
            }
        }
        return true;
    }

    /// Equal for identical types.
    int hash(Type t) {
        return switch (t) {
            case BasicType b -> b.ordinal() + 17;
            case NamedType n ->
                    System.identityHashCode(n.origin())
                            + 31 * hash(n.typeArgs())
                            + 37 * hash(n.outerArgs());
            case TypeParameter p -> System.identityHashCode(p);
            case PointerType p -> 3 + 31 * hash(p.elem());
            case SliceType s -> 5 + 31 * hash(s.elem());
            case ArrayType a -> 7 + 31 * hash(a.elem());
            case MapType m -> 11 + 31 * hash(m.key()) + 37 * hash(m.value());
            case ChanType c -> Objects.hash(c.dir().ordinal()) + 31 * hash(c.elem());
            case TupleType u -> vars(u);
            case StructType s -> structHash(s);
            case Signature s -> 13 + 31 * vars(s.params()) + 37 * vars(s.results());
            case InterfaceType i -> 19;
            case UnionType u -> 23 + u.terms().size();
        };
    }

    int hash(List<Type> list) {
        int h = 1;
        for (var t : list) {
            h = 31 * h + hash(t);
        }
        return h;
    }

    private int vars(TupleType tuple) {
        int h = tuple.vars().size();
        for (var v : tuple.vars()) {
            h = 31 * h + hash(v.type());
        }
        return h;
    }

    private static int structHash(StructType s) {
        int h = 29;
        for (var f : s.fields()) {
            h = 31 * h + f.name().hashCode();
        }
        return h;
    }
}
