package org.gorrery.library.syscall;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.gorrery.library.host.HostCall;
import org.gorrery.library.host.HostError;
import org.gorrery.library.host.HostSocket;
import org.gorrery.runtime.diag.Console;
import org.gorrery.runtime.entry.ProgramOptions;
import org.jspecify.annotations.Nullable;

/// The open files of a run by their numbers: 0 to 2 are its console, the rest files of the host and pipes.
///
/// Guard: this, for the table; a file itself is used without, since the JDK's channels lock for themselves.
public final class OpenFiles {
    /// Bytes of one read or write at most.
    static final int MOST = 1 << 20;

    /// Bytes of one read or write of a socket at most.
    public static final int MOST_OF_SOCKET = 1 << 30;

    /// Stands for the file's own place.
    static final int HERE = -1;

    private static final int FILE_KIND = 0xf000;
    private static final int PIPE = 0x1000;
    private static final int GET_FLAGS = 3;
    private static final int SET_FLAGS = 4;
    private static final HostCall CONTROL = HostCall.variadic("fcntl", 2);
    private static final HostCall TRUNCATE = HostCall.of("ftruncate");

    private final Console console;
    private final InputStream input;
    private final HostPaths paths;
    private final List<@Nullable Open> table = new ArrayList<>();

    /// What a number stands for.
    private sealed interface Open {
        record Input(InputStream stream) implements Open {}

        record Output(boolean error) implements Open {}

        record HostFile(FileChannel channel, Path path, boolean append, AtomicInteger holders)
                implements Open {
            /// One holder less; the last closes.
            void release() throws IOException {
                if (holders.decrementAndGet() == 0) {
                    channel.close();
                }
            }
        }

        record Directory(Path path) implements Open {}

        record Socket(HostSocket socket) implements Open {}

        record PipeEnd(
                @Nullable ReadableByteChannel source,
                @Nullable WritableByteChannel sink,
                AtomicInteger holders)
                implements Open {
            /// One holder less; the last closes.
            void release() throws IOException {
                if (holders.decrementAndGet() == 0) {
                    Closeable c = source != null ? source : sink;
                    if (c != null) {
                        c.close();
                    }
                }
            }
        }
    }

    /// The number of a file in the host system; negative for the console and for directories.
    int hostNumber(int fd) {
        return switch (get(fd)) {
            case Open.HostFile f -> {
                int number = HostNumber.of(f.channel);
                if (f.append) {
                    CONTROL.call(
                            number,
                            SET_FLAGS,
                            CONTROL.call(number, GET_FLAGS, 0) | OpenFlags.O_APPEND);
                }
                yield number;
            }
            case Open.PipeEnd end ->
                    HostNumber.of(
                            end.source != null ? end.source : Objects.requireNonNull(end.sink));
            case Open.Socket(var socket) -> socket.number();
            case Open.Input _, Open.Output _, Open.Directory _ -> -1;
        };
    }

    /// What a child process gets as a stream of its own.
    ChildStream childStream(int fd) {
        return switch (get(fd)) {
            case Open.Input(var stream) ->
                    new ChildStream.Reading(Channels.newChannel(stream), () -> {});
            case Open.Output(boolean error) -> new ChildStream.Console(console, error);
            case Open.HostFile f ->
                    Files.isRegularFile(f.path)
                            ? new ChildStream.Content(f.channel)
                            : new ChildStream.Device(f.path);
            case Open.Directory(var path) -> new ChildStream.Device(path);
            case Open.Socket _ -> throw new Errno(Errno.ENOTSUP);
            case Open.PipeEnd end -> {
                end.holders.incrementAndGet();
                Runnable release = () -> releaseQuietly(end);
                if (end.source != null) {
                    yield new ChildStream.Reading(end.source, release);
                }
                yield new ChildStream.Writing(Objects.requireNonNull(end.sink), release);
            }
        };
    }

    private static void releaseQuietly(Open.PipeEnd end) {
        try {
            end.release();
        } catch (IOException e) {
            throw Errno.of(e);
        }
    }

    OpenFiles(ProgramOptions options) {
        this.paths = new HostPaths(options.directory());
        this.console = options.console();
        this.input = options.stdin();
        table.add(new Open.Input(input));
        table.add(new Open.Output(false));
        table.add(new Open.Output(true));
    }

    HostPaths paths() {
        return paths;
    }

    /// Takes in a socket that the host has opened.
    ///
    /// @return its number here
    public int addSocket(int number) {
        return add(new Open.Socket(new HostSocket(number)));
    }

    /// The socket of a number; null where it is none.
    @SuppressWarnings("exports") // for native parts of this module only
    public synchronized @Nullable HostSocket socket(int fd) {
        return fd >= 0 && fd < table.size() && table.get(fd) instanceof Open.Socket(var s)
                ? s
                : null;
    }

    /// The error of a number that is no socket's.
    public synchronized int noSocket(int fd) {
        return fd >= 0 && fd < table.size() && table.get(fd) != null ? Errno.ENOTSOCK : Errno.EBADF;
    }

