package org.gorrery.compiler.types;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.SourceFile;

/// What `//go:` lines may say, where that takes more than the place they stand at (`go doc cmd/compile`, "Compiler Directives"; `go doc embed`).
final class DirectiveRules {
    private static final int SLASHES = 2;
    private static final int EMBED_SINCE = 16;
    private static final Set<String> OF_THE_RUNTIME =
            Set.of(
                    "go:systemstack",
                    "go:nowritebarrier",
                    "go:nowritebarrierrec",
                    "go:yeswritebarrierrec");

    private final CheckContext c;

    DirectiveRules(CheckContext c) {
        this.c = c;
    }

    /// Judges the directives of a file; all objects of the package are declared.
    void file(SourceFile file) {
        c.env = new Env(file, new Scope(null, null), null, null, null, 0);
        var linked = new HashSet<String>();
        for (var d : file.directives()) {
            var words = List.of(d.text().split("\\s+", -1));
            String verb = words.getFirst();
            if (verb.equals("go:linkname")) {
                linkname(file, d, words, linked);
            } else if (verb.startsWith("go:cgo_")
                    && !verb.equals("go:cgo_unsafe_args")
                    && !isStandard()) {
                error(
                        d,
                        verb.equals("go:cgo_ldflag") && words.size() != 2
                                ? "usage: //go:cgo_ldflag \"arg\""
                                : "//" + d.text() + " only allowed in cgo-generated code");
            } else if (OF_THE_RUNTIME.contains(verb) && !isRuntime()) {
                error(d, "//" + verb + " only allowed in runtime");
            }
        }
        for (var decl : file.decls()) {
            if (decl instanceof Decl.VarDecl v) {
                embed(v, false);
            }
        }
    }

    /// Whether the path is one of the standard library's: cgo's own directives stand there by hand.
    private boolean isStandard() {
        String first = c.pkg.path().replaceFirst("/.*", "");
        return !first.contains(".") && !first.equals("main");
    }

    private boolean isRuntime() {
        String path = c.pkg.path();
        return path.equals("runtime") || path.startsWith("runtime/") || path.contains("internal/");
    }

    private void linkname(
            SourceFile file, SourceFile.Directive d, List<String> words, Set<String> linked) {
        if (words.size() != 2 && words.size() != 3) {
            error(d, "usage: //go:linkname localname [linkname]");
        } else if (!imports(file, "unsafe")) {
            error(d, "//go:linkname only allowed in Go files that import \"unsafe\"");
        } else if (words.getLast().contains("[")) {
            error(d, "//go:linkname reference of an instantiation is not allowed");
        } else {
            String local = words.get(1);
            var object = c.pkg.lookup(local);
            if (!(object instanceof FuncObject) && !(object instanceof VarObject)) {
                if (!c.versions.allows(18)) {
                    return; // had no effect then
                }
                error(d, "//go:linkname must refer to declared function or variable");
            } else if (!linked.add(local)) {
                error(d, "duplicate //go:linkname for " + local);
            }
        }
    }

    /// Judges a variable with `//go:embed` lines.
    ///
    /// @param local whether it is declared in a function
    void embed(Decl.VarDecl v, boolean local) {
        for (var d : v.pragmas()) {
            if (!d.text().startsWith("go:embed")) {
                continue;
            }
            if (!imports(c.env.file(), "embed")) {
                error(
                        d,
                        "go:embed requires import \"embed\" (or import _ \"embed\", if package is not used)");
            } else if (c.versions.require(d.pos() + SLASHES, EMBED_SINCE, "go:embed")) {
                variable(v, d, local);
            }
            return; // one complaint per variable
        }
    }

    private void variable(Decl.VarDecl v, SourceFile.Directive d, boolean local) {
        if (v.names().size() > 1) {
            error(d, "go:embed cannot apply to multiple vars");
        } else if (!v.values().isEmpty()) {
            error(d, "go:embed cannot apply to var with initializer");
        } else if (v.type() == null) {
            error(d, "go:embed cannot apply to var without type");
        } else if (local) {
            error(d, "go:embed cannot apply to var inside func");
        } else if (c.pkg.lookup(v.names().getFirst().text()) instanceof VarObject object) {
            c.atEnd(d.pos(), () -> embeddable(object));
        }
    }

    private void embeddable(VarObject variable) {
        var type = variable.type();
        boolean fits =
                switch (type.underlying()) {
                    case BasicType b -> b == BasicType.STRING;
                    case SliceType s -> s.elem().underlying() == BasicType.UINT8;
                    default -> isFileSystem(type);
                };
        if (!fits) {
            c.error(
                    variable.pos(),
                    DiagnosticCode.DIRECTIVE,
                    "go:embed cannot apply to var of type " + c.text(type));
        }
    }

    private static boolean isFileSystem(Type type) {
        return type instanceof NamedType n
                && n.object().name().equals("FS")
                && n.object().pkg() != null
                && n.object().pkg().path().equals("embed");
    }

    private static boolean imports(SourceFile file, String path) {
        return file.decls().stream()
                .anyMatch(d ->
                        d instanceof Decl.ImportDecl i
                                && (i.path().text().equals("\"" + path + "\"")
                                        || i.path().text().equals("`" + path + "`")));
    }

    private void error(SourceFile.Directive d, String message) {
        c.error(d.pos() + SLASHES, DiagnosticCode.DIRECTIVE, message);
    }
}
