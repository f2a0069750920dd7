package org.gorrery.compiler.types;

import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.constant.Constants;
import org.jspecify.annotations.Nullable;

/// Sizes, alignments and offsets of types as Go's own compiler lays them out (Go spec, "Size and alignment guarantees"), and
/// which constants a basic type can hold.
final class Sizes {
    private final int wordBytes;

    Sizes(int wordBytes) {
        this.wordBytes = wordBytes;
    }

    int wordBytes() {
        return wordBytes;
    }

    /// The structs around the one that is measured: a type that holds itself, an error told elsewhere, has no size of its own.
    private record Open(StructType type, @Nullable Open outer) {
        @SuppressWarnings("ReferenceEquality") // types are compared by identity
        static boolean holds(@Nullable Open open, StructType s) {
            for (var o = open; o != null; o = o.outer) {
                if (o.type == s) {
                    return true;
                }
            }
            return false;
        }
    }

    /// Alignment in bytes, at least 1.
    long alignof(Type t) {
        return alignof(t, null);
    }

    private long alignof(Type t, @Nullable Open open) {
        return switch (t.underlying()) {
            case ArrayType a -> alignof(a.elem(), open);
            case StructType s -> {
                long max = isAlign64(t) ? 8 : 1;
                if (!Open.holds(open, s)) {
                    var inside = new Open(s, open);
                    for (var f : s.fields()) {
                        max = Math.max(max, alignof(f.type(), inside));
                    }
                }
                yield max;
            }
            case BasicType b ->
                    switch (b) {
                        case COMPLEX64 -> 4;
                        case COMPLEX128 -> Math.min(8, wordBytes);
                        case STRING, UNTYPED_STRING -> wordBytes;
                        default -> Math.max(1, Math.min(sizeof(b), wordBytes));
                    };
            case NamedType n -> 1;
            case PointerType n -> wordBytes;
            case SliceType n -> wordBytes;
            case TupleType n -> wordBytes;
            case Signature n -> wordBytes;
            case InterfaceType n -> wordBytes;
            case MapType n -> wordBytes;
            case ChanType n -> wordBytes;
            case TypeParameter n -> wordBytes;
            case UnionType n -> wordBytes;
        };
    }

    /// Whether a type is the library's marker that forces an alignment of 8 bytes on every target.
    static boolean isAlign64(Type t) {
        return t instanceof NamedType n
                && n.object().name().equals("align64")
                && n.object().pkg() != null
                && (n.object().pkg().path().equals("sync/atomic")
                        || n.object().pkg().path().equals("internal/runtime/atomic"));
    }

    /// Size in bytes; -1 where larger than the address space.
    long sizeof(Type t) {
        return sizeof(t, null);
    }

    private long sizeof(Type t, @Nullable Open open) {
        return switch (t.underlying()) {
            case BasicType b -> basic(b);
            case ArrayType a -> {
                long elem = sizeof(a.elem(), open);
                if (elem < 0 || a.length() < 0) {
                    yield -1;
                }
                long high = Math.multiplyHigh(elem, a.length());
                yield high != 0 || elem * a.length() < 0 ? -1 : elem * a.length();
            }
            case StructType s -> Open.holds(open, s) ? 0 : struct(s, s.fields().size(), open);
            case SliceType n -> 3L * wordBytes;
            case InterfaceType n -> 2L * wordBytes;
            case NamedType n -> wordBytes;
            case PointerType n -> wordBytes;
            case TupleType n -> wordBytes;
            case Signature n -> wordBytes;
            case MapType n -> wordBytes;
            case ChanType n -> wordBytes;
            case TypeParameter n -> wordBytes;
            case UnionType n -> wordBytes;
        };
    }

    /// Offset of field `index`; that of one past the last gives the padded size.
    long offsetof(StructType s, int index) {
        return struct(s, index, null);
    }

