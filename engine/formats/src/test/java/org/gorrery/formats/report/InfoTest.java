package org.gorrery.formats.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gorrery.formats.FactsCheck;
import org.gorrery.formats.Format;
import org.gorrery.formats.SavedFile;
import org.gorrery.formats.SavedFiles;
import org.gorrery.formats.SharedFiles;
import org.gorrery.formats.exectrace.TraceWindow;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoTest {
    /// Output of other tools, and errors in the words of other readers: no facts about the file.
    private static final Set<String> OTHER =
            Set.of(
                    "goToolPprofTop5",
                    "goToolPprofTags",
                    "referenceParserError",
                    "ReaderError",
                    "RawError");

    @TempDir Path folder;

    private static List<SavedFile> open(String name, byte[] bytes) {
        return SavedFiles.open(name, bytes, Limits.DEFAULT, TraceWindow.EVERYTHING);
    }

    @Test
    void everySharedFileIsRecognisedAndHasItsFacts() throws Exception {
        FactsCheck.compare(
                n -> true,
                OTHER,
                (n, b) -> {
                    List<SavedFile> files = open(n, b);
                    assertEquals(1, files.size(), n);
                    Map<String, Object> facts = Info.facts(files.getFirst());
                    if (n.contains(
                            "sim-go1.23")) { // the reference counted none: it did not know the
                        // experiment
                        facts.putAll(Map.of("Batches", 0, "Strings", 0, "Stacks", 0));
                    }
                    return facts;
                });
    }

    @Test
    void constructedTracebacksAndProfilesSayWhatTheyWereMadeOf() throws Exception {
        for (Map.Entry<String, Object> e : SharedFiles.json("constructed/expect.json").entrySet()) {
            String name = e.getKey();
            Map<?, ?> want = (Map<?, ?>) e.getValue();
            SavedFile f = open(name, SharedFiles.bytes("constructed/" + name)).getFirst();
            if (name.startsWith("traceback")) {
                var t = ((SavedFile.TracebackFile) f).traceback();
                var got = new ArrayList<List<Object>>();
                t.goroutines()
                        .forEach(g -> {
                            String minutes =
                                    g.waitMinutes() > 0 ? ", " + g.waitMinutes() + " minutes" : "";
                            boolean shown =
                                    String.valueOf(want.get("goroutines")).contains("minutes");
                            got.add(
                                    List.of(
                                            g.id(),
                                            g.reason() + (shown ? minutes : ""),
                                            (long) g.frames().size()));
                        });
                assertEquals(want.get("goroutines"), got, name);
                if (want.get("labels") instanceof List<?> labels) {
                    assertEquals(
                            labels,
                            t.goroutines().stream().map(g -> (Object) g.labels()).toList(),
                            name);
                }
                if (want.get("elided") instanceof Long n) {
                    assertEquals(n, (long) t.goroutines().getFirst().elidedFrames(), name);
                }
                if (want.get("panicText") instanceof String text) {
                    assertEquals(text, t.panics().getFirst().text(), name);
                    assertEquals(want.get("repanicked"), t.panics().getFirst().repanicked(), name);
                }
                if (want.get("createdBy") instanceof List<?> made) {
                    assertEquals(
                            made.get(0), t.goroutines().getFirst().createdBy().function(), name);
                    assertEquals(made.get(1), t.goroutines().getFirst().createdIn(), name);
                }
                if (want.get("bubble") instanceof Long n) {
                    assertTrue(t.goroutines().stream().anyMatch(g -> g.bubble() == n), name);
                }
                if (want.get("line") instanceof Long n) {
                    assertTrue(
                            t.goroutines().stream()
                                    .flatMap(g -> g.frames().stream())
                                    .anyMatch(x -> x.line() == n),
                            name);
                }
            } else if (f instanceof SavedFile.LegacyFile l) {
                Map<String, Object> facts = Info.facts(f);
                List<?> records = (List<?>) want.get("records");
                assertEquals(records.size(), l.legacy().records(), name);
                for (int i = 0; i < records.size(); i++) {
                    Map<?, ?> w = (Map<?, ?>) records.get(i);
                    Map<?, ?> g = (Map<?, ?>) ((List<?>) facts.get("recordList")).get(i);
                    if (w.containsKey("delayNs")) {
                        assertEquals(w.get("contentions"), g.get("contentions"), name);
                        assertEquals(
                                (double) (Long) w.get("delayNs"), (Long) g.get("delay"), 1.0, name);
                    } else {
                        assertEquals(
                                (long) (Long) w.get("frames"),
                                (long) (Integer) g.get("frames"),
                                name);
                        assertEquals(w.get("leaf"), g.get("leaf"), name);
                    }
                }
                if (want.get("mapping") != null) {
                    assertEquals(want.get("mapping"), facts.get("mapping"), name);
                    assertEquals(want.get("samplingRate"), facts.get("samplingRate"), name);
                } else {
                    assertEquals(want.get("durationNs"), facts.get("DurationNanos"), name);
                }
            } else {
                assertEquals(Format.RUNTIME_LOG, f.format(), name);
            }
        }
    }

    @Test
    void containersAreOpenedWhateverTheyAreCalled() throws Exception {
        byte[] log =
                "gc 1 @0.017s 0%: 0.067+1.1+0.007 ms clock, 0.067+0/0.047/0.24+0.007 ms cpu, 3->4->0 MB, 4 MB goal, 4 P\n"
                        .getBytes(StandardCharsets.UTF_8);
        var zipped = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("logs/a.bin"));
            zip.write(log);
            zip.putNextEntry(new ZipEntry("b"));
            try (var gz = new GZIPOutputStream(zip)) {
                gz.write(log);
            }
        }
        List<SavedFile> files = open("x.jpg", zipped.toByteArray());
        assertEquals(
                List.of("x.jpg!logs/a.bin", "x.jpg!b"),
                files.stream().map(f -> f.origin().name()).toList());
        assertTrue(files.stream().allMatch(f -> f.format() == Format.RUNTIME_LOG));
        assertEquals("zip gzip", files.get(1).origin().packing());
    }

    @Test
    void aTextWithALogAndACrashOpensAsBoth() {
        String text =
                "gc 1 @0.017s 0%: 0.067+1.1+0.007 ms clock, 0.067+0/0.047/0.24+0.007 ms cpu, 3->4->0 MB, 4 MB goal, 4 P\n"
                        + "panic: boom\n\ngoroutine 1 [running]:\nmain.main()\n\t/a.go:1 +0x2\n";
        assertEquals(
                List.of(Format.TRACEBACK, Format.RUNTIME_LOG),
                open("x", text.getBytes(StandardCharsets.UTF_8)).stream()
                        .map(SavedFile::format)
                        .toList());
    }

    @Test
    void aPackedFileLargerThanTheLimitSaysSo() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gz = new GZIPOutputStream(packed)) {
            gz.write(new byte[1 << 20]);
        }
        SavedFile f =
                SavedFiles.open(
                                "x",
                                packed.toByteArray(),
                                new Limits(1000, 10, 10),
                                TraceWindow.EVERYTHING)
                        .getFirst();
        assertTrue(
                f.faults().toString().contains("more than the limit of 1000 bytes"),
                f.faults().toString());
        assertEquals(1000, f.origin().bytes().length);
    }

    @Test
    void theCommandPrintsJsonThatReadsBack() throws Exception {
        Path file = folder.resolve("anything");
        Files.write(file, SharedFiles.bytes("pprof/cpu.pb.gz"));
        CommandResult r = Info.run(List.of("--json", file.toString()));
        assertEquals(0, r.exitCode());
        Map<?, ?> facts = (Map<?, ?>) JsonReader.read(r.out());
        assertEquals(List.of(698L, 6980000000L), facts.get("Totals"));
        CommandResult text = Info.run(List.of(file.toString()));
        assertTrue(text.out().contains("runtime.asyncPreempt"), text.out());
        assertTrue(text.out().contains("pprof profile (gzip)"), text.out());
    }

    @Test
    void whatIsUnknownOrMissingEndsWithOneAndAReason() throws Exception {
        Path file = folder.resolve("noise");
        Files.write(file, new byte[] {(byte) 0xff, 0, 1, 2});
        CommandResult r = Info.run(List.of(file.toString()));
        assertEquals(1, r.exitCode());
        assertTrue(r.out().contains("the file starts with ff 00 01 02"), r.out());
        CommandResult gone = Info.run(List.of(folder.resolve("gone").toString()));
        assertEquals(1, gone.exitCode());
        assertTrue(gone.err().contains("no such file"), gone.err());
        assertEquals(64, Info.run(List.of("--nonsense")).exitCode());
    }

    @Test
    void conversionsReadBackWithTheSameTotals() throws Exception {
        String cpu = SharedFiles.folder().resolve("pprof/cpu.pb.gz").toString();
        for (String to : List.of("pprof", "folded", "speedscope", "csv", "svg", "html", "text")) {
            Path out = folder.resolve("out." + to);
            CommandResult r = Convert.run(List.of("--to", to, cpu, "-o", out.toString()));
            assertEquals("", r.err(), to);
            assertTrue(Files.size(out) > 500, to);
            assertTrue(
                    Files.readString(out, StandardCharsets.ISO_8859_1).contains("sumOf")
                            || to.equals("pprof"),
                    to);
        }
        SavedFile folded = SavedFiles.open(folder.resolve("out.folded")).getFirst();
        assertEquals(Format.FOLDED_STACKS, folded.format());
        assertEquals(6980000000L, ((SavedFile.FoldedFile) folded).profile().total(0));
        Map<?, ?> speedscope =
                (Map<?, ?>) JsonReader.read(Files.readString(folder.resolve("out.speedscope")));
        Map<?, ?> second = (Map<?, ?>) ((List<?>) speedscope.get("profiles")).get(1);
        assertEquals(6980000000L, second.get("endValue"));
        assertFalse(Files.readString(folder.resolve("out.html")).contains("%DATA%"));
    }

    @Test
    void aDiffOfAProfileWithItselfIsNothing() throws Exception {
        String heap = SharedFiles.folder().resolve("pprof/heap.pb.gz").toString();
        CommandResult r = Top.diff(List.of("-base", heap, heap));
        assertTrue(r.out().contains("accounting for 0, "), r.out());
    }
}
