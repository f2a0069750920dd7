package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packages from a Go installation and from GOPATH, here made by hand.
class PackagesFromElsewhereTest {
    @TempDir Path folder;

    @BeforeEach
    void anInstallation() throws IOException {
        file("go/src/fmt/fmt.go", "package fmt\n\nfunc Println(...any) { panic(\"not ours\") }\n");
    }

    private Path file(String name, String text) throws IOException {
        var p = folder.resolve(name);
        Files.createDirectories(p.getParent());
        return Files.writeString(p, text);
    }

    private RunOptions options() {
        var roots =
                SourceRoots.of(
                        folder.resolve("go").toString(),
                        Map.of("GOPATH", folder.resolve("path").toString()));
        return RunOptions.DEFAULT.withGomaxprocs(1).withRoots(roots);
    }

    private GoRunner.Result run(String program) throws IOException {
        var main = file("main.go", program);
        return GoRunner.run(new Source.Files(List.of(main)), options(), r -> {});
    }

    private String faults(String program, RunOptions options) {
        var c = GoRunner.compile(new Source.Text("main.go", program), options);
        return String.join("\n", c.findings().stream().map(Object::toString).toList());
    }

    private static String importing(String path, String use) {
        return "package main\n\nimport \"" + path + "\"\n\nfunc main() { println(" + use + ") }\n";
    }

    @Test
    void aStandardPackageThatWeLackComesFromTheInstallation() throws IOException {
        file("go/src/go/scanner/s.go", "package scanner\n\nfunc F() int { return 7 }\n");
        assertEquals("7\n", run(importing("go/scanner", "scanner.F()")).stderr());
    }

    @Test
    void aProgramIsToldTheInstallationItWasBuiltWith() throws IOException {
        var text = importing("runtime", "runtime.GOROOT()");
        assertEquals(folder.resolve("go") + "\n", run(text).stderr());
    }

    @Test
    void ourOwnPackagesTakePrecedenceOverInstalledOnes() throws IOException {
        var text = "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(\"ours\") }\n";
        assertEquals("ours\n", run(text).stdout());
    }

    @Test
    void filesForAnArchitectureWithoutAssemblyAreTaken() throws IOException {
        file("go/src/quick/asm_amd64.s", "TEXT ·f(SB), 0, $0\n");
        file("go/src/quick/q_amd64.go", "package quick\n\nfunc f() int\n");
        file(
                "go/src/quick/q_other.go",
                "//go:build !amd64\n\npackage quick\n\nfunc f() int { return 3 }\n");
        file("go/src/quick/q.go", "package quick\n\nfunc F() int { return f() }\n");
        assertEquals("3\n", run(importing("quick", "quick.F()")).stderr());
    }

    @Test
    void assemblyThatATagLeavesOutDoesNotCount() throws IOException {
        file("go/src/quick/asm_amd64.s", "//go:build !purego\n\nTEXT ·f(SB), 0, $0\n");
        file("go/src/quick/q_amd64.go", "package quick\n\nfunc F() int { return 4 }\n");
        assertEquals("4\n", run(importing("quick", "quick.F()")).stderr());
    }

    @Test
    void aFunctionBoundToGosRuntimePanicsAndSaysWhy() throws IOException {
        file("go/src/bound/b.go", "package bound\n\nfunc Now() int\n");
        var result = run(importing("bound", "bound.Now()"));
        assertTrue(
                result.stderr()
                        .contains(
                                "bound.Now of the installed Go is assembly or bound to Go's own runtime"),
                result.stderr());
        assertEquals(2, result.outcome().exitCode());
    }

    @Test
    void aDeclarationOfOursLeavesImportsOfTheReplacedOneUsed() throws IOException {
        file(
                "go/src/crypto/subtle/s.go",
                "package subtle\n\nimport \"unsafe\"\n\n"
                        + "func setDITEnabled(...unsafe.Pointer) bool\n\n"
                        + "func On() bool { return setDITEnabled() }\n");
        assertEquals("false\n", run(importing("crypto/subtle", "subtle.On()")).stderr());
    }

    @Test
    void whatInstalledPackagesImportFromElsewhereIsVendored() throws IOException {
        file("go/src/vendor/golang.org/x/y/y.go", "package y\n\nconst V = 5\n");
        file(
                "go/src/uses/u.go",
                "package uses\n\nimport \"golang.org/x/y\"\n\nconst V = y.V + 1\n");
        assertEquals("6\n", run(importing("uses", "uses.V")).stderr());
    }

    @Test
    void outsideModulesImportsAreFoundInGopath() throws IOException {
        file("path/src/example.com/p/p.go", "package p\n\nconst V = 9\n");
        assertEquals("9\n", run(importing("example.com/p", "p.V")).stderr());
    }

    @Test
    void withinAModuleGopathDoesNotCount() throws IOException {
        file("go.mod", "module example.com/m\n\ngo 1.26\n");
        file("path/src/example.com/p/p.go", "package p\n\nconst V = 9\n");
        var main = file("main.go", importing("example.com/p", "p.V"));
        var c = GoRunner.compile(new Source.Files(List.of(main)), options());
        assertTrue(
                c.findings()
                        .getFirst()
                        .message()
                        .contains(
                                "must lie in the module's folder vendor, where go mod vendor puts them"));
    }

    @Test
    void aModulesVendoredPackagesAreFound() throws IOException {
        file("go.mod", "module example.com/m\n\ngo 1.26\n");
        file("vendor/example.com/p/p.go", "package p\n\nconst V = 8\n");
        assertEquals("8\n", run(importing("example.com/p", "p.V")).stderr());
    }

    @Test
    void anInstalledPackageThatDoesNotFitIsOneFault() throws IOException {
        file("go/src/odd/o.go", "package odd\n\nvar A, B, C, D, E = a, b, c, d, e\n");
        var faults = faults(importing("odd", "1"), options());
        assertTrue(faults.contains("package odd of the installed Go does not fit"), faults);
        assertTrue(faults.contains("undefined: a") && faults.contains("and 2 more"), faults);
    }

    @Test
    void aMissingStandardPackageSaysHowToPointAtAnInstallation() {
        var faults = faults(importing("net/http", "http.StatusOK"), RunOptions.DEFAULT);
        assertTrue(faults.contains("net/http is not in Gorrery's standard library"), faults);
        assertTrue(faults.contains("-goroot"), faults);
    }

    @Test
    void aMissingPackageNamesNearOnesAndWhereItWasLookedFor() {
        var faults = faults(importing("stirngs", "1"), options());
        assertTrue(faults.contains("did you mean strings?"), faults);
        assertTrue(faults.contains(folder.resolve("go/src").toString()), faults);
        assertTrue(faults.contains(folder.resolve("path/src").toString()), faults);
        var heap = faults(importing("heap", "1"), RunOptions.DEFAULT);
        assertTrue(heap.contains("did you mean container/heap?"), heap);
    }

    @Test
    void aFolderWithoutGoIsNoInstallation() {
        var roots = SourceRoots.of(folder.resolve("nothing").toString(), Map.of());
        var faults = faults("package main\nfunc main() {}\n", RunOptions.DEFAULT.withRoots(roots));
        assertTrue(faults.contains("no Go installation in"), faults);
    }
}
