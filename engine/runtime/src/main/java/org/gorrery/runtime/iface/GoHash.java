package org.gorrery.runtime.iface;

import org.gorrery.abi.TypeLayout;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.runtime.memory.Mem;

/// Hashes of values, for maps: equal values have equal hashes under one seed; a NaN, which equals nothing, hashes at random.
///
/// The mixing step is that of wyhash: the two halves of a 128-bit product (codegen.md §14).
public final class GoHash {
    private static final long K0 = 0xa076_1d64_78bd_642fL;
    private static final long K1 = 0xe703_7ed1_a0b4_28dbL;
    private static final long K2 = 0x8ebc_6af0_9c88_c6e3L;

    private final TypeTable types;
    private final GoMemory memory;
    private final GoEquality equality;

    /// For the types of a run.
    public GoHash(TypeTable types, GoMemory memory, GoEquality equality) {
        this.types = types;
        this.memory = memory;
        this.equality = equality;
    }

    private static long mix(long a, long b) {
        return Math.unsignedMultiplyHigh(a, b) ^ a * b;
    }

    /// Hash of 64 bits.
    public static long of64(long v, long seed) {
        return mix(v ^ K0, seed ^ K1);
    }

    /// Hash of 32 bits.
    public static long of32(int v, long seed) {
        return mix(v & 0xffff_ffffL ^ K0, seed ^ K1);
    }

    /// Hash of bytes.
    public static long ofBytes(long p, long bytes, long seed) {
        long h = seed ^ K0;
        long n = bytes;
        long at = p;
        while (n > 16) {
            h = mix(Mem.ld64(at) ^ K1, Mem.ld64(at + 8) ^ h);
            at += 16;
            n -= 16;
        }
        long a;
        long b;
        if (n >= 8) {
            a = Mem.ld64(at);
            b = Mem.ld64(at + n - 8);
        } else if (n >= 4) {
            a = Mem.ldU32(at);
            b = Mem.ldU32(at + n - 4);
        } else if (n > 0) {
            a =
                    (Mem.ld8(at) & 0xffL) << 16
                            | (Mem.ld8(at + (n >> 1)) & 0xffL) << 8
                            | Mem.ld8(at + n - 1) & 0xffL;
            b = 0;
        } else {
            a = 0;
            b = 0;
        }
        return mix(K1 ^ bytes, mix(a ^ K2, b ^ h));
    }

    /// Hash of a value of any type.
    ///
    /// @param random a number of its own for each NaN
    /// @throws UncomparableException where an interface holds a value that cannot be compared
    public long of(long type, long p, long seed, long random) {
        if ((TypeTable.flags(type) & TypeLayout.FLAG_REGULAR_MEMORY) != 0) {
            return ofBytes(p, TypeTable.size(type), seed);
        }
        return switch (TypeTable.kind(type)) {
            case TypeTable.FLOAT32 -> ofFloat(Mem.ldF32(p), seed, random);
            case TypeTable.FLOAT64 -> ofFloat(Mem.ldF64(p), seed, random);
            case TypeTable.COMPLEX64 ->
                    ofFloat(Mem.ldF32(p + 4), ofFloat(Mem.ldF32(p), seed, random), random);
            case TypeTable.COMPLEX128 ->
                    ofFloat(Mem.ldF64(p + 8), ofFloat(Mem.ldF64(p), seed, random), random);
            case TypeTable.STRING_KIND ->
                    ofBytes(memory.loadPointer(p), memory.loadInt(p + memory.wordBytes), seed);
            case TypeTable.INTERFACE -> ofInterface(type, p, seed, random);
            case TypeTable.ARRAY -> ofArray(type, p, seed, random);
            case TypeTable.STRUCT -> ofStruct(type, p, seed, random);
            default -> {
                requireHashable(type);
                yield ofBytes(p, TypeTable.size(type), seed);
            }
        };
    }

    private static long ofFloat(double v, long seed, long random) {
        if (v == 0) {
            return mix(seed ^ K0, K2); // +0 and -0 are equal
        }
        if (Double.isNaN(v)) {
            return mix(seed ^ K0, random ^ K1);
        }
        return of64(Double.doubleToRawLongBits(v), seed);
    }

    private long ofInterface(long type, long p, long seed, long random) {
        long dynamic = equality.dynamicType(type, memory.loadPointer(p));
        if (dynamic == 0) {
            return seed;
        }
        requireHashable(dynamic);
        long data = p + memory.wordBytes;
        if ((TypeTable.flags(dynamic) & TypeLayout.FLAG_DIRECT) == 0) {
            data = memory.loadPointer(data);
        }
        return of(dynamic, data, seed ^ TypeTable.hash(dynamic), random);
    }

    private void requireHashable(long type) {
        if ((TypeTable.flags(type) & TypeLayout.FLAG_COMPARABLE) == 0) {
            throw new UncomparableException("hash of unhashable type " + types.name(type));
        }
    }

    private long ofArray(long type, long p, long seed, long random) {
        long elem = types.elem(type);
        long size = TypeTable.size(elem);
        long h = seed;
        for (long i = 0, n = TypeTable.length(type); i < n; i++) {
            h = of(elem, p + i * size, h, random);
        }
        return h;
    }

    private long ofStruct(long type, long p, long seed, long random) {
        long fields = types.list(type);
        long h = seed;
        for (int i = 0, n = TypeTable.aux(type); i < n; i++) {
            long field = fields + (long) i * TypeLayout.FIELD_BYTES;
            if (!equality.isBlank(field)) {
                long fieldType = types.at(Mem.ld32(field + TypeLayout.FIELD_TYPE));
                h = of(fieldType, p + Mem.ld64(field + TypeLayout.FIELD_OFFSET), h, random);
            }
        }
        return h;
    }
}
