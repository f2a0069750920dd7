package org.gorrery.runtime.maps;

import org.gorrery.runtime.memory.Mem;

/// Offsets in the object that a Go map value points to, and in a table entry.
///
/// A map with one table has that table's entry in the header; a larger one has a directory of 2^depth entries, chosen by the top bits of the
/// hash. All numbers and pointers are host words on every target. Source of the scheme: Go runtime, `internal/runtime/maps`.
final class MapHeader {
    /// u64: entries in the map.
    static final int USED = 0;

    /// u64: seed of its hashes.
    static final int SEED = 8;

    /// The entry of the only table, or the pointer to the directory.
    static final int TABLE = 16;

    /// i32: times it was cleared.
    static final int CLEARS = 36;

    /// i32 each, copied from the shape: one load less on lookups.
    static final int SLOT_BYTES = 40;

    static final int GROUP_BYTES = 44;
    static final int ELEM_OFFSET = 48;

    /// i32: 1 while a goroutine writes.
    static final int WRITING = 52;

    static final int BYTES = 56;

    // A table entry.

    /// Pointer to the groups; 0 while there are none.
    static final int GROUPS = 0;

    /// i32: number of groups - 1.
    static final int MASK = 8;

    /// i32: bits of the hash that all keys of the table share; in the header's entry -1, or the directory's depth.
    static final int DEPTH = 12;

    /// i32: free slots that may still be filled; valid in the first entry of a table.
    static final int GROWTH_LEFT = 16;

    static final int ENTRY_BYTES = 32;

    /// Depth of a map with one table.
    static final int SINGLE = -1;

    private MapHeader() {}

    /// The entry of the table that a hash belongs to.
    static long entryOf(long map, long hash) {
        int depth = Mem.ld32(map + TABLE + DEPTH);
        if (depth < 0) {
            return map + TABLE;
        }
        return Mem.ld64(map + TABLE) + (hash >>> 64 - depth) * ENTRY_BYTES;
    }

    /// The first entry of the table that a hash belongs to: it holds what changes.
    static long firstEntryOf(long map, long hash) {
        int depth = Mem.ld32(map + TABLE + DEPTH);
        if (depth < 0) {
            return map + TABLE;
        }
        long directory = Mem.ld64(map + TABLE);
        long i = hash >>> 64 - depth;
        int spread = depth - Mem.ld32(directory + i * ENTRY_BYTES + DEPTH);
        return directory + (i >>> spread << spread) * ENTRY_BYTES;
    }
}
