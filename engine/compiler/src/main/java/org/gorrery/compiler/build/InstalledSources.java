package org.gorrery.compiler.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.LitKind;
import org.gorrery.compiler.syntax.NodeIds;
import org.gorrery.compiler.syntax.SourceFile;
import org.gorrery.compiler.syntax.Stmt;

/// Makes sources of an installed Go fit for our runtime.
final class InstalledSources {
    private InstalledSources() {}

    /// Go's files with our declarations in place of theirs. A function that lacked a body stays as a blank one, so that
    /// imports that only its signature mentions stay used.
    static List<SourceFile> joined(List<SourceFile> theirs, List<SourceFile> ours, NodeIds ids) {
        var names = new HashSet<String>();
        ours.forEach(f -> f.decls().forEach(d -> names.addAll(namesOf(d))));
        var out = new ArrayList<SourceFile>();
        for (var file : theirs) {
            var left = new ArrayList<Decl>();
            for (var d : file.decls()) {
                if (!replaced(d, names)) {
                    left.add(d);
                } else if (d instanceof Decl.FuncDecl f && f.body() == null && f.recv() == null) {
                    left.add(blank(f, ids));
                }
            }
            out.add(with(file, left));
        }
        if (!theirs.isEmpty()) {
            out.addAll(ours);
        }
        return out;
    }

    /// The files with a body for every function.
    static List<SourceFile> withBodies(List<SourceFile> files, String path, NodeIds ids) {
        return files.stream()
                .map(f -> with(f, f.decls().stream().map(d -> withBody(d, path, ids)).toList()))
                .toList();
    }

    private static Decl blank(Decl.FuncDecl f, NodeIds ids) {
        var name = new Expr.Name(ids.next(), f.name().pos(), "_");
        var nothing = new Stmt.Block(f.pos(), List.of(panic(f.pos(), "replaced", ids)), f.pos());
        return new Decl.FuncDecl(f.pos(), null, name, f.type(), nothing, List.of());
    }

    /// Functions of the files that need something outside Go: assembly, or Go's own runtime.
    static List<String> bodiless(List<SourceFile> files) {
        var out = new ArrayList<String>();
        for (var file : files) {
            for (var d : file.decls()) {
                if (d instanceof Decl.FuncDecl f && f.body() == null) {
                    out.add(f.name().text());
                }
            }
        }
        return out;
    }

    /// The file with other declarations.
    static SourceFile with(SourceFile f, List<Decl> decls) {
        return new SourceFile(
                f.pos(),
                f.packageName(),
                decls,
                f.buildConstraint(),
                f.goVersion(),
                f.comments(),
                f.directives(),
                f.groups(),
                f.end());
    }

    private static boolean replaced(Decl d, Set<String> names) {
        var own = namesOf(d);
        return !own.isEmpty() && names.containsAll(own);
    }

    /// What a declaration declares; methods as `Type.Name`.
    private static List<String> namesOf(Decl d) {
        return switch (d) {
            case Decl.ImportDecl i -> List.of();
            case Decl.BadDecl b -> List.of();
            case Decl.ConstDecl c -> c.names().stream().map(Expr.Name::text).toList();
            case Decl.VarDecl v -> v.names().stream().map(Expr.Name::text).toList();
            case Decl.TypeDecl t -> List.of(t.name().text());
            case Decl.FuncDecl f when f.name().text().equals("init") -> List.of();
            case Decl.FuncDecl f -> List.of(receiver(f) + f.name().text());
        };
    }

    private static String receiver(Decl.FuncDecl f) {
        var recv = f.recv();
        Expr type = recv == null ? null : recv.type();
        if (type instanceof Expr.Star s) {
            type = s.x();
        }
        if (type instanceof Expr.Index i) {
            type = i.x();
        }
        return type instanceof Expr.Name n ? n.text() + "." : "";
    }

    /// A function without body panics, unless a linkname of ours gives it one.
    private static Decl withBody(Decl d, String path, NodeIds ids) {
        if (!(d instanceof Decl.FuncDecl f) || f.body() != null) {
            return d;
        }
        int pos = f.name().pos();
        String message =
                path
                        + "."
                        + f.name().text()
                        + " of the installed Go is assembly or bound to Go's own runtime";
        var body = new Stmt.Block(pos, List.of(panic(pos, message, ids)), pos);
        return new Decl.FuncDecl(f.pos(), f.recv(), f.name(), f.type(), body, pragmas(f));
    }

    private static List<String> pragmas(Decl.FuncDecl f) {
        var out = new ArrayList<>(f.pragmas());
        out.remove("go:noescape");
        out.add(Decl.FuncDecl.ABSENT);
        return List.copyOf(out);
    }

    private static Stmt panic(int pos, String message, NodeIds ids) {
        var text = new Expr.BasicLit(ids.next(), pos, LitKind.STRING, '"' + message + '"');
        var panic = new Expr.Name(ids.next(), pos, "panic");
        var call = new Expr.Call(ids.next(), pos, pos, panic, List.of(text), false, pos);
        return new Stmt.ExprStmt(call);
    }
}
