package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each language version refuses what it did not have yet. The `.out` files say what Go 1.26 tells with `-lang`, as `line:column: message`, the
/// source of the version left out.
class LanguageVersionsTest {
    private static final Path FOLDER =
            GoRunner.root().resolve("engine/session/src/test/resources/go/versions");

    @TempDir Path folder;

    /// The `go` line of go.mod says whether the turns of a loop share its variables, and the `//go:build` line of a file.
    @ParameterizedTest
    @ValueSource(strings = {"1.17", "1.21", "1.22", "1.26"})
    void theModuleAndTheFileChooseWhatLoopVariablesMean(String version) throws IOException {
        var module = FOLDER.resolve("module");
        try (var all = Files.walk(module)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var to = folder.resolve(module.relativize(file).toString());
                Files.createDirectories(to.resolveSibling(""));
                Files.copy(file, to);
            }
        }
        Files.writeString(folder.resolve("go.mod"), "module versions\n\ngo " + version + "\n");
        var result = GoRunner.run(new Source.Files(List.of(folder)), RunOptions.DEFAULT, run -> {});
        assertEquals(
                Files.readString(FOLDER.resolve("module.go" + version + ".out")), result.stderr());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "13", "14", "17", "18", "19", "20", "21", "22", "23", "24", "26"})
    void newerConstructsAreRefused(String minor) throws IOException {
        refusals("constructs.go", minor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26"})
    void newerArgumentsConversionsAndLoopsAreRefused(String minor) throws IOException {
        refusals("arguments.go", minor);
    }

    private static void refusals(String file, String minor) throws IOException {
        var found =
                new Engine()
                        .check(
                                new Source.Files(List.of(FOLDER.resolve(file))),
                                RunOptions.DEFAULT.withLanguage("go1." + minor, List.of()),
                                new CheckRules(true, false, false, false));
        assertEquals(
                Files.readAllLines(FOLDER.resolve(file + "1." + minor + ".out")),
                found.stream()
                        .map(f ->
                                f.line()
                                        + ":"
                                        + f.column()
                                        + ": "
                                        + f.message().replaceFirst("(?s) \\(-lang.*|\n.*", ""))
                        .toList());
    }
}
