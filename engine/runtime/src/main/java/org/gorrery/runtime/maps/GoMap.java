package org.gorrery.runtime.maps;

import org.gorrery.runtime.gc.Allocation;
import org.gorrery.runtime.iface.GoHash;
import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;

/// Go maps: Swiss tables in simulated memory (`internal/runtime/maps` has the scheme), one method per operation and kind of key.
///
/// A map value is the address of its header ([MapHeader]), 0 for nil. Results are addresses of elements, valid until the map changes.
/// Before any of the writing operations the caller has collected garbage if that was due, so that nothing moves in between.
public final class GoMap {
    private GoMap() {}

    /// A new map.
    ///
    /// @param hint entries expected; only a hint
    public static long make(G g, long mapType, long hint) {
        long shape = MapLookup.shape(g, mapType);
        long map =
                Allocation.now(g, MapHeader.BYTES, false, Mem.ld32(shape + MapShape.HEADER_WORD));
        Mem.st64(map + MapHeader.SEED, MapLookup.random64(g));
        Mem.st32(map + MapHeader.TABLE + MapHeader.DEPTH, MapHeader.SINGLE);
        Mem.st32(map + MapHeader.SLOT_BYTES, Mem.ld32(shape + MapShape.SLOT_BYTES));
        Mem.st32(map + MapHeader.GROUP_BYTES, Mem.ld32(shape + MapShape.GROUP_BYTES));
        Mem.st32(map + MapHeader.ELEM_OFFSET, Mem.ld32(shape + MapShape.ELEM_OFFSET));
        long slot = Math.max(Mem.ld32(shape + MapShape.SLOT_BYTES), 1);
        if (hint > Group.SLOTS && hint <= Allocation.maxBytes(g) / slot) {
            MapGrowth.start(g, shape, map, hint);
        }
        return map;
    }

    /// Number of entries.
    public static long length(long map) {
        return map == 0 ? 0 : Mem.ld64(map + MapHeader.USED);
    }

    private static boolean isEmpty(long map) {
        return map == 0 || Mem.ld64(map + MapHeader.USED) == 0;
    }

    private static long elem(long map, long slot) {
        return slot == 0 ? 0 : slot + Mem.ld32(map + MapHeader.ELEM_OFFSET);
    }

    /// The element of an 8-byte key, or 0.
    public static long access64(long map, long key) {
        if (isEmpty(map)) {
            return 0;
        }
        MapLookup.checkRead(map);
        return elem(
                map, MapLookup.find64(map, key, GoHash.of64(key, Mem.ld64(map + MapHeader.SEED))));
    }

    /// The element of a 4-byte key, or 0.
    public static long access32(long map, int key) {
        if (isEmpty(map)) {
            return 0;
        }
        MapLookup.checkRead(map);
        return elem(
                map, MapLookup.find32(map, key, GoHash.of32(key, Mem.ld64(map + MapHeader.SEED))));
    }

    /// The element of a string, or 0.
    public static long accessString(G g, long map, long p, long n) {
        if (isEmpty(map)) {
            return 0;
        }
        MapLookup.checkRead(map);
        long hash = GoHash.ofBytes(p, n, Mem.ld64(map + MapHeader.SEED));
        return elem(map, MapLookup.findString(g.p.mcache.heap().memory(), map, p, n, hash));
    }

    /// The element of a key in memory, or 0. A key that cannot be hashed panics even where the map is empty.
    public static long access(G g, long mapType, long map, long key) {
        return elem(map, slotOf(g, MapLookup.shape(g, mapType), map, key));
    }

    private static long slotOf(G g, long shape, long map, long key) {
        if (isEmpty(map)) {
            if (Mem.ld32(shape + MapShape.KEY_KIND) == MapShape.KEY_ANY) {
                MapLookup.hash(g, shape, key, 0);
            }
            return 0;
        }
        MapLookup.checkRead(map);
        long hash = MapLookup.hash(g, shape, key, Mem.ld64(map + MapHeader.SEED));
        return MapLookup.find(g, shape, map, key, hash);
    }

