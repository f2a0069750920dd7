package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Go programs with expected output (recorded from real Go), each with one P and with four.
class GoProgramsTest {
    @TestFactory
    Stream<DynamicTest> programsOfTheLanguagePrintWhatGoPrints() throws IOException {
        return programs(GoRunner.root().resolve("engine/session/src/test/resources/go"));
    }

    @TestFactory
    Stream<DynamicTest> programsOfTheLibraryPrintWhatGoPrints() throws IOException {
        return programs(GoRunner.root().resolve("engine/library/src/test/resources/go"));
    }

    @TestFactory
    Stream<DynamicTest> samplesPrintWhatTheirLessonsSay() throws IOException {
        return programs(GoRunner.root().resolve("sample-programs/programs"));
    }

    private static Stream<DynamicTest> programs(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all
                    .filter(p -> p.toString().endsWith(".go") && Files.exists(expected(p)))
                    .sorted()
                    .toList()
                    .stream()
                    .map(p ->
                            DynamicTest.dynamicTest(
                                    folder.relativize(p).toString(), () -> check(p)));
        }
    }

    private static Path expected(Path program) {
        return Path.of(program.toString().replaceFirst("\\.go$", ".out"));
    }

    private static void check(Path source) throws IOException {
        // One char per byte: a program may print what is no UTF-8.
        var wanted = Files.readString(expected(source), StandardCharsets.ISO_8859_1);
        var program = GoRunner.ready(new Source.Files(List.of(source)), RunOptions.DEFAULT);
        for (int procs : new int[] {1, 4}) {
            var result = GoRunner.run(program, RunOptions.DEFAULT.withGomaxprocs(procs), r -> {});
            assertEquals(
                    wanted,
                    result.stdout(),
                    () -> "GOMAXPROCS=" + procs + ", standard error:\n" + result.stderr());
        }
    }
}
