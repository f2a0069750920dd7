package org.gorrery.formats.exectrace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gorrery.formats.SharedFiles;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.input.Loaded;
import org.gorrery.formats.report.TraceFacts;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceWriterTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace2/factory-go1.26-steady.trace",
                "trace2/factory-go1.26-small.trace",
                "trace2/factory-go1.26-flight.trace",
                "trace2/sim-go1.22.trace",
                "trace2/sim-go1.25.trace",
            })
    void aWrittenTraceReadsBackWithTheSameTransitions(String name) throws Exception {
        TraceModel t = TraceReader.read(SharedFiles.bytes(name), Limits.DEFAULT).value();
        Loaded<TraceModel> again = TraceReader.read(TraceWriter.write(t), Limits.DEFAULT);
        assertEquals(List.of(), again.faults());
        Map<String, Object> want = TraceFacts.of(t);
        Map<String, Object> got = TraceFacts.of(again.value());
        // Not LastNs: a file ends with a sync event after its last other event, which the writer
        // does not repeat.
        for (String key :
                List.of(
                        "BlockReasons",
                        "StopReasons",
                        "STWs",
                        "GCs",
                        "GoCreated",
                        "Goroutines",
                        "Tasks",
                        "Regions",
                        "LogCategories",
                        "MarkAssists",
                        "SweptBytes",
                        "Metrics",
                        "Labels",
                        "CPUSampleLeaves",
                        "MaxStackDepth",
                        "FirstNs")) {
            assertEquals(String.valueOf(want.get(key)), String.valueOf(got.get(key)), key);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace2/factory-go1.26-small.trace",
                "trace2/factory-go1.26-flight.trace",
                "trace2/sim-go1.23-allocfree.trace",
                "trace/factory-small.trace",
            })
    void aWrittenTraceOpensInGosOwnTool(String name) throws Exception {
        String go = SharedFiles.goCommand();
        TraceModel t = TraceReader.read(SharedFiles.bytes(name), Limits.DEFAULT).value();
        Path written = folder.resolve("written.trace");
        Files.write(written, TraceWriter.write(t));
        Process p =
                new ProcessBuilder(go, "tool", "trace", "-d=parsed", written.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out.txt").toFile())
                        .start();
        assertTrue(p.waitFor(2, TimeUnit.MINUTES));
        String out = Files.readString(folder.resolve("out.txt"), StandardCharsets.UTF_8);
        String end = out.substring(Math.max(0, out.length() - 600));
        assertEquals(0, p.exitValue(), end);
        long transitions = out.lines().filter(l -> l.contains("StateTransition")).count();
        assertTrue(transitions > 1000, end);
    }
}
