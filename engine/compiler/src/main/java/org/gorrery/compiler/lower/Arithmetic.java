package org.gorrery.compiler.lower;

import java.util.List;
import org.gorrery.abi.Entry;
import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.UnaryOp;
import org.gorrery.compiler.ir.Value;
import org.gorrery.compiler.ir.Word;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Token;
import org.gorrery.compiler.types.BasicType;
import org.gorrery.compiler.types.Type;

/// Arithmetic on numbers: wraps to the width of the type (Go spec, "Integer overflow").
final class Arithmetic {
    private final Fn fn;
    private final Emitter e;

    Arithmetic(Fn fn) {
        this.fn = fn;
        this.e = fn.e;
    }

    private static BasicType basic(Type t) {
        return (BasicType) t.underlying();
    }

    /// An I normalised to the width of an integer type.
    Value normalise(BasicType type, Value word) {
        if (word.word() != Word.I || !type.isInteger()) {
            return word;
        }
        return switch ((int) fn.types.sizeof(type)) {
            case 1 -> Emitter.un(type.isUnsigned() ? UnaryOp.ZEXT8 : UnaryOp.EXT8, word);
            case 2 -> Emitter.un(type.isUnsigned() ? UnaryOp.ZEXT16 : UnaryOp.EXT16, word);
            default -> word;
        };
    }

    /// Whether values of the type fill their word and are unsigned, so that comparison and division need unsigned forms.
    boolean isFullUnsigned(BasicType type) {
        return type.isUnsigned() && fn.types.sizeof(type) >= 4;
    }

    Rvalue binary(Token op, Rvalue x, Rvalue y) {
        var type = x.type();
        var b = basic(type);
        if (b.isComplex()) {
            return complex(op, x, y);
        }
        if (b.isFloat()) {
            return Rvalue.ofWord(type, Emitter.bin(floatOp(op), x.word(), y.word()));
        }
        var xw = x.word();
        var yw = y.word();
        if (op == Token.QUO || op == Token.REM) {
            return divide(type, b, op, xw, yw);
        }
        var result =
                switch (op) {
                    case ADD -> Emitter.bin(BinaryOp.ADD, xw, yw);
                    case SUB -> Emitter.bin(BinaryOp.SUB, xw, yw);
                    case MUL -> Emitter.bin(BinaryOp.MUL, xw, yw);
                    case AND -> Emitter.bin(BinaryOp.AND, xw, yw);
                    case OR -> Emitter.bin(BinaryOp.OR, xw, yw);
                    case XOR -> Emitter.bin(BinaryOp.XOR, xw, yw);
                    case AND_NOT -> Emitter.bin(BinaryOp.AND_NOT, xw, yw);
                    default -> throw new IllegalStateException("binary " + op);
                };
        boolean stays = op == Token.AND || op == Token.OR || op == Token.AND_NOT || op == Token.XOR;
        return Rvalue.ofWord(type, stays ? result : normalise(b, result));
    }

    private static BinaryOp floatOp(Token op) {
        return switch (op) {
            case ADD -> BinaryOp.ADD;
            case SUB -> BinaryOp.SUB;
            case MUL -> BinaryOp.MUL;
            case QUO -> BinaryOp.DIV;
            default -> throw new IllegalStateException("float " + op);
        };
    }

    private Rvalue divide(Type type, BasicType b, Token op, Value x, Value y) {
        boolean unsigned = isFullUnsigned(b);
        var divisor = isNonZeroConstant(y) ? y : new Value.NonZero(y, e.pos());
        var operation =
                op == Token.QUO
                        ? unsigned ? BinaryOp.UDIV : BinaryOp.DIV
                        : unsigned ? BinaryOp.UREM : BinaryOp.REM;
        return Rvalue.ofWord(type, normalise(b, Emitter.bin(operation, x, divisor)));
    }

    private static boolean isNonZeroConstant(Value y) {
        return y instanceof Value.IntConst i && i.value() != 0
                || y instanceof Value.LongConst l && l.value() != 0;
    }

    private Rvalue complex(Token op, Rvalue x, Rvalue y) {
        var a = e.stable(x);
        var b = e.stable(y);
        var re = a.word(0);
        var im = a.word(1);
        var re2 = b.word(0);
        var im2 = b.word(1);
        return switch (op) {
            case ADD ->
                    pair(
                            a.type(),
                            Emitter.bin(BinaryOp.ADD, re, re2),
                            Emitter.bin(BinaryOp.ADD, im, im2));
            case SUB ->
                    pair(
                            a.type(),
                            Emitter.bin(BinaryOp.SUB, re, re2),
                            Emitter.bin(BinaryOp.SUB, im, im2));
            case MUL ->
                    pair(
                            a.type(),
                            Emitter.bin(
                                    BinaryOp.SUB,
                                    Emitter.bin(BinaryOp.MUL, re, re2),
                                    Emitter.bin(BinaryOp.MUL, im, im2)),
                            Emitter.bin(
                                    BinaryOp.ADD,
                                    Emitter.bin(BinaryOp.MUL, re, im2),
                                    Emitter.bin(BinaryOp.MUL, im, re2)));
            case QUO -> complexQuotient(a, b);
            default -> throw new IllegalStateException("complex " + op);
        };
    }

