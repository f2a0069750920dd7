package org.gorrery.compiler.constant;

import java.math.BigInteger;

/// Exact operations on constants (Go spec, "Constant expressions").
public final class Arithmetic {
    private Arithmetic() {}

    /// The binary operations.
    public enum Op {
        ADD,
        SUB,
        MUL,
        /// Division of integers, truncated.
        INT_QUO,
        /// Division of fractions, exact.
        QUO,
        REM,
        AND,
        OR,
        XOR,
        AND_NOT
    }

    /// The comparisons.
    public enum Comparison {
        EQL,
        NEQ,
        LSS,
        LEQ,
        GTR,
        GEQ
    }

    /// `a op b`: numbers, or strings with ADD. The divisor is not zero; bit operations want integers.
    ///
    /// @throws ArithmeticException where the result is too large to be kept
    public static Constant binary(Op op, Constant a, Constant b) {
        if (a instanceof Constant.Str s && b instanceof Constant.Str t) {
            return new Constant.Str(s.bytes() + t.bytes());
        }
        if (a instanceof Constant.Int x && b instanceof Constant.Int y) {
            return integers(op, x.value(), y.value());
        }
        if (a instanceof Constant.Complex || b instanceof Constant.Complex) {
            return complexes(op, a, b);
        }
        if (a instanceof Constant.Flt || b instanceof Constant.Flt) {
            return floats(op, a, b);
        }
        return ratios(op, num(a), den(a), num(b), den(b));
    }

    private static Constant integers(Op op, BigInteger x, BigInteger y) {
        return switch (op) {
            case ADD -> Constants.scaled(x.add(y), 0);
            case SUB -> Constants.scaled(x.subtract(y), 0);
            case MUL -> Constants.scaled(x.multiply(y), 0);
            case INT_QUO -> Constants.of(x.divide(y));
            case QUO -> Constants.ratio(x, y);
            case REM -> Constants.of(x.remainder(y));
            case AND -> Constants.of(x.and(y));
            case OR -> Constants.of(x.or(y));
            case XOR -> Constants.of(x.xor(y));
            case AND_NOT -> Constants.of(x.andNot(y));
        };
    }

    private static Constant ratios(
            Op op, BigInteger an, BigInteger ad, BigInteger bn, BigInteger bd) {
        return switch (op) {
            case ADD -> Constants.ratio(an.multiply(bd).add(bn.multiply(ad)), ad.multiply(bd));
            case SUB -> Constants.ratio(an.multiply(bd).subtract(bn.multiply(ad)), ad.multiply(bd));
            case MUL -> Constants.ratio(an.multiply(bn), ad.multiply(bd));
            case QUO, INT_QUO -> Constants.ratio(an.multiply(bd), ad.multiply(bn));
            case REM, AND, OR, XOR, AND_NOT ->
                    throw new IllegalArgumentException(op + " of fractions");
        };
    }

    private static Constant floats(Op op, Constant a, Constant b) {
        var x = BigFloats.from(a);
        var y = BigFloats.from(b);
        return switch (op) {
            case ADD -> BigFloats.sum(x, y);
            case SUB -> BigFloats.sum(x, new Constant.Flt(y.mantissa().negate(), y.exp()));
            case MUL -> BigFloats.product(x, y);
            case QUO, INT_QUO -> BigFloats.quotient(x, y);
            case REM, AND, OR, XOR, AND_NOT ->
                    throw new IllegalArgumentException(op + " of floats");
        };
    }

    private static Constant complexes(Op op, Constant x, Constant y) {
        var a = Constants.real(x);
        var b = Constants.imag(x);
        var c = Constants.real(y);
        var d = Constants.imag(y);
        return switch (op) {
            case ADD, SUB -> Constants.complex(binary(op, a, c), binary(op, b, d));
            case MUL ->
                    Constants.complex(
                            binary(Op.SUB, mul(a, c), mul(b, d)),
                            binary(Op.ADD, mul(b, c), mul(a, d)));
            case QUO, INT_QUO -> {
                var norm = binary(Op.ADD, mul(c, c), mul(d, d));
                var re = binary(Op.ADD, mul(a, c), mul(b, d));
                var im = binary(Op.SUB, mul(b, c), mul(a, d));
                yield Constants.complex(binary(Op.QUO, re, norm), binary(Op.QUO, im, norm));
            }
            case REM, AND, OR, XOR, AND_NOT ->
                    throw new IllegalArgumentException(op + " of complex numbers");
        };
    }

