package org.gorrery.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Doc comments in their standard form (`go doc go/doc/comment`): text first, then directives after an empty line.
final class DocComment {
    private static final Pattern DIRECTIVE =
            Pattern.compile("(line |extern |export |[a-z0-9]+:[a-z0-9]).*");
    private static final int DELIMITER = 2;

    private DocComment() {}

    /// The comments in standard form; those that hold no doc text stay as they are.
    static List<SourceFile.Comment> format(List<SourceFile.Comment> comments) {
        SourceFile.Comment first = comments.getFirst();
        if (first.text().startsWith("/*")) {
            return comments.size() == 1 ? block(comments) : comments;
        }
        return lines(comments, first.pos());
    }

    private static List<SourceFile.Comment> block(List<SourceFile.Comment> comments) {
        String text = comments.getFirst().text().replace("\r", "");
        if (text.indexOf('\n') < 0 || hasLineOfStars(text)) {
            return comments;
        }
        List<String> formatted =
                DocText.format(
                        List.of(
                                text.substring(DELIMITER, text.length() - DELIMITER)
                                        .split("\n", -1)));
        var out = new StringBuilder("/*\n");
        formatted.forEach(line -> out.append(line).append('\n'));
        return List.of(
                new SourceFile.Comment(comments.getFirst().pos(), out.append("*/").toString()));
    }

    private static boolean hasLineOfStars(String text) {
        String[] lines = text.substring(0, text.length() - DELIMITER).split("\n", -1);
        for (int i = 1; i < lines.length; i++) {
            String inner = lines[i].stripLeading();
            if (!inner.isEmpty() && inner.charAt(0) != '*') {
                return false;
            }
        }
        return true;
    }

    private static List<SourceFile.Comment> lines(List<SourceFile.Comment> comments, int pos) {
        List<String> text = new ArrayList<>();
        List<String> directives = new ArrayList<>();
        for (SourceFile.Comment comment : comments) {
            if (!comment.text().startsWith("//")) {
                return comments;
            }
            String line = comment.text().substring(DELIMITER).replace("\r", "");
            if (DIRECTIVE.matcher(line).matches()) {
                directives.add(comment.text());
            } else {
                text.add(line.startsWith(" ") ? line.substring(1) : line);
            }
        }
        if (text.isEmpty()) {
            return comments;
        }
        List<SourceFile.Comment> formatted = new ArrayList<>();
        for (String line : DocText.format(text)) {
            String blank = line.isEmpty() || line.startsWith("\t") ? "" : " ";
            formatted.add(new SourceFile.Comment(pos, "//" + blank + line));
        }
        if (!directives.isEmpty()) {
            formatted.add(new SourceFile.Comment(pos, "//"));
            directives.forEach(directive -> formatted.add(new SourceFile.Comment(pos, directive)));
        }
        return formatted;
    }
}
