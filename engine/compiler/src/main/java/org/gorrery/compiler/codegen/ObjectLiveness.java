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
import org.gorrery.compiler.ir.Word;

/// At which safepoints what a frame object holds may still be read, and which objects must be zero when the function begins.
///
/// An object is live for itself where its address is taken later before it is made anew, and where a call is given it: its pointers are
/// live slots there. Otherwise it is live while a live pointer in the frame leads to it, which the collector finds out by following those: so of two
/// objects that a variable may point to, only the one it does point to stays. Where addresses are held as anything but pointers, and by objects that are
/// always scanned, all that they may lead to is live. An object that may be live where it may not have been set yet is zeroed at entry.
///
/// Source of the idea: stack objects of Go's runtime, `mgcstack.go`.
final class ObjectLiveness {
    private final Cfg cfg;
    private final Liveness liveness;
    private final FrameHolders holders;
    private final BitSet[] in;
    private final Map<Statement, BitSet> atCall = new IdentityHashMap<>();
    private final Map<Block, BitSet> atEnd = new IdentityHashMap<>();
    private final Map<Statement, BitSet> possiblyAtCall = new IdentityHashMap<>();
    private final Map<Block, BitSet> possiblyAtEnd = new IdentityHashMap<>();
    private final BitSet tracked;
    private final BitSet zeroed = new BitSet();

    /// @param tracked the objects whose pointers are live slots only where they are live
    /// @param withoutPointers the objects whose types hold no pointers
    ObjectLiveness(Cfg cfg, Liveness liveness, BitSet tracked, BitSet withoutPointers) {
        this.tracked = tracked;
        this.cfg = cfg;
        this.liveness = liveness;
        this.holders = new FrameHolders(cfg, withoutPointers);
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

    /// The objects live for themselves during a call.
    BitSet at(Statement call) {
        return atCall.getOrDefault(call, new BitSet());
    }

    /// The objects live for themselves where a block ends.
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

    private static void back(Statement s, BitSet live) {
        int renewed = FrameHolders.renewed(s);
        if (renewed >= 0) {
            live.clear(renewed);
        }
        switch (s) {
            case Statement.Store st -> {
                target(st.address(), live);
                mentions(st.value(), live);
            }
            case Statement.Clear c -> target(c.at(), live);
            case Statement.Copy c -> {
                target(c.to(), live);
                mentions(c.from(), live);
            }
            case Statement.Call call -> {
                var filled = FrameHolders.results(call);
                live.andNot(filled);
                var mentioned = new BitSet();
                ValueWalk.roots(call, v -> mentions(v, mentioned));
                mentioned.andNot(filled);
                live.or(mentioned);
            }
            case Statement.Set _, Statement.Eval _ -> ValueWalk.roots(s, v -> mentions(v, live));
        }
    }

    /// What a place is worked out from, which is not read itself.
    private static void target(Value address, BitSet live) {
        switch (address) {
            case Value.FrameAddress _ -> {}
            case Value.Binary b when b.x() instanceof Value.FrameAddress -> mentions(b.y(), live);
            default -> mentions(address, live);
        }
    }

    private static void reads(Terminator end, BitSet live) {
        ValueWalk.roots(end, v -> mentions(v, live));
    }

    private static void mentions(Value v, BitSet live) {
        ValueWalk.all(
                v,
                x -> {
                    if (x instanceof Value.FrameAddress a) {
                        live.set(a.object().index());
                    }
                });
    }

    // ---- at safepoints ----

    private void record() {
        for (var block : cfg.order()) {
            var live = out(block);
            var locals = (BitSet) liveness.out(block).clone();
            atEnd.put(block, certain(live, locals));
            possiblyAtEnd.put(block, possible(live, locals));
            reads(block.terminator(), live);
            Liveness.readsOf(block.terminator(), locals);
            for (var s : block.statements().reversed()) {
                back(s, live);
                if (s instanceof Statement.Call call) {
                    record(call, live, locals);
                }
                liveness.step(s, locals);
            }
        }
    }

    private void record(Statement.Call call, BitSet live, BitSet locals) {
        var across = (BitSet) locals.clone();
        call.results().forEach(r -> across.clear(r.index()));
        var given = (BitSet) holders.given(call).clone();
        given.andNot(FrameHolders.results(call));
        given.or(live);
        var inUse = holders.held(given); // the callee's pointers to them are in its own frame
        inUse.or(live);
        atCall.put(call, certain(inUse, across));
        possiblyAtCall.put(call, possible(inUse, across));
    }

    private BitSet possible(BitSet objects, BitSet locals) {
        var live = (BitSet) objects.clone();
        locals.stream().forEach(i -> live.or(holders.of(i)));
        live.or(holders.kept());
        return holders.held(live);
    }

    private BitSet certain(BitSet objects, BitSet locals) {
        var live = (BitSet) objects.clone();
        locals.stream()
                .filter(i -> cfg.function().locals().get(i).word() != Word.P)
                .forEach(i -> live.or(holders.held(holders.of(i))));
        live.or(holders.kept());
        possible(objects, locals).stream()
                .mapToObj(x -> tracked.get(x) ? holders.loose(x) : holders.contents(x))
                .forEach(x -> live.or(holders.held(x)));
        return live;
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
                    need(possiblyAtCall.getOrDefault(call, new BitSet()), known);
                }
                forward(s, known);
            }
            need(possiblyAtEnd.getOrDefault(block, new BitSet()), known);
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
