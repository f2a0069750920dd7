package org.gorrery.compiler.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import org.gorrery.compiler.ir.BinaryOp;
import org.gorrery.compiler.ir.UnaryOp;
import org.gorrery.compiler.ir.Word;
import org.junit.jupiter.api.Test;

/// Every operation of the IR at its edges, against exact arithmetic.
class ArithmeticTest {
    private static final long[] LONGS = {
        0,
        1,
        -1,
        2,
        7,
        -7,
        63,
        1000003,
        -1000003,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        1L << 32,
        -1L << 31
    };
    private static final int[] INTS = {
        0, 1, -1, 2, 7, -7, 31, 65537, -65537, Integer.MAX_VALUE, Integer.MIN_VALUE
    };
    private static final double[] DOUBLES = {
        0.0,
        -0.0,
        1,
        -1,
        0.5,
        -2.5,
        1e300,
        -1e300,
        3e9,
        -3e9,
        9.3e18,
        1.9e19,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE
    };

    private static GeneratedProgram binaries(Word word) {
        var builder = new GeneratedProgram.Builder();
        for (var op : BinaryOp.values()) {
            if ((word == Word.F || word == Word.D) && !definedOnFloats(op)) {
                continue;
            }
            boolean shift = isShift(op);
            var result = op.isComparison() ? Word.I : word;
            var f = Ir.function(op.name(), List.of(word, shift ? Word.I : word), List.of(result));
            f.blocks().getFirst().setTerminator(Ir.ret(Ir.op(op, Ir.param(f, 0), Ir.param(f, 1))));
            builder.add(f);
        }
        return builder.build();
    }

    private static boolean isShift(BinaryOp op) {
        return op == BinaryOp.SHL
                || op == BinaryOp.SHR
                || op == BinaryOp.USHR
                || op == BinaryOp.ROTL;
    }

    private static boolean definedOnFloats(BinaryOp op) {
        return switch (op) {
            case ADD, SUB, MUL, DIV, MIN, MAX, EQ, NE, LT, LE, GT, GE -> true;
            default -> false;
        };
    }

    private static BigInteger unsigned(BigInteger x, int bits) {
        return x.and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
    }

    /// What the operation yields, exactly; null where it is not asked for (division by 0).
    private static Object expected(BinaryOp op, long x, long y, int bits) {
        var a = BigInteger.valueOf(x);
        var b = BigInteger.valueOf(y);
        var ua = unsigned(a, bits);
        var ub = unsigned(b, bits);
        boolean zero = y == 0;
        return switch (op) {
            case ADD -> a.add(b);
            case SUB -> a.subtract(b);
            case MUL -> a.multiply(b);
            case DIV -> zero ? null : a.divide(b);
            case REM -> zero ? null : a.remainder(b);
            case UDIV -> zero ? null : ua.divide(ub);
            case UREM -> zero ? null : ua.remainder(ub);
            case AND -> a.and(b);
            case OR -> a.or(b);
            case XOR -> a.xor(b);
            case AND_NOT -> a.andNot(b);
            case SHL -> a.shiftLeft((int) y);
            case SHR -> a.shiftRight((int) y);
            case USHR -> ua.shiftRight((int) y);
            case ROTL -> ua.shiftLeft((int) y).or(ua.shiftRight(bits - (int) y));
            case MUL_HIGH -> a.multiply(b).shiftRight(bits);
            case UMUL_HIGH -> ua.multiply(ub).shiftRight(bits);
            case MIN -> a.min(b);
            case MAX -> a.max(b);
            case EQ -> a.equals(b);
            case NE -> !a.equals(b);
            case LT -> a.compareTo(b) < 0;
            case LE -> a.compareTo(b) <= 0;
            case GT -> a.compareTo(b) > 0;
            case GE -> a.compareTo(b) >= 0;
            case ULT -> ua.compareTo(ub) < 0;
            case ULE -> ua.compareTo(ub) <= 0;
            case UGT -> ua.compareTo(ub) > 0;
            case UGE -> ua.compareTo(ub) >= 0;
        };
    }

