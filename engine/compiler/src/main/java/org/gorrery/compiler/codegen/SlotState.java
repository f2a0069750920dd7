package org.gorrery.compiler.codegen;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.Induction;
import org.gorrery.compiler.ir.Liveness;
import org.gorrery.compiler.ir.Loops;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Terminator;

/// Which live pointers are not in their slots when control comes to a safepoint, and so must be stored there.
///
/// A pointer that a loop does not change and that is live at a call in it is stored once ahead of the loop. From there on forward data
/// flow: a slot is up to date from a store until its local is assigned, or another local that shares the slot is stored; at a join, if
/// it is on every way. Cold polls store what is stale on their own way only, which changes nothing for the other: only slots of locals
/// that are live there can be up to date in a way that matters, and those never share.
final class SlotState {
    private final FunctionPlan plan;
    private final Map<Statement, BitSet> stale = new IdentityHashMap<>();
    private final Map<Block, BitSet> ahead = new IdentityHashMap<>();
    private final BitSet[] out;
    private final BitSet visited = new BitSet();

    /// @param optimise whether stores are saved; without, everything live is stored before every call
    SlotState(FunctionPlan plan, boolean optimise) {
        this.plan = plan;
        int n = plan.function().blocks().size();
        this.out = new BitSet[n];
        for (int i = 0; i < n; i++) {
            out[i] = new BitSet();
        }
        if (optimise && !plan.inMemory()) {
            var all = new Loops(plan.cfg()).all();
            for (var loop : all.reversed()) {
                hoist(loop);
            }
            solve();
        }
    }

    /// Stores ahead of a loop what stays the same in it and is live at its calls.
    private void hoist(Loops.Loop loop) {
        var wanted = new BitSet();
        loop.blocks().stream()
                .mapToObj(i -> plan.function().blocks().get(i))
                .flatMap(b -> b.statements().stream())
                .forEach(s -> wanted.or(plan.liveAt(s)));
        wanted.andNot(Induction.assigned(loop, plan.function()));
        wanted.andNot(plan.always());
        wanted.and(plan.liveness().in(loop.header()));
        for (var around = loop.outer(); around != null; around = around.outer()) {
            for (var p : entries(around)) {
                wanted.andNot(ahead.getOrDefault(p, new BitSet()));
            }
        }
        var entries = entries(loop);
        boolean possible =
                !wanted.isEmpty()
                        && entries.stream()
                                .allMatch(p -> p.terminator() instanceof Terminator.Jump);
        if (possible) {
            entries.forEach(p -> ahead.computeIfAbsent(p, _ -> new BitSet()).or(wanted));
        }
    }

    private List<Block> entries(Loops.Loop loop) {
        return plan.cfg().predecessors(loop.header()).stream()
                .filter(p -> !loop.contains(p))
                .toList();
    }

    private void solve() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var block : plan.cfg().order()) {
                var state = entry(block);
                var after = flow(block, (BitSet) state.clone(), false);
                if (!after.equals(out[block.index()]) || !seen(block)) {
                    out[block.index()] = after;
                    changed = true;
                }
                visited.set(block.index());
            }
        }
        plan.cfg().order().forEach(b -> flow(b, entry(b), true));
    }

    private boolean seen(Block block) {
        return visited.get(block.index());
    }

    private BitSet entry(Block block) {
        var state = new BitSet();
        var predecessors = plan.cfg().predecessors(block);
        boolean root =
                block == plan.function().blocks().getFirst()
                        || block == plan.function().recovered();
        if (root) {
            return state;
        }
        boolean first = true;
        for (var p : predecessors) {
            if (!seen(p)) {
                continue;
            }
            if (first) {
                state.or(out[p.index()]);
                first = false;
            } else {
                state.and(out[p.index()]);
            }
        }
        return state;
    }

    private BitSet flow(Block block, BitSet fresh, boolean record) {
        for (var s : block.statements()) {
            var live = plan.liveAt(s);
            if (!live.isEmpty()) {
                var missing = (BitSet) live.clone();
                missing.andNot(fresh);
                missing.andNot(plan.always());
                if (record) {
                    stale.put(s, missing);
                }
                store(missing, fresh);
            }
            Liveness.definitions(s, l -> fresh.clear(l.index()));
        }
        store(spilledAtEnd(block), fresh);
        return fresh;
    }

    private void store(BitSet locals, BitSet fresh) {
        if (locals.isEmpty()) {
            return;
        }
        var slots = plan.slotsOf(locals);
        for (int i = fresh.nextSetBit(0); i >= 0; i = fresh.nextSetBit(i + 1)) {
            if (slots.get(plan.slotOf(i))) {
                fresh.clear(i);
            }
        }
        fresh.or(locals);
    }

    /// The locals to store before a call.
    BitSet stale(Statement.Call call) {
        var known = stale.get(call);
        if (known != null) {
            return known;
        }
        var all = (BitSet) plan.liveAt(call).clone();
        all.andNot(plan.always());
        return all;
    }

    /// The locals to store before a poll at the end of a block.
    BitSet staleAtEnd(Block block, BitSet live) {
        var missing = (BitSet) live.clone();
        missing.andNot(plan.always());
        missing.andNot(out[block.index()]);
        return missing;
    }

    /// The locals to store at the end of a block, ahead of a loop.
    BitSet spilledAtEnd(Block block) {
        return ahead.getOrDefault(block, new BitSet());
    }
}
