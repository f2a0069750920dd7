package org.gorrery.library.internal.socket;

import java.lang.foreign.Arena;
import org.gorrery.library.host.HostCall;
import org.gorrery.library.host.HostSocket;
import org.gorrery.library.syscall.OpenFiles;
import org.gorrery.library.syscall.Outside;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;

/// Bodyless functions of `internal/socket`. Results are a value and the number of an error or 0. Addresses and buffers lie in Go
/// memory, which is the host's.
///
/// Calls are made while the P is held, since they do not block: before one that would, the thread waits outside.
public final class Natives {
    private static final int DONTWAIT = 0x40;
    private static final int NO_SIGNAL = 0x4000;

    private Natives() {}

    private static OpenFiles files(G g, int index) {
        return (OpenFiles) g.p.objects.get(index);
    }

    private interface Use {
        int of(int number);
    }

    /// Calls something with the host's number: the error.
    private static int plain(G g, int files, int fd, Use use) {
        HostSocket s = files(g, files).socket(fd);
        return s == null ? files(g, files).noSocket(fd) : Math.max(0, -use.of(s.number()));
    }

    /// Calls something that may have to wait: its result, `r1`: the error.
    private static int waiting(G g, long sp, int files, int fd, int what, int flags, Use use) {
        HostSocket s = files(g, files).socket(fd);
        if (s == null) {
            return Outside.answer(g, -files(g, files).noSocket(fd));
        }
        if (s.blocks() && (flags & DONTWAIT) == 0) {
            Outside.await(g, sp, s, what);
        }
        return Outside.answer(g, use.of(s.number()));
    }

    /// Waits until a socket is ready, as a call that blocks.
    public static int await(G g, long sp, int files, int fd, int write) {
        HostSocket s = files(g, files).socket(fd);
        if (s == null) {
            return files(g, files).noSocket(fd);
        }
        int r = Outside.await(g, sp, s, write != 0 ? HostSocket.WRITABLE : HostSocket.READABLE);
        return Math.max(0, -r);
    }

    /// The host's number of a socket.
    public static int number(G g, long sp, int files, int fd) {
        HostSocket s = files(g, files).socket(fd);
        return Outside.answer(g, s == null ? -files(g, files).noSocket(fd) : s.number());
    }

    /// Makes a socket.
    public static int open(G g, long sp, int files, int domain, int kind, int protocol) {
        int r = HostSockets.SOCKET.call(domain, kind, protocol);
        return Outside.answer(g, r < 0 ? r : files(g, files).addSocket(r));
    }

    /// Makes two that are connected with each other: `r1` the second, `r2` the error.
    public static int pair(G g, long sp, int files, int domain, int kind, int protocol) {
        try (Arena arena = Arena.ofConfined()) {
            var two = arena.allocate(2L * Integer.BYTES, Integer.BYTES);
            int r = HostSockets.PAIR.call(domain, kind, protocol, two.address(), 0, 0);
            g.r2 = Math.max(0, -r);
            if (r < 0) {
                g.r1 = -1;
                return -1;
            }
            int first = files(g, files).addSocket(Mem.ld32(two.address()));
            g.r1 = files(g, files).addSocket(Mem.ld32(two.address() + Integer.BYTES));
            return first;
        }
    }

    /// Gives a socket its own address.
    public static int bind(
            G g, long sp, int files, int fd, long address, long length, long capacity) {
        return plain(g, files, fd, n -> HostSockets.BIND.call(n, address, length));
    }

    /// Connects a socket.
    public static int connect(
            G g, long sp, int files, int fd, long address, long length, long capacity) {
        return plain(g, files, fd, n -> HostSockets.CONNECT.call(n, address, length));
    }

    /// Lets a socket be connected to.
    public static int listen(G g, long sp, int files, int fd, int backlog) {
        return plain(g, files, fd, n -> HostSockets.LISTEN.call(n, backlog, 0));
    }

    /// Takes a connection: `r1` bytes of the peer's address, `r2` the error.
    public static int accept(
            G g, long sp, int files, int fd, long address, long length, long capacity, int flags) {
        int[] used = {0};
        int r =
                waiting(
                        g,
                        sp,
                        files,
                        fd,
                        HostSocket.READABLE,
                        0,
                        n ->
                                named(
                                        (int) length,
                                        used,
                                        at ->
                                                HostSockets.ACCEPT.call(
                                                        n, address, at, flags, 0, 0)));
        g.r2 = g.r1;
        g.r1 = used[0];
        return r < 0 ? -1 : files(g, files).addSocket(r);
    }

    private interface WithLength {
        int of(long lengthAt);
    }

    /// Calls something with the address of a length, which it changes.
    private static int named(int length, int[] used, WithLength call) {
        try (Arena arena = Arena.ofConfined()) {
            long at = arena.allocate(Integer.BYTES, Integer.BYTES).address();
            Mem.st32(at, length);
            int r = call.of(at);
            used[0] = r < 0 ? 0 : Mem.ld32(at);
            return r;
        }
    }

