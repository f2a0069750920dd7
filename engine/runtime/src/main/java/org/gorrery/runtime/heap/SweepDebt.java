package org.gorrery.runtime.heap;

/// How much sweeping allocation owes: pages to sweep grow in step with bytes allocated since the last collection, such that all is swept
/// when the next is due. Guard: none needed, since a race only shifts who sweeps.
/// Source: Go runtime, `mgcsweep.go`, proportional sweep.
final class SweepDebt {
    private volatile double pagesPerByte;
    private volatile long liveAtStart;
    private volatile long paidPages;

    void start(long pages, long liveBytes, long goalBytes) {
        paidPages = 0;
        liveAtStart = liveBytes;
        // a megabyte early, as spare
        long distance = Math.max(goalBytes - liveBytes - (1 << 20), 8192);
        pagesPerByte = (double) pages / distance;
    }

    boolean isDue(long liveBytes) {
        double ratio = pagesPerByte;
        return ratio != 0 && paidPages < ratio * (liveBytes - liveAtStart);
    }

    /// Called with the heap's lock held.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void paid(int pages) {
        paidPages += pages;
    }

    void clear() {
        pagesPerByte = 0;
    }
}
