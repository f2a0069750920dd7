package org.gorrery.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gorrery.session.Engine;
import org.gorrery.session.RunOptions;
import org.gorrery.session.Source;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Command lines that cannot be understood, and those that mean several packages.
class CommandLineTest {
    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return Main.run(
                List.of(args),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private void file(String name, String text) throws IOException {
        var p = folder.resolve(name);
        Files.createDirectories(p.getParent());
        Files.writeString(p, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-nosuch x.go | flag -nosuch is not known; \"gorrery help run\" lists the flags",
                "-time=virtual x.go | flag -time is not known; \"gorrery help run\" lists the flags",
                "-lang=banana x.go | -lang=banana is no language version: it should be something like go1.21",
                "-lang=go1.99 x.go | -lang=go1.99: Gorrery knows Go up to go1.26",
                "-gomemlimit=12QB x.go | GOMEMLIMIT=12QB is no size: digits and one of B, KiB, MiB, GiB, TiB, such as 512MiB",
                "-gogc=often x.go | GOGC=often is not a number"
            })
    void aFlagThatMeansNothingIsNamed(String line, String complaint) {
        var misuse =
                Assertions.assertThrows(
                        ProgramFlags.Misuse.class,
                        () -> ProgramFlags.parse(List.of(line.split(" ", -1)), Map.of()));
        assertEquals(complaint, misuse.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"8000000000, 8000000000", "512MiB, 536870912", "3TiB, 3298534883328", "7B, 7"})
    void aMemoryLimitIsASizeInBytesOrUnits(String text, long bytes) throws Exception {
        var flags = ProgramFlags.parse(List.of("x.go"), Map.of("GOMEMLIMIT", text));
        assertEquals(bytes, flags.options().memoryLimitBytes());
    }

    @Test
    void tagsMayStandInGoflags() throws Exception {
        var env = Map.of("GOFLAGS", "-mod=vendor -tags=a,b");
        assertEquals(List.of("a", "b"), ProgramFlags.parse(List.of("x.go"), env).options().tags());
    }

    @Test
    void aPatternChecksAllPackagesBelow() throws IOException {
        file("go.mod", "module example.com/m\n\ngo 1.26\n");
        file("a/a.go", "package a\n\nvar A int = \"a\"\n");
        file("b/b.go", "package b\n\nimport \"example.com/m/a\"\n\nvar B = a.A\nvar C = nope\n");
        file("ok/ok.go", "package ok\n");
        assertEquals(1, run("check", folder + "/..."));
        var lines = err.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(lines.getFirst().contains("a.go:3:13: cannot use \"a\""), lines.toString());
        assertTrue(lines.getLast().contains("b.go:6:9: undefined: nope"), lines.toString());
        assertEquals(0, run("check", folder.resolve("ok") + "/..."));
    }

    /// Words as those of `go run` of Go 1.26.
    @Test
    void aPatternRunsTheOnlyProgramThatItMeans() throws IOException {
        file("go.mod", "module example.com/m\n\ngo 1.26\n");
        file("lib/lib.go", "package lib\n");
        file("lib/make.go", "//go:build ignore\n\npackage main\n\nfunc main() {}\n");
        file("cmd/a/a.go", "package main\n\nfunc main() { panic(7) }\n");
        assertEquals(2, run("run", folder + "/..."));
        file("cmd/b/b.go", "package main\n\nfunc main() {}\n");
        assertEquals(0, run("run", folder + "/cmd/b/..."));
        err.reset();
        assertEquals(1, run("run", folder + "/..."));
        assertEquals(
                "gorrery run: pattern "
                        + folder
                        + "/... matches multiple packages:\n\texample.com/m/cmd/a\n\texample.com/m/cmd/b\n",
                err.toString(StandardCharsets.UTF_8));
        err.reset();
        assertEquals(1, run("run", folder + "/lib/..."));
        assertTrue(err.toString(StandardCharsets.UTF_8).endsWith("matched no main packages\n"));
    }

    @Test
    void aProgramIsRunByItsImportPath() throws Exception {
        file("go.mod", "module example.com/m\n\ngo 1.26\n");
        file("cmd/a/a.go", "package main\n\nfunc main() {}\n");
        file("lib/lib.go", "package lib\n");
        var meant = new NamedProgram(new Engine(), folder, RunOptions.DEFAULT);
        assertEquals(files("cmd/a"), meant.program(files("example.com/m/cmd/a")));
        assertEquals(files("cmd/a"), meant.program(files("./cmd/...")));
        assertEquals(files("cmd/a"), meant.program(files("cmd/a")));
        assertEquals(List.of(files("lib")), meant.packages(files("example.com/m/lib")));
        assertEquals(
                List.of(files("cmd/a"), files("lib")), meant.packages(files("example.com/m/...")));
        var unfit =
                Assertions.assertThrows(
                        NamedProgram.Unfit.class,
                        () -> meant.program(files("example.com/m/nowhere")));
        assertEquals("stat " + folder + "/nowhere: directory not found", unfit.getMessage());
    }

    private static Source.Files files(String... paths) {
        return new Source.Files(Stream.of(paths).map(Path::of).toList());
    }

    @Test
    void filesToRunAreNoTestsAndLieAnywhere() throws Exception {
        file("a.go", "package main\n");
        file("sub/b.go", "package main\n");
        file("a_test.go", "package main\n");
        var meant = new NamedProgram(new Engine(), folder, RunOptions.DEFAULT);
        var test =
                Assertions.assertThrows(
                        NamedProgram.Unfit.class, () -> meant.program(files("a.go", "a_test.go")));
        assertEquals("cannot run *_test.go files (a_test.go)", test.getMessage());
        var apart = files("a.go", "sub/b.go");
        assertEquals(apart, meant.program(apart));
    }

    /// As `go list ./...` of Go 1.26 has it.
    @Test
    void aPatternPassesOverFoldersThatTheModuleFileIgnores() throws Exception {
        file(
                "go.mod",
                "module example.com/i\n\ngo 1.26\n\nignore (\n\t./gen\n\tnode\n\t./deep/b/\n\tc/b\n)\n");
        for (var p :
                List.of(
                        "a",
                        "a/gen",
                        "gen",
                        "gen/x",
                        "deep/node",
                        "deep/b",
                        "deep/c/b/d",
                        "deep/c")) {
            file(p + "/p.go", "package p\n");
        }
        var meant = new NamedProgram(new Engine(), folder, RunOptions.DEFAULT);
        assertEquals(
                List.of(files("a"), files("a/gen"), files("deep/c")),
                meant.packages(files("./...")));
        assertEquals(List.of(files("gen")), meant.packages(files("gen")));
    }

    @Test
    void aPackageOfTestsAloneIsNoFaultOfAPattern() throws IOException {
        file("go.mod", "module example.com/m\n\ngo 1.26\n");
        file("a/a.go", "package a\n");
        file("b/b_test.go", "package b\n");
        assertEquals(0, run("check", folder + "/..."));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
        assertEquals(1, run("check", folder + "/b"));
        assertEquals(
                "no non-test Go files in " + folder + "/b\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void allFoldersNamedAreChecked() throws IOException {
        file("a/a.go", "package a\n\nvar A int = \"a\"\n");
        file("b/b.go", "package b\n\nvar B = nope\n");
        file("c/c.go", "package c\n");
        var a = folder.resolve("a");
        var b = folder.resolve("b");
        assertEquals(1, run("check", a.toString(), b.toString()));
        var lines = err.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(lines.getLast().contains("b.go:3:9: undefined: nope"), lines.toString());
        assertEquals(1, run("check", folder.resolve("c").toString(), b + "/..."));
        assertEquals(Main.MISUSE, run("check", a.resolve("a.go").toString(), b.toString()));
    }

    @Test
    void helpForNothingIsMisuse() {
        assertEquals(Main.MISUSE, run("help", "nosuch"));
        assertTrue(
                err.toString(StandardCharsets.UTF_8)
                        .startsWith("gorrery help: nothing is known by the name nosuch"));
        assertEquals(0, run("help", "check"));
        assertEquals(0, run("help", "samples"));
    }
}
