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
import org.gorrery.compiler.syntax.ExprText;
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
    private final EmbeddedKinds kinds;
    private final NodeIds ids;
    private final Diagnostics diagnostics;
    private boolean used;

    private Embedding(
            PackageFinder finder,
            String fileName,
            SourceFile file,
            EmbeddedKinds kinds,
            NodeIds ids,
            Diagnostics diagnostics) {
        this.finder = finder;
        this.fileName = fileName;
        this.file = file;
        this.kinds = kinds;
        this.ids = ids;
        this.diagnostics = diagnostics;
    }

    /// Whether there is a variable to initialise.
    static boolean isIn(SourceFile file) {
        return file.decls().stream()
                .anyMatch(d -> d instanceof Decl.VarDecl v && !v.pragmas().isEmpty());
    }

    /// The file with its embedded variables initialised.
    ///
    /// @param all the files of the package
    static SourceFile apply(
            PackageFinder finder,
            String fileName,
            SourceFile file,
            List<SourceFile> all,
            NodeIds ids,
            Diagnostics diagnostics) {
        var kinds = new EmbeddedKinds(all);
        return new Embedding(finder, fileName, file, kinds, ids, diagnostics).file();
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
        var kind = isWrong(v) ? EmbeddedKinds.Kind.NONE : kinds.of(type(v), file);
        if (kind == EmbeddedKinds.Kind.NONE) {
            return v; // the type checker says why
        }
        var type = type(v);
        var files = new LinkedHashMap<String, byte[]>();
        for (var line : lines) {
            if (!collect(line, files)) {
                return v;
            }
        }
        Expr value =
                kind == EmbeddedKinds.Kind.FILES ? fileSystem(v.pos(), files) : content(v, files);
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

    /// Whether the lines may not stand at such a variable, be its type what it may.
    private boolean isWrong(Decl.VarDecl v) {
        return EmbeddedKinds.imported(file, "embed") == null
                || v.names().size() > 1
                || !v.values().isEmpty()
                || v.type() == null;
    }

    private static Expr type(Decl.VarDecl v) {
        return java.util.Objects.requireNonNull(v.type());
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
            case Expr.Paren p -> copy(p.x());
            default -> throw new IllegalStateException("type of an embedded variable");
        };
    }

    private boolean collect(SourceFile.Directive line, Map<String, byte[]> files) {
        int first = line.pos() + 2;
        var patterns = EmbedPatterns.of(line.text().substring(DIRECTIVE.length()));
        if (!patterns.fault().isEmpty()) {
            diagnostics.error(
                    first,
                    DiagnosticCode.DIRECTIVE,
                    "invalid quoted string in //go:embed: " + patterns.fault());
        }
        if (patterns.list().isEmpty()) {
            diagnostics.error(first, DiagnosticCode.DIRECTIVE, "usage: //go:embed pattern...");
            return false;
        }
        for (var p : patterns.list()) {
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

    private @Nullable Expr content(Decl.VarDecl v, Map<String, byte[]> files) {
        if (files.size() != 1) {
            diagnostics.error(
                    v.names().getFirst().pos(),
                    DiagnosticCode.DIRECTIVE,
                    "invalid go:embed: multiple files for type " + ExprText.of(type(v)));
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
