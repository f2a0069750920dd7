package org.gorrery.compiler.constant;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Makes, takes apart and converts constants.
///
/// Numbers are kept in their simplest form: a whole number is an [Constant.Int] whatever its Go type, a complex number
/// with imaginary part zero is real. The type of a constant says how to read it; [#real] and [#imag] give the parts.
public final class Constants {
    /// More bits than this in an integer part or denominator, and a fraction is kept as [Constant.Flt].
    private static final int EXACT_BITS = 4096;

    private Constants() {}

    /// The integer `value`.
    public static Constant.Int of(long value) {
        return new Constant.Int(BigInteger.valueOf(value));
    }

    /// The integer `value`.
    public static Constant.Int of(BigInteger value) {
        return new Constant.Int(value);
    }

    /// The boolean `value`.
    public static Constant.Bool of(boolean value) {
        return new Constant.Bool(value);
    }

    /// The string whose bytes are the chars of `latin1`.
    public static Constant.Str ofBytes(String latin1) {
        return new Constant.Str(latin1);
    }

    /// The exact value of a finite `value`.
    public static Constant of(double value) {
        if (value == 0) {
            return of(0);
        }
        int exponent = Math.getExponent(value);
        long bits = Double.doubleToLongBits(value);
        long fraction = bits & ((1L << 52) - 1);
        long mantissa = exponent < Double.MIN_EXPONENT ? fraction << 1 : fraction | 1L << 52;
        var m = BigInteger.valueOf(value < 0 ? -mantissa : mantissa);
        return scaled(m, exponent - 52);
    }

    /// `mantissa * 2^exp` in its simplest exact form.
    public static Constant scaled(BigInteger mantissa, int exp) {
        if (mantissa.signum() == 0) {
            return of(0);
        }
        if (exp >= 0) {
            return mantissa.bitLength() + (long) exp <= EXACT_BITS
                    ? of(mantissa.shiftLeft(exp))
                    : BigFloats.normal(mantissa, exp);
        }
        int zeros = Math.min(mantissa.getLowestSetBit(), -exp);
        var m = mantissa.shiftRight(zeros);
        int e = exp + zeros;
        if (e == 0) {
            return of(m);
        }
        return -e <= EXACT_BITS && m.bitLength() <= EXACT_BITS
                ? new Constant.Ratio(m, BigInteger.ONE.shiftLeft(-e))
                : BigFloats.normal(m, e);
    }

    /// `num / den` in lowest terms; `den` is not zero.
    public static Constant ratio(BigInteger num, BigInteger den) {
        if (den.signum() < 0) {
            return ratio(num.negate(), den.negate());
        }
        var gcd = num.gcd(den);
        var n = num.divide(gcd);
        var d = den.divide(gcd);
        if (d.equals(BigInteger.ONE)) {
            return of(n);
        }
        if (n.bitLength() > EXACT_BITS || d.bitLength() > EXACT_BITS) {
            return BigFloats.quotient(new Constant.Flt(n, 0), new Constant.Flt(d, 0));
        }
        return new Constant.Ratio(n, d);
    }

    /// `re + im i`; `re` alone where `im` is zero.
    public static Constant complex(Constant re, Constant im) {
        return isZero(im) ? re : new Constant.Complex(re, im);
    }

    /// The real part of a number.
    public static Constant real(Constant number) {
        return number instanceof Constant.Complex c ? c.re() : number;
    }

    /// The imaginary part of a number.
    public static Constant imag(Constant number) {
        return number instanceof Constant.Complex c ? c.im() : of(0);
    }

    /// The value as an integer, or null where it is none.
    public static @Nullable BigInteger toInteger(Constant c) {
        return switch (c) {
            case Constant.Int i -> i.value();
            case Constant.Flt f ->
                    f.exp() >= 0 && f.exp() < 1 << 20 ? f.mantissa().shiftLeft(f.exp()) : null;
            case Constant.Ratio r -> null;
            case Constant.Complex z -> null;
            case Constant.Bool b -> null;
            case Constant.Str s -> null;
        };
    }

    /// The value as a `long`, wrapped to 64 bits; call only where [#toInteger] is non-null.
    public static long toLong(Constant c) {
        var i = toInteger(c);
        if (i == null) {
            throw new IllegalArgumentException("no integer: " + c);
        }
        return i.longValue();
    }

    /// The nearest double of a real number; infinite where it is too large.
    public static double toDouble(Constant c) {
        return BigFloats.round(c, 53, -1022, 1023);
    }

    /// The nearest float of a real number; infinite where it is too large.
    public static float toFloat(Constant c) {
        return (float) BigFloats.round(c, 24, -126, 127);
    }

    /// Whether it is a number.
    public static boolean isNumber(Constant c) {
        return !(c instanceof Constant.Bool || c instanceof Constant.Str);
    }

    /// Whether it is the number zero.
    public static boolean isZero(Constant c) {
        return c instanceof Constant.Int i && i.value().signum() == 0;
    }

    /// The sign of a real number: -1, 0 or 1.
    public static int sign(Constant c) {
        return switch (c) {
            case Constant.Int i -> i.value().signum();
            case Constant.Ratio r -> r.num().signum();
            case Constant.Flt f -> f.mantissa().signum();
            case Constant.Complex z -> 1;
            case Constant.Bool b -> 1;
            case Constant.Str s -> 1;
        };
    }

    /// The string's bytes as chars; call only for strings.
    public static String bytes(Constant c) {
        if (c instanceof Constant.Str s) {
            return s.bytes();
        }
        throw new IllegalArgumentException("no string: " + c);
    }

    /// The boolean; call only for booleans.
    public static boolean isTrue(Constant c) {
        return c instanceof Constant.Bool b && b.value();
    }
}
