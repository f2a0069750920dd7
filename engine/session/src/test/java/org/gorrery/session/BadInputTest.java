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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            assertInstanceOf(RunOutcome.Stopped.class, run.outcome().get(60, TimeUnit.SECONDS));
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
