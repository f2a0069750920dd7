package org.gorrery.compiler.syntax;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/// What literals stand for (Go spec, "Integer literals" to "String literals"). The texts are those of [Expr.BasicLit]: the scanner has
/// refused the malformed ones.
public final class Literals {
    private static final int DECIMAL = 10;
    private static final int HEX = 16;
    private static final int OCTAL = 8;

    private Literals() {}

    /// An exact number: `mantissa · 10^decimalExponent · 2^binaryExponent`.
    public record Number(BigInteger mantissa, long decimalExponent, long binaryExponent) {}

    /// The bytes of a string literal.
    public static byte[] stringBytes(String literal) {
        String inner = literal.substring(1, literal.length() - 1);
        if (literal.charAt(0) == '`') {
            return inner.replace("\r", "").getBytes(StandardCharsets.UTF_8);
        }
        if (inner.indexOf('\\') < 0) {
            return inner.getBytes(StandardCharsets.UTF_8);
        }
        var out = new ByteArrayOutputStream(inner.length());
        for (int i = 0; i < inner.length(); ) {
            int point = inner.codePointAt(i);
            if (point != '\\') {
                out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(point);
                continue;
            }
            int value = escapeValue(inner, i);
            if (isByteEscape(inner.charAt(i + 1))) {
                out.write(value);
            } else {
                out.writeBytes(Character.toString(value).getBytes(StandardCharsets.UTF_8));
            }
            i += escapeLength(inner.charAt(i + 1));
        }
        return out.toByteArray();
    }

    /// The text of a string literal that is UTF-8, such as an import path or a struct tag; ill-formed bytes become U+FFFD.
    public static String stringText(String literal) {
        return new String(stringBytes(literal), StandardCharsets.UTF_8);
    }

    /// The code point of a rune literal.
    public static int runeValue(String literal) {
        return literal.charAt(1) == '\\' ? escapeValue(literal, 1) : literal.codePointAt(1);
    }

    /// The value of an integer literal.
    public static BigInteger integer(String literal) {
        String digits = literal.replace("_", "");
        int radix = radix(digits);
        if (radix == DECIMAL) {
            return new BigInteger(digits);
        }
        boolean letter = digits.length() > 1 && !NumberScanner.isDecimal(digits.charAt(1));
        return new BigInteger(digits.substring(letter ? 2 : 1), radix);
    }

    /// The value of a floating-point literal.
    public static Number floating(String literal) {
        String digits = literal.replace("_", "");
        boolean hex = radix(digits) == HEX;
        int mark = exponentMark(digits, hex);
        String mantissa = digits.substring(hex ? 2 : 0, mark);
        long exponent = mark == digits.length() ? 0 : exponent(digits.substring(mark + 1));
        int point = mantissa.indexOf('.');
        long fraction = point < 0 ? 0 : mantissa.length() - point - 1L;
        String all = mantissa.replace(".", "");
        var value = all.isEmpty() ? BigInteger.ZERO : new BigInteger(all, hex ? HEX : DECIMAL);
        return hex
                ? new Number(value, 0, exponent - 4 * fraction)
                : new Number(value, exponent - fraction, 0);
    }

    /// The value of an imaginary literal without its `i`. Digits after a leading 0 are decimal, as they were before Go had `0o`.
    public static Number imaginary(String literal) {
        String number = literal.substring(0, literal.length() - 1);
        boolean prefixed =
                number.length() > 1
                        && number.charAt(0) == '0'
                        && "xXoObB".indexOf(number.charAt(1)) >= 0;
        boolean hexFloat =
                prefixed
                        && radix(number) == HEX
                        && (number.indexOf('.') >= 0
                                || number.indexOf('p') >= 0
                                || number.indexOf('P') >= 0);
        return prefixed && !hexFloat ? new Number(integer(number), 0, 0) : floating(number);
    }

    private static int radix(String digits) {
        if (digits.length() < 2 || digits.charAt(0) != '0') {
            return DECIMAL;
        }
        return switch (NumberScanner.lower(digits.charAt(1))) {
            case 'x' -> HEX;
            case 'b' -> 2;
            default -> OCTAL;
        };
    }

    private static int exponentMark(String digits, boolean hex) {
        for (int i = 0; i < digits.length(); i++) {
            if (NumberScanner.lower(digits.charAt(i)) == (hex ? 'p' : 'e')) {
                return i;
            }
        }
        return digits.length();
    }

    /// The exponent, cut off where it is far beyond what any constant can hold.
    private static long exponent(String digits) {
        var value = new BigInteger(digits);
        long limit = Integer.MAX_VALUE;
        return value.min(BigInteger.valueOf(limit)).max(BigInteger.valueOf(-limit)).longValue();
    }

    private static boolean isByteEscape(char kind) {
        return kind == 'x' || NumberScanner.isDecimal(kind);
    }

    /// Length of an escape with its backslash.
    private static int escapeLength(char kind) {
        return switch (kind) {
            case 'x', '0', '1', '2', '3', '4', '5', '6', '7' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
    }

    private static int escapeValue(String text, int backslash) {
        char kind = text.charAt(backslash + 1);
        int end = backslash + escapeLength(kind);
        return switch (kind) {
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 11;
            case 'x', 'u', 'U' -> Integer.parseInt(text, backslash + 2, end, HEX);
            case '0', '1', '2', '3', '4', '5', '6', '7' ->
                    Integer.parseInt(text, backslash + 1, end, OCTAL);
            default -> kind;
        };
    }
}
