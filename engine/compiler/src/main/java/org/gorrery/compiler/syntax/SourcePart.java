package org.gorrery.compiler.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gorrery.compiler.source.SourceSet;

/// A piece of Go source that is no file: it is formatted with what is missing put around it, which is then taken off again.
///
/// Bytes are handled as Latin-1 characters, one each, so that offsets stay true.
final class SourcePart {
    private static final String PACKAGE = "package p";
    private static final String FUNCTION = "func _() {";

    private final String name;
    private final String text;
    private final boolean simplify;
    private final SourceSet sources;

    SourcePart(String name, byte[] utf8, boolean simplify, SourceSet sources) {
        this.simplify = simplify;
        this.name = name;
        this.text = new String(utf8, StandardCharsets.ISO_8859_1);
        this.sources = sources;
    }

    Optional<byte[]> format() {
        var declarations = formatted(PACKAGE + ";" + text, firstIndent());
        if (declarations.isPresent()) {
            return declarations.map(
                    d -> placed(d.substring(d.indexOf(PACKAGE) + PACKAGE.length())));
        }
        // the brace on a line of its own: a comment may end the text
        return formatted(PACKAGE + ";" + FUNCTION + text + "\n\n}", firstIndent() - 1)
                .map(s -> {
                    int start = s.indexOf(FUNCTION) + FUNCTION.length();
                    return placed(s.substring(start, s.lastIndexOf('}')));
                });
    }

    private Optional<String> formatted(String whole, int indent) {
        return Formatter.format(
                        name,
                        whole.getBytes(StandardCharsets.ISO_8859_1),
                        simplify,
                        indent,
                        sources)
                .map(utf8 -> new String(utf8, StandardCharsets.ISO_8859_1));
    }

    /// The tabs before the first line with text; any blanks count as one.
    private int firstIndent() {
        int tabs = 0;
        boolean blanks = false;
        for (int i = firstLine(); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                tabs++;
            } else if (c == ' ') {
                blanks = true;
            } else {
                break;
            }
        }
        return tabs == 0 && blanks ? 1 : tabs;
    }

    /// Offset of the first line with text.
    private int firstLine() {
        int line = 0;
        for (int i = 0; i < text.length() && isSpace(text.charAt(i)); i++) {
            if (text.charAt(i) == '\n') {
                line = i + 1;
            }
        }
        return line;
    }

    private byte[] placed(String inner) {
        String core = inner.strip();
        int end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        String result =
                core.isEmpty()
                        ? text
                        : text.substring(0, firstLine())
                                + "\t".repeat(firstIndent())
                                + core
                                + text.substring(end);
        return result.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
