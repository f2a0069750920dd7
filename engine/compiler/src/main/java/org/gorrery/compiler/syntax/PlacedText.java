package org.gorrery.compiler.syntax;

import java.util.List;

/// Text as it goes into aligned columns, and where we are: in the source, which decides about the line breaks that are kept, and
/// in the output. Without knowledge of the first it is estimated from what was written.
final class PlacedText {
    private final FormatSource source;
    private final ColumnWriter columns = new ColumnWriter();
    private int indent;
    private boolean columnsEndHere;

    // the estimated place in the source
    private int pos;
    private int line = 1;
    private int column = 1;
    // the same after the last text written
    private int lastLine;
    // the place in the output
    private int outLine = 1;
    private int outColumn = 1;

    PlacedText(FormatSource source) {
        this.source = source;
    }

    /// What comes next stood there.
    void at(int position) {
        at(position, source.line(position), source.column(position));
    }

    void at(int nextPos, int nextLine, int nextColumn) {
        pos = nextPos;
        line = nextLine;
        column = nextColumn;
    }

    /// Takes the present line for that of the last text.
    void noteLine() {
        lastLine = line;
    }

    int pos() {
        return pos;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    /// Line in the source after the last text.
    int lastLine() {
        return lastLine;
    }

    int outLine() {
        return outLine;
    }

    int outColumn() {
        return outColumn;
    }

    int indent() {
        return indent;
    }

    void setIndent(int tabs) {
        indent = tabs;
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    /// The whole text, aligned.
    String finish() {
        return columns.finish();
    }

    /// The bytes written if they are one line, or -1.
    int singleLineBytes() {
        return columns.singleLineBytes();
    }

    /// Indents the line if nothing stands in it yet.
    void startLine() {
        if (outColumn == 1) {
            for (int i = 0; i < indent; i++) {
                columns.tab(true);
            }
            pos += indent;
            column += indent;
            outColumn += indent;
        }
    }

    /// Writes text of the source, several lines perhaps.
    void text(String text) {
        columns.text(text);
        int bytes = FormatSource.utf8Length(text);
        pos += bytes;
        int lastBreak = text.lastIndexOf('\n');
        if (lastBreak >= 0) {
            int breaks = (int) text.chars().filter(c -> c == '\n').count();
            line += breaks;
            outLine += breaks;
            column = bytes - FormatSource.utf8Length(text.substring(0, lastBreak));
            outColumn = column;
            columnsEndHere = true;
        } else {
            column += bytes;
            outColumn += bytes;
        }
        lastLine = line;
    }

    /// Writes one blank.
    void blank() {
        startLine();
        columns.blank();
        moved();
    }

    /// Ends a cell of the table that columns make; where text of several lines ended, a blank does.
    void column(boolean hard) {
        startLine();
        if (columnsEndHere) {
            columns.blank();
        } else {
            columns.tab(hard);
        }
        moved();
    }

    private void moved() {
        pos++;
        column++;
        outColumn++;
    }

    /// Breaks the line `count` times; `section` ends the alignment of columns.
    void lineBreak(boolean section, int count) {
        boolean form = section || columnsEndHere;
        columnsEndHere = false;
        startLine();
        for (int i = 0; i < count; i++) {
            columns.newline(form);
        }
        pos += count;
        line += count;
        outLine += count;
        column = 1;
        outColumn = 1;
    }

    /// Writes lines of which the first stood at `position`.
    void linesAt(int position, List<String> lines) {
        int from = position;
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                lineBreak(true, 1);
                from = 0;
            }
            if (!lines.get(i).isEmpty()) {
                textAt(from, lines.get(i).stripTrailing());
            }
        }
    }

    /// Writes text that stood at `position`, or at the estimated place for 0.
    void textAt(int position, String text) {
        int keptPos = pos;
        int keptLine = line;
        int keptColumn = column;
        startLine();
        if (position != 0) {
            at(position);
        } else {
            pos = keptPos;
            line = keptLine;
            column = keptColumn;
        }
        text(text);
    }
}
