package org.gorrery.compiler.ir;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Within each block, reads what a local is a copy of instead of the local, and then drops assignments that nothing reads: the lowering
/// copies operands before it evaluates others, mostly for nothing.
public final class LocalPropagation {
    private final Map<Local, Value> copies = new HashMap<>();

    private LocalPropagation() {}

    /// Runs the pass.
    public static void run(IrFunction f) {
        var cfg = new Cfg(f);
        for (var block : cfg.order()) {
            new LocalPropagation().forward(block);
        }
        dropDead(cfg);
    }

    private void forward(Block block) {
        var statements = block.statements();
        for (int i = 0; i < statements.size(); i++) {
            var s = ValueRewrite.apply(statements.get(i), this::replaced);
            statements.set(i, s);
            Liveness.definitions(s, this::forget);
            if (s instanceof Statement.Set set && isCopy(set)) {
                copies.put(set.local(), set.value());
            }
        }
        block.setTerminator(ValueRewrite.apply(block.terminator(), this::replaced));
    }

    private static boolean isCopy(Statement.Set set) {
        return switch (set.value()) {
            case Value.Read r -> r.word() == set.local().word() && !r.local().equals(set.local());
            case Value.IntConst _ -> true;
            case Value.LongConst k -> k.word() == set.local().word();
            default -> false;
        };
    }

    private void forget(Local assigned) {
        if (copies.isEmpty()) {
            return;
        }
        copies.remove(assigned);
        copies.values().removeIf(v -> v instanceof Value.Read r && r.local().equals(assigned));
    }

    private Value replaced(Value v) {
        if (v instanceof Value.Read r) {
            return copies.getOrDefault(r.local(), v);
        }
        return v;
    }

    /// An assignment whose value may fault stays for the fault.
    private static void dropDead(Cfg cfg) {
        boolean changed = true;
        while (changed) {
            changed = false;
            var liveness = new Liveness(cfg);
            for (var block : cfg.order()) {
                changed |= dropDead(block, liveness);
            }
        }
    }

    /// Whether other blocks may have more that is dead now.
    private static boolean dropDead(Block block, Liveness liveness) {
        var live = (BitSet) liveness.out(block).clone();
        Liveness.readsOf(block.terminator(), live);
        List<Statement> kept = new ArrayList<>();
        boolean changed = false;
        for (var s : block.statements().reversed()) {
            if (s instanceof Statement.Set set && !live.get(set.local().index())) {
                changed = true;
                if (ValueWalk.mayFault(set.value())) {
                    var eval = new Statement.Eval(set.value(), set.pos());
                    kept.add(eval);
                    liveness.step(eval, live);
                }
                continue;
            }
            kept.add(s);
            liveness.step(s, live);
        }
        if (changed) {
            block.statements().clear();
            block.statements().addAll(kept.reversed());
        }
        return changed && !liveness.readsTheSame(block);
    }
}
