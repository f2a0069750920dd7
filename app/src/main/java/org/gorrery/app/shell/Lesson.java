package org.gorrery.app.shell;

import java.util.ArrayList;
import java.util.List;

/// What a lesson file says: `# Title`, a summary, then sections `## Watch`, `## Change`, `## Then`.
///
/// @param title of the program
/// @param summary one line
/// @param sections in order
public record Lesson(String title, String summary, List<Section> sections) {
    /// A part of a lesson.
    ///
    /// @param heading such as `Watch`
    /// @param text paragraphs, lines joined, separated by a line end; `code` and *emphasis* as in Markdown
    public record Section(String heading, String text) {}

    /// Copies the list.
    public Lesson {
        sections = List.copyOf(sections);
    }

    /// Reads a lesson.
    ///
    /// @param markdown contents of a lesson.md
    public static Lesson parse(String markdown) {
        String title = "";
        var summary = new StringBuilder();
        var sections = new ArrayList<Section>();
        String heading = "";
        var text = new StringBuilder();
        for (String line : markdown.lines().map(String::strip).toList()) {
            if (line.startsWith("## ")) {
                close(heading, text, sections);
                heading = line.substring(3).strip();
            } else if (line.startsWith("# ") && title.isEmpty()) {
                title = line.substring(2).strip();
            } else {
                join(heading.isEmpty() ? summary : text, line);
            }
        }
        close(heading, text, sections);
        return new Lesson(title, summary.toString().strip(), sections);
    }

    private static void close(String heading, StringBuilder text, List<Section> into) {
        if (!heading.isEmpty()) {
            into.add(new Section(heading, text.toString().strip()));
        }
        text.setLength(0);
    }

    /// Lines of a paragraph are one line; an empty line ends it.
    private static void join(StringBuilder text, String line) {
        boolean atStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        if (line.isEmpty()) {
            text.append(atStart ? "" : "\n");
        } else {
            text.append(atStart ? "" : " ").append(line);
        }
    }

    /// The first sentence of a section, empty where there is no such section.
    public String firstSentence(String heading) {
        return sections.stream()
                .filter(s -> s.heading().equals(heading))
                .findFirst()
                .map(s -> sentence(s.text()))
                .orElse("");
    }

    private static String sentence(String text) {
        for (int i = 0; i < text.length() - 1; i++) {
            if (text.charAt(i) == '.' && Character.isWhitespace(text.charAt(i + 1))) {
                return text.substring(0, i + 1);
            }
        }
        return text;
    }
}
