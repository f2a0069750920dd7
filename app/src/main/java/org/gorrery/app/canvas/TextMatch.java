package org.gorrery.app.canvas;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What a search looks for: part of a text, whatever its case, or a regular expression where it stands between slashes.
public final class TextMatch implements Predicate<String> {
    /// Finds everything.
    public static final TextMatch ALL = of("");

    private final String typed;
    private final Predicate<String> found;
    private final String fault;

    private TextMatch(String typed, Predicate<String> found, String fault) {
        this.typed = typed;
        this.found = found;
        this.fault = fault;
    }

    /// Reads what was typed, such as `main.` or `/^main\.(work|wait)$/`. An expression that cannot be read finds nothing.
    public static TextMatch of(String typed) {
        String text = typed.strip();
        if (text.length() > 1 && text.startsWith("/") && text.endsWith("/")) {
            try {
                var pattern =
                        Pattern.compile(
                                text.substring(1, text.length() - 1), Pattern.CASE_INSENSITIVE);
                return new TextMatch(text, s -> pattern.matcher(s).find(), "");
            } catch (PatternSyntaxException e) {
                return new TextMatch(text, s -> false, e.getDescription());
            }
        }
        String part = text.toLowerCase(Locale.ROOT);
        return new TextMatch(part, s -> s.toLowerCase(Locale.ROOT).contains(part), "");
    }

    /// What was typed; lower case where it is no expression.
    public String typed() {
        return typed;
    }

    /// Whether nothing was typed, so that everything is found.
    public boolean isEmpty() {
        return typed.isEmpty() || typed.equals("//");
    }

    /// Why the expression cannot be read; empty where it can.
    public String fault() {
        return fault;
    }

    /// Where it is found: the same as an expression; one that finds nothing where it cannot be read.
    public Pattern pattern() {
        if (!fault.isEmpty()) {
            return Pattern.compile("(?!)");
        }
        boolean expression = typed.length() > 1 && typed.startsWith("/") && typed.endsWith("/");
        return expression
                ? Pattern.compile(typed.substring(1, typed.length() - 1), Pattern.CASE_INSENSITIVE)
                : Pattern.compile(Pattern.quote(typed), Pattern.CASE_INSENSITIVE);
    }

    @Override
    public boolean test(String text) {
        return found.test(text);
    }
}
