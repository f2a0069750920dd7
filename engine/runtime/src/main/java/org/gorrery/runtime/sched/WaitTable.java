package org.gorrery.runtime.sched;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/// Queues of goroutines by the address they wait at, in buckets with a spin lock each.
///
/// Source: Go runtime, `sema.go`, `semTable` (there a treap per bucket, here a list: few addresses are waited at in one bucket).
final class WaitTable {
    private static final int BUCKETS = 256;
    private final Bucket[] buckets = new Bucket[BUCKETS];

    WaitTable() {
        for (int i = 0; i < BUCKETS; i++) {
            buckets[i] = new Bucket();
        }
    }

    Bucket of(long address) {
        return buckets[(int) ((address >>> 2) * 0x9e3779b97f4a7c15L >>> 56)];
    }

    /// The queues of some addresses. Guard: its lock, taken while there is more than one P.
    static final class Bucket {
        private static final VarHandle LOCK;
        private static final VarHandle WAITERS;

        static {
            try {
                MethodHandles.Lookup own = MethodHandles.lookup();
                LOCK = own.findVarHandle(Bucket.class, "lock", int.class);
                WAITERS = own.findVarHandle(Bucket.class, "waiters", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        @SuppressWarnings("UnusedVariable") // read by its VarHandle
        private int lock;

        @SuppressWarnings("UnusedVariable") // read by its VarHandle
        private int waiters;

        private @Nullable Queue first;
        private @Nullable Queue spare;

        void lock(P p) {
            if (p.multi) {
                for (int i = 0; !LOCK.compareAndSet(this, 0, 1); i++) {
                    if (i > 200) {
                        Thread.yield();
                        i = 0;
                    }
                    Thread.onSpinWait();
                }
            }
        }

        void unlock(P p) {
            if (p.multi) {
                LOCK.setRelease(this, 0);
            }
        }

        /// Goroutines that wait here or are about to; read without the lock to see whether there is anything to do.
        int waiters() {
            return (int) WAITERS.getVolatile(this);
        }

        void addWaiters(int n) {
            WAITERS.getAndAdd(this, n);
        }

        /// The queue of an address, made if need be.
        WaitQueue queue(long address) {
            WaitQueue q = find(address);
            if (q != null) {
                return q;
            }
            Queue fresh = spare;
            if (fresh == null) {
                fresh = new Queue();
            } else {
                spare = fresh.next;
            }
            fresh.address = address;
            fresh.next = first;
            first = fresh;
            return fresh.waiting;
        }

        @Nullable WaitQueue find(long address) {
            for (Queue q = first; q != null; q = q.next) {
                if (q.address == address) {
                    return q.waiting;
                }
            }
            return null;
        }

        /// Forgets the queue of an address, which is empty.
        void drop(long address) {
            Queue before = null;
            for (Queue q = first; q != null; before = q, q = q.next) {
                if (q.address == address) {
                    if (before == null) {
                        first = q.next;
                    } else {
                        before.next = q.next;
                    }
                    q.next = spare;
                    spare = q;
                    return;
                }
            }
        }
    }

    /// The goroutines that wait at one address.
    private static final class Queue {
        long address;
        final WaitQueue waiting = new WaitQueue();
        @Nullable Queue next;
    }
}
