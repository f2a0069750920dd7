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
        long[][] bySize) {}
