package org.gorrery.runtime.gc;

import java.util.ArrayDeque;
import org.gorrery.runtime.heap.Mspan;
import org.jspecify.annotations.Nullable;

/// Spans on their way from threads that have many to threads that have none, and how these find out that nobody has any.
///
/// A thread looks at its own queue only, as long as there is something on it; while others wait it gives away half. The last to
/// run out of work ends the marking.
/// Guard: its monitor.
/// Source: Go runtime, `work.full`, `work.nwait` in `mgcwork.go`, `getfull` in `mgc0.c` of Go 1.4.
final class MarkWork {
    /// Fewer spans than these are not worth sharing.
    static final int LEAST_SHARED = 4;

    private final int workers;
    private final ArrayDeque<Mspan[]> batches = new ArrayDeque<>();
    private volatile int wanted;
    private int waiting;
    private boolean done;
    private long given;
    private long givenSpans;
    private @Nullable Throwable failure;

    /// For so many threads.
    MarkWork(int workers) {
        this.workers = workers;
    }

    /// Whether somebody waits for whom there is nothing yet.
    boolean isWanted() {
        return wanted > 0;
    }

    synchronized void give(Mspan[] batch) {
        batches.add(batch);
        given++;
        givenSpans += batch.length;
        count();
        notify();
    }

    /// Waits for work.
    ///
    /// @return false where all is marked
    synchronized boolean take(Marker marker) {
        waiting++;
        if (waiting == workers && batches.isEmpty()) {
            done = true;
            notifyAll();
        }
        count();
        boolean interrupted = false;
        while (batches.isEmpty() && !done) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true; // the world stands still until this has ended
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Mspan[] batch = batches.poll();
        if (batch == null) {
            return false;
        }
        waiting--;
        count();
        marker.enqueueAll(batch);
        return true;
    }

    /// A thread has met a bug of the engine: all end.
    synchronized void fail(Throwable t) {
        if (failure == null) {
            failure = t;
        }
        done = true;
        notifyAll();
    }

    synchronized @Nullable Throwable failure() {
        return failure;
    }

    private void count() {
        wanted = waiting - batches.size();
    }

    /// How often spans changed hands.
    synchronized long given() {
        return given;
    }

    /// How many spans did.
    synchronized long givenSpans() {
        return givenSpans;
    }
}
