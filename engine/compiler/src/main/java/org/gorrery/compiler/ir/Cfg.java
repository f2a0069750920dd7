package org.gorrery.compiler.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;

/// The flow of control of a function: reachable blocks, their order, predecessors, and the edges that go back.
///
/// The recovered block of a function with defer counts as reachable; no edge leads to it here.
public final class Cfg {
    private final IrFunction function;
    private final List<Block> postorder = new ArrayList<>();
    private final List<Block> order;
    private final BitSet reachable = new BitSet();
    private final List<List<Block>> predecessors = new ArrayList<>();
    private final List<List<Block>> successors = new ArrayList<>();
    private final int[] number;

    /// Walks the blocks of `function`.
    public Cfg(IrFunction function) {
        this.function = function;
        int n = function.blocks().size();
        this.number = new int[n];
        for (int i = 0; i < n; i++) {
            predecessors.add(new ArrayList<>());
            successors.add(List.of());
        }
        var recovered = function.recovered();
        if (recovered != null) {
            walk(recovered);
        }
        walk(function.blocks().getFirst());
        var reversed = new ArrayList<>(postorder);
        Collections.reverse(reversed);
        this.order = List.copyOf(reversed);
        for (int i = 0; i < order.size(); i++) {
            number[order.get(i).index()] = i;
        }
        for (var block : order) {
            for (var s : successors(block)) {
                predecessors.get(s.index()).add(block);
            }
        }
    }

    private record Visit(Block block, List<Block> successors, int[] next) {}

    private void walk(Block from) {
        if (reachable.get(from.index())) {
            return;
        }
        Deque<Visit> stack = new ArrayDeque<>();
        stack.push(visit(from));
        while (!stack.isEmpty()) {
            var top = stack.peek();
            if (top.next[0] == top.successors.size()) {
                postorder.add(top.block);
                stack.pop();
                continue;
            }
            // last successor first, so that the first comes right behind its block in reverse
            // postorder
            var to = top.successors.get(top.successors.size() - 1 - top.next[0]++);
            if (!reachable.get(to.index())) {
                stack.push(visit(to));
            }
        }
    }

    private Visit visit(Block block) {
        reachable.set(block.index());
        var next = distinct(block.terminator());
        successors.set(block.index(), next);
        return new Visit(block, next, new int[1]);
    }

    /// The function.
    public IrFunction function() {
        return function;
    }

    /// Reachable blocks in reverse postorder: the entry first (but for a recovered block's own ones, which come last).
    public List<Block> order() {
        return order;
    }

    /// Reachable blocks in postorder.
    public List<Block> postorder() {
        return postorder;
    }

    /// Place of a reachable block in [#order].
    public int number(Block block) {
        return number[block.index()];
    }

    /// Whether control can come to the block.
    public boolean isReachable(Block block) {
        return reachable.get(block.index());
    }

    /// Where control comes from, one entry per block and edge.
    public List<Block> predecessors(Block block) {
        return predecessors.get(block.index());
    }

    /// Whether the edge goes back in [#order]: every cycle has such an edge.
    public boolean isBackEdge(Block from, Block to) {
        return number(to) <= number(from);
    }

    /// Whether any edge goes back.
    boolean goesBack() {
        for (var block : order) {
            for (var to : successors(block)) {
                if (isBackEdge(block, to)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The blocks that a reachable block led to when the graph was made, each once.
    public List<Block> successors(Block block) {
        return successors.get(block.index());
    }

    private static List<Block> distinct(Terminator end) {
        return switch (end) {
            case Terminator.Jump j -> List.of(j.target());
            case Terminator.Branch b ->
                    b.yes() == b.no() ? List.of(b.yes()) : List.of(b.yes(), b.no());
            case Terminator.Switch _ -> {
                var list = new LinkedHashSet<Block>();
                targets(end, list::add);
                yield List.copyOf(list);
            }
            case Terminator.Return _, Terminator.Throw _, Terminator.Unreachable _ -> List.of();
        };
    }

    /// The blocks a terminator names.
    public static void targets(Terminator end, Consumer<Block> each) {
        switch (end) {
            case Terminator.Jump j -> each.accept(j.target());
            case Terminator.Branch b -> {
                each.accept(b.yes());
                each.accept(b.no());
            }
            case Terminator.Switch s -> {
                s.targets().forEach(each);
                each.accept(s.otherwise());
            }
            case Terminator.Return _, Terminator.Throw _, Terminator.Unreachable _ -> {}
        }
    }
}
