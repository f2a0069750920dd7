package org.gorrery.runtime.memory;

/// Searching bytes in simulated memory, eight at a time: a word is compared with a pattern in all its bytes, and the exact test for
/// zero bytes finds which agree. Long searches go by blocks, whose loop has nothing but the test in it, so that the JVM makes vectors of it.
///
/// Guard: the memory belongs to the caller for as long as the search takes.
public final class Search {
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long LOW7 = 0x7f7f_7f7f_7f7f_7f7fL;

    /// Candidates that fail before a search goes over to hashing, and bytes per further one.
    private static final int PATIENCE = 16;

    private static final int BYTES_PER_MISS = 8;

    private static final int RADIX = 0x0100_0193;

    /// Bytes between two looks at what was found, and those ahead of the first block.
    private static final int BLOCK = 2048;

    private static final int STRIDE = 32;
    private static final long NEAR = 8 * STRIDE;

    private Search() {}

    /// The high bit of each byte of `v` that is zero.
    private static long zeroBytes(long v) {
        return ~((v & LOW7) + LOW7 | v | LOW7);
    }

    /// Not 0 if a byte of `v` is zero; which one it does not tell.
    private static long hasZero(long v) {
        return v - ONES & ~v & ~LOW7;
    }

    private static int byteAt(long at) {
        return Mem.ld8(at) & 0xff;
    }

    /// Place of the first byte `c`, or −1.
    public static long indexByte(long p, long n, int c) {
        long pattern = (c & 0xff) * ONES;
        long i = skipStrides(p, 0, Math.min(n, NEAR), pattern);
        if (i > NEAR - STRIDE && n > NEAR) {
            i = skipStrides(p, skipBlocks(p, i, n, pattern), n, pattern);
        }
        for (long end = n - 8; i <= end; i += 8) {
            long found = zeroBytes(Mem.ld64(p + i) ^ pattern);
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        for (; i < n; i++) {
            if (byteAt(p + i) == (c & 0xff)) {
                return i;
            }
        }
        return -1;
    }

    /// From `i` on over strides without the byte; on to the first that has it, or to the last bytes, fewer than a stride.
    private static long skipStrides(long p, long i, long n, long pattern) {
        for (long end = n - STRIDE; i <= end; i += STRIDE) {
            long any =
                    hasZero(Mem.ld64(p + i) ^ pattern)
                            | hasZero(Mem.ld64(p + i + 8) ^ pattern)
                            | hasZero(Mem.ld64(p + i + 16) ^ pattern)
                            | hasZero(Mem.ld64(p + i + 24) ^ pattern);
            if (any != 0) {
                break;
            }
        }
        return i;
    }

    /// The same over blocks. The last is shorter, and thus the number of turns unknown to the JVM, which would write them out otherwise.
    private static long skipBlocks(long p, long i, long n, long pattern) {
        while (n - i >= STRIDE) {
            int bytes = (int) Math.min(n - i, BLOCK) & -STRIDE;
            if (blockHas(p + i, bytes, pattern)) {
                break;
            }
            i += bytes;
        }
        return i;
    }

    private static boolean blockHas(long p, int bytes, long pattern) {
        long any = 0;
        for (int k = 0; k < bytes; k += 8) {
            any |= hasZero(Mem.ld64(p + k) ^ pattern);
        }
        return any != 0;
    }

    /// Number of bytes `c`.
    public static long countByte(long p, long n, int c) {
        long pattern = (c & 0xff) * ONES;
        long count = 0;
        long i = 0;
        for (long end = n - 8; i <= end; i += 8) {
            count += Long.bitCount(zeroBytes(Mem.ld64(p + i) ^ pattern));
        }
        for (; i < n; i++) {
            count += byteAt(p + i) == (c & 0xff) ? 1 : 0;
        }
        return count;
    }

    /// Place of the first run of bytes equal to the `m` bytes at `q`, or −1. The time is linear in `n + m`.
    public static long index(long p, long n, long q, long m) {
        if (m <= 1) {
            return m == 0 ? 0 : indexByte(p, n, Mem.ld8(q));
        }
        long last = n - m;
        long firsts = byteAt(q) * ONES;
        long ends = byteAt(q + m - 1) * ONES;
        long misses = 0;
        long i = 0;
        for (; i <= last - 7; i += 8) {
            long found =
                    zeroBytes(Mem.ld64(p + i) ^ firsts) & zeroBytes(Mem.ld64(p + i + m - 1) ^ ends);
            for (; found != 0; found &= found - 1) {
                long at = i + (Long.numberOfTrailingZeros(found) >>> 3);
                if (Bytes.equal(p + at, q, m)) {
                    return at;
                }
                misses++;
            }
            if (misses > PATIENCE + i / BYTES_PER_MISS) {
                return hashed(p, n, q, m, i + 8);
            }
        }
        for (; i <= last; i++) {
            if (byteAt(p + i) == byteAt(q) && Bytes.equal(p + i, q, m)) {
                return i;
            }
        }
        return -1;
    }

    /// The same from `start` on, by a rolling hash (Karp and Rabin).
    private static long hashed(long p, long n, long q, long m, long start) {
        if (n - start < m) {
            return -1;
        }
        int want = 0;
        int have = 0;
        int lead = 1;
        for (long k = 0; k < m; k++) {
            want = want * RADIX + byteAt(q + k);
            have = have * RADIX + byteAt(p + start + k);
            lead *= RADIX;
        }
        for (long i = start; ; i++) {
            if (have == want && Bytes.equal(p + i, q, m)) {
                return i;
            }
            if (i + m == n) {
                return -1;
            }
            have = have * RADIX + byteAt(p + i + m) - lead * byteAt(p + i);
        }
    }
}
