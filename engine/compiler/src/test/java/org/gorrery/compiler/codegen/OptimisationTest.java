package org.gorrery.compiler.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Local;
import org.gorrery.compiler.ir.MemKind;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.runtime.memory.Mem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random programs do the same with and without the optimisations: results, memory, panics, and the pointers that each allocation finds in
/// the frame.
class OptimisationTest {
    private static final long ARRAY = GeneratedProgram.HEAP + (1 << 20);
    private static final int LENGTH = 37;
    private static final BinaryOp[] ARITHMETIC = {
        BinaryOp.ADD, BinaryOp.SUB, BinaryOp.MUL, BinaryOp.XOR, BinaryOp.AND
    };
    private static final BinaryOp[] TESTS = {
        BinaryOp.LT, BinaryOp.LE, BinaryOp.GT, BinaryOp.GE, BinaryOp.EQ, BinaryOp.NE, BinaryOp.ULT
    };

    /// Writes one random function.
    private static final class Writer {
        private final Random random;
        private final IrFunction f =
                Ir.function("f", List.of(Word.P, Word.J, Word.J), List.of(Word.J));
        private final List<Local> longs = new ArrayList<>();
        private final List<Local> counters = new ArrayList<>();
        private final List<Local> pointers = new ArrayList<>();
        private final Local length;
        private Block current;
        private int budget = 26;

        Writer(long seed) {
            random = new Random(seed);
            current = f.blocks().getFirst();
            longs.add(f.params().get(2));
            pointers.add(f.params().get(0));
            length = f.newLocal(Word.J, "n");
            put(length, Ir.param(f, 1));
            for (int k = 0; k < 4; k++) {
                longs.add(f.newLocal(Word.J, "x" + k));
            }
            for (int k = 0; k < 3; k++) {
                pointers.add(f.newLocal(Word.P, "p" + k));
            }
            if (random.nextInt(4) == 0) {
                var recovered = f.newBlock();
                f.setRecovered(recovered);
                recovered.setTerminator(result());
            }
        }

        private Terminator result() {
            Value sum = Ir.j(0);
            for (var l : longs) {
                sum = Ir.op(BinaryOp.ADD, Ir.op(BinaryOp.MUL, sum, Ir.j(31)), Ir.read(l));
            }
            for (var p : pointers) {
                sum =
                        Ir.op(
                                BinaryOp.XOR,
                                sum,
                                Ir.op(org.gorrery.compiler.ir.UnaryOp.P_TO_J, Ir.read(p)));
            }
            return Ir.ret(sum);
        }

        IrFunction write() {
            block(3);
            current.setTerminator(result());
            return f;
        }

        private void put(Local l, Value v) {
            current.statements().add(Ir.set(l, v));
        }

        private <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        private Local anyReadable() {
            return counters.isEmpty() || random.nextBoolean() ? any(longs) : any(counters);
        }

        private Value operand() {
            return switch (random.nextInt(4)) {
                case 0 -> Ir.j(random.nextInt(9) - 2);
                case 1 -> Ir.read(length);
                default -> Ir.read(anyReadable());
            };
        }

        private Value index() {
            var length = random.nextBoolean() ? Ir.read(this.length) : Ir.param(f, 1);
            Value i = Ir.read(anyReadable());
            if (random.nextInt(3) == 0) {
                i = Ir.op(BinaryOp.AND, i, Ir.j(15));
            }
            return Ir.op(
                    BinaryOp.ADD,
                    Ir.param(f, 0),
                    Ir.op(BinaryOp.SHL, new Value.IndexChecked(i, length, false, 0), Ir.i(3)));
        }

        private Value test() {
            return Ir.op(TESTS[random.nextInt(TESTS.length)], Ir.read(anyReadable()), operand());
        }

        private void block(int depth) {
            int n = 1 + random.nextInt(4);
            for (int k = 0; k < n && budget > 0; k++) {
                budget--;
                switch (random.nextInt(depth > 0 ? 12 : 7)) {
                    case 0, 1 ->
                            put(
                                    any(longs),
                                    Ir.op(
                                            ARITHMETIC[random.nextInt(ARITHMETIC.length)],
                                            operand(),
                                            operand()));
                    case 2 -> put(any(longs), new Value.Load(MemKind.I64, index(), 0));
                    case 3 ->
                            current.statements()
                                    .add(
                                            new Statement.Store(
                                                    MemKind.I64, index(), 0, operand(), 0));
                    case 4 ->
                            current.statements()
                                    .add(
                                            new Statement.Call(
                                                    new Callee.Runtime(Entry.NEWOBJECT),
                                                    List.of(Ir.j(0)),
                                                    List.of(pointers.get(1 + random.nextInt(3))),
                                                    0));
                    case 5 -> put(pointers.get(1 + random.nextInt(3)), Ir.read(any(pointers)));
                    case 6 ->
                            put(
                                    any(longs),
                                    Ir.op(
                                            org.gorrery.compiler.ir.UnaryOp.P_TO_J,
                                            new Value.NilChecked(Ir.read(any(pointers)), 0)));
                    case 7, 8 -> branch(depth);
                    case 9, 10 -> counted(depth);
                    default -> whileLoop(depth);
                }
            }
        }

        private void branch(int depth) {
            var yes = f.newBlock();
            var no = f.newBlock();
            var join = f.newBlock();
            current.setTerminator(new Terminator.Branch(test(), yes, no, 0));
            current = yes;
            block(depth - 1);
            current.setTerminator(new Terminator.Jump(join, 0));
            current = no;
            if (random.nextBoolean()) {
                block(depth - 1);
            }
            current.setTerminator(new Terminator.Jump(join, 0));
            current = join;
        }

