package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is wrong with a program, the user is told what and where, and the engine lives on.
class BadInputTest {
    private static List<String> findings(Source source) {
        var failed =
                assertInstanceOf(
                        Compilation.Failed.class, GoRunner.compile(source, RunOptions.DEFAULT));
        return failed.findings().stream().map(Object::toString).toList();
    }

    @Test
    void aFileThatDoesNotExistIsNamed() {
        assertEquals(
                List.of("open nowhere.go: no such file or directory"),
                findings(new Source.Files(List.of(Path.of("nowhere.go")))));
    }

    @Test
    void aFolderWithoutGoFilesIsNamed(@TempDir Path folder) {
        assertEquals(
                List.of("no Go files in " + folder), findings(new Source.Files(List.of(folder))));
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedWithTheirPlace(@TempDir Path folder) throws IOException {
        var file = folder.resolve("x.go");
        Files.write(
                file,
                new byte[] {
                    'p',
                    'a',
                    'c',
                    'k',
                    'a',
                    'g',
                    'e',
                    ' ',
                    'm',
                    'a',
                    'i',
                    'n',
                    '\n',
                    '/',
                    '/',
                    (byte) 0xff,
                    '\n'
                });
        assertTrue(
                findings(new Source.Files(List.of(file))).getFirst().startsWith(file + ":2:3: "));
    }

    @Test
    void allErrorsAreReportedInOrder() {
        var text =
                "package main\n\nfunc main() {\n\tvar a int = \"x\"\n\tb := 1\n\tmissing()\n\t_ = a\n}\n";
        var lines = findings(new Source.Text("p.go", text));
        assertEquals(3, lines.size(), lines::toString);
        assertTrue(lines.get(0).startsWith("p.go:4:14: cannot use \"x\""), lines::toString);
        assertEquals("p.go:5:2: declared and not used: b", lines.get(1));
        assertEquals("p.go:6:2: undefined: missing", lines.get(2));
    }

    @Test
    void anUnrecoveredPanicEndsWithGosReportAndTwo() {
        var r =
                GoRunner.run(
                        "package main\n\nfunc main() {\n\tvar s []int\n\t_ = s[5]\n}\n",
                        RunOptions.DEFAULT);
        assertEquals(2, r.outcome().exitCode());
        assertTrue(
                r.stderr()
                        .startsWith(
                                "panic: runtime error: index out of range [5] with length 0\n\ngoroutine 1 [running]:\nmain.main("),
                r.stderr());
        assertTrue(r.stderr().contains("main.go:5"), r.stderr());
    }

    @Test
    void allocationWithoutEndGetsGosOutOfMemoryReport() {
        var text =
                "package main\n\nvar s [][]byte\n\nfunc main() {\n\tfor {\n\t\ts = append(s, make([]byte, 1<<20))\n\t}\n}\n";
        var r = GoRunner.run(text, RunOptions.DEFAULT);
        assertEquals(2, r.outcome().exitCode());
        assertTrue(r.stderr().contains("fatal error: out of memory"), r.stderr());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type N struct { next *N; v [6]int }\nvar h *N\n\nfunc main() { for { h = &N{next: h} } }",
                "func main() { m := map[int]string{}; for i := 0; ; i++ { m[i] = \"x\" } }",
                "func main() { s := \"x\"; for { s += s } }",
                "func main() { for { go func() { select {} }() } }",
                "func main() { var all []chan int; for { all = append(all, make(chan int, 100)) } }",
                "func main() { for { defer func() { println() }(); s = append(s, 1) } }\n\nvar s []int",
            })
    void whateverAProgramCollectsTheReportComesAtTheLimit(String text) {
        var r =
                GoRunner.run(
                        "package main\n\n" + text + "\n",
                        RunOptions.DEFAULT.withGodebug("heaplimit=128"));
        assertEquals(2, r.outcome().exitCode());
        assertTrue(
                r.stderr()
                        .matches(
                                "(?s)runtime: out of memory: cannot allocate \\d+-byte block \\(\\d+ in use\\)\nfatal error: out of memory\n\ngoroutine 1 \\[running]:\nmain\\.main\\(\\)\n.*"),
                r.stderr().lines().limit(6).toList()::toString);
        assertEquals(
                "42\n",
                GoRunner.run("package main\n\nfunc main() { println(6 * 7) }\n", RunOptions.DEFAULT)
                        .stderr());
    }

