package org.gorrery.compiler.lower;

import java.util.List;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.ir.Allocation;
import org.gorrery.compiler.ir.Allocation.Kind;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.Symbol;
import org.gorrery.compiler.ir.UnaryOp;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.ExprText;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.PointerType;
import org.gorrery.compiler.types.SliceType;
import org.gorrery.compiler.types.Type;

/// Conversions, boxing into interfaces, type assertions.
final class Conversions {
    private final Fn fn;
    private final Emitter e;

    Conversions(Fn fn) {
        this.fn = fn;
        this.e = fn.e;
    }

    /// A value for a place of type `target` that it is assignable to.
    Rvalue assign(Rvalue v, Type target) {
        return assign(v, target, new Allocation(Kind.HIDDEN, e.pos(), () -> "", null));
    }

    /// As [#assign(Rvalue, Type)], for the value of an expression of the source.
    Rvalue assign(Rvalue v, Type target, Expr source) {
        return assign(
                v, target, new Allocation(Kind.BOX, source.pos(), () -> ExprText.of(source), null));
    }

    @SuppressWarnings("ReferenceEquality") // a short cut
    private Rvalue assign(Rvalue v, Type target, Allocation what) {
        if (v.type() == target) {
            return v;
        }
        if (v.type() == BasicType.UNTYPED_NIL) {
            return e.zero(target);
        }
        if (target.underlying() instanceof InterfaceType to) {
            return toInterface(v, target, to, what);
        }
        return v.as(target);
    }

    /// An explicit conversion `T(x)`.
    Rvalue convert(Rvalue v, Type target) {
        var from = v.type().underlying();
        var to = target.underlying();
        if (v.type() == BasicType.UNTYPED_NIL || to instanceof InterfaceType) {
            return assign(v, target);
        }
        if (from instanceof BasicType f && to instanceof BasicType t) {
            return basic(v, f, t, target);
        }
        if (to instanceof BasicType t && t.isString() && from instanceof SliceType s) {
            return sliceToString(v, s, target);
        }
        if (from instanceof BasicType f && f.isString() && to instanceof SliceType s) {
            return stringToSlice(v, s, target);
        }
        if (from instanceof SliceType && to instanceof ArrayType a) {
            return sliceToArray(v, a, target);
        }
        if (from instanceof SliceType
                && to instanceof PointerType p
                && p.elem().underlying() instanceof ArrayType a) {
            return Rvalue.ofWord(target, checkedArray(e.stable(v), a));
        }
        if (to == BasicType.UINTPTR && v.word().word() == Word.P) {
            return Rvalue.ofWord(target, pointerToInteger(v.word()));
        }
        return v.as(target);
    }

    private Value pointerToInteger(Value p) {
        return Emitter.un(
                fn.program.target().is64Bit() ? UnaryOp.P_TO_J : UnaryOp.P_TO_UINTPTR32, p);
    }

    private Rvalue basic(Rvalue v, BasicType from, BasicType to, Type target) {
        if (to.isString()) {
            return from.isString() ? v.as(target) : intToString(v, target);
        }
        if (to == BasicType.UNSAFE_POINTER) {
            if (from == BasicType.UINTPTR) {
                return Rvalue.ofWord(
                        target,
                        Emitter.un(
                                fn.program.target().is64Bit()
                                        ? UnaryOp.J_TO_P
                                        : UnaryOp.UINTPTR32_TO_P,
                                v.word()));
            }
            return v.as(target);
        }
        if (from == BasicType.UNSAFE_POINTER && to == BasicType.UINTPTR) {
            return Rvalue.ofWord(target, pointerToInteger(v.word()));
        }
        if (to.isComplex()) {
            return complex(v, from, to, target);
        }
        return Rvalue.ofWord(target, number(v.word(), from, to));
    }

    private Rvalue complex(Rvalue v, BasicType from, BasicType to, Type target) {
        boolean wasSmall = from == BasicType.COMPLEX64;
        boolean isSmall = to == BasicType.COMPLEX64;
        if (wasSmall == isSmall) {
            return v.as(target);
        }
        var op = isSmall ? UnaryOp.D_TO_F : UnaryOp.F_TO_D;
        return Rvalue.ofWords(
                target, List.of(Emitter.un(op, v.word(0)), Emitter.un(op, v.word(1))));
    }

