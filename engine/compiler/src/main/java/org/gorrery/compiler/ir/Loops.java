package org.gorrery.compiler.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The natural loops of a function and how they nest. Cycles that can be entered at several places (by goto) are none.
public final class Loops {
    private final List<Loop> loops = new ArrayList<>();
    private final Map<Block, Loop> byHeader = new HashMap<>();

    /// One loop; those with one header are one.
    public static final class Loop {
        private final IrFunction function;
        private final Block header;
        private final BitSet blocks = new BitSet();
        private final List<Block> latches = new ArrayList<>();
        private final List<Loop> inner = new ArrayList<>();
        private @Nullable Loop outer;

        Loop(IrFunction function, Block header) {
            this.function = function;
            this.header = header;
            blocks.set(header.index());
        }

        /// The function it is in.
        public IrFunction function() {
            return function;
        }

        /// Where it is entered and tested again.
        public Block header() {
            return header;
        }

        /// Whether a block belongs to it.
        public boolean contains(Block b) {
            return blocks.get(b.index());
        }

        /// Indices of its blocks.
        public BitSet blocks() {
            return blocks;
        }

        /// The blocks that jump back.
        public List<Block> latches() {
            return latches;
        }

        /// Loops directly inside.
        public List<Loop> inner() {
            return inner;
        }

        /// The loop directly around it, or null.
        public @Nullable Loop outer() {
            return outer;
        }
    }

    /// Finds the loops of `cfg`.
    public Loops(Cfg cfg) {
        if (!cfg.goesBack()) {
            return; // as most functions
        }
        var dominators = new Dominators(cfg);
        for (var block : cfg.order()) {
            for (var to : cfg.successors(block)) {
                if (cfg.isBackEdge(block, to) && dominators.dominates(to, block)) {
                    add(cfg, to, block);
                }
            }
        }
        nest();
    }

    private void add(Cfg cfg, Block header, Block latch) {
        var loop = byHeader.get(header);
        if (loop == null) {
            loop = new Loop(cfg.function(), header);
            byHeader.put(header, loop);
            loops.add(loop);
        }
        loop.latches.add(latch);
        Deque<Block> work = new ArrayDeque<>();
        work.add(latch);
        while (!work.isEmpty()) {
            var b = work.poll();
            if (!loop.blocks.get(b.index())) {
                loop.blocks.set(b.index());
                work.addAll(cfg.predecessors(b));
            }
        }
    }

    private void nest() {
        loops.sort(Comparator.comparingInt(l -> l.blocks.cardinality()));
        for (int i = 0; i < loops.size(); i++) {
            var loop = loops.get(i);
            for (int j = i + 1; j < loops.size(); j++) {
                var around = loops.get(j);
                if (around != loop && around.contains(loop.header)) {
                    loop.outer = around;
                    around.inner.add(loop);
                    break;
                }
            }
        }
    }

    /// All loops, inner ones before those around them.
    public List<Loop> all() {
        return loops;
    }

    /// The loop with that header, or null.
    public @Nullable Loop at(Block header) {
        return byHeader.get(header);
    }
}
