package org.gorrery.library.sync;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.gorrery.event.WaitReason;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.P;
import org.gorrery.runtime.sched.Sudog;
import org.gorrery.runtime.sched.WaitQueue;
import org.jspecify.annotations.Nullable;

/// Goroutines that wait for semaphores of a run. A semaphore is 32 bits of Go memory; who finds it 0 waits here, in a queue found by
/// the address.
///
/// Guard: a spin lock for each bucket, taken while there is more than one P; never held over a yield.
/// Source: Go runtime, `sema.go`.
final class Semaphores {
    private static final int BUCKETS = 256;

    /// In [Sudog#index]: the semaphore was handed over.
    private static final int HANDED = 1;

    private final Bucket[] buckets = new Bucket[BUCKETS];

    Semaphores() {
        for (int i = 0; i < BUCKETS; i++) {
            buckets[i] = new Bucket();
        }
    }

    /// Those that wait for one address.
    private static final class Waiting {
        final long address;
        final WaitQueue queue = new WaitQueue();
        @Nullable Waiting next;

        Waiting(long address) {
            this.address = address;
        }
    }

    private static final class Bucket {
        private static final VarHandle LOCK;

        static {
            try {
                LOCK = MethodHandles.lookup().findVarHandle(Bucket.class, "lock", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        /// How many wait in this bucket: read without the lock, after the semaphore was raised.
        volatile int waiters;

        private @Nullable Waiting first;

        @SuppressWarnings("UnusedVariable") // read by its VarHandle
        private int lock;

        void lock(P p) {
            if (!p.multi) {
                return;
            }
            int spins = 0;
            while (!LOCK.compareAndSet(this, 0, 1)) {
                if (++spins > 200) {
                    Thread.yield();
                    spins = 0;
                }
                Thread.onSpinWait();
            }
        }

        void unlock(P p) {
            if (p.multi) {
                LOCK.setRelease(this, 0);
            }
        }

        Waiting queueOf(long address) {
            for (Waiting w = first; w != null; w = w.next) {
                if (w.address == address) {
                    return w;
                }
            }
            Waiting w = new Waiting(address);
            w.next = first;
            first = w;
            return w;
        }

        @Nullable Sudog dequeue(long address) {
            Waiting before = null;
            for (Waiting w = first; w != null; before = w, w = w.next) {
                if (w.address != address) {
                    continue;
                }
                Sudog s = w.queue.dequeue();
                if (w.queue.isEmpty()) {
                    if (before == null) {
                        first = w.next;
                    } else {
                        before.next = w.next;
                    }
                }
                return s;
            }
            return null;
        }
    }

    private Bucket bucket(long address) {
        return buckets[(int) (address * 0x9e37_79b9_7f4a_7c15L >>> 56)];
    }

    private static boolean take(long address) {
        for (; ; ) {
            int v = Mem.ldAcq32(address);
            if (v == 0) {
                return false;
            }
            if (Mem.cas32(address, v, v - 1)) {
                return true;
            }
        }
    }

    /// Waits until the semaphore is positive and lowers it. The frame at sp is complete.
    @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
    void acquire(G g, long sp, long address, boolean inFront, WaitReason reason) {
        if (take(address)) {
            return;
        }
        Bucket b = bucket(address);
        Sudog s = g.sudog;
        for (; ; ) {
            b.lock(g.p);
            b.waiters++;
            if (take(address)) {
                b.waiters--;
                b.unlock(g.p);
                return;
            }
            s.select = false;
            s.index = 0;
            s.on = address;
            WaitQueue q = b.queueOf(address).queue;
            if (inFront) {
                q.push(s);
            } else {
                q.enqueue(s);
            }
            g.sp = sp;
            g.willPark(reason, address);
            b.unlock(g.p);
            g.park();
            if (s.index == HANDED || take(address)) {
                s.on = 0;
                return;
            }
        }
    }

    /// Raises the semaphore and wakes one that waits.
    ///
    /// @param handOver that one gets the semaphore, and runs at once in place of the caller
    @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
    void release(G g, long sp, long address, boolean handOver) {
        Mem.add32(address, 1);
        Bucket b = bucket(address);
        if (b.waiters == 0) {
            return;
        }
        P p = g.p;
        b.lock(p);
        Sudog s = b.waiters == 0 ? null : b.dequeue(address);
        if (s != null) {
            b.waiters--;
        }
        b.unlock(p);
        if (s == null) {
            return;
        }
        boolean handed = handOver && take(address);
        if (handed) {
            s.index = HANDED;
        }
        p.sched.ready(p, s.g);
        if (handed) {
            p.sched.yieldLocally(g, sp);
        }
    }
}
