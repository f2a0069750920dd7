package org.gorrery.app.shell;

import static org.gorrery.app.shell.TestWindow.fx;
import static org.gorrery.app.shell.TestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.gorrery.session.RunOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window survives whatever it is given, says what was wrong, and runs the next program.
class BadInputTest extends WindowTest {
    private static final String GOOD = "package main\n\nfunc main() { println(6 * 7) }\n";

    @TempDir Path folder;

    private RunWatch run(String source) throws Exception {
        return run("main.go", source);
    }

    private RunWatch run(String name, String source) throws Exception {
        window.open(Files.writeString(folder.resolve(name), source));
        return window.run();
    }

    private RunOutcome outcome(RunWatch watch) throws Exception {
        waitUntil(watch::ended);
        return fx(() -> watch.picture().orElseThrow().outcome().orElseThrow());
    }

    private void nextProgramRuns() throws Exception {
        assertEquals(new RunOutcome.Exited(0), outcome(run("next.go", GOOD)));
        window.waitForLine("42");
    }

    @Test
    void endlessPrintingIsBoundedAndStops() throws Exception {
        RunWatch watch =
                run(
                        """
                        package main

                        func main() {
                        \tfor i := 0; ; i++ {
                        \t\tprintln("line", i, "of many that never end")
                        \t}
                        }
                        """);
        waitUntil(() -> window.console().getItems().size() > 2_000);
        // The FX thread answers while the program prints, and what is kept has a bound.
        for (int i = 0; i < 20; i++) {
            long chars =
                    fx(() ->
                            window.console().getItems().stream()
                                    .mapToLong(l -> l.text().length())
                                    .sum());
            assertTrue(chars <= ConsoleViewModel.LIMIT_CHARS, "" + chars);
        }
        window.press("stop");
        assertInstanceOf(RunOutcome.Stopped.class, outcome(watch));
        nextProgramRuns();
    }

    @Test
    void anEndlessLoopStops() throws Exception {
        RunWatch watch = run("package main\n\nvar n int\n\nfunc main() { for { n++ } }\n");
        waitUntil(() -> watch.picture().filter(p -> p.nowNanos() > 50_000_000).isPresent());
        window.press("stop");
        assertInstanceOf(RunOutcome.Stopped.class, outcome(watch));
        nextProgramRuns();
    }

    @Test
    void endlessRecursionEndsInGosReport() throws Exception {
        RunWatch watch =
                run(
                        """
                        package main

                        import "runtime/debug"

                        func f(n int) int { return f(n+1) + 1 }

                        func main() {
                        \tdebug.SetMaxStack(64 << 20)
                        \tprintln(f(0))
                        }
                        """);
        RunOutcome.Fatal end = assertInstanceOf(RunOutcome.Fatal.class, outcome(watch));
        assertEquals("stack overflow", end.message());
        assertEquals(2, end.exitCode());
        nextProgramRuns();
    }

    @Test
    void anExitCodeIsShown() throws Exception {
        RunWatch watch = run("package main\n\nimport \"os\"\n\nfunc main() { os.Exit(7) }\n");
        assertEquals(new RunOutcome.Exited(7), outcome(watch));
        window.waitForLine("exit status 7");
        nextProgramRuns();
    }

    @Test
    void errorsOfTheSourceAreListedWithTheirPlaces() throws Exception {
        RunWatch watch = run("package main\n\nfunc main() {\n\tvar x int = \"a\"\n\ty()\n}\n");
        waitUntil(watch::ended);
        // Go reports the unused variable too.
        assertEquals(3, fx(() -> watch.errors().size()));
        assertTrue(fx(() -> watch.errors().getFirst()).contains("main.go:4:"));
        nextProgramRuns();
    }

    @Test
    void whatIsTypedReachesTheProgram() throws Exception {
        RunWatch watch =
                run(
                        """
                        package main

                        import "os"

                        func main() {
                        \tb := make([]byte, 100)
                        \tn, _ := os.Stdin.Read(b)
                        \tprintln("got", string(b[:n-1]))
                        }
                        """);
        waitUntil(() -> watch.picture().isPresent());
        fx(() -> {
            var field = window.node("stdin", TextField.class);
            field.setText("a word");
            field.getOnAction().handle(new javafx.event.ActionEvent());
            return field;
        });
        assertEquals(new RunOutcome.Exited(0), outcome(watch));
        window.waitForLine("got a word");
    }

    @Test
    void aBrokenProfileIsShownWithTheOffsetOfItsFault() throws Exception {
        Path broken = folder.resolve("broken.pb");
        // A sample type, then a sample that says it is longer than the file.
        byte[] head = {0x0a, 0x04, 0x08, 0x01, 0x10, 0x02, 0x12, 0x7f, 0x01};
        Files.write(broken, head);
        window.open(broken);
        waitUntil(() -> window.has("fault"));
        String text = fx(() -> window.node("fault", Label.class).getText());
        assertTrue(text.startsWith("offset "), text);
        nextProgramRuns();
    }

    @Test
    void sourceThatIsNotUtf8IsAnErrorNotAnException() throws Exception {
        Path file = folder.resolve("latin.go");
        Files.write(
                file,
                "package main // \u00e9\nfunc main() {}\n".getBytes(StandardCharsets.ISO_8859_1));
        window.open(file);
        RunWatch watch = window.run();
        waitUntil(watch::ended);
        assertTrue(
                fx(watch::errors).stream().anyMatch(e -> e.contains("UTF-8")),
                "" + fx(watch::errors));
    }
}
