package org.gorrery.compiler.syntax;

/// Characters as Go's messages show them.
final class Quoting {
    private Quoting() {}

    /// `U+0041 'A'`, or `U+0007` alone for what does not print (Go's verb `%#U`).
    static String codePoint(int point) {
        String number = String.format("U+%04X", point);
        return printable(point) ? number + " '" + Character.toString(point) + "'" : number;
    }

    /// The character in single quotes, escaped where it must be (Go's verb `%q`).
    static String rune(int point) {
        String inner =
                switch (point) {
                    case '\'' -> "\\'";
                    case '\\' -> "\\\\";
                    case 7 -> "\\a";
                    case '\b' -> "\\b";
                    case '\f' -> "\\f";
                    case '\n' -> "\\n";
                    case '\r' -> "\\r";
                    case '\t' -> "\\t";
                    case 11 -> "\\v";
                    default -> plainOrNumber(point);
                };
        return "'" + inner + "'";
    }

    private static String plainOrNumber(int point) {
        if (printable(point)) {
            return Character.toString(point);
        }
        if (point < 0x80) {
            return String.format("\\x%02x", point);
        }
        return point < 0x10000 ? String.format("\\u%04x", point) : String.format("\\U%08x", point);
    }

    private static boolean printable(int point) {
        if (point == ' ') {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