    private static Constant mul(Constant a, Constant b) {
        return binary(Op.MUL, a, b);
    }

    /// `-x` of a number.
    public static Constant negate(Constant x) {
        return switch (x) {
            case Constant.Int i -> Constants.of(i.value().negate());
            case Constant.Ratio r -> new Constant.Ratio(r.num().negate(), r.den());
            case Constant.Flt f -> new Constant.Flt(f.mantissa().negate(), f.exp());
            case Constant.Complex z -> Constants.complex(negate(z.re()), negate(z.im()));
            case Constant.Bool b -> throw new IllegalArgumentException("-bool");
            case Constant.Str s -> throw new IllegalArgumentException("-string");
        };
    }

    /// `^x` of an integer; within `unsignedBits` for an unsigned type, or 0 for any other.
    public static Constant complement(Constant x, int unsignedBits) {
        var value = Constants.toInteger(x);
        if (value == null) {
            throw new IllegalArgumentException("^ of " + x);
        }
        var flipped = value.not();
        return Constants.of(
                unsignedBits == 0
                        ? flipped
                        : flipped.and(
                                BigInteger.ONE.shiftLeft(unsignedBits).subtract(BigInteger.ONE)));
    }

    /// `x << count`, or `x >> count` where `left` is false, of an integer.
    public static Constant shift(Constant x, boolean left, int count) {
        var value = Constants.toInteger(x);
        if (value == null) {
            throw new IllegalArgumentException("shift of " + x);
        }
        return Constants.of(left ? value.shiftLeft(count) : value.shiftRight(count));
    }

    /// Compares two of the same kind.
    public static boolean compare(Comparison op, Constant a, Constant b) {
        if (a instanceof Constant.Bool x && b instanceof Constant.Bool y) {
            return (op == Comparison.EQL) == (x.value() == y.value());
        }
        if (a instanceof Constant.Complex || b instanceof Constant.Complex) {
            boolean same =
                    order(Constants.real(a), Constants.real(b)) == 0
                            && order(Constants.imag(a), Constants.imag(b)) == 0;
            return (op == Comparison.EQL) == same;
        }
        int order = order(a, b);
        return switch (op) {
            case EQL -> order == 0;
            case NEQ -> order != 0;
            case LSS -> order < 0;
            case LEQ -> order <= 0;
            case GTR -> order > 0;
            case GEQ -> order >= 0;
        };
    }

    /// -1, 0 or 1 as `a` is below, equal to or above `b`; both strings or both real.
    public static int order(Constant a, Constant b) {
        if (a instanceof Constant.Str s && b instanceof Constant.Str t) {
            return Integer.signum(s.bytes().compareTo(t.bytes()));
        }
        if (a instanceof Constant.Int x && b instanceof Constant.Int y) {
            return x.value().compareTo(y.value());
        }
        if (a instanceof Constant.Flt || b instanceof Constant.Flt) {
            return BigFloats.compare(BigFloats.from(a), BigFloats.from(b));
        }
        return num(a).multiply(den(b)).compareTo(num(b).multiply(den(a)));
    }

    private static BigInteger num(Constant c) {
        return switch (c) {
            case Constant.Int i -> i.value();
            case Constant.Ratio r -> r.num();
            case Constant.Flt f -> throw new IllegalArgumentException("float");
            case Constant.Complex z -> throw new IllegalArgumentException("complex");
            case Constant.Bool b -> throw new IllegalArgumentException("bool");
            case Constant.Str s -> throw new IllegalArgumentException("string");
        };
    }

    private static BigInteger den(Constant c) {
        return c instanceof Constant.Ratio r ? r.den() : BigInteger.ONE;
    }
}
