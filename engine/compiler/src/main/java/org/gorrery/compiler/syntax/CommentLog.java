package org.gorrery.compiler.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.source.Diagnostics;

/// Collects the comments of one file and picks the directives out of them: `//go:`, `//gorrery:`, `//line`.
///
/// Directives wait in [#takePending] until a declaration claims them.
///
/// Guard: one parser.
final class CommentLog {
    private final int base;
    private final Diagnostics diagnostics;
    private final LineDirectives lineDirectives;
    private final List<SourceFile.Comment> all = new ArrayList<>();
    private final List<SourceFile.Directive> directives = new ArrayList<>();
    private List<SourceFile.Directive> pending = new ArrayList<>();
    private boolean closed;

    CommentLog(int base, Diagnostics diagnostics, LineDirectives lineDirectives) {
        this.base = base;
        this.diagnostics = diagnostics;
        this.lineDirectives = lineDirectives;
    }

    /// A comment of the bytes `[from, to)`, delimiters included, no newline at the end.
    void add(byte[] src, int from, int to) {
        if (closed) {
            return;
        }
        var text = new String(src, from, to - from, StandardCharsets.UTF_8);
        all.add(new SourceFile.Comment(base + from, text));
        if (text.startsWith("go:", 2) || text.startsWith("gorrery:", 2)) {
            if (text.charAt(1) == '/') {
                directive(src, from, text);
            }
        } else if (text.startsWith("line ", 2)) {
            lineDirectives.add(src, from, text);
        }
    }

    /// From now on comments are passed over.
    void close() {
        closed = true;
    }

    private void directive(byte[] src, int from, String text) {
        var directive = new SourceFile.Directive(base + from, text.substring(2).stripTrailing());
        directives.add(directive);
        if (!aloneOnLine(src, from)) {
            diagnostics.error(
                    base + from + 2, DiagnosticCode.DIRECTIVE, "misplaced compiler directive");
            return;
        }
        pending.add(directive);
    }

    private static boolean aloneOnLine(byte[] src, int from) {
        int i = from - 1;
        while (i >= 0 && (src[i] == ' ' || src[i] == '\t' || src[i] == '\r')) {
            i--;
        }
        return i < 0 || src[i] == '\n';
    }

    /// The directives since the last call, in source order.
    List<SourceFile.Directive> takePending() {
        if (pending.isEmpty()) {
            return List.of();
        }
        var taken = pending;
        pending = new ArrayList<>();
        return taken;
    }

    /// All comments so far.
    List<SourceFile.Comment> all() {
        return all;
    }

    /// All directives so far, those that belong to no declaration included.
    List<SourceFile.Directive> directives() {
        return directives;
    }
}
