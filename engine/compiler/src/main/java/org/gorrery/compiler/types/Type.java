package org.gorrery.compiler.types;

/// A Go type (Go spec, "Types"). Identity is by [Types#identical], never by `equals`; basic types and declared types without
/// type arguments are unique objects, and [Types] canonicalises instances (same origin, identical arguments: same object).
public sealed interface Type extends WrittenType
        permits BasicType,
                NamedType,
                PointerType,
                SliceType,
                ArrayType,
                StructType,
                TupleType,
                Signature,
                InterfaceType,
                MapType,
                ChanType,
                TypeParameter,
                UnionType {
    /// The underlying type: itself but for [NamedType]; the constraint interface for a [TypeParameter].
    Type underlying();

    @Override
    default Type actual() {
        return this;
    }
}
