package org.gorrery.event;

/// Exact figures of allocator and collector, in bytes where nothing else is said; names as in Go's `runtime.MemStats`.
///
/// @param bySize per size class (index = class) [bytes of a slot, mallocs, frees]
public record MemStats(
        long alloc,
        long totalAlloc,
        long sys,
        long lookups,
        long mallocs,
        long frees,
        long heapAlloc,
        long heapSys,
        long heapIdle,
        long heapInuse,
        long heapReleased,
        long heapObjects,
        long stackInuse,
        long stackSys,
        long mspanInuse,
        long mcacheInuse,
        long gcSys,
        long otherSys,
        long nextGc,
        long lastGcUnixNanos,
        long pauseTotalNanos,
        int numGc,
        int numForcedGc,
        double gcCpuFraction,
        long[][] bySize) {
    /// The figures as they stand in `runtime.MemStats` before `PauseNs`; those of the profiler's buckets are 0.
    public long[] leading() {
        return new long[] {
            alloc,
            totalAlloc,
            sys,
            lookups,
            mallocs,
            frees,
            heapAlloc,
            heapSys,
            heapIdle,
            heapInuse,
            heapReleased,
            heapObjects,
            stackInuse,
            stackSys,
            mspanInuse,
            mspanInuse,
            mcacheInuse,
            mcacheInuse,
            0,
            gcSys,
            otherSys,
            nextGc,
            lastGcUnixNanos,
            pauseTotalNanos
        };
    }
}
