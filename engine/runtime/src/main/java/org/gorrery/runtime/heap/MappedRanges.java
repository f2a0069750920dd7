package org.gorrery.runtime.heap;

/// Ranges of addresses that the program maps for itself, from the end of the heap's region downwards.
public final class MappedRanges {
    private final Mheap heap;
    private final Object lock;

    // Behind this all is mapped, or was. Guard: lock.
    private long start;

    /// @param lock of the heap
    MappedRanges(Mheap heap, Object lock) {
        this.heap = heap;
        this.lock = lock;
        this.start = heap.end();
    }

    /// Where they begin; with the heap's lock held.
    long start() {
        return start;
    }

    /// A range of zeroed addresses that the collector never looks at; it is not used again when it is unmapped.
    ///
    /// @param bytes a multiple of the host's page size
    /// @return 0 where there is no room
    public long map(long bytes) {
        synchronized (lock) {
            if (bytes > start - heap.pagesEnd()) {
                return 0;
            }
            start -= bytes;
            return start;
        }
    }

    /// Gives the pages of a mapped range back to the host.
    ///
    /// @return false where it is none
    public boolean unmap(long at, long bytes) {
        synchronized (lock) {
            if (at < start || bytes < 0 || bytes > heap.end() - at) {
                return false;
            }
        }
        heap.discard(at, bytes);
        return true;
    }
}
