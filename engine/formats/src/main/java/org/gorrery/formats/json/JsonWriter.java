package org.gorrery.formats.json;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes maps, iterables, strings, numbers, booleans, arrays of numbers and null as JSON.
public final class JsonWriter {
    private final StringBuilder out = new StringBuilder();
    private final boolean indented;

    private JsonWriter(boolean indented) {
        this.indented = indented;
    }

    /// Writes a document of one line.
    ///
    /// @param value what to write
    /// @return the text, without a line end
    public static String compact(@Nullable Object value) {
        var w = new JsonWriter(false);
        w.value(value, 0);
        return w.out.toString();
    }

    /// Writes a document for people, two spaces per level.
    ///
    /// @param value what to write
    /// @return the text, without a final line end
    public static String indented(@Nullable Object value) {
        var w = new JsonWriter(true);
        w.value(value, 0);
        return w.out.toString();
    }

    private void value(@Nullable Object value, int level) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> map(map, level);
            case Iterable<?> list -> list(list, level);
            case long[] numbers -> list(java.util.Arrays.stream(numbers).boxed().toList(), level);
            case int[] numbers -> list(java.util.Arrays.stream(numbers).boxed().toList(), level);
            case Double d -> number(d);
            case Number n -> out.append(n);
            case Boolean b -> out.append(b);
            case CharSequence s -> string(s);
            default -> string(value.toString());
        }
    }

    private void number(double d) {
        if (Double.isNaN(d) || Double.isInfinite(d)) {
            string(Double.toString(d));
        } else if (d == Math.rint(d) && Math.abs(d) < 1e15) {
            out.append((long) d);
        } else {
            out.append(d);
        }
    }

    private void map(Map<?, ?> map, int level) {
        if (map.isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> e : map.entrySet()) {
            out.append(separator);
            line(level + 1);
            string(String.valueOf(e.getKey()));
            out.append(indented ? ": " : ":");
            value(e.getValue(), level + 1);
            separator = ",";
        }
        line(level);
        out.append('}');
    }

    private void list(Iterable<?> list, int level) {
        Iterator<?> it = list.iterator();
        if (!it.hasNext()) {
            out.append("[]");
            return;
        }
        out.append('[');
        boolean flat = true;
        for (Object o : list) {
            flat &= !(o instanceof Map) && !(o instanceof Iterable);
        }
        String separator = "";
        while (it.hasNext()) {
            out.append(separator);
            if (!flat) {
                line(level + 1);
            }
            value(it.next(), level + 1);
            separator = flat && indented ? ", " : ",";
        }
        if (!flat) {
            line(level);
        }
        out.append(']');
    }

    private void line(int level) {
        if (indented) {
            out.append('\n').repeat("  ", level);
        }
    }

    private void string(CharSequence s) {
        out.append('"');
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f || Character.isSurrogate(c) && !paired(s, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean paired(CharSequence s, int i) {
        return Character.isHighSurrogate(s.charAt(i))
                ? i + 1 < s.length() && Character.isLowSurrogate(s.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(s.charAt(i - 1));
    }
}
