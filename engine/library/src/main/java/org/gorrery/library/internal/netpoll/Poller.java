package org.gorrery.library.internal.netpoll;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.gorrery.event.WaitReason;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.P;
import org.gorrery.runtime.stack.NativeFrame;
import org.jspecify.annotations.Nullable;

/// The network poller of a run: a thread learns from the host which sockets are ready, a goroutine of the runtime's own readies who waits
/// for them, so that each is readied on a P like any other.
///
/// Guard: this, for `server`.
final class Poller {
    private final Epoll epoll = Epoll.open();
    private final ConcurrentHashMap<Long, PolledSocket> sockets = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final ConcurrentLinkedQueue<G> arrived = new ConcurrentLinkedQueue<>();
    private @Nullable G server;

    /// Starts it.
    void start(P p) {
        p.sched.newSystem(p, this::serve);
        var thread = new Thread(null, () -> epoll.serve(this::ready, this::hand), "go-netpoll");
        thread.setDaemon(true);
        thread.start();
    }

    /// The run is over.
    void end() {
        epoll.end();
    }

    /// Watches a socket.
    ///
    /// @return its id, or a negated error number
    long open(P p, int number) {
        long id = ids.incrementAndGet();
        sockets.put(id, new PolledSocket(p.sched, number));
        int r = epoll.add(number, id);
        if (r < 0) {
            sockets.remove(id);
            return r;
        }
        return id;
    }

    /// The socket of an id that is in use.
    PolledSocket socket(long id) {
        PolledSocket s = sockets.get(id);
        if (s == null) {
            throw new IllegalStateException("socket " + id + " is not watched");
        }
        return s;
    }

    void close(long id) {
        PolledSocket s = sockets.remove(id);
        if (s != null) {
            epoll.remove(s.number());
        }
    }

    boolean owns(int number) {
        return epoll.owns(number);
    }

    private void ready(long id, boolean read, boolean write) {
        PolledSocket s = sockets.get(id);
        if (s == null) {
            return;
        }
        G reader = read ? s.ready(PolledSocket.READ) : null;
        if (reader != null) {
            arrived.add(reader);
        }
        G writer = write ? s.ready(PolledSocket.WRITE) : null;
        if (writer != null) {
            arrived.add(writer);
        }
    }

    private void hand() {
        G g = null;
        synchronized (this) {
            if (!arrived.isEmpty()) {
                g = server;
                server = null;
            }
        }
        if (g != null) {
            g.p.sched.readyFromOutside(g);
        }
    }

    private void serve(G g, long sp) {
        Mem.st64(sp, NativeFrame.HIDDEN.pc(0));
        while (true) {
            g.sp = sp;
            boolean idle;
            synchronized (this) {
                idle = arrived.isEmpty();
                if (idle) {
                    server = g;
                    g.willParkForOutside(WaitReason.IO, 0);
                }
            }
            if (idle) {
                g.park();
            }
            for (G next = arrived.poll(); next != null; next = arrived.poll()) {
                g.p.sched.ready(g.p, next);
                g.p.sched.awaitOutside(-1);
            }
        }
    }
}
