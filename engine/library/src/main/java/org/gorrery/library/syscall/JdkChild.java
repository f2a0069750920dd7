package org.gorrery.library.syscall;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A child that the JDK has started: three streams, no session or group of its own, and its output ends with it.
///
/// @param before what children had used when it was started
/// @param carriers threads whose end is the end of its output
record JdkChild(Process process, long[] before, List<Thread> carriers) implements Child {
    private static final int STREAMS = 3;
    private static final int SIGNALLED = 128;
    private static final int EXIT_SHIFT = 8;
    private static final Pattern ERROR_NUMBER = Pattern.compile("error[=:] ?(\\d+)");

    static Child start(Wanted wanted, OpenFiles open) {
        int[] files = wanted.files();
        if (files.length > STREAMS || !wanted.group().equals(ChildGroup.INHERITED)) {
            throw new Errno(Errno.ENOTSUP);
        }
        var folder = open.paths().of(wanted.directory());
        var command = new ArrayList<>(wanted.args());
        // The system looks for a relative path from the child's own folder, the JDK along PATH
        command.set(
                0,
                isFoundAs(wanted.path(), wanted.args().getFirst())
                        ? wanted.args().getFirst()
                        : folder.resolve(wanted.path()).toString());
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> variables = builder.environment();
        variables.clear();
        for (String pair : wanted.env()) {
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
                ChildStreams.release(streams[2]);
            } else {
                drain(p.getErrorStream(), streams[2], carriers);
            }
            return new JdkChild(p, before, carriers);
        } catch (IOException e) {
            for (ChildStream s : streams) {
                ChildStreams.release(s);
            }
            Matcher m = ERROR_NUMBER.matcher(String.valueOf(e.getMessage()));
            throw m.find() ? new Errno(Integer.parseInt(m.group(1))) : Errno.of(e);
        }
    }

    @Override
    public long number() {
        return process.pid();
    }

    @Override
    public boolean ended() {
        return !process.isAlive();
    }

    @Override
    public long await(long[] usage) throws InterruptedException {
        int code = process.waitFor();
        for (Thread t : carriers) {
            t.join();
        }
        long[] after = Libc.childrenUsage();
        for (int i = 0; i < Math.min(usage.length, after.length); i++) {
            usage[i] = i == Libc.MAX_RSS ? after[i] : after[i] - before[i];
        }
        Libc.normalize(usage);
        return code > SIGNALLED && code <= SIGNALLED + Signals.MOST
                ? code - SIGNALLED
                : (long) code << EXIT_SHIFT;
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

    /// Carries what the child is to read.
    private static void feed(Process p, @Nullable ChildStream stream) {
        OutputStream to = p.getOutputStream();
        var from = ChildStreams.source(stream);
        if (from == null) {
            try {
                to.close();
            } catch (IOException e) {
                throw Errno.of(e);
            }
            return;
        }
        var release = Child.once(() -> ChildStreams.release(stream));
        // Who writes to it must learn that nobody reads any more.
        var unused = p.onExit().thenRun(release);
        ChildStreams.carry(
                "standard input of " + p.pid(),
                from,
                Channels.newChannel(to),
                to,
                () -> true,
                release);
    }

    /// Carries what the child writes.
    private static void drain(
            InputStream from, @Nullable ChildStream stream, List<Thread> carriers) {
        var to = ChildStreams.sink(stream);
        if (to != null) {
            var carrier =
                    ChildStreams.carry(
                            "output of a child",
                            Channels.newChannel(from),
                            to,
                            from,
                            () -> true,
                            () -> ChildStreams.release(stream));
            if (!(stream instanceof ChildStream.Writing)) {
                carriers.add(carrier);
            }
        }
    }
}
