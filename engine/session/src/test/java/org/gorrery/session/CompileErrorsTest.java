package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Files full of mistakes: the same errors as Go 1.26 tells, at the same places, in the same words. The `.want` files are the output of
/// `go build -gcflags=-e`, with `X` for the name of the file.
class CompileErrorsTest {
    @TestFactory
    Stream<DynamicTest> allMistakesOfAFileAreToldAsGoTellsThem() throws IOException {
        var folder = GoRunner.root().resolve("engine/session/src/test/resources/go/errors");
        try (var all = Files.list(folder)) {
            return all.filter(p -> p.toString().endsWith(".go")).sorted().toList().stream()
                    .map(p ->
                            DynamicTest.dynamicTest(
                                    String.valueOf(p.getFileName()), () -> check(p)));
        }
    }

    private static void check(Path program) throws IOException {
        var found =
                new Engine()
                        .check(
                                new Source.Files(List.of(program)),
                                RunOptions.DEFAULT,
                                new CheckRules(true, false, false, false));
        String told =
                found.stream()
                        .map(f -> f.line() + ":" + f.column() + ": " + f.message() + "\n")
                        .collect(Collectors.joining());
        assertEquals(
                Files.readString(Path.of(program.toString().replaceFirst("\\.go$", ".want"))),
                told.replace(program + ":", "X:"));
    }
}
