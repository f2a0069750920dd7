package org.gorrery.library.syscall;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The child processes of a run, by their number. Files of the run are no files of the system, so threads carry what goes between them
/// and a child: one for each stream.
final class Processes {
    private static final int STREAMS = 3;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int SIGNALLED = 128;
    private static final int EXIT_SHIFT = 8;
    private static final Pattern ERROR_NUMBER = Pattern.compile("error[=:] ?(\\d+)");

    private final Map<Long, Child> children = new ConcurrentHashMap<>();

    /// A child.
    ///
    /// @param before what children had used when it was started
    /// @param carriers threads whose end is the end of its output
    private record Child(Process process, long[] before, List<Thread> carriers) {}

    /// Starts a program.
    ///
    /// @param files its streams, at most three
    /// @return its number
    /// @throws Errno where it cannot be started
    long start(
            String path,
            List<String> args,
            List<String> env,
            String directory,
            OpenFiles open,
            int[] files) {
        if (files.length > STREAMS) {
            throw new Errno(Errno.ENOTSUP);
        }
        var folder = open.paths().of(directory);
        var command = new ArrayList<>(args);
        // The system looks for a relative path from the child's own folder, the JDK along PATH
        command.set(
                0,
                isFoundAs(path, args.getFirst())
                        ? args.getFirst()
                        : folder.resolve(path).toString());
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> variables = builder.environment();
        variables.clear();
        for (String pair : env) {
            int equals = pair.indexOf('=', 1);
            if (equals > 0) {
                variables.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        var streams = new @Nullable ChildStream[STREAMS];
        for (int i = 0; i < files.length; i++) {
            streams[i] = files[i] < 0 ? null : open.childStream(files[i]);
        }
        boolean merged = files.length == STREAMS && files[1] >= 0 && files[1] == files[2];
        try {
            redirect(builder, streams, merged);
            long[] before = Libc.childrenUsage();
            Process p = builder.start();
            var carriers = new ArrayList<Thread>();
            feed(p, streams[0]);
            drain(p.getInputStream(), streams[1], carriers);
            if (merged) {
                release(streams[2]);
            } else {
                drain(p.getErrorStream(), streams[2], carriers);
            }
            children.put(p.pid(), new Child(p, before, carriers));
            return p.pid();
        } catch (IOException e) {
            for (ChildStream s : streams) {
                release(s);
            }
            Matcher m = ERROR_NUMBER.matcher(String.valueOf(e.getMessage()));
            throw m.find() ? new Errno(Integer.parseInt(m.group(1))) : Errno.of(e);
        }
    }

    /// Whether the system finds the program under its own name, so that it can be told that name.
    private static boolean isFoundAs(String path, String name) {
        if (name.equals(path) && path.startsWith("/")) {
            return true;
        }
        String search = System.getenv("PATH");
        if (search == null || name.isEmpty() || name.indexOf('/') >= 0) {
            return false;
        }
        for (String folder : search.split(":")) {
            String candidate = folder + "/" + name;
            if (new java.io.File(candidate).canExecute()) {
                return candidate.equals(path);
            }
        }
        return false;
    }

    private static void redirect(
            ProcessBuilder b, @Nullable ChildStream[] streams, boolean merged) {
        var nothing =
                new java.io.File(
                        System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
        if (streams[0] == null) {
            b.redirectInput(nothing);
        } else if (streams[0] instanceof ChildStream.Device(var path)) {
            b.redirectInput(path.toFile());
        }
        if (streams[1] == null) {
            b.redirectOutput(nothing);
        } else if (streams[1] instanceof ChildStream.Device(var path)) {
            b.redirectOutput(ProcessBuilder.Redirect.appendTo(path.toFile()));
        }
        if (merged) {
            b.redirectErrorStream(true);
        } else if (streams[2] == null) {
            b.redirectError(nothing);
        } else if (streams[2] instanceof ChildStream.Device(var path)) {
            b.redirectError(ProcessBuilder.Redirect.appendTo(path.toFile()));
        }
    }

    private static void release(@Nullable ChildStream s) {
        switch (s) {
            case ChildStream.Reading r -> r.release().run();
            case ChildStream.Writing w -> w.release().run();
            case ChildStream.Console _, ChildStream.Content _, ChildStream.Device _ -> {}
            case null -> {}
        }
    }

    /// Carries what the child is to read.
    private static void feed(Process p, @Nullable ChildStream stream) {
        ReadableByteChannel from;
        Runnable release = () -> {};
        switch (stream) {
            case ChildStream.Reading r -> {
                from = r.from();
                var once = new java.util.concurrent.atomic.AtomicBoolean();
                release =
                        () -> {
                            if (once.compareAndSet(false, true)) {
                                r.release().run();
                            }
                        };
                // Who writes to it must learn that nobody reads any more.
                var unused = p.onExit().thenRun(release);
            }
            case ChildStream.Content c -> from = c.channel();
            case ChildStream.Console _, ChildStream.Device _, ChildStream.Writing _ -> from = null;
            case null -> from = null;
        }
        OutputStream to = p.getOutputStream();
        if (from == null) {
            try {
                to.close();
            } catch (IOException e) {
                throw Errno.of(e);
            }
            return;
        }
        Runnable end = release;
        carry(
                "standard input of " + p.pid(),
                new BorrowedSource(from),
                Channels.newChannel(to),
                end);
    }

    /// Carries what the child writes.
    private static void drain(
            InputStream from, @Nullable ChildStream stream, List<Thread> carriers) {
        ReadableByteChannel source = Channels.newChannel(from);
        switch (stream) {
            case ChildStream.Writing w ->
                    carry("output to a pipe", source, new Borrowed(w.to()), w.release());
            case ChildStream.Content c ->
                    carriers.add(
                            carry("output to a file", source, new Borrowed(c.channel()), () -> {}));
            case ChildStream.Console c ->
                    carriers.add(
                            carry(
                                    "output to the console",
                                    source,
                                    new ConsoleChannel(c),
                                    () -> {}));
            case ChildStream.Device _, ChildStream.Reading _ -> {}
            case null -> {}
        }
    }

    /// A channel that stays open when it is closed.
    private record Borrowed(WritableByteChannel to) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer b) throws IOException {
            return to.write(b);
        }

        @Override
        public boolean isOpen() {
            return to.isOpen();
        }

        @Override
        public void close() {}
    }

    private record BorrowedSource(ReadableByteChannel from) implements ReadableByteChannel {
        @Override
        public int read(ByteBuffer b) throws IOException {
            return from.read(b);
        }

        @Override
        public boolean isOpen() {
            return from.isOpen();
        }

        @Override
        public void close() {}
    }

    private record ConsoleChannel(ChildStream.Console to) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer b) {
            int n = b.remaining();
            if (to.error()) {
                to.console().err(b.array(), b.position(), n);
            } else {
                to.console().out(b.array(), b.position(), n);
            }
            b.position(b.limit());
            return n;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    /// Copies until one side ends, then closes both.
    private static Thread carry(
            String what, ReadableByteChannel from, WritableByteChannel to, Runnable end) {
        return Thread.ofPlatform()
                .daemon()
                .name(what)
                .start(() -> {
                    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
                    try (from;
                            to) {
                        while (from.read(buffer.clear()) >= 0) {
                            buffer.flip();
                            while (buffer.hasRemaining()) {
                                to.write(buffer);
                            }
                        }
                    } catch (IOException e) {
                        // One of the two has gone: as on a broken pipe there is nothing more to
                        // carry.
                        System.getLogger(Processes.class.getName())
                                .log(System.Logger.Level.TRACE, what, e);
                    } finally {
                        end.run();
                    }
                });
    }

