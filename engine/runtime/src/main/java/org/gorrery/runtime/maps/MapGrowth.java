package org.gorrery.runtime.maps;

import org.gorrery.runtime.gc.Allocation;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;

/// Makes room in maps: a table doubles up to [#MAX_SLOTS] slots, then splits in two by the next bit of the hash, so that no insertion copies
/// more than one table. Old groups are never changed by it: iterators go on over them.
///
/// Nothing here collects garbage; the entry points do so before.
final class MapGrowth {
    /// Slots of the largest table.
    static final int MAX_SLOTS = 1024;

    private MapGrowth() {}

    /// Entries that so many groups may hold: seven eighths, or all of a single group.
    static int room(int groups) {
        return groups == 1 ? Group.SLOTS : groups * (Group.SLOTS - 1);
    }

    private static long newGroups(G g, long shape, int groups) {
        long bytes = (long) groups * Mem.ld32(shape + MapShape.GROUP_BYTES);
        boolean noscan = Mem.ld32(shape + MapShape.NOSCAN) != 0;
        return Allocation.now(g, bytes, noscan, Mem.ld32(shape + MapShape.GROUP_WORD));
    }

    /// Gives a new map its table, or its directory of tables.
    ///
    /// @param hint entries expected, more than one group holds
    static void start(G g, long shape, long map, long hint) {
        long wanted = (hint * Group.SLOTS + Group.SLOTS - 2) / (Group.SLOTS - 1);
        long slots = Long.highestOneBit(Math.max(wanted - 1, Group.SLOTS / 2)) << 1;
        if (slots <= MAX_SLOTS) {
            setTable(
                    map + MapHeader.TABLE,
                    newGroups(g, shape, (int) slots / Group.SLOTS),
                    (int) slots / Group.SLOTS);
            return;
        }
        int depth = Long.numberOfTrailingZeros(slots / MAX_SLOTS);
        long directory = newDirectory(g, shape, 1L << depth);
        Mem.st64(map + MapHeader.TABLE, directory);
        Mem.st32(map + MapHeader.TABLE + MapHeader.DEPTH, depth);
        int groups = MAX_SLOTS / Group.SLOTS;
        for (long i = 0; i < 1L << depth; i++) {
            long entry = directory + i * MapHeader.ENTRY_BYTES;
            setTable(entry, newGroups(g, shape, groups), groups);
            Mem.st32(entry + MapHeader.DEPTH, depth);
        }
    }

    private static long newDirectory(G g, long shape, long entries) {
        return Allocation.now(
                g,
                entries * MapHeader.ENTRY_BYTES,
                false,
                Mem.ld32(shape + MapShape.DIRECTORY_WORD));
    }

    private static void setTable(long entry, long groupsAt, int groups) {
        Mem.st64(entry + MapHeader.GROUPS, groupsAt);
        Mem.st32(entry + MapHeader.MASK, groups - 1);
        Mem.st32(entry + MapHeader.GROWTH_LEFT, room(groups));
    }

    /// Takes a slot for a key that the map does not hold.
    ///
    /// @return address of the slot, zeroed but for the control byte
    static long insert(G g, long shape, long map, long hash) {
        while (true) {
            long entry = MapHeader.firstEntryOf(map, hash);
            long groups = Mem.ld64(entry + MapHeader.GROUPS);
            if (groups == 0) {
                setTable(entry, newGroups(g, shape, 1), 1);
                continue;
            }
            long slot = place(shape, groups, Mem.ld32(entry + MapHeader.MASK), hash, entry);
            if (slot != 0) {
                Mem.st64(map + MapHeader.USED, Mem.ld64(map + MapHeader.USED) + 1);
                return slot;
            }
            grow(g, shape, map, entry, hash);
        }
    }

    /// Takes the first free slot on the way that a hash probes.
    ///
    /// @param entry whose room is used up by it; 0 where nobody counts
    /// @return 0 where there is none, or the table has no room left
    private static long place(long shape, long groups, int mask, long hash, long entry) {
        int groupBytes = Mem.ld32(shape + MapShape.GROUP_BYTES);
        int at = (int) (hash >>> 7) & mask;
        for (int step = 1; step <= mask + 1; step++) {
            long group = groups + (long) at * groupBytes;
            long free = Group.free(Mem.ld64(group));
            if (free != 0) {
                int slot = Group.slot(free);
                if (entry != 0 && Mem.ld8(group + slot) != Group.DELETED) {
                    int left = Mem.ld32(entry + MapHeader.GROWTH_LEFT);
                    if (left == 0) {
                        return 0;
                    }
                    Mem.st32(entry + MapHeader.GROWTH_LEFT, left - 1);
                }
                Mem.st8(group + slot, (byte) Group.tag(hash));
                return group + 8 + (long) slot * Mem.ld32(shape + MapShape.SLOT_BYTES);
            }
            at = at + step & mask;
        }
        return 0;
    }

