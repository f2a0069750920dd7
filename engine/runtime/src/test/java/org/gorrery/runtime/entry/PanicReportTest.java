package org.gorrery.runtime.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import org.gorrery.abi.TypeLayout;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.panics.BoundsText;
import org.gorrery.runtime.sched.G;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Expected reports were taken from Go 1.26, with its addresses and arguments left out.
@Timeout(300)
class PanicReportTest {
    private final PanickingProgram program = new PanickingProgram();
    private final Hand h = program.h;

    @BeforeEach
    void makeTypes() {
        h.type("main.MyInt", TypeTable.INT, 8, 0, TypeLayout.FLAG_NAMED);
        h.type("main.S", TypeTable.STRUCT, 16, 0, TypeLayout.FLAG_NAMED);
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    @Test
    void aPanicThatNobodyRecoversReportsValueAndStack() {
        int f = program.panicking("main.f", "a\nb");
        program.function("main.main", (g, sp) -> program.call(g, sp, f));
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
                program.report());
    }

    private String reportOf(BiFunction<G, Long, Throwable> fault) {
        program.function(
                "main.main",
                (g, sp) -> {
                    throw PanickingProgram.thrown(fault.apply(g, sp));
                });
        return program.reportedPanics();
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
                reportOfError((g, sp) -> PanicEntry.panicNil(g, sp, 0, 0)));
    }

    /// As [#reportOf] for runtime errors, whose types get the Error methods that the library gives them in Go.
    private String reportOfError(BiFunction<G, Long, Throwable> fault) {
        int prefixed = errorMethod("main.prefixed", PanicReportTest::prefixed);
        int plain = errorMethod("main.plain", PanicReportTest::held);
        h.method("runtime.errorString", "Error", prefixed);
        h.method(
                "runtime.boundsError",
                "Error",
                errorMethod("main.bounds", PanicReportTest::bounds));
        h.method("runtime.plainError", "Error", plain);
        h.method("*runtime.TypeAssertionError", "Error", plain);
        return reportOf(fault);
    }

    private int errorMethod(String name, LongFunction<String> text) {
        return h.declare(
                name,
                PanickingProgram.FRAME,
                1,
                (g, sp, c) -> {
                    long arguments = g.r1;
                    long results = g.r2;
                    byte[] says = text.apply(Mem.ld64(arguments)).getBytes(StandardCharsets.UTF_8);
                    long to = h.global(says.length);
                    Mem.put(says, 0, to, says.length);
                    Mem.st64(results, to);
                    Mem.st64(results + 8, says.length);
                });
    }

    private static String held(long string) {
        byte[] text = Mem.get(Mem.ld64(string), (int) Mem.ld64(string + 8));
        return new String(text, StandardCharsets.UTF_8);
    }

    private static String prefixed(long string) {
        return "runtime error: " + held(string);
    }

    /// Reads the fields in the places that Go gives them: x int64, y int, signed bool, code uint8.
    private static String bounds(long error) {
        byte[] last = Mem.get(error + 16, 2);
        return "runtime error: "
                + BoundsText.of(last[1], Mem.ld64(error), Mem.ld64(error + 8), last[0] != 0);
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
    void aPanicInADeferredCallIsReportedBehindTheFirst() {
        program.mainDefersAndPanics(program.panicking("main.d", "second"));
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
                program.report());
    }

    @Test
    void aPanicAfterARecoverSaysThatTheFirstWasRecovered() {
        int d =
                program.function(
                        "main.d",
                        (g, sp) -> {
                            PanicEntry.gorecover(g, sp);
                            throw program.panic(g, sp, "second");
                        });
        program.mainDefersAndPanics(d);
        assertEquals("panic: first [recovered]\n\tpanic: second", program.reportedPanics());
    }

    @Test
    void theSameValueRaisedAgainIsReportedOnce() {
        int d =
                program.function(
                        "main.d",
                        (g, sp) -> {
                            long type = PanicEntry.gorecover(g, sp);
                            throw PanickingProgram.thrown(PanicEntry.gopanic(g, sp, type, g.r1));
                        });
        program.mainDefersAndPanics(d);
        assertEquals("panic: first [recovered, repanicked]", program.reportedPanics());
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
