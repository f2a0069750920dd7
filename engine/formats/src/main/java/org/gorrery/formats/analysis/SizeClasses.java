package org.gorrery.formats.analysis;

import java.util.Arrays;

/// Object sizes of Go's span classes, for spans that a trace names by class only.
///
/// Source: the size class table that Go prints in `runtime` documentation; unchanged since Go 1.16.
public final class SizeClasses {
    private static final int[] BYTES = {
        0, 8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288,
        320, 352, 384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536,
        1792, 2048, 2304, 2688, 3072, 3200, 3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192,
        9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576,
        27264, 28672, 32768
    };

    private SizeClasses() {}

    /// {@return the object size of a span; the whole span where it holds one large object}
    /// @param kind as the alloc/free experiment writes it: twice the span class
    /// @param spanBytes size of the span
    static long elementBytes(int kind, long spanBytes) {
        int sizeClass = kind / 4;
        return sizeClass <= 0 || sizeClass >= BYTES.length ? spanBytes : BYTES[sizeClass];
    }

    /// Tells the size class whose slots have a size.
    ///
    /// @param bytes size of a slot
    /// @return its index, or 0 where no class has slots of that size
    public static int classOf(long bytes) {
        int at = bytes > BYTES[BYTES.length - 1] ? -1 : Arrays.binarySearch(BYTES, (int) bytes);
        return Math.max(0, at);
    }
}