    private static void grow(G g, long shape, long map, long entry, long hash) {
        long old = Mem.ld64(entry + MapHeader.GROUPS);
        int oldGroups = Mem.ld32(entry + MapHeader.MASK) + 1;
        int live = count(shape, old, oldGroups);
        // where deleted slots use up the room, the same size will do
        int groups = live <= room(oldGroups) / 2 ? oldGroups : 2 * oldGroups;
        if (groups * Group.SLOTS > MAX_SLOTS) {
            split(g, shape, map, entry, hash);
            return;
        }
        long fresh = newGroups(g, shape, groups);
        long seed = Mem.ld64(map + MapHeader.SEED);
        moveAll(g, shape, old, oldGroups, seed, 0, fresh, groups - 1, 0);
        int left = room(groups) - live;
        int depth = Mem.ld32(map + MapHeader.TABLE + MapHeader.DEPTH);
        int run = depth < 0 ? 0 : depth - Mem.ld32(entry + MapHeader.DEPTH);
        for (long e = entry, end = entry + ((long) MapHeader.ENTRY_BYTES << run);
                e < end;
                e += MapHeader.ENTRY_BYTES) {
            Mem.st64(e + MapHeader.GROUPS, fresh);
            Mem.st32(e + MapHeader.MASK, groups - 1);
            Mem.st32(e + MapHeader.GROWTH_LEFT, left);
            if (depth < 0) {
                return;
            }
        }
    }

    private static int count(long shape, long groups, int n) {
        int groupBytes = Mem.ld32(shape + MapShape.GROUP_BYTES);
        int live = 0;
        for (int i = 0; i < n; i++) {
            live += Long.bitCount(Group.full(Mem.ld64(groups + (long) i * groupBytes)));
        }
        return live;
    }

    /// Copies all entries to other groups: to the low ones, or by a bit of the hash to the high ones.
    ///
    /// @param bit 0 where all go to the low ones
    /// @return how many went to the low ones
    private static int moveAll(
            G g,
            long shape,
            long from,
            int fromGroups,
            long seed,
            long bit,
            long low,
            int mask,
            long high) {
        int groupBytes = Mem.ld32(shape + MapShape.GROUP_BYTES);
        int slotBytes = Mem.ld32(shape + MapShape.SLOT_BYTES);
        int toLow = 0;
        for (int i = 0; i < fromGroups; i++) {
            long group = from + (long) i * groupBytes;
            for (long full = Group.full(Mem.ld64(group)); full != 0; full &= full - 1) {
                long slot = group + 8 + (long) Group.slot(full) * slotBytes;
                long hash = MapLookup.hash(g, shape, slot, seed);
                boolean up = (hash & bit) != 0;
                toLow += up ? 0 : 1;
                Mem.copy(slot, place(shape, up ? high : low, mask, hash, 0), slotBytes);
            }
        }
        return toLow;
    }

    private static void split(G g, long shape, long map, long entry, long hash) {
        int n = MAX_SLOTS / Group.SLOTS;
        long old = Mem.ld64(entry + MapHeader.GROUPS);
        int oldGroups = Mem.ld32(entry + MapHeader.MASK) + 1;
        int live = count(shape, old, oldGroups);
        boolean single = Mem.ld32(map + MapHeader.TABLE + MapHeader.DEPTH) < 0;
        int depth = single ? 0 : Mem.ld32(entry + MapHeader.DEPTH);
        long low = newGroups(g, shape, n);
        long high = newGroups(g, shape, n);
        long seed = Mem.ld64(map + MapHeader.SEED);
        int toLow = moveAll(g, shape, old, oldGroups, seed, 1L << 63 - depth, low, n - 1, high);
        if (single || depth == Mem.ld32(map + MapHeader.TABLE + MapHeader.DEPTH)) {
            doubleDirectory(g, shape, map, single);
        }
        long first = MapHeader.firstEntryOf(map, hash);
        int run = 1 << Mem.ld32(map + MapHeader.TABLE + MapHeader.DEPTH) - depth - 1;
        fill(first, run, depth + 1, low, n, toLow);
        fill(first + (long) run * MapHeader.ENTRY_BYTES, run, depth + 1, high, n, live - toLow);
    }

    private static void fill(long entry, int run, int depth, long groups, int n, int live) {
        for (int i = 0; i < run; i++) {
            long e = entry + (long) i * MapHeader.ENTRY_BYTES;
            setTable(e, groups, n);
            Mem.st32(e + MapHeader.DEPTH, depth);
            Mem.st32(e + MapHeader.GROWTH_LEFT, room(n) - live);
        }
    }

    private static void doubleDirectory(G g, long shape, long map, boolean single) {
        long table = map + MapHeader.TABLE;
        int depth = single ? 0 : Mem.ld32(table + MapHeader.DEPTH);
        long old = single ? table : Mem.ld64(table);
        long directory = newDirectory(g, shape, 2L << depth);
        for (long i = 0; i < 1L << depth; i++) {
            long from = old + i * MapHeader.ENTRY_BYTES;
            long to = directory + 2 * i * MapHeader.ENTRY_BYTES;
            Mem.copy(from, to, MapHeader.GROWTH_LEFT + 4);
            Mem.copy(from, to + MapHeader.ENTRY_BYTES, MapHeader.GROWTH_LEFT + 4);
        }
        if (single) {
            Mem.st32(directory + MapHeader.DEPTH, 0);
            Mem.st32(directory + MapHeader.ENTRY_BYTES + MapHeader.DEPTH, 0);
        }
        Mem.st64(table, directory);
        Mem.st32(table + MapHeader.MASK, 0);
        Mem.st32(table + MapHeader.DEPTH, depth + 1);
    }
}