    private static void beginWrite(long map) {
        if (Mem.ld32(map + MapHeader.WRITING) != 0) {
            throw new ConcurrentMapException("concurrent map writes");
        }
        Mem.st32(map + MapHeader.WRITING, 1);
    }

    private static void endWrite(long map) {
        if (Mem.ld32(map + MapHeader.WRITING) == 0) {
            throw new ConcurrentMapException("concurrent map writes");
        }
        Mem.st32(map + MapHeader.WRITING, 0);
    }

    private static boolean hasTable(long map) {
        return Mem.ld64(map + MapHeader.TABLE) != 0;
    }

    /// The element for an 8-byte key, made if it is missing.
    public static long assign64(G g, long mapType, long map, long key) {
        beginWrite(map);
        long hash = GoHash.of64(key, Mem.ld64(map + MapHeader.SEED));
        long slot = hasTable(map) ? MapLookup.find64(map, key, hash) : 0;
        if (slot == 0) {
            slot = MapGrowth.insert(g, MapLookup.shape(g, mapType), map, hash);
            Mem.st64(slot, key);
        }
        endWrite(map);
        return slot + Mem.ld32(map + MapHeader.ELEM_OFFSET);
    }

    /// The element for a 4-byte key, made if it is missing.
    public static long assign32(G g, long mapType, long map, int key) {
        beginWrite(map);
        long hash = GoHash.of32(key, Mem.ld64(map + MapHeader.SEED));
        long slot = hasTable(map) ? MapLookup.find32(map, key, hash) : 0;
        if (slot == 0) {
            slot = MapGrowth.insert(g, MapLookup.shape(g, mapType), map, hash);
            Mem.st32(slot, key);
        }
        endWrite(map);
        return slot + Mem.ld32(map + MapHeader.ELEM_OFFSET);
    }

    /// The element for a string, made if it is missing. The map keeps the new string in either case, so that the old one's memory may go.
    public static long assignString(G g, long mapType, long map, long p, long n) {
        beginWrite(map);
        GoMemory memory = g.p.mcache.heap().memory();
        long hash = GoHash.ofBytes(p, n, Mem.ld64(map + MapHeader.SEED));
        long slot = hasTable(map) ? MapLookup.findString(memory, map, p, n, hash) : 0;
        if (slot == 0) {
            slot = MapGrowth.insert(g, MapLookup.shape(g, mapType), map, hash);
            memory.storeInt(slot + memory.wordBytes, n);
        }
        memory.storePointer(slot, p);
        endWrite(map);
        return slot + Mem.ld32(map + MapHeader.ELEM_OFFSET);
    }

    /// The element for a key in memory, made if it is missing. Keys that are equal but differ, such as +0 and -0, are overwritten.
    public static long assign(G g, long mapType, long map, long key) {
        long shape = MapLookup.shape(g, mapType);
        long hash = MapLookup.hash(g, shape, key, Mem.ld64(map + MapHeader.SEED));
        beginWrite(map);
        long slot = hasTable(map) ? MapLookup.find(g, shape, map, key, hash) : 0;
        if (slot == 0) {
            slot = MapGrowth.insert(g, shape, map, hash);
        }
        Mem.copy(key, slot, Mem.ld64(shape + MapShape.KEY_BYTES));
        endWrite(map);
        return slot + Mem.ld32(map + MapHeader.ELEM_OFFSET);
    }

    /// Removes an 8-byte key.
    public static void delete64(long map, long key) {
        if (isEmpty(map)) {
            return;
        }
        beginWrite(map);
        long hash = GoHash.of64(key, Mem.ld64(map + MapHeader.SEED));
        remove(map, hash, MapLookup.find64(map, key, hash));
        endWrite(map);
    }

    /// Removes a 4-byte key.
    public static void delete32(long map, int key) {
        if (isEmpty(map)) {
            return;
        }
        beginWrite(map);
        long hash = GoHash.of32(key, Mem.ld64(map + MapHeader.SEED));
        remove(map, hash, MapLookup.find32(map, key, hash));
        endWrite(map);
    }

