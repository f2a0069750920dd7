package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A declared type, generic (`typeParams` non-empty, `typeArgs` empty), instantiated (`typeArgs` non-empty) or plain.
/// An instance resolves its underlying type and methods lazily from its origin.
///
/// A type declared inside a generic function is another one for each instance of the function: it remembers the function's
/// type parameters ([#outerParams]), and substitution makes instances of it like of a generic type, with [#outerArgs].
public final class NamedType implements Type {
    private final TypeObject object;
    private final @Nullable NamedType origin;
    private final List<Type> typeArgs;
    private final List<? extends WrittenType> writtenArgs;
    private final List<Type> outerArgs;
    private List<TypeParameter> typeParams = List.of();
    private List<TypeParameter> outerParams = List.of();
    private @Nullable Type underlying;
    private @Nullable Supplier<Type> resolver;
    private @Nullable NamedType forward;
    private int mentioned;
    private final List<FuncObject> methods = new ArrayList<>();
    private @Nullable Supplier<List<FuncObject>> methodResolver;

    /// A declared type, not yet defined.
    public NamedType(TypeObject object) {
        this.object = object;
        this.origin = null;
        this.typeArgs = List.of();
        this.writtenArgs = List.of();
        this.outerArgs = List.of();
    }

    /// An instance of `origin`; only [Types#instantiate] makes them.
    NamedType(
            NamedType origin,
            List<? extends WrittenType> typeArgs,
            List<Type> outerArgs,
            Supplier<Type> resolver,
            Supplier<List<FuncObject>> methodResolver) {
        this.object = origin.object;
        this.origin = origin;
        this.writtenArgs = List.copyOf(typeArgs);
        this.typeArgs = typeArgs.stream().<Type>map(WrittenType::actual).toList();
        this.outerArgs = List.copyOf(outerArgs);
        this.resolver = resolver;
        this.methodResolver = methodResolver;
        if (typeArgs.isEmpty()) {
            this.typeParams = origin.typeParams;
        }
    }

    /// The declared name.
    public TypeObject object() {
        return object;
    }

    /// The generic type this is an instance of; itself where it is none.
    public NamedType origin() {
        return origin == null ? this : origin;
    }

    /// Type arguments of an instance, else empty.
    public List<Type> typeArgs() {
        return typeArgs;
    }

    /// The type arguments as the first mention of the instance writes them.
    List<? extends WrittenType> writtenArgs() {
        return writtenArgs;
    }

    /// Where the instance was mentioned first; 0 where it comes from another instance only.
    int mentioned() {
        return mentioned;
    }

    /// Notes that the source mentions the instance; returns it.
    NamedType mentionedAt(int pos) {
        if (mentioned == 0) {
            mentioned = pos;
        }
        return this;
    }

    /// For the instance of a type declared in a generic function: that function's type arguments, else empty.
    public List<Type> outerArgs() {
        return outerArgs;
    }

    /// Type parameters of a generic type, else empty.
    public List<TypeParameter> typeParams() {
        return typeParams;
    }

    /// Sets the parameters of a generic type.
    public void setTypeParams(List<TypeParameter> params) {
        this.typeParams = List.copyOf(params);
    }

    /// The type parameters of the function it is declared in, else empty.
    public List<TypeParameter> outerParams() {
        return outerParams;
    }

    /// Sets the type parameters of the function it is declared in.
    public void setOuterParams(List<TypeParameter> params) {
        this.outerParams = List.copyOf(params);
    }

    /// Whether it is a generic type that lacks its type arguments.
    public boolean isGeneric() {
        return !typeParams.isEmpty() && typeArgs.isEmpty();
    }

    /// Sets the underlying type; never a [NamedType].
    public void setUnderlying(Type type) {
        this.underlying = type;
        this.forward = null;
    }

    /// Says that it is declared as `type T U` where `U` is `other`: their underlying types are the same.
    void forwardTo(NamedType other) {
        this.forward = other;
    }

    /// The type it is declared by while that one is not defined yet.
    @Nullable NamedType forward() {
        return forward;
    }

    /// Whether the underlying type is known already, or can be computed.
    public boolean isDefined() {
        if (underlying != null) {
            return true;
        }
        if (forward != null) {
            return forward.isDefined();
        }
        return resolver != null && origin != null && origin.isDefined();
    }

    @Override
    public Type underlying() {
        if (underlying != null) {
            return underlying;
        }
        if (!isDefined()) {
            return BasicType.INVALID;
        }
        if (forward != null) {
            underlying = forward.underlying();
            forward = null;
            return underlying;
        }
        var r = resolver;
        if (r == null) {
            return BasicType.INVALID;
        }
        resolver = null;
        var found = r.get();
        underlying = found;
        return found;
    }

    /// Methods declared on it (receiver `T` or `*T`), in source order; an instance's are substituted.
    public List<FuncObject> methods() {
        if (methodResolver != null) {
            var r = methodResolver;
            methodResolver = null;
            methods.addAll(r.get());
        }
        return methods;
    }

    /// Adds a declared method.
    public void addMethod(FuncObject method) {
        methods.add(method);
    }
}
