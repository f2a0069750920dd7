package org.gorrery.compiler.build;

import java.util.List;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.SourceFile;
import org.jspecify.annotations.Nullable;

/// What a variable below a `//go:embed` line holds, by how its type is written: the files come in before types are known. Names that the
/// package declares are followed; a type of another package than `embed` is taken for one of strings or bytes.
///
/// @param files of the package
record EmbeddedKinds(List<SourceFile> files) {
    /// Names that stand for one another at most, so that a cycle of declarations ends.
    private static final int MAX_NAMES = 100;

    /// What can be embedded into a variable.
    enum Kind {
        /// One file, as a string or slice of bytes.
        CONTENT,
        /// Any number of files, as an `embed.FS`.
        FILES,
        /// Nothing.
        NONE
    }

    /// What a variable of the type holds that is declared in the file.
    Kind of(Expr type, SourceFile file) {
        return of(type, file, 0);
    }

    private Kind of(Expr type, SourceFile file, int names) {
        return switch (type) {
            case Expr.Paren p -> of(p.x(), file, names);
            case Expr.Selector s -> isFileSystem(s, file) ? Kind.FILES : Kind.CONTENT;
            case Expr.ArrayTypeExpr a when a.len() == null ->
                    isByte(a.elem(), names) ? Kind.CONTENT : Kind.NONE;
            case Expr.Name n -> named(n.text(), file, names);
            default -> Kind.NONE;
        };
    }

    private Kind named(String name, SourceFile file, int names) {
        var found = names < MAX_NAMES ? declared(name) : null;
        if (found != null) {
            var kind = of(found.decl.type(), found.file, names + 1);
            return kind == Kind.FILES && !found.decl.alias() ? Kind.NONE : kind;
        }
        boolean dot = ".".equals(imported(file, "embed"));
        if (name.equals("FS") && dot) {
            return Kind.FILES;
        }
        return name.equals("string") ? Kind.CONTENT : Kind.NONE;
    }

    private boolean isByte(Expr elem, int names) {
        return switch (elem) {
            case Expr.Paren p -> isByte(p.x(), names);
            case Expr.Selector _ -> true;
            case Expr.Name n -> {
                var found = names < MAX_NAMES ? declared(n.text()) : null;
                yield found != null
                        ? isByte(found.decl.type(), names + 1)
                        : n.text().equals("byte") || n.text().equals("uint8");
            }
            default -> false;
        };
    }

    private record Found(Decl.TypeDecl decl, SourceFile file) {}

    private @Nullable Found declared(String name) {
        for (var f : files) {
            for (var d : f.decls()) {
                if (d instanceof Decl.TypeDecl t && t.name().text().equals(name)) {
                    return new Found(t, f);
                }
            }
        }
        return null;
    }

    private static boolean isFileSystem(Expr.Selector s, SourceFile file) {
        return s.x() instanceof Expr.Name n
                && n.text().equals(imported(file, "embed"))
                && s.sel().text().equals("FS");
    }

    /// The name that a file has for a package, `.` among them; null where it does not import it.
    static @Nullable String imported(SourceFile file, String path) {
        for (var d : file.decls()) {
            if (d instanceof Decl.ImportDecl i
                    && (i.path().text().equals("\"" + path + "\"")
                            || i.path().text().equals("`" + path + "`"))) {
                return i.name() == null ? path : i.name().text();
            }
        }
        return null;
    }
}
