package org.gorrery.runtime.gc;

import org.gorrery.abi.SizeClasses;
import org.gorrery.runtime.heap.Mcache;
import org.gorrery.runtime.heap.OutOfHeap;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.sched.G;

/// The slow half of allocation, where garbage may be collected and objects are sampled for the heap profile.
///
/// A collection happens only before an object is made, never after: nothing but the caller would know the new object. Pointers that the
/// caller alone holds are passed along and are roots meanwhile.
public final class Allocation {
    /// What Go can address at most, by word size: beyond it a length is out of range, below it memory runs out.
    private static final long MAX_64 = 1L << 48;

    private static final long MAX_32 = 1L << 32;

    private Allocation() {}

    /// What Go can address at most, in bytes.
    public static long maxBytes(G g) {
        return g.p.mcache.heap().types().wordBytes() == 8 ? MAX_64 : MAX_32;
    }

    /// Collects if that is due. The frame at sp is complete.
    ///
    /// @param held a pointer that must survive, or 0
    public static void collectIfDue(G g, long sp, long held) {
        if (g.p.mcache.collectionWanted()) {
            collect(g, sp, held, 0);
        }
    }

    /// As above, with two pointers.
    public static void collectIfDue(G g, long sp, long held, long held2) {
        if (g.p.mcache.collectionWanted()) {
            collect(g, sp, held, held2);
        }
    }

    /// As above, with three pointers.
    public static void collectIfDue(G g, long sp, long held, long held2, long held3) {
        if (g.p.mcache.collectionWanted()) {
            g.held3 = held3;
            collect(g, sp, held, held2);
            g.held3 = 0;
        }
    }

    private static void collect(G g, long sp, long held, long held2) {
        g.held1 = held;
        g.held2 = held2;
        GcController.of(g).collectForHeap(g, sp);
        g.held1 = 0;
        g.held2 = 0;
    }

    /// A small object whose span class the compiler knows; its mcache has none at hand, or a sample is due.
    public static long small(G g, long sp, int spanClass, int typeWord) {
        collectIfDue(g, sp, 0);
        long at = g.p.mcache.next(spanClass, typeWord);
        while (at == 0) {
            refill(g, sp, spanClass);
            at = g.p.mcache.next(spanClass, typeWord);
        }
        return at;
    }

    private static void refill(G g, long sp, int spanClass) {
        try {
            g.p.mcache.refill(spanClass);
        } catch (OutOfHeap e) {
            lastResort(g, sp);
            g.p.mcache.refill(spanClass);
            return;
        }
        GcController.of(g).wakeFinalizers(g);
        collectIfDue(g, sp, 0);
    }

    private static void lastResort(G g, long sp) {
        GcController.of(g).collectForRoom(g, sp);
    }

    /// A zeroed object that holds one value of the type.
    public static long object(G g, long sp, long type) {
        long bytes = TypeTable.size(type);
        if (bytes == 0) {
            return g.p.mcache.heap().types().zeroBase();
        }
        return block(g, sp, bytes, TypeTable.isNoscan(type), (int) type, 0);
    }

    /// A zeroed object of any size.
    public static long block(G g, long sp, long bytes, boolean noscan, int typeWord, long held) {
        g.sp = sp;
        Mcache c = g.p.mcache;
        long at = 0;
        if (bytes <= SizeClasses.MAX_SMALL) {
            at =
                    noscan && bytes < SizeClasses.TINY_BYTES
                            ? c.tinySlot((int) bytes)
                            : c.next(SizeClasses.spanClass((int) bytes, noscan), typeWord);
        }
        return isRare(c, at) ? rareBlock(g, sp, at, bytes, noscan, typeWord, held) : at;
    }

    /// Whether there is no slot at hand or a sample is due, in one test: the JVM leaves out what never happened, and compiles all anew
    /// when it happens. One thing that happens now and then is better than several that are rare.
    ///
    /// @param at a slot, or 0
    public static boolean isRare(Mcache c, long at) {
        return (at - 1 | c.nextSample()) < 0;
    }

    private static long rareBlock(
            G g, long sp, long slot, long bytes, boolean noscan, int typeWord, long held) {
        long at = slot;
        if (at == 0) {
            beforeBlock(g, sp, bytes, held, 0);
            at = g.p.mcache.allocate(bytes, noscan, typeWord);
        }
        return sampled(g, sp, at, bytes, typeWord);
    }

    /// An object without pointers that the caller fills at once.
    public static long raw(G g, long sp, long bytes, int typeWord, long held, long held2) {
        g.sp = sp;
        Mcache c = g.p.mcache;
        long at = 0;
        if (bytes <= SizeClasses.MAX_SMALL) {
            at =
                    bytes < SizeClasses.TINY_BYTES
                            ? c.tinySlot((int) bytes)
                            : c.nextRaw(SizeClasses.spanClass((int) bytes, true), typeWord);
        }
        return isRare(c, at) ? rareRaw(g, sp, at, bytes, typeWord, held, held2) : at;
    }

    private static long rareRaw(
            G g, long sp, long slot, long bytes, int typeWord, long held, long held2) {
        long at = slot;
        if (at == 0) {
            beforeBlock(g, sp, bytes, held, held2);
            at = g.p.mcache.allocateRaw(bytes, typeWord);
        }
        return sampled(g, sp, at, bytes, typeWord);
    }

    /// From this size on the trigger is looked at before allocation, since one object may pass it by far.
    private static final int LARGE = 32768;

    private static void beforeBlock(G g, long sp, long bytes, long held, long held2) {
        g.sp = sp;
        Mcache c = g.p.mcache;
        if (bytes > LARGE) {
            if (c.heap().isCollectionDue(bytes)) {
                c.wantCollection(true);
            }
            if (c.heap().exceedsLimit(bytes)) {
                g.held1 = held;
                g.held2 = held2;
                lastResort(g, sp);
                g.held1 = 0;
                g.held2 = 0;
                return;
            }
        }
        collectIfDue(g, sp, held, held2);
    }

    /// A zeroed object, without collecting: for those who hold pointers in the midst of their work. `g.sp` is set.
    public static long now(G g, long bytes, boolean noscan, int typeWord) {
        long at = g.p.mcache.allocate(bytes, noscan, typeWord);
        if (g.p.mcache.nextSample() < 0) {
            GcController.of(g).sampler().sampled(g, at, bytes, typeWord);
        }
        return at;
    }

    /// Takes a sample of an object where one is due.
    public static long sampled(G g, long sp, long at, long bytes, int typeWord) {
        if (g.p.mcache.nextSample() < 0) {
            g.sp = sp;
            GcController.of(g).sampler().sampled(g, at, bytes, typeWord);
        }
        return at;
    }
}
