package org.gorrery.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.ir.Allocation;
import org.gorrery.compiler.ir.Allocation.Kind;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.UnaryOp;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.ExprText;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.BuiltinObject;
import org.gorrery.compiler.types.ChanType;
import org.gorrery.compiler.types.MapType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.Type;

/// Predeclared functions (Go spec, "Built-in functions" and "Package unsafe").
final class Builtins {
    private final Fn fn;
    private final Emitter e;
    private final Appends appends;

    Builtins(Fn fn) {
        this.fn = fn;
        this.e = fn.e;
        this.appends = new Appends(fn, this);
    }

    List<Rvalue> call(Expr.Call c, BuiltinObject builtin) {
        var args = c.args();
        var result =
                switch (builtin.which()) {
                    case LEN -> integer(c, length(args.getFirst(), true));
                    case CAP -> integer(c, length(args.getFirst(), false));
                    case APPEND -> appends.append(c);
                    case COPY -> appends.copy(c);
                    case MAKE -> make(c);
                    case NEW -> newObject(c);
                    case COMPLEX -> {
                        var type = fn.type(c);
                        boolean small = type.underlying() == BasicType.COMPLEX64;
                        var part = small ? BasicType.FLOAT32 : BasicType.FLOAT64;
                        var parts = fn.calls.spreadValues(c);
                        var re = parts.get(0).as(part);
                        var im = parts.get(1).as(part);
                        yield Rvalue.ofWords(type, List.of(re.word(), im.word()));
                    }
                    case REAL ->
                            Rvalue.ofWord(
                                    fn.type(c), fn.expressions.value(args.getFirst()).word(0));
                    case IMAG ->
                            Rvalue.ofWord(
                                    fn.type(c), fn.expressions.value(args.getFirst()).word(1));
                    case MIN, MAX -> minMax(c, builtin.which() == BuiltinObject.Builtin.MIN);
                    case RECOVER -> recovered(fn.type(c));
                    case UNSAFE_ADD -> {
                        var both = fn.calls.spreadValues(c);
                        yield Rvalue.ofWord(
                                fn.type(c),
                                Emitter.bin(BinaryOp.ADD, both.get(0).word(), count(c, both)));
                    }
                    case UNSAFE_SLICE -> unsafeSlice(c);
                    case UNSAFE_STRING -> unsafeString(c);
                    case UNSAFE_SLICE_DATA, UNSAFE_STRING_DATA ->
                            Rvalue.ofWord(
                                    fn.type(c), fn.expressions.value(args.getFirst()).word(0));
                    case UNSAFE_SIZEOF ->
                            integer(
                                    c,
                                    Emitter.longConst(fn.types.sizeof(fn.type(args.getFirst()))));
                    case UNSAFE_ALIGNOF ->
                            integer(
                                    c,
                                    Emitter.longConst(fn.types.alignof(fn.type(args.getFirst()))));
                    case UNSAFE_OFFSETOF ->
                            integer(c, Emitter.longConst(offset(c.args().getFirst())));
                    case CLEAR, CLOSE, DELETE, PANIC, PRINT, PRINTLN -> {
                        statement(c, builtin);
                        yield null;
                    }
                };
        return result == null ? List.of() : List.of(result);
    }

    private Rvalue recovered(Type type) {
        fn.program.held().recover();
        return Rvalue.ofWords(
                type, Emitter.reads(e.runtime(Entry.GORECOVER, List.of(Word.J, Word.P))));
    }

    /// The second operand, a number, as a J.
    private Value count(Expr.Call c, List<Rvalue> operands) {
        return c.args().size() > 1 && fn.pkg.operand(c.args().get(1)).value() != null
                ? fn.expressions.indexValue(c.args().get(1))
                : fn.expressions.conversionToLong(operands.get(1));
    }

    private void statement(Expr.Call c, BuiltinObject builtin) {
        var args = c.args();
        switch (builtin.which()) {
            case CLEAR -> clear(args.getFirst(), c.pos());
            case CLOSE -> {
                var chan = fn.expressions.value(args.getFirst()).word();
                e.at(c.operatorPos());
                e.runtime(Entry.CLOSECHAN, chan);
            }
            case DELETE -> delete(c);
            case PANIC -> {
                var v =
                        e.stable(
                                fn.expressions.valueAs(
                                        args.getFirst(), org.gorrery.compiler.types.Universe.ANY));
                e.at(c.operatorPos());
                e.throwing(Entry.GOPANIC, v.word(0), v.word(1));
                e.start(e.newBlock());
            }
            case PRINT, PRINTLN ->
                    new Printing(fn).print(c, builtin.which() == BuiltinObject.Builtin.PRINTLN);
            default -> throw new IllegalStateException("builtin " + builtin.name());
        }
    }

