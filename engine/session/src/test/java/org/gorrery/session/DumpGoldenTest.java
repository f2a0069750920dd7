package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The dumps of the compiler's stages, against text that was read and approved; `-Dgolden.update=true` rewrites it.
class DumpGoldenTest {
    private static final Path FOLDER =
            GoRunner.root().resolve("engine/session/src/test/resources/go/dump");

    private static Dump dump(String text, Dump.Stage stage) {
        return new Engine().dump(new Source.Text("small.go", text), RunOptions.DEFAULT, stage);
    }

    @ParameterizedTest
    @EnumSource(
            value = Dump.Stage.class,
            names = {"AST", "TYPES", "IR"})
    void aStageIsShownAsApproved(Dump.Stage stage) throws IOException {
        var program = Files.readString(FOLDER.resolve("small.go"));
        var shown = assertInstanceOf(Dump.Shown.class, dump(program, stage)).text();
        var golden = FOLDER.resolve("small." + stage.name().toLowerCase(Locale.ROOT));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, shown);
        }
        assertEquals(Files.readString(golden), shown);
    }

    @Test
    void aFunctionMakesItsDeferredCallsItselfUnlessTheyStandInALoop() {
        var plain = irOfMain("defer println(1)");
        assertTrue(plain.contains("runtime.deferpop"), plain);
        assertTrue(plain.contains("call main.main.deferwrap1"), plain);
        assertFalse(plain.contains("runtime.deferreturn"), plain);
        var loop = irOfMain("for range 3 { defer println(1) }");
        assertTrue(loop.contains("runtime.deferreturn"), loop);
        assertFalse(loop.contains("runtime.deferpop"), loop);
    }

    private static String irOfMain(String body) {
        var text = "package main\n\nfunc main() { " + body + " }\n";
        return assertInstanceOf(Dump.Shown.class, dump(text, Dump.Stage.IR)).text();
    }

    @Test
    void aFunctionThatCallsWhatItIsGivenInALoopIsCopiedForWhatIsKnown() {
        var text =
                """
                package main

                func each(s []int, f func(int) int) (n int) {
                    for _, x := range s {
                        n += f(x)
                    }
                    return
                }

                func main() { println(each([]int{1, 2}, func(x int) int { return x * 2 })) }
                """;
        var classes = assertInstanceOf(Dump.Shown.class, dump(text, Dump.Stage.CLASS)).text();
        assertTrue(classes.contains("each@with0"), classes);
    }

    @Test
    void theClassesOfTheProgramAreListedAndThoseOfTheLibraryAreNot() {
        var text =
                "package main\n\nfunc main() { println(f(1)) }\n\n//go:noinline\nfunc f(a int) int { return a + 2 }\n";
        var shown = assertInstanceOf(Dump.Shown.class, dump(text, Dump.Stage.CLASS)).text();
        assertTrue(shown.startsWith("class go/main\n"), shown);
        assertTrue(
                shown.contains(
                        """
                          f(Lorg/gorrery/runtime/sched/G;JJ)J
                              line 6
                              lload_3 3
                              const 2
                              i2l
                              ladd
                              lreturn
                        """),
                shown);
        assertEquals(1, shown.lines().filter(l -> l.startsWith("class ")).count(), shown);
    }

    @Test
    void aProgramWithErrorsHasFindingsInsteadOfADump() {
        var refused =
                assertInstanceOf(
                        Dump.Refused.class,
                        dump("package main\n\nfunc main() { x }\n", Dump.Stage.TYPES));
        assertEquals(
                List.of("small.go:3:15: undefined: x"),
                refused.findings().stream().map(Object::toString).toList());
    }
}