    /// Division goes through `runtime.complex128div`, which treats infinities and NaNs as the C99 annex G does.
    private Rvalue complexQuotient(Rvalue a, Rvalue b) {
        boolean small = basic(a.type()) == BasicType.COMPLEX64;
        var wide =
                small
                        ? new Rvalue[] {widen(a), widen(b)}
                        : new Rvalue[] {a.as(BasicType.COMPLEX128), b.as(BasicType.COMPLEX128)};
        var q = fn.calls.runtimeFunction("complex128div", List.of(wide)).getFirst();
        return small
                ? pair(
                        a.type(),
                        Emitter.un(UnaryOp.D_TO_F, q.word(0)),
                        Emitter.un(UnaryOp.D_TO_F, q.word(1)))
                : q.as(a.type());
    }

    private static Rvalue widen(Rvalue c) {
        return Rvalue.ofWords(
                BasicType.COMPLEX128,
                List.of(
                        Emitter.un(UnaryOp.F_TO_D, c.word(0)),
                        Emitter.un(UnaryOp.F_TO_D, c.word(1))));
    }

    private static Rvalue pair(Type type, Value re, Value im) {
        return Rvalue.ofWords(type, List.of(re, im));
    }

    Rvalue negate(Rvalue x) {
        var b = basic(x.type());
        if (b.isComplex()) {
            return pair(
                    x.type(),
                    Emitter.un(UnaryOp.NEG, x.word(0)),
                    Emitter.un(UnaryOp.NEG, x.word(1)));
        }
        return Rvalue.ofWord(x.type(), normalise(b, Emitter.un(UnaryOp.NEG, x.word())));
    }

    Rvalue complement(Rvalue x) {
        return Rvalue.ofWord(
                x.type(), normalise(basic(x.type()), Emitter.un(UnaryOp.NOT_BITS, x.word())));
    }

    /// `x op count`; the count's type is its own. A negative count panics, one past the width gives 0 or the sign.
    Rvalue shift(Token op, Rvalue x, Expr countExpr, int pos) {
        var type = basic(x.type());
        int width = x.word().word() == Word.J ? 64 : 32;
        var constant = fn.pkg.operand(countExpr).value();
        if (constant != null) {
            var big = java.util.Objects.requireNonNull(Constants.toInteger(constant));
            int count = big.bitLength() > 31 ? Integer.MAX_VALUE : big.intValue();
            return constantShift(op, x, type, count, width);
        }
        var countValue = fn.expressions.value(countExpr);
        e.at(pos);
        var count = e.stable(fn.expressions.conversionToLong(countValue));
        if (!basic(countValue.type()).isUnsigned()) {
            checkNotNegative(count);
        }
        var inRange = Emitter.bin(BinaryOp.ULT, count, Emitter.longConst(width));
        var small = Emitter.un(UnaryOp.J_TO_I, count);
        if (op == Token.SHL) {
            var shifted =
                    Emitter.bin(
                            BinaryOp.SHL,
                            x.word(),
                            Emitter.and(small, Emitter.intConst(width - 1)));
            return Rvalue.ofWord(
                    x.type(),
                    normalise(
                            type,
                            new Value.Choose(inRange, shifted, Emitter.zeroWord(x.word().word()))));
        }
        if (type.isUnsigned()) {
            var shifted =
                    Emitter.bin(
                            BinaryOp.USHR,
                            x.word(),
                            Emitter.and(small, Emitter.intConst(width - 1)));
            return Rvalue.ofWord(
                    x.type(),
                    new Value.Choose(inRange, shifted, Emitter.zeroWord(x.word().word())));
        }
        var clamped = new Value.Choose(inRange, small, Emitter.intConst(width - 1));
        return Rvalue.ofWord(x.type(), Emitter.bin(BinaryOp.SHR, x.word(), clamped));
    }

    private Rvalue constantShift(Token op, Rvalue x, BasicType type, int count, int width) {
        if (op == Token.SHL) {
            return count >= width
                    ? Rvalue.ofWord(x.type(), Emitter.zeroWord(x.word().word()))
                    : Rvalue.ofWord(
                            x.type(),
                            normalise(
                                    type,
                                    Emitter.bin(BinaryOp.SHL, x.word(), Emitter.intConst(count))));
        }
        if (type.isUnsigned()) {
            return count >= width
                    ? Rvalue.ofWord(x.type(), Emitter.zeroWord(x.word().word()))
                    : Rvalue.ofWord(
                            x.type(),
                            Emitter.bin(BinaryOp.USHR, x.word(), Emitter.intConst(count)));
        }
        return Rvalue.ofWord(
                x.type(),
                Emitter.bin(BinaryOp.SHR, x.word(), Emitter.intConst(Math.min(count, width - 1))));
    }

    private void checkNotNegative(Value count) {
        var bad = e.newBlock();
        var good = e.newBlock();
        e.branch(Emitter.bin(BinaryOp.LT, count, Emitter.longConst(0)), bad, good);
        e.start(bad);
        e.throwing(Entry.PANIC_SHIFT);
        e.start(good);
    }
}
