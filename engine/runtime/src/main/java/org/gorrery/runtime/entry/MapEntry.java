package org.gorrery.runtime.entry;

import org.gorrery.runtime.gc.Allocation;
import org.gorrery.runtime.iface.UncomparableException;
import org.gorrery.runtime.maps.ConcurrentMapException;
import org.gorrery.runtime.maps.GoMap;
import org.gorrery.runtime.maps.MapIterator;
import org.gorrery.runtime.sched.G;

/// Maps, as generated code calls them ([org.gorrery.abi.Entry]). Those that may allocate collect first, if that is due, and then not until they return.
public final class MapEntry {
    private MapEntry() {}

    private static void beforeWrite(G g, long sp, long map, long key) {
        g.sp = sp;
        if (map == 0) {
            throw Faults.plain(g, sp, "assignment to entry in nil map");
        }
        Allocation.collectIfDue(g, sp, map, key);
    }

    /// A new map.
    public static long makemap(G g, long sp, long type, long hint) {
        g.sp = sp;
        Allocation.collectIfDue(g, sp, 0);
        return GoMap.make(g, type, hint);
    }

    /// The element of a key, or 0.
    public static long mapaccess(G g, long sp, long type, long map, long key) {
        try {
            return GoMap.access(g, type, map, key);
        } catch (ConcurrentMapException e) {
            throw Faults.ending(g, sp, e.text());
        } catch (UncomparableException e) {
            throw unhashable(g, sp, map, e);
        }
    }

    /// An empty map hashes no key, so it refuses one in words of its own.
    private static RuntimeException unhashable(G g, long sp, long map, UncomparableException e) {
        return map == 0 || GoMap.length(map) == 0
                ? Faults.plain(g, sp, e.text().replaceFirst(" type ", " type: "))
                : Faults.raise(g, sp, e.text());
    }

    /// The element of an 8-byte key, or 0.
    public static long mapaccess64(G g, long sp, long type, long map, long key) {
        try {
            return GoMap.access64(map, key);
        } catch (ConcurrentMapException e) {
            throw Faults.ending(g, sp, e.text());
        }
    }

    /// The element of a 4-byte key, or 0.
    public static long mapaccess32(G g, long sp, long type, long map, int key) {
        try {
            return GoMap.access32(map, key);
        } catch (ConcurrentMapException e) {
            throw Faults.ending(g, sp, e.text());
        }
    }

    /// The element of a string, or 0.
    public static long mapaccessStr(G g, long sp, long type, long map, long p, long n) {
        try {
            return GoMap.accessString(g, map, p, n);
        } catch (ConcurrentMapException e) {
            throw Faults.ending(g, sp, e.text());
        }
    }

    /// The element for a key, made if it is missing.
    public static long mapassign(G g, long sp, long type, long map, long key) {
        beforeWrite(g, sp, map, key);
        try {
            return GoMap.assign(g, type, map, key);
        } catch (ConcurrentMapException e) {
            throw Faults.ending(g, sp, e.text());
        } catch (UncomparableException e) {
            throw Faults.raise(g, sp, e.text());
        }
    }

    /// The element for an 8-byte key, made if it is missing.
    public static long mapassign64(G g, long sp, long type, long map, long key) {
        beforeWrite(g, sp, map, key); // the key may be a pointer
        try {
            return GoMap.assign64(g, type, map, key);
        } catch (ConcurrentMapException e) {
            throw Faults.ending(g, sp, e.text());
        }
    }

    /// The element for a 4-byte key, made if it is missing.
    public static long mapassign32(G g, long sp, long type, long map, int key) {
        beforeWrite(g, sp, map, g.p.mcache.heap().memory().widen(key));
        try {
            return GoMap.assign32(g, type, map, key);
        } catch (ConcurrentMapException e) {
            throw Faults.ending(g, sp, e.text());
        }
    }

    /// The element for a string, made if it is missing.
    public static long mapassignStr(G g, long sp, long type, long map, long p, long n) {
        beforeWrite(g, sp, map, p);
        try {
            return GoMap.assignString(g, type, map, p, n);
        } catch (ConcurrentMapException e) {
            throw Faults.ending(g, sp, e.text());
        }
    }

    /// Removes a key.
    public static void mapdelete(G g, long sp, long type, long map, long key) {
        try {
            GoMap.delete(g, type, map, key);
        } catch (ConcurrentMapException e) {
            throw Faults.ending(g, sp, e.text());
        } catch (UncomparableException e) {
            throw unhashable(g, sp, map, e);
        }
    }

    /// Removes an 8-byte key.
    public static void mapdelete64(G g, long sp, long type, long map, long key) {
        try {
            GoMap.delete64(map, key);
        } catch (ConcurrentMapException e) {
            throw Faults.ending(g, sp, e.text());
        }
    }

    /// Removes a 4-byte key.
    public static void mapdelete32(G g, long sp, long type, long map, int key) {
        try {
            GoMap.delete32(map, key);
        } catch (ConcurrentMapException e) {
            throw Faults.ending(g, sp, e.text());
        }
    }

    /// Removes a string.
    public static void mapdeleteStr(G g, long sp, long type, long map, long p, long n) {
        try {
            GoMap.deleteString(g, map, p, n);
        } catch (ConcurrentMapException e) {
            throw Faults.ending(g, sp, e.text());
        }
    }

    /// Removes all.
    public static void mapclear(G g, long sp, long type, long map) {
        try {
            GoMap.clear(g, map);
        } catch (ConcurrentMapException e) {
            throw Faults.ending(g, sp, e.text());
        }
    }

    /// Number of entries.
    public static long maplen(long map) {
        return GoMap.length(map);
    }

    /// Begins an iteration.
    public static void mapiterinit(G g, long sp, long type, long map, long iterator) {
        try {
            MapIterator.init(g, type, map, iterator);
        } catch (ConcurrentMapException e) {
            throw Faults.ending(g, sp, e.text());
        }
    }

    /// Goes on with an iteration.
    public static void mapiternext(G g, long sp, long iterator) {
        try {
            MapIterator.next(g, iterator);
        } catch (ConcurrentMapException e) {
            throw Faults.ending(g, sp, e.text());
        }
    }
}