    /// Converts a number between basic types.
    Value number(Value x, BasicType from, BasicType to) {
        if (from.isFloat()) {
            return fromFloat(x, to);
        }
        boolean unsigned = fn.expressions.arithmetic().isFullUnsigned(from);
        if (to.isFloat()) {
            return integerToFloat(x, unsigned, to == BasicType.FLOAT32);
        }
        if (to.isBoolean()) {
            return x;
        }
        boolean wide = fn.types.sizeof(to) == 8;
        if (x.word() == Word.J) {
            return wide
                    ? x
                    : fn.expressions.arithmetic().normalise(to, Emitter.un(UnaryOp.J_TO_I, x));
        }
        if (wide) {
            return Emitter.un(unsigned ? UnaryOp.U_TO_J : UnaryOp.I_TO_J, x);
        }
        return from == to ? x : fn.expressions.arithmetic().normalise(to, x);
    }

    private static Value integerToFloat(Value x, boolean unsigned, boolean single) {
        if (x.word() == Word.J) {
            return Emitter.un(
                    unsigned
                            ? single ? UnaryOp.U64_TO_F : UnaryOp.U64_TO_D
                            : single ? UnaryOp.J_TO_F : UnaryOp.J_TO_D,
                    x);
        }
        return Emitter.un(
                unsigned
                        ? single ? UnaryOp.U32_TO_F : UnaryOp.U32_TO_D
                        : single ? UnaryOp.I_TO_F : UnaryOp.I_TO_D,
                x);
    }

    private Value fromFloat(Value x, BasicType to) {
        if (to.isFloat()) {
            boolean single = to == BasicType.FLOAT32;
            if (single) {
                return x.word() == Word.F ? x : Emitter.un(UnaryOp.D_TO_F, x);
            }
            return x.word() == Word.D ? x : Emitter.un(UnaryOp.F_TO_D, x);
        }
        var d = x.word() == Word.F ? Emitter.un(UnaryOp.F_TO_D, x) : x;
        long size = fn.types.sizeof(to);
        if (to.isUnsigned() && size == 8) {
            return Emitter.un(UnaryOp.D_TO_U64, d);
        }
        if (size == 8) {
            return Emitter.un(UnaryOp.D_TO_J, d);
        }
        // As Go's compiler has it on amd64: uint32 is the low part of 64 bits, all smaller types
        // the low part of an int32,
        // so that they are 0 for what no int32 holds.
        if (to.isUnsigned() && size == 4) {
            return Emitter.un(UnaryOp.J_TO_I, Emitter.un(UnaryOp.D_TO_J, d));
        }
        return fn.expressions.arithmetic().normalise(to, Emitter.un(UnaryOp.D_TO_I, d));
    }

    private Rvalue intToString(Rvalue v, Type target) {
        var rune = fn.expressions.conversionToLong(v);
        var r = e.text(Entry.INT_TO_STRING, List.of(Word.P, Word.J), rune);
        return Rvalue.ofWords(target, Emitter.reads(r));
    }

    private Rvalue sliceToString(Rvalue v, SliceType s, Type target) {
        if (fn.types.sizeof(s.elem()) == 1) {
            var length = e.stable(v.word(1));
            var p = e.text(Entry.BYTES_TO_STRING, List.of(Word.P), v.word(0), length);
            return Rvalue.ofWords(target, List.of(new Value.Read(p.getFirst()), length));
        }
        return Rvalue.ofWords(
                target,
                Emitter.reads(
                        e.runtime(
                                Entry.RUNES_TO_STRING,
                                List.of(Word.P, Word.J),
                                v.word(0),
                                v.word(1))));
    }

    private Rvalue stringToSlice(Rvalue v, SliceType s, Type target) {
        var length = e.stable(v.word(1));
        if (fn.types.sizeof(s.elem()) == 1) {
            var r = e.text(Entry.STRING_TO_BYTES, List.of(Word.P, Word.J), v.word(0), length);
            // of a constant there is no more than its bytes, as with gc
            var room = length instanceof Value.LongConst ? length : new Value.Read(r.get(1));
            return Rvalue.ofWords(target, List.of(new Value.Read(r.get(0)), length, room));
        }
        return Rvalue.ofWords(
                target,
                Emitter.reads(
                        e.runtime(
                                Entry.STRING_TO_RUNES,
                                List.of(Word.P, Word.J, Word.J),
                                v.word(0),
                                length)));
    }

