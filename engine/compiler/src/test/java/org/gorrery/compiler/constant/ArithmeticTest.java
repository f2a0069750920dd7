package org.gorrery.compiler.constant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
    private static final Constant THIRD = Constants.ratio(BigInteger.ONE, BigInteger.valueOf(3));

    private static Constant op(Arithmetic.Op op, Constant a, Constant b) {
        return Arithmetic.binary(op, a, b);
    }

    @Test
    void thirdsAddUpToOne() {
        var two = op(Arithmetic.Op.ADD, THIRD, THIRD);
        assertEquals(Constants.of(1), op(Arithmetic.Op.ADD, two, THIRD));
    }

    @Test
    void integerDivisionTruncatesTowardsZero() {
        assertEquals(
                Constants.of(-2), op(Arithmetic.Op.INT_QUO, Constants.of(-7), Constants.of(3)));
        assertEquals(Constants.of(-1), op(Arithmetic.Op.REM, Constants.of(-7), Constants.of(3)));
    }

    @Test
    void iSquaredIsMinusOne() {
        var i = Constants.complex(Constants.of(0), Constants.of(1));
        assertEquals(Constants.of(-1), op(Arithmetic.Op.MUL, i, i));
        assertEquals(Constants.of(1), op(Arithmetic.Op.QUO, i, i));
    }

    @Test
    void complementOfAnUnsignedStaysInItsBits() {
        assertEquals(Constants.of(254), Arithmetic.complement(Constants.of(1), 8));
        assertEquals(Constants.of(-2), Arithmetic.complement(Constants.of(1), 0));
    }

    @Test
    void hugePowersKeep512Bits() {
        Constant x = Constants.of(3);
        for (int i = 0; i < 14; i++) {
            x = op(Arithmetic.Op.MUL, x, x);
        }
        var f = assertInstanceOf(Constant.Flt.class, x);
        assertTrue(f.mantissa().bitLength() <= 512);
        // 3^16384, compared by its leading 64 bits with the exact power
        var exact = BigInteger.valueOf(3).pow(1 << 14);
        int bits = f.mantissa().bitLength();
        assertEquals(exact.bitLength(), bits + f.exp());
        assertEquals(exact.shiftRight(exact.bitLength() - 64), f.mantissa().shiftRight(bits - 64));
    }

    @Test
    void fractionsRoundToDoublesAsJavaReadsThem() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            var num = new BigInteger(1 + random.nextInt(200), random);
            int scale = random.nextInt(330);
            var c = Constants.ratio(num, BigInteger.TEN.pow(scale));
            assertEquals(
                    Double.parseDouble(num + "e-" + scale),
                    Constants.toDouble(c),
                    num + "e-" + scale);
            assertEquals(
                    Float.parseFloat(num + "e-" + scale), Constants.toFloat(c), num + "e-" + scale);
        }
    }

    @Test
    void doublesComeBackExactly() {
        for (double d :
                new double[] {0.1, -1.5, Double.MIN_VALUE, Double.MAX_VALUE, 5e-324, 1e300, 3}) {
            assertEquals(d, Constants.toDouble(Constants.of(d)));
        }
    }

    @Test
    void tooLargeForADoubleIsInfinite() {
        assertEquals(
                Double.POSITIVE_INFINITY,
                Constants.toDouble(Constants.of(BigInteger.TEN.pow(309))));
        assertEquals(
                Float.NEGATIVE_INFINITY,
                Constants.toFloat(Constants.of(BigInteger.TEN.pow(39).negate())));
    }

    @Test
    void textIsShort() {
        assertEquals("3.14159", ConstantText.of(Constants.of(Math.PI)));
        assertEquals("1e+100", ConstantText.ofFloat(Constants.of(BigInteger.TEN.pow(100))));
        assertEquals("0.333333", ConstantText.of(THIRD));
        assertEquals(
                "0.9999999",
                ConstantText.of(Constants.ratio(new BigInteger("9999999"), BigInteger.TEN.pow(7))));
        assertEquals("\"a\\n\\\"\\x00\"", ConstantText.of(Constants.ofBytes("a\n\"\0")));
        assertEquals(
                "(1 + 2i)", ConstantText.of(Constants.complex(Constants.of(1), Constants.of(2))));
    }
}
