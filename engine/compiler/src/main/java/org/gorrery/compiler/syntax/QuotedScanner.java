package org.gorrery.compiler.syntax;

/// Finds the end of string and rune literals and says what is wrong with them (Go spec, "Rune literals", "String literals").
final class QuotedScanner {
    private final byte[] src;
    private final ScanErrors errors;
    private int at;
    private boolean ok;

    QuotedScanner(byte[] src, ScanErrors errors) {
        this.src = src;
        this.errors = errors;
    }

    /// Whether the literal scanned last is well formed.
    boolean ok() {
        return ok;
    }

    /// Scans the raw string that starts at `start`; returns the offset after it.
    int raw(int start) {
        ok = true;
        for (at = start + 1; at < src.length; at++) {
            if (src[at] == '`') {
                return at + 1;
            }
        }
        fault(start, "string not terminated");
        return at;
    }

    /// Scans the interpreted string that starts at `start`; returns the offset after it.
    int string(int start) {
        ok = true;
        at = start + 1;
        while (at < src.length) {
            int c = src[at];
            if (c == '"') {
                return at + 1;
            }
            if (c == '\n') {
                fault(at, "newline in string");
                return at;
            }
            at++;
            if (c == '\\') {
                escape('"');
            }
        }
        fault(start, "string not terminated");
        return at;
    }

    /// Scans the rune literal that starts at `start`; returns the offset after it.
    int rune(int start) {
        ok = true;
        at = start + 1;
        int count = 0;
        while (at < src.length) {
            int c = src[at];
            if (c == '\'') {
                if (count == 0) {
                    faultIfFirst(at, "empty rune literal or unescaped '");
                } else if (count > 1) {
                    faultIfFirst(start, "more than one character in rune literal");
                }
                return at + 1;
            }
            if (c == '\n') {
                faultIfFirst(at, "newline in rune literal");
                return at;
            }
            count += character(c);
        }
        faultIfFirst(start, "rune literal not terminated");
        return at;
    }

    /// Steps over one character or escape; 0 for bytes that are no character and reported elsewhere.
    private int character(int c) {
        if (c == '\\') {
            at++;
            escape('\'');
            return 1;
        }
        long decoded = Utf8.decode(src, at, src.length);
        at += Utf8.width(decoded);
        return Utf8.point(decoded) == Utf8.BAD || c == 0 ? 0 : 1;
    }

    private void escape(int quote) {
        if (at >= src.length) {
            return;
        }
        int c = src[at];
        if (c == quote) {
            at++;
            return;
        }
        switch (c) {
            case 'a', 'b', 'f', 'n', 'r', 't', 'v', '\\' -> at++;
            case '0', '1', '2', '3', '4', '5', '6', '7' -> numeric(3, 8, 255);
            case 'x' -> {
                at++;
                numeric(2, 16, 255);
            }
            case 'u' -> {
                at++;
                numeric(4, 16, Character.MAX_CODE_POINT);
            }
            case 'U' -> {
                at++;
                numeric(8, 16, Character.MAX_CODE_POINT);
            }
            default -> fault(at, "unknown escape");
        }
    }

    private void numeric(int length, int base, int max) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            if (at >= src.length) {
                return;
            }
            int digit = Character.digit((char) (src[at] & 0xff), base);
            if (digit < 0 || src[at] < 0) {
                int point = Utf8.point(Utf8.decode(src, at, src.length));
                fault(
                        at,
                        "invalid character "
                                + Quoting.rune(point)
                                + " in "
                                + (base == 8 ? "octal" : "hexadecimal")
                                + " escape");
                return;
            }
            value = value * base + digit;
            at++;
        }
        if (value > max && base == 8) {
            fault(at, "octal escape value " + value + " > 255");
        } else if (value > max || value >= 0xd800 && value < 0xe000) {
            fault(at, "escape is invalid Unicode code point " + Quoting.codePoint((int) value));
        }
    }

    private void faultIfFirst(int offset, String message) {
        if (ok) {
            fault(offset, message);
        }
    }

    private void fault(int offset, String message) {
        ok = false;
        errors.error(offset, message);
    }
}
