package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.List;

/// Which types can be compared (Go spec, "Comparison operators").
final class Comparability {
    private Comparability() {}

    /// Whether `==` is defined on values of the type; interfaces may still panic.
    static boolean comparable(Type t, TypeSets sets) {
        return comparable(t, true, sets, new ArrayList<>());
    }

    /// Whether values can be compared without a panic.
    static boolean strictlyComparable(Type t, TypeSets sets) {
        return comparable(t, false, sets, new ArrayList<>());
    }

    /// @param open the types being judged further out: one inside itself keeps nothing from being compared
    @SuppressWarnings("ReferenceEquality") // types are compared by identity
    private static boolean comparable(Type t, boolean dynamic, TypeSets sets, List<Type> open) {
        for (var o : open) {
            if (o == t) {
                return true;
            }
        }
        open.add(t);
        boolean verdict = judged(t, dynamic, sets, open);
        open.removeLast();
        return verdict;
    }

    private static boolean judged(Type t, boolean dynamic, TypeSets sets, List<Type> open) {
        if (t instanceof TypeParameter p) {
            return ofInterface(sets.constraint(p), false, sets, open);
        }
        return switch (t.underlying()) {
            case BasicType b -> b != BasicType.UNTYPED_NIL;
            case PointerType p -> true;
            case ChanType c -> true;
            case InterfaceType i -> ofInterface(i, dynamic, sets, open);
            case ArrayType a -> comparable(a.elem(), dynamic, sets, open);
            case StructType s ->
                    s.fields().stream().allMatch(f -> comparable(f.type(), dynamic, sets, open));
            case NamedType n -> true;
            case SliceType s -> false;
            case MapType m -> false;
            case Signature f -> false;
            case TupleType u -> false;
            case UnionType u -> false;
            case TypeParameter p -> false;
        };
    }

    private static boolean ofInterface(
            InterfaceType i, boolean dynamic, TypeSets sets, List<Type> open) {
        var set = sets.of(i);
        if (dynamic && set.isBasic() || set.comparable()) {
            return true;
        }
        var terms = set.terms();
        return terms != null
                && !terms.isEmpty()
                && terms.stream().allMatch(term -> comparable(term.type(), false, sets, open));
    }

    /// What keeps a type from being compared, in words to follow the type; empty where a general word says enough.
    static String cause(Type t, TypeSets sets, TypeText text) {
        return switch (t.underlying()) {
            case SliceType s -> "slice can only be compared to nil";
            case Signature s -> "func can only be compared to nil";
            case MapType s -> "map can only be compared to nil";
            case StructType s ->
                    s.fields().stream()
                            .filter(f -> !comparable(f.type(), sets))
                            .findFirst()
                            .map(f ->
                                    "struct containing "
                                            + text.of(f.type())
                                            + " cannot be compared")
                            .orElse("");
            case ArrayType a -> comparable(a, sets) ? "" : text.of(t) + " cannot be compared";
            case InterfaceType i -> t instanceof TypeParameter p ? ofParameter(p, sets) : "";
            case BasicType b -> "";
            case PointerType b -> "";
            case ChanType b -> "";
            case NamedType b -> "";
            case TupleType b -> "";
            case UnionType b -> "";
            case TypeParameter b -> ofParameter(b, sets);
        };
    }

    private static String ofParameter(TypeParameter p, TypeSets sets) {
        var terms = sets.of(sets.constraint(p)).terms();
        return terms != null && terms.isEmpty()
                ? "empty type set"
                : "incomparable types in type set";
    }
}
