package org.gorrery.compiler.lower;

import java.util.List;
import org.gorrery.abi.Entry;
import org.gorrery.abi.TypeLayout;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.MemKind;
import org.gorrery.compiler.ir.Symbol;
import org.gorrery.compiler.ir.UnaryOp;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.ArrayType;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.StructType;
import org.gorrery.compiler.types.Type;

/// Comparison operators (Go spec, "Comparison operators").
final class Comparisons {
    private final Fn fn;
    private final Emitter e;

    Comparisons(Fn fn) {
        this.fn = fn;
        this.e = fn.e;
    }

    /// An I: the truth of `x op y`.
    Value compare(Expr.Binary b) {
        var xt = fn.type(b.x());
        var yt = fn.type(b.y());
        if (xt == BasicType.UNTYPED_NIL && yt != BasicType.UNTYPED_NIL) {
            return equalNil(fn.expressions.value(b.y()), b.op() == Token.NEQ);
        }
        if (yt == BasicType.UNTYPED_NIL
                || fn.pkg.operand(b.y()).mode() == org.gorrery.compiler.types.Mode.NIL) {
            return equalNil(fn.expressions.value(b.x()), b.op() == Token.NEQ);
        }
        if (fn.pkg.operand(b.x()).mode() == org.gorrery.compiler.types.Mode.NIL) {
            return equalNil(fn.expressions.value(b.y()), b.op() == Token.NEQ);
        }
        if (isText(xt) && isText(yt) && !fn.expressions.early().mayChangeState(b.y())) {
            return finish(b, xt, yt, TextViews.string(fn, b.x()), TextViews.string(fn, b.y()));
        }
        var early = fn.expressions.early();
        if (fn.expressions.isInterface(xt)
                && fn.expressions.isInterface(yt)
                && !early.mayChangeState(b)) {
            early.settleEarly(b.x());
            var right = e.stable(fn.expressions.value(b.y())); // the first of two faults with gc
            return finish(b, xt, yt, fn.expressions.value(b.x()), right);
        }
        var x = fn.expressions.value(b.x());
        if (early.mayChangeState(b.y())) {
            x = e.stable(x);
        } else {
            x = fn.expressions.faults().before(x, List.of(b.y()));
        }
        return finish(b, xt, yt, x, fn.expressions.value(b.y()));
    }

    private static boolean isText(Type t) {
        return t.underlying() instanceof BasicType b && b.isString();
    }

    private Value finish(Expr.Binary b, Type xt, Type yt, Rvalue x, Rvalue y) {
        e.at(b.opPos());
        if (b.op() == Token.EQL || b.op() == Token.NEQ) {
            var equal = equalAny(x, y);
            return b.op() == Token.NEQ ? Emitter.not(equal) : equal;
        }
        return ordered(b.op(), commonType(xt, yt), x, y);
    }

    /// An I: whether two values are equal, one of which may be an interface value.
    Value equalAny(Rvalue x, Rvalue y) {
        boolean xi = fn.expressions.isInterface(x.type());
        boolean yi = fn.expressions.isInterface(y.type());
        if (xi && !yi) {
            return equalMixed(x, y);
        }
        if (yi && !xi) {
            return equalMixed(y, x);
        }
        if (xi && !fn.types.identical(x.type().underlying(), y.type().underlying())) {
            return equal(org.gorrery.compiler.types.Universe.ANY, plain(x), plain(y));
        }
        return equal(xi ? x.type() : commonType(x.type(), y.type()), x, y);
    }

    /// An interface value with its dynamic type in place of its method table.
    private Rvalue plain(Rvalue v) {
        var settled = e.stable(v);
        var type = dynamicType((InterfaceType) v.type().underlying(), settled.word(0));
        return Rvalue.ofWords(
                org.gorrery.compiler.types.Universe.ANY, List.of(type, settled.word(1)));
    }

    private static Type commonType(Type x, Type y) {
        return x instanceof BasicType b && b.isUntyped() ? y : x;
    }

    private Value equalNil(Rvalue x, boolean not) {
        var op = not ? BinaryOp.NE : BinaryOp.EQ;
        return Emitter.bin(op, x.word(0), Emitter.zeroWord(x.word(0).word()));
    }

