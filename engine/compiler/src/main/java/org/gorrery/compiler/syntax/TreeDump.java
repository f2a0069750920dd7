package org.gorrery.compiler.syntax;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gorrery.compiler.source.Position;
import org.gorrery.compiler.source.SourceSet;
import org.jspecify.annotations.Nullable;

/// Prints a syntax tree for people and golden tests (`--dump=ast`): one line per node, `Kind line:column`, then its plain attributes;
/// children indented by two blanks, each list and each child under the name of its component.
///
/// Works on the record components, so that a new component shows without further ado. Numbers of nodes and closing positions are left
/// out: they change with every edit and say little.
public final class TreeDump {
    private final SourceSet sources;
    private final StringBuilder out = new StringBuilder();

    private final Function<Expr, String> remarks;

    private TreeDump(SourceSet sources, Function<Expr, String> remarks) {
        this.sources = sources;
        this.remarks = remarks;
    }

    /// The dump of a file.
    public static String of(SourceFile file, SourceSet sources) {
        return of(file, sources, expr -> "");
    }

    /// The dump of a file with a remark after each expression that has one.
    public static String of(SourceFile file, SourceSet sources, Function<Expr, String> remarks) {
        var dump = new TreeDump(sources, remarks);
        dump.out.append("SourceFile package ").append(file.packageName().text());
        attribute(dump.out, "build", file.buildConstraint());
        attribute(dump.out, "version", file.goVersion());
        dump.out.append('\n');
        for (Decl decl : file.decls()) {
            dump.child(decl, 1, "");
        }
        return dump.out.toString();
    }

    /// The dump of one node and what is below it.
    public static String of(Node node, SourceSet sources) {
        var dump = new TreeDump(sources, expr -> "");
        dump.child(node, 0, "");
        return dump.out.toString();
    }

    private static void attribute(StringBuilder out, String name, String value) {
        if (!value.isEmpty()) {
            out.append(' ').append(name).append('=').append(value);
        }
    }

    private void node(Record node, int depth, String role) {
        out.repeat("  ", depth)
                .append(role.isEmpty() ? "" : role + ": ")
                .append(node.getClass().getSimpleName());
        if (node instanceof Node placed) {
            Position position = sources.position(placed.pos());
            out.append(' ').append(position.line()).append(':').append(position.column());
        }
        List<RecordComponent> children = new ArrayList<>();
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            Object value = value(node, component);
            if (value instanceof List<?> || value instanceof Record) {
                children.add(component);
            } else if (value != null
                    && !(value instanceof Integer)
                    && !Boolean.FALSE.equals(value)) {
                out.append(' ')
                        .append(value instanceof Boolean ? component.getName() : value.toString());
            }
        }
        if (node instanceof Expr expr) {
            out.append(remarks.apply(expr));
        }
        out.append('\n');
        for (RecordComponent component : children) {
            child(value(node, component), depth + 1, component.getName());
        }
    }

    private void child(@Nullable Object value, int depth, String role) {
        if (value instanceof Record child) {
            node(child, depth, role);
        } else if (value instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof Record child) {
                    node(child, depth, role);
                } else {
                    out.repeat("  ", depth).append(role).append(": ").append(element).append('\n');
                }
            }
        }
    }

    private static @Nullable Object value(Record node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "component " + component.getName() + " of " + node.getClass(), e);
        }
    }
}
