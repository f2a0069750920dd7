package org.gorrery.compiler.ir;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.function.UnaryOperator;
import org.gorrery.abi.Entry;
import org.jspecify.annotations.Nullable;

/// Removes checks of pointers that were checked before on every way: forward data flow over the locals known to point into the window.
public final class NilChecks {
    private final IrFunction f;
    private final Cfg cfg;
    private final @Nullable BitSet[] in;

    private NilChecks(IrFunction f) {
        this.f = f;
        this.cfg = new Cfg(f);
        this.in = new BitSet[f.blocks().size()];
    }

    /// Runs the pass.
    public static void run(IrFunction f) {
        new NilChecks(f).run();
    }

    private void run() {
        in[f.blocks().getFirst().index()] = new BitSet();
        var recovered = f.recovered();
        if (recovered != null) {
            in[recovered.index()] = new BitSet();
        }
        Deque<Block> work = new ArrayDeque<>(cfg.order());
        while (!work.isEmpty()) {
            var block = work.poll();
            var at = in[block.index()];
            if (at == null) {
                continue;
            }
            var known = (BitSet) at.clone();
            walk(block, known, false);
            for (var s : cfg.successors(block)) {
                if (merge(s, known)) {
                    work.add(s);
                }
            }
        }
        for (var block : cfg.order()) {
            var at = in[block.index()];
            if (at != null) {
                walk(block, (BitSet) at.clone(), true);
            }
        }
    }

    private boolean merge(Block to, BitSet known) {
        var before = in[to.index()];
        if (before == null) {
            in[to.index()] = (BitSet) known.clone();
            return true;
        }
        var both = (BitSet) before.clone();
        both.and(known);
        if (both.equals(before)) {
            return false;
        }
        in[to.index()] = both;
        return true;
    }

    private void walk(Block block, BitSet known, boolean rewrite) {
        UnaryOperator<Value> check = v -> checked(v, known);
        var statements = block.statements();
        for (int i = 0; i < statements.size(); i++) {
            var s = statements.get(i);
            boolean[] conditional = new boolean[1];
            ValueWalk.roots(s, v -> conditional[0] |= ValueWalk.hasConditionalFault(v));
            if (!conditional[0]) {
                s = ValueRewrite.apply(s, check);
            }
            if (rewrite) {
                statements.set(i, s);
            }
            assign(s, known);
        }
        boolean[] conditional = new boolean[1];
        ValueWalk.roots(
                block.terminator(), v -> conditional[0] |= ValueWalk.hasConditionalFault(v));
        if (!conditional[0]) {
            var end = ValueRewrite.apply(block.terminator(), check);
            if (rewrite) {
                block.setTerminator(end);
            }
        }
    }

    /// Notes a check, or drops it. Trees are walked in order of evaluation.
    private static Value checked(Value v, BitSet known) {
        if (v instanceof Value.NilChecked n && n.pointer() instanceof Value.Read r) {
            if (known.get(r.local().index())) {
                return r;
            }
            known.set(r.local().index());
        }
        return v;
    }

    private static void assign(Statement s, BitSet known) {
        Liveness.definitions(s, l -> known.clear(l.index()));
        if (s instanceof Statement.Set set && isInside(set.value(), known, set.local())) {
            known.set(set.local().index());
        }
        if (s instanceof Statement.Call call
                && call.callee() instanceof Callee.Runtime r
                && (r.entry() == Entry.NEWOBJECT || r.entry() == Entry.NEWSMALL)
                && !call.results().isEmpty()) {
            known.set(call.results().getFirst().index());
        }
    }

    private static boolean isInside(Value v, BitSet known, Local target) {
        return switch (v) {
            case Value.NilChecked _, Value.FrameAddress _, Value.Address _ -> true;
            // an element's address: its header was checked, and the index shows that it is not
            // empty
            case Value.Binary b when b.op() == BinaryOp.ADD -> isElementOffset(b.y());
            case Value.Read r -> !r.local().equals(target) && known.get(r.local().index());
            default -> false;
        };
    }

    private static boolean isElementOffset(Value v) {
        return switch (v) {
            case Value.IndexChecked _ -> true;
            case Value.Binary b ->
                    (b.op() == BinaryOp.SHL || b.op() == BinaryOp.MUL)
                            && b.x() instanceof Value.IndexChecked;
            default -> false;
        };
    }
}
