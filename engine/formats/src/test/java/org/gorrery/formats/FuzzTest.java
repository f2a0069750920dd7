package org.gorrery.formats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.gorrery.formats.exectrace.TraceReader;
import org.gorrery.formats.exectrace.TraceWindow;
import org.gorrery.formats.exectrace.TraceWriter;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.report.Info;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Feeds every reader damaged files: nothing but a result with faults may come out, and it must come out.
///
/// Each seed is a real or constructed file; what is done to it follows from the seed number alone, which a failure
/// prints. The large runs (`-Plong`) do the same a million times per reader.
class FuzzTest {
    private static final Limits LIMITS = new Limits(8_000_000, 300_000, 50);
    private static final int LARGEST_SEED = 60_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pprof/goroutine.pb.gz",
                "pprof/cpu.pb.gz",
                "pprof126/mutex.pb.gz",
                "pprof/heap2.debug1.txt",
                "pprof/goroutine.debug1.txt",
                "pprof/mutex.debug1.txt",
                "constructed/contentionz.txt",
                "constructed/heap-go1.7.txt",
                "pprof/cpu.legacy.prof",
                "crash/go1.26-sigquit.txt",
                "pprof126/goroutine.debug2.txt",
                "crash/go1.26-repanicked.txt",
                "logs/gctrace-scav-init-go1.26.txt",
                "logs/scheddetail.txt",
                "constructed/gctrace-go1.2.txt",
                "logs/allocfreetrace.txt",
                "logs/metrics-go1.26.json",
                "trace/factory-small.trace",
                "trace2/factory-go1.26-steady.trace",
                "trace2/sim-go1.22.trace",
                "trace2/sim-go1.26.trace",
                "trace2/factory-go1.26-allocfree.trace",
                "heapdump/tree.heapdump",
            })
    void damagedFilesGiveFaultsAndNeverAnException(String name) throws Exception {
        run(name, 150, false);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pprof/goroutine.pb.gz",
                "pprof/mutex.debug1.txt",
                "constructed/contentionz.txt",
                "pprof/cpu.legacy.prof",
                "crash/go1.26-repanicked.txt",
                "crash/ancestors-goroutine.txt",
                "constructed/gctrace-go1.2.txt",
                "constructed/scheddetail-go1.20+.txt",
                "constructed/scavtrace-go1.21+.txt",
                "trace/factory-small.trace",
                "trace2/factory-go1.26-steady.trace",
                "trace2/sim-go1.22.trace",
                "heapdump/tree.heapdump",
            })
    void aMillionDamagedFilesGiveFaultsAndNeverAnException(String name) throws Exception {
        run(name, Integer.getInteger("gorrery.fuzz", 1_000_000), true);
    }

    private static void run(String name, int count, boolean small) throws Exception {
        byte[] seed = seed(name, SharedFiles.unpacked(name), small);
        for (int i = 0; i < count; i++) {
            byte[] damaged =
                    damage(seed, new SplittableRandom(i * 0x9E3779B97F4A7C15L + name.hashCode()));
            long start = System.nanoTime();
            try {
                List<SavedFile> files =
                        SavedFiles.open(name, damaged, LIMITS, TraceWindow.EVERYTHING);
                if (i % 4 == 0) {
                    files.forEach(Info::facts);
                }
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError(name + ", damage number " + i + ": " + e, e);
            }
            assertTrue(
                    System.nanoTime() - start < 60_000_000_000L,
                    name + ", damage number " + i + " hangs");
        }
    }

    /// A cut trace of the newer format is not looked into, so its seed is a whole one: a small part of a trace, written
    /// anew, for the large runs.
    private static byte[] seed(String name, byte[] whole, boolean small) throws Exception {
        if (!name.startsWith("trace2/")) {
            return Arrays.copyOf(whole, Math.min(whole.length, small ? 2_000 : LARGEST_SEED));
        }
        if (!small) {
            return whole;
        }
        long start = TraceReader.read(whole, LIMITS).value().startNanos();
        return TraceWriter.write(
                TraceReader.read(whole, new TraceWindow(0, start + 400_000), Limits.DEFAULT)
                        .value());
    }

    private static byte[] damage(byte[] seed, SplittableRandom random) {
        byte[] b = seed.clone();
        int steps = 1 + random.nextInt(6);
        for (int s = 0; s < steps && b.length > 0; s++) {
            int at = random.nextInt(b.length);
            switch (random.nextInt(8)) {
                case 0 -> b = Arrays.copyOf(b, at);
                case 1 -> b[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> b[at] = (byte) random.nextInt(256);
                case 3 ->
                        Arrays.fill(
                                b,
                                at,
                                Math.min(b.length, at + 1 + random.nextInt(12)),
                                (byte) 0xff);
                case 4 ->
                        Arrays.fill(
                                b, at, Math.min(b.length, at + 1 + random.nextInt(12)), (byte) 0);
                case 5 -> b = moved(b, at, random);
                case 6 -> b[at] = (byte) "0123456789-+:@[]{}()\n\t ,.".charAt(random.nextInt(25));
                default -> b = inserted(b, at, random);
            }
        }
        return b;
    }

    /// Copies a piece over another place.
    private static byte[] moved(byte[] b, int at, SplittableRandom random) {
        int from = random.nextInt(b.length);
        int n = Math.min(1 + random.nextInt(200), Math.min(b.length - from, b.length - at));
        byte[] result = b.clone();
        System.arraycopy(b, from, result, at, n);
        return result;
    }

    private static byte[] inserted(byte[] b, int at, SplittableRandom random) {
        byte[][] pieces = {
            {
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff,
                1
            },
            {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 8},
            "99999999999999999999".getBytes(StandardCharsets.US_ASCII),
            "-1".getBytes(StandardCharsets.US_ASCII),
            "goroutine 1 [running]:\n".getBytes(StandardCharsets.US_ASCII),
            {0x0a, 0},
        };
        byte[] piece = pieces[random.nextInt(pieces.length)];
        byte[] result = new byte[b.length + piece.length];
        System.arraycopy(b, 0, result, 0, at);
        System.arraycopy(piece, 0, result, at, piece.length);
        System.arraycopy(b, at, result, at + piece.length, b.length - at);
        return result;
    }
}
