package org.gorrery.runtime.chan;

import org.gorrery.event.WaitReason;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.P;
import org.gorrery.runtime.sched.Sudog;
import org.jspecify.annotations.Nullable;

/// Send, receive and close.
///
/// An element goes straight from the sender to a receiver that waits, into its frame or its word; the buffer is used only while
/// nobody waits on the other side. What Go answers with a panic is told by the result: the entry point knows how to panic.
/// Source: Go runtime, `chan.go`.
public final class Channels {
    private Channels() {}

    /// Sends an element of at most 8 bytes.
    ///
    /// @return false where the channel is closed
    public static boolean sendWord(G g, long sp, long channel, long word) {
        if (channel == 0) {
            waitForEver(g, sp, WaitReason.CHAN_SEND_NIL);
        }
        Hchan c = Hchan.of(g, channel);
        P p = g.p;
        c.lock(p);
        if (c.closed) {
            c.unlock(p);
            return false;
        }
        Sudog r = c.receivers.dequeue();
        if (r != null) {
            c.unlock(p);
            c.handWord(r, word);
            wake(p, r);
            return true;
        }
        if (c.count < c.capacity) {
            c.pushWord(word);
            c.unlock(p);
            return true;
        }
        Sudog s = g.sudog;
        s.byWord = true;
        s.word = word;
        return waitToSend(g, sp, c, s);
    }

    /// Sends an element from memory.
    ///
    /// @return false where the channel is closed
    public static boolean send(G g, long sp, long channel, long from) {
        if (channel == 0) {
            waitForEver(g, sp, WaitReason.CHAN_SEND_NIL);
        }
        Hchan c = Hchan.of(g, channel);
        P p = g.p;
        c.lock(p);
        if (c.closed) {
            c.unlock(p);
            return false;
        }
        Sudog r = c.receivers.dequeue();
        if (r != null) {
            c.unlock(p);
            c.handFrom(r, from);
            wake(p, r);
            return true;
        }
        if (c.count < c.capacity) {
            c.pushFrom(from);
            c.unlock(p);
            return true;
        }
        Sudog s = g.sudog;
        s.byWord = false;
        s.elem = from;
        return waitToSend(g, sp, c, s);
    }

    private static boolean waitToSend(G g, long sp, Hchan c, Sudog s) {
        s.select = false;
        c.senders.enqueue(s);
        g.sp = sp;
        g.willPark(WaitReason.CHAN_SEND, c.address);
        c.unlock(g.p);
        g.parkMeasured();
        s.word = 0;
        s.elem = 0;
        return s.success;
    }

    /// Receives an element of at most 8 bytes; `g.r1` is 1 where one was received, 0 where the channel is closed.
    public static long receiveWord(G g, long sp, long channel) {
        if (channel == 0) {
            waitForEver(g, sp, WaitReason.CHAN_RECEIVE_NIL);
        }
        Hchan c = Hchan.of(g, channel);
        ChannelTimer timer = c.timer;
        if (timer != null) {
            timer.beforeOperation(g);
        }
        P p = g.p;
        c.lock(p);
        Sudog s = c.senders.dequeue();
        if (s != null) {
            long word;
            if (c.capacity == 0) {
                word = c.wordOf(s);
            } else {
                word = c.pullWord();
                c.pushOf(s);
            }
            c.unlock(p);
            wake(p, s);
            g.r1 = 1;
            return word;
        }
        if (c.count > 0) {
            long word = c.pullWord();
            c.unlock(p);
            g.r1 = 1;
            return word;
        }
        if (c.closed) {
            c.unlock(p);
            g.r1 = 0;
            return 0;
        }
        Sudog own = g.sudog;
        own.byWord = true;
        own.word = 0;
        waitToReceive(g, sp, c, own, timer);
        g.r1 = own.success ? 1 : 0;
        long word = own.word;
        own.word = 0;
        return word;
    }

    /// Receives an element to memory, or drops it where `to` is 0.
    ///
    /// @return false where the channel is closed: the memory is cleared
    public static boolean receive(G g, long sp, long channel, long to) {
        if (channel == 0) {
            waitForEver(g, sp, WaitReason.CHAN_RECEIVE_NIL);
        }
        Hchan c = Hchan.of(g, channel);
        ChannelTimer timer = c.timer;
        if (timer != null) {
            timer.beforeOperation(g);
        }
        P p = g.p;
        c.lock(p);
        Sudog s = c.senders.dequeue();
        if (s != null) {
            if (c.capacity == 0) {
                c.copyOf(s, to);
            } else {
                c.pullTo(to);
                c.pushOf(s);
            }
            c.unlock(p);
            wake(p, s);
            return true;
        }
        if (c.count > 0) {
            c.pullTo(to);
            c.unlock(p);
            return true;
        }
        if (c.closed) {
            c.unlock(p);
            c.clear(to);
            return false;
        }
        Sudog own = g.sudog;
        own.byWord = false;
        own.elem = to;
        waitToReceive(g, sp, c, own, timer);
        own.elem = 0;
        return own.success;
    }

    private static void waitToReceive(
            G g, long sp, Hchan c, Sudog s, @Nullable ChannelTimer timer) {
        s.select = false;
        c.receivers.enqueue(s);
        g.sp = sp;
        if (timer == null) {
            g.willPark(WaitReason.CHAN_RECEIVE, c.address);
            c.unlock(g.p);
            g.parkMeasured();
            return;
        }
        g.willPark(WaitReason.CHAN_RECEIVE, c.address);
        c.unlock(g.p);
        timer.waiterCame(g);
        g.parkMeasured();
        timer.waiterWent(g);
    }

    /// Wakes who waited, after a transfer. What was handed over is in place.
    static void wake(P p, Sudog s) {
        G g = s.g;
        s.success = true;
        g.fired = s;
        p.sched.ready(p, g);
    }

    /// Outcome of [#close].
    public enum CloseResult {
        /// Done.
        CLOSED,
        /// It was nil.
        NIL,
        /// It was closed before.
        TWICE
    }

    /// Closes: wakes all that wait.
    public static CloseResult close(G g, long channel) {
        if (channel == 0) {
            return CloseResult.NIL;
        }
        Hchan c = Hchan.of(g, channel);
        P p = g.p;
        c.lock(p);
        if (c.closed) {
            c.unlock(p);
            return CloseResult.TWICE;
        }
        c.closed = true;
        Sudog woken = null;
        Sudog last = null;
        for (int side = 0; side < 2; side++) {
            for (; ; ) {
                Sudog s = side == 0 ? c.receivers.dequeue() : c.senders.dequeue();
                if (s == null) {
                    break;
                }
                if (side == 0) {
                    c.handZero(s);
                }
                s.success = false;
                s.g.fired = s;
                if (last == null) {
                    woken = s;
                } else {
                    last.next = s;
                }
                last = s;
            }
        }
        c.unlock(p);
        while (woken != null) {
            Sudog next = woken.next;
            woken.next = null;
            p.sched.ready(p, woken.g);
            woken = next;
        }
        return CloseResult.CLOSED;
    }

    /// Parks for good.
    public static void waitForEver(G g, long sp, WaitReason why) {
        for (; ; ) {
            g.sp = sp;
            g.willPark(why, 0);
            g.park();
        }
    }
}
