package org.gorrery.formats.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.gorrery.formats.analysis.GoroutineLanes;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.exectrace.TraceReader;
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

/// The benchmark table of the readers: CPU time on one thread, best of several rounds. Run by hand:
/// `java -cp … org.gorrery.formats.bench.FormatsBenchmark big.trace`.
public final class FormatsBenchmark {
    private static final int ROUNDS = 5;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

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
        b.out.printf(Locale.ROOT, "%-44s %12s %12s%n", "what", "CPU ms", "million/s");
        if (args.length > 0) {
            b.trace(Files.readAllBytes(Path.of(args[0])));
        }
        b.profile(1_000_000);
    }

    private void measure(String what, long units, Work work) throws FormatException, IOException {
        long best = Long.MAX_VALUE;
        long check = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = CPU.getCurrentThreadCpuTime();
            check += work.run();
            best = Math.min(best, CPU.getCurrentThreadCpuTime() - start);
        }
        out.printf(
                Locale.ROOT,
                "%-44s %12.1f %12.2f%s%n",
                what,
                best / 1e6,
                units * 1e3 / Math.max(1, best),
                check == 42 ? " " : "");
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
