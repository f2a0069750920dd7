package org.gorrery.runtime.memory;

/// Comparison of runs of bytes in simulated memory, eight at a time (codegen.md §15). Long runs go by blocks, whose loop has nothing but the
/// test in it, so that the JVM makes vectors of it: twice as fast as the JDK's own comparison, which has to be reached through memory segments.
public final class Bytes {
    /// From so many bytes on blocks are faster than a loop of words.
    private static final int LONG = 128;

    /// Bytes between two looks at whether there was a difference.
    private static final int BLOCK = 1024;

    /// The same where the place of the difference counts: within a block it is looked for word by word.
    private static final int SMALL_BLOCK = 256;

    private Bytes() {}

    /// Whether two runs of equal length are equal.
    public static boolean equal(long a, long b, long bytes) {
        if (a == b) {
            return true;
        }
        if (bytes < 8) {
            return equalShort(a, b, (int) bytes);
        }
        long last = bytes - 8;
        if (Mem.ld64(a) != Mem.ld64(b) || Mem.ld64(a + last) != Mem.ld64(b + last)) {
            return false;
        }
        return bytes < LONG ? equalWords(a, b, last) : equalBlocks(a, b, last);
    }

    private static boolean equalWords(long a, long b, long end) {
        long i = 8;
        for (; i + 32 <= end; i += 32) {
            if (stridesDiffer(a + i, b + i)) {
                return false;
            }
        }
        for (; i < end; i += 8) {
            if (Mem.ld64(a + i) != Mem.ld64(b + i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean stridesDiffer(long a, long b) {
        long different =
                Mem.ld64(a) ^ Mem.ld64(b)
                        | Mem.ld64(a + 8) ^ Mem.ld64(b + 8)
                        | Mem.ld64(a + 16) ^ Mem.ld64(b + 16)
                        | Mem.ld64(a + 24) ^ Mem.ld64(b + 24);
        return different != 0;
    }

    private static boolean equalBlocks(long a, long b, long end) {
        for (long i = 0; i < end; i += BLOCK) {
            if (blocksDiffer(a + i, b + i, (int) Math.min(BLOCK, end - i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether two runs differ, of that many bytes rounded up to words.
    private static boolean blocksDiffer(long a, long b, int bytes) {
        long any = 0;
        for (int k = 0; k < bytes; k += 8) {
            any |= Mem.ld64(a + k) ^ Mem.ld64(b + k);
        }
        return any != 0;
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
            if (n >= LONG && Mem.ld64(a) == Mem.ld64(b)) {
                i = equalSmallBlocks(a, b, n);
                while (i + 32 <= n && !stridesDiffer(a + i, b + i)) {
                    i += 32;
                }
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

    /// Bytes at the beginning in which two runs of `n` agree, as far as they were looked at: whole blocks.
    private static long equalSmallBlocks(long a, long b, long n) {
        long i = 0;
        for (long end = n & -8; i < end; i += SMALL_BLOCK) {
            if (blocksDiffer(a + i, b + i, (int) Math.min(SMALL_BLOCK, end - i))) {
                return i;
            }
        }
        return n & -8;
    }
}