    /// Closes what the program has left open, but its console.
    void closeAll() {
        for (int fd = 0; fd < size(); fd++) {
            if (isOpen(fd)) {
                try {
                    close(fd);
                } catch (Errno e) {
                    // who left it open learns nothing of it
                }
            }
        }
    }

    private synchronized int size() {
        return table.size();
    }

    private synchronized boolean isOpen(int fd) {
        return table.get(fd) != null;
    }

    private synchronized Open get(int fd) {
        Open o = fd >= 0 && fd < table.size() ? table.get(fd) : null;
        if (o == null) {
            throw new Errno(Errno.EBADF);
        }
        return o;
    }

    private synchronized int add(Open o) {
        int free = table.indexOf(null);
        if (free >= 0) {
            table.set(free, o);
            return free;
        }
        table.add(o);
        return table.size() - 1;
    }

    synchronized boolean isConsole(int fd) {
        return fd >= 0 && fd < table.size() && table.get(fd) instanceof Open.Output;
    }

    /// Writes to the console.
    long print(int fd, byte[] bytes) {
        if (get(fd) instanceof Open.Output(boolean error) && error) {
            console.err(bytes, 0, bytes.length);
        } else {
            console.out(bytes, 0, bytes.length);
        }
        return bytes.length;
    }

    long open(String name, int flags, int mode) {
        Path p = paths.of(name);
        boolean writes = (flags & (OpenFlags.O_WRONLY | OpenFlags.O_RDWR)) != 0;
        if (Files.isDirectory(p)) {
            if (writes || (flags & OpenFlags.O_CREAT) != 0) {
                throw new Errno((flags & OpenFlags.O_EXCL) != 0 ? Errno.EEXIST : Errno.EISDIR);
            }
            if (!Files.isReadable(p)) {
                throw new Errno(Errno.EACCES);
            }
            return add(new Open.Directory(p));
        }
        try {
            boolean fresh =
                    (flags & OpenFlags.O_CREAT) != 0 && !Files.exists(p, LinkOption.NOFOLLOW_LINKS);
            FileChannel c = FileChannel.open(p, OpenFlags.options(flags));
            if (fresh) {
                HostPaths.created(p, mode);
            } else if (Spawning.isPossible() && isPipe(p)) {
                try (c) {
                    int number = HostPipe.copy(HostNumber.of(c), 0).number();
                    return add(new Open.Socket(HostSocket.ofPipe(number)));
                }
            }
            return add(
                    new Open.HostFile(
                            c, p, (flags & OpenFlags.O_APPEND) != 0, new AtomicInteger(1)));
        } catch (IOException e) {
            throw Errno.of(e);
        }
    }

    private static boolean isPipe(Path p) throws IOException {
        return !Files.isRegularFile(p)
                && ((int) Files.getAttribute(p, "unix:mode") & FILE_KIND) == PIPE;
    }

    long close(int fd) {
        Open o = get(fd);
        synchronized (this) {
            table.set(fd, null);
        }
        try {
            switch (o) {
                case Open.HostFile f -> f.release();
                case Open.PipeEnd end -> end.release();
                case Open.Socket(var socket) -> {
                    int r = socket.close();
                    if (r < 0) {
                        throw new Errno(-r);
                    }
                }
                case Open.Input _, Open.Output _, Open.Directory _ -> {}
            }
        } catch (IOException e) {
            throw Errno.of(e);
        }
        return 0;
    }

    /// Gives an open file a second number; it is closed with the last of them.
    long duplicate(int fd) {
        Open o = get(fd);
        switch (o) {
            case Open.HostFile f -> f.holders.incrementAndGet();
            case Open.PipeEnd end -> end.holders.incrementAndGet();
            case Open.Socket(var socket) -> {
                try {
                    return add(new Open.Socket(socket.duplicate()));
                } catch (HostError e) {
                    throw new Errno(e.number());
                }
            }
            case Open.Input _, Open.Output _, Open.Directory _ -> {}
        }
        return add(o);
    }

    /// Reads into the whole array or less of it; 0 at the end.
    long read(int fd, byte[] to, long at) {
        try {
            int n =
                    switch (get(fd)) {
                        case Open.Input(var stream) -> stream.read(to);
                        case Open.Output _ -> throw new Errno(Errno.EBADF);
                        case Open.Directory _ -> throw new Errno(Errno.EISDIR);
                        case Open.Socket _ -> throw new Errno(Errno.ESPIPE);
                        case Open.HostFile f ->
                                at == HERE
                                        ? f.channel.read(ByteBuffer.wrap(to))
                                        : f.channel.read(ByteBuffer.wrap(to), at);
                        case Open.PipeEnd(var source, var _, var _) -> {
                            if (source == null) {
                                throw new Errno(Errno.EBADF);
                            }
                            yield source.read(ByteBuffer.wrap(to));
                        }
                    };
            return Math.max(n, 0);
        } catch (java.nio.channels.NonReadableChannelException e) {
            throw new Errno(Errno.EBADF);
        } catch (IOException e) {
            throw Errno.of(e);
        }
    }

