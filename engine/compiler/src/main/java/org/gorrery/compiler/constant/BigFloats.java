package org.gorrery.compiler.constant;

import java.math.BigInteger;

/// Arithmetic on [Constant.Flt], rounded to the nearest (ties to even) of 512 bits, and rounding to machine floats.
final class BigFloats {
    /// Bits of mantissa kept; the spec asks for 256.
    static final int PRECISION = 512;

    private BigFloats() {}

    /// `mantissa * 2^exp` rounded, without trailing zero bits.
    static Constant normal(BigInteger mantissa, long exp) {
        if (mantissa.signum() == 0) {
            return Constants.of(0);
        }
        int excess = mantissa.abs().bitLength() - PRECISION;
        var m = excess > 0 ? roundShift(mantissa, excess) : mantissa;
        long e = excess > 0 ? exp + excess : exp;
        int zeros = m.getLowestSetBit();
        m = m.shiftRight(zeros);
        e += zeros;
        if (e + m.bitLength() > Integer.MAX_VALUE) {
            throw new ArithmeticException("constant too large");
        }
        if (e < Integer.MIN_VALUE + 2L * PRECISION) {
            return Constants.of(0);
        }
        return new Constant.Flt(m, (int) e);
    }

    /// `m / 2^shift`, to nearest, ties to even.
    private static BigInteger roundShift(BigInteger m, int shift) {
        var abs = m.abs();
        var q = abs.shiftRight(shift);
        boolean half = abs.testBit(shift - 1);
        boolean sticky = abs.getLowestSetBit() < shift - 1;
        if (half && (sticky || q.testBit(0))) {
            q = q.add(BigInteger.ONE);
        }
        return m.signum() < 0 ? q.negate() : q;
    }

    /// Any real number as a big float.
    static Constant.Flt from(Constant c) {
        var f =
                switch (c) {
                    case Constant.Flt x -> x;
                    case Constant.Int i -> normal(i.value(), 0);
                    case Constant.Ratio r ->
                            quotient(new Constant.Flt(r.num(), 0), new Constant.Flt(r.den(), 0));
                    case Constant.Complex z -> throw new IllegalArgumentException("complex");
                    case Constant.Bool b -> throw new IllegalArgumentException("bool");
                    case Constant.Str s -> throw new IllegalArgumentException("string");
                };
        return f instanceof Constant.Flt x ? x : new Constant.Flt(BigInteger.ZERO, 0);
    }

    static Constant sum(Constant.Flt a, Constant.Flt b) {
        if (a.exp() < b.exp()) {
            return sum(b, a);
        }
        long gap = (long) a.exp() - b.exp();
        if (a.mantissa().signum() != 0
                && gap + a.mantissa().bitLength() > 4L * PRECISION + b.mantissa().bitLength()) {
            return simple(normal(a.mantissa(), a.exp()));
        }
        return simple(normal(a.mantissa().shiftLeft((int) gap).add(b.mantissa()), b.exp()));
    }

    static Constant product(Constant.Flt a, Constant.Flt b) {
        return simple(normal(a.mantissa().multiply(b.mantissa()), (long) a.exp() + b.exp()));
    }

    /// `a / b`; `b` is not zero.
    static Constant quotient(Constant.Flt a, Constant.Flt b) {
        int shift =
                Math.max(0, PRECISION + 2 + b.mantissa().bitLength() - a.mantissa().bitLength());
        var parts = a.mantissa().shiftLeft(shift).divideAndRemainder(b.mantissa());
        var q = parts[0].shiftLeft(1);
        if (parts[1].signum() != 0) {
            int sign = a.mantissa().signum() * b.mantissa().signum();
            q = q.add(BigInteger.valueOf(sign));
        }
        return normal(q, (long) a.exp() - b.exp() - shift - 1);
    }

    static int compare(Constant.Flt a, Constant.Flt b) {
        int signs = Integer.compare(a.mantissa().signum(), b.mantissa().signum());
        if (signs != 0 || a.mantissa().signum() == 0) {
            return signs;
        }
        long topA = (long) a.exp() + a.mantissa().abs().bitLength();
        long topB = (long) b.exp() + b.mantissa().abs().bitLength();
        if (topA != topB) {
            return Long.compare(topA, topB) * a.mantissa().signum();
        }
        int low = Math.min(a.exp(), b.exp());
        return a.mantissa()
                .shiftLeft(a.exp() - low)
                .compareTo(b.mantissa().shiftLeft(b.exp() - low));
    }

    /// A float of moderate size as integer or exact fraction, so that equal values look equal.
    private static Constant simple(Constant c) {
        return c instanceof Constant.Flt f && Math.abs((long) f.exp()) < 2048
                ? Constants.scaled(f.mantissa(), f.exp())
                : c;
    }

    /// The value rounded to a binary float with `precision` bits and normal exponents `minExp` to `maxExp`; infinite beyond.
    static double round(Constant c, int precision, int minExp, int maxExp) {
        BigInteger m;
        long e;
        switch (c) {
            case Constant.Int i -> {
                m = i.value();
                e = 0;
            }
            case Constant.Flt f -> {
                m = f.mantissa();
                e = f.exp();
            }
            case Constant.Ratio r -> {
                int shift = Math.max(0, 130 + r.den().bitLength() - r.num().bitLength());
                var parts = r.num().abs().shiftLeft(shift).divideAndRemainder(r.den());
                m = parts[0].shiftLeft(1);
                if (parts[1].signum() != 0) {
                    m = m.setBit(0);
                }
                if (r.num().signum() < 0) {
                    m = m.negate();
                }
                e = -shift - 1L;
            }
            case Constant.Complex z -> throw new IllegalArgumentException("complex");
            case Constant.Bool b -> throw new IllegalArgumentException("bool");
            case Constant.Str s -> throw new IllegalArgumentException("string");
        }
        return round(m, e, precision, minExp, maxExp);
    }

    private static double round(BigInteger m, long e, int precision, int minExp, int maxExp) {
        if (m.signum() == 0) {
            return 0;
        }
        int bits = m.abs().bitLength();
        long top = bits - 1 + e;
        if (top > maxExp) {
            return m.signum() < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        long keep = top >= minExp ? precision : precision - (minExp - top);
        if (keep < 0) {
            return 0;
        }
        long shift = bits - keep;
        var q = shift > 0 ? roundShift(m, (int) shift) : m;
        long exp = shift > 0 ? e + shift : e;
        if (q.abs().bitLength() - 1 + exp > maxExp) {
            return m.signum() < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        int spare = Math.max(0, q.abs().bitLength() - 53);
        return Math.scalb(q.shiftRight(spare).doubleValue(), (int) Math.max(exp + spare, -5000));
    }
}
