package org.gorrery.runtime.sched;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The timers of one P: a heap with four children per node, ordered by when they are due.
///
/// Guard: a spin lock of its own, taken while there is more than one P; never held over a yield or while a timer fires.
/// Source: Go runtime, `time.go`.
public final class Timers {
    private static final VarHandle LOCK;
    private static final VarHandle FIRST;
    private static final int CHILDREN = 4;

    static {
        try {
            MethodHandles.Lookup own = MethodHandles.lookup();
            LOCK = own.findVarHandle(Timers.class, "lock", int.class);
            FIRST = own.findVarHandle(Timers.class, "first", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final P p;
    private @Nullable GoTimer[] heap = new @Nullable GoTimer[16];

    // When each of the heap is due, so that ordering touches no timer that stays in its place.
    private long[] whens = new long[16];
    private int size;

    @SuppressWarnings("UnusedVariable") // read by its VarHandle
    private int lock;

    @SuppressWarnings("UnusedVariable") // read by its VarHandle
    private long first = Long.MAX_VALUE;

    Timers(P p) {
        this.p = p;
    }

    /// When the earliest is due; [Long#MAX_VALUE] where there is none. From anywhere.
    long first() {
        return (long) FIRST.getOpaque(this);
    }

    private void lock() {
        if (p.multi) {
            int spins = 0;
            while (!LOCK.compareAndSet(this, 0, 1)) {
                if (++spins > 200) {
                    Thread.yield();
                    spins = 0;
                }
                Thread.onSpinWait();
            }
        }
    }

    private void unlock() {
        if (p.multi) {
            LOCK.setRelease(this, 0);
        }
    }

    private long earliest() {
        return size == 0 ? Long.MAX_VALUE : whens[0];
    }

    /// After a change that may have brought an earlier timer: then who sleeps until the first one must see it, so the write comes before
    /// the look at who sleeps ([WorkFinder#timerAdded]).
    private void noteFirst() {
        long now = earliest();
        if (now != first()) {
            FIRST.setVolatile(this, now);
        }
    }

    /// After the first one went.
    private void noteLater() {
        FIRST.setRelease(this, earliest());
    }

    /// Sets a timer, whether it runs or not. Answers whether it was running.
    @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
    boolean set(GoTimer t, long when, long period) {
        lock();
        boolean active = t.index >= 0;
        t.period = period;
        t.when = when;
        t.sequence++;
        if (active) {
            fix(t);
        } else {
            insert(t);
        }
        noteFirst();
        unlock();
        p.sched.finder().timerAdded(when);
        return active;
    }

    /// Stops a timer. Answers whether it was running.
    @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
    boolean remove(GoTimer t) {
        lock();
        boolean active = t.index >= 0;
        t.sequence++;
        if (active) {
            delete(t);
            noteLater();
        }
        unlock();
        return active;
    }

    /// Fires what is due, on the own P.
    void run(long now) {
        run(p, now);
    }

    /// Fires what is due, on the P of the caller.
    void run(P on, long now) {
        for (; ; ) {
            if (first() > now) {
                return;
            }
            lock();
            GoTimer t = size == 0 ? null : heap[0];
            if (t == null || whens[0] > now) {
                unlock();
                return;
            }
            if (t.period > 0) {
                t.when += t.period * (1 + (now - t.when) / t.period);
                down(t, 0);
            } else {
                delete(t);
            }
            noteLater();
            long sequence = t.sequence;
            unlock();
            t.action.fire(on, t, sequence, now);
        }
    }

    /// Moves all to another P. World stopped.
    void moveTo(Timers other) {
        for (int i = 0; i < size; i++) {
            GoTimer t = heap[i];
            if (t != null) {
                heap[i] = null;
                t.index = -1;
                other.insert(t);
            }
        }
        size = 0;
        noteFirst();
        other.noteFirst();
    }

    /// How many are set.
    int size() {
        return size;
    }

    /// Each timer. World stopped.
    void forEach(java.util.function.Consumer<GoTimer> action) {
        for (int i = 0; i < size; i++) {
            GoTimer t = heap[i];
            if (t != null) {
                action.accept(t);
            }
        }
    }

    private void insert(GoTimer t) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
            whens = Arrays.copyOf(whens, size * 2);
        }
        t.owner = this;
        up(t, size++);
    }

    private void delete(GoTimer t) {
        int i = t.index;
        GoTimer last = at(--size);
        heap[size] = null;
        t.index = -1;
        if (last != t) {
            last.index = i;
            fix(last);
        }
    }

    /// Moves one to where its time belongs, from the place that it has, or takes.
    private void fix(GoTimer t) {
        int i = t.index;
        if (i > 0 && whens[(i - 1) / CHILDREN] > t.when) {
            up(t, i);
        } else {
            down(t, i);
        }
    }

    private GoTimer at(int i) {
        GoTimer t = heap[i];
        if (t == null) {
            throw new IllegalStateException("timer heap has a hole at " + i);
        }
        return t;
    }

    private void place(GoTimer t, long when, int i) {
        heap[i] = t;
        whens[i] = when;
        t.index = i;
    }

    private void up(GoTimer t, int from) {
        long when = t.when;
        int i = from;
        while (i > 0) {
            int parent = (i - 1) / CHILDREN;
            long above = whens[parent];
            if (above <= when) {
                break;
            }
            place(at(parent), above, i);
            i = parent;
        }
        place(t, when, i);
    }

    private void down(GoTimer t, int from) {
        long when = t.when;
        int i = from;
        for (; ; ) {
            int child = i * CHILDREN + 1;
            if (child >= size) {
                break;
            }
            int least = child;
            int end = Math.min(child + CHILDREN, size);
            for (int c = child + 1; c < end; c++) {
                if (whens[c] < whens[least]) {
                    least = c;
                }
            }
            if (whens[least] >= when) {
                break;
            }
            place(at(least), whens[least], i);
            i = least;
        }
        place(t, when, i);
    }
}
