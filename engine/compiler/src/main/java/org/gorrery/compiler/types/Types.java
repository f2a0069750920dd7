package org.gorrery.compiler.types;

import java.util.List;
import java.util.function.Function;
import org.gorrery.compiler.constant.Constant;
import org.gorrery.target.Target;
import org.jspecify.annotations.Nullable;

/// The rules of the type system for one target, and the home of its instances of generic types: one per compilation, shared
/// by all its packages.
///
/// Guard: one compilation, one thread.
public final class Types {
    private final TypeSets sets = new TypeSets();
    private final Substitution substitution = new Substitution(sets.identity());
    private final Lookup lookup = new Lookup(sets);
    private final Satisfaction satisfaction = new Satisfaction(sets, lookup);
    private final Sizes sizes;
    private final Assignability assignability;

    /// The rules for `target`.
    public Types(Target target) {
        this.sizes = new Sizes(target.wordBytes());
        this.assignability = new Assignability(sets, satisfaction, sizes);
    }

    TypeSets sets() {
        return sets;
    }

    Substitution substitution() {
        return substitution;
    }

    Lookup lookup() {
        return lookup;
    }

    Satisfaction satisfaction() {
        return satisfaction;
    }

    Sizes sizes() {
        return sizes;
    }

    Assignability assignability() {
        return assignability;
    }

    /// Whether two types are identical (Go spec, "Type identity").
    public boolean identical(Type a, Type b) {
        return sets.identity().identical(a, b);
    }

    /// A hash that is equal for identical types.
    public int hash(Type t) {
        return sets.identity().hash(t);
    }

    /// The type set of an interface.
    public TypeSet typeSet(InterfaceType type) {
        return sets.of(type);
    }

    /// The instance of a generic declared type; the same object for identical arguments.
    public NamedType instantiate(NamedType generic, List<Type> args) {
        return substitution.instance(generic.origin(), args, generic.outerArgs());
    }

    /// As [#instantiate], with the names of the arguments for messages, which the first instance decides.
    NamedType instantiateWritten(NamedType generic, List<WrittenType> args) {
        return substitution.instance(generic.origin(), args, generic.outerArgs());
    }

    /// The signature of a generic function for the given arguments.
    public Signature instantiate(Signature generic, List<Type> args) {
        return substitution.instantiate(generic, args);
    }

    /// `type` with `args` in place of `params`; the same object where nothing changes.
    public Type substitute(Type type, List<TypeParameter> params, List<Type> args) {
        return substitution.apply(type, params, args);
    }

    /// The field or method that `name` means in `recv` as seen from `pkg`, or null where there is none (or several).
    ///
    /// @param addressable whether the value has an address, so that methods with pointer receiver can be called on it
    public @Nullable Selection lookupFieldOrMethod(
            Type recv, boolean addressable, @Nullable GoPackage pkg, String name) {
        var found = lookup.find(recv, pkg, name);
        var object = found.object();
        if (object == null || found.needsAddress() && !addressable) {
            return null;
        }
        var kind = object instanceof VarObject ? Selection.Kind.FIELD : Selection.Kind.METHOD_VALUE;
        return new Selection(kind, recv, object, found.path(), found.indirect(), object.type());
    }

    /// The method set of a type, sorted as in [TypeSet#methods].
    public List<Selection> methodSet(Type type) {
        return lookup.methodSet(type);
    }

    /// The method of `wanted` that `type` lacks; null where it implements the interface.
    public @Nullable FuncObject missingMethod(Type type, InterfaceType wanted) {
        var missing = satisfaction.missingMethod(type, wanted, false);
        return missing == null ? null : missing.wanted();
    }

    /// Whether `type` implements an interface, its type set included.
    public boolean implementsInterface(Type type, Type wanted) {
        return satisfaction.refusal(type, wanted, false, PLAIN) == null;
    }

    /// Whether a value of type `from` can be assigned to `to`.
    ///
    /// @param value where `from` is the type of an untyped constant
    public boolean assignable(Type from, @Nullable Constant value, Type to) {
        return assignability.assignable(from, value, to, PLAIN).ok();
    }

    /// Whether a value that is no constant can be converted.
    public boolean convertible(Type from, Type to) {
        return assignability.convertible(from, to, PLAIN).ok();
    }

    /// Whether `==` is defined; for interfaces it may panic.
    public boolean comparable(Type t) {
        return Comparability.comparable(t, sets);
    }

    /// The underlying type; of a type parameter the one that all its types share, null where there is none.
    public @Nullable Type coreType(Type t) {
        return sets.core(t);
    }

    /// Size in bytes on the target; -1 where too large.
    public long sizeof(Type t) {
        return sizes.sizeof(t);
    }

    /// Alignment in bytes on the target.
    public long alignof(Type t) {
        return sizes.alignof(t);
    }

    /// Offset in bytes of a field.
    public long offsetof(StructType t, int index) {
        return sizes.offsetof(t, index);
    }

    /// The type in Go notation; `qualifier` gives what stands before the name of a declared type (empty: nothing).
    public static String typeString(Type t, Function<GoPackage, String> qualifier) {
        return new TypeText(qualifier).of(t);
    }

    /// The type with full import paths.
    public static String typeString(Type t) {
        return PLAIN.of(t);
    }

    private static final TypeText PLAIN = new TypeText(GoPackage::path);

    /// As [#defaultType], a rune's by that name.
    static WrittenType writtenDefault(WrittenType t) {
        return t == BasicType.UNTYPED_RUNE
                ? Universe.RUNE
                : t instanceof BasicType b ? defaultType(b) : t;
    }

    /// The type an untyped value gets by itself (Go spec, "Constants": default type).
    public static Type defaultType(Type t) {
        if (!(t instanceof BasicType b)) {
            return t;
        }
        return switch (b) {
            case UNTYPED_BOOL -> BasicType.BOOL;
            case UNTYPED_INT -> BasicType.INT;
            case UNTYPED_RUNE -> BasicType.INT32;
            case UNTYPED_FLOAT -> BasicType.FLOAT64;
            case UNTYPED_COMPLEX -> BasicType.COMPLEX128;
            case UNTYPED_STRING -> BasicType.STRING;
            default -> t;
        };
    }
}
