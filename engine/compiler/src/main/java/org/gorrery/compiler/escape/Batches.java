package org.gorrery.compiler.escape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.ir.Callee;
import org.gorrery.compiler.ir.IrFunction;
import org.gorrery.compiler.ir.Statement;
import org.gorrery.compiler.ir.Symbol;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.ValueWalk;

/// The order in which functions are analysed: what is called before what calls it; those that call each other, and closures with the
/// function that makes them, together.
///
/// A call through an interface asks that its targets come before it too, as far as that makes no further cycles.
///
/// Source: Tarjan, "Depth-First Search and Linear Graph Algorithms", without recursion.
final class Batches {
    private final Map<IrFunction, List<IrFunction>> uses = new IdentityHashMap<>();
    private final Map<IrFunction, Integer> wishes = new IdentityHashMap<>();
    private final Map<IrFunction, int[]> numbers = new IdentityHashMap<>();
    private final List<List<IrFunction>> found = new ArrayList<>();
    private final List<IrFunction> pending = new ArrayList<>();
    private int count;

    private Batches() {}

    /// The batches of these functions, natives left out.
    static List<List<IrFunction>> of(List<IrFunction> functions, DynamicTargets methods) {
        var b = new Batches();
        var compiled = functions.stream().filter(f -> f.nativeOwner() == null).toList();
        compiled.forEach(f -> b.uses.put(f, new ArrayList<>()));
        compiled.forEach(f -> b.collectWishes(f, methods));
        compiled.forEach(b::collect);
        for (var f : compiled) {
            if (!b.numbers.containsKey(f)) {
                b.visit(f);
            }
        }
        return b.found;
    }

    private void collectWishes(IrFunction f, DynamicTargets methods) {
        for (var block : f.blocks()) {
            for (var s : block.statements()) {
                if (s instanceof Statement.Call c && c.callee() instanceof Callee.Interface i) {
                    methods.of(i).forEach(to -> use(f, to));
                }
            }
        }
        wishes.put(f, java.util.Objects.requireNonNull(uses.get(f)).size());
    }

    private void collect(IrFunction f) {
        for (var block : f.blocks()) {
            for (var s : block.statements()) {
                if (s instanceof Statement.Call c && c.callee() instanceof Callee.Direct d) {
                    use(f, d.function());
                }
                ValueWalk.roots(s, v -> mentions(f, v));
            }
        }
    }

    private void mentions(IrFunction f, Value value) {
        if (value instanceof Value.Address a) {
            switch (a.symbol()) {
                case Symbol.FuncValue v -> use(f, v.function());
                case Symbol.Thunk t -> {
                    use(f, t.function());
                    use(t.function(), f);
                }
                default -> {}
            }
        }
    }

    private void use(IrFunction from, IrFunction to) {
        var list = uses.get(from);
        if (list != null && uses.containsKey(to)) {
            list.add(to);
        }
    }

    /// A function under way: its number, the least number it reaches, and which use comes next.
    private record Visit(IrFunction function, int[] state) {}

    private void visit(IrFunction root) {
        Deque<Visit> stack = new ArrayDeque<>();
        stack.push(enter(root));
        while (!stack.isEmpty()) {
            var top = stack.peek();
            var list = uses.get(top.function());
            int[] state = top.state();
            if (list != null && state[2] < list.size()) {
                boolean wish = state[2] < wishes.getOrDefault(top.function(), 0);
                var to = list.get(state[2]++);
                var other = numbers.get(to);
                if (other == null) {
                    stack.push(enter(to));
                } else if (other[3] == 0 && !wish) {
                    state[1] = Math.min(state[1], other[0]);
                }
                continue;
            }
            stack.pop();
            if (!stack.isEmpty()) {
                int[] below = stack.peek().state();
                below[1] = Math.min(below[1], state[1]);
            }
            if (state[0] == state[1]) {
                finish(top.function());
            }
        }
    }

    private Visit enter(IrFunction f) {
        int[] state = {count, count, 0, 0};
        count++;
        numbers.put(f, state);
        pending.add(f);
        return new Visit(f, state);
    }

    @SuppressWarnings("ReferenceEquality") // a function is itself
    private void finish(IrFunction f) {
        var batch = new ArrayList<IrFunction>();
        IrFunction member;
        do {
            member = pending.removeLast();
            java.util.Objects.requireNonNull(numbers.get(member))[3] = 1;
            batch.add(member);
        } while (member != f);
        found.add(batch);
    }
}
