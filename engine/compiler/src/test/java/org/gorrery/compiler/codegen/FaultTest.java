package org.gorrery.compiler.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.runtime.entry.PanicEntry;
import org.junit.jupiter.api.Test;

/// Checks and what they do where they fail; recovery.
class FaultTest {
    private static final long W = 1L << 39;

    private static GeneratedProgram one(List<Word> params, Function<IrFunction, Value> body) {
        return ending(params, f -> Ir.ret(body.apply(f)));
    }

    private static GeneratedProgram throwing(
            Entry entry, Function<IrFunction, List<Value>> arguments) {
        return ending(List.of(Word.J), f -> new Terminator.Throw(entry, arguments.apply(f), 8));
    }

    /// A function that only ends.
    private static GeneratedProgram ending(
            List<Word> params, Function<IrFunction, Terminator> terminator) {
        var builder = new GeneratedProgram.Builder();
        builder.file(30);
        var f = Ir.function("f", params, List.of(Word.J));
        f.blocks().getFirst().setTerminator(terminator.apply(f));
        return builder.add(f).build();
    }

    private static String fault(GeneratedProgram program, Object... words) {
        var fault = assertThrows(PanicEntry.Fault.class, () -> program.call("f", words));
        assertEquals(8, program.pcs().siteLine()[fault.site], "line");
        return fault.getMessage();
    }

    @Test
    void aPointerOutsideTheWindowIsNil() {
        var program = one(List.of(Word.P), f -> new Value.NilChecked(Ir.param(f, 0), 8));
        assertEquals(W, program.call("f", W));
        assertEquals(2 * W - 1, program.call("f", 2 * W - 1));
        for (long bad : new long[] {0, 8, W - 1, 2 * W, -1, Long.MIN_VALUE}) {
            assertEquals("nil", fault(program, bad));
        }
    }

    @Test
    void anIndexMustBeBelowTheLength() {
        var program =
                one(
                        List.of(Word.J, Word.J),
                        f -> new Value.IndexChecked(Ir.param(f, 0), Ir.param(f, 1), false, 8));
        assertEquals(0L, program.call("f", 0L, 1L));
        assertEquals(9L, program.call("f", 9L, 10L));
        assertEquals("index 10 of 10", fault(program, 10L, 10L));
        assertEquals("index -1 of 10", fault(program, -1L, 10L));
        assertEquals("index 0 of 0", fault(program, 0L, 0L));
    }

    @Test
    void anUnsignedIndexIsReportedUnsigned() {
        var program =
                one(
                        List.of(Word.J, Word.J),
                        f -> new Value.IndexChecked(Ir.param(f, 0), Ir.param(f, 1), true, 8));
        assertEquals("index 18446744073709551615 of 10", fault(program, -1L, 10L));
    }

    @Test
    void aHeaderMustLieInTheWindowWithItsExtent() {
        var program =
                one(
                        List.of(Word.P, Word.J),
                        f -> new Value.HeaderChecked(Ir.param(f, 0), Ir.param(f, 1), 3, 8));
        assertEquals(W + 8, program.call("f", W + 8, 100L));
        assertEquals(0L, program.call("f", 0L, 0L), "an empty one has no place");
        for (long length : new long[] {1L << 36, 1L << 61, 1L << 62, -1, Long.MIN_VALUE}) {
            assertTrue(fault(program, W, length).startsWith("header"), "length " + length);
        }
        assertTrue(fault(program, 0L, 1L).startsWith("header"));
        assertTrue(fault(program, 64L, 1L).startsWith("header"));
    }

    @Test
    void aDivisorMustNotBeZero() {
        var longs =
                one(
                        List.of(Word.J, Word.J),
                        f ->
                                Ir.op(
                                        BinaryOp.DIV,
                                        Ir.param(f, 0),
                                        new Value.NonZero(Ir.param(f, 1), 8)));
        assertEquals(Long.MIN_VALUE, longs.call("f", Long.MIN_VALUE, -1L));
        assertEquals("divide", fault(longs, 1L, 0L));
        var ints =
                one(
                        List.of(Word.I, Word.I),
                        f ->
                                Ir.op(
                                        org.gorrery.compiler.ir.UnaryOp.I_TO_J,
                                        Ir.op(
                                                BinaryOp.REM,
                                                Ir.param(f, 0),
                                                new Value.NonZero(Ir.param(f, 1), 8))));
        assertEquals(-1L, ints.call("f", -7, 3));
        assertEquals("divide", fault(ints, 1, 0));
    }

    @Test
    void aFaultEntryGetsTheSiteAndItsArguments() {
        var program = throwing(Entry.PANIC_SLICE, f -> List.of(Ir.i(2), Ir.param(f, 0), Ir.j(4)));
        assertEquals("slice 2 9 4", fault(program, 9L));
    }

    @Test
    void anExplicitPanicLeavesItsPcInTheFrame() {
        var program = throwing(Entry.GOPANIC, f -> List.of(Ir.j(3), Ir.param(f, 0)));
        var fault = assertThrows(PanicEntry.Fault.class, () -> program.call("f", 9L));
        assertEquals("panic 3 9", fault.getMessage());
        assertEquals(8, program.line(GeneratedProgram.STACK));
    }

