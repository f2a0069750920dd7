package org.gorrery.compiler.codegen;

import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.ValueWalk;
import org.jspecify.annotations.Nullable;

/// A function that begins with a test and a cheap return: that way needs neither frame nor check of the stack.
///
/// @param sense whether the condition holds on the cheap way
/// @param rest where all else goes on
record LeafStart(Block entry, Value condition, boolean sense, Block cheap, Block rest) {
    /// The start of a planned function, null where it has none.
    static @Nullable LeafStart of(FunctionPlan plan) {
        var f = plan.function();
        var entry = f.blocks().getFirst();
        if (!plan.checksStack()
                || plan.inMemory()
                || f.recovered() != null
                || plan.shape().memoryParams() > 0
                || !plan.cfg().predecessors(entry).isEmpty()
                || !(entry.terminator() instanceof Terminator.Branch b)
                || !isPure(f, entry)
                || ValueWalk.mayFault(b.condition())) {
            return null;
        }
        var live = plan.liveness().in(entry);
        boolean parametersOnly =
                live.stream()
                        .allMatch(i ->
                                f.params().contains(f.locals().get(i))
                                        || f.locals().get(i).equals(f.closureParam()));
        if (!parametersOnly) {
            return null;
        }
        if (isCheap(plan, b.yes()) && !isCheap(plan, b.no())) {
            return new LeafStart(entry, b.condition(), true, b.yes(), b.no());
        }
        if (isCheap(plan, b.no()) && !isCheap(plan, b.yes())) {
            return new LeafStart(entry, b.condition(), false, b.no(), b.yes());
        }
        return null;
    }

    /// Nothing that shows outside, and no parameter changed: the function may start again on another segment.
    private static boolean isPure(IrFunction f, Block block) {
        for (var s : block.statements()) {
            if (!(s instanceof Statement.Set set)
                    || f.params().contains(set.local())
                    || touchesFrame(set.value())
                    || ValueWalk.mayFault(set.value())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCheap(FunctionPlan plan, Block block) {
        if (!(block.terminator() instanceof Terminator.Return r)
                || plan.shape().memoryResults() > 0
                || plan.cfg().predecessors(block).size() != 1
                || !isPure(plan.function(), block)) {
            return false;
        }
        return r.values().stream().noneMatch(v -> ValueWalk.mayFault(v) || touchesFrame(v));
    }

    private static boolean touchesFrame(Value value) {
        boolean[] found = new boolean[1];
        ValueWalk.all(value, v -> found[0] |= v instanceof Value.FrameAddress);
        return found[0];
    }
}
