package org.gorrery.compiler.ir;

import java.util.ArrayList;
import java.util.List;

/// Cuts counting loops into strips: an inner loop of at most [#TURNS] turns with an int counter and no poll, which the JVM compiles well,
/// and one poll per strip (codegen.md §5).
///
/// ```
/// head:  if i < b goto strip else exit
/// strip: base = i; k = 0; count = min(turns left, 4096); what each turn would find the same ([Invariants])
/// inner: if k < count goto first else next
/// first: i = base + k*step; …; k = k + 1; goto inner     (no poll)
/// next:  i = base + count*step; goto head                (poll)
/// ```
public final class Strips {
    /// Turns between two polls.
    public static final int TURNS = 4096;

    private final IrFunction f;
    private final Induction loop;
    private final Word word;

    private Strips(Induction loop) {
        this.f = loop.loop().function();
        this.loop = loop;
        this.word = loop.counter().word();
    }

    /// Cuts a loop. Its latch keeps jumping back, to the inner loop's header.
    ///
    /// @return the block that jumps back to the header after each strip
    public static Block cut(Induction loop) {
        return new Strips(loop).cut();
    }

    private Block cut() {
        var count = f.newLocal(Word.I, "");
        var k = f.newLocal(Word.I, "");
        var base = f.newLocal(word, "");
        var strip = f.newBlock();
        var inner = f.newBlock();
        var next = f.newBlock();
        var head = loop.loop().header();
        var test = (Terminator.Branch) head.terminator();
        int pos = test.pos();
        head.setTerminator(
                test.yes() == loop.first()
                        ? new Terminator.Branch(test.condition(), strip, test.no(), pos)
                        : new Terminator.Branch(test.condition(), test.yes(), strip, pos));
        strip.statements()
                .addAll(
                        List.of(
                                new Statement.Set(base, read(loop.counter()), pos),
                                new Statement.Set(k, new Value.IntConst(0), pos),
                                new Statement.Set(count, turns(), pos)));
        strip.setTerminator(new Terminator.Jump(inner, pos));
        inner.setTerminator(
                new Terminator.Branch(
                        new Value.Binary(BinaryOp.LT, read(k), read(count)),
                        loop.first(),
                        next,
                        pos));
        loop.first()
                .statements()
                .addFirst(new Statement.Set(loop.counter(), advanced(base, k), pos));
        var latch = loop.latch();
        var body = new ArrayList<>(latch.statements());
        // the first statement may be the one just put there
        body.remove(loop.increment() + (latch == loop.first() ? 1 : 0));
        body.add(
                new Statement.Set(
                        k, new Value.Binary(BinaryOp.ADD, read(k), new Value.IntConst(1)), pos));
        latch.statements().clear();
        latch.statements().addAll(body);
        latch.setTerminator(new Terminator.Jump(inner, latch.terminator().pos()));
        next.statements().add(new Statement.Set(loop.counter(), advanced(base, count), pos));
        next.setTerminator(new Terminator.Jump(head, latch.terminator().pos()));
        strip.statements().addAll(Invariants.takeFrom(loop.loop(), loop.first()));
        return next;
    }

    private static Value read(Local l) {
        return new Value.Read(l);
    }

    private Value constant(long v) {
        return word == Word.J ? new Value.LongConst(v, Word.J) : new Value.IntConst((int) v);
    }

    private Value op(BinaryOp op, Value x, Value y) {
        return new Value.Binary(op, x, y);
    }

    /// `base + k·step`, wrapping as repeated addition would.
    private Value advanced(Local base, Local k) {
        Value turns = word == Word.J ? new Value.Unary(UnaryOp.I_TO_J, read(k)) : read(k);
        if (loop.step() == 1) {
            return op(BinaryOp.ADD, read(base), turns);
        }
        return op(BinaryOp.ADD, read(base), op(BinaryOp.MUL, turns, constant(loop.step())));
    }

    /// Turns of the next strip. The distance to the bound, as an unsigned number, is right even where the difference overflows, since the
    /// relation holds.
    private Value turns() {
        boolean up = loop.step() > 0;
        var i = read(loop.counter());
        var distance = up ? op(BinaryOp.SUB, loop.bound(), i) : op(BinaryOp.SUB, i, loop.bound());
        boolean strict =
                switch (loop.relation()) {
                    case LT, GT, ULT -> true;
                    default -> false;
                };
        // full steps that fit before the bound, then one more turn: from a distance of d-1 if the
        // bound is excluded
        Value span = strict ? op(BinaryOp.SUB, distance, constant(1)) : distance;
        long step = Math.abs(loop.step());
        Value steps = step == 1 ? span : op(BinaryOp.UDIV, span, constant(step));
        Value small = word == Word.J ? new Value.Unary(UnaryOp.J_TO_I, steps) : steps;
        return new Value.Choose(
                op(BinaryOp.ULT, steps, constant(TURNS - 1)),
                op(BinaryOp.ADD, small, new Value.IntConst(1)),
                new Value.IntConst(TURNS));
    }
}
