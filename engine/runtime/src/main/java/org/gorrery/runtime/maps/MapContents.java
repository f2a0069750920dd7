package org.gorrery.runtime.maps;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.runtime.memory.Mem;

/// The entries of a map of a program that stands still, for who looks at it from outside.
public final class MapContents {
    /// Addresses of a key and of its element.
    public record Entry(long key, long elem) {}

    /// Whether memory may be read.
    @FunctionalInterface
    public interface Readable {
        /// Whether `bytes` bytes from `address` on are the program's.
        boolean test(long address, long bytes);
    }

    private MapContents() {}

    /// Entries in the order in which they lie, `most` at most. What is no map, as a wild pointer's target, has none.
    public static List<Entry> entries(long map, int most, Readable readable) {
        var out = new ArrayList<Entry>();
        if (!readable.test(map, MapHeader.BYTES)) {
            return out;
        }
        int depth = Mem.ld32(map + MapHeader.TABLE + MapHeader.DEPTH);
        if (depth < 0) {
            table(map, map + MapHeader.TABLE, most, readable, out);
            return out;
        }
        long directory = Mem.ld64(map + MapHeader.TABLE);
        for (long i = 0; i < 1L << depth && out.size() < most; ) {
            long entry = directory + i * MapHeader.ENTRY_BYTES;
            if (!readable.test(entry, MapHeader.ENTRY_BYTES)) {
                return out;
            }
            table(map, entry, most, readable, out);
            i += 1L << Math.max(0, depth - Mem.ld32(entry + MapHeader.DEPTH)); // all of one table
        }
        return out;
    }

    private static void table(long map, long entry, int most, Readable readable, List<Entry> out) {
        long groups = Mem.ld64(entry + MapHeader.GROUPS);
        int groupBytes = Mem.ld32(map + MapHeader.GROUP_BYTES);
        int slotBytes = Mem.ld32(map + MapHeader.SLOT_BYTES);
        int elem = Mem.ld32(map + MapHeader.ELEM_OFFSET);
        for (int i = 0; i <= Mem.ld32(entry + MapHeader.MASK); i++) {
            long group = groups + (long) i * groupBytes;
            if (!readable.test(group, groupBytes)) {
                return;
            }
            for (long full = Group.full(Mem.ld64(group)); full != 0; full &= full - 1) {
                if (out.size() == most) {
                    return;
                }
                long slot = group + 8 + (long) Group.slot(full) * slotBytes;
                out.add(new Entry(slot, slot + elem));
            }
        }
    }
}
