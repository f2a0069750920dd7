package org.gorrery.runtime.heap;

import org.jspecify.annotations.Nullable;

/// All spans of one span class that no mcache holds: with free slots or full, swept in this cycle or not yet. The two pairs
/// change roles at each collection. Guard: its own monitor, which is taken before that of the heap.
///
/// Source: Go runtime, `mcentral.go`.
final class Mcentral {
    /// Unswept spans looked at before a new span is taken from the heap: they may all turn out to be full.
    private static final int SWEEP_BUDGET = 100;

    private final Mheap heap;
    private final int spanClass;
    private final SpanSet[] partial = {new SpanSet(), new SpanSet()};
    private final SpanSet[] full = {new SpanSet(), new SpanSet()};

    Mcentral(Mheap heap, int spanClass) {
        this.heap = heap;
        this.spanClass = spanClass;
    }

    private int swept() {
        return heap.sweeping().generation() >>> 1 & 1;
    }

    /// A swept span with free slots.
    Mspan take() {
        heap.sweeping().payDebt(org.gorrery.abi.SizeClasses.pages(spanClass >>> 1));
        Mspan s = popPartialSwept();
        for (int budget = SWEEP_BUDGET; s == null && budget > 0; budget--) {
            Mspan unswept = popUnswept();
            if (unswept == null) {
                break;
            }
            int live = heap.sweeping().sweep(unswept);
            if (live < unswept.slots) {
                s = unswept;
            } else {
                pushSwept(unswept);
            }
        }
        return s != null ? s : heap.newSpan(spanClass);
    }

    private synchronized @Nullable Mspan popPartialSwept() {
        return partial[swept()].pop();
    }

    /// Takes a span that was not swept since the last collection, those with free slots first.
    synchronized @Nullable Mspan popUnswept() {
        int unswept = swept() ^ 1;
        Mspan s = partial[unswept].pop();
        return s != null ? s : full[unswept].pop();
    }

    /// Takes back a span that is swept.
    synchronized void pushSwept(Mspan s) {
        (s.isFull() ? full : partial)[swept()].push(s);
    }

    /// Takes back a span that an mcache held.
    void giveBack(Mspan s) {
        pushSwept(s);
    }

    synchronized int unsweptCount() {
        int unswept = swept() ^ 1;
        return partial[unswept].count() + full[unswept].count();
    }
}
