package org.gorrery.runtime.entry;

import org.gorrery.runtime.gc.Allocation;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.iface.Ifaces;
import org.gorrery.runtime.iface.UncomparableException;
import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;

/// Interface values, as generated code calls them ([org.gorrery.abi.Entry]).
public final class IfaceEntry {
    private IfaceEntry() {}

    private static TypeTable types(G g) {
        return g.p.mcache.heap().types();
    }

    /// The data word for a value in memory: the address of a copy.
    public static long convT(G g, long sp, long type, long from) {
        long bytes = TypeTable.size(type);
        if (bytes <= 1) {
            return bytes == 0 ? types(g).zeroBase() : types(g).byteAt(Mem.ld8(from));
        }
        long at = Allocation.block(g, sp, bytes, TypeTable.isNoscan(type), (int) type, from);
        Mem.copy(from, at, bytes);
        return at;
    }

    /// The data word for a value of up to eight bytes; small numbers are shared.
    public static long convTWord(G g, long sp, long type, long value) {
        int bytes = (int) TypeTable.size(type);
        long bits = bytes >= 8 ? value : value & (1L << 8 * bytes) - 1;
        if (bits >= 0 && bits < 256) {
            return types(g).byteAt((int) bits);
        }
        boolean noscan = TypeTable.isNoscan(type);
        long at = Allocation.block(g, sp, bytes, noscan, (int) type, noscan ? 0 : value);
        switch (bytes) {
            case 2 -> Mem.st16(at, (short) value);
            case 4 -> Mem.st32(at, (int) value);
            default -> Mem.st64(at, value);
        }
        return at;
    }

    /// The data word for a string: the address of its header.
    public static long convTString(G g, long sp, long p, long n) {
        if (n == 0) {
            return types(g).zeroBase();
        }
        return header(g, sp, g.p.mcache.heap().stringWord(), p, n, n, 2);
    }

    /// The data word for a slice: the address of its header.
    public static long convTSlice(G g, long sp, long p, long n, long cap) {
        if (p == 0) {
            return types(g).zeroBase();
        }
        return header(g, sp, g.p.mcache.heap().sliceWord(), p, n, cap, 3);
    }

    private static long header(G g, long sp, int typeWord, long p, long n, long cap, int words) {
        GoMemory memory = g.p.mcache.heap().memory();
        long at = Allocation.block(g, sp, (long) words * memory.wordBytes, false, typeWord, p);
        memory.storePointer(at, p);
        memory.storeInt(at + memory.wordBytes, n);
        if (words == 3) {
            memory.storeInt(at + 2L * memory.wordBytes, cap);
        }
        return at;
    }

    /// The itab of a dynamic type for an interface; panics where there is none.
    public static long assertI(G g, long sp, long inter, long type) {
        long itab = Ifaces.of(g).itabs().find(inter, type);
        if (itab == 0) {
            throw Faults.assertion(g, sp, 0, type, inter);
        }
        return itab;
    }

    /// The itab of a dynamic type for an interface, or 0.
    public static long assertI2(G g, long sp, long inter, long type) {
        return Ifaces.of(g).itabs().find(inter, type);
    }

    /// What a failed assertion throws.
    public static Throwable panicAssert(G g, long sp, long dynamic, long wanted, long iface) {
        return Faults.assertion(g, sp, iface, dynamic, wanted);
    }

    /// Whether two interface values of one dynamic type are equal.
    public static boolean efaceEq(G g, long sp, long type, long x, long y) {
        try {
            return Ifaces.of(g).equality().equalDynamic(type, x, y);
        } catch (UncomparableException e) {
            throw Faults.raise(g, sp, e.text());
        }
    }

    /// Whether two values in memory are equal.
    public static boolean typeEq(G g, long sp, long type, long p, long q) {
        try {
            return Ifaces.of(g).equality().equal(type, p, q);
        } catch (UncomparableException e) {
            throw Faults.raise(g, sp, e.text());
        }
    }
}
