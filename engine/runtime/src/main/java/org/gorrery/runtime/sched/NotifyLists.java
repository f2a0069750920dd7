package org.gorrery.runtime.sched;

import org.gorrery.event.WaitReason;
import org.gorrery.runtime.memory.Mem;

/// Waiting and waking for sync.Cond. The list in Go memory begins with two 32-bit counters: the next ticket of a waiter, and the next one to
/// be notified; the waiters are here.
///
/// Source: Go runtime, `sema.go`, `notifyList`.
public final class NotifyLists {
    private static final int WAIT = 0;
    private static final int NOTIFY = 4;
    private final WaitTable table = new WaitTable();

    NotifyLists() {}

    /// Takes a ticket, before the lock of the Cond is released.
    public static int add(long list) {
        for (; ; ) {
            int v = Mem.ldAcq32(list + WAIT);
            if (Mem.cas32(list + WAIT, v, v + 1)) {
                return v;
            }
        }
    }

    /// Waits until the ticket is notified.
    public void await(G g, long sp, long list, int ticket) {
        WaitTable.Bucket b = table.of(list);
        P p = g.p;
        b.lock(p);
        if (ticket - Mem.ld32(list + NOTIFY) < 0) {
            b.unlock(p);
            return;
        }
        Sudog s = g.sudog;
        s.select = false;
        s.on = list;
        s.index = ticket;
        b.queue(list).enqueue(s);
        g.sp = sp;
        g.willPark(WaitReason.COND, list);
        b.unlock(p);
        g.parkMeasured();
    }

    /// Wakes all that have a ticket.
    public void notifyAll(G g, long list) {
        if (Mem.ldAcq32(list + WAIT) == Mem.ldAcq32(list + NOTIFY)) {
            return;
        }
        WaitTable.Bucket b = table.of(list);
        P p = g.p;
        b.lock(p);
        Mem.stRel32(list + NOTIFY, Mem.ldAcq32(list + WAIT));
        Sudog first = null;
        WaitQueue q = b.find(list);
        if (q != null) {
            Sudog last = null;
            for (Sudog s = q.dequeue(); s != null; s = q.dequeue()) {
                if (last == null) {
                    first = s;
                } else {
                    last.next = s;
                }
                last = s;
            }
            b.drop(list);
        }
        b.unlock(p);
        while (first != null) {
            Sudog next = first.next;
            first.next = null;
            p.sched.ready(p, first.g);
            first = next;
        }
    }

    /// Wakes the one whose turn it is.
    public void notifyOne(G g, long list) {
        if (Mem.ldAcq32(list + WAIT) == Mem.ldAcq32(list + NOTIFY)) {
            return;
        }
        WaitTable.Bucket b = table.of(list);
        P p = g.p;
        b.lock(p);
        int ticket = Mem.ld32(list + NOTIFY);
        Sudog found = null;
        if (ticket != Mem.ldAcq32(list + WAIT)) {
            Mem.stRel32(list + NOTIFY, ticket + 1);
            WaitQueue q = b.find(list);
            if (q != null) {
                found = q.first();
                while (found != null && found.index != ticket) {
                    found = found.next;
                }
                if (found != null) {
                    q.remove(found);
                }
                if (q.isEmpty()) {
                    b.drop(list);
                }
            }
        }
        b.unlock(p);
        if (found != null) {
            p.sched.ready(p, found.g);
        }
    }
}
