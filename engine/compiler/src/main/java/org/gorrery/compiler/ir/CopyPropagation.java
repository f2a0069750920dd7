package org.gorrery.compiler.ir;

import java.util.HashMap;
import java.util.Map;

/// Replaces reads of a local that is only ever a copy of another by reads of that one, where the other has one value for the whole
/// call: an unassigned parameter, or a local assigned once outside of all loops.
///
/// `range` evaluates what it ranges over into locals of its own; this makes their lengths the same local again.
public final class CopyPropagation {
    private final int[] definitions;
    private final boolean[] inLoop;
    private final Map<Local, Value> copies = new HashMap<>();

    private CopyPropagation(IrFunction f, Cfg cfg, Loops loops) {
        this.definitions = new int[f.locals().size()];
        this.inLoop = new boolean[f.locals().size()];
        f.params().forEach(p -> definitions[p.index()]++);
        var closure = f.closureParam();
        if (closure != null) {
            definitions[closure.index()]++;
        }
        var live = new Liveness(cfg).in(f.blocks().getFirst());
        for (var block : cfg.order()) {
            boolean looped = loops.all().stream().anyMatch(l -> l.contains(block));
            for (var s : block.statements()) {
                Liveness.definitions(
                        s,
                        l -> {
                            definitions[l.index()]++;
                            inLoop[l.index()] |= looped;
                        });
            }
        }
        // what may be read before it is assigned also has the value zero
        f.locals().stream()
                .filter(l -> live.get(l.index()) && !f.params().contains(l))
                .forEach(l -> definitions[l.index()]++);
        for (var block : cfg.order()) {
            block.statements().forEach(this::note);
        }
    }

    /// A checked pointer is a copy too: its check stays where it was.
    private void note(Statement s) {
        if (s instanceof Statement.Set set
                && unchecked(set.value()) instanceof Value.Read r
                && r.word() == set.local().word()
                && definitions[set.local().index()] == 1
                && definitions[r.local().index()] == 1
                && !inLoop[r.local().index()]) {
            copies.put(set.local(), r);
        }
    }

    private static Value unchecked(Value v) {
        return v instanceof Value.NilChecked n ? n.pointer() : v;
    }

    /// Runs the pass; not for functions with defer, whose variables are read in the handler.
    public static void run(IrFunction f) {
        if (f.recovered() != null) {
            return;
        }
        var cfg = new Cfg(f);
        var pass = new CopyPropagation(f, cfg, new Loops(cfg));
        if (pass.copies.isEmpty()) {
            return;
        }
        for (var block : cfg.order()) {
            block.statements().replaceAll(s -> ValueRewrite.apply(s, pass::replaced));
            block.setTerminator(ValueRewrite.apply(block.terminator(), pass::replaced));
        }
    }

    private Value replaced(Value v) {
        Value current = v;
        while (current instanceof Value.Read r && copies.containsKey(r.local())) {
            current = copies.get(r.local());
        }
        return current;
    }
}