    long write(int fd, byte[] from, long at) {
        ByteBuffer bytes = ByteBuffer.wrap(from);
        try {
            return switch (get(fd)) {
                case Open.Output _ -> print(fd, from);
                case Open.Input _, Open.Directory _ -> throw new Errno(Errno.EBADF);
                case Open.Socket _ -> throw new Errno(Errno.ESPIPE);
                case Open.HostFile f -> {
                    if (at != HERE) {
                        yield f.channel.write(bytes, at);
                    }
                    if (f.append) {
                        f.channel.position(f.channel.size());
                    }
                    yield f.channel.write(bytes);
                }
                case Open.PipeEnd(var _, var sink, var _) -> {
                    if (sink == null) {
                        throw new Errno(Errno.EBADF);
                    }
                    yield sink.write(bytes);
                }
            };
        } catch (java.nio.channels.NonWritableChannelException e) {
            throw new Errno(Errno.EBADF);
        } catch (IOException e) {
            throw Errno.of(e);
        }
    }

    private FileChannel file(int fd, int otherwise) {
        if (get(fd) instanceof Open.HostFile f) {
            return f.channel;
        }
        throw new Errno(otherwise);
    }

    long seek(int fd, long offset, int whence) {
        if (get(fd) instanceof Open.Directory) {
            return 0;
        }
        FileChannel c = file(fd, Errno.ESPIPE);
        try {
            long from =
                    switch (whence) {
                        case 0 -> 0;
                        case 1 -> c.position();
                        case 2 -> c.size();
                        default -> throw new Errno(Errno.EINVAL);
                    };
            if (from + offset < 0) {
                throw new Errno(Errno.EINVAL);
            }
            c.position(from + offset);
            return from + offset;
        } catch (IOException e) {
            throw Errno.of(e);
        }
    }

    long truncate(int fd, long size) {
        FileChannel c = file(fd, Errno.EINVAL);
        if (size < 0) {
            throw new Errno(Errno.EINVAL);
        }
        try {
            if (TRUNCATE.isThere()) {
                return checked(TRUNCATE.call(HostNumber.of(c), size, 0));
            }
            long place = c.position();
            if (size > c.size()) {
                c.write(ByteBuffer.wrap(new byte[1]), size - 1);
            } else {
                c.truncate(size);
            }
            c.position(place);
            return 0;
        } catch (java.nio.channels.NonWritableChannelException e) {
            throw new Errno(Errno.EINVAL);
        } catch (IOException e) {
            throw Errno.of(e);
        }
    }

    private static int checked(int result) {
        if (result < 0) {
            throw new Errno(-result);
        }
        return result;
    }

    long flush(int fd) {
        if (get(fd) instanceof Open.HostFile f) {
            try {
                f.channel.force(true);
            } catch (IOException e) {
                throw Errno.of(e);
            }
        }
        return 0;
    }

    /// Takes in a file that stands for a process.
    long addProcess(HostPipe handle) {
        int number = HostPipe.copy(handle.number(), 0).number();
        return add(new Open.Socket(HostSocket.ofPipe(number)));
    }

    /// Makes a pipe.
    ///
    /// @return number of the reading end, and above it that of the writing end
    long pipe() {
        try {
            if (Spawning.isPossible()) {
                var ends = HostPipe.make(0);
                long source = add(new Open.Socket(HostSocket.ofPipe(ends.read().number())));
                long sink = add(new Open.Socket(HostSocket.ofPipe(ends.write().number())));
                return sink << 32 | source;
            }
            Pipe p = Pipe.open();
            long source = add(new Open.PipeEnd(p.source(), null, new AtomicInteger(1)));
            long sink = add(new Open.PipeEnd(null, p.sink(), new AtomicInteger(1)));
            return sink << 32 | source;
        } catch (IOException e) {
            throw Errno.of(e);
        }
    }

    String pathOf(int fd) {
        return switch (get(fd)) {
            case Open.HostFile f -> f.path.toString();
            case Open.Directory(var path) -> path.toString();
            case Open.Input _, Open.Output _, Open.PipeEnd _, Open.Socket _ ->
                    throw new Errno(Errno.ENOTDIR);
        };
    }

    long stat(int fd, String name, boolean follow, long[] out) {
        try {
            if (fd < 0) {
                // a slash at the end asks for a directory, and so for what a link leads to
                FileFigures.of(paths.of(name), follow || name.endsWith("/"), out);
                return 0;
            }
            switch (get(fd)) {
                case Open.HostFile f -> FileFigures.of(f.path, true, out);
                case Open.Directory(var path) -> FileFigures.of(path, true, out);
                case Open.Input _, Open.Output _ -> FileFigures.stream(true, fd, out);
                case Open.PipeEnd _ -> FileFigures.stream(false, fd, out);
                case Open.Socket(var socket) ->
                        FileFigures.of(Path.of("/proc/self/fd/" + socket.number()), true, out);
            }
            return 0;
        } catch (IOException e) {
            throw Errno.of(e);
        }
    }
}
