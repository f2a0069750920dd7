package org.gorrery.runtime.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.sched.G;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Expected reports were taken from Go 1.26, with its addresses and arguments left out.
@Timeout(60)
class PanicTest {
    private static final int FRAME = 32;
    private Hand h;
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void makeProgram() {
        h = new Hand();
        h.type("main.MyInt", TypeTable.INT, 8, 0, org.gorrery.abi.TypeLayout.FLAG_NAMED);
        h.type("main.S", TypeTable.STRUCT, 16, 0, org.gorrery.abi.TypeLayout.FLAG_NAMED);
    }

    /// What a function with deferred calls looks like when compiled.
    private void deferring(G g, long sp, Runnable body) {
        try {
            body.run();
            PanicEntry.deferreturn(g, sp);
        } catch (Throwable t) {
            PanicEntry.handlePanic(g, sp, t);
        }
    }

    private static RuntimeException thrown(Throwable t) {
        return (RuntimeException) t;
    }

    /// panic(v) with a string.
    private RuntimeException panic(G g, long sp, String text) {
        long chars = h.global(Math.max(text.length(), 1));
        for (int i = 0; i < text.length(); i++) {
            Mem.st8(chars + i, (byte) text.charAt(i));
        }
        long header = h.global(16);
        Mem.st64(header, chars);
        Mem.st64(header + 8, text.length());
        return thrown(PanicEntry.gopanic(g, sp, h.typeAddress("string"), header));
    }

    private String recovered(G g, long sp) {
        long type = PanicEntry.gorecover(g, sp);
        if (type == 0) {
            return "nothing";
        }
        long header = g.r1;
        return new String(
                Mem.get(Mem.ld64(header), (int) Mem.ld64(header + 8)),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private String report() {
        assertInstanceOf(RunOutcome.Panicked.class, h.run());
        return h.err();
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    @Test
    void aPanicThatNobodyRecoversReportsValueAndStack() {
        int[] f = new int[2];
        f[0] =
                h.declare(
                        "main.f",
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            Mem.st64(sp, h.pc(f[0], 0));
                            throw panic(g, sp, "a\nb");
                        });
        f[1] =
                h.declare(
                        "main.main",
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            Mem.st64(sp, h.pc(f[1], 0));
                            h.code().call(g, sp + FRAME, h.closure(f[0]));
                        });
        assertEquals(
                lines(
                        "panic: a",
                        "\tb",
                        "",
                        "goroutine 1 [running]:",
                        "main.f(...)",
                        "\t/src/x.go:11 +0x1",
                        "main.main(...)",
                        "\t/src/x.go:21 +0x1"),
                report());
    }

    private String reportOf(java.util.function.BiFunction<G, Long, Throwable> fault) {
        int[] f = new int[1];
        f[0] =
                h.declare(
                        "main.main",
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            Mem.st64(sp, h.pc(f[0], 0));
                            throw thrown(fault.apply(g, sp));
                        });
        return report().split("\n\n")[0];
    }

    @Test
    void aNamedIntegerIsPrintedWithItsType() {
        assertEquals(
                "panic: main.MyInt(42)",
                reportOf((g, sp) -> {
                    long v = h.global(8);
                    Mem.st64(v, 42);
                    return PanicEntry.gopanic(g, sp, h.typeAddress("main.MyInt"), v);
                }));
    }

    @Test
    void aStructIsPrintedAsTypeAndAddress() {
        long v = h.global(16);
        assertEquals(
                "panic: (main.S) 0x" + Long.toHexString(v),
                reportOf((g, sp) -> PanicEntry.gopanic(g, sp, h.typeAddress("main.S"), v)));
    }

    @Test
    void aFloatIsPrintedShort() {
        long v = h.global(8);
        assertEquals(
                "panic: 1.5",
                reportOf((g, sp) -> {
                    Mem.stF64(v, 1.5);
                    return PanicEntry.gopanic(g, sp, h.typeAddress("float64"), v);
                }));
    }

    @Test
    void aNilDereferenceNamesTheSignal() {
        assertEquals(
                "panic: runtime error: invalid memory address or nil pointer dereference\n"
                        + "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x"
                        + Long.toHexString(h.layout.pcOf(0))
                        + "]",
                reportOfError((g, sp) -> PanicEntry.panicNil(g, sp, 0)));
    }

