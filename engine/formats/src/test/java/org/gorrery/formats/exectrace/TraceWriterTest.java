package org.gorrery.formats.exectrace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gorrery.formats.SharedFiles;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.input.Loaded;
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
                "trace2/factory-go1.26-large.trace",
                "trace2/factory-go1.26-flight.trace",
                "trace2/factory-go1.26-cut.trace",
                "trace2/factory-go1.26-allocfree.trace",
                "trace2/sim-go1.22.trace",
                "trace2/sim-go1.23-allocfree.trace",
                "trace2/sim-go1.25.trace",
                "trace2/sim-go1.26.trace",
            })
    void aWrittenTraceReadsBackAsTheSameEvents(String name) throws Exception {
        same(TraceReader.read(SharedFiles.bytes(name), Limits.DEFAULT).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"go1.26.trace", "allocfree.trace"})
    void aSmallRecordedTraceIsWrittenAsTheSameEvents(String name) throws Exception {
        try (var in = TraceWriterTest.class.getResourceAsStream("/fuzz/" + name)) {
            same(TraceReader.read(in.readAllBytes(), Limits.DEFAULT).value());
        }
    }

    /// Compares event by event, and what lies beside the events.
    private static void same(TraceModel t) throws Exception {
        Loaded<TraceModel> again = TraceReader.read(TraceWriter.write(t), Limits.DEFAULT);
        assertEquals(List.of(), again.faults());
        List<String> want = TraceText.lines(t);
        List<String> got = TraceText.lines(again.value());
        for (int i = 0; i < Math.min(want.size(), got.size()); i++) {
            assertEquals(want.get(i), got.get(i), "event " + i);
        }
        assertEquals(want.size(), got.size());
        assertEquals(t.clocks(), again.value().clocks());
        assertEquals(t.head().generations(), again.value().head().generations());
        assertEquals(t.head().heapScale(), again.value().head().heapScale());
        assertEquals(t.heapTypesPerGeneration(), again.value().heapTypesPerGeneration());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace2/factory-go1.26-small.trace",
                "trace2/factory-go1.26-flight.trace",
                "trace2/factory-go1.26-allocfree.trace",
                "trace2/sim-go1.23-allocfree.trace",
                "trace2/sim-go1.26.trace",
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
