package org.gorrery.compiler.ir;

import java.util.Arrays;

/// The dominator tree of a function's blocks.
///
/// Source: Cooper, Harvey, Kennedy, "A Simple, Fast Dominance Algorithm": each block's immediate dominator is the common ancestor of
/// its predecessors', until nothing changes.
public final class Dominators {
    private final Cfg cfg;
    private final int[] immediate;

    /// Solves for `cfg`. A recovered block counts as another root.
    public Dominators(Cfg cfg) {
        this.cfg = cfg;
        int n = cfg.order().size();
        this.immediate = new int[n];
        Arrays.fill(immediate, -1);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int b = 0; b < n; b++) {
                int found = solve(b);
                if (found != immediate[b]) {
                    immediate[b] = found;
                    changed = true;
                }
            }
        }
    }

    /// Roots are their own dominators.
    private int solve(int b) {
        var block = cfg.order().get(b);
        if (b == 0 || block == cfg.function().recovered()) {
            return b;
        }
        int found = -1;
        for (var p : cfg.predecessors(block)) {
            int i = cfg.number(p);
            if (immediate[i] >= 0) {
                found = found < 0 ? i : meet(found, i);
            }
        }
        return found < 0 ? b : found;
    }

    private int meet(int a, int b) {
        int x = a;
        int y = b;
        while (x != y) {
            int above = x > y ? immediate[x] : immediate[y];
            if (above == Math.max(x, y)) {
                return 0; // two roots: only the function as a whole dominates both
            }
            if (x > y) {
                x = above;
            } else {
                y = above;
            }
        }
        return x;
    }

    /// Whether every way to `below` goes through `above`.
    public boolean dominates(Block above, Block below) {
        int a = cfg.number(above);
        int b = cfg.number(below);
        while (b > a) {
            if (immediate[b] == b) {
                return false;
            }
            b = immediate[b];
        }
        return a == b;
    }

    /// The immediate dominator; the block itself for a root.
    public Block immediate(Block block) {
        return cfg.order().get(immediate[cfg.number(block)]);
    }
}
