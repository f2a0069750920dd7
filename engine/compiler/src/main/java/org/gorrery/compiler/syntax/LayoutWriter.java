package org.gorrery.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes tokens one after another into aligned columns, with the white space asked for between them, and puts the comments in
/// where they stood.
///
/// White space is kept back until the next token comes: only then is it known whether comments go in between, and how much of it
/// belongs before them. What comes out goes to [PlacedText], which follows where we are.
///
/// The rules are those of gofmt, so that the result is, too.
final class LayoutWriter {
    /// At most one empty line is kept.
    private static final int MAX_BREAKS = 2;

    private final FormatSource source;
    private final List<FormatSource.CommentGroup> groups;
    private final PlacedText out;
    private final List<Space> pending = new ArrayList<>();

    private int nextGroup;
    private boolean semicolonDue;
    private @Nullable Token lastToken;
    private @Nullable Token opening;
    private boolean integerBefore;

    private @Nullable LineMark nextMark;

    // set while in literals
    private int literalDepth;
    private boolean keepBraceClose;
    private boolean noBlankAfterComment;

    LayoutWriter(FormatSource source, boolean withComments) {
        this.source = source;
        this.out = new PlacedText(source);
        this.groups = withComments ? source.groups() : List.of();
    }

    /// What writing comments did to the line breaks.
    ///
    /// @param broke a line break was written
    /// @param droppedSection a section break was left out
    private record Breaks(boolean broke, boolean droppedSection) {
        static final Breaks NONE = new Breaks(false, false);
    }

    // --- what the layouts use

    /// Tells where the next token stood.
    void at(int position) {
        out.at(position);
    }

    /// The line in the source, as well as it is known.
    int sourceLine() {
        return out.line();
    }

    int outColumn() {
        return out.outColumn();
    }

    boolean isEmpty() {
        return out.isEmpty();
    }

    /// Where a construct starts in the output.
    static final class LineMark {
        private int line;
    }

    /// Sets a mark at the line of the next token.
    void mark(LineMark mark) {
        nextMark = mark;
    }

    /// Whether there was a line break since the mark.
    boolean brokeSince(LineMark mark) {
        return brokeSince(mark, 0);
    }

    /// Whether there were more line breaks since the mark than `allowed`.
    boolean brokeSince(LineMark mark, int allowed) {
        return out.outLine() > mark.line + allowed;
    }

    void space(Space... spaces) {
        for (Space space : spaces) {
            noteOpening();
            if (space != Space.NONE) {
                pending.add(space);
                if (space.isBreak()) {
                    semicolonDue = false;
                }
                lastToken = null;
            }
        }
    }

    /// Breaks the line as often as the source did before `target`, at least `min` times; `first` is asked for before the first break, which
    /// ends the section if `section`. Returns 0 for no break, 1 for one plain break, more for an empty line or the end of a section.
    int breakTo(int target, int min, Space first, boolean section) {
        int count = Math.max(Math.min(target - out.line(), MAX_BREAKS), min);
        if (count <= 0) {
            return 0;
        }
        space(first);
        for (int i = 0; i < count; i++) {
            space(section && i == 0 ? Space.SECTION : Space.NEWLINE);
        }
        return section ? count + 1 : count;
    }

    void name(String text) {
        emit(Token.NAME, text, true);
    }

    void literal(String text) {
        emit(Token.LITERAL, text, true);
    }

    /// An integer literal: a point must not follow at once.
    void integer(String text) {
        literal(text);
        integerBefore = true;
    }

    void token(Token token) {
        char first = token.text().charAt(0);
        if (lastToken != null && sticks(lastToken, first)
                || lastToken == Token.LITERAL && integerBefore && first == '.') {
            pending.add(Space.BLANK);
        }
        boolean ends =
                switch (token) {
                    case BREAK, CONTINUE, FALLTHROUGH, RETURN, INC, DEC, RPAREN, RBRACK, RBRACE ->
                            true;
                    default -> false;
                };
        emit(token, token.text(), ends);
    }

    /// The closing brace of a composite literal: a comment before it gets no line break, and no blank if there are elements.
    void closeLiteral(boolean hasElements, int position) {
        space(Space.INDENT, Space.UNINDENT);
        keepBraceClose = true;
        noBlankAfterComment = hasElements;
        at(position);
        token(Token.RBRACE);
        keepBraceClose = false;
        noBlankAfterComment = false;
    }

    /// The closing brace of a function body on one line.
    void closeOneLineBody(int position) {
        keepBraceClose = true;
        at(position);
        token(Token.RBRACE);
        keepBraceClose = false;
    }

    /// How deep in composite literals we are; returns the former value.
    int setLiteralDepth(int depth) {
        int before = literalDepth;
        literalDepth = depth;
        return before;
    }

    int literalDepth() {
        return literalDepth;
    }

