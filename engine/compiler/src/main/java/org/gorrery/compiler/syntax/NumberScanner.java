package org.gorrery.compiler.syntax;

/// Finds the end of a number literal and says what is wrong with it (Go spec, "Integer literals" to "Imaginary literals").
///
/// At most one fault is reported per literal, the first in reading order.
final class NumberScanner {
    private static final int NONE = -1;

    private final byte[] src;
    private final ScanErrors errors;
    private int at;
    private int base;
    private char prefix;
    private boolean digitSeen;
    private boolean separatorSeen;
    private int wrongDigit;
    private boolean ok;
    private LitKind kind = LitKind.INT;

    NumberScanner(byte[] src, ScanErrors errors) {
        this.src = src;
        this.errors = errors;
    }

    /// Scans the literal that starts at `start`, a digit or the point before a digit; returns the offset after it.
    int scan(int start) {
        at = start;
        base = 10;
        prefix = 0;
        digitSeen = false;
        separatorSeen = false;
        wrongDigit = NONE;
        ok = true;
        kind = LitKind.INT;
        if (peek() == '0') {
            at++;
            radix();
        }
        digits(base);
        if (peek() == '.') {
            if (prefix == 'o' || prefix == 'b') {
                fault(at, "invalid radix point in " + baseName() + " literal");
            }
            at++;
            kind = LitKind.FLOAT;
            digits(base);
        }
        if (!digitSeen) {
            fault(at, baseName() + " literal has no digits");
        }
        exponent();
        if (peek() == 'i') {
            at++;
            kind = LitKind.IMAG;
        }
        if (kind == LitKind.INT && wrongDigit != NONE) {
            fault(
                    wrongDigit,
                    "invalid digit "
                            + Quoting.rune(src[wrongDigit])
                            + " in "
                            + baseName()
                            + " literal");
        }
        if (separatorSeen && ok) {
            separators(start);
        }
        return at;
    }

    /// Kind of the literal scanned last.
    LitKind kind() {
        return kind;
    }

    /// Whether the literal scanned last is well formed.
    boolean ok() {
        return ok;
    }

    private void radix() {
        switch (lower(peek())) {
            case 'x' -> {
                base = 16;
                prefix = 'x';
                at++;
            }
            case 'o' -> {
                base = 8;
                prefix = 'o';
                at++;
            }
            case 'b' -> {
                base = 2;
                prefix = 'b';
                at++;
            }
            default -> {
                base = 8;
                prefix = '0';
                digitSeen = true;
            }
        }
    }

    private void digits(int radix) {
        for (int c = peek(); isDecimal(c) || c == '_' || radix == 16 && isHex(c); c = peek()) {
            if (c == '_') {
                separatorSeen = true;
            } else {
                digitSeen = true;
                if (radix < 10 && c - '0' >= radix && wrongDigit == NONE) {
                    wrongDigit = at;
                }
            }
            at++;
        }
    }

    private void exponent() {
        int mark = lower(peek());
        if (mark != 'e' && mark != 'p') {
            if (prefix == 'x' && kind == LitKind.FLOAT) {
                fault(at, "hexadecimal mantissa requires a 'p' exponent");
            }
            return;
        }
        if (mark == 'e' && prefix != 0 && prefix != '0') {
            fault(at, Quoting.rune(peek()) + " exponent requires decimal mantissa");
        } else if (mark == 'p' && prefix != 'x') {
            fault(at, Quoting.rune(peek()) + " exponent requires hexadecimal mantissa");
        }
        at++;
        kind = LitKind.FLOAT;
        if (peek() == '+' || peek() == '-') {
            at++;
        }
        digitSeen = false;
        digits(10);
        if (!digitSeen) {
            fault(at, "exponent has no digits");
        }
    }

    /// Each `_` stands between two digits, or between the prefix and a digit.
    private void separators(int start) {
        int from = prefix == 0 || prefix == '0' ? start : start + 2;
        boolean afterDigit = from > start;
        for (int i = from; i < at; i++) {
            int c = src[i];
            if (c != '_') {
                afterDigit = isDigit(c);
            } else if (!afterDigit || i + 1 == at || src[i + 1] != '_' && !isDigit(src[i + 1])) {
                fault(i, "'_' must separate successive digits");
                return;
            } else {
                afterDigit = false;
            }
        }
    }

    private boolean isDigit(int c) {
        return isDecimal(c) || prefix == 'x' && isHex(c);
    }

    private String baseName() {
        return switch (base) {
            case 2 -> "binary";
            case 8 -> "octal";
            case 16 -> "hexadecimal";
            default -> "decimal";
        };
    }

    private void fault(int offset, String message) {
        if (ok) {
            ok = false;
            errors.error(offset, message);
        }
    }

    private int peek() {
        return at < src.length ? src[at] : -1;
    }

    static int lower(int c) {
        return c | 0x20;
    }

    static boolean isDecimal(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isHex(int c) {
        return isDecimal(c) || lower(c) >= 'a' && lower(c) <= 'f';
    }
}