    /// `r, p := 1, p0; defer…; r = 2; p = p0+8; r = 10/p1; r = 3; return r, p`.
    private static GeneratedProgram withDefer() {
        var builder = new GeneratedProgram.Builder();
        builder.file(30);
        var f = Ir.function("f", List.of(Word.P, Word.J), List.of(Word.J, Word.P));
        var r = f.newLocal(Word.J, "r");
        var p = f.newLocal(Word.P, "p");
        var recovered = f.newBlock();
        f.setRecovered(recovered);
        recovered.setTerminator(Ir.ret(Ir.read(r), Ir.read(p)));
        var body = f.blocks().getFirst().statements();
        body.add(Ir.set(p, Ir.param(f, 0)));
        body.add(Ir.set(r, Ir.j(2)));
        body.add(Ir.set(p, Ir.op(BinaryOp.ADD, Ir.param(f, 0), Ir.j(8))));
        body.add(
                Ir.set(
                        r,
                        Ir.op(
                                BinaryOp.ADD,
                                Ir.op(BinaryOp.DIV, Ir.j(10), new Value.NonZero(Ir.param(f, 1), 8)),
                                Ir.j(100))));
        body.add(
                new Statement.Call(new Callee.Runtime(Entry.DEFERRETURN), List.of(), List.of(), 9));
        f.blocks().getFirst().setTerminator(Ir.ret(Ir.read(r), Ir.read(p)));
        return builder.add(f).build();
    }

    @Test
    void aRecoveredPanicReturnsTheResultsAsTheyStood() {
        var program = withDefer();
        long at = GeneratedProgram.HEAP;
        assertEquals(105L, program.call("f", at, 2L));
        assertEquals(List.of("deferreturn"), program.g.log);
        program.g.recovers = true;
        assertEquals(2L, program.call("f", at, 0L));
        assertEquals(at + 8, program.g.r1);
        assertEquals("handle divide", program.g.log.getLast());
    }

    /// While deferred calls run, pointers that the recovered block reads are in their slots.
    @Test
    void whatRecoveryReadsIsInTheFrameAtAFault() {
        var program = withDefer();
        long at = GeneratedProgram.HEAP;
        program.g.recovers = true;
        var live = new java.util.ArrayList<List<Long>>();
        program.g.atSafepoint =
                sp -> {
                    // the entry would have stored the pc of the fault's site
                    int site =
                            java.util.stream.IntStream.range(0, program.pcs().siteLine().length)
                                    .filter(s -> program.pcs().siteLine()[s] == 8)
                                    .findFirst()
                                    .orElseThrow();
                    org.gorrery.runtime.memory.Mem.st64(sp, program.image().layout().pcOf(site));
                    live.add(program.livePointers(sp));
                };
        program.call("f", at, 0L);
        assertEquals(List.of(List.of(at + 8)), live);
    }

    @Test
    void apanicThatNobodyRecoversGoesOn() {
        var program = withDefer();
        var fault =
                assertThrows(
                        PanicEntry.Fault.class, () -> program.call("f", GeneratedProgram.HEAP, 0L));
        assertEquals("divide", fault.getMessage());
    }

    @Test
    void aSwitchFindsItsCase() {
        var builder = new GeneratedProgram.Builder();
        for (boolean dense : new boolean[] {true, false}) {
            int[] keys =
                    dense
                            ? new int[] {3, 1, 2, 7}
                            : new int[] {Integer.MAX_VALUE, -5, Integer.MIN_VALUE, 1000000};
            var f = Ir.function(dense ? "dense" : "sparse", List.of(Word.I), List.of(Word.J));
            var targets = new java.util.ArrayList<org.gorrery.compiler.ir.Block>();
            for (int k : keys) {
                var b = f.newBlock();
                b.setTerminator(Ir.ret(Ir.j(k)));
                targets.add(b);
            }
            var otherwise = f.newBlock();
            otherwise.setTerminator(Ir.ret(Ir.j(99)));
            f.blocks()
                    .getFirst()
                    .setTerminator(
                            new Terminator.Switch(Ir.param(f, 0), keys, targets, otherwise, 0));
            builder.add(f);
        }
        var program = builder.build();
        for (int k : new int[] {3, 1, 2, 7}) {
            assertEquals((long) k, program.call("dense", k));
        }
        assertEquals(99L, program.call("dense", 0));
        assertEquals(99L, program.call("dense", 5));
        for (int k : new int[] {Integer.MAX_VALUE, -5, Integer.MIN_VALUE, 1000000}) {
            assertEquals((long) k, program.call("sparse", k));
        }
        assertEquals(99L, program.call("sparse", 0));
    }

    @Test
    void aCheckOfAnAddressThatIsKnownCostsNothing() {
        var f = Ir.function("f", List.of(), List.of(Word.J));
        var o = f.newFrameObject("x", org.gorrery.compiler.types.BasicType.INT, 8);
        f.blocks()
                .getFirst()
                .setTerminator(Ir.ret(new Value.NilChecked(new Value.FrameAddress(o, 0), 0)));
        var program = new GeneratedProgram.Builder().add(f).build();
        assertEquals(
                program.image().pcs().functions().stream()
                                .filter(i -> i.name().equals("main.f"))
                                .mapToInt(i -> i.objects().getFirst().offset())
                                .sum()
                        + GeneratedProgram.STACK,
                program.call("f"));
    }
}
