package org.gorrery.compiler.constant;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/// Constants as diagnostics show them: short, floats with six digits.
public final class ConstantText {
    private static final int MAX_STRING = 72;

    private ConstantText() {}

    /// The text of `c`.
    public static String of(Constant c) {
        return switch (c) {
            case Constant.Bool b -> Boolean.toString(b.value());
            case Constant.Str s -> string(s.bytes());
            case Constant.Int i -> i.value().toString();
            case Constant.Ratio r -> real(r);
            case Constant.Flt f -> real(f);
            case Constant.Complex z -> "(" + of(z.re()) + " + " + of(z.im()) + "i)";
        };
    }

    /// The text of a number of floating-point or complex type: large whole numbers get an exponent.
    public static String ofFloat(Constant c) {
        return switch (c) {
            case Constant.Int i -> real(i);
            case Constant.Ratio r -> real(r);
            case Constant.Flt f -> real(f);
            case Constant.Complex z -> "(" + ofFloat(z.re()) + " + " + ofFloat(z.im()) + "i)";
            case Constant.Bool b -> of(b);
            case Constant.Str s -> of(s);
        };
    }

    private static String string(String bytes) {
        String quoted = quote(bytes);
        if (quoted.codePointCount(0, quoted.length()) <= MAX_STRING) {
            return quoted;
        }
        return quoted.substring(0, quoted.offsetByCodePoints(0, MAX_STRING - 3)) + "...";
    }

    /// The Go string literal of some bytes (one per char).
    public static String quote(String bytes) {
        var out = new StringBuilder("\"");
        String text =
                new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        boolean exact =
                bytes.equals(
                        new String(
                                text.getBytes(StandardCharsets.UTF_8),
                                StandardCharsets.ISO_8859_1));
        String shown = exact ? text : bytes;
        shown.codePoints().forEach(cp -> appendQuoted(out, cp, exact));
        return out.append('"').toString();
    }

    private static void appendQuoted(StringBuilder out, int cp, boolean unicode) {
        switch (cp) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            case '\r' -> out.append("\\r");
            case 0x07 -> out.append("\\a");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case 0x0b -> out.append("\\v");
            default -> {
                if (cp < 0x20 || cp == 0x7f || !unicode && cp > 0x7f) {
                    out.append("\\x")
                            .append(Character.forDigit(cp >> 4, 16))
                            .append(Character.forDigit(cp & 15, 16));
                } else {
                    out.appendCodePoint(cp);
                }
            }
        }
    }

    private static String real(Constant c) {
        double d = Constants.toDouble(c);
        if (Constants.isZero(c)) {
            return "0";
        }
        if (d != 0 && !Double.isInfinite(d)) {
            String six = general(new BigDecimal(d), 6, 6);
            // a fraction must look like one
            return Constants.toInteger(c) == null && six.indexOf('.') < 0
                    ? general(new BigDecimal(Double.toString(d)), 17, 21)
                    : six;
        }
        var f = BigFloats.from(c);
        // beyond the doubles: log10 by way of the binary exponent
        double log10 =
                (f.exp() + (f.mantissa().abs().bitLength() - 1)) * Math.log10(2)
                        + Math.log10(lead(f.mantissa()));
        double whole = Math.floor(log10);
        String mantissa = general(new BigDecimal(Math.pow(10, log10 - whole)), 6, 6);
        return (f.mantissa().signum() < 0 ? "-" : "")
                + mantissa
                + (whole < 0 ? "e" : "e+")
                + (long) whole;
    }

    private static double lead(BigInteger m) {
        int bits = m.abs().bitLength();
        return bits <= 60
                ? m.abs().doubleValue() / Math.pow(2, bits - 1)
                : Math.scalb(m.abs().shiftRight(bits - 60).doubleValue(), -59);
    }

    /// As C's `%.6g`, for other numbers of digits too; from `limit` digits before the point on with an exponent.
    private static String general(BigDecimal value, int digitsKept, int limit) {
        var v =
                value.round(new MathContext(digitsKept, RoundingMode.HALF_EVEN))
                        .stripTrailingZeros();
        int exponent = v.precision() - v.scale() - 1;
        if (exponent >= -4 && exponent < limit) {
            return v.toPlainString();
        }
        String digits = v.unscaledValue().abs().toString();
        String mantissa =
                digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String e =
                Math.abs(exponent) < 10
                        ? "0" + Math.abs(exponent)
                        : Integer.toString(Math.abs(exponent));
        return (v.signum() < 0 ? "-" : "") + mantissa + (exponent < 0 ? "e-" : "e+") + e;
    }
}