    private Value checkedArray(Rvalue slice, ArrayType a) {
        var bad = e.newBlock();
        var good = e.newBlock();
        var wanted = Emitter.longConst(a.length());
        e.branch(Emitter.bin(BinaryOp.GE, slice.word(1), wanted), good, bad);
        e.start(bad);
        e.throwing(Entry.PANIC_SLICE_CONVERT, slice.word(1), wanted);
        e.start(good);
        return slice.word(0);
    }

    private Rvalue sliceToArray(Rvalue v, ArrayType a, Type target) {
        var at = checkedArray(e.stable(v), a);
        if (fn.types.sizeof(a) == 0) {
            return e.zero(target);
        }
        return e.stable(e.loadValue(target, at, 0));
    }

    // ---- interfaces ----

    private Rvalue toInterface(Rvalue v, Type target, InterfaceType to, Allocation what) {
        if (v.type().underlying() instanceof InterfaceType from) {
            return interfaceToInterface(v, from, target, to);
        }
        var word = fn.expressions.comparisons().typeWord(to, v.type());
        return Rvalue.ofWords(target, List.of(word, box(v, what)));
    }

    private Rvalue interfaceToInterface(
            Rvalue v, InterfaceType from, Type target, InterfaceType to) {
        boolean toEmpty = fn.types.typeSet(to).methods().isEmpty();
        boolean fromEmpty = fn.types.typeSet(from).methods().isEmpty();
        if (fn.types.identical(from, to) || toEmpty && fromEmpty) {
            return v.as(target);
        }
        fn.program.held().pass(from, to);
        var settled = e.stable(v);
        var dynamic = fn.expressions.comparisons().dynamicType(from, settled.word(0));
        if (toEmpty) {
            return Rvalue.ofWords(target, List.of(dynamic, settled.word(1)));
        }
        fn.program.dynamic().useInterface(to);
        var itab = e.runtime(Entry.ASSERT_I2, Word.J, fn.descriptor(target), dynamic);
        return Rvalue.ofWords(target, List.of(itab, settled.word(1)));
    }

    /// The data word of an interface that holds `v`.
    private Value box(Rvalue v, Allocation what) {
        var type = v.type();
        if (fn.layout.isDirect(type)) {
            return v.address() == null
                    ? v.word()
                    : fn.e.loadValue(BasicType.UNSAFE_POINTER, v.address(), 0).word();
        }
        var constant = StaticValues.constantBox(fn, v);
        if (constant != null) {
            return constant;
        }
        var descriptor = fn.descriptor(type);
        if (v.address() != null) {
            return e.allocate(what, Entry.CONV_T, descriptor, v.address());
        }
        return switch (type.underlying()) {
            case BasicType b when b.isString() ->
                    e.allocate(what, Entry.CONV_T_STRING, v.word(0), v.word(1));
            case SliceType s ->
                    e.allocate(what, Entry.CONV_T_SLICE, v.word(0), v.word(1), v.word(2));
            default -> {
                // a field of no size at the end makes a struct larger than its word
                if (v.words().size() == 1
                        && v.word().word() != Word.P
                        && fn.types.sizeof(type) <= Long.BYTES) {
                    yield e.allocate(what, Entry.CONV_T_WORD, descriptor, asLong(v.word()));
                }
                yield e.allocate(what, Entry.CONV_T, descriptor, e.addressOf(v));
            }
        };
    }

    /// The bits of a word as a J.
    static Value asLong(Value w) {
        return switch (w.word()) {
            case I -> Emitter.un(UnaryOp.I_TO_J, w);
            case J -> w;
            case P -> Emitter.un(UnaryOp.P_TO_J, w);
            case F -> Emitter.un(UnaryOp.I_TO_J, Emitter.un(UnaryOp.F_BITS, w));
            case D -> Emitter.un(UnaryOp.D_BITS, w);
        };
    }

