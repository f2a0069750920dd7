package org.gorrery.runtime.diag;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Floats as the print builtins write them: the shortest digits that read back as the same number, with an exponent below -4 and
/// from 6 or the number of digits on, whichever tells less of it.
///
/// Source: Go 1.26, `runtime/float.go` and `strconv` (format 'g', precision -1), found by trying.
final class GoFloats {
    private static final int LEAST_EXPONENT = -4;
    private static final int EXPONENT_FROM = 6;

    private GoFloats() {}

    static void append(StringBuilder out, double v) {
        if (special(out, v)) {
            return;
        }
        digits(out, v < 0 || 1 / v < 0, shortest(Double.toString(Math.abs(v)), v));
    }

    static void append(StringBuilder out, float v) {
        if (special(out, v)) {
            return;
        }
        digits(out, v < 0 || 1 / v < 0, shortest(Float.toString(Math.abs(v)), v));
    }

    // Java gives two digits where one would do (4.9E-324 for 5e-324).
    private static BigDecimal shortest(String java, double v) {
        var two = new BigDecimal(java).stripTrailingZeros();
        if (two.precision() != 2) {
            return two;
        }
        var one = two.round(new MathContext(1, RoundingMode.HALF_EVEN));
        return one.doubleValue() == Math.abs(v) ? one : two;
    }

    // Of a float32.
    private static BigDecimal shortest(String java, float v) {
        var two = new BigDecimal(java).stripTrailingZeros();
        if (two.precision() != 2) {
            return two;
        }
        var one = two.round(new MathContext(1, RoundingMode.HALF_EVEN));
        return one.floatValue() == Math.abs(v) ? one : two;
    }

    private static boolean special(StringBuilder out, double v) {
        if (Double.isNaN(v)) {
            out.append("NaN");
        } else if (Double.isInfinite(v)) {
            out.append(v > 0 ? "+Inf" : "-Inf");
        } else {
            return false;
        }
        return true;
    }

    private static void digits(StringBuilder out, boolean negative, BigDecimal v) {
        if (negative) {
            out.append('-');
        }
        if (v.signum() == 0) {
            out.append('0');
            return;
        }
        BigDecimal s = v.stripTrailingZeros();
        String d = s.unscaledValue().toString();
        int exponent = d.length() - 1 - s.scale();
        if (exponent >= LEAST_EXPONENT && exponent < EXPONENT_FROM) {
            out.append(s.toPlainString());
            return;
        }
        out.append(d.charAt(0));
        if (d.length() > 1) {
            out.append('.').append(d, 1, d.length());
        }
        out.append('e').append(exponent < 0 ? '-' : '+');
        int e = Math.abs(exponent);
        if (e < 10) {
            out.append('0');
        }
        out.append(e);
    }
}
