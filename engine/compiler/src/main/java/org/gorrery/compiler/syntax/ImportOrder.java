package org.gorrery.compiler.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Sorts the imports of a file: within a group, the specs of each run of lines without a gap, by path, then name, then comment;
/// what is imported twice in the same way goes once.
///
/// Works on the text: each spec moves with the comment at the end of its line, so that the formatter sees a file that was written in order.
final class ImportOrder {
    private final byte[] text;
    private final int base;
    private final FormatSource source;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int copied;

    private ImportOrder(byte[] text, int base, FormatSource source) {
        this.text = text;
        this.base = base;
        this.source = source;
    }

    /// A spec with what follows it on its line, as offsets.
    private record Slot(Decl.ImportDecl spec, int start, int end, String content, boolean comment) {
        String path() {
            return Literals.stringText(spec.path().text());
        }

        String name() {
            return spec.name() == null ? "" : spec.name().text();
        }

        boolean repeats(Slot other) {
            return path().equals(other.path()) && name().equals(other.name());
        }
    }

    /// The text with its imports in order; the same array where they are.
    static byte[] sorted(byte[] text, int base, SourceFile file) {
        var order = new ImportOrder(text, base, new FormatSource(text, base, file));
        List<Decl.ImportDecl> run = new ArrayList<>();
        for (Decl decl : file.decls()) {
            if (!(decl instanceof Decl.ImportDecl spec)) {
                break;
            }
            if (!run.isEmpty() && !order.continues(run.getLast(), spec)) {
                order.sort(run);
                if (spec.group() != run.getLast().group()) {
                    order.tail(run);
                }
                run.clear();
            }
            if (spec.group() >= 0) {
                run.add(spec);
            }
        }
        order.sort(run);
        order.tail(run);
        return order.finish();
    }

    /// What stands between the last spec and the closing parenthesis: comments lose the empty lines around them and are indented,
    /// as gofmt has it, which joins those lines when it sorts.
    private void tail(List<Decl.ImportDecl> run) {
        if (run.isEmpty() || run.getLast().group() < 0) {
            return;
        }
        int from = Math.max(copied, source.end(run.getLast().path()) - base);
        int close = source.nextToken(from + base) - base;
        while (from < text.length && text[from] != '\n') {
            from++;
        }
        if (close <= from || close >= text.length || text[close] != ')') {
            return;
        }
        var lines = new ArrayList<String>();
        for (var line :
                new String(text, from, close - from, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            String comment = line.strip();
            if (!comment.isEmpty()) {
                if (!comment.startsWith("//") || comment.equals("//")) {
                    return;
                }
                lines.add(comment);
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        out.write(text, copied, from - copied);
        lines.forEach(l -> out.writeBytes(("\n\t" + l).getBytes(StandardCharsets.ISO_8859_1)));
        out.write('\n');
        copied = close;
    }

    private boolean continues(Decl.ImportDecl before, Decl.ImportDecl spec) {
        return before.group() == spec.group()
                && source.line(spec.pos()) <= source.line(source.end(before.path())) + 1;
    }

    private void sort(List<Decl.ImportDecl> run) {
        if (run.size() < 2) {
            return;
        }
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < run.size(); i++) {
            slots.add(
                    slot(
                            run.get(i),
                            i + 1 < run.size() ? run.get(i + 1).pos() - base : text.length));
        }
        List<Slot> sorted = new ArrayList<>(slots);
        sorted.sort(
                Comparator.comparing(Slot::path)
                        .thenComparing(Slot::name)
                        .thenComparing(Slot::content));
        for (int i = sorted.size() - 2; i >= 0; i--) {
            if (!sorted.get(i).comment && sorted.get(i).repeats(sorted.get(i + 1))) {
                sorted.remove(i);
            }
        }
        if (sorted.equals(slots)
                && slots.stream().allMatch(s -> string(s.start, s.end).startsWith(s.content))) {
            return;
        }
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            out.write(text, copied, slot.start - copied);
            if (i < sorted.size()) {
                out.writeBytes(sorted.get(i).content.getBytes(StandardCharsets.ISO_8859_1));
                copied = slot.end;
            } else {
                copied = slot.end < text.length && text[slot.end] == '\n' ? slot.end + 1 : slot.end;
            }
        }
    }

    /// The spec up to the end of its line, or up to a semicolon before the next.
    private Slot slot(Decl.ImportDecl spec, int limit) {
        int start = spec.pos() - base;
        int pathEnd = source.end(spec.path()) - base;
        int end = pathEnd;
        int next = source.nextToken(pathEnd + base);
        boolean shared = source.line(next) == source.line(pathEnd + base);
        while (!shared && end < limit && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        String content = string(start, end).stripTrailing();
        boolean comment = content.length() > pathEnd - start;
        Expr.Name name = spec.name();
        if (name != null) {
            int nameEnd = source.end(name) - base;
            int path = spec.path().pos() - base;
            String between = string(nameEnd, path).strip();
            if (!between.isEmpty()) { // comments, which move behind the path
                content =
                        string(start, nameEnd)
                                + " "
                                + string(path, pathEnd)
                                + " "
                                + between
                                + content.substring(pathEnd - start);
            }
        }
        return new Slot(spec, start, end, content, comment);
    }

    private String string(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private byte[] finish() {
        if (copied == 0) {
            return text;
        }
        out.write(text, copied, text.length - copied);
        return out.toByteArray();
    }
}
