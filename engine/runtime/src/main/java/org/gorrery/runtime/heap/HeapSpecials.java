package org.gorrery.runtime.heap;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is tied to the objects of a heap. Guard: the heap's lock.
public final class HeapSpecials {
    private final Mheap heap;
    private final Object lock;
    private final Set<Mspan> spans = new LinkedHashSet<>();
    private SpanSweeper sweeper = span -> {};

    /// @param lock of the heap
    HeapSpecials(Mheap heap, Object lock) {
        this.heap = heap;
        this.lock = lock;
    }

    /// Sets what happens to those of dead objects; before the first allocation.
    void setSweeper(SpanSweeper sweeper) {
        this.sweeper = sweeper;
    }

    /// Ties a special to the object that holds the address, which the caller keeps alive.
    ///
    /// @return whether there is such an object
    public boolean add(long address, Special s) {
        Mspan span = heap.spanOf(address);
        if (span == null) {
            return false;
        }
        synchronized (lock) {
            Special.add(span, span.slotOf(address), s);
            if (s.countsForMarking()) {
                spans.add(span);
            }
        }
        return true;
    }

    /// Unties it.
    ///
    /// @return whether it was tied to the object
    public boolean remove(long address, Special s) {
        Mspan span = heap.spanOf(address);
        if (span == null) {
            return false;
        }
        synchronized (lock) {
            return Special.remove(span, s);
        }
    }

    /// The spans that have specials which marking must look at, those that got one first coming first; with the world stopped.
    public List<Mspan> spans() {
        synchronized (lock) {
            spans.removeIf(s -> s.specials == null);
            return List.copyOf(spans);
        }
    }

    /// The specials of the object that holds the address, in the order added.
    public List<Special> of(long address) {
        Mspan span = heap.spanOf(address);
        if (span == null) {
            return List.of();
        }
        var found = new ArrayList<Special>();
        synchronized (lock) {
            int slot = span.slotOf(address);
            for (Special s = span.specials; s != null; s = s.next()) {
                if (s.slot() == slot) {
                    found.add(s);
                }
            }
        }
        return found;
    }

    /// Looks at those of a span before it is swept; with the heap's lock held.
    void dispose(Mspan span) {
        if (span.specials == null) {
            return;
        }
        sweeper.dispose(span);
        if (span.specials == null) {
            spans.remove(span);
        }
    }
}
