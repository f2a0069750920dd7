package org.gorrery.runtime.gc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.EngineBug;
import org.gorrery.runtime.heap.Mheap;
import org.gorrery.runtime.sched.Sched;

/// Marking, by as many threads as the program may use processors: they share out the roots, then each follows its own, and
/// who has nothing left gets from others.
///
/// The threads live for one cycle only: to start one takes less than a tenth of a millisecond, and a heap of less than
/// [#LEAST_PARALLEL_BYTES] is marked by the caller alone.
final class MarkPhase {
    private static final long LEAST_PARALLEL_BYTES = 8 << 20;
    private static final int GOROUTINES_AT_ONCE = 64;
    private static final int MOST_WORKERS = 32;

    private final Mheap heap;
    private final AddressLayout layout;
    private final Roots roots;
    private final int wantedWorkers;
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final List<Marker> markers = new ArrayList<>();
    private int workers = 1;
    private long handoffs;
    private long handoffSpans;

    /// @param wantedWorkers number of threads, whatever the heap; 0 for as many as are of use
    MarkPhase(Mheap heap, AddressLayout layout, Roots roots, int wantedWorkers) {
        this.heap = heap;
        this.layout = layout;
        this.roots = roots;
        this.wantedWorkers = wantedWorkers;
    }

    /// Marks all that is reachable; the world is stopped, no mark is set.
    void run(Sched sched) {
        workers = wantedWorkers > 0 ? wantedWorkers : usefulWorkers(sched);
        while (markers.size() < workers) {
            markers.add(new Marker(heap, layout));
        }
        if (workers == 1) {
            Marker only = markers.getFirst();
            only.begin(null, wantedWorkers == 0 && sched.gomaxprocs() > 1);
            roots.visit(sched, only);
            only.drain();
        } else {
            parallel(sched);
        }
    }

    private int usefulWorkers(Sched sched) {
        if (heap.liveBytes() < LEAST_PARALLEL_BYTES) {
            return 1;
        }
        return Math.min(Math.min(sched.gomaxprocs(), processors), MOST_WORKERS);
    }

    private void parallel(Sched sched) {
        var work = new MarkWork(workers);
        var nextRoots = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (int i = 1; i < workers; i++) {
            Marker m = markers.get(i);
            var t =
                    new Thread(
                            null, () -> mark(m, sched, work, nextRoots), "gc-mark" + i, 0, false);
            t.setDaemon(true);
            threads.add(t);
            t.start();
        }
        mark(markers.getFirst(), sched, work, nextRoots);
        threads.forEach(MarkPhase::await);
        handoffs += work.given();
        handoffSpans += work.givenSpans();
        Throwable failure = work.failure();
        if (failure != null) {
            throw failure instanceof EngineBug bug
                    ? bug
                    : new EngineBug("mark", failure.toString());
        }
    }

    private void mark(Marker m, Sched sched, MarkWork work, AtomicInteger nextRoots) {
        try {
            m.begin(work, true);
            int goroutines = sched.goroutines().made();
            for (; ; ) {
                int job = nextRoots.getAndIncrement();
                int from = (job - 1) * GOROUTINES_AT_ONCE;
                if (job == 0) {
                    roots.visitShared(m);
                } else if (from < goroutines) {
                    roots.visitGoroutines(sched, from, from + GOROUTINES_AT_ONCE, m);
                } else {
                    break;
                }
            }
            m.drain();
        } catch (Throwable t) { // CHECKSTYLE.OFF: IllegalCatch root of a thread
            work.fail(t);
        }
    }

    private static void await(Thread t) {
        boolean interrupted = false;
        while (t.isAlive()) {
            try {
                t.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Threads that marked in this cycle.
    int workers() {
        return workers;
    }

    /// Bytes of slots marked in this cycle.
    long markedBytes() {
        return markers.subList(0, workers).stream().mapToLong(Marker::markedBytes).sum();
    }

    /// Objects marked in this cycle.
    long markedObjects() {
        return markers.subList(0, workers).stream().mapToLong(Marker::markedObjects).sum();
    }

    /// How often spans changed hands between threads, since the start of the run.
    long handoffs() {
        return handoffs;
    }

    /// How many spans did.
    long handoffSpans() {
        return handoffSpans;
    }
}
