package org.gorrery.app.editor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gorrery.session.Compilation;

/// A mark at a place of the source: a finding of the compiler.
///
/// @param line from 0
/// @param fromChar first character of the line that is underlined
/// @param toChar the first behind it
/// @param warning whether the program runs all the same
public record SourceMark(int line, int fromChar, int toChar, boolean warning, String message) {
    /// The marks of the findings that lie in one file, by line from 0.
    ///
    /// @param file name of the file, as findings give it
    /// @param text what is in the file
    public static Map<Integer, List<SourceMark>> of(
            List<Compilation.Finding> findings, String file, String text) {
        List<String> lines = text.lines().toList();
        var marks = new TreeMap<Integer, List<SourceMark>>();
        for (var finding : findings) {
            int line = finding.line() - 1;
            if (finding.file().equals(file) && line >= 0 && line < Math.max(1, lines.size())) {
                String content = line < lines.size() ? lines.get(line) : "";
                marks.computeIfAbsent(line, l -> new ArrayList<>()).add(mark(finding, content));
            }
        }
        return marks;
    }

    private static SourceMark mark(Compilation.Finding finding, String content) {
        int from = charsBefore(content, finding.column() - 1);
        int to = from;
        while (to < content.length() && Character.isJavaIdentifierPart(content.charAt(to))) {
            to++;
        }
        return new SourceMark(
                finding.line() - 1,
                from,
                Math.min(content.length(), Math.max(to, from + 1)),
                finding.warning(),
                finding.message());
    }

    /// Columns of findings count bytes of UTF-8.
    private static int charsBefore(String content, int bytes) {
        byte[] utf8 = content.getBytes(StandardCharsets.UTF_8);
        int end = Math.clamp(bytes, 0, utf8.length);
        return Math.min(
                content.length(), new String(utf8, 0, end, StandardCharsets.UTF_8).length());
    }
}
