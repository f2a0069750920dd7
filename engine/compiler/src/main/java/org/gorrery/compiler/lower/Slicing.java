package org.gorrery.compiler.lower;

import java.util.List;
import org.gorrery.abi.Entry;
import org.gorrery.abi.SliceFault;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.Type;
import org.jspecify.annotations.Nullable;

/// Slice expressions (Go spec, "Slice expressions").
final class Slicing {
    private final Fn fn;
    private final Emitter e;

    Slicing(Fn fn) {
        this.fn = fn;
        this.e = fn.e;
    }

    Rvalue slice(Expr.SliceExpr s) {
        var core = fn.expressions.coreOf(fn.type(s.x()));
        return switch (core) {
            case BasicType b -> string(s);
            case SliceType t -> {
                var v = fn.expressions.value(s.x());
                yield cut(s, t.elem(), e.stable(v.word(0)), v.word(1), v.word(2), false);
            }
            case PointerType p -> {
                var pointer = fn.places.checked(fn.expressions.value(s.x()).word());
                yield array(s, (ArrayType) p.elem().underlying(), pointer);
            }
            case ArrayType a -> array(s, a, e.stable(fn.places.addressOf(s.x())));
            default -> throw new IllegalStateException("slice of " + core);
        };
    }

    private Rvalue array(Expr.SliceExpr s, ArrayType a, Value address) {
        var length = Emitter.longConst(a.length());
        return cut(s, a.elem(), address, length, length, true);
    }

    private @Nullable Value bound(@Nullable Expr x) {
        return x == null ? null : e.stable(fn.expressions.indexValue(x));
    }

    private Rvalue cut(
            Expr.SliceExpr s, Type elem, Value base, Value length, Value capacity, boolean array) {
        var cap = e.stable(capacity);
        var lowBound = bound(s.lo());
        var highBound = bound(s.hi());
        var maxBound = bound(s.max());
        var low = lowBound == null ? Emitter.longConst(0) : lowBound;
        var high = highBound == null ? e.stable(length) : highBound;
        var max = maxBound == null ? cap : maxBound;
        e.at(s.operatorPos());
        if (maxBound != null) {
            check(
                    s.max(),
                    max,
                    cap,
                    array ? SliceFault.MAX_OVER_LENGTH : SliceFault.MAX_OVER_CAPACITY);
            check(s.hi(), high, max, SliceFault.HIGH_OVER_MAX);
            check(s.lo(), low, high, SliceFault.LOW_OVER_HIGH_FULL);
        } else {
            if (highBound != null) {
                check(
                        s.hi(),
                        high,
                        cap,
                        array ? SliceFault.HIGH_OVER_LENGTH : SliceFault.HIGH_OVER_CAPACITY);
            }
            if (lowBound != null) {
                check(s.lo(), low, high, SliceFault.LOW_OVER_HIGH);
            }
        }
        var newLength = e.stable(Emitter.bin(BinaryOp.SUB, high, low));
        var newCap = e.stable(Emitter.bin(BinaryOp.SUB, max, low));
        return Rvalue.ofWords(
                fn.type(s),
                List.of(start(base, low, newCap, fn.types.sizeof(elem)), newLength, newCap));
    }

    /// `base + low * size`, or `base` itself where nothing is left, so that no pointer leaves its object.
    private Value start(Value base, Value low, Value left, long size) {
        if (low instanceof Value.LongConst c && c.value() == 0 || size == 0) {
            return base;
        }
        var place = fn.places.element(new ArrayOf(size).type(), base, low);
        var moved = Emitter.plus(place.address(), place.offset());
        return e.stable(
                asPointer(
                        new Value.Choose(
                                Emitter.bin(BinaryOp.NE, left, Emitter.longConst(0)),
                                moved,
                                base)));
    }

    private Value asPointer(Value v) {
        if (v.word() == Word.P) {
            return v;
        }
        var p = e.temp(Word.P);
        e.set(p, v);
        return new Value.Read(p);
    }

    /// A type of a given size, for scaling only.
    private record ArrayOf(long size) {
        Type type() {
            return new ArrayType(BasicType.UINT8, size);
        }
    }

    /// @param source the bound as written; null where it is left out
    private void check(@Nullable Expr source, Value bound, Value limit, SliceFault fault) {
        if (bound instanceof Value.LongConst b
                && limit instanceof Value.LongConst l
                && b.value() >= 0
                && b.value() <= l.value()) {
            return;
        }
        var bad = e.newBlock();
        var good = e.newBlock();
        e.branch(Emitter.bin(BinaryOp.ULE, bound, limit), good, bad);
        e.start(bad);
        boolean unsigned = source != null && fn.expressions.unsignedBound(bound, source);
        int code = unsigned ? fault.ordinal() | SliceFault.UNSIGNED : fault.ordinal();
        e.throwing(Entry.PANIC_SLICE, Emitter.intConst(code), bound, limit);
        e.start(good);
    }

    private Rvalue string(Expr.SliceExpr s) {
        var v = fn.expressions.value(s.x());
        var base = e.stable(v.word(0));
        var length = e.stable(v.word(1));
        var lowBound = bound(s.lo());
        var highBound = bound(s.hi());
        var low = lowBound == null ? Emitter.longConst(0) : lowBound;
        var high = highBound == null ? length : highBound;
        e.at(s.operatorPos());
        if (highBound != null) {
            check(s.hi(), high, length, SliceFault.HIGH_OVER_LENGTH);
        }
        if (lowBound != null) {
            check(s.lo(), low, high, SliceFault.LOW_OVER_HIGH);
        }
        var newLength = e.stable(Emitter.bin(BinaryOp.SUB, high, low));
        return Rvalue.ofWords(fn.type(s), List.of(start(base, low, newLength, 1), newLength));
    }
}
