package org.gorrery.abi;

/// The sizes that small objects are rounded up to, and the spans that hold them.
///
/// Computed by the rules of Go's `mksizeclasses.go`: steps of 8 bytes that widen as sizes grow, spans long enough that at most an
/// eighth is left over, classes that would fit the same number of objects merged, and sizes then stretched into what is left over.
/// Class 0 stands for large objects, which have a span of their own.
public final class SizeClasses {
    /// log2 of the bytes of a page.
    public static final int PAGE_SHIFT = 13;

    /// Bytes of a page of the heap.
    public static final int PAGE_BYTES = 1 << PAGE_SHIFT;

    /// Largest object that has a size class.
    public static final int MAX_SMALL = 32768;

    /// Pointer-free objects below this size share blocks of this size.
    public static final int TINY_BYTES = 16;

    /// Number of classes, the dummy class 0 included.
    public static final int COUNT = 68;

    /// Number of span classes: two for each size class, with and without pointers.
    public static final int SPAN_CLASSES = COUNT << 1;

    private static final int[] BYTES = new int[COUNT];
    private static final int[] PAGES = new int[COUNT];

    /// Class by size in units of 8 bytes, rounded up.
    private static final byte[] CLASS_OF = new byte[MAX_SMALL / 8 + 1];

    static {
        compute();
        int c = 1;
        for (int unit = 1; unit < CLASS_OF.length; unit++) {
            while (BYTES[c] < unit * 8) {
                c++;
            }
            CLASS_OF[unit] = (byte) c;
        }
    }

    /// The span class of tiny blocks.
    public static final int TINY_SPAN_CLASS = spanClass(TINY_BYTES, true);

    private SizeClasses() {}

    private static void compute() {
        int last = 0;
        for (int size = 8; size <= MAX_SMALL; size += stepFrom(size)) {
            int pages = pagesFor(size);
            int span = pages * PAGE_BYTES;
            boolean sameFit = last > 0 && pages == PAGES[last] && span / size == span / BYTES[last];
            if (!sameFit) {
                last++;
            }
            BYTES[last] = size;
            PAGES[last] = pages;
        }
        for (int c = 1; c < COUNT; c++) {
            int span = PAGES[c] * PAGE_BYTES;
            int stretched = span / (span / BYTES[c]) & -128;
            BYTES[c] = Math.max(BYTES[c], stretched);
        }
    }

    /// The distance to the next candidate: it changes only at powers of two.
    private static int stepFrom(int size) {
        int power = Integer.highestOneBit(size);
        if (power >= 2048) {
            return 256;
        }
        if (power >= 128) {
            return power / 8;
        }
        return power >= 32 ? 16 : 8;
    }

    private static int pagesFor(int size) {
        int pages = 1;
        while (pages * PAGE_BYTES % size > pages * PAGE_BYTES / 8) {
            pages++;
        }
        return pages;
    }

    /// Size of the objects of a class; 0 for class 0.
    public static int bytes(int sizeClass) {
        return BYTES[sizeClass];
    }

    /// Pages of a span of the class; 0 for class 0.
    public static int pages(int sizeClass) {
        return PAGES[sizeClass];
    }

    /// The smallest class whose objects have at least so many bytes.
    ///
    /// @param bytes 1 to [#MAX_SMALL]
    public static int classOf(int bytes) {
        return CLASS_OF[bytes + 7 >>> 3];
    }

    /// The span class for objects of so many bytes.
    ///
    /// @param bytes 1 to [#MAX_SMALL]
    /// @param noscan whether they are free of pointers
    public static int spanClass(int bytes, boolean noscan) {
        return classOf(bytes) << 1 | (noscan ? 1 : 0);
    }
}