    /// Removes a string.
    public static void deleteString(G g, long map, long p, long n) {
        if (isEmpty(map)) {
            return;
        }
        beginWrite(map);
        long hash = GoHash.ofBytes(p, n, Mem.ld64(map + MapHeader.SEED));
        remove(map, hash, MapLookup.findString(g.p.mcache.heap().memory(), map, p, n, hash));
        endWrite(map);
    }

    /// Removes a key in memory.
    public static void delete(G g, long mapType, long map, long key) {
        long shape = MapLookup.shape(g, mapType);
        if (isEmpty(map)) {
            slotOf(g, shape, map, key); // panics where the key cannot be hashed
            return;
        }
        long hash = MapLookup.hash(g, shape, key, Mem.ld64(map + MapHeader.SEED));
        beginWrite(map);
        remove(map, hash, MapLookup.find(g, shape, map, key, hash));
        endWrite(map);
    }

    /// Empties a slot. It may become empty for good only where its group has shown every probe for other keys an empty slot all along.
    private static void remove(long map, long hash, long slot) {
        if (slot == 0) {
            return;
        }
        int slotBytes = Mem.ld32(map + MapHeader.SLOT_BYTES);
        int groupBytes = Mem.ld32(map + MapHeader.GROUP_BYTES);
        long entry = MapHeader.firstEntryOf(map, hash);
        long groups = Mem.ld64(entry + MapHeader.GROUPS);
        long group = groups + (slot - groups) / groupBytes * groupBytes;
        int index = slotBytes == 0 ? firstFull(group) : (int) ((slot - group - 8) / slotBytes);
        Mem.clear(slot, slotBytes);
        if (Group.hasEmpty(Mem.ld64(group)) || Mem.ld32(entry + MapHeader.MASK) == 0) {
            Mem.st8(group + index, (byte) 0);
            Mem.st32(entry + MapHeader.GROWTH_LEFT, Mem.ld32(entry + MapHeader.GROWTH_LEFT) + 1);
        } else {
            Mem.st8(group + index, (byte) Group.DELETED);
        }
        Mem.st64(map + MapHeader.USED, Mem.ld64(map + MapHeader.USED) - 1);
    }

    /// The only key of size zero.
    private static int firstFull(long group) {
        return Group.slot(Group.full(Mem.ld64(group)));
    }

    /// Removes all entries; the tables stay.
    public static void clear(G g, long map) {
        if (isEmpty(map)) {
            return;
        }
        beginWrite(map);
        int depth = Mem.ld32(map + MapHeader.TABLE + MapHeader.DEPTH);
        int groupBytes = Mem.ld32(map + MapHeader.GROUP_BYTES);
        if (depth < 0) {
            clearTable(map + MapHeader.TABLE, 1, groupBytes);
        } else {
            long directory = Mem.ld64(map + MapHeader.TABLE);
            for (long i = 0; i < 1L << depth; ) {
                long entry = directory + i * MapHeader.ENTRY_BYTES;
                long run = 1L << depth - Mem.ld32(entry + MapHeader.DEPTH);
                clearTable(entry, run, groupBytes);
                i += run;
            }
        }
        Mem.st64(map + MapHeader.USED, 0);
        Mem.st32(map + MapHeader.CLEARS, Mem.ld32(map + MapHeader.CLEARS) + 1);
        Mem.st64(map + MapHeader.SEED, MapLookup.random64(g));
        endWrite(map);
    }

    private static void clearTable(long entry, long run, int groupBytes) {
        int groups = Mem.ld32(entry + MapHeader.MASK) + 1;
        Mem.clear(Mem.ld64(entry + MapHeader.GROUPS), (long) groups * groupBytes);
        for (long i = 0; i < run; i++) {
            Mem.st32(
                    entry + i * MapHeader.ENTRY_BYTES + MapHeader.GROWTH_LEFT,
                    MapGrowth.room(groups));
        }
    }
}
