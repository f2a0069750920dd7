package org.gorrery.runtime.maps;

import org.gorrery.abi.FrameLayout;
import org.gorrery.runtime.iface.Ifaces;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;

/// Iteration over a map, whose state lies in the frame of the function that iterates: host words, each a root of the collector if it is a pointer.
///
/// Tables are visited in the order of the hash prefixes they stand for, from a random one on and round to it again; slots from a random
/// one on. A table that grows or splits meanwhile is finished from the groups it had (they are never changed any more), each key being
/// looked up in the map as it is now: deleted ones are left out, elements are the current ones. Since the prefixes that a table stood for are passed as
/// a whole, what it was split into is not visited again. So each entry that was there all along comes exactly once.
public final class MapIterator {
    /// Address of the key, 0 at the end.
    private static final int KEY = 0;

    private static final int ELEM = 8;
    private static final int MAP = 16;
    private static final int TYPE = 24;

    /// Groups of the table being visited, as they were when its turn came; 0 between tables.
    private static final int GROUPS = 32;

    private static final int MASK = 40;

    /// Groups done, and slots done in the one at hand.
    private static final int GROUP_COUNT = 48;

    private static final int SLOT_COUNT = 56;

    /// Where it starts in each table.
    private static final int OFFSET = 64;

    /// Hash prefix of the table being visited, and of the first one.
    private static final int PREFIX = 72;

    private static final int START = 80;

    /// Depth of the table being visited when its turn came; 0 for a single one.
    private static final int DEPTH = 88;

    private static final int CLEARS = 96;

    private MapIterator() {}

    /// Moves to the first entry.
    public static void init(G g, long mapType, long map, long it) {
        Mem.clear(it, FrameLayout.MAP_ITER_BYTES);
        if (GoMap.length(map) == 0) {
            return;
        }
        Mem.st64(it + MAP, map);
        Mem.st64(it + TYPE, mapType);
        Mem.st64(it + OFFSET, MapLookup.random64(g));
        Mem.st64(it + CLEARS, Mem.ld32(map + MapHeader.CLEARS));
        long prefix = MapLookup.random64(g);
        enter(it, map, prefix);
        int depth = (int) Mem.ld64(it + DEPTH);
        prefix = depth == 0 ? 0 : prefix >>> 64 - depth << 64 - depth;
        Mem.st64(it + PREFIX, prefix);
        Mem.st64(it + START, prefix);
        next(g, it);
    }

    /// Begins with the table that a hash belongs to now.
    private static void enter(long it, long map, long hash) {
        long entry = MapHeader.entryOf(map, hash);
        Mem.st64(it + GROUPS, Mem.ld64(entry + MapHeader.GROUPS));
        Mem.st64(it + MASK, Mem.ld32(entry + MapHeader.MASK));
        Mem.st64(it + DEPTH, Math.max(0, Mem.ld32(entry + MapHeader.DEPTH)));
        Mem.st64(it + GROUP_COUNT, 0);
        Mem.st64(it + SLOT_COUNT, 0);
    }

    /// Moves to the next entry.
    public static void next(G g, long it) {
        long map = Mem.ld64(it + MAP);
        if (Mem.ld32(map + MapHeader.WRITING) != 0) {
            throw new ConcurrentMapException("concurrent map iteration and map write");
        }
        while (true) {
            if (nextInTable(g, it, map)) {
                return;
            }
            int depth = (int) Mem.ld64(it + DEPTH);
            long prefix =
                    depth == 0 ? Mem.ld64(it + START) : Mem.ld64(it + PREFIX) + (1L << 64 - depth);
            if (prefix == Mem.ld64(it + START)) {
                Mem.st64(it + KEY, 0);
                Mem.st64(it + ELEM, 0);
                return;
            }
            Mem.st64(it + PREFIX, prefix);
            enter(it, map, prefix);
        }
    }

    private static boolean nextInTable(G g, long it, long map) {
        long groups = Mem.ld64(it + GROUPS);
        long mask = Mem.ld64(it + MASK);
        long offset = Mem.ld64(it + OFFSET);
        int first = (int) offset & 7;
        int groupBytes = Mem.ld32(map + MapHeader.GROUP_BYTES);
        int slotBytes = Mem.ld32(map + MapHeader.SLOT_BYTES);
        int slots = (int) Mem.ld64(it + SLOT_COUNT);
        for (long done = Mem.ld64(it + GROUP_COUNT); done <= mask; done++) {
            long group = groups + (done + (offset >>> 8) & mask) * groupBytes;
            while (slots < 8) {
                // full slots in the order of this iteration, those done left out
                long full =
                        Long.rotateRight(Group.full(Mem.ld64(group)), 8 * first) & -1L << 8 * slots;
                if (full == 0) {
                    break;
                }
                int step = Group.slot(full);
                slots = step + 1;
                long slot = group + 8 + (long) (step + first & 7) * slotBytes;
                if (take(g, it, map, slot, groups)) {
                    Mem.st64(it + GROUP_COUNT, done);
                    Mem.st64(it + SLOT_COUNT, slots);
                    return true;
                }
            }
            slots = 0;
        }
        return false;
    }

    /// Makes a slot the current entry, if its key is still in the map.
    private static boolean take(G g, long it, long map, long slot, long groups) {
        long elem = slot + Mem.ld32(map + MapHeader.ELEM_OFFSET);
        if (Mem.ld64(MapHeader.entryOf(map, Mem.ld64(it + PREFIX)) + MapHeader.GROUPS) != groups) {
            long shape = MapLookup.shape(g, Mem.ld64(it + TYPE));
            long hash = MapLookup.hash(g, shape, slot, Mem.ld64(map + MapHeader.SEED));
            long now = GoMap.length(map) == 0 ? 0 : MapLookup.find(g, shape, map, slot, hash);
            if (now != 0) {
                elem = now + Mem.ld32(map + MapHeader.ELEM_OFFSET);
                slot = now;
            } else if (!isLasting(g, it, shape, map, slot)) {
                return false;
            }
        }
        Mem.st64(it + KEY, slot);
        Mem.st64(it + ELEM, elem);
        return true;
    }

    /// A key that is not equal to itself cannot be deleted, only cleared.
    private static boolean isLasting(G g, long it, long shape, long map, long key) {
        return Mem.ld32(shape + MapShape.KEY_KIND) == MapShape.KEY_ANY
                && Mem.ld32(map + MapHeader.CLEARS) == Mem.ld64(it + CLEARS)
                && !Ifaces.of(g).equality().equal(Mem.ld64(shape + MapShape.KEY_TYPE), key, key);
    }
}
