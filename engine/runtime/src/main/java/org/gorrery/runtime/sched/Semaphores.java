package org.gorrery.runtime.sched;

import org.gorrery.event.WaitReason;
import org.gorrery.runtime.memory.Mem;
import org.jspecify.annotations.Nullable;

/// Sleeping and waking for package sync: a semaphore is a 32-bit count in Go memory, its waiters are here.
///
/// Source: Go runtime, `sema.go` (`semacquire1`, `semrelease1`).
public final class Semaphores {
    private final WaitTable table = new WaitTable();
    private final LockHolders holders = new LockHolders();

    Semaphores() {}

    /// Who holds the locks that semaphores belong to.
    public LockHolders holders() {
        return holders;
    }

    private static boolean tryAcquire(long address) {
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

    /// Waits until the count is above 0 and lowers it.
    ///
    /// @param sp the caller's top frame, complete
    /// @param lifo queues in front, not at the end
    public void acquire(G g, long sp, long address, boolean lifo, WaitReason reason) {
        if (tryAcquire(address)) {
            return;
        }
        WaitTable.Bucket b = table.of(address);
        Sudog s = g.sudog;
        g.sp = sp;
        for (; ; ) {
            P p = g.p;
            b.lock(p);
            b.addWaiters(1);
            if (tryAcquire(address)) {
                b.addWaiters(-1);
                b.unlock(p);
                return;
            }
            s.select = false;
            s.success = false;
            s.on = address;
            if (lifo) {
                b.queue(address).push(s);
            } else {
                b.queue(address).enqueue(s);
            }
            g.willPark(reason, address);
            b.unlock(p);
            g.parkMeasured();
            if (s.success || tryAcquire(address)) {
                return;
            }
        }
    }

    /// Raises the count and wakes a waiter.
    ///
    /// @param handoff the woken one gets the count at once and runs next
    public void release(G g, long sp, long address, boolean handoff) {
        for (; ; ) {
            int v = Mem.ldAcq32(address);
            if (Mem.cas32(address, v, v + 1)) {
                break;
            }
        }
        WaitTable.Bucket b = table.of(address);
        if (b.waiters() == 0) {
            return;
        }
        P p = g.p;
        b.lock(p);
        Sudog s = take(b, address);
        b.unlock(p);
        if (s == null) {
            return;
        }
        WaitListener listener = p.waits;
        if (listener != null && s.since != 0 && s.g.waitReason != WaitReason.WAIT_GROUP) {
            g.sp = sp;
            listener.contended(g, s.g.waitReason, p.sched.driver().nanotime() - s.since);
        }
        boolean handed = handoff && tryAcquire(address);
        s.success = handed;
        p.sched.ready(p, s.g);
        if (handed) {
            p.sched.yieldLocally(g, sp);
        }
    }

    private static @Nullable Sudog take(WaitTable.Bucket b, long address) {
        WaitQueue q = b.find(address);
        if (q == null) {
            return null;
        }
        Sudog s = q.dequeue();
        if (q.isEmpty()) {
            b.drop(address);
        }
        if (s != null) {
            b.addWaiters(-1);
        }
        return s;
    }
}
