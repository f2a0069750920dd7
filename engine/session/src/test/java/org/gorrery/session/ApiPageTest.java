package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The page that says which exported names of Go's core library there are, by compiling a use of each, and which of them the test programs
/// use; made with `-Dgolden.update=true`.
@Tag("long")
class ApiPageTest {
    private static final Path NAMES =
            GoRunner.root().resolve("engine/library/src/test/resources/api/names.txt");
    private static final Path PAGE = GoRunner.root().resolve("engine/library/API.md");

    private static final String INTRODUCTION =
            """
            # The core library, name by name

            Made by `ApiPageTest`. Present: a use of each exported name of Go 1.26 is compiled. Called: a Go program of the tests, run with \
            its output compared, uses the name in what it reaches; a method that a type has by embedding, or that is an interface's, \
            only where it is selected from that very type.

            """;

    static Map<String, List<String>> uses() throws IOException {
        var out = new LinkedHashMap<String, List<String>>();
        List<String> of = List.of();
        for (String line : Files.readAllLines(NAMES)) {
            if (line.startsWith("package ")) {
                of = new ArrayList<>();
                out.put(line.substring("package ".length()), of);
            } else if (!line.startsWith("#")) {
                of.add(line);
            }
        }
        return out;
    }

    /// A line of Go that uses a name.
    private static String statement(String use) {
        int blank = use.indexOf(' ');
        String code = use.substring(blank + 1);
        return switch (use.substring(0, blank)) {
            case "const" -> "const _ = " + code;
            case "value", "method" -> "_ = " + code;
            case "type" -> "{ var x *" + code + "; _ = x }";
            case "constraint" -> "type _ interface{ " + code + " }";
            case "field" -> {
                int dot = code.lastIndexOf('.');
                yield "_ = new(" + code.substring(0, dot) + ")" + code.substring(dot);
            }
            default -> throw new IllegalArgumentException(use);
        };
    }

    static String program(String path, List<String> uses) {
        var text = new StringBuilder("package main\n\nimport \"" + path + "\"\n\nfunc main() {\n");
        uses.forEach(u -> text.append(statement(u)).append('\n'));
        return text.append("}\n").toString();
    }

    private static final int FIRST_LINE = 6;

    /// The uses that do not compile; all of them where the package is not there.
    private static TreeSet<String> absent(String path, List<String> uses) {
        var source = new Source.Text("main.go", program(path, uses));
        var out = new TreeSet<String>();
        var findings =
                new Engine()
                        .check(
                                source,
                                RunOptions.DEFAULT,
                                new CheckRules(true, false, false, false));
        for (var f : findings) {
            if (f.warning()) {
                continue;
            }
            if (f.line() < FIRST_LINE) {
                out.addAll(uses);
            } else {
                out.add(uses.get(f.line() - FIRST_LINE));
            }
        }
        return out;
    }

    @Test
    void thePageSaysWhichNamesThereAre() throws IOException {
        var names = uses();
        var page = page(names, CalledNames.notCalled(names));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(Files.readString(PAGE), page);
    }

    private static String page(
            Map<String, List<String>> names, Map<String, Set<String>> notCalled) {
        var page = new StringBuilder(INTRODUCTION);
        page.append("| package | names | present | called | absent |\n|---|---|---|---|---|\n");
        int all = 0;
        int present = 0;
        int called = 0;
        var calls = new StringBuilder();
        for (var e : names.entrySet()) {
            var absent = absent(e.getKey(), e.getValue());
            var silent = notCalled.getOrDefault(e.getKey(), Set.of());
            int n = e.getValue().size();
            all += n;
            present += n - absent.size();
            called += n - silent.size();
            page.append("| ").append(e.getKey()).append(" | ").append(n).append(" | ");
            page.append(n - absent.size()).append(" | ").append(n - silent.size());
            page.append(" | ").append(absent.size() == n ? "all" : code(absent)).append(" |\n");
            if (!silent.isEmpty()) {
                calls.append("- ").append(e.getKey()).append(": ").append(code(silent));
                calls.append('\n');
            }
        }
        page.append("\n").append(present).append(" of ").append(all).append(" names; ");
        page.append(called).append(" called by a test.\n");
        if (!calls.isEmpty()) {
            page.append("\n## Called by no test\n\n").append(calls);
        }
        return page.toString();
    }

    private static String code(Set<String> uses) {
        return uses.stream()
                .map(u -> "`" + u.substring(u.indexOf(' ') + 1) + "`")
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void whatIsPresentCanBeCompiledAndRun() throws IOException {
        for (var e : uses().entrySet()) {
            var there = new ArrayList<>(e.getValue());
            there.removeAll(absent(e.getKey(), there));
            if (!there.isEmpty()) {
                var result = GoRunner.run(program(e.getKey(), there), RunOptions.DEFAULT);
                assertEquals(0, exitCode(result.outcome()), e.getKey() + ": " + result.stderr());
            }
        }
    }

    private static int exitCode(RunOutcome o) {
        return o instanceof RunOutcome.Exited x ? x.exitCode() : -1;
    }
}
