package org.gorrery.compiler.ir;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Gives each edge that goes back, or enters a loop, a block of its own that ends with a jump: there a poll can stand, or what is done
/// once before a loop.
public final class BackEdges {
    private BackEdges() {}

    /// Splits the edges of `function` that need it.
    public static void split(IrFunction function) {
        var cfg = new Cfg(function);
        var headers = new BitSet();
        for (var block : cfg.order()) {
            for (var to : cfg.successors(block)) {
                headers.set(to.index(), headers.get(to.index()) || cfg.isBackEdge(block, to));
            }
        }
        for (var block : cfg.order()) {
            var end = block.terminator();
            if (!(end instanceof Terminator.Jump)) {
                block.setTerminator(redirected(function, headers, end));
            }
        }
    }

    private static Terminator redirected(IrFunction function, BitSet headers, Terminator end) {
        return switch (end) {
            case Terminator.Branch b ->
                    new Terminator.Branch(
                            b.condition(),
                            edge(function, headers, b.yes(), b.pos()),
                            edge(function, headers, b.no(), b.pos()),
                            b.pos());
            case Terminator.Switch s -> {
                List<Block> targets = new ArrayList<>();
                for (var t : s.targets()) {
                    targets.add(edge(function, headers, t, s.pos()));
                }
                var otherwise = edge(function, headers, s.otherwise(), s.pos());
                yield new Terminator.Switch(s.key(), s.keys(), targets, otherwise, s.pos());
            }
            case Terminator.Jump _,
                    Terminator.Return _,
                    Terminator.Throw _,
                    Terminator.Unreachable _ ->
                    end;
        };
    }

    private static Block edge(IrFunction function, BitSet headers, Block to, int pos) {
        if (!headers.get(to.index())) {
            return to;
        }
        var between = function.newBlock();
        between.setTerminator(new Terminator.Jump(to, pos));
        return between;
    }
}
