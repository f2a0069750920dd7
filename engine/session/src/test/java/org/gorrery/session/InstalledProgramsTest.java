package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs over packages that only an installed Go has, compiled from its sources: they print what they print there.
class InstalledProgramsTest {
    private static final long MINUTES = 3;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"archives", "crypto", "encodings", "syntax"})
    void aProgramOverInstalledPackagesPrintsWhatItPrintsUnderGo(String name) throws Exception {
        var go = go();
        assumeTrue(go.isPresent(), "no go command on the PATH");
        String text;
        try (var in = getClass().getResourceAsStream("/go/installed/" + name + ".go")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        var main = Files.writeString(folder.resolve(name + ".go"), text);
        String root = process(go.get().toString(), "env", "GOROOT").strip();
        var options = RunOptions.DEFAULT.withRoots(SourceRoots.of(root, Map.of()));
        var ours = GoRunner.run(new Source.Files(List.of(main)), options, r -> {});
        byte[] printed = ours.stdout().getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                process(go.get().toString(), "run", main.toString()),
                new String(printed, StandardCharsets.UTF_8) + ours.stderr());
    }

    @Test
    @Tag("long")
    void gosOwnCompilerRunOnTheEngineWritesTheObjectThatItWritesUnderGo() throws Exception {
        var go = go();
        assumeTrue(go.isPresent(), "no go command on the PATH");
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
        var command = new ArrayList<>(List.of(go.get().toString(), "tool", "compile"));
        command.addAll(flags);
        command.addAll(List.of(theirs.toString(), program.toString()));
        assertEquals("", process(command.toArray(String[]::new)));
        String root = process(go.get().toString(), "env", "GOROOT").strip();
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

    private String process(String... command) throws IOException, InterruptedException {
        var log = folder.resolve("log");
        var p =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (!p.waitFor(MINUTES, TimeUnit.MINUTES)) {
            p.destroyForcibly();
            throw new AssertionError("no end: " + List.of(command));
        }
        return Files.readString(log);
    }

    private static Optional<Path> go() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(dir -> Path.of(dir, "go"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
