package org.gorrery.compiler.ir;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// A loop `for i := a; i < b; i += step` that counts: `i` is tested in the header, changed once at the end of the only latch and nowhere
/// else, `b` does not change in the loop.
///
/// @param counter the local `i`, J or I
/// @param relation holds between counter and bound inside the loop: LT, LE, GT, GE, ULT or ULE
/// @param bound a tree without loads and checks whose locals the loop does not assign
/// @param step constant; positive for LT, LE, ULT, ULE, negative for GT, GE
/// @param first the block behind the test, inside
/// @param increment place of the change among the latch's statements
public record Induction(
        Loops.Loop loop,
        Local counter,
        BinaryOp relation,
        Value bound,
        long step,
        Block first,
        Block exit,
        Block latch,
        int increment) {

    /// What a loop counts by, or null.
    public static @Nullable Induction of(Loops.Loop loop) {
        if (loop.latches().size() != 1
                || !loop.header().statements().isEmpty()
                || !(loop.header().terminator() instanceof Terminator.Branch b)
                || loop.contains(b.yes()) == loop.contains(b.no())
                || !(b.condition() instanceof Value.Binary test)
                || !test.op().isComparison()) {
            return null;
        }
        boolean yesInside = loop.contains(b.yes());
        var op = yesInside ? test.op() : negated(test.op(), test.x().word());
        if (op == null) {
            return null;
        }
        var found = counted(loop, b, op, test.x(), test.y());
        return found != null ? found : counted(loop, b, mirrored(op), test.y(), test.x());
    }

    private static @Nullable Induction counted(
            Loops.Loop loop, Terminator.Branch b, BinaryOp op, Value x, Value y) {
        if (!(x instanceof Value.Read r)
                || r.word() != Word.J && r.word() != Word.I
                || loop.latches().getFirst() == loop.header()) {
            return null;
        }
        var latch = loop.latches().getFirst();
        int at = onlyAssignment(loop, latch, r.local());
        if (at < 0 || !isInvariant(y, assigned(loop))) {
            return null;
        }
        Long step = step(latch.statements().get(at), r.local());
        if (step == null || !moves(op, step)) {
            return null;
        }
        boolean yesInside = loop.contains(b.yes());
        return new Induction(
                loop,
                r.local(),
                op,
                y,
                step,
                yesInside ? b.yes() : b.no(),
                yesInside ? b.no() : b.yes(),
                latch,
                at);
    }

    private static boolean moves(BinaryOp op, long step) {
        return switch (op) {
            case LT, LE, ULT, ULE -> step > 0 && step < 1 << 16;
            case GT, GE -> step < 0 && step > -(1 << 16);
            default -> false;
        };
    }

    private static @Nullable BinaryOp negated(BinaryOp op, Word w) {
        if (w == Word.F || w == Word.D) {
            return null;
        }
        return switch (op) {
            case LT -> BinaryOp.GE;
            case LE -> BinaryOp.GT;
            case GT -> BinaryOp.LE;
            case GE -> BinaryOp.LT;
            case ULT -> BinaryOp.UGE;
            case ULE -> BinaryOp.UGT;
            case UGT -> BinaryOp.ULE;
            case UGE -> BinaryOp.ULT;
            default -> op;
        };
    }

    private static BinaryOp mirrored(BinaryOp op) {
        return switch (op) {
            case LT -> BinaryOp.GT;
            case LE -> BinaryOp.GE;
            case GT -> BinaryOp.LT;
            case GE -> BinaryOp.LE;
            case ULT -> BinaryOp.UGT;
            case ULE -> BinaryOp.UGE;
            case UGT -> BinaryOp.ULT;
            case UGE -> BinaryOp.ULE;
            default -> op;
        };
    }

    /// The locals a loop assigns.
    public static BitSet assigned(Loops.Loop loop, IrFunction f) {
        var set = new BitSet();
        loop.blocks().stream()
                .forEach(i ->
                        f.blocks()
                                .get(i)
                                .statements()
                                .forEach(s -> Liveness.definitions(s, l -> set.set(l.index()))));
        return set;
    }

    private static BitSet assigned(Loops.Loop loop) {
        return assigned(loop, loop.function());
    }

    /// Place of the only assignment in the loop if it is in the latch and nothing reads the local behind it; else -1.
    private static int onlyAssignment(Loops.Loop loop, Block latch, Local local) {
        int[] count = new int[1];
        loop.blocks().stream()
                .forEach(i ->
                        loop.function()
                                .blocks()
                                .get(i)
                                .statements()
                                .forEach(s ->
                                        Liveness.definitions(
                                                s, l -> count[0] += l.equals(local) ? 1 : 0)));
        if (count[0] != 1) {
            return -1;
        }
        for (int i = latch.statements().size() - 1; i >= 0; i--) {
            var s = latch.statements().get(i);
            if (s instanceof Statement.Set set && set.local().equals(local)) {
                return i;
            }
            boolean[] read = new boolean[1];
            ValueWalk.reads(s, l -> read[0] |= l.equals(local));
            if (read[0]) {
                return -1;
            }
        }
        return -1;
    }

    private static @Nullable Long step(Statement s, Local local) {
        if (s instanceof Statement.Set set
                && set.value() instanceof Value.Binary b
                && b.x() instanceof Value.Read r
                && r.local().equals(local)
                && (b.op() == BinaryOp.ADD || b.op() == BinaryOp.SUB)) {
            long sign = b.op() == BinaryOp.ADD ? 1 : -1;
            return switch (b.y()) {
                case Value.IntConst k -> sign * k.value();
                case Value.LongConst k -> sign * k.value();
                default -> null;
            };
        }
        return null;
    }

    /// Whether a tree has the same value throughout a loop that assigns these locals, and may be computed again at will.
    static boolean isInvariant(Value v, BitSet assigned) {
        boolean[] fine = {true};
        ValueWalk.all(
                v,
                x -> {
                    switch (x) {
                        case Value.Read r -> fine[0] &= !assigned.get(r.local().index());
                        case Value.Load _,
                                Value.NilChecked _,
                                Value.HeaderChecked _,
                                Value.IndexChecked _,
                                Value.NonZero _ ->
                                fine[0] = false;
                        case Value.Unary _,
                                Value.Binary _,
                                Value.Choose _,
                                Value.IntConst _,
                                Value.LongConst _,
                                Value.FloatConst _,
                                Value.DoubleConst _,
                                Value.Address _,
                                Value.FrameAddress _ -> {}
                    }
                });
        return fine[0];
    }
}
