package org.gorrery.runtime.heap;

/// What a run may use of the host.
///
/// @param maxBytes of pages in use at one time; beyond that the program ends with Go's "out of memory"
public record HeapLimits(long maxBytes) {
    /// Three fifths of the physical memory of the host.
    public static HeapLimits ofHost(long physicalBytes) {
        return new HeapLimits(physicalBytes / 5 * 3);
    }
}
