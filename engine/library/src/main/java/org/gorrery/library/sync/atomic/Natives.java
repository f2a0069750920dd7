package org.gorrery.library.sync.atomic;

import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.panics.RuntimeErrors;
import org.gorrery.runtime.sched.G;

/// Bodyless functions of `sync/atomic`: one machine instruction each, behind the check for nil.
public final class Natives {
    private Natives() {}

    private static void check32(G g, long sp, long a) {
        if ((a >>> 39 & 1) == 0 && !memory(g).contains(a)) {
            throw RuntimeErrors.nilPointer(g, Panics.nativeFrame(g, sp));
        }
    }

    private static void check64(G g, long sp, long a) {
        if ((a >>> 39 & 1) == 0 && !memory(g).contains(a)) {
            throw RuntimeErrors.nilPointer(g, Panics.nativeFrame(g, sp));
        }
        if ((a & 7) != 0) {
            throw RuntimeErrors.plain(
                    g, Panics.nativeFrame(g, sp), "unaligned 64-bit atomic operation");
        }
    }

    private static GoMemory memory(G g) {
        return g.p.sched.machine().memory();
    }

    /// Exchange.
    public static int SwapInt32(G g, long sp, long a, int v) {
        check32(g, sp, a);
        return Mem.swap32(a, v);
    }

    /// Compare and swap.
    public static int CompareAndSwapInt32(G g, long sp, long a, int old, int v) {
        check32(g, sp, a);
        return Mem.cas32(a, old, v) ? 1 : 0;
    }

    /// Add; the sum.
    public static int AddInt32(G g, long sp, long a, int delta) {
        check32(g, sp, a);
        return Mem.add32(a, delta) + delta;
    }

    /// Bitwise and; the old value.
    public static int AndInt32(G g, long sp, long a, int mask) {
        check32(g, sp, a);
        for (; ; ) {
            int old = Mem.ldAcq32(a);
            if (Mem.cas32(a, old, old & mask)) {
                return old;
            }
        }
    }

    /// Bitwise or; the old value.
    public static int OrInt32(G g, long sp, long a, int mask) {
        check32(g, sp, a);
        for (; ; ) {
            int old = Mem.ldAcq32(a);
            if (Mem.cas32(a, old, old | mask)) {
                return old;
            }
        }
    }

    /// Read.
    public static int LoadInt32(G g, long sp, long a) {
        check32(g, sp, a);
        return Mem.ldAcq32(a);
    }

    /// Write.
    public static void StoreInt32(G g, long sp, long a, int v) {
        check32(g, sp, a);
        Mem.stRel32(a, v);
    }

    /// Exchange.
    public static int SwapUint32(G g, long sp, long a, int v) {
        check32(g, sp, a);
        return Mem.swap32(a, v);
    }

    /// Compare and swap.
    public static int CompareAndSwapUint32(G g, long sp, long a, int old, int v) {
        check32(g, sp, a);
        return Mem.cas32(a, old, v) ? 1 : 0;
    }

    /// Add; the sum.
    public static int AddUint32(G g, long sp, long a, int delta) {
        check32(g, sp, a);
        return Mem.add32(a, delta) + delta;
    }

    /// Bitwise and; the old value.
    public static int AndUint32(G g, long sp, long a, int mask) {
        check32(g, sp, a);
        for (; ; ) {
            int old = Mem.ldAcq32(a);
            if (Mem.cas32(a, old, old & mask)) {
                return old;
            }
        }
    }

    /// Bitwise or; the old value.
    public static int OrUint32(G g, long sp, long a, int mask) {
        check32(g, sp, a);
        for (; ; ) {
            int old = Mem.ldAcq32(a);
            if (Mem.cas32(a, old, old | mask)) {
                return old;
            }
        }
    }

    /// Read.
    public static int LoadUint32(G g, long sp, long a) {
        check32(g, sp, a);
        return Mem.ldAcq32(a);
    }

    /// Write.
    public static void StoreUint32(G g, long sp, long a, int v) {
        check32(g, sp, a);
        Mem.stRel32(a, v);
    }

