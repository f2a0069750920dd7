package org.gorrery.compiler.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.junit.jupiter.api.Test;

/// Functions that do not fit a JVM method.
class SplitTest {
    private static final int STATEMENTS = 5000;

    /// Three turns of a loop over thousands of statements; `p` is made in the first part and used in the last.
    private static IrFunction large(boolean withDefer) {
        var f = Ir.function("f", List.of(Word.P, Word.J), List.of(Word.J, Word.P, Word.I));
        var x = f.newLocal(Word.J, "x");
        var i = f.newLocal(Word.I, "i");
        var p = f.newLocal(Word.P, "p");
        if (withDefer) {
            var recovered = f.newBlock();
            f.setRecovered(recovered);
            recovered.setTerminator(Ir.ret(Ir.read(x), Ir.read(p), Ir.i(-1)));
        }
        var entry = f.blocks().getFirst();
        entry.statements().add(Ir.set(x, Ir.j(1)));
        entry.statements().add(Ir.set(i, Ir.i(0)));
        entry.statements().add(Ir.set(p, Ir.param(f, 0)));
        var loop = LoopTest.loop(f, Ir.op(BinaryOp.LT, Ir.read(i), Ir.i(3)));
        entry.setTerminator(new Terminator.Jump(loop.head(), 0));
        var body = loop.body().statements();
        for (int k = 0; k < STATEMENTS; k++) {
            body.add(
                    Ir.set(
                            x,
                            Ir.op(
                                    BinaryOp.ADD,
                                    Ir.op(BinaryOp.MUL, Ir.read(x), Ir.j(31)),
                                    Ir.j(k))));
            if (k == 100) {
                body.add(
                        new Statement.Call(
                                new Callee.Runtime(Entry.NEWOBJECT),
                                List.of(Ir.j(0)),
                                List.of(p),
                                0));
            }
        }
        body.add(Ir.set(x, Ir.op(BinaryOp.DIV, Ir.read(x), new Value.NonZero(Ir.param(f, 1), 0))));
        body.add(Ir.set(i, Ir.op(BinaryOp.ADD, Ir.read(i), Ir.i(1))));
        loop.exit().setTerminator(Ir.ret(Ir.read(x), Ir.read(p), Ir.read(i)));
        return f;
    }

    private static long expected() {
        long x = 1;
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < STATEMENTS; k++) {
                x = x * 31 + k;
            }
            x /= 2;
        }
        return x;
    }

    @Test
    void aLargeFunctionIsSplitAndRunsTheSame() {
        var program = new GeneratedProgram.Builder().add(large(false)).build();
        var live = new ArrayList<List<Long>>();
        program.g.atSafepoint = sp -> live.add(program.livePointers(sp));
        assertEquals(expected(), program.call("f", GeneratedProgram.HEAP, 2L));
        assertEquals(GeneratedProgram.HEAP + 64L * 3, program.g.r1);
        assertEquals(3, (int) program.g.r2);
        assertEquals(3, live.size());
        program.g.limit = -1;
        program.g.nextSegment = GeneratedProgram.STACK + (1 << 20);
        assertEquals(expected(), program.call("f", GeneratedProgram.HEAP, 2L));
    }

    @Test
    void aLargeFunctionRecovers() {
        var program = new GeneratedProgram.Builder().add(large(true)).build();
        program.g.recovers = true;
        program.call("f", GeneratedProgram.HEAP, 0L);
        assertEquals(-1, (int) program.g.r2);
        assertEquals(GeneratedProgram.HEAP + 64L, program.g.r1);
        assertEquals(expected(), program.call("f", GeneratedProgram.HEAP, 2L));
    }

    @Test
    void aSwitchOfThousandsOfCases() {
        int n = 9000;
        var f = Ir.function("f", List.of(Word.I), List.of(Word.J));
        var targets = new ArrayList<Block>();
        int[] keys = new int[n];
        for (int k = 0; k < n; k++) {
            keys[k] = (k * 7919) % n * 3;
            var b = f.newBlock();
            b.setTerminator(Ir.ret(Ir.j(keys[k] + 1L)));
            targets.add(b);
        }
        var otherwise = f.newBlock();
        otherwise.setTerminator(Ir.ret(Ir.j(-1)));
        f.blocks()
                .getFirst()
                .setTerminator(new Terminator.Switch(Ir.param(f, 0), keys, targets, otherwise, 0));
        var program = new GeneratedProgram.Builder().add(f).build();
        for (int k = 0; k < n; k += 371) {
            assertEquals(3L * k + 1, program.call("f", 3 * k));
            assertEquals(-1L, program.call("f", 3 * k + 1));
        }
    }

    @Test
    void thousandsOfFunctionsFitIntoSeveralClasses() {
        var builder = new GeneratedProgram.Builder();
        for (int k = 0; k < 3000; k++) {
            var f = Ir.function("f" + k, List.of(Word.J), List.of(Word.J));
            Value v = Ir.param(f, 0);
            for (int m = 0; m < 8; m++) {
                v = Ir.op(BinaryOp.XOR, v, Ir.j(1_000_000_007L * (k * 8 + m)));
            }
            f.blocks().getFirst().setTerminator(Ir.ret(v));
            builder.add(f);
        }
        var program = builder.build();
        long want = 5;
        for (int m = 0; m < 8; m++) {
            want ^= 1_000_000_007L * (2999 * 8 + m);
        }
        assertEquals(want, program.call("f2999", 5L));
        assertTrue(program.image().classes().size() > 4);
    }
}
