package org.gorrery.runtime.entry;

/// Whether the stack of the thread, which holds the Java frames, has room for what a goroutine may do before it asks for more of its
/// own. The JVM does not tell: it throws when there is none, at any call, and what that leaves is not fit for a report.
final class ThreadStack {
    /// A goroutine with less than this on its own stack cannot have used up its thread's.
    static final long DEEP_BYTES = 1 << 19;

    /// Calls to try. Each takes 40 bytes at least, so together they take more than the Java frames do of a segment of
    /// 256 KiB, whose frames have 16 bytes or more.
    private static final int CALLS = 100_000;

    private ThreadStack() {}

    /// Tries it. Costs 0.2 ms.
    static boolean hasRoom() {
        try {
            return call(CALLS, 1, 2, 3, 4, 5, 6, 7, 8) > 0;
        } catch (StackOverflowError e) {
            return false;
        }
    }

    /// With more parameters than registers, so that compiled code uses the stack as well.
    private static long call(
            int n, long a, long b, long c, long d, long e, long f, long g, long h) {
        return n == 0 ? a : call(n - 1, b, c, d, e, f, g, h, a) | 1;
    }
}
