package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Programs of several packages in modules: what may be imported, and from where. What is expected was seen of Go 1.26.
class ModulesTest {
    private static final String MOD = "module example.com/m\n\ngo 1.26\n";

    @TempDir Path folder;

    private void file(String name, String text) throws IOException {
        var p = folder.resolve(name);
        Files.createDirectories(p.getParent());
        Files.writeString(p, text);
    }

    private void program(String importPath, String use) throws IOException {
        file(
                "main.go",
                "package main\n\nimport \"" + importPath + "\"\n\nfunc main() { " + use + " }\n");
    }

    private String printed(String below) {
        var source = new Source.Files(List.of(folder.resolve(below)));
        return GoRunner.run(source, RunOptions.DEFAULT, r -> {}).stderr();
    }

    private String fault() {
        var source = new Source.Files(List.of(folder));
        var found = GoRunner.compile(source, RunOptions.DEFAULT).findings();
        return found.isEmpty() ? "" : found.getFirst().message();
    }

    @Test
    void aReplacedModuleComesFromItsFolderInItsOwnLanguageVersion() throws IOException {
        file(
                "go.mod",
                MOD
                        + "require example.com/dep v1.2.3 // needed\nreplace (\n\t\"example.com/dep\" v1.2.3 => ./local/dep\n)\n");
        file("local/dep/go.mod", "module example.com/dep\n\ngo 1.21\n");
        // Before Go 1.22 the turns of a loop share its variable
        file(
                "local/dep/sub/s.go",
                "package sub\n\nfunc F() {\n\tvar fs []func()\n\tfor i := 0; i < 3; i++ {\n\t\tfs = append(fs, func() { print(i) })\n\t}\n\tfor _, f := range fs {\n\t\tf()\n\t}\n}\n");
        program("example.com/dep/sub", "sub.F(); for i := range 2 { defer print(i) }");
        assertEquals("33310", printed(""));
    }

    /// GODEBUG of the environment, of the program's lines, of its module's, of its module's language version: the first that says something.
    @ParameterizedTest
    @CsvSource({
        "1.26, '', '', '', *runtime.PanicNilError",
        "1.20, '', '', '', <nil>",
        "1.20, '', '', panicnil=0, *runtime.PanicNilError",
        "1.26, '', //go:debug panicnil=1, '', <nil>",
        "1.26, godebug panicnil=1, '', '', <nil>",
        "1.26, godebug panicnil=1, //go:debug panicnil=0, '', *runtime.PanicNilError",
        "1.26, godebug default=go1.20, '', '', <nil>"
    })
    void aProgramBringsSettingsOfGodebug(
            String version, String module, String lines, String environment, String recovered)
            throws IOException {
        file("go.mod", "module example.com/m\n\ngo " + version + "\n" + module + "\n");
        file(
                "main.go",
                lines
                        + "\n\npackage main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nfunc main() {\n"
                        + "\tdefer func() { fmt.Fprintf(os.Stderr, \"%T\", recover()) }()\n\tpanic(nil)\n}\n");
        var source = new Source.Files(List.of(folder));
        var options = RunOptions.DEFAULT.withGodebug(environment);
        assertEquals(recovered, GoRunner.run(source, options, r -> {}).stderr());
    }

    /// The numbers are those of Go's generator for the seeds 5 and 1.
    @ParameterizedTest
    @CsvSource({
        "1.26, rand.Seed(5), false false",
        "1.23, rand.Seed(5), true false",
        "1.19, rand.Seed(5), true false",
        "1.20, '', false false",
        "1.19, '', false true"
    })
    void aLanguageVersionDecidesWhetherTheGlobalGeneratorHasASeed(
            String version, String call, String isOfSeed) throws IOException {
        file("go.mod", "module example.com/m\n\ngo " + version + "\n");
        program(
                "math/rand",
                call
                        + "; n := rand.Int63(); print(n == 7414159922357799360, \" \", n == 5577006791947779410)");
        assertEquals(isOfSeed, printed(""));
    }

