package org.gorrery.runtime.entry;

import org.gorrery.abi.FrameLayout;
import org.gorrery.runtime.gc.Allocation;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.Bytes;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.memory.Search;
import org.gorrery.runtime.sched.G;

/// Strings, as generated code calls them ([org.gorrery.abi.Entry]). A string is a pointer and a length in bytes; its bytes never change.
public final class StringEntry {
    private StringEntry() {}

    /// Two strings as one; the other one itself where one is empty.
    public static long concat2(G g, long sp, long p, long n, long q, long m) {
        if (m == 0) {
            g.r1 = n;
            return p;
        }
        if (n == 0) {
            g.r1 = m;
            return q;
        }
        long at = newBytes(g, sp, sum(g, sp, n, m), p, q);
        Mem.copy(p, at, n);
        Mem.copy(q, at + n, m);
        g.r1 = n + m;
        return at;
    }

    // The same for results that do not outlive the caller's frame: short ones go to a place in it.

    /// Two strings as one.
    ///
    /// @param to room for [FrameLayout#TEXT_BYTES]
    public static long concat2In(G g, long sp, long to, long p, long n, long q, long m) {
        if (n == 0 || m == 0 || n + m > FrameLayout.TEXT_BYTES) {
            return concat2(g, sp, p, n, q, m);
        }
        Mem.copy(p, to, n);
        Mem.copy(q, to + n, m);
        g.r1 = n + m;
        return to;
    }

    /// Three strings as one.
    ///
    /// @param to room for [FrameLayout#TEXT_BYTES]
    public static long concat3In(
            G g, long sp, long to, long p, long n, long q, long m, long r, long k) {
        if (n + m + k > FrameLayout.TEXT_BYTES) {
            return concat3(g, sp, p, n, q, m, r, k);
        }
        Mem.copy(p, to, n);
        Mem.copy(q, to + n, m);
        Mem.copy(r, to + n + m, k);
        g.r1 = n + m + k;
        return to;
    }

    /// Any number of strings as one.
    ///
    /// @param to room for [FrameLayout#TEXT_BYTES]
    public static long concatNIn(G g, long sp, long to, long list, long count) {
        long total = 0;
        for (long i = 0; i < count && total <= FrameLayout.TEXT_BYTES; i++) {
            total += Mem.ld64(list + 16 * i + 8);
        }
        if (total > FrameLayout.TEXT_BYTES) {
            return concatN(g, sp, list, count);
        }
        long at = to;
        for (long i = 0; i < count; i++) {
            long n = Mem.ld64(list + 16 * i + 8);
            Mem.copy(Mem.ld64(list + 16 * i), at, n);
            at += n;
        }
        g.r1 = total;
        return to;
    }

    /// A copy of bytes as a string.
    ///
    /// @param to room for [FrameLayout#TEXT_BYTES]
    public static long bytesToStringIn(G g, long sp, long to, long p, long n) {
        if (n <= 1 || n > FrameLayout.TEXT_BYTES) {
            return bytesToString(g, sp, p, n);
        }
        Mem.copy(p, to, n);
        return to;
    }

    /// A copy of a string as bytes; r1 is the capacity.
    ///
    /// @param to room for [FrameLayout#TEXT_BYTES]
    public static long stringToBytesIn(G g, long sp, long to, long p, long n) {
        if (n == 0 || n > FrameLayout.TEXT_BYTES) {
            return stringToBytes(g, sp, p, n);
        }
        Mem.copy(p, to, n);
        Mem.clear(to + n, FrameLayout.TEXT_BYTES - n);
        g.r1 = FrameLayout.TEXT_BYTES;
        return to;
    }

    /// A code point in UTF-8; r1 is the length.
    ///
    /// @param to room for [FrameLayout#TEXT_BYTES]
    public static long intToStringIn(G g, long sp, long to, long v) {
        int rune = v == (int) v ? (int) v : Utf8.ERROR;
        if (rune >= 0 && rune < 0x80) {
            return intToString(g, sp, v);
        }
        g.r1 = Utf8.bytes(rune);
        Utf8.encode(rune, to);
        return to;
    }

    private static long sum(G g, long sp, long n, long m) {
        long sum = n + m;
        if (sum > Allocation.maxBytes(g)) {
            throw Faults.fatal(g, sp, "string concatenation too long");
        }
        return sum;
    }

    /// Three strings as one.
    public static long concat3(G g, long sp, long p, long n, long q, long m, long r, long k) {
        if (n == 0) {
            return concat2(g, sp, q, m, r, k);
        }
        if (m == 0) {
            return concat2(g, sp, p, n, r, k);
        }
        if (k == 0) {
            return concat2(g, sp, p, n, q, m);
        }
        long total = sum(g, sp, sum(g, sp, n, m), k);
        Allocation.collectIfDue(g, sp, p, q, r);
        long at = newBytes(g, sp, total, 0, 0);
        Mem.copy(p, at, n);
        Mem.copy(q, at + n, m);
        Mem.copy(r, at + n + m, k);
        g.r1 = total;
        return at;
    }