    @Test
    void operationsOnLongsAreExactModulo64Bits() {
        var program = binaries(Word.J);
        for (var op : BinaryOp.values()) {
            for (long x : LONGS) {
                for (long y : LONGS) {
                    long b = isShift(op) ? y & 63 : y;
                    var want = expected(op, x, b, 64);
                    if (want == null) {
                        continue;
                    }
                    var got = program.call(op.name(), x, isShift(op) ? (Object) (int) b : b);
                    Object exact =
                            want instanceof Boolean t
                                    ? (Object) (t ? 1 : 0)
                                    : (Object) ((BigInteger) want).longValue();
                    assertEquals(exact, got, () -> x + " " + op + " " + b);
                }
            }
        }
    }

    @Test
    void operationsOnIntsAreExactModulo32Bits() {
        var program = binaries(Word.I);
        for (var op : BinaryOp.values()) {
            for (int x : INTS) {
                for (int y : INTS) {
                    int b = isShift(op) ? y & 31 : y;
                    var want = expected(op, x, b, 32);
                    if (want != null) {
                        int exact =
                                want instanceof Boolean t
                                        ? (t ? 1 : 0)
                                        : ((BigInteger) want).intValue();
                        assertEquals(
                                exact, program.call(op.name(), x, b), () -> x + " " + op + " " + b);
                    }
                }
            }
        }
    }

