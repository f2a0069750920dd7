package org.gorrery.library.internal.netpoll;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.gorrery.library.host.HostCall;

/// The host's `epoll`, edge-triggered, with an event of its own by which a waiting thread is ended.
final class Epoll {
    private static final HostCall CREATE = HostCall.of("epoll_create1");
    private static final HostCall CHANGE = HostCall.of("epoll_ctl");
    private static final HostCall WAIT = HostCall.of("epoll_wait");
    private static final HostCall EVENT = HostCall.of("eventfd");
    private static final HostCall WRITE = HostCall.of("write");
    private static final HostCall CLOSE = HostCall.of("close");
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int ADD = 1;
    private static final int REMOVE = 2;
    private static final int EINTR = 4;
    private static final int IN = 1;
    private static final int OUT = 4;
    private static final int ERROR = 8;
    private static final int HANG_UP = 0x10;
    private static final int PEER_HANG_UP = 0x2000;
    private static final int EDGE = 1 << 31;
    private static final int AT_ONCE = 128;

    /// The structure is packed on amd64 only.
    private static final boolean PACKED = "amd64".equals(System.getProperty("os.arch"));

    private static final int EVENT_BYTES = PACKED ? 12 : 16;
    private static final int DATA = PACKED ? 4 : 8;

    /// What to do with an event.
    interface Ready {
        void ready(long id, boolean read, boolean write);
    }

    private final int number;
    private final int ending;

    private Epoll(int number, int ending) {
        this.number = number;
        this.ending = ending;
    }

    /// A new one, or a negated error number in its place.
    static Epoll open() {
        int number = CREATE.call(CLOSE_ON_EXEC, 0, 0);
        int ending = number < 0 ? -1 : EVENT.call(0, CLOSE_ON_EXEC, 0);
        var e = new Epoll(number, ending);
        if (ending >= 0) {
            e.change(ADD, ending, IN, 0);
        }
        return e;
    }

    /// Watches a socket.
    ///
    /// @return 0 or a negated error number
    int add(int socket, long id) {
        return number < 0 ? number : change(ADD, socket, IN | OUT | PEER_HANG_UP | EDGE, id);
    }

    /// Watches it no more.
    void remove(int socket) {
        change(REMOVE, socket, 0, 0);
    }

    private int change(int what, int socket, int events, long id) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment e = arena.allocate(EVENT_BYTES, Long.BYTES);
            e.set(ValueLayout.JAVA_INT, 0, events);
            e.set(ValueLayout.JAVA_LONG_UNALIGNED, DATA, id);
            return CHANGE.call(number, what, socket, e.address(), 0, 0);
        }
    }

    /// Whether it is one of its own numbers.
    boolean owns(int socket) {
        return socket == number || socket == ending;
    }

    /// Tells what gets ready until [#end]; then closes.
    void serve(Ready to, Runnable afterEach) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment events = arena.allocate((long) EVENT_BYTES * AT_ONCE, Long.BYTES);
            boolean goesOn = number >= 0;
            while (goesOn) {
                int n = WAIT.call(number, events.address(), AT_ONCE, -1, 0, 0);
                if (n < 0 && n != -EINTR) {
                    break;
                }
                for (int i = 0; i < n; i++) {
                    goesOn &= tell(events, (long) EVENT_BYTES * i, to);
                }
                afterEach.run();
            }
        } finally {
            CLOSE.call(ending, 0, 0);
            CLOSE.call(number, 0, 0);
        }
    }

    private static boolean tell(MemorySegment events, long at, Ready to) {
        int what = events.get(ValueLayout.JAVA_INT, at);
        long id = events.get(ValueLayout.JAVA_LONG_UNALIGNED, at + DATA);
        if (id == 0) {
            return false;
        }
        to.ready(
                id,
                (what & (IN | PEER_HANG_UP | HANG_UP | ERROR)) != 0,
                (what & (OUT | HANG_UP | ERROR)) != 0);
        return true;
    }

    /// Ends [#serve].
    void end() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment one = arena.allocate(ValueLayout.JAVA_LONG, 1);
            WRITE.call(ending, one.address(), Long.BYTES);
        }
    }
}
