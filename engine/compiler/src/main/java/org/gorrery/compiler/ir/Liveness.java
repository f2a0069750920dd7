package org.gorrery.compiler.ir;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.function.Consumer;

/// Which locals are live where: backward data flow over the blocks of a function.
///
/// In a function with defer whatever the recovered block reads is live everywhere, since any fault may lead there.
public final class Liveness {
    private final Cfg cfg;
    private final BitSet[] in;
    private final BitSet[] out;

    // What a block reads before it assigns it, and what it assigns
    private final BitSet[] gen;
    private final BitSet[] kill;
    private final BitSet always = new BitSet();

    /// Solves the flow of `cfg`.
    public Liveness(Cfg cfg) {
        this.cfg = cfg;
        int n = cfg.function().blocks().size();
        this.in = new BitSet[n];
        this.out = new BitSet[n];
        this.gen = new BitSet[n];
        this.kill = new BitSet[n];
        for (int i = 0; i < n; i++) {
            in[i] = new BitSet();
            out[i] = new BitSet();
            gen[i] = new BitSet();
            kill[i] = new BitSet();
        }
        for (var block : cfg.order()) {
            summarise(block, gen[block.index()], kill[block.index()]);
        }
        solve();
        var recovered = cfg.function().recovered();
        if (recovered != null && cfg.isReachable(recovered)) {
            // what the handler's path reads is live at every point, hence defined at every point
            always.or(in[recovered.index()]);
            for (int i = 0; i < n; i++) {
                in[i].or(always);
                out[i].or(always);
            }
            solve();
        }
    }

    private static void summarise(Block block, BitSet gen, BitSet kill) {
        Consumer<Local> read = l -> gen.set(l.index());
        Consumer<Local> assigned =
                l -> {
                    gen.clear(l.index());
                    kill.set(l.index());
                };
        ValueWalk.reads(block.terminator(), read);
        var statements = block.statements();
        for (int i = statements.size() - 1; i >= 0; i--) {
            definitions(statements.get(i), assigned);
            ValueWalk.reads(statements.get(i), read);
        }
    }

    private void solve() {
        Deque<Block> work = new ArrayDeque<>(cfg.postorder());
        var queued = new BitSet();
        cfg.postorder().forEach(b -> queued.set(b.index()));
        while (!work.isEmpty()) {
            var block = work.poll();
            int at = block.index();
            queued.clear(at);
            var live = out[at];
            for (var s : cfg.successors(block)) {
                live.or(in[s.index()]);
            }
            var before = (BitSet) live.clone();
            before.andNot(kill[at]);
            before.or(gen[at]);
            before.or(always);
            if (!before.equals(in[at])) {
                in[at] = before;
                for (var p : cfg.predecessors(block)) {
                    if (!queued.get(p.index())) {
                        queued.set(p.index());
                        work.add(p);
                    }
                }
            }
        }
    }

    /// Whether a block that has been changed since still reads the same before it assigns it.
    boolean readsTheSame(Block block) {
        var now = new BitSet();
        summarise(block, now, new BitSet());
        return now.equals(gen[block.index()]);
    }

    /// Locals live at the start of a block.
    public BitSet in(Block block) {
        return in[block.index()];
    }

    /// Locals live at the end of a block, after its terminator.
    public BitSet out(Block block) {
        return out[block.index()];
    }

    /// Locals live at every point, for the sake of the recovered block.
    public BitSet always() {
        return always;
    }

    /// Goes from after a statement to before it.
    public void step(Statement statement, BitSet live) {
        definitions(statement, l -> live.clear(l.index()));
        live.or(always);
        ValueWalk.reads(statement, l -> live.set(l.index()));
    }

    /// Adds what a terminator reads.
    public static void readsOf(Terminator end, BitSet live) {
        ValueWalk.reads(end, l -> live.set(l.index()));
    }

    /// The locals a statement assigns.
    public static void definitions(Statement statement, Consumer<Local> each) {
        switch (statement) {
            case Statement.Set s -> each.accept(s.local());
            case Statement.Call c -> c.results().forEach(each);
            case Statement.Eval _, Statement.Store _, Statement.Copy _, Statement.Clear _ -> {}
        }
    }
}
