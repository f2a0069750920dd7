package org.gorrery.library.syscall;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gorrery.library.host.HostCall;
import org.jspecify.annotations.Nullable;

/// One end of a pipe of the host system, or another file of it that a child gets.
final class HostPipe implements ReadableByteChannel, WritableByteChannel {
    /// Numbers below stay free for those that a child is given.
    private static final int FIRST_NUMBER = 64;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int DUP_CLOSE_ON_EXEC = 1030;
    private static final int POLL_IN = 1;
    private static final int POLL_BYTES = 8;
    private static final int EINTR = 4;

    /// The same number on all machines, of Linux 5.3.
    private static final int PIDFD_OPEN = 434;

    private static final HostCall SYSTEM = HostCall.variadic("syscall", 1);
    private static final HostCall PIPE = HostCall.of("pipe2");
    private static final HostCall FCNTL = HostCall.variadic("fcntl", 2);
    private static final HostCall READ = HostCall.of("read");
    private static final HostCall WRITE = HostCall.of("write");
    private static final HostCall CLOSE = HostCall.of("close");
    private static final HostCall POLL = HostCall.of("poll");

    private final int number;
    private final MemorySegment buffer = Arena.ofAuto().allocate(BUFFER_BYTES);
    private final AtomicBoolean open = new AtomicBoolean(true);

    private HostPipe(int number) {
        this.number = number;
    }

    /// Both ends.
    record Ends(HostPipe read, HostPipe write) {}

    /// Makes a pipe whose ends no child gets by itself.
    ///
    /// @param above the least number of an end
    static Ends make(int above) {
        try (var arena = Arena.ofConfined()) {
            var two = arena.allocate(ValueLayout.JAVA_INT, 2);
            check(PIPE.call(two.address(), CLOSE_ON_EXEC, 0));
            var read = moved(two.getAtIndex(ValueLayout.JAVA_INT, 0), above);
            return new Ends(read, moved(two.getAtIndex(ValueLayout.JAVA_INT, 1), above));
        }
    }

    private static HostPipe moved(int number, int least) {
        try {
            return copy(number, least);
        } finally {
            CLOSE.call(number, 0, 0);
        }
    }

    /// A second number for a file of this process, which no child gets by itself.
    ///
    /// @param above the least number
    static HostPipe copy(int number, int above) {
        int least = Math.max(FIRST_NUMBER, above);
        return new HostPipe(check(FCNTL.call(number, DUP_CLOSE_ON_EXEC, least)));
    }

    /// A file that stands for a process, which nobody has waited for yet; null where the system has none.
    static @Nullable HostPipe ofProcess(int pid) {
        int number = SYSTEM.call(PIDFD_OPEN, pid, 0);
        return number < 0 ? null : new HostPipe(number);
    }

    private static int check(int result) {
        if (result < 0) {
            throw new Errno(-result);
        }
        return result;
    }

    /// Its number in this process.
    int number() {
        return number;
    }

    /// Waits until there is something to read, or nobody who could write any more.
    ///
    /// @param millis how long, -1 for ever
    boolean ready(int millis) {
        try (var arena = Arena.ofConfined()) {
            var what = arena.allocate(POLL_BYTES, Integer.BYTES);
            what.set(ValueLayout.JAVA_INT, 0, number);
            what.set(ValueLayout.JAVA_SHORT, Integer.BYTES, (short) POLL_IN);
            return POLL.call(what.address(), 1, millis) != 0;
        }
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        int n;
        do {
            n = READ.call(number, buffer.address(), Math.min(BUFFER_BYTES, to.remaining()));
        } while (n == -EINTR);
        if (n < 0) {
            throw new IOException("read: error " + -n);
        }
        if (n == 0) {
            return -1;
        }
        to.put(buffer.asSlice(0, n).asByteBuffer());
        return n;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int wanted = Math.min(BUFFER_BYTES, from.remaining());
        buffer.asByteBuffer().put(from.slice(from.position(), wanted));
        int n;
        do {
            n = WRITE.call(number, buffer.address(), wanted);
        } while (n == -EINTR);
        if (n < 0) {
            throw new IOException("write: error " + -n);
        }
        from.position(from.position() + n);
        return n;
    }

    @Override
    public boolean isOpen() {
        return open.get();
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            CLOSE.call(number, 0, 0);
        }
    }
}
