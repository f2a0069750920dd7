package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Warnings of what compiles and is likely wrong. The `.vet` files say what go vet of Go 1.26 finds in the program beside them, as
/// `line:column: message`; that of `shadow`, which vet leaves out by itself, follows the description of that analysis.
class VetTest {
    private static final Path FOLDER =
            GoRunner.root().resolve("engine/session/src/test/resources/go/vet");

    private static List<Compilation.Finding> findings(Path program, CheckRules rules) {
        return new Engine().check(new Source.Files(List.of(program)), RunOptions.DEFAULT, rules);
    }

    @ParameterizedTest
    @ValueSource(strings = {"formats", "locks", "flow", "seeded", "fine", "shadow"})
    void whatVetFindsIsWarnedOf(String name) throws IOException {
        var rules = new CheckRules(true, false, true, name.equals("shadow"));
        var found = findings(FOLDER.resolve(name + ".go"), rules);
        assertTrue(found.stream().allMatch(Compilation.Finding::warning), found::toString);
        var lines =
                found.stream()
                        .map(f -> f.line() + ":" + f.column() + ": " + f.message())
                        .sorted()
                        .toList();
        assertEquals(
                Files.readAllLines(FOLDER.resolve(name + ".vet")).stream().sorted().toList(),
                lines);
    }

    @Test
    void aShadowedErrorIsToldOnlyWhereAskedFor() {
        assertEquals(List.of(), findings(FOLDER.resolve("shadow.go"), CheckRules.WITH_WARNINGS));
    }

    @Test
    void nothingIsWarnedOfWhereWarningsAreOff() {
        assertEquals(List.of(), findings(FOLDER.resolve("flow.go"), CheckRules.DEFAULT));
    }
}
