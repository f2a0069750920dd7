package org.gorrery.formats.exectrace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gorrery.formats.FileEstimate;
import org.gorrery.formats.Format;
import org.gorrery.formats.SavedFile.TraceFile;
import org.gorrery.formats.SavedFiles;
import org.gorrery.formats.SharedFiles;
import org.gorrery.formats.input.ByteSource;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.input.Loaded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Loading a part of a trace without the rest of the file.
class TraceWindowTest {
    private static final String LARGE = "trace2/factory-go1.26-large.trace";

    @TempDir Path folder;

    /// Counts what is read of a file.
    private static final class Counted implements ByteSource {
        final ByteSource source;
        long bytes;

        Counted(byte[] all) {
            source = ByteSource.of(all);
        }

        @Override
        public long size() {
            return source.size();
        }

        @Override
        public int read(long position, byte[] into, int at, int length) throws java.io.IOException {
            int n = source.read(position, into, at, length);
            bytes += n;
            return n;
        }
    }

    @Test
    void eventsOfAWindowInTheLastGenerationAreThoseOfTheWholeTrace() throws Exception {
        byte[] file = SharedFiles.bytes(LARGE);
        TraceModel whole = TraceReader.read(file, Limits.DEFAULT).value();
        List<Integer> syncs = syncs(whole);
        long from = whole.time(syncs.get(2)) + 1_000_000;
        var window = new TraceWindow(from, from + 100_000_000);
        var source = new Counted(file);
        Loaded<TraceModel> part = TraceReader.read(source, window, Limits.DEFAULT);
        assertEquals(List.of(), part.faults());
        assertTrue(part.value().size() > 1000);
        int skip = part.value().firstAt(from);
        int at = whole.firstAt(from) - skip;
        for (int i = skip; i < part.value().size(); i++) {
            assertEquals(whole.time(at + i), part.value().time(i));
            assertEquals(whole.kind(at + i), part.value().kind(i));
            boolean status = whole.kind(at + i).name().endsWith("STATUS");
            if (!status) { // its thread's goroutine is known before it only where reading began
                // earlier
                assertEquals(id(whole, at + i), id(part.value(), i), "event " + i);
            }
        }
        assertTrue(
                source.bytes < file.length / 2,
                source.bytes + " of " + file.length + " bytes were read");
    }

    private static long id(TraceModel t, int i) {
        return t.goroutine(i) < 0 ? -1 : t.goroutineId(t.goroutine(i));
    }

    private static List<Integer> syncs(TraceModel t) {
        var syncs = new ArrayList<Integer>();
        for (int i = 0; i < t.size(); i++) {
            if (t.kind(i) == EventKind.SYNC) {
                syncs.add(i);
            }
        }
        return syncs;
    }

    @Test
    void addressesOfTheHeapAreKnownInAWindowThatLacksTheFirstGeneration() throws Exception {
        byte[] file = SharedFiles.bytes("trace2/factory-go1.26-allocfree.trace");
        TraceModel whole = TraceReader.read(file, Limits.DEFAULT).value();
        long second = whole.time(syncs(whole).get(1));
        Loaded<TraceModel> part =
                TraceReader.read(
                        ByteSource.of(file),
                        new TraceWindow(second + 1, Long.MAX_VALUE),
                        Limits.DEFAULT);
        assertEquals(List.of(), part.faults());
        assertEquals(whole.head().heapScale(), part.value().head().heapScale());
        assertEquals(1, part.value().head().generations());
    }

    @Test
    void aFaultBehindTheWindowIsReportedAtItsPlaceInTheFile() throws Exception {
        byte[] file = SharedFiles.bytes("trace2/factory-go1.26-cut.trace");
        List<org.gorrery.formats.input.Fault> whole =
                TraceReader.read(file, Limits.DEFAULT).faults();
        assertEquals(
                whole,
                TraceReader.read(
                                ByteSource.of(file),
                                new TraceWindow(0, Long.MAX_VALUE),
                                Limits.DEFAULT)
                        .faults());
    }

    @Test
    void aWindowOfAFileIsOpenedByItsPath() throws Exception {
        Path path = SharedFiles.folder().resolve(LARGE);
        TraceWindow extent = FileEstimate.of(path).extent();
        long middle = (extent.fromNanos() + extent.toNanos()) / 2;
        var file =
                (TraceFile)
                        SavedFiles.open(path, new TraceWindow(middle, middle + 1_000_000))
                                .getFirst();
        TraceModel t = file.trace();
        int statuses = t.firstAt(middle);
        for (int i = 0; i < statuses; i++) {
            assertTrue(
                    t.kind(i) == EventKind.SYNC || t.kind(i).name().endsWith("STATUS"),
                    "before the window only states are told, not " + t.kind(i));
        }
        assertTrue(file.trace().endNanos() <= middle + 1_000_000);
        assertTrue(file.trace().size() > 10);
    }