    void setIndent(int tabs) {
        out.setIndent(tabs);
    }

    /// Whether a comment comes before the token at `position`.
    boolean commentBefore(int position) {
        return nextGroup < groups.size()
                && groups.get(nextGroup).pos() < position
                && (!semicolonDue || !groups.get(nextGroup).multiline());
    }

    /// The length of the comments before `position`.
    int commentBytesBefore(int position) {
        int bytes = 0;
        for (int i = nextGroup; i < groups.size(); i++) {
            FormatSource.CommentGroup group = groups.get(i);
            if (group.pos() >= position || semicolonDue && group.multiline()) {
                break;
            }
            for (SourceFile.Comment comment : group.comments()) {
                bytes += FormatSource.utf8Length(comment.text());
            }
        }
        return bytes;
    }

    /// Writes what is left and returns the text.
    String finish() {
        semicolonDue = false;
        flush(FormatSource.END_OF_FILE, FormatSource.END_OF_FILE, 0, Token.EOF);
        return out.finish();
    }

    /// The bytes written if they are one line, or -1.
    int singleLineBytes() {
        flush(FormatSource.END_OF_FILE, FormatSource.END_OF_FILE, 0, Token.EOF);
        return out.singleLineBytes();
    }

    // --- tokens

    private void noteOpening() {
        if (lastToken != null) {
            opening = lastToken == Token.LPAREN || lastToken == Token.LBRACK ? lastToken : null;
        }
    }

    /// Whether two tokens without a blank between would be read as another one.
    private static boolean sticks(Token before, char after) {
        return switch (before) {
            case ADD -> after == '+';
            case SUB -> after == '-';
            case QUO -> after == '*';
            case LSS -> after == '-' || after == '<';
            case AND -> after == '&' || after == '^';
            default -> false;
        };
    }

    private void emit(Token token, String text, boolean endsStatement) {
        noteOpening();
        lastToken = token;
        integerBefore = false;
        int nextPos = out.pos();
        int nextLine = out.line();
        int nextColumn = out.column();
        Breaks breaks = flush(nextPos, nextLine, nextColumn, token);
        boolean due = endsStatement;
        if (!semicolonDue) {
            int count = Math.min(nextLine - out.line(), MAX_BREAKS);
            if (breaks.broke && count == MAX_BREAKS) {
                count--;
            }
            if (count > 0) {
                out.lineBreak(breaks.droppedSection, count);
                due = false;
            }
        }
        if (nextMark != null) {
            nextMark.line = out.outLine();
            nextMark = null;
        }
        out.startLine();
        out.at(nextPos, nextLine, nextColumn);
        out.text(text);
        semicolonDue = due;
    }

    private Breaks flush(int nextPos, int nextLine, int nextColumn, Token token) {
        if (commentBefore(nextPos)) {
            return writeComments(nextPos, nextLine, nextColumn, token);
        }
        writePending(pending.size());
        return Breaks.NONE;
    }

    /// Writes the first `count` of the white space kept back.
    private void writePending(int count) {
        for (int i = 0; i < count; i++) {
            Space space = pending.get(i);
            if (space.isBreak() && i + 1 < count && pending.get(i + 1) == Space.UNINDENT) {
                // so that a label stands one tab left of the statements before it
                pending.set(i, Space.UNINDENT);
                pending.set(i + 1, Space.SECTION);
                space = Space.UNINDENT;
            }
            switch (space) {
                case NONE -> {}
                case INDENT -> out.setIndent(out.indent() + 1);
                case UNINDENT -> out.setIndent(out.indent() - 1);
                case BLANK -> out.blank();
                case COLUMN -> out.column(false);
                case NEWLINE -> out.lineBreak(false, 1);
                case SECTION -> out.lineBreak(true, 1);
            }
        }
        pending.subList(0, count).clear();
    }

    // --- comments

    private Breaks writeComments(int nextPos, int nextLine, int nextColumn, Token token) {
        SourceFile.Comment last = null;
        while (commentBefore(nextPos)) {
            FormatSource.CommentGroup group = groups.get(nextGroup);
            List<SourceFile.Comment> comments = group.comments();
            boolean doc =
                    lastToken != Token.IMPORT
                            && source.column(group.pos()) == 1
                            && group.end() + 1 == nextPos;
            if (doc) {
                comments = DocComment.format(comments);
                if (comments.isEmpty()) {
                    beforeComment(group.comments().getFirst(), last, nextLine, nextColumn, token);
                    at(nextPos);
                    out.noteLine();
                    nextGroup++;
                    return pendingAfterComment(false);
                }
            }
            for (SourceFile.Comment comment : comments) {
                beforeComment(comment, last, nextLine, nextColumn, token);
                writeComment(comment);
                last = comment;
            }
            if (doc) {
                at(group.end());
                out.noteLine();
                last = group.comments().getLast();
            }
            nextGroup++;
        }
        return last == null ? Breaks.NONE : afterComments(last, nextLine, token);
    }

