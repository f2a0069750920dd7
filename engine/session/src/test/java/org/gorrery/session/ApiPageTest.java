package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The page that says which exported names of Go's core library there are: made by compiling a use of each, with `-Dgolden.update=true`.
@Tag("long")
class ApiPageTest {
    private static final Path NAMES =
            GoRunner.root().resolve("engine/library/src/test/resources/api/names.txt");
    private static final Path PAGE = GoRunner.root().resolve("engine/library/API.md");

    private static Map<String, List<String>> uses() throws IOException {
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

    private static String program(String path, List<String> uses) {
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
        var page = new StringBuilder();
        page.append("# The core library, name by name\n\n");
        page.append(
                "Made by `ApiPageTest`: a use of each exported name of Go 1.26 is compiled.\n\n");
        page.append("| package | names | present | absent |\n|---|---|---|---|\n");
        int names = 0;
        int present = 0;
        for (var e : uses().entrySet()) {
            var absent = absent(e.getKey(), e.getValue());
            int n = e.getValue().size();
            names += n;
            present += n - absent.size();
            var texts = new TreeMap<String, String>();
            absent.forEach(u -> texts.put(u, "`" + u.substring(u.indexOf(' ') + 1) + "`"));
            page.append("| ").append(e.getKey()).append(" | ").append(n).append(" | ");
            page.append(n - absent.size()).append(" | ");
            page.append(absent.size() == n ? "all" : String.join(" ", texts.values()));
            page.append(" |\n");
        }
        page.append("\n").append(present).append(" of ").append(names).append(" names.\n");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(Files.readString(PAGE), page.toString());
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
