package org.gorrery.compiler.codegen;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import org.gorrery.compiler.ir.Block;
import org.gorrery.compiler.ir.Cfg;
import org.gorrery.compiler.ir.Liveness;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Terminator;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.ValueWalk;

/// At which safepoints what a frame object holds may still be read, and which objects must be zero when the function begins.
///
/// An object is live where its content is read later before it is made anew, where a live local may hold its address, where a call is
/// given it, and where another live object leads to it. One that is live where it may not have been set yet is zeroed at entry.
final class ObjectLiveness {
    private final Cfg cfg;
    private final Liveness liveness;
    private final FrameHolders holders;
    private final BitSet[] in;
    private final Map<Statement, BitSet> atCall = new IdentityHashMap<>();
    private final Map<Block, BitSet> atEnd = new IdentityHashMap<>();
    private final BitSet zeroed = new BitSet();

    ObjectLiveness(Cfg cfg, Liveness liveness) {
        this.cfg = cfg;
        this.liveness = liveness;
        this.holders = new FrameHolders(cfg);
        int n = cfg.function().blocks().size();
        this.in = new BitSet[n];
        for (int i = 0; i < n; i++) {
            in[i] = new BitSet();
        }
        solve();
        record();
        findUnset();
        zeroed.or(holders.kept());
    }

    /// The objects live during a call.
    BitSet at(Statement call) {
        return atCall.getOrDefault(call, new BitSet());
    }

    /// The objects live where a block ends.
    BitSet atEnd(Block block) {
        return atEnd.getOrDefault(block, new BitSet());
    }

    /// The objects that must be zero at entry.
    BitSet zeroed() {
        return zeroed;
    }

    // ---- backward: what is read later ----

    private void solve() {
        Deque<Block> work = new ArrayDeque<>(cfg.postorder());
        while (!work.isEmpty()) {
            var block = work.poll();
            var live = out(block);
            reads(block.terminator(), live);
            for (var s : block.statements().reversed()) {
                back(s, live);
            }
            if (!live.equals(in[block.index()])) {
                in[block.index()] = live;
                work.addAll(cfg.predecessors(block));
            }
        }
    }

    private BitSet out(Block block) {
        var live = new BitSet();
        cfg.successors(block).forEach(s -> live.or(in[s.index()]));
        return live;
    }

    private void back(Statement s, BitSet live) {
        int renewed = FrameHolders.renewed(s);
        if (renewed >= 0) {
            live.clear(renewed);
        }
        if (s instanceof Statement.Call call) {
            var filled = FrameHolders.results(call);
            live.andNot(filled);
            var given = (BitSet) holders.given(call).clone();
            given.andNot(filled);
            live.or(holders.held(given));
        }
        if (s instanceof Statement.Copy c) {
            live.or(holders.of(c.from()));
        }
        ValueWalk.roots(s, v -> loads(v, live));
    }

    private void reads(Terminator end, BitSet live) {
        ValueWalk.roots(end, v -> loads(v, live));
        if (end instanceof Terminator.Throw t) {
            t.args().forEach(a -> live.or(holders.held(holders.of(a))));
        }
    }

    private void loads(Value v, BitSet live) {
        ValueWalk.all(
                v,
                x -> {
                    if (x instanceof Value.Load l) {
                        live.or(holders.of(l.address()));
                    }
                });
    }

    // ---- at safepoints ----

    private void record() {
        for (var block : cfg.order()) {
            var live = out(block);
            var locals = (BitSet) liveness.out(block).clone();
            atEnd.put(block, all(live, locals));
            reads(block.terminator(), live);
            Liveness.readsOf(block.terminator(), locals);
            for (var s : block.statements().reversed()) {
                back(s, live);
                if (s instanceof Statement.Call call) {
                    var across = (BitSet) locals.clone();
                    call.results().forEach(r -> across.clear(r.index()));
                    atCall.put(call, all(live, across));
                }
                liveness.step(s, locals);
            }
        }
    }

    private BitSet all(BitSet objects, BitSet locals) {
        var live = (BitSet) objects.clone();
        locals.stream().forEach(i -> live.or(holders.of(i)));
        live.or(holders.kept());
        return holders.held(live);
    }

    // ---- forward: what is set on every way ----

    private void findUnset() {
        int n = cfg.function().blocks().size();
        var set = new BitSet[n];
        var objects = new BitSet();
        objects.set(0, cfg.function().frameObjects().size());
        for (int i = 0; i < n; i++) {
            set[i] = (BitSet) objects.clone();
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var block : cfg.order()) {
                var known = entry(block, set);
                block.statements().forEach(s -> forward(s, known));
                if (!known.equals(set[block.index()])) {
                    set[block.index()] = known;
                    changed = true;
                }
            }
        }
        for (var block : cfg.order()) {
            var known = entry(block, set);
            for (var s : block.statements()) {
                if (s instanceof Statement.Call call) {
                    need(at(call), known);
                }
                forward(s, known);
            }
            need(atEnd(block), known);
        }
    }

    private BitSet entry(Block block, BitSet[] set) {
        if (block == cfg.function().blocks().getFirst() || cfg.predecessors(block).isEmpty()) {
            return new BitSet();
        }
        var known = new BitSet();
        known.set(0, cfg.function().frameObjects().size());
        cfg.predecessors(block).forEach(p -> known.and(set[p.index()]));
        return known;
    }

    private static void forward(Statement s, BitSet known) {
        int renewed = FrameHolders.renewed(s);
        if (renewed >= 0) {
            known.set(renewed);
        }
        if (s instanceof Statement.Call call) {
            known.or(FrameHolders.results(call));
        }
    }

    private void need(BitSet live, BitSet known) {
        var unset = (BitSet) live.clone();
        unset.andNot(known);
        zeroed.or(unset);
    }
}