    /// The value of a concrete type that an interface holds.
    Rvalue unbox(Type type, Value data) {
        if (fn.layout.isDirect(type)) {
            return directValue(type, data);
        }
        return e.loadValue(type, data, 0);
    }

    private Rvalue directValue(Type type, Value data) {
        return Rvalue.ofWord(type, data);
    }

    /// `x.(T)`: the value, and with `ok` whether it holds; without, it panics where it does not.
    List<Rvalue> typeAssert(Expr.TypeAssert t, boolean ok) {
        var target = fn.apply(fn.pkg.operand(java.util.Objects.requireNonNull(t.type())).type());
        var v = e.stable(fn.expressions.value(t.x()));
        e.at(t.operatorPos());
        return assertTo(v, target, ok);
    }

    List<Rvalue> assertTo(Rvalue v, Type target, boolean ok) {
        var from = (InterfaceType) v.type().underlying();
        if (target.underlying() instanceof InterfaceType to) {
            return assertInterface(v, from, target, to, ok);
        }
        var holds =
                Emitter.bin(
                        BinaryOp.EQ,
                        v.word(0),
                        fn.expressions.comparisons().comparedWord(from, target));
        if (!ok) {
            var bad = e.newBlock();
            var good = e.newBlock();
            e.branch(holds, good, bad);
            e.start(bad);
            var dynamic = fn.expressions.comparisons().dynamicType(from, v.word(0));
            e.throwing(Entry.PANIC_ASSERT, dynamic, fn.descriptor(target), fn.descriptor(v.type()));
            e.start(good);
            return List.of(unbox(target, v.word(1)));
        }
        var flag = e.stable(holds);
        var yes = e.newBlock();
        var no = e.newBlock();
        var done = e.newBlock();
        if (!fn.layout.inWords(target)) {
            var object = e.tempObject(target);
            var at = new Value.FrameAddress(object, 0);
            e.branch(flag, yes, no);
            e.start(yes);
            e.storeValue(unbox(target, v.word(1)), at, 0);
            e.jump(done);
            e.start(no);
            e.clear(at, object.bytes(), fn.layout.hasPointers(target));
            e.jump(done);
            e.start(done);
            return List.of(Rvalue.inMemory(target, at, true), Rvalue.ofWord(BasicType.BOOL, flag));
        }
        var locals = e.newLocals(target, "");
        e.branch(flag, yes, no);
        e.start(yes);
        e.fillLocals(locals, unbox(target, v.word(1)));
        e.jump(done);
        e.start(no);
        e.fillLocals(locals, e.zero(target));
        e.jump(done);
        e.start(done);
        return List.of(
                Rvalue.ofWords(target, Emitter.reads(locals)), Rvalue.ofWord(BasicType.BOOL, flag));
    }

    private List<Rvalue> assertInterface(
            Rvalue v, InterfaceType from, Type target, InterfaceType to, boolean ok) {
        var dynamic = fn.expressions.comparisons().dynamicType(from, v.word(0));
        boolean toEmpty = fn.types.typeSet(to).methods().isEmpty();
        fn.program.dynamic().useInterface(to);
        fn.program.held().pass(from, to);
        var descriptor = fn.descriptor(target);
        if (!ok) {
            var itab = e.runtime(Entry.ASSERT_I, Word.J, descriptor, dynamic);
            return List.of(Rvalue.ofWords(target, List.of(itab, v.word(1))));
        }
        var word =
                toEmpty
                        ? e.stable(dynamic)
                        : e.runtime(Entry.ASSERT_I2, Word.J, descriptor, dynamic);
        var flag = e.stable(Emitter.bin(BinaryOp.NE, word, Emitter.longConst(0)));
        var data = e.temp(Word.P);
        e.set(data, new Value.Choose(flag, v.word(1), Emitter.nil()));
        return List.of(
                Rvalue.ofWords(target, List.of(word, new Value.Read(data))),
                Rvalue.ofWord(BasicType.BOOL, flag));
    }

    /// The address of a symbol that is a func value.
    static Value funcValue(Symbol symbol) {
        return new Value.Address(symbol, 0);
    }
}
