package org.gorrery.runtime.entry;

import org.gorrery.runtime.memory.Mem;

/// UTF-8 as Go has it: an invalid byte is U+FFFD of width one; surrogates and overlong forms are invalid.
final class Utf8 {
    /// What stands for invalid bytes and code points.
    static final int ERROR = 0xfffd;

    private Utf8() {}

    /// Bytes that the encoding of a rune takes.
    static int bytes(int rune) {
        if (rune >= 0 && rune < 0x80) {
            return 1;
        }
        if (rune >= 0 && rune < 0x800) {
            return 2;
        }
        return isValid(rune) && rune >= 0x10000 ? 4 : 3;
    }

    private static boolean isValid(int rune) {
        return rune >= 0 && rune <= 0x10ffff && (rune & ~0x7ff) != 0xd800;
    }

    /// Encodes a rune and returns the bytes it takes.
    static int encode(int rune, long to) {
        int r = isValid(rune) ? rune : ERROR;
        int n = bytes(r);
        if (n == 1) {
            Mem.st8(to, (byte) r);
            return 1;
        }
        for (int i = n - 1; i > 0; i--) {
            Mem.st8(to + i, (byte) (0x80 | r & 0x3f));
            r >>>= 6;
        }
        int lead = 0xf00 >> n & 0xff; // 110, 1110, 11110
        Mem.st8(to, (byte) (lead | r));
        return n;
    }

    /// The rune that starts at index i, which is below n.
    static int decode(long p, long n, long i) {
        int lead = Mem.ld8(p + i) & 0xff;
        if (lead < 0x80) {
            return lead;
        }
        int need = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
        if (lead < 0xc2 || lead > 0xf4 || i + need >= n) {
            return ERROR;
        }
        int rune = lead & 0x3f >> need;
        for (int k = 1; k <= need; k++) {
            int b = Mem.ld8(p + i + k) & 0xff;
            if ((b & 0xc0) != 0x80) {
                return ERROR;
            }
            rune = rune << 6 | b & 0x3f;
        }
        boolean overlong = rune < (need == 3 ? 0x10000 : need == 2 ? 0x800 : 0x80);
        return overlong || !isValid(rune) ? ERROR : rune;
    }

    /// The bytes of the rune that starts at index i.
    static int width(long p, long n, long i) {
        int rune = decode(p, n, i);
        if (rune != ERROR) {
            return bytes(rune);
        }
        boolean literal =
                i + 2 < n
                        && Mem.ld8(p + i) == (byte) 0xef
                        && Mem.ld8(p + i + 1) == (byte) 0xbf
                        && Mem.ld8(p + i + 2) == (byte) 0xbd;
        return literal ? 3 : 1;
    }
}
