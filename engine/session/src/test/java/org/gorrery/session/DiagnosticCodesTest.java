package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Codes of findings: each example has the fault it is an example of, and the page lists them all; `-Dgolden.update=true` writes the page.
class DiagnosticCodesTest {
    private static final Engine ENGINE = new Engine();

    static Stream<String> codes() {
        return Explanation.codes().stream();
    }

    private static Explanation explained(String code) {
        return Explanation.of(code, ENGINE).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void theExampleOfACodeIsReportedWithIt(String code) {
        var explained = explained(code);
        if (!explained.example().isEmpty()) {
            assertTrue(
                    explained.findings().stream().anyMatch(f -> f.code().equals(code)),
                    () ->
                            code
                                    + ": "
                                    + explained.findings()
                                    + " "
                                    + explained.findings().stream()
                                            .map(Compilation.Finding::code)
                                            .toList());
        }
    }

    @Test
    void noTwoKindsShareACode() {
        assertEquals(new HashSet<>(Explanation.codes()).size(), Explanation.codes().size());
    }

    @Test
    void thePageListsEveryCodeWithItsExample() throws IOException {
        var page = new StringBuilder(HEAD);
        codes().forEach(code -> entry(page, explained(code)));
        var file = GoRunner.root().resolve("engine/DIAGNOSTICS.md");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, page);
        }
        assertEquals(page.toString(), Files.readString(file));
    }

    private static void entry(StringBuilder page, Explanation e) {
        page.append("\n## ").append(e.code()).append("\n\n");
        if (!e.section().isEmpty()) {
            page.append("Go specification: ").append(e.section()).append(".\n\n");
        }
        if (!e.example().isEmpty()) {
            page.append("```go\n").append(e.example().strip()).append("\n```\n\n```\n");
            e.findings().forEach(f -> page.append(f.withCode()).append('\n'));
            page.append("```\n");
        }
    }

    private static final String HEAD =
            """
            # Codes of diagnostics

            `gorrery check -codes` shows the code of each finding in brackets; `gorrery help CODE` shows the entry below. Codes do not
            change from release to release; where Go's own type checker has a name for the same kind of fault, it is that name.
            This page is written by a test from the examples in the compiler.
            """;
}
