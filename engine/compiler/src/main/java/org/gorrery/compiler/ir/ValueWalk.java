package org.gorrery.compiler.ir;

import java.util.function.Consumer;

/// Visits the expression trees of statements and terminators.
public final class ValueWalk {
    private ValueWalk() {}

    /// The trees a statement evaluates, in order.
    public static void roots(Statement statement, Consumer<Value> each) {
        switch (statement) {
            case Statement.Set s -> each.accept(s.value());
            case Statement.Eval e -> each.accept(e.value());
            case Statement.Store s -> {
                each.accept(s.address());
                each.accept(s.value());
            }
            case Statement.Copy c -> {
                each.accept(c.from());
                each.accept(c.to());
                each.accept(c.bytes());
            }
            case Statement.Clear c -> {
                each.accept(c.at());
                each.accept(c.bytes());
            }
            case Statement.Call c -> {
                switch (c.callee()) {
                    case Callee.Closure f -> each.accept(f.closure());
                    case Callee.Interface f -> {
                        each.accept(f.itab());
                        each.accept(f.data());
                    }
                    case Callee.Direct _, Callee.Runtime _ -> {}
                }
                c.args().forEach(each);
            }
        }
    }

    /// The trees a terminator evaluates, in order.
    public static void roots(Terminator end, Consumer<Value> each) {
        switch (end) {
            case Terminator.Branch b -> each.accept(b.condition());
            case Terminator.Switch s -> each.accept(s.key());
            case Terminator.Return r -> r.values().forEach(each);
            case Terminator.Throw t -> t.args().forEach(each);
            case Terminator.Jump _, Terminator.Unreachable _ -> {}
        }
    }

    /// The direct operands of a value, in order of evaluation.
    public static void operands(Value value, Consumer<Value> each) {
        switch (value) {
            case Value.Load l -> each.accept(l.address());
            case Value.Unary u -> each.accept(u.x());
            case Value.Binary b -> {
                each.accept(b.x());
                each.accept(b.y());
            }
            case Value.Choose c -> {
                each.accept(c.condition());
                each.accept(c.x());
                each.accept(c.y());
            }
            case Value.NilChecked n -> each.accept(n.pointer());
            case Value.HeaderChecked h -> {
                each.accept(h.pointer());
                each.accept(h.length());
            }
            case Value.IndexChecked i -> {
                each.accept(i.index());
                each.accept(i.length());
            }
            case Value.NonZero n -> each.accept(n.divisor());
            case Value.IntConst _,
                    Value.LongConst _,
                    Value.FloatConst _,
                    Value.DoubleConst _,
                    Value.Address _,
                    Value.FrameAddress _,
                    Value.Read _ -> {}
        }
    }

    /// Visits a tree, root first.
    public static void all(Value value, Consumer<Value> each) {
        each.accept(value);
        switch (value) {
            case Value.Load l -> all(l.address(), each);
            case Value.Unary u -> all(u.x(), each);
            case Value.Binary b -> {
                all(b.x(), each);
                all(b.y(), each);
            }
            case Value.Choose c -> {
                all(c.condition(), each);
                all(c.x(), each);
                all(c.y(), each);
            }
            case Value.NilChecked n -> all(n.pointer(), each);
            case Value.HeaderChecked h -> {
                all(h.pointer(), each);
                all(h.length(), each);
            }
            case Value.IndexChecked i -> {
                all(i.index(), each);
                all(i.length(), each);
            }
            case Value.NonZero n -> all(n.divisor(), each);
            case Value.IntConst _,
                    Value.LongConst _,
                    Value.FloatConst _,
                    Value.DoubleConst _,
                    Value.Address _,
                    Value.FrameAddress _,
                    Value.Read _ -> {}
        }
    }

    /// The locals a statement reads.
    public static void reads(Statement statement, Consumer<Local> each) {
        switch (statement) {
            case Statement.Set s -> reads(s.value(), each);
            case Statement.Eval e -> reads(e.value(), each);
            case Statement.Store _, Statement.Copy _, Statement.Clear _, Statement.Call _ ->
                    roots(statement, v -> reads(v, each));
        }
    }

    /// The locals a terminator reads.
    public static void reads(Terminator end, Consumer<Local> each) {
        switch (end) {
            case Terminator.Branch b -> reads(b.condition(), each);
            case Terminator.Jump _, Terminator.Unreachable _ -> {}
            case Terminator.Switch _, Terminator.Return _, Terminator.Throw _ ->
                    roots(end, v -> reads(v, each));
        }
    }

    /// The locals a tree reads. Written out, since it runs for every statement several times before the JVM has compiled it.
    public static void reads(Value value, Consumer<Local> each) {
        switch (value) {
            case Value.Read r -> each.accept(r.local());
            case Value.Load l -> reads(l.address(), each);
            case Value.Unary u -> reads(u.x(), each);
            case Value.Binary b -> {
                reads(b.x(), each);
                reads(b.y(), each);
            }
            case Value.Choose c -> {
                reads(c.condition(), each);
                reads(c.x(), each);
                reads(c.y(), each);
            }
            case Value.NilChecked n -> reads(n.pointer(), each);
            case Value.HeaderChecked h -> {
                reads(h.pointer(), each);
                reads(h.length(), each);
            }
            case Value.IndexChecked i -> {
                reads(i.index(), each);
                reads(i.length(), each);
            }
            case Value.NonZero n -> reads(n.divisor(), each);
            case Value.IntConst _,
                    Value.LongConst _,
                    Value.FloatConst _,
                    Value.DoubleConst _,
                    Value.Address _,
                    Value.FrameAddress _ -> {}
        }
    }

    /// Whether some check of the tree is evaluated on one of two ways only.
    public static boolean hasConditionalFault(Value value) {
        boolean[] found = new boolean[1];
        all(
                value,
                v ->
                        found[0] |=
                                v instanceof Value.Choose c
                                        && (mayFault(c.x()) || mayFault(c.y())));
        return found[0];
    }

    /// Whether some value of the tree is a check that may panic.
    public static boolean mayFault(Value value) {
        return switch (value) {
            case Value.NilChecked _, Value.HeaderChecked _, Value.IndexChecked _, Value.NonZero _ ->
                    true;
            case Value.Load l -> mayFault(l.address());
            case Value.Unary u -> mayFault(u.x());
            case Value.Binary b -> mayFault(b.x()) || mayFault(b.y());
            case Value.Choose c -> mayFault(c.condition()) || mayFault(c.x()) || mayFault(c.y());
            case Value.IntConst _,
                    Value.LongConst _,
                    Value.FloatConst _,
                    Value.DoubleConst _,
                    Value.Address _,
                    Value.FrameAddress _,
                    Value.Read _ ->
                    false;
        };
    }
}
