package org.gorrery.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A declared type, generic (`typeParams` non-empty, `typeArgs` empty), instantiated (`typeArgs` non-empty) or plain.
/// An instance resolves its underlying type and methods lazily from its origin.
public final class NamedType implements Type {
    private final TypeObject object;
    private final @Nullable NamedType origin;
    private final List<Type> typeArgs;
    private List<TypeParameter> typeParams = List.of();
    private @Nullable Type underlying;
    private @Nullable Supplier<Type> resolver;
    private final List<FuncObject> methods = new ArrayList<>();
    private @Nullable Supplier<List<FuncObject>> methodResolver;

    /// A declared type, not yet defined.
    public NamedType(TypeObject object) {
        this.object = object;
        this.origin = null;
        this.typeArgs = List.of();
    }

    /// An instance of `origin`; only [Types#instantiate] makes them.
    NamedType(
            NamedType origin,
            List<Type> typeArgs,
            Supplier<Type> resolver,
            Supplier<List<FuncObject>> methodResolver) {
        this.object = origin.object;
        this.origin = origin;
        this.typeArgs = List.copyOf(typeArgs);
        this.resolver = resolver;
        this.methodResolver = methodResolver;
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

    /// Type parameters of a generic type, else empty.
    public List<TypeParameter> typeParams() {
        return typeParams;
    }

    /// Sets the parameters of a generic type.
    public void setTypeParams(List<TypeParameter> params) {
        this.typeParams = List.copyOf(params);
    }

    /// Sets the underlying type; never a [NamedType].
    public void setUnderlying(Type type) {
        this.underlying = type;
    }

    /// Whether the underlying type is known already, or can be computed.
    public boolean isDefined() {
        return underlying != null || resolver != null;
    }

    @Override
    public Type underlying() {
        if (underlying == null && resolver != null) {
            var r = resolver;
            resolver = null;
            underlying = r.get();
        }
        return underlying == null ? BasicType.INVALID : underlying;
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
