package org.gorrery.compiler.syntax;

import java.util.ArrayList;
import java.util.List;

/// Lines of cells, aligned in columns when written (elastic tabstops: a column is as wide as its widest cell over the
/// consecutive lines that have it).
///
/// A cell ends with a tab, hard (indentation, at least one tab wide) or soft (dropped where the whole column is empty); the text
/// after the last tab of a line belongs to no column. A section ends with a form feed, and with a line without any tab: columns
/// never reach across.
final class ColumnWriter {
    private static final int TAB_WIDTH = 8;
    private static final int PADDING = 1;

    private final StringBuilder out = new StringBuilder();
    private final List<List<Cell>> section = new ArrayList<>();
    private List<Cell> line = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();

    /// @param hard whether the tab after it counts where the text is empty
    private record Cell(String text, int width, boolean hard) {}

    /// Adds to the current cell.
    void text(String text) {
        cell.append(text);
    }

    void blank() {
        cell.append(' ');
    }

    /// Ends the cell.
    void tab(boolean hard) {
        endCell(hard);
    }

    private void endCell(boolean hard) {
        String text = cell.toString();
        cell.setLength(0);
        line.add(new Cell(text, text.codePointCount(0, text.length()), hard));
    }

    /// Ends the line; `formFeed` ends the section, too.
    void newline(boolean formFeed) {
        endCell(false);
        section.add(line);
        boolean plain = line.size() == 1;
        line = new ArrayList<>();
        if (formFeed || plain) {
            flush();
        }
    }

    /// The aligned text.
    String finish() {
        boolean open = !cell.isEmpty() || !line.isEmpty();
        if (open) {
            endCell(false);
            section.add(line);
            line = new ArrayList<>();
        }
        flush();
        if (open) {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    /// The length in bytes of what was written, if that is one line, or -1.
    int singleLineBytes() {
        if (!section.isEmpty() || !out.isEmpty()) {
            return -1;
        }
        var all = new StringBuilder();
        line.forEach(part -> all.append(part.text).append('\t'));
        all.append(cell);
        return all.indexOf("\n") >= 0
                ? -1
                : FormatSource.utf8Length(all.toString().stripTrailing());
    }

    boolean isEmpty() {
        return out.isEmpty() && section.isEmpty() && line.isEmpty() && cell.isEmpty();
    }

    private void flush() {
        int[][] widths = new int[section.size()][];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = new int[section.get(i).size() - 1];
        }
        align(0, section.size(), 0, widths);
        for (int i = 0; i < widths.length; i++) {
            write(section.get(i), widths[i]);
        }
        section.clear();
    }

    /// Sets the width of column `column` in the lines `[from, to)`, block by block, and of the columns right of it.
    private void align(int from, int to, int column, int[][] widths) {
        for (int start = from; start < to; start++) {
            if (widths[start].length <= column) {
                continue;
            }
            int width = 0;
            boolean empty = true;
            int end = start;
            for (; end < to && widths[end].length > column; end++) {
                Cell found = section.get(end).get(column);
                width = Math.max(width, found.width + PADDING);
                empty &= found.width == 0 && !found.hard;
            }
            for (int i = start; i < end; i++) {
                widths[i][column] = empty ? 0 : width;
            }
            align(start, end, column + 1, widths);
            start = end - 1;
        }
    }

    private void write(List<Cell> cells, int[] widths) {
        boolean indenting = true;
        int start = out.length();
        for (int i = 0; i < cells.size(); i++) {
            Cell part = cells.get(i);
            out.append(part.text);
            indenting &= part.text.isEmpty();
            if (i < widths.length) {
                if (indenting) {
                    out.repeat('\t', (widths[i] + TAB_WIDTH - 1) / TAB_WIDTH);
                } else {
                    out.repeat(' ', widths[i] - part.width);
                }
            }
        }
        int end = out.length();
        while (end > start && (out.charAt(end - 1) == ' ' || out.charAt(end - 1) == '\t')) {
            end--;
        }
        out.setLength(end);
        out.append('\n');
    }
}
