package org.gorrery.runtime.maps;

import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.iface.GoHash;
import org.gorrery.runtime.iface.Ifaces;
import org.gorrery.runtime.memory.Bytes;
import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;

/// Finding keys, by kind of key. All answer the address of the slot, or 0; the map is not nil.
///
/// Groups are probed in triangular steps until one with an empty slot shows that the key is nowhere. One method for each kind, since the
/// comparison stands in the innermost loop (codegen.md §14).
final class MapLookup {
    private MapLookup() {}

    static void checkRead(long map) {
        if (Mem.ld32(map + MapHeader.WRITING) != 0) {
            throw new ConcurrentMapException("concurrent map read and map write");
        }
    }

    static long find64(long map, long key, long hash) {
        long entry = MapHeader.entryOf(map, hash);
        long groups = Mem.ld64(entry + MapHeader.GROUPS);
        int mask = Mem.ld32(entry + MapHeader.MASK);
        int groupBytes = Mem.ld32(map + MapHeader.GROUP_BYTES);
        int slotBytes = Mem.ld32(map + MapHeader.SLOT_BYTES);
        long pattern = Group.pattern(hash);
        int at = (int) (hash >>> 7) & mask;
        for (int step = 1; ; step++) {
            long group = groups + (long) at * groupBytes;
            long control = Mem.ld64(group);
            for (long m = Group.match(control, pattern); m != 0; m &= m - 1) {
                long slot = group + 8 + (long) Group.slot(m) * slotBytes;
                if (Mem.ld64(slot) == key) {
                    return slot;
                }
            }
            if (Group.hasEmpty(control) || step > mask) {
                return 0;
            }
            at = at + step & mask;
        }
    }

    static long find32(long map, int key, long hash) {
        long entry = MapHeader.entryOf(map, hash);
        long groups = Mem.ld64(entry + MapHeader.GROUPS);
        int mask = Mem.ld32(entry + MapHeader.MASK);
        int groupBytes = Mem.ld32(map + MapHeader.GROUP_BYTES);
        int slotBytes = Mem.ld32(map + MapHeader.SLOT_BYTES);
        long pattern = Group.pattern(hash);
        int at = (int) (hash >>> 7) & mask;
        for (int step = 1; ; step++) {
            long group = groups + (long) at * groupBytes;
            long control = Mem.ld64(group);
            for (long m = Group.match(control, pattern); m != 0; m &= m - 1) {
                long slot = group + 8 + (long) Group.slot(m) * slotBytes;
                if (Mem.ld32(slot) == key) {
                    return slot;
                }
            }
            if (Group.hasEmpty(control) || step > mask) {
                return 0;
            }
            at = at + step & mask;
        }
    }

    static long findString(GoMemory memory, long map, long p, long n, long hash) {
        long entry = MapHeader.entryOf(map, hash);
        long groups = Mem.ld64(entry + MapHeader.GROUPS);
        int mask = Mem.ld32(entry + MapHeader.MASK);
        int groupBytes = Mem.ld32(map + MapHeader.GROUP_BYTES);
        int slotBytes = Mem.ld32(map + MapHeader.SLOT_BYTES);
        long pattern = Group.pattern(hash);
        int at = (int) (hash >>> 7) & mask;
        for (int step = 1; ; step++) {
            long group = groups + (long) at * groupBytes;
            long control = Mem.ld64(group);
            for (long m = Group.match(control, pattern); m != 0; m &= m - 1) {
                long slot = group + 8 + (long) Group.slot(m) * slotBytes;
                if (memory.loadInt(slot + memory.wordBytes) == n
                        && Bytes.equal(memory.loadPointer(slot), p, n)) {
                    return slot;
                }
            }
            if (Group.hasEmpty(control) || step > mask) {
                return 0;
            }
            at = at + step & mask;
        }
    }

    private static long findAny(Ifaces ifaces, long map, long keyType, long key, long hash) {
        long entry = MapHeader.entryOf(map, hash);
        long groups = Mem.ld64(entry + MapHeader.GROUPS);
        int mask = Mem.ld32(entry + MapHeader.MASK);
        int groupBytes = Mem.ld32(map + MapHeader.GROUP_BYTES);
        int slotBytes = Mem.ld32(map + MapHeader.SLOT_BYTES);
        long pattern = Group.pattern(hash);
        int at = (int) (hash >>> 7) & mask;
        for (int step = 1; ; step++) {
            long group = groups + (long) at * groupBytes;
            long control = Mem.ld64(group);
            for (long m = Group.match(control, pattern); m != 0; m &= m - 1) {
                long slot = group + 8 + (long) Group.slot(m) * slotBytes;
                if (ifaces.equality().equal(keyType, slot, key)) {
                    return slot;
                }
            }
            if (Group.hasEmpty(control) || step > mask) {
                return 0;
            }
            at = at + step & mask;
        }
    }

    /// The slot of a key in memory, whatever its kind; the hash is that of [#hash].
    static long find(G g, long shape, long map, long key, long hash) {
        return switch (Mem.ld32(shape + MapShape.KEY_KIND)) {
            case MapShape.KEY_64 -> find64(map, Mem.ld64(key), hash);
            case MapShape.KEY_32 -> find32(map, Mem.ld32(key), hash);
            case MapShape.KEY_STRING -> {
                GoMemory memory = g.p.mcache.heap().memory();
                yield findString(
                        memory,
                        map,
                        memory.loadPointer(key),
                        memory.loadInt(key + memory.wordBytes),
                        hash);
            }
            default -> findAny(Ifaces.of(g), map, Mem.ld64(shape + MapShape.KEY_TYPE), key, hash);
        };
    }

    /// Hash of a key in memory.
    static long hash(G g, long shape, long key, long seed) {
        return switch (Mem.ld32(shape + MapShape.KEY_KIND)) {
            case MapShape.KEY_64 -> GoHash.of64(Mem.ld64(key), seed);
            case MapShape.KEY_32 -> GoHash.of32(Mem.ld32(key), seed);
            case MapShape.KEY_STRING -> {
                GoMemory memory = g.p.mcache.heap().memory();
                yield GoHash.ofBytes(
                        memory.loadPointer(key), memory.loadInt(key + memory.wordBytes), seed);
            }
            default ->
                    Ifaces.of(g)
                            .hash()
                            .of(Mem.ld64(shape + MapShape.KEY_TYPE), key, seed, random64(g));
        };
    }

    static long random64(G g) {
        return (long) g.p.random() << 32 | g.p.random() & 0xffff_ffffL;
    }

    /// The shape of a map type in the run of a goroutine.
    static long shape(G g, long mapType) {
        TypeTable types = g.p.mcache.heap().types();
        return MapShape.of(types, mapType);
    }
}
