package org.gorrery.compiler.ir;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Takes out of a straight counting loop that only reads what is the same in each turn: `a[i]` in `for k := range n { s += a[i][k] }`, its
/// loads and checks. The JVM leaves loads of raw memory where they are.
///
/// A statement goes only if the loop writes no memory and nothing that may fault stands before it and stays: then the first turn would
/// have come to it with the same values and the same panic. What another goroutine writes meanwhile is seen at the next strip.
final class Invariants {
    private final IrFunction f;
    private final Loops.Loop loop;
    private final BitSet assigned = new BitSet();
    private final BitSet again = new BitSet();

    private Invariants(Loops.Loop loop) {
        this.f = loop.function();
        this.loop = loop;
    }

    /// Removes the statements from a loop and gives them, in order. They may be put where the loop is sure to run a turn.
    ///
    /// @param first the block behind the loop's test; looked at up to the first branch or the latch
    static List<Statement> takeFrom(Loops.Loop loop, Block first) {
        return new Invariants(loop).take(first);
    }

    private List<Statement> take(Block first) {
        var taken = new ArrayList<Statement>();
        if (writes()) {
            return taken;
        }
        var read = new BitSet();
        for (var block = first; ; ) {
            var each = block.statements().iterator();
            while (each.hasNext()) {
                var s = each.next();
                if (s instanceof Statement.Set set && isInvariant(set, read)) {
                    each.remove();
                    taken.add(s);
                    assigned.clear(set.local().index());
                    continue;
                }
                if (mayFault(s)) {
                    return taken;
                }
                ValueWalk.reads(s, l -> read.set(l.index()));
            }
            if (loop.latches().contains(block)
                    || !(block.terminator() instanceof Terminator.Jump next)) {
                return taken;
            }
            block = next.target();
        }
    }

    /// Notes what the loop assigns; whether it writes memory or calls.
    private boolean writes() {
        boolean[] writes = {false};
        loop.blocks().stream()
                .mapToObj(i -> f.blocks().get(i))
                .forEach(b -> {
                    for (var s : b.statements()) {
                        writes[0] |= !(s instanceof Statement.Set || s instanceof Statement.Eval);
                        Liveness.definitions(s, this::note);
                    }
                });
        return writes[0];
    }

    private void note(Local l) {
        (assigned.get(l.index()) ? again : assigned).set(l.index());
    }

    /// @param read the locals that statements before this one read: in a later turn they would find its value
    private boolean isInvariant(Statement.Set set, BitSet read) {
        int target = set.local().index();
        boolean[] fine = {!again.get(target) && !read.get(target)};
        boolean[] worth = {false};
        ValueWalk.all(
                set.value(),
                v -> {
                    if (v instanceof Value.Read r) {
                        fine[0] &= !assigned.get(r.local().index());
                    }
                    worth[0] |= !(v instanceof Value.Read);
                });
        return fine[0] && worth[0];
    }

    private static boolean mayFault(Statement s) {
        boolean[] faults = {false};
        ValueWalk.roots(s, v -> faults[0] |= ValueWalk.mayFault(v));
        return faults[0];
    }
}