    @Test
    void aFileThatBuildConstraintsLeaveOutBringsNoSettings() throws IOException {
        file("go.mod", MOD);
        file("main.go", "package main\n\nfunc main() { defer recover(); panic(nil) }\n");
        file("other_windows.go", "//go:debug panicnil=1\n\npackage main\n");
        var run = GoRunner.run(new Source.Files(List.of(folder)), RunOptions.DEFAULT, r -> {});
        assertTrue(run.stderr().startsWith("panic: panic called with nil argument"), run.stderr());
        file("other_linux.go", "//go:debug panicnil=1\n\npackage main\n");
        run = GoRunner.run(new Source.Files(List.of(folder)), RunOptions.DEFAULT, r -> {});
        assertTrue(run.stderr().startsWith("panic: nil"), run.stderr());
    }

    @Test
    void aReplacementWithoutAModuleIsNamed() throws IOException {
        file("go.mod", MOD + "replace example.com/dep => ../nowhere\n");
        program("example.com/dep/sub", "sub.F()");
        assertEquals(
                "example.com/dep (replaced by ../nowhere): open "
                        + folder.resolveSibling("nowhere").resolve("go.mod")
                        + ": no such file or directory",
                fault());
    }

    @Test
    void modulesOfAWorkspaceImportOneAnother() throws IOException {
        file("go.work", "go 1.26\n\nuse (\n\t./app\n\t./lib\n)\n");
        file("app/go.mod", "module example.com/app\n\ngo 1.26\n");
        file(
                "app/main.go",
                "package main\n\nimport \"example.com/lib\"\n\nfunc main() { print(lib.L) }\n");
        file("lib/go.mod", "module example.com/lib\n\ngo 1.26\n");
        file("lib/l.go", "package lib\n\nconst L = 9\n");
        assertEquals("9", printed("app"));
    }

    @Test
    void aVendoredModuleKeepsItsLanguageVersion() throws IOException {
        file("go.mod", MOD + "require example.com/dep v1.0.0\n");
        file(
                "vendor/modules.txt",
                "# example.com/dep v1.0.0\n## explicit; go 1.20\nexample.com/dep\n");
        file(
                "vendor/example.com/dep/d.go",
                "package dep\n\nfunc F() {\n\tfor i := range 3 {\n\t\tprint(i)\n\t}\n}\n");
        program("example.com/dep", "dep.F()");
        assertTrue(fault().contains("requires go1.22 or later"), fault());
    }

