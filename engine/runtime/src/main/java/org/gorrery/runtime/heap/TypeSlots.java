package org.gorrery.runtime.heap;

/// Memory for the tables of type words beside spans, outside of the window. Tables of spans that are gone are reused by length.
///
/// Guard: the lock of the heap.
final class TypeSlots {
    private static final int UNIT = 64;

    /// Length of the longest table: a page of 8-byte objects.
    private static final int MAX_BYTES = 4096;

    private final long end;
    private long next;
    private long inUseBytes;
    private final long[][] free = new long[MAX_BYTES / UNIT + 1][];
    private final int[] freeCount = new int[MAX_BYTES / UNIT + 1];

    TypeSlots(long base, long bytes) {
        this.next = base;
        this.end = base + bytes;
    }

    long take(int slots) {
        int units = units(slots);
        inUseBytes += (long) units * UNIT;
        if (freeCount[units] > 0) {
            return free[units][--freeCount[units]];
        }
        long at = next;
        if (at + (long) units * UNIT > end) {
            throw new OutOfHeap((long) units * UNIT, inUseBytes);
        }
        next += (long) units * UNIT;
        return at;
    }

    void giveBack(long at, int slots) {
        int units = units(slots);
        inUseBytes -= (long) units * UNIT;
        if (free[units] == null) {
            free[units] = new long[16];
        } else if (freeCount[units] == free[units].length) {
            free[units] = java.util.Arrays.copyOf(free[units], freeCount[units] * 2);
        }
        free[units][freeCount[units]++] = at;
    }

    long inUseBytes() {
        return inUseBytes;
    }

    private static int units(int slots) {
        return (slots * 4 + UNIT - 1) / UNIT;
    }
}
