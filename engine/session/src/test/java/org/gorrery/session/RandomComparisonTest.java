package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random numbers formatted and parsed, and random calls of Sprintf, by our library and by an installed Go: same seed, same digests.
@Tag("long")
class RandomComparisonTest {
    private static final String SEED = "7";

    @TempDir Path folder;

    private static Path program(String name) {
        return GoRunner.root()
                .resolve("engine/library/src/test/resources/compare")
                .resolve(name + ".go");
    }

    private String byGo(String name, String count) throws IOException, InterruptedException {
        return InstalledGo.required()
                .go(folder, Map.of(), "run", program(name).toString(), count, SEED);
    }

    private static String byUs(String name, String count) {
        var options = RunOptions.DEFAULT.withProcess(List.of(name, count, SEED), Map.of());
        var console = new GoRunner.Capture();
        try (var run =
                GoRunner.ready(new Source.Files(List.of(program(name))), options)
                        .prepare(options, console)) {
            run.start();
            run.outcome().get(10, TimeUnit.MINUTES);
            return new String(
                    console.out().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        } catch (InterruptedException
                | java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new AssertionError("no end: " + console.err(), e);
        }
    }

    @Test
    void twoMillionFloatsAreFormattedAndParsedAsByGo() throws IOException, InterruptedException {
        assertEquals(byGo("floats", "2000000"), byUs("floats", "2000000"));
    }

    @Test
    void twoHundredThousandCallsOfSprintfPrintWhatGoPrints()
            throws IOException, InterruptedException {
        assertEquals(byGo("sprintf", "200000"), byUs("sprintf", "200000"));
    }
}
