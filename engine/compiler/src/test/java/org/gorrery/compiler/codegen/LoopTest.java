package org.gorrery.compiler.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassFile;
import java.util.List;
import java.util.TreeMap;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Loops: right for every number of turns, and open to preemption.
class LoopTest {
    /// `s := 0; for i := from; i < to; i++ { s += i }; return s*1000 + i`.
    static IrFunction sum(String name, Word word) {
        var f = Ir.function(name, List.of(word, word), List.of(word));
        var i = f.newLocal(word, "i");
        var s = f.newLocal(word, "s");
        Value one = word == Word.J ? Ir.j(1) : Ir.i(1);
        Value zero = word == Word.J ? Ir.j(0) : Ir.i(0);
        Value thousand = word == Word.J ? Ir.j(1000) : Ir.i(1000);
        var entry = f.blocks().getFirst();
        entry.statements().add(Ir.set(i, Ir.param(f, 0)));
        entry.statements().add(Ir.set(s, zero));
        var head = loop(f, Ir.op(BinaryOp.LT, Ir.read(i), Ir.param(f, 1)));
        entry.setTerminator(new Terminator.Jump(head.head(), 0));
        head.body().statements().add(Ir.set(s, Ir.op(BinaryOp.ADD, Ir.read(s), Ir.read(i))));
        head.body().statements().add(Ir.set(i, Ir.op(BinaryOp.ADD, Ir.read(i), one)));
        head.exit()
                .setTerminator(
                        Ir.ret(
                                Ir.op(
                                        BinaryOp.ADD,
                                        Ir.op(BinaryOp.MUL, Ir.read(s), thousand),
                                        Ir.read(i))));
        return f;
    }

    record Loop(Block head, Block body, Block exit) {}

    static Loop loop(IrFunction f, Value condition) {
        var head = f.newBlock();
        var body = f.newBlock();
        var exit = f.newBlock();
        head.setTerminator(new Terminator.Branch(condition, body, exit, 0));
        body.setTerminator(new Terminator.Jump(head, 0));
        return new Loop(head, body, exit);
    }

