package org.gorrery.compiler.types;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.gorrery.compiler.constant.Arithmetic;
import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Literals;
import org.jspecify.annotations.Nullable;

/// Literals as exact constants (Go spec, "Constants").
final class LiteralValues {
    /// Longer literals of numbers are refused.
    private static final int MAX_LENGTH = 10_000;

    /// Decimal exponents up to this are worked out exactly.
    private static final int EXACT_EXPONENT = 1200;

    private static final int MAX_EXPONENT = 1_000_000_000;

    private static final int TINY_EXPONENT = 300_000_000;

    private LiteralValues() {}

    /// The value, or null where the literal is malformed or beyond all measure.
    static @Nullable Constant of(Expr.BasicLit lit) {
        String text = lit.text();
        try {
            return switch (lit.kind()) {
                case INT ->
                        text.length() > MAX_LENGTH ? null : Constants.of(Literals.integer(text));
                case FLOAT -> text.length() > MAX_LENGTH ? null : number(Literals.floating(text));
                case IMAG -> {
                    var im = number(Literals.imaginary(text));
                    yield im == null ? null : Constants.complex(Constants.of(0), im);
                }
                case CHAR -> Constants.of(Literals.runeValue(text));
                case STRING -> Constants.ofBytes(string(lit));
            };
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            return null; // the parser has told
        }
    }

    /// The bytes of a string literal, one per char.
    static String string(Expr.BasicLit lit) {
        try {
            return new String(Literals.stringBytes(lit.text()), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return "";
        }
    }

    private static @Nullable Constant number(Literals.Number n) {
        if (n.mantissa().signum() == 0) {
            return Constants.of(0);
        }
        if (n.decimalExponent() < -TINY_EXPONENT) {
            return Constants.of(0); // too small to be told from zero
        }
        if (n.decimalExponent() > MAX_EXPONENT || Math.abs(n.binaryExponent()) > MAX_EXPONENT) {
            return null;
        }
        int e = (int) n.decimalExponent();
        var binary = Constants.scaled(n.mantissa(), (int) n.binaryExponent());
        if (e == 0) {
            return binary;
        }
        if (Math.abs(e) <= EXACT_EXPONENT && binary instanceof Constant.Int m) {
            var power = BigInteger.TEN.pow(Math.abs(e));
            return e > 0
                    ? Constants.scaled(m.value().multiply(power), 0)
                    : Constants.ratio(m.value(), power);
        }
        return Arithmetic.binary(
                e > 0 ? Arithmetic.Op.MUL : Arithmetic.Op.QUO, binary, powerOfTen(Math.abs(e)));
    }

    private static Constant powerOfTen(int e) {
        Constant result = Constants.of(1);
        Constant base = Constants.of(10);
        for (int n = e; n > 0; n >>= 1) {
            if ((n & 1) != 0) {
                result = Arithmetic.binary(Arithmetic.Op.MUL, result, base);
            }
            if (n > 1) {
                base = Arithmetic.binary(Arithmetic.Op.MUL, base, base);
            }
        }
        return result;
    }
}
