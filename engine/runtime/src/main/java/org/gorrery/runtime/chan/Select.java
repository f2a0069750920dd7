package org.gorrery.runtime.chan;

import java.util.Arrays;
import org.gorrery.abi.FrameLayout;
import org.gorrery.event.WaitReason;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.P;
import org.gorrery.runtime.sched.Sudog;
import org.jspecify.annotations.Nullable;

/// The select statement.
///
/// All channels are locked, in the order of their addresses. Of the cases that can go on one is chosen, each with the same
/// probability, in one pass: the k-th that is found replaces the choice with probability 1/k. Where none can, the goroutine enters all queues,
/// and the first to claim it decides.
/// Source: Go runtime, `select.go`; Go specification, "Select statements".
public final class Select {
    /// No case can go on, and the select may not wait.
    public static final int DEFAULT = -1;

    /// The chosen case sends on a closed channel.
    public static final int CLOSED = -2;

    /// The partner that was seen has been claimed by another channel: the select starts over.
    private static final int RETRY = -3;

    private static final long SEND = 1;
    private static final int[] NONE = new int[0];

    private Select() {}

    /// Runs a select.
    ///
    /// @param cases address of the cases, [FrameLayout#SELECT_CASE_BYTES] each
    /// @return index of the case, or [#DEFAULT], or [#CLOSED]; `g.r1` is 1 where a value was received
    public static int select(G g, long sp, long cases, int n, boolean mayBlock) {
        for (; ; ) {
            int chosen = attempt(g, sp, cases, n, mayBlock);
            if (chosen != RETRY) {
                return chosen;
            }
        }
    }

    private static int attempt(G g, long sp, long cases, int n, boolean mayBlock) {
        boolean timers = runTimers(g, cases, n);
        P p = g.p;
        int[] order = p.multi ? lockAll(g, p, cases, n) : NONE;
        g.r1 = 0;
        int chosen = choose(g, p, cases, n);
        if (chosen >= 0) {
            return proceed(g, p, cases, chosen, order);
        }
        if (!mayBlock) {
            unlockAll(g, p, cases, order);
            return DEFAULT;
        }
        Sudog[] sudogs = enqueueAll(g, cases, n);
        g.sp = sp;
        g.willPark(n == 0 ? WaitReason.SELECT_NO_CASES : WaitReason.SELECT, 0);
        unlockAll(g, p, cases, order);
        if (timers) {
            noteWaiter(g, cases, n, true);
        }
        g.parkMeasured();
        Sudog fired = g.fired;
        g.fired = null;
        dequeueAll(g, cases, n, sudogs);
        if (timers) {
            noteWaiter(g, cases, n, false);
        }
        if (fired == null) {
            throw new IllegalStateException("a select woke without a case");
        }
        boolean send = direction(cases, fired.index) == SEND;
        g.r1 = !send && fired.success ? 1 : 0;
        return send && !fired.success ? CLOSED : fired.index;
    }

    private static long channel(long cases, int i) {
        return Mem.ld64(cases + (long) i * FrameLayout.SELECT_CASE_BYTES);
    }

    private static long element(long cases, int i) {
        return Mem.ld64(cases + (long) i * FrameLayout.SELECT_CASE_BYTES + 8);
    }

    private static long direction(long cases, int i) {
        return Mem.ld64(cases + (long) i * FrameLayout.SELECT_CASE_BYTES + 16);
    }

    private static int choose(G g, P p, long cases, int n) {
        int ready = 0;
        int chosen = -1;
        for (int i = 0; i < n; i++) {
            long at = channel(cases, i);
            if (at == 0) {
                continue;
            }
            Hchan c = Hchan.of(g, at);
            boolean can =
                    direction(cases, i) == SEND
                            ? c.closed || c.count < c.capacity || c.receivers.hasLive()
                            : c.count > 0 || c.closed || c.senders.hasLive();
            if (can && (++ready == 1 || p.random(ready) == 0)) {
                chosen = i;
            }
        }
        return chosen;
    }

