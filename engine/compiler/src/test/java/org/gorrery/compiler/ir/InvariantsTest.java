package org.gorrery.compiler.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What leaves a counting loop. The loop is `for i := 0; i < n; i++ { … }` in a function of `p *T, n int`.
class InvariantsTest {
    private final IrFunction f =
            new IrFunction(
                    "main.f", "main", new Shape(List.of(Word.P, Word.J), List.of(Word.J)), false);
    private final Local p = f.newParam(Word.P, "p");
    private final Local n = f.newParam(Word.J, "n");
    private final Local i = f.newLocal(Word.J, "i");
    private final Local x = f.newLocal(Word.J, "x");
    private final Local y = f.newLocal(Word.J, "y");

    private static Value read(Local l) {
        return new Value.Read(l);
    }

    private static Statement set(Local l, Value v) {
        return new Statement.Set(l, v, 0);
    }

    private static Value sum(Value a, Value b) {
        return new Value.Binary(BinaryOp.ADD, a, b);
    }

    private Value load(long offset) {
        return new Value.Load(MemKind.I64, read(p), offset);
    }

    private Value nilChecked() {
        return new Value.Load(MemKind.I64, new Value.NilChecked(read(p), 0), 0);
    }

    /// Cuts the loop with these statements and gives what left it.
    private List<Statement> left(Statement... statements) {
        var entry = f.newBlock();
        var head = f.newBlock();
        var body = f.newBlock();
        var exit = f.newBlock();
        entry.statements().add(set(i, new Value.LongConst(0, Word.J)));
        entry.setTerminator(new Terminator.Jump(head, 0));
        head.setTerminator(
                new Terminator.Branch(
                        new Value.Binary(BinaryOp.LT, read(i), read(n)), body, exit, 0));
        body.statements().addAll(List.of(statements));
        body.statements().add(set(i, sum(read(i), new Value.LongConst(1, Word.J))));
        body.setTerminator(new Terminator.Jump(head, 0));
        exit.setTerminator(new Terminator.Return(List.of(read(x)), 0));
        var induction = Induction.of(new Loops(new Cfg(f)).all().getFirst());
        if (induction == null) {
            throw new IllegalStateException("no counting loop");
        }
        Strips.cut(induction);
        var strip = ((Terminator.Branch) head.terminator()).yes();
        var inside = body.statements();
        return Stream.of(statements)
                .filter(s -> strip.statements().contains(s) && !inside.contains(s))
                .toList();
    }

    @Test
    void aLoadOfWhatTheLoopDoesNotChangeLeaves() {
        var loaded = set(y, load(8));
        assertEquals(List.of(loaded), left(loaded, set(x, sum(read(x), read(y)))));
    }

    @Test
    void aCheckLeavesWhereNothingThatStaysMayFailBeforeIt() {
        var checked = set(y, nilChecked());
        assertEquals(List.of(checked), left(checked, set(x, sum(read(x), read(y)))));
    }

    @Test
    void nothingOvertakesACheckThatStays() {
        var index = new Value.IndexChecked(read(i), read(n), false, 0);
        var loaded = set(y, load(8));
        assertEquals(List.of(), left(new Statement.Eval(index, 0), loaded));
    }

    @Test
    void aLoopThatWritesMemoryKeepsItsLoads() {
        var loaded = set(y, load(8));
        var stored = new Statement.Store(MemKind.I64, read(p), 8, read(i), 0);
        assertEquals(List.of(), left(loaded, stored, set(x, sum(read(x), read(y)))));
    }

    @Test
    void whatATurnLeavesForTheNextStays() {
        assertEquals(List.of(), left(set(x, sum(read(x), read(y))), set(y, load(8))));
        assertEquals(List.of(), left(set(y, sum(read(y), load(8)))));
    }

    @Test
    void whatIsAssignedTwiceStays() {
        assertEquals(List.of(), left(set(y, load(8)), set(y, load(16))));
    }
}
