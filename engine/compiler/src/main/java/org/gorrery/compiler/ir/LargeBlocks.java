package org.gorrery.compiler.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/// Cuts what would be too large for a piece of a split function: large expressions, long blocks, and switches with thousands of cases.
/// All returns become one.
public final class LargeBlocks {
    private static final int CASES = 1000;

    private final IrFunction f;
    private final ToIntFunction<Statement> weight;
    private final int limit;

    private LargeBlocks(IrFunction f, ToIntFunction<Statement> weight, int limit) {
        this.f = f;
        this.weight = weight;
        this.limit = limit;
    }

    /// Cuts the blocks of `f` so that none weighs more than `limit`, as far as a single statement does not.
    ///
    /// @param node weight of a value without its operands
    /// @return the only block that returns
    public static Block cut(
            IrFunction f, ToIntFunction<Statement> weight, ToIntFunction<Value> node, int limit) {
        var pass = new LargeBlocks(f, weight, limit);
        var exit = pass.oneExit();
        var values = new LargeValues(f, node, limit / 2);
        f.blocks().forEach(values::cut);
        for (var block : List.copyOf(f.blocks())) {
            pass.cutSwitch(block);
            pass.cutBlock(block);
        }
        return exit;
    }

    private Block oneExit() {
        var results = new ArrayList<Local>();
        f.shape().results().forEach(w -> results.add(f.newLocal(w, "")));
        var exit = f.newBlock();
        int pos = f.pos();
        for (var block : f.blocks()) {
            if (block.terminator() instanceof Terminator.Return r) {
                pos = r.pos();
                for (int i = 0; i < results.size(); i++) {
                    block.statements()
                            .add(new Statement.Set(results.get(i), r.values().get(i), r.pos()));
                }
                block.setTerminator(new Terminator.Jump(exit, r.pos()));
            }
        }
        List<Value> values = new ArrayList<>();
        results.forEach(l -> values.add(new Value.Read(l)));
        exit.setTerminator(new Terminator.Return(values, pos));
        return exit;
    }

    private void cutBlock(Block block) {
        var at = block;
        int total = 0;
        var all = List.copyOf(block.statements());
        for (int i = 0; i < all.size(); i++) {
            int w = weight.applyAsInt(all.get(i));
            if (total > 0 && total + w > limit) {
                var rest = f.newBlock();
                rest.statements().addAll(all.subList(i, all.size()));
                rest.setTerminator(at.terminator());
                at.statements()
                        .subList(at.statements().size() - (all.size() - i), at.statements().size())
                        .clear();
                at.setTerminator(new Terminator.Jump(rest, all.get(i).pos()));
                at = rest;
                total = 0;
            }
            total += w;
        }
    }

    private void cutSwitch(Block block) {
        if (block.terminator() instanceof Terminator.Switch s && s.keys().length > CASES) {
            var key = f.newLocal(Word.I, "");
            block.statements().add(new Statement.Set(key, s.key(), s.pos()));
            Integer[] order = new Integer[s.keys().length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> Integer.compare(s.keys()[a], s.keys()[b]));
            block.setTerminator(new Terminator.Jump(part(s, key, order), s.pos()));
        }
    }

    private Block part(Terminator.Switch s, Local key, Integer[] order) {
        var block = f.newBlock();
        var read = new Value.Read(key);
        if (order.length <= CASES) {
            int[] keys = Arrays.stream(order).mapToInt(i -> s.keys()[i]).toArray();
            var targets = Arrays.stream(order).map(i -> s.targets().get(i)).toList();
            block.setTerminator(new Terminator.Switch(read, keys, targets, s.otherwise(), s.pos()));
            return block;
        }
        int mid = order.length / 2;
        var low = part(s, key, Arrays.copyOfRange(order, 0, mid));
        var high = part(s, key, Arrays.copyOfRange(order, mid, order.length));
        var less = new Value.Binary(BinaryOp.LT, read, new Value.IntConst(s.keys()[order[mid]]));
        block.setTerminator(new Terminator.Branch(less, low, high, s.pos()));
        return block;
    }
}
