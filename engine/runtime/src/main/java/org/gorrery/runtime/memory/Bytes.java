package org.gorrery.runtime.memory;

/// Comparison of runs of bytes in simulated memory, eight at a time (codegen.md §15).
public final class Bytes {
    /// From so many bytes on the JDK's own comparison is faster.
    private static final int BULK = 64;

    private Bytes() {}

    /// Whether two runs of equal length are equal.
    public static boolean equal(long a, long b, long bytes) {
        if (a == b) {
            return true;
        }
        if (bytes < 8) {
            return equalShort(a, b, (int) bytes);
        }
        if (bytes >= BULK) {
            return Mem.ld64(a) == Mem.ld64(b) && Mem.mismatch(a, b, bytes) < 0;
        }
        long last = bytes - 8;
        for (long i = 0; i < last; i += 8) {
            if (Mem.ld64(a + i) != Mem.ld64(b + i)) {
                return false;
            }
        }
        return Mem.ld64(a + last) == Mem.ld64(b + last);
    }

    private static boolean equalShort(long a, long b, int bytes) {
        if (bytes >= 4) {
            return Mem.ld32(a) == Mem.ld32(b) && Mem.ld32(a + bytes - 4) == Mem.ld32(b + bytes - 4);
        }
        for (int i = 0; i < bytes; i++) {
            if (Mem.ld8(a + i) != Mem.ld8(b + i)) {
                return false;
            }
        }
        return true;
    }

    /// Lexical order of unsigned bytes: negative, 0 or positive.
    public static int compare(long a, long aBytes, long b, long bBytes) {
        long n = Math.min(aBytes, bBytes);
        long i = 0;
        if (a != b) {
            if (n >= BULK && Mem.ld64(a) == Mem.ld64(b)) {
                long at = Mem.mismatch(a, b, n);
                i = (at < 0 ? n : at) & -8;
            }
            for (; i + 8 <= n; i += 8) {
                long x = Mem.ld64(a + i);
                long y = Mem.ld64(b + i);
                if (x != y) {
                    return Long.compareUnsigned(Long.reverseBytes(x), Long.reverseBytes(y));
                }
            }
            for (; i < n; i++) {
                int d = (Mem.ld8(a + i) & 0xff) - (Mem.ld8(b + i) & 0xff);
                if (d != 0) {
                    return d;
                }
            }
        }
        return Long.compare(aBytes, bBytes);
    }
}