    /// `x op y` for `<`, `<=`, `>`, `>=`.
    Value ordered(Token op, Type type, Rvalue x, Rvalue y) {
        var b = (BasicType) type.underlying();
        if (b.isString()) {
            var c = e.runtime(Entry.CMPSTRING, Word.I, x.word(0), x.word(1), y.word(0), y.word(1));
            return Emitter.bin(signed(op), c, Emitter.intConst(0));
        }
        boolean unsigned = fn.expressions.arithmetic().isFullUnsigned(b);
        return Emitter.bin(unsigned ? unsigned(op) : signed(op), x.word(), y.word());
    }

    private static BinaryOp signed(Token op) {
        return switch (op) {
            case LSS -> BinaryOp.LT;
            case LEQ -> BinaryOp.LE;
            case GTR -> BinaryOp.GT;
            case GEQ -> BinaryOp.GE;
            default -> throw new IllegalStateException("order " + op);
        };
    }

    private static BinaryOp unsigned(Token op) {
        return switch (op) {
            case LSS -> BinaryOp.ULT;
            case LEQ -> BinaryOp.ULE;
            case GTR -> BinaryOp.UGT;
            case GEQ -> BinaryOp.UGE;
            default -> throw new IllegalStateException("order " + op);
        };
    }

    /// An I: whether two values of one type are equal.
    Value equal(Type type, Rvalue x, Rvalue y) {
        return switch (type.underlying()) {
            case BasicType b when b.isString() -> equalStrings(x, y);
            case BasicType b when b.isComplex() -> {
                var a = e.stable(x);
                var c = e.stable(y);
                yield Emitter.and(
                        Emitter.bin(BinaryOp.EQ, a.word(0), c.word(0)),
                        Emitter.bin(BinaryOp.EQ, a.word(1), c.word(1)));
            }
            case InterfaceType i -> equalInterfaces(i, x, y);
            case StructType s -> equalComposite(type, x, y);
            case ArrayType a -> equalComposite(type, x, y);
            default -> Emitter.bin(BinaryOp.EQ, x.word(), y.word());
        };
    }

    private Value equalStrings(Rvalue x, Rvalue y) {
        var a = e.stable(x);
        var b = e.stable(y);
        if (b.word(1) instanceof Value.LongConst n && n.value() == 0) {
            return Emitter.bin(BinaryOp.EQ, a.word(1), Emitter.longConst(0));
        }
        var result = e.temp(Word.I);
        var sameLength = e.newBlock();
        var done = e.newBlock();
        e.set(result, Emitter.intConst(0));
        e.branch(Emitter.bin(BinaryOp.EQ, a.word(1), b.word(1)), sameLength, done);
        e.start(sameLength);
        e.set(result, e.runtime(Entry.EQMEM, Word.I, a.word(0), b.word(0), a.word(1)));
        e.jump(done);
        e.start(done);
        return new Value.Read(result);
    }

    private Value equalInterfaces(InterfaceType type, Rvalue x, Rvalue y) {
        var a = e.stable(x);
        var b = e.stable(y);
        var result = e.temp(Word.I);
        var sameType = e.newBlock();
        var done = e.newBlock();
        e.set(result, Emitter.intConst(0));
        e.branch(Emitter.bin(BinaryOp.EQ, a.word(0), b.word(0)), sameType, done);
        e.start(sameType);
        var dynamic = dynamicType(type, a.word(0));
        e.set(result, e.runtime(Entry.EFACE_EQ, Word.I, dynamic, a.word(1), b.word(1)));
        e.jump(done);
        e.start(done);
        return new Value.Read(result);
    }

