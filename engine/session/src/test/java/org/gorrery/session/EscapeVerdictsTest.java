package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Where objects live, against what `go build -gcflags='-m -l'` of Go 1.26 says of the same programs.
class EscapeVerdictsTest {
    private static final Path FOLDER =
            GoRunner.root().resolve("engine/session/src/test/resources/go/escape");

    @TestFactory
    Stream<DynamicTest> verdictsAreThoseOfGcButForTheListedDifferences() throws IOException {
        var differences = Files.readAllLines(FOLDER.resolve("differences.txt"));
        try (var files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".go")).sorted().toList().stream()
                    .map(f ->
                            DynamicTest.dynamicTest(
                                    f.getFileName().toString(), () -> check(f, differences)));
        }
    }

    private static void check(Path program, List<String> differences) throws IOException {
        String name = program.getFileName().toString();
        var wanted = verdicts(Files.readString(FOLDER.resolve(name.replace(".go", ".gc.txt"))));
        for (var d : differences) {
            if (d.startsWith(name + ":")) {
                var words = d.substring(name.length() + 1).split(" ", 3);
                String verdict = words[0] + ": " + words[2];
                boolean fits = words[1].equals("-") ? wanted.remove(verdict) : wanted.add(verdict);
                assertEquals(true, fits, "not a difference any more: " + d);
            }
        }
        var dump =
                new Engine()
                        .dump(
                                new Source.Files(List.of(program)),
                                RunOptions.DEFAULT,
                                Dump.Stage.ESCAPE);
        String text = dump instanceof Dump.Shown s ? s.text() : dump.toString();
        assertEquals(
                String.join("\n", wanted),
                String.join("\n", verdicts(text.replace(program + ":", name + ":"))));
    }

    /// The lines of a report as `line: message`, without the columns.
    private static TreeSet<String> verdicts(String report) {
        return report.lines()
                .map(l -> l.split(":", 4))
                .map(w -> w[1] + ": " + w[3].strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