    /// As [#reportOf] for runtime errors, whose types get the Error methods that the library gives them in Go.
    private String reportOfError(java.util.function.BiFunction<G, Long, Throwable> fault) {
        int prefixed = errorMethod("main.prefixed", "runtime error: ");
        int plain = errorMethod("main.plain", "");
        h.method("runtime.errorString", "Error", prefixed);
        h.method("runtime.boundsError", "Error", prefixed);
        h.method("runtime.plainError", "Error", plain);
        h.method("*runtime.TypeAssertionError", "Error", plain);
        return reportOf(fault);
    }

    private int errorMethod(String name, String prefix) {
        return h.declare(
                name,
                FRAME,
                1,
                (g, sp, c) -> {
                    long arguments = g.r1;
                    long results = g.r2;
                    long header = Mem.ld64(arguments);
                    byte[] text = Mem.get(Mem.ld64(header), (int) Mem.ld64(header + 8));
                    long to = h.global(prefix.length() + text.length);
                    Mem.put(
                            prefix.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            0,
                            to,
                            prefix.length());
                    Mem.put(text, 0, to + prefix.length(), text.length);
                    Mem.st64(results, to);
                    Mem.st64(results + 8, prefix.length() + text.length);
                });
    }

    @Test
    void anIndexOutOfRangeNamesIndexAndLength() {
        assertEquals(
                "panic: runtime error: index out of range [5] with length 3",
                reportOfError((g, sp) -> PanicEntry.panicIndex(g, sp, 0, 5, 3)));
    }

    @Test
    void aNegativeIndexIsNamedAlone() {
        assertEquals(
                "panic: runtime error: index out of range [-5]",
                reportOfError((g, sp) -> PanicEntry.panicIndex(g, sp, 0, -5, 3)));
    }

    @Test
    void anUnsignedIndexIsNeverNegative() {
        assertEquals(
                "panic: runtime error: index out of range [9223372036854775808] with length 1",
                reportOfError((g, sp) -> PanicEntry.panicIndexU(g, sp, 0, 1L << 63, 1)));
    }

    @Test
    void aSliceOfThreeNamesLowAndHigh() {
        assertEquals(
                "panic: runtime error: slice bounds out of range [3:2:]",
                reportOfError((g, sp) -> PanicEntry.panicSlice(g, sp, 0, 6, 3, 2)));
    }

    @Test
    void closingANilChannelIsAPlainError() {
        assertEquals(
                "panic: close of nil channel",
                reportOfError((g, sp) -> {
                    ChanEntry.closechan(g, sp, 0);
                    return new AssertionError();
                }));
    }

    @Test
    void deferredCallsRunLastFirst() {
        int[] f = new int[3];
        f[0] = h.declare("main.a", FRAME, 1, (g, sp, c) -> log.add("a"));
        f[1] = h.declare("main.b", FRAME, 1, (g, sp, c) -> log.add("b"));
        f[2] =
                h.declare(
                        "main.main",
                        FRAME,
                        1,
                        (g, sp, c) ->
                                deferring(
                                        g,
                                        sp,
                                        () -> {
                                            Mem.st64(sp, h.pc(f[2], 0));
                                            PanicEntry.deferproc(g, sp, h.closure(f[0]));
                                            PanicEntry.deferproc(g, sp, h.closure(f[1]));
                                        }));
        assertEquals(new RunOutcome.Exited(0), h.run());
        assertEquals(List.of("b", "a"), log);
    }

