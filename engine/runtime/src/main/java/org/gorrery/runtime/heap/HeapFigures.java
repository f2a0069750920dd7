package org.gorrery.runtime.heap;

/// Exact counts of the allocator, in bytes and objects since the start of the run.
///
/// @param sysBytes address space of pages, in use, free or given back
/// @param inUseBytes of spans
/// @param releasedBytes of free pages the host has back or never gave
/// @param mallocsBySize per size class, 0 for large objects
/// @param freesBySize per size class
public record HeapFigures(
        long totalAllocBytes,
        long totalFreeBytes,
        long mallocs,
        long frees,
        long sysBytes,
        long inUseBytes,
        long releasedBytes,
        int spans,
        long typeTableBytes,
        int mcaches,
        long[] mallocsBySize,
        long[] freesBySize) {
    /// Bytes of pages: all, in use, and free ones that the host has.
    public record Pages(long sysBytes, long inUseBytes, long releasedBytes) {}

    /// Bytes of objects that were allocated and not freed.
    public long allocBytes() {
        return totalAllocBytes - totalFreeBytes;
    }

    /// Bytes of pages not in use.
    public long idleBytes() {
        return sysBytes - inUseBytes;
    }

    /// Objects that were allocated and not freed.
    public long objects() {
        return mallocs - frees;
    }
}
