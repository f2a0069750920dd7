package org.gorrery.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.source.BuildConstraint;

/// Puts the `//go:build` line of a formatted file in its place: before the comment that belongs to the package clause, with an empty
/// line after it, the expression in standard form.
final class BuildLines {
    private static final String MARK = "//go:build ";

    private BuildLines() {}

    /// The text with its build line in place; files with several or with old `+build` lines stay as they are.
    static String placed(String text) {
        if (!text.contains(MARK)) {
            return text;
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int afterBlank = 0;
        int found = -1;
        int end = 0;
        for (;
                end < lines.size() && (lines.get(end).isEmpty() || lines.get(end).startsWith("//"));
                end++) {
            String line = lines.get(end);
            if (line.isEmpty()) {
                afterBlank = end + 1;
            } else if (line.startsWith("// +build ") || line.startsWith(MARK) && found >= 0) {
                return text;
            } else if (line.startsWith(MARK)) {
                found = end;
            }
        }
        if (found < 0 || !BuildConstraint.isWellFormed(lines.get(found).substring(MARK.length()))) {
            return text;
        }
        String line =
                MARK + BuildConstraint.normalized(lines.remove(found).substring(MARK.length()));
        int at = Math.min(found, afterBlank);
        lines.add(at, line);
        if (!lines.get(at + 1).isEmpty()) {
            lines.add(at + 1, "");
        }
        return String.join("\n", lines);
    }
}
