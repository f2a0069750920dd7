package org.gorrery.library.internal.netpoll;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import org.gorrery.library.host.HostCall;

/// Two sockets of the host that are connected with each other and never block.
record SocketPair(int near, int far) implements AutoCloseable {
    private static final HostCall PAIR = HostCall.of("socketpair");
    private static final HostCall READ = HostCall.of("read");
    private static final HostCall WRITE = HostCall.of("write");
    private static final HostCall CLOSE = HostCall.of("close");
    private static final int UNIX = 1;
    private static final int STREAM_THAT_NEVER_BLOCKS = 1 | 0x800;
    private static final int CHUNK = 4096;

    static SocketPair open() {
        try (Arena arena = Arena.ofConfined()) {
            var two = arena.allocate(2L * Integer.BYTES, Integer.BYTES);
            int r = PAIR.call(UNIX, STREAM_THAT_NEVER_BLOCKS, 0, two.address(), 0, 0);
            if (r < 0) {
                throw new AssertionError("socketpair fails with " + -r);
            }
            return new SocketPair(
                    two.get(ValueLayout.JAVA_INT, 0), two.get(ValueLayout.JAVA_INT, 4));
        }
    }

    /// Writes a byte at the far end.
    void send() {
        try (Arena arena = Arena.ofConfined()) {
            if (WRITE.call(far, arena.allocate(1).address(), 1) != 1) {
                throw new AssertionError("nothing was written");
            }
        }
    }

    /// Writes at the near end until there is no room.
    void fill() {
        move(WRITE, near);
    }

    /// Reads at the far end all that there is.
    void drain() {
        move(READ, far);
    }

    private static void move(HostCall call, int number) {
        try (Arena arena = Arena.ofConfined()) {
            long at = arena.allocate(CHUNK).address();
            int n;
            do {
                n = call.call(number, at, CHUNK);
            } while (n > 0);
        }
    }

    /// Closes one end.
    static void close(int number) {
        CLOSE.call(number, 0, 0);
    }

    @Override
    public void close() {
        close(near);
        close(far);
    }
}
