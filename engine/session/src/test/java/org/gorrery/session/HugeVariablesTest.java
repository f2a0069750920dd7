package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Test;

/// Where variables of many megabytes lie.
class HugeVariablesTest {
    private static final String PROGRAM =
            """
            package main

            import "unsafe"

            var huge [64 << 20]byte

            func set(p *[64 << 20]byte, s []byte) {
            \tp[5] = 7
            \ts[6] = 8
            }

            func main() {
            \tset(&huge, huge[:])
            \tprintln(uintptr(unsafe.Pointer(&huge)) < 256<<20, huge[5], huge[6])
            }
            """;

    @Test
    void aHugeVariableOf32BitsLiesWhereGoHasItsData() throws Exception {
        var run = new Prepared(program("386"), "386");
        assertEquals("true 7 8\n", run.output());
    }

    /// The JVM may have put something of its own there, and a run before may still hold it.
    @Test
    void oneRunAtMostHasItAtLowAddressesTheOtherElsewhere() throws Exception {
        var program = program("amd64");
        var first = new Prepared(program, "amd64");
        var second = new Prepared(program, "amd64");
        var outputs = List.of(first.output(), second.output());
        var kinds = new ArrayList<>(List.of("true 7 8\n", "false 7 8\n", "false 7 8\n"));
        outputs.forEach(o -> assertTrue(kinds.remove(o), () -> o + " beside " + outputs));
    }

    private static Compilation.Program program(String goarch) {
        return GoRunner.ready(new Source.Text("main.go", PROGRAM), options(goarch));
    }

    private static RunOptions options(String goarch) {
        return RunOptions.DEFAULT.withTarget(Target.of("linux", goarch).orElseThrow());
    }

    /// A run that has its memory and has not begun.
    private static final class Prepared {
        private final GoRunner.Capture console = new GoRunner.Capture();
        private final Run run;

        Prepared(Compilation.Program program, String goarch) {
            this.run = program.prepare(options(goarch), console);
        }

        String output() throws Exception {
            run.start();
            assertEquals(0, run.outcome().get(300, TimeUnit.SECONDS).exitCode());
            run.close();
            return console.err();
        }
    }
}
