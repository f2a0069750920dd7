package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.Type;

/// The builtins append and copy.
final class Appends {
    private final Fn fn;
    private final Emitter e;
    private final Builtins builtins;

    Appends(Fn fn, Builtins builtins) {
        this.fn = fn;
        this.e = fn.e;
        this.builtins = builtins;
    }

    Rvalue append(Expr.Call c) {
        var type = fn.type(c);
        var slice = (SliceType) fn.expressions.coreOf(type);
        if (c.args().size() == 1
                && fn.type(c.args().getFirst()) instanceof org.gorrery.compiler.types.TupleType) {
            var all = fn.calls.spreadValues(c);
            var first = fn.conversions.assign(all.getFirst(), type);
            var more =
                    all.subList(1, all.size()).stream()
                            .map(v -> e.stable(fn.conversions.assign(v, slice.elem())))
                            .toList();
            return appendValues(c, type, slice, first, more);
        }
        if (c.args().size() == 1) {
            return base(c, type);
        }
        boolean baseLast = isBaseLast(c);
        if (baseLast) {
            fn.expressions.early().settleEarly(c.args().getFirst());
        }
        var early = baseLast ? null : base(c, type);
        var more =
                c.spread()
                        ? List.of(e.stable(fn.expressions.value(c.args().get(1))))
                        : elements(c.args().subList(1, c.args().size()), slice.elem());
        var base = early == null ? base(c, type) : early;
        return c.spread()
                ? appendAll(c, type, slice, base, more.getFirst())
                : appendValues(c, type, slice, base, more);
    }

    private List<Rvalue> elements(List<Expr> args, Type elem) {
        fn.expressions.early().settleComputed(args);
        var values = new ArrayList<Rvalue>();
        for (var x : args) {
            values.add(e.stable(fn.expressions.valueAs(x, elem)));
        }
        return values;
    }

    private Rvalue base(Expr.Call c, Type type) {
        return e.stable(fn.conversions.assign(fn.expressions.value(c.args().getFirst()), type));
    }

    /// Whether what is appended is evaluated first, as with gc: it makes a difference where both may panic.
    private boolean isBaseLast(Expr.Call c) {
        var args = c.args();
        boolean place =
                switch (Calls.unparen(args.getFirst())) {
                    case Expr.Selector s -> true;
                    case Expr.Index i -> true;
                    case Expr.Star s -> !(Calls.unparen(s.x()) instanceof Expr.Unary);
                    default -> false;
                };
        return place
                && Fault.in(args.getFirst(), fn)
                && args.subList(1, args.size()).stream().anyMatch(x -> Fault.in(x, fn))
                && args.stream().noneMatch(fn.expressions.early()::mayChangeState);
    }

    private Rvalue appendValues(
            Expr.Call c, Type type, SliceType slice, Rvalue base, List<Rvalue> values) {
        e.at(c.operatorPos());
        var length = base.word(1);
        var added = Emitter.longConst(values.size());
        var newLength = e.stable(Emitter.bin(BinaryOp.ADD, length, added));
        var grown = grow(slice.elem(), base, newLength, added);
        var place = fn.places.element(slice.elem(), grown.get(0), length);
        var at = e.stable(place.address());
        long size = fn.types.sizeof(slice.elem());
        for (int i = 0; i < values.size(); i++) {
            e.storeValue(values.get(i), at, place.offset() + i * size);
        }
        return Rvalue.ofWords(type, List.of(grown.get(0), newLength, grown.get(1)));
    }

    /// Pointer and capacity of a slice that holds at least `newLength` elements.
    private List<Value> grow(Type elem, Rvalue base, Value newLength, Value added) {
        var pointer = e.temp(Word.P);
        var cap = e.temp(Word.J);
        var slow = e.newBlock();
        var done = e.newBlock();
        e.set(pointer, base.word(0));
        e.set(cap, base.word(2));
        e.branch(Emitter.bin(BinaryOp.UGT, newLength, base.word(2)), slow, done);
        e.start(slow);
        var r =
                e.runtime(
                        Entry.GROWSLICE,
                        List.of(Word.P, Word.J),
                        fn.descriptor(elem),
                        base.word(0),
                        base.word(1),
                        base.word(2),
                        newLength,
                        added);
        e.set(pointer, new Value.Read(r.get(0)));
        e.set(cap, new Value.Read(r.get(1)));
        e.jump(done);
        e.start(done);
        return List.of(new Value.Read(pointer), new Value.Read(cap));
    }

    private Rvalue appendAll(Expr.Call c, Type type, SliceType slice, Rvalue base, Rvalue more) {
        if (more.type() == BasicType.UNTYPED_NIL) {
            return base;
        }
        e.at(c.operatorPos());
        var added = more.word(1);
        var newLength = e.stable(Emitter.bin(BinaryOp.ADD, base.word(1), added));
        var grown = grow(slice.elem(), base, newLength, added);
        var place = fn.places.element(slice.elem(), grown.get(0), base.word(1));
        copyElements(
                slice.elem(), Emitter.plus(place.address(), place.offset()), more.word(0), added);
        return Rvalue.ofWords(type, List.of(grown.get(0), newLength, grown.get(1)));
    }

    private void copyElements(Type elem, Value to, Value from, Value count) {
        long size = fn.types.sizeof(elem);
        if (size == 0) {
            return;
        }
        var bytes = size == 1 ? count : Emitter.bin(BinaryOp.MUL, count, Emitter.longConst(size));
        e.copyBytes(to, from, bytes, fn.layout.hasPointers(elem));
    }

    Rvalue copy(Expr.Call c) {
        var both = fn.calls.spreadValues(c);
        var to = both.get(0);
        var from = both.get(1);
        e.at(c.operatorPos());
        var elem = ((SliceType) fn.expressions.coreOf(to.type())).elem();
        var count = e.temp(Word.J);
        e.set(
                count,
                new Value.Choose(
                        Emitter.bin(BinaryOp.LT, to.word(1), from.word(1)),
                        to.word(1),
                        from.word(1)));
        var n = new Value.Read(count);
        copyElements(elem, to.word(0), from.word(0), n);
        return builtins.integer(c, n);
    }
}