    /// What `go mod vendor` of Go 1.26 wrote for `file`, and what `go run` said after a change to it.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "v1.2.3; v1.2.3; ''",
                "v1.2.3; v1.2.4; dep@v1.2.4: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt"
                        + "|dep@v1.2.3: is marked as explicit in vendor/modules.txt, but not explicitly required in go.mod",
                "replace example.com/dep => ./dep; ; dep@v1.2.3: is marked as replaced in vendor/modules.txt, but not replaced in go.mod"
                        + "|dep: is marked as replaced in vendor/modules.txt, but not replaced in go.mod",
                "./dep; ./dep2; dep: is replaced by ./dep2 in go.mod, but marked as replaced by ./dep in vendor/modules.txt",
                "go 1.26; go 1.13; ''"
            })
    void aVendorFolderThatDiffersFromTheModuleFileIsTold(
            String before, @Nullable String after, String faults) throws IOException {
        String file =
                "module example.com/v\n\ngo 1.26\n\nrequire example.com/dep v1.2.3\n\nreplace example.com/dep => ./dep\n";
        file("go.mod", file.replace(before, after == null ? "" : after));
        file(
                "vendor/modules.txt",
                "# example.com/dep v1.2.3 => ./dep\n## explicit; go 1.21\nexample.com/dep\n# example.com/dep => ./dep\n");
        file("vendor/example.com/dep/d.go", "package dep\n\nconst D = 1\n");
        program("example.com/dep", "println(dep.D)");
        String told =
                faults.isEmpty()
                        ? ""
                        : "inconsistent vendoring in "
                                + folder
                                + ":\n\texample.com/"
                                + faults.replace("|", "\n\texample.com/")
                                + "\n\n\tTo sync the vendor directory, run:\n\t\tgo mod vendor";
        assertEquals(told, fault());
    }

    @Test
    void aVendorFolderWithoutItsListIsTold() throws IOException {
        file("go.mod", MOD + "require example.com/dep v1.0.0\n");
        file("vendor/example.com/dep/d.go", "package dep\n\nconst D = 1\n");
        program("example.com/dep", "println(dep.D)");
        assertTrue(
                fault().contains(
                                "example.com/dep@v1.0.0: is explicitly required in go.mod, but not marked"),
                fault());
    }

    @ParameterizedTest
    @CsvSource({
        "example.com/m/internal/x, true",
        "example.com/m/a/internal/x, false",
        "internal/abi, false"
    })
    void internalPackagesAreForTheirSurroundings(String path, boolean allowed) throws IOException {
        file("go.mod", MOD);
        file("internal/x/x.go", "package x\n");
        file("a/internal/x/x.go", "package x\n");
        file("a/a.go", "package a\n\nimport _ \"example.com/m/a/internal/x\"\n");
        file(
                "main.go",
                "package main\n\nimport (\n\t_ \"example.com/m/a\"\n\t_ \""
                        + path
                        + "\"\n)\n\nfunc main() {}\n");
        assertEquals(allowed ? "" : "use of internal package " + path + " not allowed", fault());
    }

    /// What goes for one package clause beside another outside of modules is a fault within: the go command refuses it, too.
    @Test
    void aFolderOfAModuleHoldsOnePackage() throws IOException {
        file("go.mod", MOD);
        file("two/a.go", "package one\n");
        file("two/b.go", "package main\n\nfunc main() {}\n");
        var source = new Source.Files(List.of(folder.resolve("two")));
        var found = new Engine().check(source, RunOptions.DEFAULT, true);
        assertEquals(
                List.of("package main; expected package one"),
                found.stream().map(Compilation.Finding::message).toList());
    }

    @Test
    void aProgramIsNoPackageToImport() throws IOException {
        file("go.mod", MOD);
        file("sub/main.go", "package main\n\nfunc main() {}\n");
        program("example.com/m/sub", "");
        assertEquals(
                "import \"example.com/m/sub\" is a program, not an importable package", fault());
    }

    @Test
    void aFolderOfAnotherModuleIsNotOfThisOne() throws IOException {
        file("go.mod", MOD);
        file("n/go.mod", "module example.com/n\n");
        file("n/n.go", "package n\n");
        program("example.com/m/n", "");
        assertTrue(fault().startsWith("package example.com/m/n is not in "), fault());
    }

    @Test
    void constraintsHoldForTheOnlyFileOfAFolderButNotForANamedFile() throws IOException {
        file("go.mod", MOD);
        file("main_windows.go", "package main\n\nfunc main() { print(1) }\n");
        assertEquals("build constraints exclude all Go files for linux/amd64", fault());
        assertEquals("1", printed("main_windows.go"));
    }

    @Test
    void constraintsInTheFormOfOldHold() throws IOException {
        file("go.mod", MOD);
        file(
                "a.go",
                "// +build linux,amd64 windows\n// +build !nosuch\n\npackage main\n\nvar a = 1\n");
        file("b.go", "// +build ignore\n\npackage main\n\nvar a = 2\n");
        file("c.go", "// +build ignore\npackage main\n\nvar c = 3\n");
        file("main.go", "package main\n\nfunc main() { print(a, c) }\n");
        assertEquals("13", printed(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "modul example.com/m | go.mod:1: unknown directive: modul",
                "module a.b/c\\ngo banana | go.mod:2: invalid go version 'banana': must match format 1.23.0",
                "module a.b/c\\ngo 1.99 | go.mod requires go >= 1.99 (Gorrery knows Go up to 1.26)",
                "go 1.26 | go.mod: missing module declaration, such as: module example.com/mod",
                "module a.b/c\\ntoolchain 1.26 | go.mod:2: invalid toolchain version '1.26': must match format go1.23.0 or default",
                "module \"a.b/c\\ngo 1.26 | go.mod:1: unexpected newline in string",
                "module a.b/c\\n/* x */ | go.mod:2: mod files must use // comments (not /* */ comments)",
                "module a.b/c\\nrequire (\\n\\tx v1.0.0\\n | go.mod:4: syntax error (unterminated block started at line 2)",
                "module a.b/c\\nrequire x | go.mod:2: usage: require module/path v1.2.3",
                "module a.b/c\\nreplace x | go.mod:2: usage: replace module/path [v1.2.3] => other/module v1.4 or ../local/directory"
            })
    void aBrokenModuleFileIsTold(String text, String message) throws IOException {
        file("go.mod", text.replace("\\n", "\n"));
        file("main.go", "package main\n\nfunc main() {}\n");
        assertTrue(fault().endsWith(message), fault());
    }

    @Test
    void allFaultsOfAModuleFileAreTold() throws IOException {
        file("go.mod", "module a.b/c\ngo 1.26\ngo 1.25\nrequire x\n");
        file("main.go", "package main\n\nfunc main() {}\n");
        var lines = fault().lines().map(s -> s.replaceFirst(".*(go\\.mod:\\d)", "$1")).toList();
        assertEquals(
                List.of(
                        "errors parsing go.mod:",
                        "go.mod:3: repeated go statement",
                        "go.mod:4: usage: require module/path v1.2.3"),
                lines);
    }

    @Test
    void aWorkspaceNamesModules() throws IOException {
        file("go.work", "go 1.26\n\nuse (\n\t./app\n\t./lib\n)\n");
        file("app/go.mod", "module example.com/app\n\ngo 1.26\n");
        file("app/main.go", "package main\n\nfunc main() {}\n");
        var source = new Source.Files(List.of(folder.resolve("app")));
        var found = GoRunner.compile(source, RunOptions.DEFAULT).findings();
        var lib = folder.resolve("lib");
        assertEquals(
                "cannot load module "
                        + lib
                        + " listed in go.work file: open "
                        + lib.resolve("go.mod")
                        + ": no such file or directory",
                found.getFirst().message());
    }

    /// Of a folder they are left out, of named files none is.
    @Test
    void constraintsDoNotHoldForSeveralNamedFiles() throws IOException {
        file("go.mod", MOD);
        file("main.go", "//go:build ignore\n\npackage main\n\nfunc main() { print(x) }\n");
        file("x_windows.go", "package main\n\nconst x = 3\n");
        var files = List.of(folder.resolve("main.go"), folder.resolve("x_windows.go"));
        var run = GoRunner.run(new Source.Files(files), RunOptions.DEFAULT, r -> {});
        assertEquals("3", run.stderr());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "//go:build linux && | parsing //go:build line: unexpected end of expression",
                "//go:build | parsing //go:build line: unexpected end of expression",
                "//go:build linux,amd64 | parsing //go:build line: invalid syntax at ,",
                "//go:build (linux | parsing //go:build line: missing close paren",
                "//go:build (linux $ | parsing //go:build line: invalid syntax at $",
                "//go:build !!linux | parsing //go:build line: double negation not allowed",
                "//go:build linux amd64 | parsing //go:build line: unexpected token amd64",
                "//go:build linux) | parsing //go:build line: unexpected token )",
                "//go:build && linux | parsing //go:build line: unexpected token &&",
                "//go:build linux\\n//go:build amd64 | multiple //go:build comments",
                "// +build linux && | ''"
            })
    void aConstraintThatCannotBeReadIsTold(String line, String message) throws IOException {
        file("go.mod", MOD);
        String lines = line.replace("\\n", "\n");
        file("main.go", lines + "\n\npackage main\n\nfunc main() {}\n");
        assertEquals(message, fault());
    }

    @Test
    void aFileWithoutAPackageClauseMakesNoSecondPackage() throws IOException {
        file("go.mod", MOD);
        file("a.go", "");
        file("main.go", "package main\n\nfunc main() {}\n");
        var found =
                GoRunner.compile(new Source.Files(List.of(folder)), RunOptions.DEFAULT).findings();
        assertEquals(1, found.size(), found::toString);
    }

    @Test
    void withoutAGoLineTheLanguageIsThatOf116() throws IOException {
        file("go.mod", "module example.com/m\n");
        file("main.go", "package main\n\nfunc f[T int](T) {}\n\nfunc main() {}\n");
        assertTrue(fault().startsWith("type parameter requires go1.18 or later"), fault());
    }
}
