package org.gorrery.compiler.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.jspecify.annotations.Nullable;

/// A file as the formatter asks about it: where lines and tokens start, where nodes end, which comments belong together.
///
/// Positions are those of the syntax tree.
final class FormatSource {
    /// A position after everything.
    static final int END_OF_FILE = Integer.MAX_VALUE;

    private final byte[] text;
    private final int base;
    private final int[] lineStarts;
    private final int[] tokenStarts;
    private final List<CommentGroup> groups;

    FormatSource(byte[] text, int base, SourceFile file) {
        this.text = text;
        this.base = base;
        this.lineStarts = lineStarts(text);
        this.tokenStarts = tokenStarts(text, base);
        this.groups = group(file.comments());
    }

    /// Comments that stand together: on one line after a token, or on lines that follow each other.
    ///
    /// @param end position after the last
    /// @param multiline whether they make a line end
    record CommentGroup(List<SourceFile.Comment> comments, int end, boolean multiline) {
        int pos() {
            return comments.getFirst().pos();
        }
    }

    private static int[] lineStarts(byte[] text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private static int[] tokenStarts(byte[] text, int base) {
        var sources = new SourceSet();
        var diagnostics = new Diagnostics();
        int ownBase = sources.add("", text);
        var log =
                new CommentLog(
                        ownBase, diagnostics, new LineDirectives(sources, ownBase, diagnostics));
        var scanner = new Scanner(text, base, diagnostics, log);
        int[] starts = new int[Math.max(16, text.length / 4)];
        int count = 0;
        for (scanner.next(); scanner.token() != Token.EOF; scanner.next()) {
            if (scanner.token() == Token.SEMICOLON && !scanner.text().equals("semicolon")) {
                continue;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = scanner.pos();
        }
        return Arrays.copyOf(starts, count);
    }

    // --- places

    /// The line of a position, from 1.
    int line(int pos) {
        if (pos == END_OF_FILE) {
            return END_OF_FILE;
        }
        int found = Arrays.binarySearch(lineStarts, pos - base);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// The column of a position in bytes, from 1.
    int column(int pos) {
        return pos == END_OF_FILE ? 0 : pos - base - lineStarts[line(pos) - 1] + 1;
    }

    /// Where the first token at or after `pos` starts; comments and automatic semicolons are none.
    int nextToken(int pos) {
        int found = Arrays.binarySearch(tokenStarts, pos);
        int index = found >= 0 ? found : -found - 1;
        return index < tokenStarts.length ? tokenStarts[index] : END_OF_FILE;
    }

    /// Where the last token before `pos` starts.
    int previousToken(int pos) {
        int found = Arrays.binarySearch(tokenStarts, pos);
        int index = (found >= 0 ? found : -found - 1) - 1;
        return index >= 0 ? tokenStarts[index] : base;
    }

    /// The byte at a position, or 0 past the end.
    int byteAt(int pos) {
        int at = pos - base;
        return at >= 0 && at < text.length ? text[at] : 0;
    }

    // --- comments

    /// All comment groups in order.
    List<CommentGroup> groups() {
        return groups;
    }

    private List<CommentGroup> group(List<SourceFile.Comment> comments) {
        List<CommentGroup> found = new ArrayList<>();
        for (int i = 0; i < comments.size(); ) {
            int first = comments.get(i).pos();
            int token = previousToken(first);
            boolean afterToken = token < first && line(tokenEnd(token, first)) == line(first);
            int gap = afterToken ? 0 : 1;
            List<SourceFile.Comment> members = new ArrayList<>();
            int end;
            int limit = nextToken(first);
            do {
                members.add(comments.get(i));
                end = comments.get(i).pos() + utf8Length(comments.get(i).text());
                i++;
            } while (i < comments.size()
                    && comments.get(i).pos() < limit
                    && line(comments.get(i).pos()) <= line(end) + gap);
            found.add(new CommentGroup(members, end, isMultiline(members)));
        }
        return found;
    }

    /// Where the token at `token`, the last before `limit`, ends: before the blanks and comments in between. Only raw strings
    /// span lines, so the last character that is none of these decides.
    private int tokenEnd(int token, int limit) {
        if (byteAt(token) != '`') {
            return token;
        }
        int at = token + 1;
        while (at < limit && byteAt(at) != '`') {
            at++;
        }
        return at;
    }

    private boolean isMultiline(List<SourceFile.Comment> members) {
        int line = line(members.getFirst().pos());
        for (SourceFile.Comment comment : members) {
            if (line(comment.pos()) != line
                    || comment.text().charAt(1) == '/'
                    || comment.text().indexOf('\n') >= 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether a comment at the end of its line follows the node that ends at `end`; it would be aligned in a column.
    boolean hasLineComment(int end) {
        int from = end;
        int token = nextToken(end);
        if (token != END_OF_FILE && byteAt(token) == ';' && line(token) == line(end - 1)) {
            from = token + 1;
            token = nextToken(from);
        }
        CommentGroup group = groupAfter(from);
        return group != null
                && group.pos() < token
                && line(group.pos()) == line(from - 1)
                && (token == END_OF_FILE || line(token) != line(group.end));
    }

    /// Whether a comment group ends on the line before the token at `pos`, with no token between.
    boolean hasDoc(int pos) {
        int previous = previousToken(pos);
        CommentGroup last = null;
        for (int i = indexAfter(previous); i < groups.size() && groups.get(i).pos() < pos; i++) {
            last = groups.get(i);
        }
        return last != null && line(last.end) + 1 == line(pos);
    }

    private @Nullable CommentGroup groupAfter(int pos) {
        int index = indexAfter(pos);
        return index < groups.size() ? groups.get(index) : null;
    }

    /// The first group that starts at or after `pos`.
    private int indexAfter(int pos) {
        int low = 0;
        int high = groups.size();
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (groups.get(mid).pos() < pos) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }

    // --- ends of nodes

    static int utf8Length(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return text.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return text.length();
    }

    /// The position after an expression.
    int end(Expr expr) {
        return switch (expr) {
            case Expr.BadExpr x -> x.end();
            case Expr.Name x -> x.pos() + utf8Length(x.text());
            case Expr.BasicLit x -> x.pos() + utf8Length(x.text());
            case Expr.CompositeLit x -> x.rbrace() + 1;
            case Expr.KeyValue x -> end(x.value());
            case Expr.FuncLit x -> x.body().rbrace() + 1;
            case Expr.Paren x -> x.rparen() + 1;
            case Expr.Selector x -> end(x.sel());
            case Expr.Index x -> x.rbrack() + 1;
            case Expr.SliceExpr x -> x.rbrack() + 1;
            case Expr.TypeAssert x -> x.rparen() + 1;
            case Expr.Call x -> x.rparen() + 1;
            case Expr.Star x -> end(x.x());
            case Expr.Unary x -> end(x.x());
            case Expr.Binary x -> end(x.y());
            case Expr.ArrayTypeExpr x -> end(x.elem());
            case Expr.Ellipsis x -> x.elem() == null ? x.pos() + 3 : end(x.elem());
            case Expr.MapTypeExpr x -> end(x.value());
            case Expr.ChanTypeExpr x -> end(x.elem());
            case Expr.FuncTypeExpr x -> end(x);
            case Expr.StructTypeExpr x -> x.rbrace() + 1;
            case Expr.InterfaceTypeExpr x -> x.rbrace() + 1;
        };
    }

    private int end(Expr.FuncTypeExpr type) {
        FieldList results = type.results();
        if (results.fields().isEmpty()) {
            return results.end() > results.pos() ? results.end() + 1 : type.params().end() + 1;
        }
        return results.end() > results.pos()
                ? results.end() + 1
                : end(results.fields().getFirst().type());
    }
}
