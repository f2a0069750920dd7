package org.gorrery.formats.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gorrery.formats.SharedFiles;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.pprof.ProtoReader;
import org.gorrery.formats.pprof.ProtoWriter;
import org.gorrery.formats.report.TopText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Compares our table with the one that `go tool pprof -top` prints, line by line, where a real Go is installed.
class PprofTopTest {
    private static final List<String> FILES =
            List.of(
                    "pprof/cpu.pb.gz",
                    "pprof/heap-diff.pb.gz",
                    "pprof/heap2.pb.gz",
                    "pprof/allocs.pb.gz",
                    "pprof/goroutine.pb.gz",
                    "pprof/block.pb.gz",
                    "pprof/mutex.pb.gz",
                    "pprof126/cpu.pb.gz",
                    "pprof126/default.pgo",
                    "pprof126/heap.pb.gz",
                    "pprof126/mutex.pb.gz",
                    "pprof126/threadcreate.pb.gz");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "-prune_from=main",
                "-noinlines",
                "-lines",
                "-files -cum",
                "-filefunctions",
                "-nodecount=5",
                "-focus=main -hide=walk -cum -nodecount=12",
            })
    void theTableIsThatOfThePprofTool(String flags) throws Exception {
        var differences = new ArrayList<String>();
        for (String file : FILES) {
            if (flags.contains("-files") && file.startsWith("pprof126/")) {
                continue; // the tool splits a file's row by the first lines of its functions; we
                // have one row per file
            }
            String want = goTop(SharedFiles.folder().resolve(file), flags);
            String got =
                    ourTop(
                            ProtoReader.read(SharedFiles.unpacked(file), Limits.DEFAULT).value(),
                            flags);
            if (!want.equals(got)) {
                differences.add(file + " " + flags + "\n--- want\n" + want + "--- got\n" + got);
            }
        }
        assertEquals("", String.join("\n", differences));
    }

    @Test
    void aProfileThatWeWroteOpensInThePprofTool() throws Exception {
        Profile p =
                ProtoReader.read(SharedFiles.unpacked("pprof/cpu.pb.gz"), Limits.DEFAULT).value();
        Path written = folder.resolve("written.pb.gz");
        Files.write(written, ProtoWriter.gzip(p));
        assertEquals(
                goTop(SharedFiles.folder().resolve("pprof/cpu.pb.gz"), ""), goTop(written, ""));
    }

    private static String ourTop(Profile p, String flags) {
        ProfileFilter filter = ProfileFilter.NONE;
        Granularity granularity = Granularity.FUNCTIONS;
        boolean cum = false;
        int count = 0;
        for (String flag : flags.isEmpty() ? new String[0] : flags.split(" ")) {
            String[] kv = flag.substring(1).split("=", 2);
            switch (kv[0]) {
                case "cum" -> cum = true;
                case "nodecount" -> count = Integer.parseInt(kv[1]);
                case "lines" -> granularity = Granularity.LINES;
                case "files" -> granularity = Granularity.FILES;
                case "filefunctions" -> granularity = Granularity.FILEFUNCTIONS;
                default -> filter = filter.with(kv[0], kv.length > 1 ? kv[1] : "true");
            }
        }
        Profile whole = ProfileFilter.withoutDroppedFrames(p);
        var options = new TopTable.Options(p.head().defaultIndex(), granularity, cum, 0.005, count);
        return rows(TopText.of(TopTable.of(filter.apply(whole), whole, options)));
    }

    private static String goTop(Path file, String flags) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(SharedFiles.goCommand(), "tool", "pprof", "-top"));
        if (!flags.isEmpty()) {
            command.addAll(List.of(flags.split(" ")));
        }
        command.add(file.toString());
        Process p =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(p.waitFor(1, TimeUnit.MINUTES));
        return rows(out);
    }

    /// The lines from "Showing" on; Go's tool precedes them with the file's and type's names and active filters.
    private static String rows(String text) {
        int from = text.indexOf("Showing nodes");
        return from < 0 ? text : text.substring(from).replaceAll("(?m)^ +Showing", "Showing");
    }
}
