package org.gorrery.compiler.types;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether a type implements an interface or satisfies a constraint (Go spec, "Implementing an interface", "Satisfying a type
/// constraint"), and why not.
final class Satisfaction {
    private final TypeSets sets;
    private final Lookup lookup;

    Satisfaction(TypeSets sets, Lookup lookup) {
        this.sets = sets;
        this.lookup = lookup;
    }

    /// What keeps a type from having a method.
    enum Fault {
        MISSING,
        OTHER_CASE,
        UNEXPORTED,
        WRONG_TYPE,
        AMBIGUOUS,
        POINTER_RECEIVER,
        FIELD
    }

    /// The method of an interface that a type lacks, and the nearest to it that it has.
    record Missing(FuncObject wanted, Fault fault, @Nullable GoObject have) {}

    /// The first method of `wanted` that `type` lacks; null where it has all.
    ///
    /// @param dynamic whether `type` is an interface whose values may have more methods than it tells
    @Nullable Missing missingMethod(Type type, InterfaceType wanted, boolean dynamic) {
        var methods = sets.of(wanted).methods();
        for (var m : methods) {
            var missing =
                    type.underlying() instanceof InterfaceType i
                            ? inInterface(
                                    type instanceof TypeParameter p ? sets.constraint(p) : i,
                                    m,
                                    dynamic)
                            : inConcrete(type, m);
            if (missing != null) {
                return missing;
            }
        }
        return null;
    }

    private @Nullable Missing inInterface(InterfaceType i, FuncObject wanted, boolean dynamic) {
        for (var have : sets.of(i).methods()) {
            if (Identity.sameName(have, wanted)) {
                return sets.identity().identical(have.type(), wanted.type())
                        ? null
                        : new Missing(wanted, Fault.WRONG_TYPE, have);
            }
        }
        return dynamic ? null : nearest(i, wanted);
    }

    private @Nullable Missing inConcrete(Type type, FuncObject wanted) {
        var found = lookup.find(type, wanted.pkg(), wanted.name());
        if (found.ambiguous()) {
            return new Missing(wanted, Fault.AMBIGUOUS, null);
        }
        if (found.object() instanceof FuncObject have) {
            if (!sets.identity().identical(have.type(), wanted.type())) {
                return new Missing(wanted, Fault.WRONG_TYPE, have);
            }
            return found.needsAddress() ? new Missing(wanted, Fault.POINTER_RECEIVER, have) : null;
        }
        if (found.object() != null) {
            return new Missing(wanted, Fault.FIELD, found.object());
        }
        return nearest(type, wanted);
    }

    private Missing nearest(Type type, FuncObject wanted) {
        if (lookup.find(type, wanted.pkg(), wanted.name(), true).object()
                instanceof FuncObject other) {
            return new Missing(
                    wanted,
                    other.name().equals(wanted.name()) ? Fault.UNEXPORTED : Fault.OTHER_CASE,
                    other);
        }
        return new Missing(wanted, Fault.MISSING, null);
    }

    /// In brackets, to follow "T does not implement I ".
    String cause(Missing missing, Type type, Type wanted, TypeText text) {
        if (type.underlying() instanceof PointerType p
                && p.elem().underlying() instanceof InterfaceType) {
            return "(" + pointerToInterface(type, p, text) + ")";
        }
        if (wanted.underlying() instanceof PointerType p
                && p.elem().underlying() instanceof InterfaceType) {
            return "(" + pointerToInterface(wanted, p, text) + ")";
        }
        String name = missing.wanted().name();
        return switch (missing.fault()) {
            case MISSING -> "(missing method " + name + ")";
            case OTHER_CASE -> "(missing method " + name + ")" + haveWant(missing, text);
            case UNEXPORTED -> "(unexported method " + name + ")";
            case WRONG_TYPE -> "(wrong type for method " + name + ")" + haveWant(missing, text);
            case AMBIGUOUS -> "(ambiguous selector " + text.of(type) + "." + name + ")";
            case POINTER_RECEIVER -> "(method " + name + " has pointer receiver)";
            case FIELD -> "(" + text.of(type) + "." + name + " is a field, not a method)";
        };
    }

    static String pointerToInterface(Type type, PointerType p, TypeText text) {
        String kind = p.elem() instanceof TypeParameter ? "type parameter" : "interface";
        return "type " + text.of(type) + " is pointer to " + kind + ", not " + kind;
    }

    private static String haveWant(Missing missing, TypeText text) {
        var have = missing.have();
        String had =
                have != null && have.type() instanceof Signature s
                        ? have.name() + text.signature(s)
                        : "?";
        return "\n\t\thave "
                + had
                + "\n\t\twant "
                + missing.wanted().name()
                + (missing.wanted().type() instanceof Signature s ? text.signature(s) : "");
    }

    /// Null where `type` implements (for a `constraint`: satisfies) `wanted`, else the reason in full.
    @Nullable String refusal(Type type, Type wanted, boolean constraint, TypeText text) {
        if (type.underlying() == BasicType.INVALID || wanted.underlying() == BasicType.INVALID) {
            return null;
        }
        if (type instanceof PointerType p && p.elem().underlying() == BasicType.INVALID) {
            return null;
        }
        String verb = constraint ? "satisfy" : "implement";
        String claim = text.of(type) + " does not " + verb + " " + text.of(wanted);
        if (wanted instanceof PointerType p
                && p.elem().underlying() instanceof InterfaceType
                && !(p.elem() instanceof TypeParameter)) {
            return claim + " (" + pointerToInterface(wanted, p, text) + ")";
        }
        if (!(wanted.underlying() instanceof InterfaceType target)) {
            return claim + " (" + text.of(wanted) + " is not an interface)";
        }
        var want = sets.of(target);
        if (want.methods().isEmpty() && want.isBasic()) {
            return null;
        }
        var have = typeSet(type);
        if (have != null && have.terms() != null && have.terms().isEmpty()) {
            return null;
        }
        if (want.terms() != null && want.terms().isEmpty()) {
            return "cannot " + verb + " " + text.of(wanted) + " (empty type set)";
        }
        var missing = missingMethod(type, target, false);
        if (missing != null) {
            return claim + " " + cause(missing, type, wanted, text);
        }
        if (want.comparable() && !canCompare(type, constraint)) {
            return text.of(type) + " does not " + verb + " comparable";
        }
        return termsRefusal(type, wanted, have, want, claim, text);
    }

    private boolean canCompare(Type type, boolean constraint) {
        return Comparability.strictlyComparable(type, sets)
                || constraint && Comparability.comparable(type, sets);
    }

    private @Nullable TypeSet typeSet(Type type) {
        if (type instanceof TypeParameter p) {
            return sets.of(sets.constraint(p));
        }
        return type.underlying() instanceof InterfaceType i ? sets.of(i) : null;
    }

    @SuppressWarnings("ReferenceEquality") // types and objects are compared by identity
    private @Nullable String termsRefusal(
            Type type,
            Type wanted,
            @Nullable TypeSet have,
            TypeSet want,
            String claim,
            TypeText text) {
        var terms = want.terms();
        if (terms == null) {
            return null;
        }
        if (have != null) {
            return sets.subset(have.terms(), terms) ? null : claim;
        }
        var exact = new UnionType.Term(false, type);
        if (terms.stream().anyMatch(t -> sets.includes(t, exact))) {
            return null;
        }
        for (var t : terms) {
            if (!t.tilde()
                    && t.type() == t.type().underlying()
                    && sets.includes(new UnionType.Term(true, t.type()), exact)) {
                return claim
                        + " (possibly missing ~ for "
                        + text.of(t.type())
                        + " in "
                        + text.of(wanted)
                        + ")";
            }
        }
        if (mentions(wanted.underlying(), type)) {
            String name = text.of(type);
            String set = text.of(wanted);
            return claim
                    + " ("
                    + set
                    + " mentions "
                    + name
                    + ", but "
                    + name
                    + " is not in the type set of "
                    + set
                    + ")";
        }
        String all =
                terms.stream()
                        .map(t -> (t.tilde() ? "~" : "") + text.wholePaths().of(t.type()))
                        .collect(Collectors.joining(" | "));
        return claim + " (" + text.of(type) + " missing in " + all + ")";
    }

    /// Whether a constraint itself names a type, which its other parts may exclude again; what it embeds by name does not count.
    private boolean mentions(Type constraint, Type type) {
        return switch (constraint) {
            case InterfaceType i -> i.embedded().stream().anyMatch(t -> mentions(t, type));
            case UnionType u -> u.terms().stream().anyMatch(t -> mentions(t.type(), type));
            case NamedType t -> sets.identity().identical(t, type);
            case BasicType t -> sets.identity().identical(t, type);
            case PointerType t -> sets.identity().identical(t, type);
            case SliceType t -> sets.identity().identical(t, type);
            case ArrayType t -> sets.identity().identical(t, type);
            case StructType t -> sets.identity().identical(t, type);
            case TupleType t -> false;
            case Signature t -> sets.identity().identical(t, type);
            case MapType t -> sets.identity().identical(t, type);
            case ChanType t -> sets.identity().identical(t, type);
            case TypeParameter t -> sets.identity().identical(t, type);
        };
    }
}
