package org.gorrery.compiler.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Block comments over several lines, freed of their old indentation so that they can be indented anew.
final class BlockComment {
    private static final String CLOSING = "*/";
    private static final int MAX_BLANKS = 3;
    private static final String AS_IF_INDENTED = "   ";

    private BlockComment() {}

    /// The lines to write, each at the current indentation.
    ///
    /// @param outdented the comment stood at the left margin but is going to be indented: its lines count as indented with it
    static List<String> lines(String text, boolean outdented) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        if (lines.size() == 1) {
            return lines;
        }
        if (outdented) {
            for (int i = 1; i < lines.size(); i++) {
                lines.set(i, AS_IF_INDENTED + lines.get(i));
            }
        }
        String prefix = innerPrefix(lines);
        int star = prefix.indexOf('*');
        prefix =
                star >= 0
                        ? withoutBlank(prefix.substring(0, star))
                        : withoutText(prefix, lines.getFirst());
        int last = lines.size() - 1;
        String beforeClosing = lines.get(last).substring(0, lines.get(last).indexOf(CLOSING));
        if (beforeClosing.isBlank()) {
            lines.set(last, prefix + (star >= 0 ? " " : "") + CLOSING);
        } else {
            prefix = common(prefix, lines.get(last));
        }
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                lines.set(i, lines.get(i).substring(prefix.length()));
            }
        }
        return lines;
    }

    /// The blanks and stars that all inner lines start with; blank inner lines are emptied. The last line where there is no inner line.
    private static String innerPrefix(List<String> lines) {
        String prefix = null;
        for (int i = 1; i < lines.size() - 1; i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                lines.set(i, "");
            } else {
                prefix = prefix == null ? common(line, line) : common(prefix, line);
            }
        }
        return prefix == null ? common(lines.getLast(), lines.getLast()) : prefix;
    }

    private static String common(String a, String b) {
        int length = 0;
        while (length < a.length()
                && length < b.length()
                && a.charAt(length) == b.charAt(length)
                && (a.charAt(length) <= ' ' || a.charAt(length) == '*')) {
            length++;
        }
        return a.substring(0, length);
    }

    private static String withoutBlank(String prefix) {
        return prefix.endsWith(" ") ? prefix.substring(0, prefix.length() - 1) : prefix;
    }

    /// The prefix less the indentation that the text has against the `/*`.
    private static String withoutText(String prefix, String first) {
        if (first.substring(2).isBlank()) {
            int end = prefix.length();
            while (end > 0 && prefix.length() - end < MAX_BLANKS && prefix.charAt(end - 1) == ' ') {
                end--;
            }
            if (end == prefix.length() && prefix.endsWith("\t")) {
                end--;
            }
            return prefix.substring(0, end);
        }
        int text = 2;
        while (text < first.length() && first.charAt(text) <= ' ') {
            text++;
        }
        String gap = first.substring(2, text);
        String suffix = gap.startsWith("\t") ? gap : "  " + gap;
        return prefix.endsWith(suffix)
                ? prefix.substring(0, prefix.length() - suffix.length())
                : prefix;
    }
}