    private long struct(StructType s, int upTo, @Nullable Open open) {
        var inside = new Open(s, open);
        long offset = 0;
        long max = 1;
        long last = 1;
        for (int i = 0; i < s.fields().size(); i++) {
            var type = s.fields().get(i).type();
            long align = alignof(type, inside);
            max = Math.max(max, align);
            offset = padded(offset, align);
            if (i == upTo) {
                return offset;
            }
            last = sizeof(type, inside);
            if (last < 0 || offset + last < 0 || offset < 0) {
                return -1;
            }
            offset += last;
        }
        if (offset > 0 && last == 0) {
            offset++; // a final field of size zero gets an address inside the struct
        }
        return padded(offset, max);
    }

    private static long padded(long offset, long align) {
        return (offset + align - 1) / align * align;
    }

    private long basic(BasicType b) {
        return switch (b) {
            case BOOL, INT8, UINT8, UNTYPED_BOOL -> 1;
            case INT16, UINT16 -> 2;
            case INT32, UINT32, FLOAT32, UNTYPED_RUNE -> 4;
            case INT64, UINT64, FLOAT64, COMPLEX64, UNTYPED_FLOAT -> 8;
            case COMPLEX128, UNTYPED_COMPLEX -> 16;
            case STRING, UNTYPED_STRING -> 2L * wordBytes;
            case INT, UINT, UINTPTR, UNSAFE_POINTER, UNTYPED_INT, UNTYPED_NIL, INVALID -> wordBytes;
        };
    }

    /// Bits of an integer type.
    int bits(BasicType b) {
        return (int) basic(b) * 8;
    }

    /// The value as the basic type holds it (floats rounded), or null where it cannot.
    @Nullable Constant represent(Constant c, BasicType b) {
        return switch (b) {
            case INVALID -> c;
            case BOOL, UNTYPED_BOOL -> c instanceof Constant.Bool ? c : null;
            case STRING, UNTYPED_STRING -> c instanceof Constant.Str ? c : null;
            case UNSAFE_POINTER, UNTYPED_NIL -> null;
            case INT,
                    INT8,
                    INT16,
                    INT32,
                    INT64,
                    UINT,
                    UINT8,
                    UINT16,
                    UINT32,
                    UINT64,
                    UINTPTR,
                    UNTYPED_INT,
                    UNTYPED_RUNE ->
                    integer(c, b);
            case FLOAT32, FLOAT64, UNTYPED_FLOAT ->
                    Constants.isNumber(c) && !(c instanceof Constant.Complex)
                            ? rounded(c, b)
                            : null;
            case COMPLEX64, COMPLEX128, UNTYPED_COMPLEX -> complex(c, b);
        };
    }

    private @Nullable Constant integer(Constant c, BasicType b) {
        var i = Constants.isNumber(c) ? Constants.toInteger(c) : null;
        if (i == null) {
            return null;
        }
        if (b.isUntyped()) {
            return Constants.of(i);
        }
        int bits = bits(b);
        boolean fits =
                b.isUnsigned() ? i.signum() >= 0 && i.bitLength() <= bits : i.bitLength() < bits;
        return fits ? Constants.of(i) : null;
    }

    private static @Nullable Constant rounded(Constant c, BasicType b) {
        if (b != BasicType.FLOAT32 && b != BasicType.FLOAT64) {
            return c;
        }
        double d = b == BasicType.FLOAT32 ? Constants.toFloat(c) : Constants.toDouble(c);
        return Double.isInfinite(d) ? null : Constants.of(d);
    }

    private static @Nullable Constant complex(Constant c, BasicType b) {
        if (!Constants.isNumber(c)) {
            return null;
        }
        var part =
                b == BasicType.COMPLEX64
                        ? BasicType.FLOAT32
                        : b == BasicType.COMPLEX128 ? BasicType.FLOAT64 : BasicType.UNTYPED_FLOAT;
        var re = rounded(Constants.real(c), part);
        var im = rounded(Constants.imag(c), part);
        return re == null || im == null ? null : Constants.complex(re, im);
    }
}
