package org.gorrery.runtime.iface;

import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.TypeLayout;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.Mem;

/// Finds the method table of a pair of interface and concrete type. The compiler knows all pairs that can come together, so there is nothing to
/// build at run time: a pair that is not found does not implement. Never changes after it is made.
public final class ItabTable {
    private final long[] keys;
    private final int[] itabs;
    private final int mask;
    private final long base;
    private final TypeTable types;

    /// The tables of a loaded program.
    ///
    /// @param bytes of all itabs
    public ItabTable(AddressLayout layout, TypeTable types, int bytes) {
        this.base = layout.itabs();
        this.types = types;
        int count = bytes / AddressLayout.ITAB_BYTES;
        int capacity = Integer.highestOneBit(Math.max(count, 4)) << 2;
        this.keys = new long[capacity];
        this.itabs = new int[capacity];
        this.mask = capacity - 1;
        for (int i = 0; i < count; i++) {
            add(i);
        }
    }

    private void add(int index) {
        long itab = base + (long) index * AddressLayout.ITAB_BYTES;
        int inter = Mem.ld32(itab + TypeLayout.ITAB_INTER);
        int type = Mem.ld32(itab + TypeLayout.ITAB_TYPE);
        if (type == 0) {
            return;
        }
        long key = key(inter, type);
        int at = slot(key);
        while (keys[at] != 0) {
            at = at + 1 & mask;
        }
        keys[at] = key;
        itabs[at] = index;
    }

    private static long key(int inter, int type) {
        return (long) inter << 32 | type & 0xffff_ffffL;
    }

    private int slot(long key) {
        return (int) (key * 0x9e37_79b9_7f4a_7c15L >>> 40) & mask;
    }

    /// The itab, or 0 where the type does not implement the interface or is nil. For interfaces without methods the type itself.
    public long find(long inter, long type) {
        if (type == 0 || TypeTable.aux(inter) == 0) {
            return type;
        }
        // A named interface refers to the unnamed one, by which tables are kept.
        int unnamed = Mem.ld32(inter + TypeLayout.ELEM);
        long key = key(unnamed == 0 ? types.offsetOf(inter) : unnamed, types.offsetOf(type));
        for (int at = slot(key); keys[at] != 0; at = at + 1 & mask) {
            if (keys[at] == key) {
                return base + (long) itabs[at] * AddressLayout.ITAB_BYTES;
            }
        }
        return 0;
    }
}