    /// Waits for a child and forgets it.
    ///
    /// @param usage gets what it has used
    /// @return its status as Linux writes it
    long await(long pid, long[] usage) {
        Child c = children.get(pid);
        if (c == null) {
            throw new Errno(Errno.ECHILD);
        }
        try {
            int code = c.process.waitFor();
            for (Thread t : c.carriers) {
                t.join();
            }
            children.remove(pid);
            long[] after = Libc.childrenUsage();
            for (int i = 0; i < Math.min(usage.length, after.length); i++) {
                usage[i] = i == Libc.MAX_RSS ? after[i] : after[i] - c.before[i];
            }
            Libc.normalize(usage);
            return code > SIGNALLED && code <= SIGNALLED + Signals.MOST
                    ? code - SIGNALLED
                    : (long) code << EXIT_SHIFT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Errno(Errno.EINTR);
        }
    }

    /// Whether a child has not been waited for.
    boolean has(long pid) {
        return children.containsKey(pid);
    }

    /// Sends a signal to a process of the system.
    long kill(long pid, int signal) {
        Child c = children.get(pid);
        if (c != null && !c.process.isAlive()) {
            throw new Errno(Errno.ESRCH);
        }
        int errno = Libc.kill((int) pid, signal);
        if (errno != 0) {
            throw new Errno(errno);
        }
        return 0;
    }
}
