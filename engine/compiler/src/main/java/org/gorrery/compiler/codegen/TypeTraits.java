package org.gorrery.compiler.codegen;

import org.gorrery.abi.TypeLayout;
import org.gorrery.compiler.ir.Sizes;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.ChanType;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.MapType;
import org.gorrery.compiler.types.NamedType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.Signature;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.StructType;
import org.gorrery.compiler.types.TupleType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.TypeParameter;
import org.gorrery.compiler.types.UnionType;

/// Kind and flags of types, as descriptors carry them.
final class TypeTraits {
    private final Sizes sizes;

    TypeTraits(Sizes sizes) {
        this.sizes = sizes;
    }

    /// The number of `reflect.Kind`.
    static int kind(Type type) {
        return switch (type.underlying()) {
            case BasicType b -> basicKind(b);
            case ArrayType _ -> 17;
            case ChanType _ -> 18;
            case Signature _ -> 19;
            case InterfaceType _ -> 20;
            case MapType _ -> 21;
            case PointerType _ -> 22;
            case SliceType _ -> 23;
            case StructType _, TupleType _ -> 25;
            case NamedType _, TypeParameter _, UnionType _ -> 0;
        };
    }

    private static int basicKind(BasicType b) {
        return switch (b) {
            case INVALID, UNTYPED_NIL -> 0;
            case BOOL, UNTYPED_BOOL -> 1;
            case INT, UNTYPED_INT -> 2;
            case INT8 -> 3;
            case INT16 -> 4;
            case INT32, UNTYPED_RUNE -> 5;
            case INT64 -> 6;
            case UINT -> 7;
            case UINT8 -> 8;
            case UINT16 -> 9;
            case UINT32 -> 10;
            case UINT64 -> 11;
            case UINTPTR -> 12;
            case FLOAT32 -> 13;
            case FLOAT64, UNTYPED_FLOAT -> 14;
            case COMPLEX64 -> 15;
            case COMPLEX128, UNTYPED_COMPLEX -> 16;
            case STRING, UNTYPED_STRING -> 24;
            case UNSAFE_POINTER -> 26;
        };
    }

    /// Direction of a channel type: 1 receive, 2 send, 3 both.
    static int direction(ChanType c) {
        return switch (c.dir()) {
            case RECV -> 1;
            case SEND -> 2;
            case BOTH -> 3;
        };
    }

    /// The flags of [TypeLayout].
    int flags(Type type) {
        boolean named = type instanceof NamedType || type instanceof BasicType;
        return (named ? TypeLayout.FLAG_NAMED : 0)
                | (comparable(type) ? TypeLayout.FLAG_COMPARABLE : 0)
                | (Sizes.isDirect(type) ? TypeLayout.FLAG_DIRECT : 0)
                | (regular(type) ? TypeLayout.FLAG_REGULAR_MEMORY : 0)
                | (integerLike(type) ? TypeLayout.FLAG_INTEGER_LIKE : 0);
    }

    private static boolean comparable(Type type) {
        return switch (type.underlying()) {
            case BasicType b -> b != BasicType.UNTYPED_NIL;
            case PointerType _, ChanType _, InterfaceType _ -> true;
            case ArrayType a -> comparable(a.elem());
            case StructType s -> s.fields().stream().allMatch(f -> comparable(f.type()));
            case SliceType _,
                    MapType _,
                    Signature _,
                    TupleType _,
                    NamedType _,
                    TypeParameter _,
                    UnionType _ ->
                    false;
        };
    }

    private static boolean integerLike(Type type) {
        return switch (type.underlying()) {
            case BasicType b -> b.isInteger() || b == BasicType.UNSAFE_POINTER;
            case PointerType _, ChanType _ -> true;
            case ArrayType _,
                    StructType _,
                    InterfaceType _,
                    SliceType _,
                    MapType _,
                    Signature _,
                    TupleType _,
                    NamedType _,
                    TypeParameter _,
                    UnionType _ ->
                    false;
        };
    }

    /// Whether `==` compares all bytes: no floats, strings, interfaces, padding or blank fields.
    private boolean regular(Type type) {
        return switch (type.underlying()) {
            case BasicType b -> b.isInteger() || b.isBoolean() || b == BasicType.UNSAFE_POINTER;
            case PointerType _, ChanType _ -> true;
            case ArrayType a -> a.length() == 0 || regular(a.elem());
            case StructType s -> regularStruct(s);
            case InterfaceType _,
                    SliceType _,
                    MapType _,
                    Signature _,
                    TupleType _,
                    NamedType _,
                    TypeParameter _,
                    UnionType _ ->
                    false;
        };
    }

    private boolean regularStruct(StructType s) {
        long end = 0;
        for (int i = 0; i < s.fields().size(); i++) {
            var f = s.fields().get(i);
            if (f.name().equals("_") || !regular(f.type()) || sizes.offset(s, i) != end) {
                return false;
            }
            end += sizes.size(f.type());
        }
        return end == sizes.size(s);
    }
}