    /// The offset of a field in its struct, in an instance of generic code, where it is no constant.
    private long offset(Expr x) {
        var selector = (Expr.Selector) Calls.unparen(x);
        var selection = fn.calls.selection(selector);
        Type type = fn.type(selector.x());
        long offset = 0;
        for (int index : selection.path()) {
            if (type.underlying() instanceof PointerType p) {
                type = p.elem();
            }
            var struct = (org.gorrery.compiler.types.StructType) type.underlying();
            offset += fn.types.offsetof(struct, index);
            type = struct.fields().get(index).type();
        }
        return offset;
    }

    /// A J as the result type of an integer-valued builtin.
    Rvalue integer(Expr.Call c, Value j) {
        var type = fn.type(c);
        return Rvalue.ofWord(
                type, fn.conversions.number(j, BasicType.INT64, (BasicType) type.underlying()));
    }

    private Value length(Expr x, boolean len) {
        var type = fn.type(x);
        return switch (fn.expressions.coreOf(type)) {
            case BasicType b -> fn.expressions.value(x).word(1);
            case SliceType s -> fn.expressions.value(x).word(len ? 1 : 2);
            case ArrayType a -> {
                fn.expressions.value(x);
                yield Emitter.longConst(a.length());
            }
            case PointerType p -> {
                fn.expressions.value(x);
                yield Emitter.longConst(((ArrayType) p.elem().underlying()).length());
            }
            case MapType m -> e.runtime(Entry.MAPLEN, Word.J, fn.expressions.value(x).word());
            case ChanType ch ->
                    e.runtime(
                            len ? Entry.CHANLEN : Entry.CHANCAP,
                            Word.J,
                            fn.expressions.value(x).word());
            default -> throw new IllegalStateException("len of " + type);
        };
    }

    // ---- make and new ----

    private Rvalue make(Expr.Call c) {
        var type = fn.type(c.args().getFirst());
        var core = fn.expressions.coreOf(type);
        var sizes = sizes(c.args().subList(1, c.args().size()));
        e.at(c.operatorPos());
        return switch (core) {
            case SliceType s -> {
                var len = sizes.getFirst();
                var cap = sizes.size() > 1 ? sizes.get(1) : len;
                var what = new Allocation(Kind.SLICE, c.pos(), () -> makeText(c), null);
                var p = e.allocate(what, Entry.MAKESLICE, fn.descriptor(s.elem()), len, cap);
                yield Rvalue.ofWords(type, List.of(p, len, cap));
            }
            case MapType m ->
                    Rvalue.ofWord(
                            type,
                            e.runtime(
                                    Entry.MAKEMAP,
                                    Word.P,
                                    fn.descriptor(m),
                                    sizes.isEmpty() ? Emitter.longConst(0) : sizes.getFirst()));
            case ChanType ch ->
                    Rvalue.ofWord(
                            type,
                            e.runtime(
                                    Entry.MAKECHAN,
                                    Word.P,
                                    fn.descriptor(ch),
                                    sizes.isEmpty() ? Emitter.longConst(0) : sizes.getFirst()));
            default -> throw new IllegalStateException("make of " + type);
        };
    }

    /// Length and capacity, each a J.
    private List<Value> sizes(List<Expr> args) {
        fn.expressions.early().settleComputed(args);
        var sizes = new ArrayList<Value>();
        for (var x : args) {
            sizes.add(e.stable(sizeValue(x)));
        }
        return sizes;
    }

    /// The call as reports name it: constant sizes by their values.
    private String makeText(Expr.Call c) {
        return c.args().stream()
                .map(a ->
                        fn.pkg.operand(a).value() instanceof Constant.Int i
                                ? i.value().toString()
                                : ExprText.of(a))
                .collect(Collectors.joining(", ", "make(", ")"));
    }

    /// A size as J; an unsigned one past the range of int64 becomes negative, which is refused as well.
    private Value sizeValue(Expr x) {
        return fn.expressions.indexValue(x);
    }

    private Rvalue newObject(Expr.Call c) {
        var arg = c.args().getFirst();
        if (fn.pkg.operand(arg).mode() != org.gorrery.compiler.types.Mode.TYPE) {
            var pointer = (PointerType) fn.type(c).underlying();
            var what = new Allocation(Kind.OBJECT, c.pos(), () -> ExprText.of(c), null);
            return Rvalue.ofWord(
                    fn.type(c), fn.places.boxed(fn.expressions.valueAs(arg, pointer.elem()), what));
        }
        e.at(c.operatorPos());
        return Rvalue.ofWord(
                fn.type(c), e.newObject(Kind.OBJECT, c.pos(), () -> ExprText.of(c), fn.type(arg)));
    }

    // ---- others ----