    @Test
    void recoverStopsThePanicAndTheRestOfTheDeferredCallsRun() {
        int[] f = new int[3];
        f[0] = h.declare("main.last", FRAME, 1, (g, sp, c) -> log.add("last"));
        f[1] = h.declare("main.rec", FRAME, 1, (g, sp, c) -> log.add(recovered(g, sp)));
        f[2] =
                h.declare(
                        "main.main",
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            deferring(
                                    g,
                                    sp,
                                    () -> {
                                        Mem.st64(sp, h.pc(f[2], 0));
                                        PanicEntry.deferproc(g, sp, h.closure(f[0]));
                                        PanicEntry.deferproc(g, sp, h.closure(f[1]));
                                        throw panic(g, sp, "boo");
                                    });
                            log.add("returned");
                        });
        assertEquals(new RunOutcome.Exited(0), h.run());
        assertEquals(List.of("boo", "last", "returned"), log);
    }

    @Test
    void recoverBelowTheDeferredFunctionFindsNothing() {
        int[] f = new int[3];
        f[0] =
                h.declare(
                        "main.helper",
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            Mem.st64(sp, h.pc(f[0], 0));
                            log.add(recovered(g, sp));
                        });
        f[1] =
                h.declare(
                        "main.deferred",
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            Mem.st64(sp, h.pc(f[1], 0));
                            h.code().call(g, sp + FRAME, h.closure(f[0]));
                        });
        f[2] = deferAndPanic(f[1]);
        assertInstanceOf(RunOutcome.Panicked.class, h.run());
        assertEquals(List.of("nothing"), log);
    }

    @Test
    void aWrapperLetsTheWrappedFunctionRecover() {
        int[] f = new int[3];
        f[0] = h.declare("main.wrapped", FRAME, 1, (g, sp, c) -> log.add(recovered(g, sp)));
        f[1] =
                h.declare(
                        "main.wrapper",
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            Mem.st64(sp, h.pc(f[1], 0));
                            PanicEntry.wrapperCall(g, sp, sp + FRAME);
                            h.code().call(g, sp + FRAME, h.closure(f[0]));
                        });
        f[2] = deferAndPanic(f[1]);
        assertEquals(new RunOutcome.Exited(0), h.run());
        assertEquals(List.of("first"), log);
    }

    private int deferAndPanic(int... deferred) {
        int[] f = new int[1];
        f[0] =
                h.declare(
                        "main.main",
                        FRAME,
                        1,
                        (g, sp, c) ->
                                deferring(
                                        g,
                                        sp,
                                        () -> {
                                            Mem.st64(sp, h.pc(f[0], 0));
                                            for (int d : deferred) {
                                                PanicEntry.deferproc(g, sp, h.closure(d));
                                            }
                                            throw panic(g, sp, "first");
                                        }));
        return f[0];
    }

    private int panicking(String name, String text, boolean recoverBefore) {
        int[] f = new int[1];
        f[0] =
                h.declare(
                        name,
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            if (recoverBefore) {
                                PanicEntry.gorecover(g, sp);
                            }
                            Mem.st64(sp, h.pc(f[0], 0));
                            throw panic(g, sp, text);
                        });
        return f[0];
    }

    @Test
    void aPanicInADeferredCallIsReportedBehindTheFirst() {
        int d = panicking("main.d", "second", false);
        deferAndPanic(d);
        assertEquals(
                lines(
                        "panic: first",
                        "\tpanic: second",
                        "",
                        "goroutine 1 [running]:",
                        "main.d(...)",
                        "\t/src/x.go:11 +0x1",
                        "panic(...)",
                        "\truntime/panic.go",
                        "main.main(...)",
                        "\t/src/x.go:21 +0x1"),
                report());
    }

    @Test
    void aPanicAfterARecoverSaysThatTheFirstWasRecovered() {
        deferAndPanic(panicking("main.d", "second", true));
        assertEquals("panic: first [recovered]\n\tpanic: second", report().split("\n\n")[0]);
    }

    @Test
    void theSameValueRaisedAgainIsReportedOnce() {
        int[] f = new int[1];
        f[0] =
                h.declare(
                        "main.d",
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            long type = PanicEntry.gorecover(g, sp);
                            long data = g.r1;
                            Mem.st64(sp, h.pc(f[0], 0));
                            throw thrown(PanicEntry.gopanic(g, sp, type, data));
                        });
        deferAndPanic(f[0]);
        assertEquals("panic: first [recovered, repanicked]", report().split("\n\n")[0]);
    }

    @Test
    void aRecoveredNewerPanicTakesTheAbortedOneWithIt() {
        int rec = h.declare("main.rec", FRAME, 1, (g, sp, c) -> log.add(recovered(g, sp)));
        int d = panicking("main.d", "second", false);
        deferAndPanic(rec, d);
        assertEquals(new RunOutcome.Exited(0), h.run());
        assertEquals(List.of("second"), log);
    }

    @Test
    void aPanicRecoveredInsideADeferredCallLeavesTheOuterOne() {
        int rec = h.declare("main.rec", FRAME, 1, (g, sp, c) -> log.add(recovered(g, sp)));
        int[] f = new int[1];
        f[0] =
                h.declare(
                        "main.inner",
                        FRAME,
                        1,
                        (g, sp, c) ->
                                deferring(
                                        g,
                                        sp,
                                        () -> {
                                            Mem.st64(sp, h.pc(f[0], 0));
                                            PanicEntry.deferproc(g, sp, h.closure(rec));
                                            throw panic(g, sp, "inner");
                                        }));
        deferAndPanic(f[0]);
        assertEquals("panic: first", report().split("\n\n")[0]);
        assertEquals(List.of("inner"), log);
    }

    @Test
    void goexitRunsDeferredCallsAndEndsTheGoroutine() {
        int[] f = new int[2];
        f[0] = h.declare("main.d", FRAME, 1, (g, sp, c) -> log.add(recovered(g, sp)));
        f[1] =
                h.declare(
                        "main.main",
                        FRAME,
                        1,
                        (g, sp, c) ->
                                deferring(
                                        g,
                                        sp,
                                        () -> {
                                            Mem.st64(sp, h.pc(f[1], 0));
                                            PanicEntry.deferproc(g, sp, h.closure(f[0]));
                                            throw Panics.goexit(g, sp + FRAME);
                                        }));
        var fatal = assertInstanceOf(RunOutcome.Fatal.class, h.run());
        assertEquals("no goroutines (main called runtime.Goexit) - deadlock!", fatal.message());
        assertEquals(
                "fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n", h.err());
        assertEquals(List.of("nothing"), log);
    }

    @Test
    void aPanicDuringGoexitThatIsRecoveredLetsTheGoexitGoOn() {
        int rec = h.declare("main.rec", FRAME, 1, (g, sp, c) -> log.add(recovered(g, sp)));
        int d = panicking("main.d", "second", false);
        int[] f = new int[1];
        f[0] =
                h.declare(
                        "main.main",
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            deferring(
                                    g,
                                    sp,
                                    () -> {
                                        Mem.st64(sp, h.pc(f[0], 0));
                                        PanicEntry.deferproc(g, sp, h.closure(rec));
                                        PanicEntry.deferproc(g, sp, h.closure(d));
                                        throw Panics.goexit(g, sp + FRAME);
                                    });
                            log.add("must not return");
                        });
        assertInstanceOf(RunOutcome.Fatal.class, h.run());
        assertEquals(List.of("second"), log);
    }

    @Test
    void aNilDeferredClosurePanicsWhenItRuns() {
        int[] f = new int[2];
        f[0] = h.declare("main.rec", FRAME, 1, (g, sp, c) -> log.add(recovered(g, sp)));
        f[1] =
                h.declare(
                        "main.main",
                        FRAME,
                        1,
                        (g, sp, c) ->
                                deferring(
                                        g,
                                        sp,
                                        () -> {
                                            Mem.st64(sp, h.pc(f[1], 0));
                                            PanicEntry.deferproc(g, sp, h.closure(f[0]));
                                            PanicEntry.deferproc(g, sp, 0);
                                            log.add("body");
                                        }));
        assertEquals(new RunOutcome.Exited(0), h.run());
        assertEquals(List.of("body", "invalid memory address or nil pointer dereference"), log);
    }

    @Test
    void deepRecursionEndsInGosReport() {
        int[] f = new int[1];
        f[0] = h.declare("main.f", 65536, 2, (g, sp, c) -> recurse(g, sp, f[0]));
        assertInstanceOf(RunOutcome.Fatal.class, h.run());
        var err = h.err().lines().toList();
        assertEquals("runtime: goroutine stack exceeds 1000000000-byte limit", err.get(0));
        assertTrue(err.get(1).startsWith("runtime: sp=0x"), err.get(1));
        assertEquals(
                List.of("fatal error: stack overflow", "", "goroutine 1 [running]:", "main.f(...)"),
                err.subList(2, 6));
        assertTrue(err.get(6).startsWith("\t/src/x.go:11 +0x1 fp=0x"), err.get(6));
        assertEquals("main.f(...)", err.get(7));
        assertTrue(err.get(8).startsWith("\t/src/x.go:12 +0x2 fp=0x"), err.get(8));
        assertEquals(1, err.stream().filter(l -> l.endsWith(" frames elided...")).count());
    }

    private void recurse(G g, long sp, int f) {
        if (sp + 65536 > g.limit) {
            Mem.st64(sp, h.pc(f, 0));
            long n = SchedEntry.morestack(g, sp, 65536);
            if (n != sp) {
                recurse(g, n, f);
                SchedEntry.lessstack(g, sp, n);
                return;
            }
        }
        Mem.st64(sp, h.pc(f, 1));
        recurse(g, sp + 65536, f);
    }
}
