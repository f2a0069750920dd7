package org.gorrery.runtime.sched;

import org.jspecify.annotations.Nullable;

/// First-in first-out queue of runnable goroutines. Guard: the scheduler's lock; the length may be read without.
final class GlobalQueue {
    private @Nullable G first;
    private @Nullable G last;
    private volatile int length;

    int length() {
        return length;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // writers hold the scheduler's lock
    void append(G g) {
        g.link = null;
        G tail = last;
        if (tail == null) {
            first = g;
        } else {
            tail.link = g;
        }
        last = g;
        length++;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // writers hold the scheduler's lock
    @Nullable G take() {
        G g = first;
        if (g == null) {
            return null;
        }
        first = g.link;
        if (first == null) {
            last = null;
        }
        g.link = null;
        length--;
        return g;
    }
}
