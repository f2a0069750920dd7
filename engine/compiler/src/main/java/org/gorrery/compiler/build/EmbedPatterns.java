package org.gorrery.compiler.build;

import java.util.ArrayList;
import java.util.List;

/// The patterns of a `//go:embed` line: words, or strings in quotes where they hold blanks.
///
/// @param list the patterns; none where there is a fault
/// @param fault what no quotes close rightly, from its quote on, or empty
record EmbedPatterns(List<Pattern> list, String fault) {
    /// A pattern and where it begins in the line's arguments.
    record Pattern(String text, int offset) {}

    /// Copies the list.
    EmbedPatterns {
        list = List.copyOf(list);
    }

    private static EmbedPatterns wrong(String rest) {
        return new EmbedPatterns(List.of(), rest);
    }

    /// Reads what stands after `go:embed`.
    static EmbedPatterns of(String args) {
        var out = new ArrayList<Pattern>();
        int at = 0;
        while (at < args.length()) {
            char c = args.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            }
            int begin = at;
            if (c == '`' || c == '"') {
                var text = new StringBuilder();
                at = quoted(args, at, text);
                if (at < 0) {
                    return wrong(args.substring(begin));
                }
                if (at < args.length() && !Character.isWhitespace(args.charAt(at))) {
                    return wrong(args.substring(at));
                }
                out.add(new Pattern(text.toString(), begin));
                continue;
            }
            while (at < args.length() && !Character.isWhitespace(args.charAt(at))) {
                at++;
            }
            out.add(new Pattern(args.substring(begin, at), begin));
        }
        return new EmbedPatterns(out, "");
    }

    /// Reads a quoted string and returns its end, -1 where it has none.
    private static int quoted(String args, int begin, StringBuilder text) {
        char quote = args.charAt(begin);
        for (int at = begin + 1; at < args.length(); at++) {
            char c = args.charAt(at);
            if (c == quote) {
                return at + 1;
            }
            if (quote == '"' && c == '\\') {
                at++;
                if (at == args.length() || "\\\"'".indexOf(args.charAt(at)) < 0) {
                    return -1;
                }
                c = args.charAt(at);
            }
            text.append(c);
        }
        return -1;
    }
}
