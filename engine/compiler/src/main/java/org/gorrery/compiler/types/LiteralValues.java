package org.gorrery.compiler.types;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.gorrery.compiler.constant.Arithmetic;
import org.gorrery.compiler.constant.Constant;
import org.gorrery.compiler.constant.Constants;
import org.gorrery.compiler.syntax.Expr;
import org.jspecify.annotations.Nullable;

/// Values of literals (Go spec, "Integer literals" to "String literals").
final class LiteralValues {
    private LiteralValues() {}

    /// The value, or null where the literal is malformed or beyond all measure.
    static @Nullable Constant of(Expr.BasicLit lit) {
        String text = lit.text();
        try {
            return switch (lit.kind()) {
                case INT, FLOAT -> number(text.replace("_", ""));
                case IMAG -> imaginary(text.replace("_", ""));
                case CHAR -> rune(text);
                case STRING -> Constants.ofBytes(string(lit));
            };
        } catch (NumberFormatException | ArithmeticException | StringIndexOutOfBoundsException e) {
            return null;
        }
    }

    private static Constant imaginary(String text) {
        String digits = text.substring(0, text.length() - 1);
        boolean legacy =
                digits.length() > 1 && digits.chars().allMatch(ch -> ch >= '0' && ch <= '9');
        var im = number(legacy ? stripZeros(digits) : digits); // 0123i is decimal
        return Constants.complex(Constants.of(0), im);
    }

    private static String stripZeros(String digits) {
        int i = 0;
        while (i < digits.length() - 1 && digits.charAt(i) == '0') {
            i++;
        }
        return digits.substring(i);
    }

    private static Constant number(String text) {
        if (text.length() > 10_000) {
            throw new NumberFormatException("too long");
        }
        if (text.length() > 1 && text.charAt(0) == '0') {
            char kind = Character.toLowerCase(text.charAt(1));
            switch (kind) {
                case 'x' -> {
                    return hex(text.substring(2));
                }
                case 'b' -> {
                    return Constants.of(new BigInteger(text.substring(2), 2));
                }
                case 'o' -> {
                    return Constants.of(new BigInteger(text.substring(2), 8));
                }
                default -> {
                    if (text.chars().allMatch(Character::isDigit)) {
                        return Constants.of(new BigInteger(text, 8));
                    }
                }
            }
        }
        int e = text.indexOf('e') >= 0 ? text.indexOf('e') : text.indexOf('E');
        int exponent = e < 0 ? 0 : Integer.parseInt(text.substring(e + 1));
        return scaled(e < 0 ? text : text.substring(0, e), exponent);
    }

    private static Constant hex(String text) {
        int p = text.indexOf('p') >= 0 ? text.indexOf('p') : text.indexOf('P');
        int exponent = p < 0 ? 0 : Integer.parseInt(text.substring(p + 1));
        String mantissa = p < 0 ? text : text.substring(0, p);
        int dot = mantissa.indexOf('.');
        if (dot >= 0) {
            exponent -= 4 * (mantissa.length() - dot - 1);
            mantissa = mantissa.replace(".", "");
        }
        return Constants.scaled(new BigInteger(mantissa, 16), exponent);
    }

    private static Constant scaled(String mantissa, int exponent) {
        int dot = mantissa.indexOf('.');
        String digits = mantissa.replace(".", "");
        int e = dot < 0 ? exponent : exponent - (mantissa.length() - dot - 1);
        var m = new BigInteger(digits.isEmpty() ? "0" : digits);
        if (m.signum() == 0) {
            return Constants.of(0);
        }
        if (Math.abs(e) <= 1200) {
            var power = BigInteger.TEN.pow(Math.abs(e));
            return e >= 0 ? Constants.of(m.multiply(power)) : Constants.ratio(m, power);
        }
        if (Math.abs((long) e) > 200_000_000) {
            throw new NumberFormatException("exponent");
        }
        return Arithmetic.binary(
                e >= 0 ? Arithmetic.Op.MUL : Arithmetic.Op.QUO,
                Constants.of(m),
                powerOfTen(Math.abs(e)));
    }

    private static Constant powerOfTen(int e) {
        Constant result = Constants.scaled(BigInteger.ONE, 0);
        Constant base = Constants.of(10);
        for (int n = e; n > 0; n >>= 1) {
            if ((n & 1) != 0) {
                result = product(result, base);
            }
            if (n > 1) {
                base = product(base, base);
            }
        }
        return result;
    }

    private static Constant product(Constant a, Constant b) {
        var p = Arithmetic.binary(Arithmetic.Op.MUL, a, b);
        return p instanceof Constant.Int i && i.value().bitLength() > 4096
                ? Constants.scaled(i.value(), 0)
                : p;
    }

    private static Constant rune(String text) {
        var body = text.substring(1, text.length() - 1);
        if (body.startsWith("\\")) {
            int[] at = {0};
            return Constants.of(escape(body, at).value());
        }
        return Constants.of(body.codePointAt(0));
    }

    /// The bytes of a string literal, one per char.
    static String string(Expr.BasicLit lit) {
        String text = lit.text();
        if (text.startsWith("`")) {
            String raw = text.substring(1, text.length() - 1).replace("\r", "");
            return bytes(raw);
        }
        if (text.length() < 2) {
            return "";
        }
        String body = text.substring(1, text.length() - 1);
        if (body.indexOf('\\') < 0) {
            return bytes(body);
        }
        var out = new StringBuilder();
        int[] at = {0};
        while (at[0] < body.length()) {
            int next = body.indexOf('\\', at[0]);
            if (next != at[0]) {
                int end = next < 0 ? body.length() : next;
                out.append(bytes(body.substring(at[0], end)));
                at[0] = end;
                continue;
            }
            var e = escape(body, at);
            out.append(
                    e.isByte()
                            ? Character.toString((char) e.value())
                            : bytes(Character.toString(e.value())));
        }
        return out.toString();
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private record Escape(int value, boolean isByte) {}

    private static Escape escape(String s, int[] at) {
        char kind = s.charAt(at[0] + 1);
        int start = at[0] + 2;
        at[0] = start;
        return switch (kind) {
            case 'a' -> new Escape(7, true);
            case 'b' -> new Escape(8, true);
            case 'f' -> new Escape(12, true);
            case 'n' -> new Escape(10, true);
            case 'r' -> new Escape(13, true);
            case 't' -> new Escape(9, true);
            case 'v' -> new Escape(11, true);
            case 'x' -> digits(s, at, start, 2, 16, true);
            case 'u' -> digits(s, at, start, 4, 16, false);
            case 'U' -> digits(s, at, start, 8, 16, false);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> digits(s, at, start - 1, 3, 8, true);
            default -> new Escape(kind, true);
        };
    }

    private static Escape digits(
            String s, int[] at, int start, int count, int radix, boolean isByte) {
        at[0] = start + count;
        return new Escape(Integer.parseInt(s.substring(start, start + count), radix), isByte);
    }
}
