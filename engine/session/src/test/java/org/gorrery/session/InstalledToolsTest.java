package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Go's own tools, compiled from the sources of an installed Go and run on the engine: they print, and write, what they do under Go.
@Tag("long")
class InstalledToolsTest {
    private static final String PROGRAM =
            """
            package main

            type shape interface{ area() float64 }

            type square struct{ side float64 }

            func (s square) area() float64 { return s.side * s.side }

            func main() {
            \tvar s shape = square{3}
            \tprintln( "area", s.area() )
            }
            """;

    @TempDir Path folder;

    private InstalledGo go = new InstalledGo(Path.of("go"));
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void compileAProgram() throws Exception {
        go = InstalledGo.required();
        variables.put("GOROOT", go.root().toString());
        Files.writeString(folder.resolve("p.go"), PROGRAM);
        String form = "{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}";
        String packages =
                go.go(folder, variables, "list", "-export", "-deps", "-f", form, "runtime");
        Files.writeString(folder.resolve("packages"), packages);
        assertEquals(
                "", tool("compile", "-p", "main", "-importcfg", "packages", "-o", "p.o", "p.go"));
    }

    private String tool(String name, String... arguments) throws Exception {
        var all = Stream.concat(Stream.of("tool", name), Stream.of(arguments));
        return go.go(folder, variables, all.toArray(String[]::new));
    }

    /// What a tool prints that runs on the engine.
    private String onTheEngine(String name, String... arguments) throws Exception {
        var words = new ArrayList<>(List.of(name));
        words.addAll(List.of(arguments));
        var environment = new HashMap<>(System.getenv());
        environment.putAll(variables);
        var root = go.root();
        var options =
                RunOptions.DEFAULT
                        .withRoots(SourceRoots.of(root.toString(), Map.of()))
                        .withProcess(words, environment)
                        .withDirectory(folder);
        var source = new Source.Files(List.of(root.resolve("src/cmd").resolve(name)));
        var run = GoRunner.run(source, options, r -> {});
        var printed = run.stdout().getBytes(StandardCharsets.ISO_8859_1);
        return new String(printed, StandardCharsets.UTF_8) + run.stderr();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nm", "objdump"})
    void whatAToolPrintsAboutAnObjectIsTheSame(String name) throws Exception {
        assertEquals(tool(name, "p.o"), onTheEngine(name, "p.o"));
    }

    @Test
    void gofmtFormatsAlike() throws Exception {
        var command = go.root().resolve("bin/gofmt").toString();
        assertEquals(
                InstalledGo.run(folder, variables, List.of(command, "-d", "p.go")),
                onTheEngine("gofmt", "-d", "p.go"));
    }

    @Test
    void theLinkerWritesTheSameProgram() throws Exception {
        // without DWARF, whose units come in an order that sorting of equals leaves open
        String[] flags = {"-importcfg", "packages", "-buildid=x", "-w", "-o"};
        assertEquals("", tool("link", with(flags, "theirs", "p.o")));
        assertEquals("", onTheEngine("link", with(flags, "ours", "p.o")));
        var theirs = Files.readAllBytes(folder.resolve("theirs"));
        assertTrue(theirs.length > 0);
        assertArrayEquals(theirs, Files.readAllBytes(folder.resolve("ours")));
    }

    private static String[] with(String[] flags, String... more) {
        return Stream.concat(Stream.of(flags), Stream.of(more)).toArray(String[]::new);
    }
}
