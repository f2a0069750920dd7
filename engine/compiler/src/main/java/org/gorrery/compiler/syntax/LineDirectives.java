package org.gorrery.compiler.syntax;

import java.nio.charset.StandardCharsets;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;

/// Reads `//line file:line[:column]` and `/*line …*/` comments and tells the [SourceSet] (`go doc cmd/compile`, "Line directives").
final class LineDirectives {
    private static final int PREFIX_BYTES = "//line ".length();
    private static final int MAX_NUMBER = 1 << 30;
    private static final int ABSENT = -1;
    private static final int WRONG = -2;

    private final SourceSet sources;
    private final int base;
    private final Diagnostics diagnostics;

    LineDirectives(SourceSet sources, int base, Diagnostics diagnostics) {
        this.sources = sources;
        this.base = base;
        this.diagnostics = diagnostics;
    }

    /// A comment at offset `from` whose text after the delimiter starts with `line `.
    void add(byte[] src, int from, String comment) {
        boolean block = comment.charAt(1) == '*';
        if (!block && from > 0 && src[from - 1] != '\n') {
            return;
        }
        if (block && comment.indexOf('\n') >= 0) {
            return;
        }
        String text =
                comment.substring(PREFIX_BYTES, block ? comment.length() - 2 : comment.length());
        text = !block && text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        int lastColon = text.lastIndexOf(':');
        if (lastColon < 0) {
            return;
        }
        int last = number(text, lastColon + 1);
        if (last == WRONG) {
            fault(from, "line", text, lastColon + 1);
            return;
        }
        int firstColon = text.lastIndexOf(':', lastColon - 1);
        int first = firstColon < 0 ? ABSENT : number(text, firstColon + 1, lastColon);
        int length = src.length;
        int after =
                block
                        ? from + utf8Length(comment)
                        : Math.min(length, from + utf8Length(comment) + 1);
        if (first >= 0) {
            withColumn(from, after, text, firstColon, lastColon, first, last);
        } else if (last == 0 || last > MAX_NUMBER) {
            fault(from, "line", text, lastColon + 1);
        } else {
            sources.lineDirective(base + after, text.substring(0, lastColon), last, 0);
        }
    }

    private void withColumn(
            int from, int after, String text, int firstColon, int lastColon, int line, int column) {
        if (column == 0 || column > MAX_NUMBER) {
            fault(from, "column", text, lastColon + 1);
        } else if (line == 0 || line > MAX_NUMBER) {
            diagnostics.error(
                    base + from + PREFIX_BYTES + firstColon + 1,
                    DiagnosticCode.SYNTAX,
                    "invalid line number: " + text.substring(firstColon + 1, lastColon));
        } else {
            sources.lineDirective(base + after, text.substring(0, firstColon), line, column);
        }
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static int number(String text, int from) {
        return number(text, from, text.length());
    }

    /// The decimal number of `text[from, to)`, more than [#MAX_NUMBER] where it is too large, or [#WRONG].
    private static int number(String text, int from, int to) {
        if (from == to) {
            return WRONG;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            if (!NumberScanner.isDecimal(text.charAt(i))) {
                return WRONG;
            }
            value = Math.min(value * 10 + text.charAt(i) - '0', MAX_NUMBER + 1L);
        }
        return (int) value;
    }

    private void fault(int from, String what, String text, int index) {
        diagnostics.error(
                base + from + PREFIX_BYTES + index,
                DiagnosticCode.SYNTAX,
                "invalid " + what + " number: " + text.substring(index));
    }
}
