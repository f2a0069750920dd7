package org.gorrery.compiler.syntax;

import java.util.List;

/// Lists of expressions: the line breaks of the source are kept, and keys and short elements on lines of their own are aligned as long as
/// they are of similar size.
final class ListLayout {
    /// No position known.
    static final int NOWHERE = 0;

    private static final int LONGEST_LINE = 1_000_000;
    private static final int SHORT = 40;
    private static final double RATIO = 2.5;

    private final Layouts layouts;
    private final LayoutWriter out;
    private final FormatSource source;

    ListLayout(Layouts layouts) {
        this.layouts = layouts;
        this.out = layouts.writer();
        this.source = layouts.source();
    }

    /// What a list is part of.
    ///
    /// @param from position of what comes before, or [#NOWHERE]
    /// @param to position of what comes after, or [#NOWHERE]
    /// @param closingComma whether a comma goes after the last element where `to` is on a later line
    /// @param indented whether lines after the first are indented
    record Frame(int from, int to, boolean closingComma, boolean indented) {}

    /// Names separated by commas.
    void names(List<Expr.Name> names, boolean indented) {
        list(List.copyOf(names), 1, new Frame(NOWHERE, NOWHERE, false, indented));
    }

    /// Expressions separated by commas.
    void list(List<? extends Expr> list, int depth, Frame frame) {
        if (list.isEmpty()) {
            return;
        }
        int firstLine = source.line(list.getFirst().pos());
        int fromLine = frame.from == NOWHERE ? 0 : source.line(frame.from);
        if (fromLine == firstLine && firstLine == source.line(source.end(list.getLast()))) {
            onOneLine(list, depth);
        } else {
            new Run(list, depth, frame, fromLine).write(firstLine);
        }
    }

    private void onOneLine(List<? extends Expr> list, int depth) {
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.at(list.get(i).pos());
                out.token(Token.COMMA);
                out.space(Space.BLANK);
            }
            layouts.expressions().expression(list.get(i), depth);
        }
    }

    /// One list over several lines while it is written.
    private final class Run {
        private final List<? extends Expr> list;
        private final int depth;
        private final Frame frame;
        private Space nextIndent;
        private int lastBroken = -1;
        private int line;
        private int size;
        private double logSum;
        private int logCount;

        Run(List<? extends Expr> list, int depth, Frame frame, int fromLine) {
            this.list = list;
            this.depth = depth;
            this.frame = frame;
            this.line = fromLine;
            this.nextIndent = frame.indented ? Space.INDENT : Space.NONE;
        }

        void write(int firstLine) {
            if (line > 0 && line < firstLine && out.breakTo(firstLine, 0, nextIndent, true) > 0) {
                nextIndent = Space.NONE;
                lastBroken = 0;
            }
            for (int i = 0; i < list.size(); i++) {
                element(i);
            }
            boolean unindent = nextIndent == Space.NONE && frame.indented;
            boolean closing =
                    frame.closingComma
                            && frame.to != NOWHERE
                            && out.sourceLine() < source.line(frame.to);
            if (closing) {
                out.token(Token.COMMA);
            }
            if (unindent) {
                out.space(Space.UNINDENT);
            }
            if (closing) {
                out.space(Space.SECTION);
            }
        }

        private void element(int index) {
            Expr x = list.get(index);
            int startLine = source.line(x.pos());
            int sizeBefore = size;
            size = alignedSize(x);
            boolean section = !similar(sizeBefore);
            boolean newLine = line > 0 && line < startLine;
            if (index > 0) {
                separator(index, x.pos(), startLine, newLine, section);
            }
            if (list.size() > 1 && size > 0 && newLine && x instanceof Expr.KeyValue pair) {
                layouts.expressions().expression(pair.key());
                out.at(source.nextToken(source.end(pair.key())));
                out.token(Token.COLON);
                out.space(Space.COLUMN);
                layouts.expressions().expression(pair.value());
            } else {
                layouts.expressions().expression(x, depth);
            }
            if (size > 0) {
                logSum += Math.log(size);
                logCount++;
            }
            line = startLine;
        }

        /// The size that decides about alignment: that of the key, or of the element; 0 for what takes more than a line.
        private int alignedSize(Expr x) {
            int whole = layouts.size(x, LONGEST_LINE);
            if (whole > LONGEST_LINE || frame.from == NOWHERE || frame.to == NOWHERE) {
                return 0;
            }
            return x instanceof Expr.KeyValue pair ? layouts.size(pair.key(), LONGEST_LINE) : whole;
        }

        /// Whether the element is to be aligned with those before.
        private boolean similar(int sizeBefore) {
            if (sizeBefore <= 0 || size <= 0) {
                return false;
            }
            if (logCount == 0 || sizeBefore <= SHORT && size <= SHORT) {
                return true;
            }
            double ratio = size / Math.exp(logSum / logCount);
            return RATIO * ratio > 1 && RATIO > ratio;
        }

        private void separator(
                int index, int pos, int startLine, boolean newLine, boolean section) {
            if (!newLine) {
                out.at(pos);
            }
            out.token(Token.COMMA);
            int breaks =
                    newLine
                            ? out.breakTo(
                                    startLine, 0, nextIndent, section || lastBroken + 1 < index)
                            : 0;
            if (breaks == 0) {
                out.space(Space.BLANK);
                return;
            }
            nextIndent = Space.NONE;
            lastBroken = index;
            if (breaks > 1) {
                logSum = 0;
                logCount = 0;
            }
        }
    }
}