    private Breaks afterComments(SourceFile.Comment last, int nextLine, Token token) {
        boolean lineComment = last.text().charAt(1) == '/';
        boolean breakNeeded = false;
        if (!noBlankAfterComment
                && !lineComment
                && source.line(last.pos()) == nextLine
                && token != Token.COMMA
                && (token != Token.RPAREN || opening == Token.LPAREN)
                && (token != Token.RBRACK || opening == Token.LBRACK)) {
            if (pending.stream().anyMatch(Space::isBreak) && !keepBraceClose && literalDepth == 0) {
                breakNeeded = true;
            } else {
                out.blank();
            }
        }
        boolean closes = token == Token.EOF || token == Token.RBRACE && !keepBraceClose;
        return pendingAfterComment(breakNeeded || lineComment || closes);
    }

    /// Writes the pending white space after a comment: of the line breaks one if needed, else none; nothing else before the line's end.
    private Breaks pendingAfterComment(boolean needed) {
        boolean open = needed;
        boolean broke = false;
        boolean droppedSection = false;
        for (int i = 0; i < pending.size(); i++) {
            Space space = pending.get(i);
            if (space.isBreak() && open) {
                open = false;
                broke = true;
            } else if (space.isBreak() || space == Space.BLANK || space == Space.COLUMN) {
                droppedSection |= space == Space.SECTION;
                pending.set(i, Space.NONE);
            }
        }
        writePending(pending.size());
        if (open) {
            out.lineBreak(false, 1);
            broke = true;
        }
        return new Breaks(broke, droppedSection);
    }

    private void beforeComment(
            SourceFile.Comment comment,
            SourceFile.@Nullable Comment previous,
            int nextLine,
            int nextColumn,
            Token token) {
        if (out.isEmpty() && out.outLine() == 1 && out.outColumn() == 1) {
            return;
        }
        int commentLine = source.line(comment.pos());
        boolean afterLineComment = previous != null && previous.text().charAt(1) == '/';
        if (commentLine == out.lastLine() && !afterLineComment) {
            beforeCommentOnLine(previous == null, commentLine == nextLine);
            return;
        }
        boolean dropped =
                takePendingBeforeOwnLine(
                        source.column(comment.pos()) == nextColumn && token != Token.RBRACE);
        int breaks = Math.max(0, commentLine - out.lastLine());
        if (out.indent() == 0 && dropped && previous == null) {
            breaks++;
        }
        if (breaks == 0 && afterLineComment) {
            breaks = 1;
        }
        if (breaks > 0) {
            out.lineBreak(true, Math.min(breaks, MAX_BREAKS));
        }
    }

    /// A comment on the line of the token before it: columns asked for stay, at least one separator is written.
    private void beforeCommentOnLine(boolean first, boolean tokenFollows) {
        boolean separated = false;
        if (first) {
            int count = 0;
            while (count < pending.size()) {
                Space space = pending.get(count);
                if (space == Space.BLANK) {
                    pending.set(count, Space.NONE);
                } else if (space == Space.COLUMN) {
                    separated = true;
                } else if (space != Space.INDENT) {
                    break;
                }
                count++;
            }
            writePending(count == pending.size() ? 0 : count);
        }
        if (!separated) {
            if (tokenFollows) {
                out.blank();
            } else {
                out.column(true);
            }
        }
    }

    /// Writes the white space before a comment on a line of its own that belongs to what came before; true if a line break was dropped.
    private boolean takePendingBeforeOwnLine(boolean alignedWithNext) {
        int count = 0;
        boolean dropped = false;
        for (; count < pending.size(); count++) {
            Space space = pending.get(count);
            if (space == Space.BLANK || space == Space.COLUMN) {
                pending.set(count, Space.NONE);
            } else if (space.isBreak()) {
                pending.set(count, Space.NONE);
                dropped = true;
                break;
            } else if (space == Space.NONE) {
                break; // what an earlier comment has taken
            } else if (space == Space.UNINDENT) {
                boolean more =
                        count + 1 < pending.size() && pending.get(count + 1) == Space.UNINDENT;
                if (!more && !alignedWithNext) {
                    break;
                }
            }
        }
        writePending(count == pending.size() ? 0 : count);
        return dropped;
    }

    private void writeComment(SourceFile.Comment comment) {
        String text = comment.text().replace("\r", "");
        int commentColumn = source.column(comment.pos());
        int outer = out.indent();
        if (text.startsWith("//line ") && commentColumn == 1) {
            out.setIndent(0);
        }
        if (text.charAt(1) == '/') {
            out.textAt(comment.pos(), text.stripTrailing());
        } else {
            out.linesAt(comment.pos(), BlockComment.lines(text, commentColumn == 1 && outer > 0));
        }
        out.setIndent(outer);
    }
}
