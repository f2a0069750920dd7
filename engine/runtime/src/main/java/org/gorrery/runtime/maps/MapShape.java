package org.gorrery.runtime.maps;

import org.gorrery.abi.TypeLayout;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.Mem;

/// How maps of one type lie in memory: a record beside the type descriptors, made when the first map of the type is, and found through the
/// descriptor's list reference, which map types do not use otherwise. Never changes once it is found.
final class MapShape {
    /// Bytes of key, element and the gap between them.
    static final int SLOT_BYTES = 0;

    /// Offset of the element in its slot.
    static final int ELEM_OFFSET = 4;

    /// Bytes of a control word and eight slots.
    static final int GROUP_BYTES = 8;

    /// Type word of an array of groups; see [org.gorrery.runtime.heap.Mspan].
    static final int GROUP_WORD = 12;

    /// How keys are hashed and compared: one of the kinds below.
    static final int KEY_KIND = 16;

    /// 1 where groups hold no pointers.
    static final int NOSCAN = 20;

    /// Address of the key's type.
    static final int KEY_TYPE = 24;

    /// Bytes of a key.
    static final int KEY_BYTES = 32;

    /// Type words of header and directory.
    static final int HEADER_WORD = 40;

    static final int DIRECTORY_WORD = 44;

    private static final int BYTES = 48;

    /// Eight bytes, as memory.
    static final int KEY_64 = 0;

    /// Four bytes, as memory.
    static final int KEY_32 = 1;

    /// Strings.
    static final int KEY_STRING = 2;

    /// By descriptor.
    static final int KEY_ANY = 3;

    private MapShape() {}

    /// The shape of a map type.
    static long of(TypeTable types, long mapType) {
        int offset = Mem.ld32(mapType + TypeLayout.LIST);
        return offset != 0 ? types.at(offset) : make(types, mapType);
    }

    private static long make(TypeTable types, long mapType) {
        synchronized (types) {
            int offset = Mem.ld32(mapType + TypeLayout.LIST);
            if (offset != 0) {
                return types.at(offset);
            }
            long key = types.key(mapType);
            long elem = types.elem(mapType);
            int elemOffset = align((int) TypeTable.size(key), Mem.ld8(elem + TypeLayout.ALIGN));
            int slot =
                    align(
                            elemOffset + (int) TypeTable.size(elem),
                            Math.max(
                                    Mem.ld8(key + TypeLayout.ALIGN),
                                    Mem.ld8(elem + TypeLayout.ALIGN)));
            long shape = types.reserve(BYTES);
            Mem.st32(shape + SLOT_BYTES, slot);
            Mem.st32(shape + ELEM_OFFSET, elemOffset);
            int group = align(8 + 8 * slot, 8);
            Mem.st32(shape + GROUP_BYTES, group);
            Mem.st32(
                    shape + GROUP_WORD,
                    (int) groupType(types, mapType, key, elem, slot, elemOffset, group) | 1);
            Mem.st32(shape + KEY_KIND, kind(key));
            Mem.st32(shape + NOSCAN, TypeTable.isNoscan(key) && TypeTable.isNoscan(elem) ? 1 : 0);
            Mem.st64(shape + KEY_TYPE, key);
            Mem.st64(shape + KEY_BYTES, TypeTable.size(key));
            long firstWord = 1L << 2 * 8 / types.wordBytes();
            Mem.st32(
                    shape + HEADER_WORD,
                    (int) types.make("runtime.map", TypeTable.STRUCT, 56, new long[] {firstWord}));
            Mem.st32(
                    shape + DIRECTORY_WORD,
                    (int) types.make("runtime.mapDirectory", TypeTable.STRUCT, 32, new long[] {1})
                            | 1);
            Mem.publish();
            Mem.st32(mapType + TypeLayout.LIST, types.offsetOf(shape));
            return shape;
        }
    }

    private static int align(int n, int to) {
        return n + to - 1 & -Math.max(to, 1);
    }

    private static int kind(long key) {
        if (TypeTable.kind(key) == TypeTable.STRING_KIND) {
            return KEY_STRING;
        }
        if ((TypeTable.flags(key) & TypeLayout.FLAG_INTEGER_LIKE) == 0) {
            return KEY_ANY;
        }
        return switch ((int) TypeTable.size(key)) {
            case 8 -> KEY_64;
            case 4 -> KEY_32;
            default -> KEY_ANY;
        };
    }

    private static long groupType(
            TypeTable types,
            long mapType,
            long key,
            long elem,
            int slot,
            int elemOffset,
            int group) {
        int wordBytes = types.wordBytes();
        long[] pointers = new long[group / wordBytes / 64 + 1];
        if (!TypeTable.isNoscan(key) || !TypeTable.isNoscan(elem)) {
            for (int i = 0; i < 8; i++) {
                types.addPointers(pointers, (8 + i * slot) / wordBytes, key);
                types.addPointers(pointers, (8 + i * slot + elemOffset) / wordBytes, elem);
            }
        }
        return types.make("group of " + types.name(mapType), TypeTable.STRUCT, group, pointers);
    }
}
