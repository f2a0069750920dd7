package org.gorrery.compiler.ir;

import java.util.ArrayList;
import java.util.List;

/// Gives each edge that goes back a block of its own that ends with a jump: there a poll can stand.
public final class BackEdges {
    private BackEdges() {}

    /// Splits the edges of `function` that need it.
    public static void split(IrFunction function) {
        var cfg = new Cfg(function);
        for (var block : cfg.order()) {
            var end = block.terminator();
            if (!(end instanceof Terminator.Jump)) {
                block.setTerminator(redirected(function, cfg, block, end));
            }
        }
    }

    private static Terminator redirected(
            IrFunction function, Cfg cfg, Block block, Terminator end) {
        return switch (end) {
            case Terminator.Branch b ->
                    new Terminator.Branch(
                            b.condition(),
                            edge(function, cfg, block, b.yes(), b.pos()),
                            edge(function, cfg, block, b.no(), b.pos()),
                            b.pos());
            case Terminator.Switch s -> {
                List<Block> targets = new ArrayList<>();
                for (var t : s.targets()) {
                    targets.add(edge(function, cfg, block, t, s.pos()));
                }
                var otherwise = edge(function, cfg, block, s.otherwise(), s.pos());
                yield new Terminator.Switch(s.key(), s.keys(), targets, otherwise, s.pos());
            }
            case Terminator.Jump _,
                    Terminator.Return _,
                    Terminator.Throw _,
                    Terminator.Unreachable _ ->
                    end;
        };
    }

    private static Block edge(IrFunction function, Cfg cfg, Block from, Block to, int pos) {
        if (!cfg.isBackEdge(from, to)) {
            return to;
        }
        var between = function.newBlock();
        between.setTerminator(new Terminator.Jump(to, pos));
        return between;
    }
}