    private void clear(Expr x, int pos) {
        var type = fn.type(x);
        var v = e.stable(fn.expressions.value(x));
        e.at(pos);
        switch (fn.expressions.coreOf(type)) {
            case MapType m -> e.runtime(Entry.MAPCLEAR, fn.descriptor(m), v.word());
            case SliceType s -> {
                long size = fn.types.sizeof(s.elem());
                if (size > 0) {
                    e.clearBytes(
                            v.word(0),
                            Emitter.bin(BinaryOp.MUL, v.word(1), Emitter.longConst(size)),
                            fn.layout.hasPointers(s.elem()));
                }
            }
            default -> throw new IllegalStateException("clear of " + type);
        }
    }

    private void delete(Expr.Call c) {
        var both = fn.calls.spreadValues(c);
        var type = (MapType) fn.expressions.coreOf(both.getFirst().type());
        var map = both.getFirst().word();
        var key = e.stable(fn.conversions.assign(both.get(1), type.key()));
        e.at(c.operatorPos());
        fn.expressions.maps().delete(type, map, key);
    }

    private Rvalue minMax(Expr.Call c, boolean min) {
        var type = fn.type(c);
        var b = (BasicType) type.underlying();
        var operands = fn.calls.spreadValues(c);
        var best = operands.getFirst().as(type);
        for (int i = 1; i < operands.size(); i++) {
            var next = operands.get(i).as(type);
            if (b.isFloat()) {
                best =
                        Rvalue.ofWord(
                                type,
                                e.stable(
                                        Emitter.bin(
                                                min ? BinaryOp.MIN : BinaryOp.MAX,
                                                best.word(),
                                                next.word())));
                continue;
            }
            var better =
                    e.stable(
                            fn.expressions
                                    .comparisons()
                                    .ordered(min ? Token.LSS : Token.GTR, type, next, best));
            var words = new ArrayList<Value>();
            for (int k = 0; k < best.words().size(); k++) {
                words.add(e.stable(new Value.Choose(better, next.word(k), best.word(k))));
            }
            best = Rvalue.ofWords(type, words);
        }
        return best;
    }

    private Rvalue unsafeSlice(Expr.Call c) {
        var both = fn.calls.spreadValues(c);
        var pointer = both.getFirst().word();
        var length = e.stable(count(c, both));
        e.at(c.operatorPos());
        var elem = ((PointerType) fn.expressions.coreOf(both.getFirst().type())).elem();
        long size = fn.types.sizeof(elem);
        throwUnless(Emitter.bin(BinaryOp.GE, length, Emitter.longConst(0)), 0);
        throwUnless(orZero(pointer, length), 1);
        if (size > 0) {
            throwUnless(fits(pointer, length, size), 0);
        }
        return Rvalue.ofWords(fn.type(c), List.of(pointer, length, length));
    }

    private Rvalue unsafeString(Expr.Call c) {
        var both = fn.calls.spreadValues(c);
        var pointer = both.getFirst().word();
        var length = e.stable(count(c, both));
        e.at(c.operatorPos());
        throwUnless(Emitter.bin(BinaryOp.GE, length, Emitter.longConst(0)), 2);
        throwUnless(orZero(pointer, length), 3);
        throwUnless(fits(pointer, length, 1), 2);
        return Rvalue.ofWords(fn.type(c), List.of(pointer, length));
    }

    /// Whether so many elements from `pointer` on end within the address space.
    private Value fits(Value pointer, Value length, long size) {
        long most = Long.MAX_VALUE / size;
        var address = Emitter.un(UnaryOp.P_TO_J, pointer);
        // A pointer of a 32-bit target is a host address: its low half counts.
        var room =
                fn.program.target().is64Bit()
                        ? Emitter.bin(BinaryOp.SUB, Emitter.longConst(0), address)
                        : Emitter.bin(
                                BinaryOp.SUB,
                                Emitter.longConst(1L << 32),
                                Emitter.bin(
                                        BinaryOp.AND, address, Emitter.longConst(0xffff_ffffL)));
        var bytes = Emitter.bin(BinaryOp.MUL, length, Emitter.longConst(size));
        return Emitter.bin(
                BinaryOp.OR,
                Emitter.bin(BinaryOp.EQ, length, Emitter.longConst(0)),
                Emitter.bin(
                        BinaryOp.AND,
                        Emitter.bin(BinaryOp.ULE, length, Emitter.longConst(most)),
                        Emitter.bin(BinaryOp.ULE, bytes, room)));
    }

    /// `pointer != nil || length == 0`.
    private static Value orZero(Value pointer, Value length) {
        return Emitter.bin(
                BinaryOp.OR,
                Emitter.bin(BinaryOp.NE, pointer, Emitter.longConst(0)),
                Emitter.bin(BinaryOp.EQ, length, Emitter.longConst(0)));
    }

    private void throwUnless(Value condition, int code) {
        var bad = e.newBlock();
        var good = e.newBlock();
        e.branch(condition, good, bad);
        e.start(bad);
        e.throwing(Entry.PANIC_UNSAFE, Emitter.intConst(code));
        e.start(good);
    }
}