    /// Exchange.
    public static long SwapInt64(G g, long sp, long a, long v) {
        check64(g, sp, a);
        return Mem.swap64(a, v);
    }

    /// Compare and swap.
    public static int CompareAndSwapInt64(G g, long sp, long a, long old, long v) {
        check64(g, sp, a);
        return Mem.cas64(a, old, v) ? 1 : 0;
    }

    /// Add; the sum.
    public static long AddInt64(G g, long sp, long a, long delta) {
        check64(g, sp, a);
        return Mem.add64(a, delta) + delta;
    }

    /// Bitwise and; the old value.
    public static long AndInt64(G g, long sp, long a, long mask) {
        check64(g, sp, a);
        for (; ; ) {
            long old = Mem.ldAcq64(a);
            if (Mem.cas64(a, old, old & mask)) {
                return old;
            }
        }
    }

    /// Bitwise or; the old value.
    public static long OrInt64(G g, long sp, long a, long mask) {
        check64(g, sp, a);
        for (; ; ) {
            long old = Mem.ldAcq64(a);
            if (Mem.cas64(a, old, old | mask)) {
                return old;
            }
        }
    }

    /// Read.
    public static long LoadInt64(G g, long sp, long a) {
        check64(g, sp, a);
        return Mem.ldAcq64(a);
    }

    /// Write.
    public static void StoreInt64(G g, long sp, long a, long v) {
        check64(g, sp, a);
        Mem.stRel64(a, v);
    }

    /// Exchange.
    public static long SwapUint64(G g, long sp, long a, long v) {
        check64(g, sp, a);
        return Mem.swap64(a, v);
    }

    /// Compare and swap.
    public static int CompareAndSwapUint64(G g, long sp, long a, long old, long v) {
        check64(g, sp, a);
        return Mem.cas64(a, old, v) ? 1 : 0;
    }

    /// Add; the sum.
    public static long AddUint64(G g, long sp, long a, long delta) {
        check64(g, sp, a);
        return Mem.add64(a, delta) + delta;
    }

    /// Bitwise and; the old value.
    public static long AndUint64(G g, long sp, long a, long mask) {
        check64(g, sp, a);
        for (; ; ) {
            long old = Mem.ldAcq64(a);
            if (Mem.cas64(a, old, old & mask)) {
                return old;
            }
        }
    }

    /// Bitwise or; the old value.
    public static long OrUint64(G g, long sp, long a, long mask) {
        check64(g, sp, a);
        for (; ; ) {
            long old = Mem.ldAcq64(a);
            if (Mem.cas64(a, old, old | mask)) {
                return old;
            }
        }
    }

    /// Read.
    public static long LoadUint64(G g, long sp, long a) {
        check64(g, sp, a);
        return Mem.ldAcq64(a);
    }

    /// Write.
    public static void StoreUint64(G g, long sp, long a, long v) {
        check64(g, sp, a);
        Mem.stRel64(a, v);
    }

    /// Exchange of a pointer.
    public static long SwapPointer(G g, long sp, long a, long v) {
        check32(g, sp, a);
        GoMemory m = memory(g);
        return m.wordBytes == 8 ? Mem.swap64(a, v) : m.widen(Mem.swap32(a, (int) v));
    }

    /// Compare and swap of a pointer.
    public static int CompareAndSwapPointer(G g, long sp, long a, long old, long v) {
        check32(g, sp, a);
        boolean done =
                memory(g).wordBytes == 8 ? Mem.cas64(a, old, v) : Mem.cas32(a, (int) old, (int) v);
        return done ? 1 : 0;
    }

    /// Read of a pointer.
    public static long LoadPointer(G g, long sp, long a) {
        check32(g, sp, a);
        GoMemory m = memory(g);
        return m.wordBytes == 8 ? Mem.ldAcq64(a) : m.widen(Mem.ldAcq32(a));
    }

    /// Write of a pointer.
    public static void StorePointer(G g, long sp, long a, long v) {
        check32(g, sp, a);
        if (memory(g).wordBytes == 8) {
            Mem.stRel64(a, v);
        } else {
            Mem.stRel32(a, (int) v);
        }
    }
}