    private static void assertOverflows(GoRunner.Result r, String limit) {
        assertEquals(2, r.outcome().exitCode());
        var lines = r.stderr().lines().toList();
        assertEquals("runtime: goroutine stack exceeds " + limit + "-byte limit", lines.get(0));
        assertTrue(
                lines.get(1)
                        .matches(
                                "runtime: sp=0x\\p{XDigit}+ stack=\\[0x\\p{XDigit}+, 0x\\p{XDigit}+]"),
                lines.get(1));
        assertEquals("fatal error: stack overflow", lines.get(2));
        assertTrue(lines.get(4).matches("goroutine \\d+ \\[running]:"), lines.get(4));
        assertTrue(lines.get(105).matches("\\.\\.\\.\\d+ frames elided\\.\\.\\."), lines.get(105));
    }

    @ParameterizedTest
    @CsvSource({"amd64, 1000000000", "386, 250000000"})
    void recursionWithoutEndGetsGosStackOverflowReportAndTheNextProgramRuns(
            String goarch, String limit) {
        var text =
                "package main\n\nfunc f(n int) int { return f(n+1) + 1 }\n\nfunc main() { println(f(0)) }\n";
        var options = RunOptions.DEFAULT.withTarget(Target.of("linux", goarch).orElseThrow());
        assertOverflows(GoRunner.run(text, options), limit);
        var next = GoRunner.run("package main\n\nfunc main() { println(6 * 7) }\n", options);
        assertEquals("42\n", next.stderr());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "func a(n int) int { return b(n+1) + 1 }; func b(n int) int { return a(n+1) * 3 }; func start() { a(0) }",
                "type I interface { m(int) int }; type A struct{}; type B struct{ x [9]int }; var v = []I{A{}, &B{}};"
                        + "func (A) m(n int) int { return v[1].m(n+1) + 1 }; func (b *B) m(n int) int { return v[0].m(n+1) + b.x[3] }; func start() { v[0].m(0) }",
                "func start() { var f func(n int) int; f = func(n int) int { return f(n+1) + 1 }; f(0) }",
                "func d(n int) { defer func() { recover() }(); d(n+1); println() }; func start() { d(0) }",
                "func d(n int) { defer d(n+1) }; func start() { d(0) }",
                "func big(n int) int { var a [5000]int; for i := range a { a[i] = n }; return big(n+1) + a[n] }; func start() { big(0) }",
                "func start() { c := make(chan int); go func() { var f func(); f = func() { f(); println() }; f(); c <- 1 }(); <-c }",
            })
    void recursionOfEachKindGetsTheReport(String declarations) {
        var text =
                "package main\n\nimport \"runtime/debug\"\n\n"
                        + declarations
                                .replace("; func", "\nfunc")
                                .replace("; type", "\ntype")
                                .replace("; var v", "\nvar v")
                        + "\n\nfunc main() {\n\tdebug.SetMaxStack(32 << 20)\n\tstart()\n}\n";
        assertOverflows(GoRunner.run(text, RunOptions.DEFAULT), "33554432");
    }

    @Test
    void whereTheThreadsStackEndsFirstTheReportIsTheSame() {
        var text =
                "package main\n\nfunc f(n int) int { return f(n+1) + 1 }\n\nfunc main() { println(f(0)) }\n";
        var r = GoRunner.run(text, RunOptions.DEFAULT.withGodebug("threadstack=32"));
        assertOverflows(r, "1000000000");
    }

    @Test
    void anEndlessLoopCanBeStopped() throws Exception {
        var program =
                GoRunner.ready(
                        new Source.Text(
                                "main.go", "package main\n\nfunc main() {\n\tfor {\n\t}\n}\n"),
                        RunOptions.DEFAULT);
        try (var run =
                program.prepare(
                        RunOptions.DEFAULT.withProcess(List.of("main"), Map.of()),
                        new GoRunner.Capture())) {
            run.start();
            run.stop();
            assertInstanceOf(RunOutcome.Stopped.class, run.outcome().get(300, TimeUnit.SECONDS));
        }
    }

    @Test
    void theExitCodeIsTheProgramsOwn() {
        var r =
                GoRunner.run(
                        "package main\n\nimport \"os\"\n\nfunc main() {\n\tos.Exit(7)\n}\n",
                        RunOptions.DEFAULT);
        assertEquals(new RunOutcome.Exited(7), r.outcome());
    }

    @Test
    void aDeadlockIsReported() {
        var r =
                GoRunner.run(
                        "package main\n\nfunc main() {\n\t<-make(chan int)\n}\n",
                        RunOptions.DEFAULT);
        assertEquals(2, r.outcome().exitCode());
        assertTrue(
                r.stderr()
                        .startsWith(
                                "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan receive]:\n"),
                r.stderr());
    }
}
