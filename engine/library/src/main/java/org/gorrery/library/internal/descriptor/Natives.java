package org.gorrery.library.internal.descriptor;

import org.gorrery.abi.TypeLayout;
import org.gorrery.runtime.entry.HeapEntry;
import org.gorrery.runtime.entry.IfaceEntry;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.panics.RuntimeErrors;
import org.gorrery.runtime.sched.G;

/// Bodyless functions of `internal/descriptor`.
public final class Natives {
    private Natives() {}

    private static TypeTable types(G g) {
        return g.p.mcache.heap().types();
    }

    /// Where the references of descriptors count from.
    public static long base(G g, long sp) {
        return types(g).rodata();
    }

    /// A zeroed object.
    public static long New(G g, long sp, long type) {
        return HeapEntry.newobject(g, Panics.nativeFrame(g, sp), type);
    }

    /// Zeroed room for elements.
    public static long newArray(G g, long sp, long type, long count) {
        return HeapEntry.newarray(g, Panics.nativeFrame(g, sp), type, count);
    }

    private static boolean isWild(G g, long p) {
        return (p >>> 39 & 1) == 0 && !g.p.sched.machine().memory().contains(p);
    }

    /// Copies bytes.
    public static void Move(G g, long sp, long to, long from, long bytes) {
        if (bytes != 0) {
            if (isWild(g, to) || isWild(g, from)) {
                throw RuntimeErrors.nilPointer(g, Panics.nativeFrame(g, sp));
            }
            Mem.copy(from, to, bytes);
        }
    }

    /// Zeroes bytes.
    public static void Zero(G g, long sp, long at, long bytes) {
        if (bytes != 0) {
            if (isWild(g, at)) {
                throw RuntimeErrors.nilPointer(g, Panics.nativeFrame(g, sp));
            }
            Mem.clear(at, bytes);
        }
    }

    /// The first word of an interface of a type that holds a value of another, or 0.
    public static long Table(G g, long sp, long inter, long type) {
        return Mem.ld32(inter + TypeLayout.AUX) == 0
                ? type
                : IfaceEntry.assertI2(g, Panics.nativeFrame(g, sp), inter, type);
    }

    /// `==`.
    public static int Equal(G g, long sp, long type, long x, long y) {
        return IfaceEntry.typeEq(g, Panics.nativeFrame(g, sp), type, x, y) ? 1 : 0;
    }
}