    /// The type word of an interface value: of a non-empty interface by its itab (0 for nil).
    Value dynamicType(InterfaceType type, Value word) {
        if (fn.types.typeSet(type).methods().isEmpty()) {
            return word;
        }
        var itab = e.stable(word);
        var result = e.temp(Word.J);
        var load = e.newBlock();
        var done = e.newBlock();
        e.set(result, Emitter.longConst(0));
        e.branch(Emitter.bin(BinaryOp.NE, itab, Emitter.longConst(0)), load, done);
        e.start(load);
        var reference =
                Emitter.un(UnaryOp.U_TO_J, new Value.Load(MemKind.I32, itab, TypeLayout.ITAB_TYPE));
        e.set(
                result,
                Emitter.bin(
                        BinaryOp.ADD,
                        reference,
                        Emitter.longConst(fn.program.addresses().rodata())));
        e.jump(done);
        e.start(done);
        return new Value.Read(result);
    }

    /// The first word of an interface of that type into which a value of a concrete type gets.
    Value typeWord(InterfaceType iface, Type concrete) {
        if (fn.prints()) {
            fn.program.dynamic().useRuntimeType(concrete);
            fn.program.held().hold(concrete, iface);
        } else {
            fn.program.dynamic().useWithoutParts(concrete);
        }
        return wordOf(iface, concrete);
    }

    /// The first word that an interface of that type would have if it held a value of a concrete type.
    Value comparedWord(InterfaceType iface, Type concrete) {
        fn.program.dynamic().compare(concrete);
        return wordOf(iface, concrete);
    }

    private Value wordOf(InterfaceType iface, Type concrete) {
        if (fn.types.typeSet(iface).methods().isEmpty()) {
            return fn.descriptor(concrete);
        }
        if (fn.types.missingMethod(concrete, iface) != null) {
            // Only in an instance of generic code: the interface never holds such a value.
            return Emitter.longConst(1);
        }
        fn.program.dynamic().useInterface(iface);
        return new Value.Address(new Symbol.Itab(iface, concrete), 0);
    }

    private Value equalMixed(Rvalue iface, Rvalue concrete) {
        var i = e.stable(iface);
        var c = e.stable(concrete);
        var result = e.temp(Word.I);
        var sameType = e.newBlock();
        var done = e.newBlock();
        e.set(result, Emitter.intConst(0));
        e.branch(
                Emitter.bin(
                        BinaryOp.EQ,
                        i.word(0),
                        comparedWord((InterfaceType) i.type().underlying(), c.type())),
                sameType,
                done);
        e.start(sameType);
        var held = fn.conversions.unbox(c.type(), i.word(1));
        e.set(result, equal(c.type(), held, c));
        e.jump(done);
        e.start(done);
        return new Value.Read(result);
    }

    private Value equalComposite(Type type, Rvalue x, Rvalue y) {
        if (x.address() == null
                && y.address() == null
                && type.underlying() instanceof StructType s) {
            return equalFields(s, e.stable(x), e.stable(y));
        }
        if (fn.types.sizeof(type) == 0) {
            return Emitter.intConst(1);
        }
        var a = e.addressOf(x);
        var b = e.addressOf(y);
        if (fn.layout.isRegularMemory(type)) {
            return e.runtime(Entry.EQMEM, Word.I, a, b, Emitter.longConst(fn.types.sizeof(type)));
        }
        var memory = new MemoryEquality(fn);
        if (type.underlying() instanceof StructType s && memory.takes(s)) {
            return memory.equal(s, a, b);
        }
        return e.runtime(Entry.TYPE_EQ, Word.I, fn.descriptor(type), a, b);
    }

    private Value equalFields(StructType s, Rvalue x, Rvalue y) {
        var result = e.temp(Word.I);
        var no = e.newBlock();
        var done = e.newBlock();
        int at = 0;
        for (var f : s.fields()) {
            int n = fn.layout.slots(f.type()).size();
            if (n > 0 && !f.name().equals("_")) {
                var next = e.newBlock();
                var xf = Rvalue.ofWords(f.type(), x.words().subList(at, at + n));
                var yf = Rvalue.ofWords(f.type(), y.words().subList(at, at + n));
                e.branch(equal(f.type(), xf, yf), next, no);
                e.start(next);
            }
            at += n;
        }
        e.set(result, Emitter.intConst(1));
        e.jump(done);
        e.start(no);
        e.set(result, Emitter.intConst(0));
        e.jump(done);
        e.start(done);
        return new Value.Read(result);
    }
}
