package org.gorrery.library.host;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// An open socket of the host, or a pipe, which is read, written and awaited alike.
///
/// The host's own flag for calls that block stays as the program sets it; [#blocks] is what it was set to last.
public final class HostSocket {
    /// To wait until it can be read.
    public static final int READABLE = 1;

    /// To wait until it can be written.
    public static final int WRITABLE = 4;

    private static final int NONBLOCK = 0x800;
    private static final int GET_FLAGS = 3;
    private static final int SET_FLAGS = 4;
    private static final int DUPLICATE = 1030;
    private static final int POLLFD_BYTES = 8;
    private static final int NO_SIGNAL = 0x4000;
    private static final HostCall CLOSE = HostCall.of("close");
    private static final HostCall READ = HostCall.of("read");
    private static final HostCall SEND = HostCall.of("sendto");
    private static final HostCall WRITE = HostCall.of("write");
    private static final HostCall CONTROL = HostCall.variadic("fcntl", 2);
    private static final HostCall POLL = HostCall.of("poll");

    private final int number;
    private final boolean pipe;
    private volatile boolean blocks;

    /// One that the host has opened.
    ///
    /// @param number the host's
    public HostSocket(int number) {
        this(number, false);
    }

    /// One end of a pipe.
    ///
    /// @param number the host's
    public static HostSocket ofPipe(int number) {
        return new HostSocket(number, true);
    }

    private HostSocket(int number, boolean pipe) {
        this.number = number;
        this.pipe = pipe;
        this.blocks = (CONTROL.call(number, GET_FLAGS, 0) & NONBLOCK) == 0;
    }

    /// The host's number.
    public int number() {
        return number;
    }

    /// Whether calls on it are to block.
    public boolean blocks() {
        return blocks;
    }

    /// Its flags.
    ///
    /// @return those, or a negated error number
    public int flags() {
        return CONTROL.call(number, GET_FLAGS, 0);
    }

    /// Sets its flags.
    ///
    /// @return 0 or a negated error number
    public int setFlags(int flags) {
        int r = CONTROL.call(number, SET_FLAGS, flags);
        blocks = (flags() & NONBLOCK) == 0;
        return r;
    }

    /// A second number for it.
    ///
    /// @throws HostError where that fails
    public HostSocket duplicate() throws HostError {
        int r = CONTROL.call(number, DUPLICATE, 0);
        if (r < 0) {
            throw new HostError(-r);
        }
        return new HostSocket(r, pipe);
    }

    /// Reads.
    ///
    /// @return bytes read, or a negated error number
    public int read(long to, long length) {
        return READ.call(number, to, length);
    }

    /// Writes.
    ///
    /// @return bytes written, or a negated error number
    public int write(long from, long length) {
        return pipe
                ? WRITE.call(number, from, length)
                : SEND.call(number, from, length, NO_SIGNAL, 0, 0);
    }

    /// Closes it.
    ///
    /// @return 0 or a negated error number
    public int close() {
        return CLOSE.call(number, 0, 0);
    }

    /// Blocks the thread until it is ready.
    ///
    /// @param what [#READABLE] or [#WRITABLE]
    /// @return positive, or a negated error number
    public int await(int what) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment one = arena.allocate(POLLFD_BYTES, Integer.BYTES);
            one.set(ValueLayout.JAVA_INT, 0, number);
            one.set(ValueLayout.JAVA_SHORT, Integer.BYTES, (short) what);
            return POLL.call(one.address(), 1, -1);
        }
    }
}
