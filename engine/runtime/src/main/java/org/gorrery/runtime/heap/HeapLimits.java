package org.gorrery.runtime.heap;

/// What a run may use of the host.
///
/// @param maxBytes of pages in use at one time; beyond that the program ends with Go's "out of memory"
public record HeapLimits(long maxBytes) {
    /// What is left to the host and to the explorer itself, in any case.
    private static final long LEAST_REST = 1L << 30;

    /// What a program gets in any case.
    private static final long LEAST = 256L << 20;

    /// Three fifths of the physical memory of the host, or what of it is to be had now less an eighth of it all, which the
    /// host and the explorer keep: a program that allocates without end must not make the host swap.
    public static HeapLimits ofHost(long physicalBytes, long availableBytes) {
        long rest = Math.max(physicalBytes / 8, LEAST_REST);
        return new HeapLimits(
                Math.max(LEAST, Math.min(physicalBytes / 5 * 3, availableBytes - rest)));
    }
}