        /// A counting loop in one of its forms; sometimes its body spoils the counter or leaves early.
        private void counted(int depth) {
            int step = 1 + random.nextInt(random.nextBoolean() ? 1 : 3);
            boolean up = random.nextInt(3) > 0;
            // a counter that the body may assign needs a guard, or the loop might not end
            boolean guarded = random.nextInt(3) == 0;
            var i = guarded && random.nextBoolean() ? any(longs) : f.newLocal(Word.J, "i");
            var bound = random.nextInt(3) == 0 ? Ir.j(random.nextInt(12)) : Ir.read(length);
            put(i, up ? Ir.j(random.nextInt(3)) : Ir.j(random.nextInt(LENGTH)));
            var guard = f.newLocal(Word.J, "guard");
            put(guard, Ir.j(0));
            boolean strict = random.nextBoolean();
            Value test =
                    up
                            ? Ir.op(strict ? BinaryOp.LT : BinaryOp.LE, Ir.read(i), bound)
                            : Ir.op(strict ? BinaryOp.GT : BinaryOp.GE, Ir.read(i), Ir.j(0));
            var loop = LoopTest.loop(f, test);
            if (random.nextInt(4) == 0) {
                loop.head()
                        .setTerminator(
                                new Terminator.Branch(
                                        Ir.op(org.gorrery.compiler.ir.UnaryOp.NOT, test),
                                        loop.exit(),
                                        loop.body(),
                                        0));
            }
            current.setTerminator(new Terminator.Jump(loop.head(), 0));
            current = loop.body();
            var visible = guarded ? longs : counters;
            visible.add(i);
            block(depth - 1);
            visible.removeLast();
            put(guard, Ir.op(BinaryOp.ADD, Ir.read(guard), Ir.j(1)));
            if (guarded) {
                var on = f.newBlock();
                current.setTerminator(
                        new Terminator.Branch(
                                Ir.op(BinaryOp.LT, Ir.read(guard), Ir.j(20)), on, loop.exit(), 0));
                current = on;
            }
            put(
                    i,
                    up
                            ? Ir.op(BinaryOp.ADD, Ir.read(i), Ir.j(step))
                            : Ir.op(BinaryOp.SUB, Ir.read(i), Ir.j(step)));
            current.setTerminator(new Terminator.Jump(loop.head(), 0));
            current = loop.exit();
        }

        private void whileLoop(int depth) {
            var turns = f.newLocal(Word.J, "turns");
            put(turns, Ir.j(random.nextInt(6)));
            var loop = LoopTest.loop(f, Ir.op(BinaryOp.NE, Ir.read(turns), Ir.j(0)));
            current.setTerminator(new Terminator.Jump(loop.head(), 0));
            current = loop.body();
            put(turns, Ir.op(BinaryOp.SUB, Ir.read(turns), Ir.j(1)));
            block(depth - 1);
            current.setTerminator(new Terminator.Jump(loop.head(), 0));
            current = loop.exit();
        }
    }

    private record Outcome(String result, List<Long> memory, List<String> allocations) {}

    private static Outcome run(long seed, long input, CodegenOptions options, int pollEvery) {
        var builder = new GeneratedProgram.Builder().add(new Writer(seed).write());
        var program = builder.options(options).build();
        for (int k = 0; k < LENGTH; k++) {
            Mem.st64(ARRAY + 8 * k, k * 7L % 11);
        }
        var allocations = new ArrayList<String>();
        long[] turns = new long[1];
        program.g.readsUntilPreempted = pollEvery;
        program.g.atSafepoint =
                sp -> {
                    var last = program.g.log.getLast();
                    var live = new TreeSet<>(program.livePointers(sp));
                    if (last.equals("newobject")) {
                        allocations.add(live.toString());
                        if (++turns[0] > 3000) {
                            throw new IllegalStateException("endless");
                        }
                    }
                    if (last.equals("poll") || last.equals("refill")) {
                        program.g.readsUntilPreempted = pollEvery;
                        program.g.log.removeLast();
                    }
                    for (long p : live) {
                        assertTrue(p == 0 || p >= GeneratedProgram.HEAP, () -> "no pointer: " + p);
                    }
                };
        String result;
        try {
            result = String.valueOf(program.call("f", ARRAY, (long) LENGTH, input));
        } catch (RuntimeException e) {
            result = e.getMessage();
        }
        var memory = new ArrayList<Long>();
        for (int k = 0; k < LENGTH; k++) {
            memory.add(Mem.ld64(ARRAY + 8 * k));
        }
        return new Outcome(result, memory, allocations);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void optimisedProgramsDoTheSame(int batch) {
        int seeds = Integer.getInteger("optimisation.seeds", 40);
        for (long seed = (long) batch * seeds; seed < (long) (batch + 1) * seeds; seed++) {
            for (long input : new long[] {0, 5}) {
                var expected = run(seed, input, CodegenOptions.PLAIN, -1);
                // simpler IR may keep less alive; how frames are filled must not change what is
                // alive
                var simple = run(seed, input, new CodegenOptions(true, false), -1);
                assertEquals(expected.result, simple.result, "seed " + seed);
                assertEquals(expected.memory, simple.memory, "seed " + seed);
                assertEquals(
                        expected.allocations.size(), simple.allocations.size(), "seed " + seed);
                assertEquals(simple, run(seed, input, CodegenOptions.DEFAULT, -1), "seed " + seed);
                assertEquals(
                        simple,
                        run(seed, input, CodegenOptions.DEFAULT, 2),
                        "polling, seed " + seed);
                assertEquals(
                        expected,
                        run(seed, input, new CodegenOptions(false, true), -1),
                        "seed " + seed);
            }
        }
    }
}
