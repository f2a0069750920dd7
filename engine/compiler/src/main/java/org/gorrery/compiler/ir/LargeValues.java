package org.gorrery.compiler.ir;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/// Cuts expression trees that would be too large for a JVM method: parts of them go to locals that are set before.
///
/// What is evaluated before a part, and may fault, goes before it still, so that the first fault stays the first.
final class LargeValues {
    private final IrFunction f;
    private final ToIntFunction<Value> weight;
    private final int limit;
    private final Map<Value, Integer> known = new IdentityHashMap<>();
    private final List<Statement> before = new ArrayList<>();
    private int pos;

    /// @param weight of one node, without its operands
    /// @param limit what a tree may weigh
    LargeValues(IrFunction f, ToIntFunction<Value> weight, int limit) {
        this.f = f;
        this.weight = weight;
        this.limit = limit;
    }

    /// Cuts the trees of a block.
    void cut(Block block) {
        var all = List.copyOf(block.statements());
        block.statements().clear();
        for (var s : all) {
            pos = s.pos();
            var parts = parts(each -> ValueWalk.roots(s, each));
            var smaller =
                    parts.isEmpty() ? s : ValueRewrite.apply(s, v -> parts.getOrDefault(v, v));
            block.statements().addAll(before);
            before.clear();
            block.statements().add(smaller);
        }
        var end = block.terminator();
        var parts = parts(each -> ValueWalk.roots(end, each));
        if (!parts.isEmpty()) {
            block.setTerminator(ValueRewrite.apply(end, v -> parts.getOrDefault(v, v)));
            block.statements().addAll(before);
            before.clear();
        }
    }

    private Map<Value, Value> parts(Consumer<Consumer<Value>> operands) {
        List<Value> values = new ArrayList<>();
        operands.accept(values::add);
        var changed = new IdentityHashMap<Value, Value>();
        int last = values.size() - 1;
        while (last >= 0 && total(values.get(last)) <= limit) {
            last--;
        }
        for (int i = 0; i <= last; i++) {
            var v = values.get(i);
            if (!isLeaf(v)) {
                changed.put(v, i < last ? local(smaller(v)) : smaller(v));
            }
        }
        return changed;
    }

    /// A tree within the limit that yields the same, given what was added before.
    private Value smaller(Value v) {
        if (total(v) <= limit || v instanceof Value.Choose) {
            return v; // both sides of a choice are cheap
        }
        var parts = parts(each -> ValueWalk.operands(v, each));
        var out = replaced(v, parts);
        if (total(out) <= limit) {
            return out;
        }
        var locals = new IdentityHashMap<Value, Value>();
        ValueWalk.operands(
                out,
                x -> {
                    if (!isLeaf(x)) {
                        locals.put(x, local(x));
                    }
                });
        return replaced(out, locals);
    }

    private static Value replaced(Value v, Map<Value, Value> operands) {
        return switch (v) {
            case Value.Load l -> new Value.Load(l.kind(), in(operands, l.address()), l.offset());
            case Value.Unary u -> new Value.Unary(u.op(), in(operands, u.x()));
            case Value.Binary b ->
                    new Value.Binary(b.op(), in(operands, b.x()), in(operands, b.y()));
            case Value.NilChecked n -> new Value.NilChecked(in(operands, n.pointer()), n.pos());
            case Value.HeaderChecked h ->
                    new Value.HeaderChecked(
                            in(operands, h.pointer()),
                            in(operands, h.length()),
                            h.log2Bytes(),
                            h.pos());
            case Value.IndexChecked i ->
                    new Value.IndexChecked(
                            in(operands, i.index()),
                            in(operands, i.length()),
                            i.unsigned(),
                            i.pos());
            case Value.NonZero n -> new Value.NonZero(in(operands, n.divisor()), n.pos());
            case Value.Choose _,
                    Value.IntConst _,
                    Value.LongConst _,
                    Value.FloatConst _,
                    Value.DoubleConst _,
                    Value.Address _,
                    Value.FrameAddress _,
                    Value.Read _ ->
                    v;
        };
    }

    private static Value in(Map<Value, Value> operands, Value v) {
        return operands.getOrDefault(v, v);
    }

    private Value local(Value v) {
        if (isLeaf(v)) {
            return v;
        }
        var local = f.newLocal(v.word(), "");
        before.add(new Statement.Set(local, v, pos));
        return new Value.Read(local);
    }

    private static boolean isLeaf(Value v) {
        boolean[] leaf = {true};
        ValueWalk.operands(v, _ -> leaf[0] = false);
        return leaf[0];
    }

    private int total(Value v) {
        var had = known.get(v);
        if (had != null) {
            return had;
        }
        int[] sum = {weight.applyAsInt(v)};
        ValueWalk.operands(v, x -> sum[0] += total(x));
        known.put(v, sum[0]);
        return sum[0];
    }
}
