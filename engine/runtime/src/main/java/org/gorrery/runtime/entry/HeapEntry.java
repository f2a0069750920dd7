package org.gorrery.runtime.entry;

import org.gorrery.abi.SizeClasses;
import org.gorrery.runtime.gc.Allocation;
import org.gorrery.runtime.heap.Mcache;
import org.gorrery.runtime.heap.Mspan;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;

/// Allocation, as generated code calls it ([org.gorrery.abi.Entry]).
public final class HeapEntry {
    private HeapEntry() {}

    /// A zeroed object.
    public static long newobject(G g, long sp, long type) {
        return Allocation.object(g, sp, type);
    }

    /// A zeroed small object; all but the rarest case in a few instructions without a call (codegen.md §11).
    public static long newsmall(G g, long sp, int spanClass, int bytes, long type) {
        Mcache c = g.p.mcache;
        if ((spanClass & 1) != 0 && bytes < SizeClasses.TINY_BYTES) {
            long at = c.tinyNext(bytes);
            return at != 0 ? at : newtiny(g, sp, bytes);
        }
        long at = c.next(spanClass, (int) type);
        return Allocation.isRare(c, at) ? rareSmall(g, sp, at, spanClass, bytes, (int) type) : at;
    }

    private static long rareSmall(G g, long sp, long slot, int spanClass, int bytes, int typeWord) {
        long at = slot != 0 ? slot : Allocation.small(g, sp, spanClass, typeWord);
        return Allocation.sampled(g, sp, at, bytes, typeWord);
    }

    private static long newtiny(G g, long sp, int bytes) {
        long at = g.p.mcache.next(SizeClasses.TINY_SPAN_CLASS, 0);
        if (at == 0) {
            at = Allocation.small(g, sp, SizeClasses.TINY_SPAN_CLASS, 0);
        }
        g.p.mcache.startTiny(at, bytes);
        return Allocation.sampled(g, sp, at, bytes, 0);
    }

    /// Zeroed memory for so many elements.
    public static long newarray(G g, long sp, long elem, long count) {
        long size = TypeTable.size(elem);
        if (count < 0 || size != 0 && count > Allocation.maxBytes(g) / size) {
            throw Faults.raise(g, sp, "makeslice: len out of range");
        }
        return elements(g, sp, elem, size, count);
    }

    /// Memory of a new slice.
    public static long makeslice(G g, long sp, long elem, long len, long cap) {
        long size = TypeTable.size(elem);
        long max = Math.min(maxInt(g), size == 0 ? Long.MAX_VALUE : Allocation.maxBytes(g) / size);
        if (len < 0 || len > max) {
            throw Faults.raise(g, sp, "makeslice: len out of range");
        }
        if (len > cap || cap > max) {
            throw Faults.raise(g, sp, "makeslice: cap out of range");
        }
        return elements(g, sp, elem, size, cap);
    }

    /// The largest int of the target: no slice is longer.
    private static long maxInt(G g) {
        return g.p.mcache.heap().types().wordBytes() == 8 ? Long.MAX_VALUE : Integer.MAX_VALUE;
    }

    private static long elements(G g, long sp, long elem, long size, long count) {
        long bytes = size * count;
        if (bytes == 0) {
            return g.p.mcache.heap().types().zeroBase();
        }
        return Allocation.block(g, sp, bytes, TypeTable.isNoscan(elem), arrayWord(elem), 0);
    }

    static int arrayWord(long elem) {
        return (int) elem | Mspan.ARRAY;
    }

    /// A larger copy of a slice's array.
    ///
    /// @param added elements to be appended: newLen = oldLen + added
    public static long growslice(
            G g, long sp, long elem, long old, long oldLen, long oldCap, long newLen, long added) {
        if (newLen < 0 || newLen > maxInt(g)) {
            throw Faults.raise(g, sp, "growslice: len out of range");
        }
        long size = TypeTable.size(elem);
        if (size == 0) {
            g.r1 = newLen;
            return g.p.mcache.heap().types().zeroBase();
        }
        boolean noscan = TypeTable.isNoscan(elem);
        long wanted = SliceGrowth.capacity(newLen, oldCap);
        long max = Allocation.maxBytes(g);
        if (newLen > max / size || wanted > max / size) {
            throw Faults.raise(g, sp, "growslice: len out of range");
        }
        boolean is64Bit = g.p.mcache.heap().types().wordBytes() == 8;
        long bytes = SliceGrowth.roundUp(wanted * size, noscan, is64Bit);
        long cap = bytes / size;
        long used = oldLen * size;
        long at;
        if (noscan) {
            at = Allocation.raw(g, sp, cap * size, arrayWord(elem), old, 0);
            Mem.copy(old, at, used);
            Mem.clear(at + used, cap * size - used);
        } else {
            at = Allocation.block(g, sp, cap * size, false, arrayWord(elem), old);
            Mem.copy(old, at, used);
        }
        g.r1 = cap;
        return at;
    }
}
