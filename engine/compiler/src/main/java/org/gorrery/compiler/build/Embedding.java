package org.gorrery.compiler.build;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.LitKind;
import org.gorrery.compiler.syntax.NodeIds;
import org.gorrery.compiler.syntax.SourceFile;
import org.jspecify.annotations.Nullable;

/// Gives variables below a `//go:embed` line the files that it names (`go doc embed`): each gets an initialiser, as if it had been
/// written. A string or byte slice is converted from a literal, an `embed.FS` from what `internal/embedded` makes of names and contents.
final class Embedding {
    /// How a pattern is asked of a [PackageFinder]: this and the pattern, from the name of the Go file. The answer is files, named
    /// by their paths from the Go file's folder.
    static final String QUESTION = "//go:embed ";

    private static final String DIRECTIVE = "go:embed";

    /// No Go program can write this name.
    private static final String MAKER = "embedded files";

    private final PackageFinder finder;
    private final String fileName;
    private final SourceFile file;
    private final NodeIds ids;
    private final Diagnostics diagnostics;
    private boolean used;

    private Embedding(
            PackageFinder finder,
            String fileName,
            SourceFile file,
            NodeIds ids,
            Diagnostics diagnostics) {
        this.finder = finder;
        this.fileName = fileName;
        this.file = file;
        this.ids = ids;
        this.diagnostics = diagnostics;
    }

    /// The file with its embedded variables initialised.
    static SourceFile apply(
            PackageFinder finder,
            String fileName,
            SourceFile file,
            NodeIds ids,
            Diagnostics diagnostics) {
        boolean none =
                file.decls().stream()
                        .noneMatch(d -> d instanceof Decl.VarDecl v && !v.pragmas().isEmpty());
        return none ? file : new Embedding(finder, fileName, file, ids, diagnostics).file();
    }

    private SourceFile file() {
        var decls = new ArrayList<Decl>();
        for (var d : file.decls()) {
            decls.add(d instanceof Decl.VarDecl v ? variable(v) : d);
        }
        if (used) {
            int pos = file.packageName().pos();
            decls.addFirst(
                    new Decl.ImportDecl(
                            pos,
                            -1,
                            name(pos, MAKER),
                            new Expr.BasicLit(
                                    ids.next(), pos, LitKind.STRING, "\"internal/embedded\"")));
        }
        return new SourceFile(
                file.pos(),
                file.packageName(),
                decls,
                file.buildConstraint(),
                file.goVersion(),
                file.comments(),
                file.directives(),
                file.groups(),
                file.end());
    }

    private Expr.Name name(int pos, String text) {
        return new Expr.Name(ids.next(), pos, text);
    }

    private Decl variable(Decl.VarDecl v) {
        var lines = v.pragmas().stream().filter(Embedding::embeds).toList();
        if (lines.isEmpty()) {
            return v;
        }
        int pos = lines.getFirst().pos() + 2;
        String fault = fault(v);
        if (fault != null) {
            diagnostics.error(pos, DiagnosticCode.DIRECTIVE, fault);
            return v;
        }
        var type = java.util.Objects.requireNonNull(v.type());
        var files = new LinkedHashMap<String, byte[]>();
        for (var line : lines) {
            if (!collect(line, files)) {
                return v;
            }
        }
        Expr value = isFileSystem(type) ? fileSystem(v.pos(), files) : content(v, pos, files);
        if (value == null) {
            return v;
        }
        var conversion =
                new Expr.Call(
                        ids.next(), v.pos(), v.pos(), copy(type), List.of(value), false, v.pos());
        return new Decl.VarDecl(
                v.pos(), v.group(), v.names(), v.type(), List.of(conversion), List.of());
    }

    private static boolean embeds(SourceFile.Directive d) {
        return d.text().equals(DIRECTIVE)
                || d.text().startsWith(DIRECTIVE + " ")
                || d.text().startsWith(DIRECTIVE + "\t");
    }