    private static int proceed(G g, P p, long cases, int i, int[] order) {
        Hchan c = Hchan.of(g, channel(cases, i));
        long elem = element(cases, i);
        Sudog other = null;
        int result = i;
        if (direction(cases, i) == SEND) {
            if (c.closed) {
                result = CLOSED;
            } else {
                other = c.receivers.dequeue();
                if (other != null) {
                    c.handFrom(other, elem);
                } else if (c.count < c.capacity) {
                    c.pushFrom(elem);
                } else {
                    return again(g, p, cases, order);
                }
            }
        } else {
            other = c.senders.dequeue();
            if (other == null && c.count == 0 && !c.closed) {
                return again(g, p, cases, order);
            }
            g.r1 = receive(c, other, elem) ? 1 : 0;
        }
        unlockAll(g, p, cases, order);
        if (other != null) {
            Channels.wake(p, other);
        }
        return result;
    }

    private static int again(G g, P p, long cases, int[] order) {
        unlockAll(g, p, cases, order);
        return RETRY;
    }

    private static boolean receive(Hchan c, @Nullable Sudog sender, long to) {
        if (sender != null && c.capacity == 0) {
            c.copyOf(sender, to);
            return true;
        }
        if (c.count > 0) {
            c.pullTo(to);
            if (sender != null) {
                c.pushOf(sender);
            }
            return true;
        }
        c.clear(to);
        return false;
    }

    private static Sudog[] enqueueAll(G g, long cases, int n) {
        Sudog[] s = g.selectSudogs;
        if (s == null || s.length < n) {
            int have = s == null ? 0 : s.length;
            s = s == null ? new Sudog[n] : Arrays.copyOf(s, n);
            for (int i = have; i < n; i++) {
                s[i] = new Sudog(g);
                s[i].select = true;
                s[i].index = i;
            }
            g.selectSudogs = s;
        }
        g.selectCount = n;
        g.openSelect();
        for (int i = 0; i < n; i++) {
            long at = channel(cases, i);
            s[i].on = at;
            s[i].elem = element(cases, i);
            if (at == 0) {
                continue;
            }
            Hchan c = Hchan.of(g, at);
            if (direction(cases, i) == SEND) {
                c.senders.enqueue(s[i]);
            } else {
                c.receivers.enqueue(s[i]);
            }
        }
        return s;
    }

    private static void dequeueAll(G g, long cases, int n, Sudog[] s) {
        P p = g.p;
        for (int i = 0; i < n; i++) {
            long at = s[i].on;
            if (at != 0) {
                Hchan c = Hchan.of(g, at);
                c.lock(p);
                if (direction(cases, i) == SEND) {
                    c.senders.remove(s[i]);
                } else {
                    c.receivers.remove(s[i]);
                }
                c.unlock(p);
            }
            s[i].elem = 0;
        }
        g.selectCount = 0;
    }

    /// Locks each channel once, in the order of addresses.
    ///
    /// @return the cases whose channels were locked
    private static int[] lockAll(G g, P p, long cases, int n) {
        int[] order = new int[n];
        int k = 0;
        for (int i = 0; i < n; i++) {
            long at = channel(cases, i);
            if (at == 0) {
                continue;
            }
            int j = k++;
            while (j > 0 && Long.compareUnsigned(channel(cases, order[j - 1]), at) > 0) {
                order[j] = order[j - 1];
                j--;
            }
            order[j] = i;
        }
        int distinct = 0;
        long last = 0;
        for (int i = 0; i < k; i++) {
            long at = channel(cases, order[i]);
            if (at != last) {
                order[distinct++] = order[i];
                Hchan.of(g, at).lock(p);
                last = at;
            }
        }
        return distinct == n ? order : Arrays.copyOf(order, distinct);
    }

    private static void unlockAll(G g, P p, long cases, int[] order) {
        for (int i = order.length - 1; i >= 0; i--) {
            Hchan.of(g, channel(cases, order[i])).unlock(p);
        }
    }

    private static boolean runTimers(G g, long cases, int n) {
        boolean any = false;
        for (int i = 0; i < n; i++) {
            long at = channel(cases, i);
            ChannelTimer t = at == 0 ? null : Hchan.of(g, at).timer;
            if (t != null) {
                any = true;
                t.beforeOperation(g);
            }
        }
        return any;
    }

    private static void noteWaiter(G g, long cases, int n, boolean came) {
        for (int i = 0; i < n; i++) {
            long at = channel(cases, i);
            ChannelTimer t = at == 0 ? null : Hchan.of(g, at).timer;
            if (t != null) {
                if (came) {
                    t.waiterCame(g);
                } else {
                    t.waiterWent(g);
                }
            }
        }
    }
}
