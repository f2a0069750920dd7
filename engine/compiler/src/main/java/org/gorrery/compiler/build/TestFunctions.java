package org.gorrery.compiler.build;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.SourceFile;
import org.jspecify.annotations.Nullable;

/// Finds what there is to run in one test file. Source: `go help testfunc`.
final class TestFunctions {
    private static final Pattern OUTPUT =
            Pattern.compile("(?i)^[ \\t\\n\\x0B\\f\\r]*(unordered )?output:");

    private final SourceSet sources;
    private final SourceFile tree;
    private final FileText file;
    private final boolean outside;
    private final List<TestPackage.Function> found = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    TestFunctions(SourceSet sources, SourceFile tree, FileText file, boolean outside) {
        this.sources = sources;
        this.tree = tree;
        this.file = file;
        this.outside = outside;
        for (var d : tree.decls()) {
            if (d instanceof Decl.FuncDecl f && f.recv() == null) {
                sort(f);
            }
        }
    }

    List<TestPackage.Function> found() {
        return found;
    }

    List<String> problems() {
        return problems;
    }

    private void sort(Decl.FuncDecl f) {
        String name = f.name().text();
        if (name.equals("TestMain") && takes(f, "M")) {
            add(f, TestPackage.Kind.MAIN, "", false);
        } else if (isNamed(name, "Test")) {
            checked(f, TestPackage.Kind.TEST, "T", "t");
        } else if (isNamed(name, "Benchmark")) {
            checked(f, TestPackage.Kind.BENCHMARK, "B", "b");
        } else if (isNamed(name, "Fuzz")) {
            checked(f, TestPackage.Kind.FUZZ, "F", "f");
        } else if (isNamed(name, "Example")) {
            example(f);
        }
    }

    private void checked(
            Decl.FuncDecl f, TestPackage.Kind kind, String parameter, String variable) {
        if (takes(f, parameter)) {
            add(f, kind, "", false);
            return;
        }
        boolean generic = !f.type().typeParams().isEmpty();
        String name = f.name().text();
        var at = sources.position(f.pos());
        problems.add(
                at.file()
                        + ":"
                        + at.line()
                        + ":"
                        + at.column()
                        + (generic
                                ? ": wrong signature for "
                                        + name
                                        + ", "
                                        + word(kind)
                                        + " functions cannot have type parameters"
                                : ": wrong signature for "
                                        + name
                                        + ", must be: func "
                                        + name
                                        + "("
                                        + variable
                                        + " *testing."
                                        + parameter
                                        + ")"));
    }

    private static String word(TestPackage.Kind kind) {
        return switch (kind) {
            case BENCHMARK -> "benchmark";
            case FUZZ -> "fuzz";
            case TEST, EXAMPLE, MAIN -> "test";
        };
    }

    private void add(Decl.FuncDecl f, TestPackage.Kind kind, String output, boolean unordered) {
        var at = sources.position(f.pos());
        found.add(
                new TestPackage.Function(
                        kind,
                        f.name().text(),
                        outside,
                        new Changes.Place(file.name(), at.offset()),
                        output,
                        unordered));
    }

    /// `Test`, or `Test` and something that does not start with a small letter.
    private static boolean isNamed(String name, String prefix) {
        return name.startsWith(prefix)
                && (name.length() == prefix.length()
                        || !Character.isLowerCase(name.codePointAt(prefix.length())));
    }

    private static boolean takes(Decl.FuncDecl f, String type) {
        var fields = f.type().params().fields();
        return f.type().typeParams().isEmpty()
                && f.type().results().fields().isEmpty()
                && fields.size() == 1
                && fields.getFirst().names().size() <= 1
                && fields.getFirst().type() instanceof Expr.Star star
                && (star.x() instanceof Expr.Name n && n.text().equals(type)
                        || star.x() instanceof Expr.Selector s && s.sel().text().equals(type));
    }

    private void example(Decl.FuncDecl f) {
        var body = f.body();
        if (body == null
                || !f.type().params().fields().isEmpty()
                || !f.type().typeParams().isEmpty()) {
            return;
        }
        String text = lastComment(body.pos(), body.rbrace());
        var m = text == null ? null : OUTPUT.matcher(text);
        if (m != null && m.find()) {
            String output = String.valueOf(text).substring(m.end()).replaceFirst("^ +", "");
            output = output.startsWith("\n") ? output.substring(1) : output;
            add(f, TestPackage.Kind.EXAMPLE, output, m.group(1) != null);
        }
    }

    /// The text of the last comments between two positions that stand on lines next to each other; what follows code on its line stands for
    /// itself.
    private @Nullable String lastComment(int from, int to) {
        var group = new ArrayList<SourceFile.Comment>();
        int reach = 1; // how many lines down the next comment of the group may begin
        for (var c : tree.comments()) {
            if (c.pos() <= from || c.pos() >= to) {
                continue;
            }
            if (!group.isEmpty()) {
                var last = group.getLast();
                int end = sources.line(last.pos() + last.text().length() - 1);
                if (sources.line(c.pos()) > end + reach || codeBetween(last, c)) {
                    group.clear();
                }
            }
            if (group.isEmpty()) {
                reach = followsCode(c) ? 0 : 1;
            }
            group.add(c);
        }
        return group.isEmpty() ? null : plain(group);
    }

    /// Whether something stands before a comment on its line.
    private boolean followsCode(SourceFile.Comment c) {
        byte[] text = file.utf8();
        int i = sources.position(c.pos()).offset() - 1;
        while (i >= 0 && text[i] != '\n' && Character.isWhitespace(text[i])) {
            i--;
        }
        return i >= 0 && text[i] != '\n';
    }

    private boolean codeBetween(SourceFile.Comment a, SourceFile.Comment b) {
        byte[] text = file.utf8();
        int base = a.pos() - sources.position(a.pos()).offset();
        int start =
                a.pos() - base + a.text().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        for (int i = start; i < b.pos() - base; i++) {
            if (!Character.isWhitespace(text[i])) {
                return true;
            }
        }
        return false;
    }

    /// Comments without their marks: no blanks at the ends of lines, no blank lines at the ends, never two in a row.
    private static String plain(List<SourceFile.Comment> group) {
        var lines = new ArrayList<String>();
        for (var c : group) {
            String text = c.text();
            if (text.startsWith("/*")) {
                lines.addAll(text.substring(2, text.length() - 2).lines().toList());
            } else {
                String line = text.substring(2);
                lines.add(line.startsWith(" ") ? line.substring(1) : line);
            }
        }
        var out = new StringBuilder();
        boolean blank = true;
        for (var line : lines) {
            String stripped = line.replaceFirst("[ \\t\\r]+$", "");
            if (!stripped.isEmpty() || !blank) {
                out.append(stripped).append('\n');
            }
            blank = stripped.isEmpty();
        }
        return out.toString();
    }
}
