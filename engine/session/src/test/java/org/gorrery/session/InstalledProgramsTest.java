package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs over packages that only an installed Go has, compiled from its sources: they print what they print there.
class InstalledProgramsTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"archives", "crypto", "encodings", "syntax", "sockets"})
    void aProgramOverInstalledPackagesPrintsWhatItPrintsUnderGo(String name) throws Exception {
        comparePrinted(name);
    }

    @ParameterizedTest
    @Tag("long")
    @ValueSource(strings = {"http", "rpc"})
    void aProgramOverManyInstalledPackagesPrintsWhatItPrintsUnderGo(String name) throws Exception {
        comparePrinted(name);
    }

    private void comparePrinted(String name) throws Exception {
        var go = InstalledGo.required();
        String text;
        try (var in = getClass().getResourceAsStream("/go/installed/" + name + ".go")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        var main = Files.writeString(folder.resolve(name + ".go"), text);
        String root = go.root().toString();
        var options = RunOptions.DEFAULT.withRoots(SourceRoots.of(root, Map.of()));
        var ours = GoRunner.run(new Source.Files(List.of(main)), options, r -> {});
        byte[] printed = ours.stdout().getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                go.go(folder, Map.of(), "run", main.toString()),
                new String(printed, StandardCharsets.UTF_8) + ours.stderr());
    }

    @Test
    @Tag("long")
    void gosOwnCompilerRunOnTheEngineWritesTheObjectThatItWritesUnderGo() throws Exception {
        var go = InstalledGo.required();
        var program =
                Files.writeString(
                        folder.resolve("p.go"),
                        """
                        package main

                        type pair[T any] struct{ a, b T }

                        func (p pair[T]) swap() pair[T] { return pair[T]{p.b, p.a} }

                        func main() {
                        \tdefer func() { println(recover() != nil) }()
                        \tm := map[string]pair[float64]{"x": {1, 2}}
                        \tfor k, v := range m {
                        \t\tprintln(k, v.swap().a)
                        \t}
                        \tvar s []int
                        \tprintln(s[len(m)])
                        }
                        """);
        var theirs = folder.resolve("theirs.o");
        var flags = List.of("-p", "main", "-complete", "-o");
        var command = new ArrayList<>(List.of("tool", "compile"));
        command.addAll(flags);
        command.addAll(List.of(theirs.toString(), program.toString()));
        assertEquals("", go.go(folder, Map.of(), command.toArray(String[]::new)));
        String root = go.root().toString();
        var ours = folder.resolve("ours.o");
        var arguments = new ArrayList<>(List.of("compile"));
        arguments.addAll(flags);
        arguments.addAll(List.of(ours.toString(), program.toString()));
        var options =
                RunOptions.DEFAULT
                        .withRoots(SourceRoots.of(root, Map.of()))
                        .withProcess(arguments, System.getenv());
        var run =
                GoRunner.run(
                        new Source.Files(List.of(Path.of(root, "src", "cmd", "compile"))),
                        options,
                        r -> {});
        assertEquals("", run.stdout() + run.stderr());
        assertArrayEquals(Files.readAllBytes(theirs), Files.readAllBytes(ours));
    }
}
