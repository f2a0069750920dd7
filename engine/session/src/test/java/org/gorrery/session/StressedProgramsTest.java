package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gorrery.target.Target;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Go programs during which the heap is collected at every few allocations, each marking compared with an independent trace.
class StressedProgramsTest {
    private static final String STRESS = "gcstress=7,gccheckmark=1";

    @TestFactory
    Stream<DynamicTest> programsPrintTheSameHoweverOftenTheHeapIsCollected() throws IOException {
        return programs("amd64", 1, 4);
    }

    @TestFactory
    Stream<DynamicTest> programsOf32BitsPrintTheSame() throws IOException {
        return programs("386", 4);
    }

    private static Stream<DynamicTest> programs(String goarch, int... procs) throws IOException {
        var folder = GoRunner.root().resolve("engine/session/src/test/resources/go/stressed");
        try (var all = Files.list(folder)) {
            return all.filter(p -> p.toString().endsWith(".go")).sorted().toList().stream()
                    .map(p ->
                            DynamicTest.dynamicTest(
                                    p.getFileName().toString(), () -> check(p, goarch, procs)));
        }
    }

    private static void check(Path program, String goarch, int... procs) throws IOException {
        // One char per byte, as the console keeps it.
        var output = Path.of(program.toString().replaceFirst("\\.go$", ".out"));
        var wanted = Files.readString(output, StandardCharsets.ISO_8859_1);
        var options =
                RunOptions.DEFAULT
                        .withTarget(Target.of("linux", goarch).orElseThrow())
                        .withGodebug(STRESS);
        var compiled = GoRunner.ready(new Source.Files(List.of(program)), options);
        for (int n : procs) {
            var result = GoRunner.run(compiled, options.withGomaxprocs(n), r -> {});
            assertEquals(
                    wanted,
                    result.stdout(),
                    () -> "GOMAXPROCS=" + n + ", standard error:\n" + result.stderr());
        }
    }
}
