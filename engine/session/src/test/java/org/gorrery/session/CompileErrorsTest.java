package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Files full of mistakes: the same errors as Go 1.26 tells, at the same places, in the same words. The `.want` files are the output of
/// `go build -gcflags=-e`, with `X` for the name of the file. `syntax.txt` holds many small programs that are no Go at all, each with what is
/// told about it. Where a `.first` file stands beside, it is the output without `-e`: the first ten found.
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

    @TestFactory
    Stream<DynamicTest> theFirstTenFoundAreToldUnlessAllAreAskedFor() throws IOException {
        var folder = GoRunner.root().resolve("engine/session/src/test/resources/go/errors");
        try (var all = Files.list(folder)) {
            return all.filter(p -> p.toString().endsWith(".first")).sorted().toList().stream()
                    .map(p ->
                            DynamicTest.dynamicTest(
                                    String.valueOf(p.getFileName()),
                                    () ->
                                            assertEquals(
                                                    Files.readString(p), told(source(p), false))));
        }
    }

    private static Path source(Path expected) {
        return Path.of(expected.toString().replaceFirst("\\.\\w+$", ".go"));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoGoIsToldAsGoTellsIt(@TempDir Path folder) throws IOException {
        var programs =
                GoRunner.root().resolve("engine/session/src/test/resources/go/errors/syntax.txt");
        var heading = Pattern.compile("^-- (\\w+) --\n", Pattern.MULTILINE);
        var names = heading.matcher(Files.readString(programs)).results().toList();
        var texts = heading.split(Files.readString(programs));
        return IntStream.range(0, names.size() / 2)
                .mapToObj(i -> {
                    String name = names.get(2 * i).group(1);
                    var program = folder.resolve(name + ".go");
                    return DynamicTest.dynamicTest(
                            name,
                            () -> {
                                Files.writeString(program, texts[2 * i + 1]);
                                assertEquals(texts[2 * i + 2], told(program, true));
                            });
                });
    }

    private static void check(Path program) throws IOException {
        assertEquals(
                Files.readString(Path.of(program.toString().replaceFirst("\\.go$", ".want"))),
                told(program, true));
    }

    private static String told(Path program, boolean allErrors) {
        var found =
                new Engine()
                        .check(
                                new Source.Files(List.of(program)),
                                RunOptions.DEFAULT,
                                new CheckRules(allErrors, false, false, false));
        String told =
                found.stream()
                        .map(f -> f.line() + ":" + f.column() + ": " + f.message() + "\n")
                        .collect(Collectors.joining());
        return told.replace(program + ":", "X:");
    }
}
