package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders that hold one package or several.
class LocalPackagesTest {
    @TempDir Path folder;

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String stdout(Source source) {
        return GoRunner.run(source, RunOptions.DEFAULT, r -> {}).stdout();
    }

    private String firstError(Source source) {
        var failed =
                assertInstanceOf(
                        Compilation.Failed.class, GoRunner.compile(source, RunOptions.DEFAULT));
        return failed.findings().getFirst().message();
    }

    @Test
    void filesOfSeveralPackageClausesAreImportedByTheNameOfTheFirstFile() throws IOException {
        file("a1.go", "package first\n\nfunc One() int { return two() - 1 }\n");
        file("a2.go", "package first\n\nfunc two() int { return 2 }\n");
        file(
                "b.go",
                "package b\n\nimport \"./a1\"\n\nfunc Three() int { return first.One() + 2 }\n");
        file(
                "c.go",
                "package main\n\nimport (\n\t\"fmt\"\n\t\"./a1\"\n\t\"./b\"\n)\n\n"
                        + "type T struct{}\n\n"
                        + "func main() { fmt.Printf(\"%d %d %T\\n\", first.One(), b.Three(), T{}) }\n");
        assertEquals("1 3 main.T\n", stdout(new Source.Files(List.of(folder))));
    }

    @Test
    void namesOfPackagesNeedNotBeAscii() throws IOException {
        file(
                "\u00fcber.go",
                "package \u00fcber\n\nfunc \u00dfechs() int { return 6 }\n\nfunc Six() int { return \u00dfechs() }\n");
        file(
                "\u00fcz.go",
                "package main\n\nimport \"./\u00fcber\"\n\nfunc main() { print(\u00fcber.Six()) }\n");
        var result = GoRunner.run(new Source.Files(List.of(folder)), RunOptions.DEFAULT, r -> {});
        assertEquals("6", result.stderr());
    }

    @Test
    void aFileThatTheBuildLeavesOutMakesNoSecondPackage() throws IOException {
        file("gen.go", "//go:build ignore\n\npackage generator\n\nfunc broken( {\n");
        file("main.go", "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(\"one\") }\n");
        assertEquals("one\n", stdout(new Source.Files(List.of(folder))));
    }

    @Test
    void eachFileMayBeAPackageOfItsOwn() throws IOException {
        file("a.go", "package p\n\nconst N = 1\n");
        file("b.go", "package p\n\nconst N = 2\n");
        file(
                "c.go",
                "package main\n\nimport (\n\ta \"./a\"\n\tb \"./b\"\n)\n\nfunc main() { print(a.N, b.N) }\n");
        var result = GoRunner.run(new Source.FilePackages(folder), RunOptions.DEFAULT, r -> {});
        assertEquals("12", result.stderr());
        assertEquals(
                "N redeclared in this block",
                firstError(new Source.Files(List.of(folder))).lines().findFirst().orElse(""));
    }

    @Test
    void packagesThatNobodyImportsAreCheckedButNotRun() throws IOException {
        file("a.go", "package a\n\nfunc init() { panic(\"not part of the program\") }\n");
        file("b.go", "package main\n\nfunc main() {}\n");
        assertEquals("", stdout(new Source.Files(List.of(folder))));
        file("a.go", "package a\n\nfunc init() { undefined() }\n");
        assertEquals("undefined: undefined", firstError(new Source.Files(List.of(folder))));
    }

    /// Go spec, "Program initialization": packages sorted by import path, each after those it imports.
    @Test
    void packagesAreInitialisedByImportPathNotByOrderOfImports() throws IOException {
        file("a.go", "package a\n\nimport _ \"./z\"\n\nfunc init() { print(\"a \") }\n");
        file("b.go", "package b\n\nfunc init() { print(\"b \") }\n");
        file(
                "main.go",
                "package main\n\nimport _ \"./b\"\nimport _ \"./a\"\n\nfunc main() { println(\"main\") }\n");
        // Sorts before main.go by name: the program must be the last file.
        file("l.go", "package z\n\nfunc init() { print(\"z \") }\n");
        Files.move(folder.resolve("main.go"), folder.resolve("zz.go"));
        Files.move(folder.resolve("l.go"), folder.resolve("z.go"));
        var result = GoRunner.run(new Source.Files(List.of(folder)), RunOptions.DEFAULT, r -> {});
        assertEquals("b z a main\n", result.stderr());
    }
}