    @Test
    void aGoroutineThatBlockedLongBeforeIsSeenBlockedInAWindow() throws Exception {
        byte[] file = SharedFiles.bytes(LARGE);
        TraceModel whole = TraceReader.read(file, Limits.DEFAULT).value();
        long from = whole.startNanos() + 300_000_000;
        TraceModel part =
                TraceReader.read(file, new TraceWindow(from, from + 10_000_000), Limits.DEFAULT)
                        .value();
        var lanes = org.gorrery.formats.analysis.GoroutineLanes.of(whole);
        var shown = org.gorrery.formats.analysis.GoroutineLanes.of(part);
        long moment = part.time(part.firstAt(from));
        int compared = 0;
        for (int g = 0; g < lanes.goroutines(); g++) {
            int span = lanes.find(g, moment - 1);
            if (span < 0 || lanes.state(span) == GoState.NOT_EXIST) {
                continue;
            }
            int same = part.goroutineIndex(whole.goroutineId(g));
            assertEquals(lanes.state(span), shown.state(shown.find(same, moment - 1)), "g " + g);
            compared++;
        }
        assertTrue(compared >= 10, compared + " goroutines existed");
    }

    @ParameterizedTest
    @ValueSource(strings = {LARGE, "trace/factory-small.trace"})
    void aWindowWrittenAsATraceOpensInGosOwnTool(String name) throws Exception {
        byte[] file = SharedFiles.bytes(name);
        long start = TraceReader.read(file, Limits.DEFAULT).value().startNanos() + 200_000_000;
        var window = new TraceWindow(start, start + 50_000_000);
        TraceModel part = TraceReader.read(file, window, Limits.DEFAULT).value();
        Path written = folder.resolve("window.trace");
        Files.write(written, TraceWriter.write(part));
        Path out = folder.resolve("out.txt");
        Process p =
                new ProcessBuilder(
                                SharedFiles.goCommand(),
                                "tool",
                                "trace",
                                "-d=parsed",
                                written.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        assertTrue(p.waitFor(2, java.util.concurrent.TimeUnit.MINUTES));
        List<String> lines = Files.readAllLines(out);
        assertEquals(0, p.exitValue(), lines.getLast());
        assertTrue(lines.size() > 1000);
    }

    @Test
    void theEstimateOfATraceIsWithinAFactorOfTwo() throws Exception {
        Path path = SharedFiles.folder().resolve(LARGE);
        FileEstimate e = FileEstimate.of(path);
        TraceModel t = TraceReader.read(Files.readAllBytes(path), Limits.DEFAULT).value();
        assertEquals(Format.TRACE, e.format());
        assertTrue(e.events() > t.size() / 2 && e.events() < t.size() * 2L, e.toString());
        long resident = t.residentBytes() + Files.size(path);
        assertTrue(e.modelBytes() > resident / 2 && e.modelBytes() < resident * 2, e.toString());
        try (FileChannel c = FileChannel.open(path)) {
            TraceWindow extent = TraceReader.extent(ByteSource.of(c));
            assertTrue(Math.abs(extent.fromNanos() - t.startNanos()) < 1_000_000);
        }
    }

    @Test
    void theUnpackedSizeOfAGzipFileIsToldByIt() throws Exception {
        Path packed = folder.resolve("p.gz");
        byte[] plain =
                "heap profile: 0: 0 [0: 0] @ heap/1048576\n"
                        .repeat(1000)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var out = new java.io.ByteArrayOutputStream();
        try (var z = new java.util.zip.GZIPOutputStream(out)) {
            z.write(plain);
        }
        Files.write(packed, out.toByteArray());
        assertEquals(plain.length, FileEstimate.of(packed).unpackedBytes());
        assertEquals("gzip", FileEstimate.of(packed).packing());
    }

    @Test
    void aFileWithoutEndIsLookedAtAndLeft() throws Exception {
        Path zeros = Path.of("/dev/zero");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(zeros), "no endless file here");
        assertEquals(Format.UNKNOWN, SavedFiles.open(zeros).getFirst().format());
    }
}
