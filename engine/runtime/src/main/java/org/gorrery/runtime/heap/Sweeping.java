package org.gorrery.runtime.heap;

import org.gorrery.abi.SizeClasses;

/// Sweeping of a heap between two collections: span by span, by whoever needs one, and in step with allocation.
public final class Sweeping {
    private final Mheap heap;
    private final Mcentral[] centrals;
    private final HeapSpecials specials;
    private final Object lock;

    // Guard: lock.
    private final HeapStats swept = new HeapStats();

    private final SweepDebt debt = new SweepDebt();
    private volatile int generation;
    private int cursor;

    /// @param lock of the heap
    Sweeping(Mheap heap, Mcentral[] centrals, HeapSpecials specials, Object lock) {
        this.heap = heap;
        this.centrals = centrals;
        this.specials = specials;
        this.lock = lock;
    }

    /// Counts collections twice: a span whose own number is smaller is yet to be swept.
    int generation() {
        return generation;
    }

    /// What sweeping has counted; with the heap's lock held.
    HeapStats swept() {
        return swept;
    }

    /// Sweeps a span taken from an mcentral.
    ///
    /// @return objects that remain in it
    int sweep(Mspan s) {
        synchronized (lock) {
            specials.dispose(s);
            int before = s.allocatedCount();
            int remain = s.adoptMarks();
            s.sweepGeneration = generation;
            swept.frees[s.sizeClass()] += before - remain;
            if (s.sizeClass() == 0) {
                swept.largeFreeBytes += (before - remain) * s.elemBytes;
            }
            debt.paid(s.pages);
            return remain;
        }
    }

    /// Sweeps one span that was not swept since the last collection.
    ///
    /// @return its pages, 0 where none is left
    public int sweepOne() {
        for (int tried = 0; tried < centrals.length; tried++) {
            int c = cursor;
            Mspan s = centrals[c].popUnswept();
            if (s == null) {
                cursor = (c + 1) % centrals.length;
                continue;
            }
            int n = s.pages;
            if (sweep(s) == 0) {
                heap.free(s);
            } else {
                centrals[c].pushSwept(s);
            }
            return n;
        }
        return 0;
    }

    /// Spans that were not swept since the last collection.
    public int unsweptSpans() {
        int n = 0;
        for (Mcentral c : centrals) {
            n += c.unsweptCount();
        }
        return n;
    }

    /// Sweeps until allocation and sweeping are in step.
    void payDebt(int morePages) {
        while (debt.isDue(heap.liveBytes() + ((long) morePages << SizeClasses.PAGE_SHIFT))) {
            if (sweepOne() == 0) {
                debt.clear();
            }
        }
    }

    /// Sweeps what is left; with the world stopped.
    void finish() {
        while (sweepOne() > 0) {
            // the last cycle ends before the next begins
        }
        debt.clear();
    }

    /// All spans are unswept from now on; with the world stopped and the heap's lock held.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void start(long usedPages, long liveBytes, long goalBytes) {
        generation += 2;
        cursor = 0;
        debt.start(usedPages, liveBytes, goalBytes);
    }
}