    private static Object onDoubles(BinaryOp op, double a, double b) {
        return switch (op) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case EQ -> a == b ? 1 : 0;
            case NE -> a != b ? 1 : 0;
            case LT -> a < b ? 1 : 0;
            case LE -> a <= b ? 1 : 0;
            case GT -> a > b ? 1 : 0;
            case GE -> a >= b ? 1 : 0;
            default -> throw new IllegalArgumentException();
        };
    }

    @Test
    void operationsOnDoublesFollowIeee() {
        var program = binaries(Word.D);
        for (var op : BinaryOp.values()) {
            for (double x : DOUBLES) {
                for (double y : DOUBLES) {
                    if (definedOnFloats(op)) {
                        assertEquals(
                                onDoubles(op, x, y),
                                program.call(op.name(), x, y),
                                () -> x + " " + op + " " + y);
                    }
                }
            }
        }
    }

    @Test
    void operationsOnFloatsRoundOnce() {
        var program = binaries(Word.F);
        for (double a : DOUBLES) {
            for (double b : DOUBLES) {
                float x = (float) a;
                float y = (float) b;
                assertEquals(x + y, program.call("ADD", x, y));
                assertEquals(x * y, program.call("MUL", x, y));
                assertEquals(x / y, program.call("DIV", x, y));
                assertEquals(x < y ? 1 : 0, program.call("LT", x, y));
                assertEquals(x >= y ? 1 : 0, program.call("GE", x, y));
                assertEquals(x != y ? 1 : 0, program.call("NE", x, y));
            }
        }
    }

    private static GeneratedProgram unary(UnaryOp op, Word from) {
        var f = Ir.function("f", List.of(from), List.of(op.result(from)));
        f.blocks().getFirst().setTerminator(Ir.ret(Ir.op(op, Ir.param(f, 0))));
        return new GeneratedProgram.Builder().add(f).build();
    }

    private static Object apply(UnaryOp op, Word from, Object x) {
        return unary(op, from).call("f", x);
    }

    /// Figures printed by a program compiled by Go 1.26 for amd64.
    @Test
    void floatsBecomeIntegersAsOnAmd64() {
        var toJ = unary(UnaryOp.D_TO_J, Word.D);
        var toU = unary(UnaryOp.D_TO_U64, Word.D);
        var toI = unary(UnaryOp.D_TO_I, Word.D);
        double[] x = {
            Double.NaN,
            1e30,
            -1e30,
            -1,
            -1.5,
            0x1p63,
            0x1p63 + 4096,
            0x1p64,
            2147483648.0,
            -2147483649.0,
            3e9,
            0.9,
            -0.9
        };
        String[] u = {
            "9223372036854775808",
            "9223372036854775808",
            "9223372036854775808",
            "18446744073709551615",
            "18446744073709551615",
            "9223372036854775808",
            "9223372036854779904",
            "9223372036854775808",
            "2147483648",
            "18446744071562067967",
            "3000000000",
            "0",
            "0"
        };
        long min = Long.MIN_VALUE;
        long[] j = {
            min, min, min, -1, -1, min, min, min, 2147483648L, -2147483649L, 3000000000L, 0, 0
        };
        int low = Integer.MIN_VALUE;
        int[] i = {low, low, low, -1, -1, low, low, low, low, low, low, 0, 0};
        for (int k = 0; k < x.length; k++) {
            assertEquals(Long.parseUnsignedLong(u[k]), toU.call("f", x[k]), "uint64 of " + x[k]);
            assertEquals(j[k], toJ.call("f", x[k]), "int64 of " + x[k]);
            assertEquals(i[k], toI.call("f", x[k]), "int32 of " + x[k]);
        }
    }

    @Test
    void unsignedIntegersBecomeTheNearestFloat() {
        long big = -1L << 10 | 1;
        assertEquals(0x1p64, apply(UnaryOp.U64_TO_D, Word.J, -1L));
        assertEquals(
                new BigInteger(Long.toUnsignedString(big)).doubleValue(),
                apply(UnaryOp.U64_TO_D, Word.J, big));
        long tie = 0x8000_0080_0000_0001L;
        assertEquals(
                new BigInteger(Long.toUnsignedString(tie)).floatValue(),
                apply(UnaryOp.U64_TO_F, Word.J, tie));
        assertEquals(4294967295.0, apply(UnaryOp.U32_TO_D, Word.I, -1));
        assertEquals(4294967296f, apply(UnaryOp.U32_TO_F, Word.I, -1));
    }

    @Test
    void widthsAreNormalised() {
        assertEquals(-128, apply(UnaryOp.EXT8, Word.I, 0x180));
        assertEquals(0x80, apply(UnaryOp.ZEXT8, Word.I, 0x180));
        assertEquals(-32768, apply(UnaryOp.EXT16, Word.I, 0x18000));
        assertEquals(0x8000, apply(UnaryOp.ZEXT16, Word.I, 0x18000));
        assertEquals(-1L, apply(UnaryOp.I_TO_J, Word.I, -1));
        assertEquals(0xffff_ffffL, apply(UnaryOp.U_TO_J, Word.I, -1));
        assertEquals(-1, apply(UnaryOp.J_TO_I, Word.J, 0xffff_ffffL));
        assertEquals(1, apply(UnaryOp.NOT, Word.I, 0));
        assertEquals(-1, apply(UnaryOp.NOT_BITS, Word.I, 0));
        assertEquals(-1L, apply(UnaryOp.NOT_BITS, Word.J, 0L));
        assertEquals(Long.MIN_VALUE, apply(UnaryOp.NEG, Word.J, Long.MIN_VALUE));
    }

    @Test
    void bitsAreCounted() {
        assertEquals(63, apply(UnaryOp.LEADING_ZEROS, Word.J, 1L));
        assertEquals(32, apply(UnaryOp.LEADING_ZEROS, Word.I, 0));
        assertEquals(64, apply(UnaryOp.TRAILING_ZEROS, Word.J, 0L));
        assertEquals(3, apply(UnaryOp.POP_COUNT, Word.I, 0x10101));
        assertEquals(0x0100_0000, apply(UnaryOp.REVERSE_BYTES, Word.I, 1));
        assertEquals(1L << 63, apply(UnaryOp.REVERSE_BITS, Word.J, 1L));
    }

    @Test
    void roundingKeepsTheSignOfZero() {
        assertEquals(-0.0, apply(UnaryOp.TRUNC, Word.D, -0.7));
        assertEquals(2.0, apply(UnaryOp.TRUNC, Word.D, 2.7));
        assertEquals(-2.0, apply(UnaryOp.TRUNC, Word.D, -2.7));
        assertEquals(Double.NaN, apply(UnaryOp.TRUNC, Word.D, Double.NaN));
        assertEquals(-3.0, apply(UnaryOp.FLOOR, Word.D, -2.1));
        assertEquals(-2.0, apply(UnaryOp.CEIL, Word.D, -2.1));
        assertEquals(0.0, apply(UnaryOp.ABS, Word.D, -0.0));
        assertEquals(1.5f, apply(UnaryOp.SQRT, Word.F, 2.25f));
        assertEquals(-0.0, apply(UnaryOp.NEG, Word.D, 0.0));
    }
}
