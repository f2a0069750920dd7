package org.gorrery.compiler.syntax;

import java.util.Locale;

/// Number literals in the usual spelling: lower-case prefixes and exponents, no leading zeros on imaginary integers.
final class NumberStyle {
    private NumberStyle() {}

    /// The text to write for a literal.
    static String of(Expr.BasicLit literal) {
        String text = literal.text();
        return switch (literal.kind()) {
            case CHAR -> text;
            case STRING -> text.charAt(0) == '`' ? text.replace("\r", "") : text;
            case INT, FLOAT, IMAG -> number(text);
        };
    }

    private static String number(String text) {
        if (text.length() < 2) {
            return text;
        }
        String prefix = text.substring(0, 2);
        return switch (prefix) {
            case "0x", "0X" -> "0x" + lowered(text.substring(2), 'P');
            case "0o", "0O", "0b", "0B" -> prefix.toLowerCase(Locale.ROOT) + text.substring(2);
            default -> decimal(text);
        };
    }

    private static String decimal(String text) {
        if (text.indexOf('E') >= 0) {
            return lowered(text, 'E');
        }
        if (!text.endsWith("i") || text.indexOf('.') >= 0 || text.indexOf('e') >= 0) {
            return text;
        }
        int start = 0;
        while (text.charAt(start) == '0' || text.charAt(start) == '_') {
            start++;
        }
        return start == text.length() - 1 ? "0i" : text.substring(start);
    }

    /// The text with the last `mark` in lower case.
    private static String lowered(String text, char mark) {
        int at = text.lastIndexOf(mark);
        return at < 0
                ? text
                : text.substring(0, at) + Character.toLowerCase(mark) + text.substring(at + 1);
    }
}
