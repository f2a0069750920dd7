package org.gorrery.compiler.ir;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Removes index checks that counting loops make superfluous: `i < n` holds inside by the test, `0 ≤ i` since it counts up from what is
/// not negative.
public final class BoundsChecks {
    private final IrFunction f;
    private final List<Induction> inductions = new ArrayList<>();
    private final Set<Local> notNegative = new HashSet<>();

    private BoundsChecks(IrFunction f, Cfg cfg) {
        this.f = f;
        for (var loop : new Loops(cfg).all()) {
            var induction = Induction.of(loop);
            if (induction != null) {
                inductions.add(induction);
            }
        }
        if (!inductions.isEmpty()) {
            findNotNegative(cfg);
        }
    }

    /// Runs the pass.
    public static void run(IrFunction f) {
        var cfg = new Cfg(f);
        var pass = new BoundsChecks(f, cfg);
        pass.inductions.forEach(pass::rewrite);
    }

    /// Locals that are never negative: supposed of all, refuted by one assignment that may be.
    private void findNotNegative(Cfg cfg) {
        for (var l : f.locals()) {
            if ((l.word() == Word.J || l.word() == Word.I) && !f.params().contains(l)) {
                notNegative.add(l);
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var block : cfg.order()) {
                for (int i = 0; i < block.statements().size(); i++) {
                    changed |= refute(block, i);
                }
            }
        }
    }

    private boolean refute(Block block, int at) {
        var s = block.statements().get(at);
        boolean[] changed = new boolean[1];
        Liveness.definitions(
                s,
                l -> {
                    if (notNegative.contains(l)
                            && !(s instanceof Statement.Set set
                                    && (isNotNegative(set.value(), block)
                                            || isIncrement(block, at)))) {
                        notNegative.remove(l);
                        changed[0] = true;
                    }
                });
        return changed[0];
    }

    /// The step of a counting loop up to a bound does not overflow: before it the counter is below the bound.
    private boolean isIncrement(Block block, int at) {
        return inductions.stream()
                .anyMatch(i ->
                        i.latch() == block
                                && i.increment() == at
                                && i.relation() == BinaryOp.LT
                                && i.step() == 1);
    }

    private boolean isNotNegative(Value v, Block block) {
        return switch (v) {
            case Value.IntConst k -> k.value() >= 0;
            case Value.LongConst k -> k.value() >= 0;
            case Value.Read r -> notNegative.contains(r.local());
            case Value.Load l -> l.kind() == MemKind.U8 || l.kind() == MemKind.U16;
            case Value.IndexChecked _ -> true;
            case Value.Unary u ->
                    switch (u.op()) {
                        case I_TO_J -> isNotNegative(u.x(), block);
                        case U_TO_J, ZEXT8, ZEXT16, LEADING_ZEROS, TRAILING_ZEROS, POP_COUNT ->
                                true;
                        default -> false;
                    };
            case Value.Binary b ->
                    b.op().isComparison()
                            || switch (b.op()) {
                                case AND ->
                                        isNotNegative(b.x(), block) || isNotNegative(b.y(), block);
                                case DIV, REM, SHR, USHR, OR, MAX ->
                                        isNotNegative(b.x(), block) && isNotNegative(b.y(), block);
                                case ADD -> isSuccessor(b, block);
                                default -> false;
                            };
            case Value.Choose c -> isNotNegative(c.x(), block) && isNotNegative(c.y(), block);
            case Value.FloatConst _,
                    Value.DoubleConst _,
                    Value.Address _,
                    Value.FrameAddress _,
                    Value.NilChecked _,
                    Value.HeaderChecked _,
                    Value.NonZero _ ->
                    false;
        };
    }

    /// `i + 1` inside of a loop that tests `i < n`.
    private boolean isSuccessor(Value.Binary b, Block block) {
        return b.x() instanceof Value.Read r
                && notNegative.contains(r.local())
                && (b.y() instanceof Value.LongConst k && k.value() == 1
                        || b.y() instanceof Value.IntConst j && j.value() == 1)
                && inductions.stream()
                        .anyMatch(i ->
                                i.counter().equals(r.local())
                                        && i.relation() == BinaryOp.LT
                                        && i.loop().contains(block)
                                        && block != i.loop().header()
                                        && block != i.latch());
    }

    private void rewrite(Induction i) {
        if (i.relation() != BinaryOp.LT
                || i.step() <= 0
                || !notNegative.contains(i.counter())
                || !(i.bound() instanceof Value.Read)) {
            return;
        }
        var blocks = (BitSet) i.loop().blocks().clone();
        blocks.clear(i.loop().header().index());
        var counters = copies(i, blocks);
        blocks.stream().forEach(b -> rewrite(f.blocks().get(b), i, counters));
    }

    /// The counter and the locals that only ever are copies of it, made in the loop. Even a copy from an earlier turn is within the bounds.
    private Set<Local> copies(Induction i, BitSet blocks) {
        var found = new HashSet<Local>();
        found.add(i.counter());
        blocks.stream()
                .mapToObj(b -> f.blocks().get(b))
                .flatMap(b -> b.statements().stream())
                .forEach(s -> {
                    if (s instanceof Statement.Set set
                            && isCounter(set.value(), Set.of(i.counter()))
                            && assignments(set.local()) == 1
                            && !f.params().contains(set.local())) {
                        found.add(set.local());
                    }
                });
        return found;
    }

    private int assignments(Local local) {
        int[] n = new int[1];
        for (var b : f.blocks()) {
            b.statements()
                    .forEach(s -> Liveness.definitions(s, l -> n[0] += l.equals(local) ? 1 : 0));
        }
        return n[0];
    }

    /// Behind the increment nothing reads the counter, so that whole blocks can be changed.
    private void rewrite(Block block, Induction i, Set<Local> counters) {
        block.statements().replaceAll(s -> ValueRewrite.apply(s, v -> unchecked(v, i, counters)));
        block.setTerminator(ValueRewrite.apply(block.terminator(), v -> unchecked(v, i, counters)));
    }

    private static Value unchecked(Value v, Induction i, Set<Local> counters) {
        boolean proven =
                v instanceof Value.IndexChecked c
                        && isCounter(c.index(), counters)
                        && c.length() instanceof Value.Read n
                        && i.bound() instanceof Value.Read b
                        && n.local().equals(b.local());
        return proven && v instanceof Value.IndexChecked c ? c.index() : v;
    }

    private static boolean isCounter(Value index, Set<Local> counters) {
        return index instanceof Value.Read r && counters.contains(r.local());
    }
}
