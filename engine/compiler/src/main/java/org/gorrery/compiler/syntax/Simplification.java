package org.gorrery.compiler.syntax;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Leaves out what says nothing, as `gofmt -s` does: types of elements that the literal around them gives, `len(s)` as the end of a slice of
/// `s`, blank variables of a range, declarations without content. Source: `go doc cmd/gofmt`.
///
/// Works on the text: the words go, comments stay, and so do line breaks where they can, so that the formatter sees each token on its line.
final class Simplification {
    private final byte[] text;
    private final int base;
    private final SourceFile file;
    private final FormatSource source;
    private final NodeParts parts = new NodeParts();
    private final List<Cut> cuts = new ArrayList<>();
    private final List<Stmt.Block> blocks = new ArrayList<>();

    private Simplification(byte[] text, int base, SourceFile file) {
        this.text = text;
        this.base = base;
        this.file = file;
        this.source = new FormatSource(text, base, file);
    }

    /// What goes: from a position to before another.
    ///
    /// @param breaks whether line breaks in it stay
    private record Cut(int from, int to, boolean breaks) {}

    /// The simplified text; the same array where there is nothing to simplify.
    static byte[] of(byte[] text, int base, SourceFile file) {
        var simplification = new Simplification(text, base, file);
        file.decls().forEach(simplification::walk);
        file.groups().forEach(simplification::group);
        return simplification.finish();
    }

    private void walk(Object node) {
        switch (node) {
            case Expr.CompositeLit literal when hasElements(literal.type()) -> elements(literal);
            case Expr.SliceExpr slice -> {
                slice(slice);
                below(slice);
            }
            case Stmt.Range range -> {
                range(range);
                below(range);
            }
            case Stmt.Block block -> {
                blocks.add(block);
                below(block);
            }
            case Record other -> below(other);
            default -> throw new IllegalStateException("no node: " + node);
        }
    }

    private void below(Record node) {
        parts.below(node).forEach(this::walk);
    }

    // --- composite literals

    private static boolean hasElements(@Nullable Expr type) {
        return type instanceof Expr.ArrayTypeExpr || type instanceof Expr.MapTypeExpr;
    }

    private void elements(Expr.CompositeLit literal) {
        Expr key = literal.type() instanceof Expr.MapTypeExpr map ? map.key() : null;
        Expr value =
                switch (literal.type()) {
                    case Expr.MapTypeExpr map -> map.value();
                    case Expr.ArrayTypeExpr array -> array.elem();
                    case null, default -> throw new IllegalStateException("no elements");
                };
        for (Expr element : literal.elems()) {
            if (element instanceof Expr.KeyValue pair) {
                if (key != null) {
                    element(key, pair.key());
                }
                element(value, pair.value());
            } else {
                element(value, element);
            }
        }
    }

    /// Where `x` is a literal of the type that it has anyway, or the address of one, it need not say so.
    private void element(Expr type, Expr x) {
        walk(x);
        if (x instanceof Expr.CompositeLit inner) {
            untyped(type, inner, inner.pos());
        } else if (type instanceof Expr.Star pointer
                && x instanceof Expr.Unary address
                && address.op() == Token.AND
                && address.x() instanceof Expr.CompositeLit inner) {
            untyped(pointer.x(), inner, address.pos());
        }
    }

    private void untyped(Expr type, Expr.CompositeLit inner, int from) {
        if (inner.type() != null
                && parts.same(type, inner.type())
                && comments(type.pos(), source.end(type))
                        .equals(comments(inner.type().pos(), source.end(inner.type())))) {
            cuts.add(new Cut(from, inner.lbrace(), true));
        }
    }

    private List<String> comments(int from, int to) {
        return file.comments().stream()
                .filter(c -> c.pos() >= from && c.pos() < to)
                .map(SourceFile.Comment::text)
                .toList();
    }

    // --- slices and ranges

    private void slice(Expr.SliceExpr x) {
        if (!x.full()
                && x.x() instanceof Expr.Name sliced
                && x.hi() instanceof Expr.Call call
                && !call.spread()
                && call.args().size() == 1
                && call.fun() instanceof Expr.Name fun
                && fun.text().equals("len")
                && call.args().getFirst() instanceof Expr.Name arg
                && arg.text().equals(sliced.text())) {
            cuts.add(new Cut(call.pos(), call.rparen() + 1, true));
        }
    }

    private void range(Stmt.Range x) {
        Expr key = x.key();
        Expr value = x.value();
        if (key == null || !x.extra().isEmpty() || value != null && !isBlank(value)) {
            return;
        }
        int last = source.end(value == null ? key : value);
        int from = isBlank(key) ? key.pos() : source.end(key);
        int to = isBlank(key) ? source.nextToken(last) + (x.define() ? 2 : 1) : last;
        // a line comment would swallow what follows
        if (from < to && comments(from, to).stream().noneMatch(c -> c.startsWith("//"))) {
            cuts.add(new Cut(from, to, false));
        }
    }

    private static boolean isBlank(Expr x) {
        return x instanceof Expr.Name name && name.text().equals("_");
    }

    // --- declarations without content

    private void group(SourceFile.Group group) {
        boolean local =
                blocks.stream()
                        .anyMatch(b -> b.pos() < group.keyword() && group.keyword() < b.rbrace());
        int end = group.rparen() + 1;
        if (local
                || source.nextToken(group.lparen() + 1) != group.rparen()
                || source.hasDoc(group.keyword())
                || !comments(group.keyword(), end).isEmpty()) {
            return;
        }
        int next = source.nextToken(end);
        boolean separated = next != FormatSource.END_OF_FILE && source.byteAt(next) == ';';
        cuts.add(new Cut(group.keyword(), separated ? next + 1 : end, true));
    }

    // --- the text

    private byte[] finish() {
        if (cuts.isEmpty()) {
            return text;
        }
        var out = new ByteArrayOutputStream(text.length);
        int copied = 0;
        for (Cut cut : cuts.stream().sorted(Comparator.comparingInt(Cut::from)).toList()) {
            if (cut.from - base < copied) {
                continue; // in a type that goes
            }
            out.write(text, copied, cut.from - base - copied);
            remains(cut, out);
            copied = cut.to - base;
        }
        out.write(text, copied, text.length - copied);
        return out.toByteArray();
    }

    /// Comments, and line breaks where they stay.
    private void remains(Cut cut, ByteArrayOutputStream out) {
        int at = cut.from - base;
        int end = cut.to - base;
        var inside = file.comments().stream().filter(c -> c.pos() >= cut.from && c.pos() < cut.to);
        for (var comment : inside.toList()) {
            int from = comment.pos() - base;
            breaks(at, from, cut, out);
            at = from + FormatSource.utf8Length(comment.text());
            out.write(text, from, at - from);
        }
        breaks(at, end, cut, out);
    }

    private void breaks(int from, int to, Cut cut, ByteArrayOutputStream out) {
        for (int i = from; cut.breaks && i < to; i++) {
            if (text[i] == '\n') {
                out.write('\n');
            }
        }
    }
}
