package org.gorrery.formats.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.gorrery.formats.FileEstimate;
import org.gorrery.formats.analysis.GoroutineLanes;
import org.gorrery.formats.analysis.ProcLanes;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.exectrace.TraceReader;
import org.gorrery.formats.exectrace.TraceWindow;
import org.gorrery.formats.exectrace.TraceWriter;
import org.gorrery.formats.input.ByteSource;
import org.gorrery.formats.input.FormatException;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.pprof.ProtoReader;
import org.gorrery.formats.pprof.ProtoWriter;
import org.gorrery.formats.profile.FlameOptions;
import org.gorrery.formats.profile.FlameTree;
import org.gorrery.formats.profile.FlameTrees;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.profile.ProfileBuilder;
import org.gorrery.formats.profile.ProfileHead;
import org.gorrery.formats.profile.TopTable;
import org.gorrery.formats.profile.ValueType;

/// The benchmark table of the readers: CPU time of the whole process, collector and compiler of the JVM included, best of
/// several rounds, and that of the first round in the new JVM. Run by hand, on one core:
/// `taskset -c 0 java -Xmx4g -XX:+UseSerialGC -cp … org.gorrery.formats.bench.FormatsBenchmark big.trace [picture]`;
/// with `picture` only the time to a first picture is measured.
public final class FormatsBenchmark {
    private static final int ROUNDS = 5;
    private static final OperatingSystemMXBean CPU =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final PrintStream out;

    private FormatsBenchmark(PrintStream out) {
        this.out = out;
    }

    /// Something to measure.
    private interface Work {
        /// {@return a number that depends on all of the work}
        long run() throws FormatException, IOException;
    }

    /// Prints the table.
    ///
    /// @param args a trace file, as `bigtrace` records it; without one only profiles are measured
    public static void main(String[] args) throws FormatException, IOException {
        var b = new FormatsBenchmark(System.out);
        b.out.printf(
                Locale.ROOT,
                "%-44s %12s %12s %12s%n",
                "what",
                "CPU ms",
                "first round",
                "million/s");
        if (args.length > 1) {
            b.picture(Path.of(args[0]));
            return;
        }
        if (args.length > 0) {
            b.trace(Files.readAllBytes(Path.of(args[0])));
        }
        b.profile(1_000_000);
        b.flame(17_000);
    }

    private void measure(String what, long units, Work work) throws FormatException, IOException {
        long best = Long.MAX_VALUE;
        long first = 0;
        long check = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = CPU.getProcessCpuTime();
            check += work.run();
            long took = CPU.getProcessCpuTime() - start;
            first = i == 0 ? took : first;
            best = Math.min(best, took);
        }
        out.printf(
                Locale.ROOT,
                "%-44s %12.1f %12.1f %12.2f%s%n",
                what,
                best / 1e6,
                first / 1e6,
                units * 1e3 / Math.max(1, best),
                check == 42 ? " " : "");
    }

    /// What a window needs to show something: the extent of the file, its first second decoded, lanes of that.
    private void picture(Path file) throws FormatException, IOException {
        long size = Files.size(file);
        measure(
                "first picture of " + size / 1_000_000 + " MB",
                size,
                () -> {
                    TraceWindow all = FileEstimate.of(file).extent();
                    long from = all.fromNanos();
                    var window = new TraceWindow(from, from + 1_000_000_000);
                    try (FileChannel c = FileChannel.open(file)) {
                        TraceModel t =
                                TraceReader.read(ByteSource.of(c), window, Limits.DEFAULT).value();
                        return (long) ProcLanes.of(t).size() + GoroutineLanes.of(t).size();
                    }
                });
        measure(
                "the same of the whole file",
                size,
                () -> {
                    TraceModel t =
                            TraceReader.read(Files.readAllBytes(file), Limits.DEFAULT).value();
                    return (long) ProcLanes.of(t).size() + GoroutineLanes.of(t).size();
                });
    }

    private void trace(byte[] bytes) throws FormatException, IOException {
        TraceModel t = TraceReader.read(bytes, Limits.DEFAULT).value();
        out.printf(
                Locale.ROOT,
                "%d events, %.1f bytes each in memory%n",
                t.size(),
                (double) t.residentBytes() / Math.max(1, t.size()));
        measure(
                "read a trace",
                t.size(),
                () -> TraceReader.read(bytes, Limits.DEFAULT).value().size());
        measure("goroutine lanes of a trace", t.size(), () -> GoroutineLanes.of(t).size());
        measure("lanes of its Ps", t.size(), () -> ProcLanes.of(t).size());
        measure("write it", t.size(), () -> TraceWriter.write(t).length);
    }

    private void profile(int samples) throws FormatException, IOException {
        Profile made = make(samples);
        byte[] proto = ProtoWriter.plain(made);
        measure(
                "read a profile",
                samples,
                () -> ProtoReader.read(proto, Limits.DEFAULT).value().samples());
        Profile p = ProtoReader.read(proto, Limits.DEFAULT).value();
        measure("top table", samples, () -> TopTable.of(p, TopTable.Options.of(0)).total());
        FlameTree tree = FlameTrees.of(p, FlameOptions.of(0));
        measure(
                "flame tree of " + tree.size() + " nodes",
                samples,
                () -> FlameTrees.of(p, FlameOptions.of(0)).size());
    }

    private void flame(int samples) throws FormatException, IOException {
        Profile p = make(samples);
        FlameTree tree = FlameTrees.of(p, FlameOptions.of(0));
        measure(
                "flame tree of " + tree.size() + " nodes",
                samples,
                () -> FlameTrees.of(p, FlameOptions.of(0)).size());
    }

    /// Random stacks of 5 to 30 calls over 2000 functions, from a fixed seed.
    private static Profile make(int samples) {
        var random = new SplittableRandom(1);
        var b = new ProfileBuilder();
        for (int i = 0; i < 2000; i++) {
            int f = b.function("pkg" + i % 50 + ".Func" + i, "file" + i % 100 + ".go");
            b.location(0x400000 + i * 16L, -1, false);
            b.line(f, 1 + i % 300, 0);
        }
        int[] stack = new int[30];
        for (int s = 0; s < samples; s++) {
            int depth = 5 + random.nextInt(26);
            int at = 0;
            for (int i = depth - 1; i >= 0; i--) {
                at = (at * 7 + random.nextInt(4)) % 2000;
                stack[i] = at;
            }
            b.sample(stack, depth, 1 + random.nextInt(10));
        }
        var type = new ValueType("samples", "count");
        return b.build(ProfileHead.of(List.of(type), type, 1));
    }
}