    /// The address of a socket or of its peer: its length, `r1` the error.
    public static int name(
            G g, long sp, int files, int fd, int peer, long address, long length, long capacity) {
        HostCall call = peer != 0 ? HostSockets.PEER_NAME : HostSockets.OWN_NAME;
        int[] used = {0};
        int errno =
                plain(
                        g,
                        files,
                        fd,
                        n -> named((int) length, used, at -> call.call(n, address, at)));
        g.r1 = errno;
        return used[0];
    }

    /// Sets an option.
    public static int setOption(
            G g,
            long sp,
            int files,
            int fd,
            int level,
            int name,
            long value,
            long length,
            long capacity) {
        return plain(
                g, files, fd, n -> HostSockets.SET_OPTION.call(n, level, name, value, length, 0));
    }

    /// Reads an option: its length, `r1` the error.
    public static int option(
            G g,
            long sp,
            int files,
            int fd,
            int level,
            int name,
            long value,
            long length,
            long capacity) {
        int[] used = {0};
        int errno =
                plain(
                        g,
                        files,
                        fd,
                        n ->
                                named(
                                        (int) length,
                                        used,
                                        at ->
                                                HostSockets.OPTION.call(
                                                        n, level, name, value, at, 0)));
        g.r1 = errno;
        return used[0];
    }

    /// Sends: bytes sent, `r1` the error.
    public static int send(
            G g,
            long sp,
            int files,
            int fd,
            long from,
            long length,
            long capacity,
            int flags,
            long to,
            long toLength,
            long toCapacity) {
        return waiting(
                g,
                sp,
                files,
                fd,
                HostSocket.WRITABLE,
                flags,
                n -> HostSockets.SEND.call(n, from, part(length), flags | NO_SIGNAL, to, toLength));
    }

    /// Receives: bytes received, `r1` bytes of the sender's address, `r2` the error.
    public static int receive(
            G g,
            long sp,
            int files,
            int fd,
            long to,
            long length,
            long capacity,
            int flags,
            long from,
            long fromLength,
            long fromCapacity) {
        int[] used = {0};
        int r =
                waiting(
                        g,
                        sp,
                        files,
                        fd,
                        HostSocket.READABLE,
                        flags,
                        n ->
                                named(
                                        (int) fromLength,
                                        used,
                                        at ->
                                                HostSockets.RECEIVE.call(
                                                        n,
                                                        to,
                                                        part(length),
                                                        flags,
                                                        from,
                                                        fromLength == 0 ? 0 : at)));
        g.r2 = g.r1;
        g.r1 = fromLength == 0 ? 0 : used[0];
        return r;
    }

    private static long part(long length) {
        return Math.min(length, OpenFiles.MOST_OF_SOCKET);
    }

    /// Sends what lies in several places, with control data: bytes sent, `r1` the error.
    ///
    /// @param parts pairs of address and length, 64 bits each
    public static int sendMessage(
            G g,
            long sp,
            int files,
            int fd,
            long parts,
            long partsLength,
            long partsCapacity,
            long control,
            long controlLength,
            long controlCapacity,
            int flags,
            long to,
            long toLength,
            long toCapacity) {
        return waiting(
                g,
                sp,
                files,
                fd,
                HostSocket.WRITABLE,
                flags,
                n -> {
                    try (Arena arena = Arena.ofConfined()) {
                        var m = new MessageHeader(arena);
                        m.set(to, toLength, parts, partsLength / 2, control, controlLength);
                        return HostSockets.SEND_MESSAGE.call(n, m.address(), flags | NO_SIGNAL);
                    }
                });
    }

    /// Receives with control data: bytes received, `r1` the error; writes lengths of control data and address, and flags.
    public static int receiveMessage(
            G g,
            long sp,
            int files,
            int fd,
            long parts,
            long partsLength,
            long partsCapacity,
            long control,
            long controlLength,
            long controlCapacity,
            int flags,
            long from,
            long fromLength,
            long fromCapacity,
            long figures) {
        return waiting(
                g,
                sp,
                files,
                fd,
                HostSocket.READABLE,
                flags,
                n -> {
                    try (Arena arena = Arena.ofConfined()) {
                        var m = new MessageHeader(arena);
                        m.set(from, fromLength, parts, partsLength / 2, control, controlLength);
                        int r = HostSockets.RECEIVE_MESSAGE.call(n, m.address(), flags);
                        if (r >= 0) {
                            m.figures(figures);
                        }
                        return r;
                    }
                });
    }

    /// Ends one direction or both.
    public static int shutdown(G g, long sp, int files, int fd, int how) {
        return plain(g, files, fd, n -> HostSockets.SHUTDOWN.call(n, how, 0));
    }

    /// Flags of a socket: those, `r1` the error.
    public static int flags(G g, long sp, int files, int fd) {
        HostSocket s = files(g, files).socket(fd);
        return Outside.answer(g, s == null ? -files(g, files).noSocket(fd) : s.flags());
    }

    /// Sets flags of a socket.
    public static int setFlags(G g, long sp, int files, int fd, int flags) {
        HostSocket s = files(g, files).socket(fd);
        return s == null ? files(g, files).noSocket(fd) : Math.max(0, -s.setFlags(flags));
    }

    /// Writes a limit of the process, now and at most, 64 bits each.
    public static int limit(G g, long sp, int resource, long to) {
        return Math.max(0, -HostSockets.LIMIT.call(resource, to, 0));
    }
}
