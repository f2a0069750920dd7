package org.gorrery.runtime.heap;

import org.gorrery.abi.AddressLayout;
import org.gorrery.runtime.memory.Mem;

/// Ranges of addresses that the program maps for itself, from the end of the heap's region downwards. The last pages of the region hold
/// the table of what is closed ([AddressLayout#pageStates]); code of programs that close pages looks there before it touches memory.
public final class MappedRanges {
    private static final int PAGE_BYTES = 1 << AddressLayout.PAGE_SHIFT;

    private final Mheap heap;
    private final Object lock;
    private final long closable;
    private final long states;

    // Behind this all is mapped, or was. Guard: lock.
    private long start;

    /// @param lock of the heap
    MappedRanges(Mheap heap, AddressLayout layout, Object lock) {
        this.heap = heap;
        this.lock = lock;
        this.closable = layout.closable();
        this.states = layout.pageStates();
        this.start = states;
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
        if (!holds(at, bytes)) {
            return false;
        }
        heap.discard(at, bytes);
        return true;
    }

    private boolean holds(long at, long bytes) {
        synchronized (lock) {
            return at >= start && bytes >= 0 && bytes <= states - at;
        }
    }

    /// Closes the pages of a mapped range to reads, writes, both or nothing; what they hold stays. Does nothing elsewhere.
    ///
    /// @param how [AddressLayout#CLOSED_TO_READS] and [AddressLayout#CLOSED_TO_WRITES]
    public void close(long at, long bytes, int how) {
        if (!holds(at, bytes)) {
            return;
        }
        long last = at + bytes - 1;
        for (long page = Math.max(at, closable); page <= last; page += PAGE_BYTES) {
            Mem.st8(state(page), (byte) how);
        }
    }

    private long state(long address) {
        return states + (address - closable >> AddressLayout.PAGE_SHIFT);
    }

    /// The first address of a range that is closed to an access; 0 where there is none.
    ///
    /// @param how the access, as for [#close]
    public long firstClosed(long at, long bytes, int how) {
        if (at < closable || at >= states) {
            return 0;
        }
        long end = Math.min(at + bytes, states);
        for (long a = at; a < end; a = (a | PAGE_BYTES - 1) + 1) {
            if ((Mem.ld8(state(a)) & how) != 0) {
                return a;
            }
        }
        return 0;
    }
}
