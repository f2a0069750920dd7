package org.gorrery.runtime.heap;

import org.gorrery.abi.SizeClasses;

/// Counts of objects allocated and freed, by size class. One per mcache and one for what is freed; the sum over all, taken with the world
/// stopped, is exact. Guard: as the owner's.
final class HeapStats {
    final long[] mallocs = new long[SizeClasses.COUNT];
    final long[] frees = new long[SizeClasses.COUNT];

    /// Bytes of large objects (class 0).
    long largeMallocBytes;

    long largeFreeBytes;

    /// Objects put into tiny blocks, the first of a block not counted, as in Go.
    long tinyMallocs;

    void add(HeapStats other) {
        for (int c = 0; c < SizeClasses.COUNT; c++) {
            mallocs[c] += other.mallocs[c];
            frees[c] += other.frees[c];
        }
        largeMallocBytes += other.largeMallocBytes;
        largeFreeBytes += other.largeFreeBytes;
        tinyMallocs += other.tinyMallocs;
    }

    /// Bytes ever allocated, in slots.
    long totalAllocBytes() {
        long n = largeMallocBytes;
        for (int c = 1; c < SizeClasses.COUNT; c++) {
            n += mallocs[c] * SizeClasses.bytes(c);
        }
        return n;
    }

    /// Bytes ever freed.
    long totalFreeBytes() {
        long n = largeFreeBytes;
        for (int c = 1; c < SizeClasses.COUNT; c++) {
            n += frees[c] * SizeClasses.bytes(c);
        }
        return n;
    }

    /// Objects ever allocated, those in tiny blocks included.
    long totalMallocs() {
        return sum(mallocs) + tinyMallocs;
    }

    /// Objects ever freed; objects in tiny blocks count as freed at once, since nobody knows when they die.
    long totalFrees() {
        return sum(frees) + tinyMallocs;
    }

    private static long sum(long[] a) {
        long n = 0;
        for (long v : a) {
            n += v;
        }
        return n;
    }
}