    /// Any number of strings as one; the list lies in the caller's frame, where the collector sees it.
    public static long concatN(G g, long sp, long list, long count) {
        long total = 0;
        int parts = 0;
        long only = 0;
        for (long i = 0; i < count; i++) {
            long n = Mem.ld64(list + 16 * i + 8);
            if (n != 0) {
                total = sum(g, sp, total, n);
                parts++;
                only = i;
            }
        }
        g.r1 = total;
        if (parts <= 1) {
            return parts == 0 ? 0 : Mem.ld64(list + 16 * only);
        }
        long at = newBytes(g, sp, total, 0, 0);
        long to = at;
        for (long i = 0; i < count; i++) {
            long n = Mem.ld64(list + 16 * i + 8);
            Mem.copy(Mem.ld64(list + 16 * i), to, n);
            to += n;
        }
        g.r1 = total;
        return at;
    }

    /// Room for the bytes of a string; two pointers are kept alive while it is made.
    private static long newBytes(G g, long sp, long bytes, long held, long held2) {
        return Allocation.raw(g, sp, bytes, g.p.mcache.heap().byteArrayWord(), held, held2);
    }

    /// Lexical order.
    public static int cmpstring(long p, long n, long q, long m) {
        return Bytes.compare(p, n, q, m);
    }

    /// Equality of memory.
    public static boolean eqmem(long p, long q, long bytes) {
        return Bytes.equal(p, q, bytes);
    }

    /// Place of the first byte `c`, or −1.
    public static long indexByte(long p, long n, int c) {
        return Search.indexByte(p, n, c);
    }

    /// Number of bytes `c`.
    public static long countByte(long p, long n, int c) {
        return Search.countByte(p, n, c);
    }

    /// Place of the first run of bytes like those at `q`, or −1.
    public static long index(long p, long n, long q, long m) {
        return Search.index(p, n, q, m);
    }

    /// A copy of bytes as a string of the same length.
    public static long bytesToString(G g, long sp, long p, long n) {
        if (n <= 1) {
            return n == 0 ? 0 : g.p.mcache.heap().types().byteAt(Mem.ld8(p));
        }
        long at = newBytes(g, sp, n, p, 0);
        Mem.copy(p, at, n);
        return at;
    }

    /// A copy of a string as bytes; r1 is the capacity.
    public static long stringToBytes(G g, long sp, long p, long n) {
        if (n == 0) {
            g.r1 = 0;
            return g.p.mcache.heap().types().zeroBase();
        }
        boolean is64Bit = g.p.mcache.heap().types().wordBytes() == 8;
        long cap = SliceGrowth.roundUp(n, true, is64Bit);
        long at = newBytes(g, sp, cap, p, 0);
        Mem.copy(p, at, n);
        Mem.clear(at + n, cap - n);
        g.r1 = cap;
        return at;
    }

    /// Runes in UTF-8; r1 is the length.
    public static long runesToString(G g, long sp, long p, long n) {
        long bytes = 0;
        for (long i = 0; i < n; i++) {
            bytes += Utf8.bytes(Mem.ld32(p + 4 * i));
        }
        g.r1 = bytes;
        if (bytes == 0) {
            return 0;
        }
        long at = newBytes(g, sp, bytes, p, 0);
        long to = at;
        for (long i = 0; i < n; i++) {
            to += Utf8.encode(Mem.ld32(p + 4 * i), to);
        }
        g.r1 = bytes;
        return at;
    }

    /// The runes of a string; r1 is the length, r2 the capacity.
    public static long stringToRunes(G g, long sp, long p, long n) {
        long runes = 0;
        for (long i = 0; i < n; runes++) {
            i += Utf8.width(p, n, i);
        }
        if (runes == 0) {
            g.r1 = 0;
            g.r2 = 0;
            return g.p.mcache.heap().types().zeroBase();
        }
        TypeTable types = g.p.mcache.heap().types();
        long cap = SliceGrowth.roundUp(4 * runes, true, types.wordBytes() == 8) / 4;
        long at = Allocation.raw(g, sp, 4 * cap, g.p.mcache.heap().runeArrayWord(), p, 0);
        long to = at;
        for (long i = 0; i < n; to += 4) {
            Mem.st32(to, Utf8.decode(p, n, i));
            i += Utf8.width(p, n, i);
        }
        Mem.clear(to, at + 4 * cap - to);
        g.r1 = runes;
        g.r2 = cap;
        return at;
    }

    /// A code point in UTF-8; r1 is the length.
    public static long intToString(G g, long sp, long v) {
        int rune = v == (int) v ? (int) v : Utf8.ERROR;
        if (rune >= 0 && rune < 0x80) {
            g.r1 = 1;
            return g.p.mcache.heap().types().byteAt(rune);
        }
        int bytes = Utf8.bytes(rune);
        long at = newBytes(g, sp, bytes, 0, 0);
        Utf8.encode(rune, at);
        g.r1 = bytes;
        return at;
    }

    /// The rune at a byte of 0x80 or more.
    public static int decodeRune(long p, long n, long i) {
        return Utf8.decode(p, n, i);
    }

    /// The bytes that the rune just decoded takes. Only an error needs a second look: one byte, unless U+FFFD itself stands there.
    public static int runeWidth(long p, long n, long i, int rune) {
        if (rune != Utf8.ERROR) {
            return Utf8.bytes(rune);
        }
        return Utf8.width(p, n, i);
    }
}