    private static long expected(long from, long to) {
        long s = 0;
        long i = from;
        for (; i < to; i++) {
            s += i;
        }
        return s * 1000 + i;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 4095, 4096, 4097, 8191, 8192, 8193, 12288, 20000})
    void aCountedLoopRunsEachTurnOnce(long turns) {
        var program =
                new GeneratedProgram.Builder().add(sum("j", Word.J), sum("i", Word.I)).build();
        for (long from : new long[] {0, 1, -5000, 7}) {
            assertEquals(expected(from, from + turns), program.call("j", from, from + turns));
            assertEquals(
                    (int) expected(from, from + turns),
                    program.call("i", (int) from, (int) (from + turns)));
        }
        assertEquals(expected(9, 3), program.call("j", 9L, 3L));
    }

    @Test
    void aCountedLoopEndsAtTheEdgesOfItsType() {
        var program =
                new GeneratedProgram.Builder().add(sum("j", Word.J), sum("i", Word.I)).build();
        long max = Long.MAX_VALUE;
        assertEquals((max - 1 + max - 2) * 1000 + max, program.call("j", max - 2, max));
        assertEquals(expected(-3, 0), program.call("j", -3L, 0L));
        long min = Long.MIN_VALUE;
        assertEquals((2 * min + 1) * 1000 + min + 2, program.call("j", min, min + 2));
        assertEquals(
                min * 1000 + min,
                program.call("j", min, min) instanceof Long l ? l + min * 1000 : 0);
        int top = Integer.MAX_VALUE;
        assertEquals((top - 1 + top - 2) * 1000 + top, program.call("i", top - 2, top));
    }

    @ParameterizedTest
    @ValueSource(longs = {5000, 100000})
    void aLongLoopSeesARequestToYield(long turns) {
        var program = new GeneratedProgram.Builder().add(sum("j", Word.J)).build();
        program.g.readsUntilPreempted = 1;
        assertEquals(expected(0, turns), program.call("j", 0L, turns));
        assertTrue(program.g.log.contains("poll") || turns < 8192, "the loop must poll");
    }

    /// `n := 0; for p0 != 1 { if p0&1 == 0 { p0 /= 2 } else { p0 = 3*p0+1 }; n++ }; return n`: no counted loop.
    static IrFunction collatz() {
        var f = Ir.function("collatz", List.of(Word.J), List.of(Word.J));
        Local n = f.newLocal(Word.J, "n");
        Local x = f.params().getFirst();
        var entry = f.blocks().getFirst();
        entry.statements().add(Ir.set(n, Ir.j(0)));
        var l = loop(f, Ir.op(BinaryOp.NE, Ir.read(x), Ir.j(1)));
        entry.setTerminator(new Terminator.Jump(l.head(), 0));
        var even = f.newBlock();
        var odd = f.newBlock();
        l.body().statements().add(Ir.set(n, Ir.op(BinaryOp.ADD, Ir.read(n), Ir.j(1))));
        l.body()
                .setTerminator(
                        new Terminator.Branch(
                                Ir.op(
                                        BinaryOp.EQ,
                                        Ir.op(BinaryOp.AND, Ir.read(x), Ir.j(1)),
                                        Ir.j(0)),
                                even,
                                odd,
                                0));
        even.statements().add(Ir.set(x, Ir.op(BinaryOp.DIV, Ir.read(x), Ir.j(2))));
        even.setTerminator(new Terminator.Jump(l.head(), 0));
        odd.statements()
                .add(
                        Ir.set(
                                x,
                                Ir.op(
                                        BinaryOp.ADD,
                                        Ir.op(BinaryOp.MUL, Ir.read(x), Ir.j(3)),
                                        Ir.j(1))));
        odd.setTerminator(new Terminator.Jump(l.head(), 0));
        l.exit().setTerminator(Ir.ret(Ir.read(n)));
        return f;
    }

    @Test
    void aLoopWithBranchesRunsAndPolls() {
        var program = new GeneratedProgram.Builder().add(collatz()).build();
        assertEquals(111L, program.call("collatz", 27L));
        assertEquals(0L, program.call("collatz", 1L));
    }

    /// `for i := 0; i < p0; i++ { if i == p1 { break }; copy p2 bytes, where there is such; if i&1 == 0 { s += i } }; return s*1000 + i`.
    private static IrFunction branches(boolean copies) {
        var f = Ir.function("branches", List.of(Word.J, Word.J, Word.J), List.of(Word.J));
        var s = f.newLocal(Word.J, "s");
        var i = f.newLocal(Word.J, "i");
        var entry = f.blocks().getFirst();
        entry.statements().addAll(List.of(Ir.set(s, Ir.j(0)), Ir.set(i, Ir.j(0))));
        var l = loop(f, Ir.op(BinaryOp.LT, Ir.read(i), Ir.param(f, 0)));
        entry.setTerminator(new Terminator.Jump(l.head(), 0));
        var test = f.newBlock();
        var even = f.newBlock();
        var latch = f.newBlock();
        l.body().setTerminator(branch(BinaryOp.EQ, Ir.read(i), Ir.param(f, 1), l.exit(), test));
        if (copies) {
            var at = Ir.j(GeneratedProgram.HEAP);
            test.statements().add(new Statement.Copy(at, at, Ir.param(f, 2), false, 0));
        }
        var low = Ir.op(BinaryOp.AND, Ir.read(i), Ir.j(1));
        test.setTerminator(branch(BinaryOp.EQ, low, Ir.j(0), even, latch));
        even.statements().add(Ir.set(s, Ir.op(BinaryOp.ADD, Ir.read(s), Ir.read(i))));
        even.setTerminator(new Terminator.Jump(latch, 0));
        latch.statements().add(Ir.set(i, Ir.op(BinaryOp.ADD, Ir.read(i), Ir.j(1))));
        latch.setTerminator(new Terminator.Jump(l.head(), 0));
        var thousand = Ir.op(BinaryOp.MUL, Ir.read(s), Ir.j(1000));
        l.exit().setTerminator(Ir.ret(Ir.op(BinaryOp.ADD, thousand, Ir.read(i))));
        return f;
    }

    private static Terminator branch(BinaryOp op, Value x, Value y, Block yes, Block no) {
        return new Terminator.Branch(Ir.op(op, x, y), yes, no, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5",
        "1, 5",
        "20000, 0",
        "20000, 1",
        "20000, 4095",
        "20000, 4096",
        "20000, 4097",
        "20000, 19999",
        "20000, 20000",
        "20000, -1"
    })
    void aCountingLoopWithBranchesLooksAtTheFlagOncePerStrip(long turns, long stop) {
        var program = new GeneratedProgram.Builder().add(branches(false)).build();
        long end = stop < 0 ? turns : Math.min(turns, stop);
        long evens = (end + 1) / 2;
        assertEquals(evens * (evens - 1) * 1000 + end, program.call("branches", turns, stop, 0L));
        assertTrue(program.g.flagReads <= end / 4096 + 1, program.g.flagReads + " reads");
    }

    @Test
    void aLoopWhoseTurnsMayBeLongLooksAtTheFlagInEach() {
        var program = new GeneratedProgram.Builder().add(branches(true)).build();
        assertEquals(2500L * 2499 * 1000 + 5000, program.call("branches", 5000L, -1L, 8L));
        assertEquals(5000, program.g.flagReads);
    }

    /// `for i := 0; i < p0; i++ { for j := 0; j < p0; j++ { s = s*31 + j, so often } }; return s`.
    private static IrFunction nest(String name, int often) {
        var f = Ir.function(name, List.of(Word.J), List.of(Word.J));
        var s = f.newLocal(Word.J, "s");
        var i = f.newLocal(Word.J, "i");
        var j = f.newLocal(Word.J, "j");
        var entry = f.blocks().getFirst();
        entry.statements().addAll(List.of(Ir.set(s, Ir.j(0)), Ir.set(i, Ir.j(0))));
        var outer = loop(f, Ir.op(BinaryOp.LT, Ir.read(i), Ir.param(f, 0)));
        entry.setTerminator(new Terminator.Jump(outer.head(), 0));
        outer.body().statements().add(Ir.set(j, Ir.j(0)));
        var inner = loop(f, Ir.op(BinaryOp.LT, Ir.read(j), Ir.param(f, 0)));
        outer.body().setTerminator(new Terminator.Jump(inner.head(), 0));
        for (int k = 0; k < often; k++) {
            var times = Ir.op(BinaryOp.MUL, Ir.read(s), Ir.j(31));
            inner.body().statements().add(Ir.set(s, Ir.op(BinaryOp.ADD, times, Ir.read(j))));
        }
        inner.body().statements().add(Ir.set(j, Ir.op(BinaryOp.ADD, Ir.read(j), Ir.j(1))));
        inner.exit().statements().add(Ir.set(i, Ir.op(BinaryOp.ADD, Ir.read(i), Ir.j(1))));
        inner.exit().setTerminator(new Terminator.Jump(outer.head(), 0));
        outer.exit().setTerminator(Ir.ret(Ir.read(s)));
        return f;
    }

    private static long nested(long n, int often) {
        long s = 0;
        for (long i = 0; i < n; i++) {
            for (long j = 0; j < n; j++) {
                for (int k = 0; k < often; k++) {
                    s = s * 31 + j;
                }
            }
        }
        return s;
    }

    @Test
    void anInnerLoopWithALargeBodyStaysApart() {
        var program =
                new GeneratedProgram.Builder().add(nest("small", 2), nest("large", 60)).build();
        assertEquals(nested(5, 2), program.call("small", 5L));
        assertEquals(nested(5, 60), program.call("large", 5L));
        var types = new TreeMap<String, String>();
        for (var bytes : program.image().classes().values()) {
            ClassFile.of()
                    .parse(bytes)
                    .methods()
                    .forEach(m ->
                            types.put(m.methodName().stringValue(), m.methodType().stringValue()));
        }
        String apart = LoopMethod.APART + ")";
        assertTrue(types.getOrDefault("large$loop0", "").contains(apart));
        assertEquals(-1, types.getOrDefault("small$loop0", apart).indexOf(apart));
    }
}
