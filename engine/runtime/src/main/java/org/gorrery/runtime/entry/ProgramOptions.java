package org.gorrery.runtime.entry;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gorrery.runtime.diag.Console;
import org.gorrery.runtime.gc.GcOptions;
import org.gorrery.runtime.heap.HeapLimits;

/// How a program is to run.
///
/// @param gomaxprocs number of Ps, at least 1
/// @param gogc percent; -1 for off
/// @param memoryLimit bytes, as GOMEMLIMIT; [Long#MAX_VALUE] for none
/// @param godebug settings by name
/// @param gotraceback as in the variable; empty for the default
/// @param args as os.Args, the program's name first
/// @param env environment variables
/// @param wall the time of day
/// @param directory working directory, absolute
/// @param goroot the Go installation that the program was built with; empty for none
/// @param parent loader of the classes that generated code refers to
public record ProgramOptions(
        int gomaxprocs,
        int gogc,
        long memoryLimit,
        Map<String, String> godebug,
        String gotraceback,
        List<String> args,
        Map<String, String> env,
        Console console,
        InputStream stdin,
        Clock wall,
        Path directory,
        String goroot,
        ClassLoader parent) {
    /// Copies the collections.
    public ProgramOptions {
        godebug = Map.copyOf(godebug);
        args = List.copyOf(args);
        env = Map.copyOf(env);
        if (gomaxprocs < 1) {
            throw new IllegalArgumentException("GOMAXPROCS must be at least 1, not " + gomaxprocs);
        }
    }

    /// One P, GOGC 100, nothing else set.
    public static ProgramOptions of(Console console) {
        return new ProgramOptions(
                1,
                100,
                Long.MAX_VALUE,
                Map.of(),
                "",
                List.of("main"),
                Map.of(),
                console,
                InputStream.nullInputStream(),
                WallClock.utc(),
                Path.of("").toAbsolutePath(),
                "",
                ProgramOptions.class.getClassLoader());
    }

    /// How the collector is to behave: GOGC, GOMEMLIMIT, and of GODEBUG gctrace (1 or 2; in the form of Go 1.4, or of today with
    /// gctraceform=current), gccheckmark=1 (checks each marking) and gcstress=k (collects at every k-th allocation)
    /// and gcmarkworkers=k (so many threads mark, whatever GOMAXPROCS and the heap),
    /// gcperiod=ms (time without a collection after which one comes by itself, instead of two minutes).
    GcOptions gc() {
        var form =
                "current".equals(godebug.get("gctraceform"))
                        ? GcOptions.TraceForm.CURRENT
                        : GcOptions.TraceForm.GO_1_4;
        return new GcOptions(
                gogc,
                memoryLimit,
                number("gctrace"),
                form,
                number("gccheckmark") != 0,
                number("gcstress"),
                Math.min(number("gcmarkworkers"), 256),
                godebug.containsKey("gcperiod")
                        ? number("gcperiod") * NANOS_PER_MILLI
                        : GcOptions.PERIOD_NANOS,
                line -> {
                    byte[] b = line.getBytes(StandardCharsets.UTF_8);
                    console.err(b, 0, b.length);
                },
                cycle -> {});
    }

    /// What the heap may use: as the host's memory allows, or GODEBUG heaplimit=MiB. Beyond it the program is out of memory.
    HeapLimits heapLimits() {
        long mebibytes = number("heaplimit");
        if (mebibytes > 0) {
            return new HeapLimits(mebibytes << 20);
        }
        var host = HostMemory.read();
        return HeapLimits.ofHost(host.totalBytes(), host.availableBytes());
    }

    /// Room for the Java frames of a goroutine: up to 4 GiB as the host's memory allows, or of GODEBUG threadstack=MiB. It is address
    /// space until it is used. A goroutine that uses it up has overflowed its stack; with 4 GiB it mostly meets Go's own limit
    /// first, since the Java frames take 3 to 6 times what the goroutine's stack does.
    long threadStackBytes() {
        long mebibytes = number("threadstack");
        if (mebibytes > 0) {
            return mebibytes << 20;
        }
        long share = HostMemory.read().totalBytes() / THREAD_STACK_SHARE;
        return Math.max(LEAST_THREAD_STACK, Math.min(share, MOST_THREAD_STACK)) & -1L << 20;
    }

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int THREAD_STACK_SHARE = 6;
    private static final long LEAST_THREAD_STACK = 256L << 20;
    private static final long MOST_THREAD_STACK = 4L << 30;

    /// A setting of GODEBUG; what is no number counts as 0, as in Go.
    private int number(String setting) {
        String s = godebug.getOrDefault(setting, "0");
        return s.matches("\\d{1,9}") ? Integer.parseInt(s) : 0;
    }

    /// With another number of Ps.
    public ProgramOptions withGomaxprocs(int n) {
        return new ProgramOptions(
                n,
                gogc,
                memoryLimit,
                godebug,
                gotraceback,
                args,
                env,
                console,
                stdin,
                wall,
                directory,
                goroot,
                parent);
    }

    /// With other settings of GODEBUG.
    public ProgramOptions withGodebug(Map<String, String> settings) {
        return new ProgramOptions(
                gomaxprocs,
                gogc,
                memoryLimit,
                settings,
                gotraceback,
                args,
                env,
                console,
                stdin,
                wall,
                directory,
                goroot,
                parent);
    }

    /// With another GOTRACEBACK.
    public ProgramOptions withGotraceback(String level) {
        return new ProgramOptions(
                gomaxprocs,
                gogc,
                memoryLimit,
                godebug,
                level,
                args,
                env,
                console,
                stdin,
                wall,
                directory,
                goroot,
                parent);
    }
}
