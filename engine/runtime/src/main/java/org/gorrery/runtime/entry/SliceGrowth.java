package org.gorrery.runtime.entry;

import org.gorrery.abi.SizeClasses;

/// How much room append makes, which programs see by `cap`.
///
/// Source: Go runtime, `slice.go` (`nextslicecap`) and `msize.go` (`roundupsize`).
final class SliceGrowth {
    /// Slices below this capacity double; larger ones grow by a quarter in the limit.
    private static final int DOUBLE_BELOW = 256;

    /// What Go keeps in front of larger objects with pointers; it shows in the capacities.
    private static final int HEADER_BYTES = 8;

    private SliceGrowth() {}

    static long capacity(long newLen, long oldCap) {
        if (newLen > 2 * oldCap) {
            return newLen;
        }
        if (oldCap < DOUBLE_BELOW) {
            return 2 * oldCap;
        }
        long cap = oldCap;
        do {
            cap += cap + 3 * DOUBLE_BELOW >> 2;
        } while (cap < newLen && cap > 0);
        return cap <= 0 ? newLen : cap;
    }

    /// The bytes that an object of so many bytes may use without costing more.
    static long roundUp(long bytes, boolean noscan, boolean is64Bit) {
        if (bytes > SizeClasses.MAX_SMALL - HEADER_BYTES) {
            return bytes + SizeClasses.PAGE_BYTES - 1 & -SizeClasses.PAGE_BYTES;
        }
        int header = !noscan && bytes > (is64Bit ? 512 : 128) ? HEADER_BYTES : 0;
        int c = SizeClasses.classOf((int) Math.max(bytes + header, 1));
        return (long) SizeClasses.bytes(c) - header;
    }
}
