package org.gorrery.runtime.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class DeferAndRecoverTest {
    private final PanickingProgram program = new PanickingProgram();

    private void runsToItsEndLogging(String... expected) {
        assertEquals(new RunOutcome.Exited(0), program.h.run());
        assertEquals(List.of(expected), program.log);
    }

    @Test
    void deferredCallsRunLastFirst() {
        int a = program.writing("a");
        int b = program.writing("b");
        program.deferring("main.main", (g, sp) -> program.defer(g, sp, a, b));
        runsToItsEndLogging("b", "a");
    }

    @Test
    void recoverStopsThePanicAndTheRestOfTheDeferredCallsRun() {
        int last = program.writing("last");
        int rec = program.recovering("main.rec");
        program.deferring(
                "main.main",
                (g, sp) -> {
                    program.defer(g, sp, last, rec);
                    throw program.panic(g, sp, "boo");
                },
                () -> program.log.add("returned"));
        runsToItsEndLogging("boo", "last", "returned");
    }

    @Test
    void recoverBelowTheDeferredFunctionFindsNothing() {
        int rec = program.recovering("main.called");
        program.mainDefersAndPanics(
                program.function("main.deferred", (g, sp) -> program.call(g, sp, rec)));
        assertInstanceOf(RunOutcome.Panicked.class, program.h.run());
        assertEquals(List.of("nothing"), program.log);
    }

    @Test
    void aWrapperLetsTheWrappedFunctionRecover() {
        int rec = program.recovering("main.wrapped");
        program.mainDefersAndPanics(
                program.function(
                        "main.wrapper",
                        (g, sp) -> {
                            PanicEntry.wrapperCall(g, sp, sp + PanickingProgram.FRAME);
                            program.call(g, sp, rec);
                        }));
        runsToItsEndLogging("first");
    }

    @Test
    void aRecoveredNewerPanicTakesTheAbortedOneWithIt() {
        int rec = program.recovering("main.rec");
        program.mainDefersAndPanics(rec, program.panicking("main.d", "second"));
        runsToItsEndLogging("second");
    }

    @Test
    void aPanicRecoveredInsideADeferredCallLeavesTheOuterOne() {
        int rec = program.recovering("main.rec");
        program.mainDefersAndPanics(
                program.deferring(
                        "main.inner",
                        (g, sp) -> {
                            program.defer(g, sp, rec);
                            throw program.panic(g, sp, "inner");
                        }));
        assertEquals("panic: first", program.reportedPanics());
        assertEquals(List.of("inner"), program.log);
    }

    @Test
    void goexitRunsDeferredCallsAndEndsTheGoroutine() {
        int rec = program.recovering("main.d");
        program.deferring(
                "main.main",
                (g, sp) -> {
                    program.defer(g, sp, rec);
                    throw program.goexit(g, sp);
                });
        var fatal = assertInstanceOf(RunOutcome.Fatal.class, program.h.run());
        assertEquals("no goroutines (main called runtime.Goexit) - deadlock!", fatal.message());
        assertEquals(
                "fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n",
                program.h.err());
        assertEquals(List.of("nothing"), program.log);
    }

    @Test
    void aPanicDuringGoexitThatIsRecoveredLetsTheGoexitGoOn() {
        int rec = program.recovering("main.rec");
        int d = program.panicking("main.d", "second");
        program.deferring(
                "main.main",
                (g, sp) -> {
                    program.defer(g, sp, rec, d);
                    throw program.goexit(g, sp);
                },
                () -> program.log.add("must not return"));
        assertInstanceOf(RunOutcome.Fatal.class, program.h.run());
        assertEquals(List.of("second"), program.log);
    }

    @Test
    void aNilDeferredClosurePanicsWhenItRuns() {
        int rec = program.recovering("main.rec");
        program.deferring(
                "main.main",
                (g, sp) -> {
                    program.defer(g, sp, rec);
                    PanicEntry.deferproc(g, sp, 0);
                    program.log.add("body");
                });
        runsToItsEndLogging("body", "invalid memory address or nil pointer dereference");
    }
}
