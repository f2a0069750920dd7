package org.gorrery.compiler.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.source.BuildConstraint;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.OldBuildLines;
import org.gorrery.compiler.source.SourceSet;

/// Puts the build constraints of a formatted file in their place: before the comment that belongs to the package clause, with an empty line
/// after them, the expression in standard form. Lines `// +build` are written anew from the `//go:build` line, and that from them where there
/// is none. Where no expression can be had, because there are several or it is malformed, the lines stay as they are but come together.
///
/// Bytes are handled as Latin-1 characters, one each, so that offsets are those of the scanner.
final class BuildLines {
    private static final String MARK = "//go:build";

    private final String text;
    private final List<Integer> now = new ArrayList<>();
    private final List<Integer> old = new ArrayList<>();

    private BuildLines(byte[] utf8) {
        text = new String(utf8, StandardCharsets.ISO_8859_1);
        for (var comment : comments(utf8)) {
            if (isMark(comment.text())) {
                now.add(comment.pos());
            } else if (PlusBuild.isLine(comment.text())) {
                old.add(comment.pos());
            }
        }
    }

    /// The text with its build lines in place.
    static byte[] placed(byte[] utf8) {
        var quick = new String(utf8, StandardCharsets.ISO_8859_1);
        if (!quick.contains(MARK) && !quick.contains("+build")) {
            return utf8;
        }
        var lines = new BuildLines(utf8);
        return lines.now.isEmpty() && lines.old.isEmpty()
                ? utf8
                : lines.placed().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isMark(String comment) {
        return comment.startsWith(MARK)
                && (comment.length() == MARK.length()
                        || Character.isWhitespace(comment.charAt(MARK.length())));
    }

    /// The comments of a text, at offsets into it.
    private static List<SourceFile.Comment> comments(byte[] utf8) {
        var sources = new SourceSet();
        var none = new Diagnostics();
        int base = sources.add("", utf8);
        var log = new CommentLog(base, none, new LineDirectives(sources, base, none));
        var scanner = new Scanner(utf8, base, none, log);
        do {
            scanner.next();
        } while (scanner.token() != Token.EOF);
        return log.all().stream()
                .map(c -> new SourceFile.Comment(c.pos() - base, c.text()))
                .toList();
    }

    private String placed() {
        int place = place();
        var rest = new StringBuilder();
        int from = place;
        var all = new ArrayList<>(now);
        all.addAll(old);
        for (int at : all.stream().sorted().toList()) {
            if (at >= from) {
                appendLines(rest, text.substring(from, at));
                from = at + lineAt(at).length();
            }
        }
        appendLines(rest, text.substring(from));
        if (rest.toString().endsWith("\n\n")) {
            rest.setLength(rest.length() - 1);
        }
        return text.substring(0, place) + block() + rest;
    }

    /// After the last empty line among the comments at the top of the file, or where the first build line already is.
    private int place() {
        int place = 0;
        for (int start = 0; start < text.length(); ) {
            int end = start + lineAt(start).length();
            String line = text.substring(start, end).strip();
            if (line.isEmpty()) {
                place = end;
            } else if (!line.startsWith("//")) {
                break;
            }
            start = end;
        }
        List<Integer> first = !now.isEmpty() && now.getFirst() < place ? now : old;
        return first.isEmpty() ? place : Math.min(place, first.getFirst());
    }

    private String block() {
        String expression = expression();
        var block = new StringBuilder();
        if (expression.isEmpty()) {
            now.forEach(at -> block.append(lineAt(at)));
            old.forEach(at -> block.append(lineAt(at)));
        } else {
            block.append(MARK).append(' ').append(expression).append('\n');
            if (!old.isEmpty()) {
                OldBuildLines.of(expression).forEach(line -> block.append(line).append('\n'));
            }
        }
        return block.append('\n').toString();
    }

    /// What all the lines say, in standard form; empty where that is not certain.
    private String expression() {
        String said = "";
        if (now.size() == 1) {
            said = lineAt(now.getFirst()).strip().substring(MARK.length()).strip();
        } else if (now.isEmpty()) {
            said = PlusBuild.all(old.stream().map(this::lineAt).toList());
        }
        return BuildConstraint.isWellFormed(said) ? BuildConstraint.normalized(said) : "";
    }

    /// From an offset to the end of its line, the line's end included.
    private String lineAt(int offset) {
        int end = text.indexOf('\n', offset);
        return text.substring(offset, end < 0 ? text.length() : end + 1);
    }

    /// Adds whole lines, without making two empty ones.
    private static void appendLines(StringBuilder to, String lines) {
        boolean afterEmpty =
                to.isEmpty() || to.length() > 1 && to.substring(to.length() - 2).equals("\n\n");
        to.append(lines, afterEmpty && lines.startsWith("\n") ? 1 : 0, lines.length());
    }
}
