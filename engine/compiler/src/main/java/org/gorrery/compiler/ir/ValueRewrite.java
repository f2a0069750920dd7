package org.gorrery.compiler.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Rebuilds expression trees, operands first. Trees that do not change stay the same objects.
@SuppressWarnings("ReferenceEquality") // unchanged operands are recognised by identity
public final class ValueRewrite {
    private ValueRewrite() {}

    /// `value` with `change` applied to each of its nodes, leaves first.
    public static Value apply(Value value, UnaryOperator<Value> change) {
        return change.apply(operands(value, change));
    }

    private static Value operands(Value value, UnaryOperator<Value> f) {
        return switch (value) {
            case Value.Load l -> {
                var a = apply(l.address(), f);
                yield a == l.address() ? l : new Value.Load(l.kind(), a, l.offset());
            }
            case Value.Unary u -> {
                var x = apply(u.x(), f);
                yield x == u.x() ? u : new Value.Unary(u.op(), x);
            }
            case Value.Binary b -> {
                var x = apply(b.x(), f);
                var y = apply(b.y(), f);
                yield x == b.x() && y == b.y() ? b : new Value.Binary(b.op(), x, y);
            }
            case Value.Choose c -> {
                var k = apply(c.condition(), f);
                var x = apply(c.x(), f);
                var y = apply(c.y(), f);
                yield k == c.condition() && x == c.x() && y == c.y()
                        ? c
                        : new Value.Choose(k, x, y);
            }
            case Value.NilChecked n -> {
                var p = apply(n.pointer(), f);
                yield p == n.pointer() ? n : new Value.NilChecked(p, n.pos());
            }
            case Value.HeaderChecked h -> {
                var p = apply(h.pointer(), f);
                var n = apply(h.length(), f);
                yield p == h.pointer() && n == h.length()
                        ? h
                        : new Value.HeaderChecked(p, n, h.log2Bytes(), h.pos());
            }
            case Value.IndexChecked i -> {
                var x = apply(i.index(), f);
                var n = apply(i.length(), f);
                yield x == i.index() && n == i.length()
                        ? i
                        : new Value.IndexChecked(x, n, i.unsigned(), i.pos());
            }
            case Value.NonZero n -> {
                var x = apply(n.divisor(), f);
                yield x == n.divisor() ? n : new Value.NonZero(x, n.pos());
            }
            case Value.IntConst _,
                    Value.LongConst _,
                    Value.FloatConst _,
                    Value.DoubleConst _,
                    Value.Address _,
                    Value.FrameAddress _,
                    Value.Read _ ->
                    value;
        };
    }

    /// A statement with its trees changed.
    public static Statement apply(Statement statement, UnaryOperator<Value> f) {
        return switch (statement) {
            case Statement.Set s -> {
                var v = apply(s.value(), f);
                yield v == s.value() ? s : new Statement.Set(s.local(), v, s.pos());
            }
            case Statement.Eval e -> {
                var v = apply(e.value(), f);
                yield v == e.value() ? e : new Statement.Eval(v, e.pos());
            }
            case Statement.Store s ->
                    new Statement.Store(
                            s.kind(),
                            apply(s.address(), f),
                            s.offset(),
                            apply(s.value(), f),
                            s.pos());
            case Statement.Copy c -> {
                var from = apply(c.from(), f);
                var to = apply(c.to(), f);
                var bytes = apply(c.bytes(), f);
                yield new Statement.Copy(to, from, bytes, c.hasPointers(), c.pos());
            }
            case Statement.Clear c ->
                    new Statement.Clear(
                            apply(c.at(), f), apply(c.bytes(), f), c.hasPointers(), c.pos());
            case Statement.Call c -> {
                var callee =
                        switch (c.callee()) {
                            case Callee.Closure k ->
                                    new Callee.Closure(apply(k.closure(), f), k.shape());
                            case Callee.Interface k ->
                                    new Callee.Interface(
                                            k.iface(),
                                            k.method(),
                                            apply(k.itab(), f),
                                            apply(k.data(), f),
                                            k.shape());
                            case Callee.Direct k -> k;
                            case Callee.Runtime k -> k;
                        };
                yield new Statement.Call(callee, all(c.args(), f), c.results(), c.pos());
            }
        };
    }

    /// A terminator with its trees changed.
    public static Terminator apply(Terminator end, UnaryOperator<Value> f) {
        return switch (end) {
            case Terminator.Branch b -> {
                var v = apply(b.condition(), f);
                yield v == b.condition() ? b : new Terminator.Branch(v, b.yes(), b.no(), b.pos());
            }
            case Terminator.Switch s -> {
                var v = apply(s.key(), f);
                yield v == s.key()
                        ? s
                        : new Terminator.Switch(v, s.keys(), s.targets(), s.otherwise(), s.pos());
            }
            case Terminator.Return r -> new Terminator.Return(all(r.values(), f), r.pos());
            case Terminator.Throw t -> new Terminator.Throw(t.entry(), all(t.args(), f), t.pos());
            case Terminator.Jump j -> j;
            case Terminator.Unreachable u -> u;
        };
    }

    private static List<Value> all(List<Value> values, UnaryOperator<Value> f) {
        var list = new ArrayList<Value>(values.size());
        values.forEach(v -> list.add(apply(v, f)));
        return list;
    }
}
