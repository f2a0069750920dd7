package org.gorrery.formats.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.input.FormatException;
import org.gorrery.formats.input.Loaded;
import org.jspecify.annotations.Nullable;

/// Reads JSON into maps, lists, strings, booleans, numbers and null.
///
/// A number without fraction and exponent that fits 64 bits becomes a `Long`, any other a `Double`. Nesting deeper
/// than 200 is refused.
public final class JsonReader {
    private static final int MAX_DEPTH = 200;

    private final String text;
    private final boolean keeps;
    private int at;
    private @Nullable Fault fault;

    private JsonReader(String text, boolean keeps) {
        this.text = text;
        this.keeps = keeps;
    }

    /// Reads a whole document.
    ///
    /// @param text the document
    /// @return its value
    /// @throws FormatException at the first place that is not JSON; its offset counts characters
    public static @Nullable Object read(String text) throws FormatException {
        return new JsonReader(text, false).document();
    }

    /// Reads a document as far as it is sound: what was open at a fault ends there.
    ///
    /// @param text the document
    /// @return its value and what was wrong
    /// @throws FormatException when not even the first value begins
    public static Loaded<@Nullable Object> readUpToFault(String text) throws FormatException {
        var reader = new JsonReader(text, true);
        Object value = reader.document();
        Fault f = reader.fault;
        return new Loaded<>(value, f == null ? List.of() : List.of(f));
    }

    private @Nullable Object document() throws FormatException {
        Object value = value(0);
        space();
        if (at < text.length() && fault == null) {
            give(bad("text after the end of the document"));
        }
        return value;
    }

    /// Ends an open object or list at a fault, or passes the fault on.
    private void give(FormatException e) throws FormatException {
        if (!keeps) {
            throw e;
        }
        fault = fault == null ? e.fault() : fault;
    }

    private FormatException bad(String message) {
        return new FormatException(at, message);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private @Nullable Object value(int depth) throws FormatException {
        space();
        if (depth > MAX_DEPTH) {
            throw bad("nested deeper than " + MAX_DEPTH);
        }
        if (at >= text.length()) {
            throw bad("the text ends where a value was expected");
        }
        char c = text.charAt(at);
        return switch (c) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private @Nullable Object word(String word, @Nullable Object value) throws FormatException {
        if (!text.startsWith(word, at)) {
            throw bad("expected a value");
        }
        at += word.length();
        return value;
    }

    private Map<String, @Nullable Object> object(int depth) throws FormatException {
        var result = new LinkedHashMap<String, @Nullable Object>();
        at++;
        space();
        if (take('}')) {
            return result;
        }
        try {
            do {
                space();
                if (at >= text.length() || text.charAt(at) != '"') {
                    throw bad("expected a key in quotes");
                }
                String key = string();
                space();
                if (!take(':')) {
                    throw bad("expected ':' after a key");
                }
                result.put(key, value(depth + 1));
                space();
            } while (fault == null && take(','));
            if (fault == null && !take('}')) {
                throw bad("expected ',' or '}'");
            }
        } catch (FormatException e) {
            give(e);
        }
        return result;
    }

    private List<@Nullable Object> array(int depth) throws FormatException {
        var result = new ArrayList<@Nullable Object>();
        at++;
        space();
        if (take(']')) {
            return result;
        }
        try {
            do {
                result.add(value(depth + 1));
                space();
            } while (fault == null && take(','));
            if (fault == null && !take(']')) {
                throw bad("expected ',' or ']'");
            }
        } catch (FormatException e) {
            give(e);
        }
        return result;
    }

    private boolean take(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private String string() throws FormatException {
        var s = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return s.toString();
            }
            s.append(c == '\\' ? escape() : c);
        }
        throw bad("the text ends inside a string");
    }

    private char escape() throws FormatException {
        if (at >= text.length()) {
            throw bad("the text ends inside a string");
        }
        char c = text.charAt(at++);
        switch (c) {
            case '"', '\\', '/' -> {
                return c;
            }
            case 'b' -> {
                return '\b';
            }
            case 'f' -> {
                return '\f';
            }
            case 'n' -> {
                return '\n';
            }
            case 'r' -> {
                return '\r';
            }
            case 't' -> {
                return '\t';
            }
            case 'u' -> {
                return unicode();
            }
            default -> throw bad("unknown escape \\" + c);
        }
    }

    private char unicode() throws FormatException {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw bad("expected four hexadecimal digits");
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private Object number() throws FormatException {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String n = text.substring(start, at);
        if (n.length() > 1000) {
            at = start;
            throw bad("a number of " + n.length() + " characters");
        }
        try {
            if (n.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E')) {
                var whole = new java.math.BigInteger(n);
                return whole.bitLength() < 64
                        ? (Object) whole.longValue()
                        : (Object) whole.doubleValue();
            }
            return Double.parseDouble(n);
        } catch (NumberFormatException e) {
            at = start;
            throw bad("expected a value");
        }
    }
}
