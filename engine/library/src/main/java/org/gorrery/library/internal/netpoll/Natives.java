package org.gorrery.library.internal.netpoll;

import org.gorrery.runtime.entry.GoProgram;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.sched.G;

/// Bodyless functions of `internal/netpoll`.
public final class Natives {
    private static final int READING = 'r';
    private static final int WRITING = 'w';

    private Natives() {}

    private static Poller poller(G g, int index) {
        return (Poller) g.p.objects.get(index);
    }

    private static int direction(int mode) {
        return mode == WRITING ? PolledSocket.WRITE : PolledSocket.READ;
    }

    /// Starts the poller of the run.
    public static int start(G g, long sp) {
        Panics.nativeFrame(g, sp);
        var poller = new Poller();
        poller.start(g.p);
        GoProgram.of(g).atEnd(poller::end);
        return g.p.objects.add(poller);
    }

    /// Watches a socket of the host: its id; `r1`: the error.
    public static long open(G g, long sp, int poller, int number) {
        long r = poller(g, poller).open(g.p, number);
        g.r1 = r < 0 ? -r : 0;
        return r < 0 ? 0 : r;
    }

    /// Watches it no more.
    public static void close(G g, long sp, int poller, long id) {
        poller(g, poller).close(id);
    }

    /// Forgets that it was ready.
    public static int reset(G g, long sp, int poller, long id, int mode) {
        return poller(g, poller).socket(id).reset(direction(mode));
    }

    /// Parks until it is ready, or what keeps it from that.
    public static int await(G g, long sp, int poller, long id, int mode, int heedless) {
        var socket = poller(g, poller).socket(id);
        Panics.nativeFrame(g, sp);
        return socket.await(g, direction(mode), heedless != 0);
    }

    /// Sets a deadline.
    public static void deadline(G g, long sp, int poller, long id, long nanos, int mode) {
        var socket = poller(g, poller).socket(id);
        Panics.nativeFrame(g, sp);
        if (mode != WRITING) {
            socket.deadline(g.p, PolledSocket.READ, nanos);
        }
        if (mode != READING) {
            socket.deadline(g.p, PolledSocket.WRITE, nanos);
        }
    }

    /// Wakes all who wait, for good.
    public static void unblock(G g, long sp, int poller, long id) {
        var socket = poller(g, poller).socket(id);
        Panics.nativeFrame(g, sp);
        socket.unblock(g.p);
    }

    /// Whether a number of the host is the poller's own.
    public static int owns(G g, long sp, int poller, int number) {
        return poller(g, poller).owns(number) ? 1 : 0;
    }
}
