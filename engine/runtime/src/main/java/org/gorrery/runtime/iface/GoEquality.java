package org.gorrery.runtime.iface;

import org.gorrery.abi.TypeLayout;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.Bytes;
import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.runtime.memory.Mem;

/// `==` for values of any comparable type, by their descriptors.
///
/// Source: Go specification, "Comparison operators"; Go runtime, `alg.go`.
public final class GoEquality {
    private final TypeTable types;
    private final GoMemory memory;

    /// For the types of a run.
    public GoEquality(TypeTable types, GoMemory memory) {
        this.types = types;
        this.memory = memory;
    }

    /// Whether two values in memory are equal.
    ///
    /// @throws UncomparableException where an interface in them holds an uncomparable value
    public boolean equal(long type, long p, long q) {
        if ((TypeTable.flags(type) & TypeLayout.FLAG_REGULAR_MEMORY) != 0) {
            return Bytes.equal(p, q, TypeTable.size(type));
        }
        return switch (TypeTable.kind(type)) {
            case TypeTable.FLOAT32 -> Mem.ldF32(p) == Mem.ldF32(q);
            case TypeTable.FLOAT64 -> Mem.ldF64(p) == Mem.ldF64(q);
            case TypeTable.COMPLEX64 ->
                    Mem.ldF32(p) == Mem.ldF32(q) && Mem.ldF32(p + 4) == Mem.ldF32(q + 4);
            case TypeTable.COMPLEX128 ->
                    Mem.ldF64(p) == Mem.ldF64(q) && Mem.ldF64(p + 8) == Mem.ldF64(q + 8);
            case TypeTable.STRING_KIND -> equalStrings(p, q);
            case TypeTable.INTERFACE -> equalInterfaces(type, p, q);
            case TypeTable.ARRAY -> equalArrays(type, p, q);
            case TypeTable.STRUCT -> equalStructs(type, p, q);
            default -> {
                requireComparable(type);
                yield Bytes.equal(p, q, TypeTable.size(type));
            }
        };
    }

    private boolean equalStrings(long p, long q) {
        long n = memory.loadInt(p + memory.wordBytes);
        return n == memory.loadInt(q + memory.wordBytes)
                && Bytes.equal(memory.loadPointer(p), memory.loadPointer(q), n);
    }

    private boolean equalInterfaces(long type, long p, long q) {
        long tab = memory.loadPointer(p);
        if (tab != memory.loadPointer(q)) {
            return false;
        }
        return equalDynamic(
                dynamicType(type, tab),
                memory.loadPointer(p + memory.wordBytes),
                memory.loadPointer(q + memory.wordBytes));
    }

    /// The dynamic type of an interface value by its first word; 0 for nil.
    ///
    /// @param type of the interface: those without methods hold the type itself
    public long dynamicType(long type, long tab) {
        if (tab == 0 || TypeTable.aux(type) == 0) {
            return tab;
        }
        return types.at(Mem.ld32(tab + TypeLayout.ITAB_TYPE));
    }

    /// Whether two interface values of the same dynamic type are equal.
    ///
    /// @param type the dynamic type, 0 for nil
    public boolean equalDynamic(long type, long x, long y) {
        if (type == 0) {
            return true;
        }
        requireComparable(type);
        if ((TypeTable.flags(type) & TypeLayout.FLAG_DIRECT) != 0) {
            return x == y;
        }
        return equal(type, x, y);
    }

    private void requireComparable(long type) {
        if ((TypeTable.flags(type) & TypeLayout.FLAG_COMPARABLE) == 0) {
            throw new UncomparableException("comparing uncomparable type " + types.name(type));
        }
    }

    private boolean equalArrays(long type, long p, long q) {
        long elem = types.elem(type);
        long size = TypeTable.size(elem);
        for (long i = 0, n = TypeTable.length(type); i < n; i++) {
            if (!equal(elem, p + i * size, q + i * size)) {
                return false;
            }
        }
        return true;
    }

    private boolean equalStructs(long type, long p, long q) {
        long fields = types.list(type);
        for (int i = 0, n = TypeTable.aux(type); i < n; i++) {
            long field = fields + (long) i * TypeLayout.FIELD_BYTES;
            long offset = Mem.ld64(field + TypeLayout.FIELD_OFFSET);
            long fieldType = types.at(Mem.ld32(field + TypeLayout.FIELD_TYPE));
            if (!isBlank(field) && !equal(fieldType, p + offset, q + offset)) {
                return false;
            }
        }
        return true;
    }

    /// Fields named `_` take no part in comparisons.
    boolean isBlank(long field) {
        return Mem.ld32(field + 4) == 1 && Mem.ld8(types.at(Mem.ld32(field))) == '_';
    }
}
