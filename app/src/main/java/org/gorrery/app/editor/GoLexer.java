package org.gorrery.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts Go source into coloured runs; forgiving, since what is being typed is seldom complete.
final class GoLexer {
    /// What a run of characters is, as far as its colour goes.
    enum Kind {
        KEYWORD,
        STRING,
        NUMBER,
        CALL,
        TYPE,
        COMMENT;

        /// Its style class in the editor.
        String styleClass() {
            return "go-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Characters `from` to `to` (exclusive) are of a kind; what lies between runs is plain.
    record Run(int from, int to, Kind kind) {}

    private static final Set<String> KEYWORDS =
            Set.of(
                    "break",
                    "case",
                    "chan",
                    "const",
                    "continue",
                    "default",
                    "defer",
                    "else",
                    "fallthrough",
                    "for",
                    "func",
                    "go",
                    "goto",
                    "if",
                    "import",
                    "interface",
                    "map",
                    "package",
                    "range",
                    "return",
                    "select",
                    "struct",
                    "switch",
                    "type",
                    "var");
    private static final Set<String> TYPES =
            Set.of(
                    "any",
                    "bool",
                    "byte",
                    "comparable",
                    "complex64",
                    "complex128",
                    "error",
                    "float32",
                    "float64",
                    "int",
                    "int8",
                    "int16",
                    "int32",
                    "int64",
                    "rune",
                    "string",
                    "uint",
                    "uint8",
                    "uint16",
                    "uint32",
                    "uint64",
                    "uintptr");
    private static final Set<String> VALUES = Set.of("true", "false", "nil", "iota");

    private final String text;
    private final List<Run> runs = new ArrayList<>();
    private int at;

    private GoLexer(String text) {
        this.text = text;
    }

    /// The coloured runs of a source, in order, without overlap.
    static List<Run> runs(String text) {
        var lexer = new GoLexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        return List.copyOf(lexer.runs);
    }

    private void next() {
        char c = text.charAt(at);
        if (text.startsWith("//", at)) {
            until("\n", 0, Kind.COMMENT);
        } else if (text.startsWith("/*", at)) {
            until("*/", 2, Kind.COMMENT);
        } else if (c == '`') {
            until("`", 1, Kind.STRING);
        } else if (c == '"' || c == '\'') {
            quoted(c);
        } else if (digit(c) || c == '.' && at + 1 < text.length() && digit(text.charAt(at + 1))) {
            number();
        } else if (Character.isLetter(c) || c == '_') {
            word();
        } else {
            at++;
        }
    }

    /// To the next `end`, of which `taken` characters belong to the run; to the end of the text where there is none.
    private void until(String end, int taken, Kind kind) {
        int found = text.indexOf(end, at + 1 + (kind == Kind.COMMENT ? 1 : 0));
        add(found < 0 ? text.length() : found + taken, kind);
    }

    private void quoted(char quote) {
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        boolean closed = i < text.length() && text.charAt(i) == quote;
        add(Math.min(text.length(), closed ? i + 1 : i), Kind.STRING);
    }

    private void number() {
        int i = at;
        while (i < text.length()
                && (Character.isLetterOrDigit(text.charAt(i))
                        || text.charAt(i) == '_'
                        || text.charAt(i) == '.'
                        || signOfExponent(i))) {
            i++;
        }
        add(i, Kind.NUMBER);
    }

    private boolean signOfExponent(int i) {
        char c = text.charAt(i);
        char before = Character.toLowerCase(text.charAt(Math.max(at, i - 1)));
        boolean hex = text.startsWith("0x", at) || text.startsWith("0X", at);
        return i > at && (c == '+' || c == '-') && before == (hex ? 'p' : 'e');
    }

    private void word() {
        int i = at;
        while (i < text.length()
                && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_')) {
            i++;
        }
        String word = text.substring(at, i);
        if (KEYWORDS.contains(word)) {
            add(i, Kind.KEYWORD);
        } else if (TYPES.contains(word)) {
            add(i, Kind.TYPE);
        } else if (VALUES.contains(word)) {
            add(i, Kind.NUMBER);
        } else if (i < text.length() && text.charAt(i) == '(') {
            add(i, Kind.CALL);
        } else {
            at = i;
        }
    }

    private void add(int end, Kind kind) {
        runs.add(new Run(at, end, kind));
        at = end;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
