package org.gorrery.session;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gorrery.compiler.source.DiagnosticCode;

/// What a code of a finding means: a small program that has the fault, and what is said about it.
///
/// @param code short name, such as `UnusedVar`
/// @param section the section of the Go specification that says what holds; empty where there is none
/// @param example the program, empty for what no single small file can show
/// @param findings what a check of the example says
public record Explanation(
        String code, String section, String example, List<Compilation.Finding> findings) {
    /// Copies the list.
    public Explanation {
        findings = List.copyOf(findings);
    }

    /// All codes, in alphabetical order.
    public static List<String> codes() {
        return Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::id).sorted().toList();
    }

    /// The explanation of a code, empty where there is no such code.
    public static Optional<Explanation> of(String code, Engine engine) {
        return Arrays.stream(DiagnosticCode.values())
                .filter(c -> c.id().equalsIgnoreCase(code))
                .findFirst()
                .map(c -> of(c, engine));
    }

    private static Explanation of(DiagnosticCode code, Engine engine) {
        String example = code.example().isEmpty() ? "" : "package p\n\n" + code.example() + "\n";
        return new Explanation(
                code.id(),
                code.section(),
                example,
                example.isEmpty()
                        ? List.of()
                        : engine.check(
                                new Source.Text("example.go", example),
                                RunOptions.DEFAULT,
                                CheckRules.WITH_WARNINGS));
    }
}
