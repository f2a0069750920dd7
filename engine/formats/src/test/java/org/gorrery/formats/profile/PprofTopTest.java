package org.gorrery.formats.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.gorrery.formats.SharedFiles;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.pprof.ProtoReader;
import org.gorrery.formats.pprof.ProtoWriter;
import org.gorrery.formats.report.CommandResult;
import org.gorrery.formats.report.Top;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Compares `gorrery top` with `go tool pprof -top`, line by line: with the tool where a real Go is installed, and with
/// what it printed when it was last asked (`-Dgolden.update=true` asks again) everywhere.
class PprofTopTest {
    private static final List<String> FILES =
            List.of(
                    "pprof/cpu.pb.gz",
                    "pprof/heap.pb.gz",
                    "pprof/heap2.pb.gz",
                    "pprof/heap-diff.pb.gz",
                    "pprof/allocs.pb.gz",
                    "pprof/goroutine.pb.gz",
                    "pprof/block.pb.gz",
                    "pprof/mutex.pb.gz",
                    "pprof/threadcreate.pb.gz",
                    "pprof126/cpu.pb.gz",
                    "pprof126/cpu2.pb.gz",
                    "pprof126/default.pgo",
                    "pprof126/heap.pb.gz",
                    "pprof126/allocs.pb.gz",
                    "pprof126/goroutine.pb.gz",
                    "pprof126/goroutineleak.pb.gz",
                    "pprof126/block.pb.gz",
                    "pprof126/mutex.pb.gz",
                    "pprof126/threadcreate.pb.gz");
    private static final List<String> FLAGS =
            List.of(
                    "",
                    "-cum",
                    "-focus=main",
                    "-ignore=runtime",
                    "-focus=main -ignore=report|sumOf",
                    "-hide=runtime|sync",
                    "-show=main",
                    "-show_from=func3|func8",
                    "-tagfocus=handler=search|checkout",
                    "-tagignore=worker=[0-3]",
                    "-tagfocus=bytes=64kb:",
                    "-tagshow=handler -tagroot=handler",
                    "-prune_from=main",
                    "-noinlines",
                    "-lines",
                    "-files -cum",
                    "-filefunctions",
                    "-addresses",
                    "-nodecount=5",
                    "-focus=main -hide=walk -cum -nodecount=12",
                    "-tagroot=handler,tier -cum",
                    "-tagroot=task -tagleaf=worker",
                    "-tagleaf=bytes -unit=kb",
                    "-unit=ms",
                    "-unit=mb -cum",
                    "-sample_index=0",
                    "-sample_index=0 -focus=main -cum",
                    "-mean",
                    "-mean -cum",
                    "-divide_by=7",
                    "-relative_percentages -focus=main",
                    "-trim=false",
                    "-nodefraction=0.05",
                    "-drop_negative",
                    "-noinlines -lines -focus=main");
    private static final int RECORDED_LINES = 14;

    @TempDir Path folder;

    static List<String> files() {
        return FILES;
    }

    @ParameterizedTest
    @MethodSource("files")
    void theTablesAreThoseOfThePprofTool(String file) throws Exception {
        Path path = SharedFiles.folder().resolve(file);
        List<String> flags = FLAGS.stream().filter(f -> comparable(file, f)).toList();
        List<String> want = GoPprof.tables(path, flags);
        assertEquals(flags.size(), want.size(), "tables that the tool printed");
        var differences = new ArrayList<String>();
        for (int i = 0; i < flags.size(); i++) {
            String got = ours(path, flags.get(i));
            if (!want.get(i).equals(got)) {
                differences.add(flags.get(i) + "\n--- want\n" + want.get(i) + "--- got\n" + got);
            }
        }
        assertEquals("", String.join("\n", differences));
        if (Boolean.getBoolean("golden.update")) {
            record(file, flags, want);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void theTablesAreThoseThatThePprofToolOncePrinted(String file) throws Exception {
        Path path = SharedFiles.folder().resolve(file);
        var differences = new ArrayList<String>();
        Map<String, String> recorded = recorded();
        for (String flags : FLAGS) {
            String want = recorded.get(file + " " + flags);
            if (want == null ? comparable(file, flags) : !want.equals(start(ours(path, flags)))) {
                differences.add(flags + "\n--- want\n" + want + "--- got\n" + ours(path, flags));
            }
        }
        assertEquals("", String.join("\n", differences));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void theDifferenceOfTwoProfilesIsThatOfThePprofTool(String flag) throws Exception {
        String before = SharedFiles.folder().resolve("pprof/heap.pb.gz").toString();
        String after = SharedFiles.folder().resolve("pprof/heap2.pb.gz").toString();
        for (String more : List.of("-nodecount=30", "-normalize", "-cum")) {
            List<String> arguments = List.of("-" + flag + "=" + before, more, after);
            CommandResult r = Top.run(arguments);
            assertEquals(GoPprof.top(arguments), GoPprof.rows(r.out()), arguments.toString());
        }
    }

    static Stream<String> differences() {
        return Stream.of("base", "diff_base");
    }

    @Test
    void aProfileThatWeWroteOpensInThePprofTool() throws Exception {
        Profile p =
                ProtoReader.read(SharedFiles.unpacked("pprof/cpu.pb.gz"), Limits.DEFAULT).value();
        Path written = folder.resolve("written.pb.gz");
        Files.write(written, ProtoWriter.gzip(p));
        String whole = SharedFiles.folder().resolve("pprof/cpu.pb.gz").toString();
        assertEquals(GoPprof.top(List.of(whole)), GoPprof.top(List.of(written.toString())));
    }

    /// The tool splits the row of a file by the first lines of its functions where they are known; we have one row.
    private static boolean comparable(String file, String flags) {
        return !(flags.contains("-files") && file.startsWith("pprof126/"));
    }

    private static String ours(Path file, String flags) {
        var arguments = new ArrayList<String>();
        if (!flags.isEmpty()) {
            arguments.addAll(List.of(flags.split(" ")));
        }
        arguments.add(file.toString());
        CommandResult r = Top.run(arguments);
        return GoPprof.rows(r.out() + r.err());
    }

    // ---- what the tool printed, kept with the tests

    private static String start(String table) {
        return table.lines().limit(RECORDED_LINES).collect(Collectors.joining("\n"));
    }

    private static String resource(String file) {
        return file.replace('/', '-') + ".txt.gz";
    }

    private static void record(String file, List<String> flags, List<String> tables)
            throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < flags.size(); i++) {
            text.append("=== ").append(file).append(' ').append(flags.get(i)).append('\n');
            text.append(start(tables.get(i))).append('\n');
        }
        var packed = new ByteArrayOutputStream();
        try (var z = new GZIPOutputStream(packed)) {
            z.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        Path to = Path.of("src/test/resources/pprof-top");
        Files.createDirectories(to);
        Files.write(to.resolve(resource(file)), packed.toByteArray());
    }

    private static Map<String, String> recorded() throws IOException {
        var tables = new LinkedHashMap<String, String>();
        for (String file : FILES) {
            byte[] packed;
            try (var in = PprofTopTest.class.getResourceAsStream("/pprof-top/" + resource(file))) {
                packed = in == null ? new byte[0] : in.readAllBytes();
            }
            if (packed.length == 0) {
                continue;
            }
            String text;
            try (var z = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                text = new String(z.readAllBytes(), StandardCharsets.UTF_8);
            }
            for (String section : text.split("(?m)^=== ")) {
                int end = section.indexOf('\n');
                if (end > 0) {
                    tables.put(
                            section.substring(0, end), section.substring(end + 1).stripTrailing());
                }
            }
        }
        return tables;
    }
}
