package org.gorrery.compiler.syntax;

import java.util.IdentityHashMap;
import java.util.Map;

/// The layouts of one file, which call each other, and the sizes of nodes they have worked out.
///
/// Guard: one formatting.
final class Layouts {
    private final FormatSource source;
    private final LayoutWriter writer;
    private final Map<Object, Integer> sizes;
    private final ExpressionLayout expressions;
    private final ListLayout lists;
    private final TypeLayout types;
    private final StatementLayout statements;
    private final DeclarationLayout declarations;

    Layouts(FormatSource source, SourceFile file, Liberties liberties) {
        this(source, new LayoutWriter(source, true), new IdentityHashMap<>(), file, liberties);
    }

    private final SourceFile file;
    private final Liberties liberties;

    private Layouts(
            FormatSource source,
            LayoutWriter writer,
            Map<Object, Integer> sizes,
            SourceFile file,
            Liberties liberties) {
        this.source = source;
        this.writer = writer;
        this.sizes = sizes;
        this.file = file;
        this.liberties = liberties;
        expressions = new ExpressionLayout(this);
        lists = new ListLayout(this);
        types = new TypeLayout(this);
        statements = new StatementLayout(this);
        declarations = new DeclarationLayout(this, file.groups());
    }

    FormatSource source() {
        return source;
    }

    LayoutWriter writer() {
        return writer;
    }

    ExpressionLayout expressions() {
        return expressions;
    }

    ListLayout lists() {
        return lists;
    }

    TypeLayout types() {
        return types;
    }

    StatementLayout statements() {
        return statements;
    }

    DeclarationLayout declarations() {
        return declarations;
    }

    Liberties liberties() {
        return liberties;
    }

    /// The length of a node in bytes when laid out on one line, or more than `limit` where it does not fit on one line that long.
    int size(Node node, int limit) {
        Integer known = sizes.get(node);
        if (known != null) {
            return known;
        }
        sizes.put(node, limit + 1);
        var trial = new Layouts(source, new LayoutWriter(source, false), sizes, file, liberties);
        switch (node) {
            case Expr expr -> trial.expressions.expression(expr);
            case Stmt stmt -> {
                if (stmt instanceof Stmt.Labeled) {
                    trial.writer.setIndent(1);
                }
                trial.statements.statement(stmt, false);
            }
            default -> throw new IllegalArgumentException("no size for " + node);
        }
        int bytes = trial.writer.singleLineBytes();
        int size = bytes < 0 || bytes > limit ? limit + 1 : bytes;
        sizes.put(node, size);
        return size;
    }
}