    private @Nullable String fault(Decl.VarDecl v) {
        if (imported("embed") == null) {
            return "go:embed only allowed in Go files that import \"embed\"";
        }
        if (v.names().size() > 1) {
            return "go:embed cannot apply to multiple vars";
        }
        if (!v.values().isEmpty()) {
            return "go:embed cannot apply to var with initializer";
        }
        return switch (v.type()) {
            case null -> "go:embed cannot apply to var without type";
            case Expr.Name _ -> null;
            case Expr.Selector _ -> null;
            case Expr.ArrayTypeExpr a when a.len() == null && a.elem() instanceof Expr.Name -> null;
            default -> "go:embed cannot apply to var of this type";
        };
    }

    /// The name that the file has for a package, `.` among them; null where it does not import it.
    private @Nullable String imported(String path) {
        for (var d : file.decls()) {
            if (d instanceof Decl.ImportDecl i && i.path().text().equals("\"" + path + "\"")) {
                return i.name() == null ? path : i.name().text();
            }
        }
        return null;
    }

    private boolean isFileSystem(Expr type) {
        String pkg = imported("embed");
        return switch (type) {
            case Expr.Selector s ->
                    s.x() instanceof Expr.Name n
                            && n.text().equals(pkg)
                            && s.sel().text().equals("FS");
            case Expr.Name n -> ".".equals(pkg) && n.text().equals("FS");
            default -> false;
        };
    }

    /// A type expression anew, with numbers of its own.
    private Expr copy(Expr type) {
        return switch (type) {
            case Expr.Selector s ->
                    new Expr.Selector(
                            ids.next(),
                            s.pos(),
                            s.operatorPos(),
                            copy(s.x()),
                            name(s.sel().pos(), s.sel().text()));
            case Expr.ArrayTypeExpr a ->
                    new Expr.ArrayTypeExpr(ids.next(), a.pos(), null, copy(a.elem()));
            case Expr.Name n -> name(n.pos(), n.text());
            default -> throw new IllegalStateException("type of an embedded variable");
        };
    }

    private boolean collect(SourceFile.Directive line, Map<String, byte[]> files) {
        int first = line.pos() + 2;
        var patterns = EmbedPatterns.of(line.text().substring(DIRECTIVE.length()));
        if (patterns == null || patterns.isEmpty()) {
            diagnostics.error(
                    first,
                    DiagnosticCode.DIRECTIVE,
                    patterns == null
                            ? "invalid quoted string in //go:embed"
                            : "usage: //go:embed pattern...");
            return false;
        }
        for (var p : patterns) {
            var found = finder.find(QUESTION + p.text(), fileName);
            if (found.files() == null) {
                diagnostics.error(
                        first + DIRECTIVE.length() + p.offset(),
                        DiagnosticCode.DIRECTIVE,
                        "pattern " + p.text() + ": " + found.problem());
                return false;
            }
            found.files().files().forEach(f -> files.put(f.name(), f.utf8()));
        }
        return true;
    }

    private @Nullable Expr content(Decl.VarDecl v, int pos, Map<String, byte[]> files) {
        if (files.size() != 1) {
            String type = v.type() instanceof Expr.Name n ? n.text() : "[]byte";
            diagnostics.error(
                    pos,
                    DiagnosticCode.DIRECTIVE,
                    "invalid go:embed: multiple files for type " + type);
            return null;
        }
        return literal(v.pos(), files.values().iterator().next());
    }

    private Expr fileSystem(int pos, Map<String, byte[]> files) {
        used = true;
        var pairs = new ArrayList<Expr>();
        files.forEach((path, content) -> {
            pairs.add(literal(pos, path.getBytes(StandardCharsets.UTF_8)));
            pairs.add(literal(pos, content));
        });
        var make = new Expr.Selector(ids.next(), pos, pos, name(pos, MAKER), name(pos, "Of"));
        return new Expr.Call(ids.next(), pos, pos, make, pairs, false, pos);
    }

    private Expr literal(int pos, byte[] bytes) {
        var text = new StringBuilder(bytes.length + 2).append('"');
        for (byte b : bytes) {
            if (b >= ' ' && b < 0x7f && b != '"' && b != '\\') {
                text.append((char) b);
            } else {
                text.append("\\x")
                        .append(Character.forDigit(b >> 4 & 0xf, 16))
                        .append(Character.forDigit(b & 0xf, 16));
            }
        }
        return new Expr.BasicLit(ids.next(), pos, LitKind.STRING, text.append('"').toString());
    }
}
