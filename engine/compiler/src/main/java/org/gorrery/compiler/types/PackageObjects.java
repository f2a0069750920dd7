package org.gorrery.compiler.types;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Field;
import org.gorrery.compiler.syntax.SourceFile;
import org.jspecify.annotations.Nullable;

/// Collects what a package declares and imports, before anything is resolved.
final class PackageObjects {
    private final CheckContext c;
    private final List<Imported> imported = new ArrayList<>();
    private final List<Method> methods = new ArrayList<>();

    private record Imported(
            SourceFile file,
            Scope scope,
            Decl.ImportDecl decl,
            @Nullable PackageObject object,
            String path) {}

    private record Method(FuncObject object, Decl.FuncDecl decl, SourceFile file, Scope scope) {}

    /// Names that a dot import brought into a file.
    private final Map<Scope, Map<GoPackage, Imported>> dots = new HashMap<>();

    /// Imports that led nowhere, which is error enough.
    private final Set<Decl.ImportDecl> broken = new HashSet<>();

    PackageObjects(CheckContext c) {
        this.c = c;
    }

    /// Declares all objects of the files.
    void collect(List<SourceFile> files) {
        for (var file : files) {
            c.versions.settle(file);
            var scope = new Scope(null, null);
            c.env = new Env(file, scope, null, null, null, 0);
            if (file.packageName().text().equals("_")) {
                c.error(file.packageName(), DiagnosticCode.BLANK_VALUE, "invalid package name _");
            }
            new FileDeclarations(file, scope).collect();
        }
        conflicts();
        associate();
    }

    /// Declares the objects of one file.
    private final class FileDeclarations {
        private final SourceFile file;
        private final Scope scope;
        private @Nullable Expr lastType;
        private List<Expr> lastValues = List.of();

        FileDeclarations(SourceFile file, Scope scope) {
            this.file = file;
            this.scope = scope;
        }

        void collect() {
            for (var d : file.decls()) {
                switch (d) {
                    case Decl.ImportDecl x -> importDecl(file, scope, x);
                    case Decl.ConstDecl x -> constants(x);
                    case Decl.VarDecl x -> variables(x);
                    case Decl.TypeDecl x ->
                            declare(
                                    new TypeObject(
                                            c.pkg, x.name().text(), x.name().pos(), x.alias()),
                                    x.name(),
                                    info(x));
                    case Decl.FuncDecl x -> function(x);
                    case Decl.BadDecl x -> {}
                }
            }
        }

        private DeclInfo info(Decl d) {
            return new DeclInfo(file, scope, d);
        }

        private void constants(Decl.ConstDecl d) {
            if (!d.inherited() || d.iota() == 0) {
                lastType = d.type();
                lastValues = d.values();
            }
            for (int i = 0; i < d.names().size(); i++) {
                var n = d.names().get(i);
                var info = info(d);
                info.typeExpr = lastType;
                info.value = i < lastValues.size() ? lastValues.get(i) : null;
                info.inherited = d.inherited();
                declare(new ConstObject(c.pkg, n.text(), n.pos()), n, info);
            }
            c.declarations.constantArity(d, lastValues);
        }

        private void variables(Decl.VarDecl d) {
            var all = new ArrayList<VarObject>();
            for (var n : d.names()) {
                all.add(
                        new VarObject(
                                c.pkg, n.text(), n.pos(), null, VarObject.Kind.PACKAGE, false));
            }
            boolean one = d.values().size() == 1 && all.size() > 1;
            var shared = info(d).uses;
            for (int i = 0; i < all.size(); i++) {
                var info = info(d);
                info.typeExpr = d.type();
                info.value =
                        one
                                ? d.values().getFirst()
                                : i < d.values().size() ? d.values().get(i) : null;
                if (one) {
                    info.together = all;
                    info.uses = shared;
                }
                declare(all.get(i), d.names().get(i), info);
            }
            c.declarations.variableArity(d);
        }

        private void function(Decl.FuncDecl d) {
            String name = d.name().text();
            var f = new FuncObject(c.pkg, name, d.name().pos(), d, null);
            c.recordObject(d.name(), f);
            var info = info(d);
            f.setResolver(() -> {
                c.declarations.resolve(f);
                return null;
            });
            if (d.recv() != null) {
                c.decls.put(f, info);
                methods.add(new Method(f, d, file, scope));
                return;
            }
            boolean main = name.equals("main") && c.pkg.name().equals("main");
            if (name.equals("init") || main) {
                special(d, name);
            }
            if (name.equals("init")) {
                c.decls.put(f, info);
                if (d.body() == null) {
                    c.error(d.name(), DiagnosticCode.MISSING_BODY, "func init must have a body");
                }
                return;
            }
            declare(f, d.name(), info);
        }

        private void special(Decl.FuncDecl d, String name) {
            if (!d.type().typeParams().isEmpty()) {
                c.error(
                        d.type().typeParams().getFirst().pos(),
                        DiagnosticCode.BAD_MAIN_OR_INIT,
                        "func " + name + " must have no type parameters");
            }
            if (!d.type().params().fields().isEmpty() || !d.type().results().fields().isEmpty()) {
                c.error(
                        d.name(),
                        DiagnosticCode.BAD_MAIN_OR_INIT,
                        "func " + name + " must have no arguments and no return values");
            }
        }

        private void declare(GoObject o, Expr.Name name, DeclInfo info) {
            c.recordObject(name, o);
            if (name.text().equals("init") && !(o instanceof FuncObject)) {
                c.error(
                        name,
                        DiagnosticCode.BAD_MAIN_OR_INIT,
                        "cannot declare init - must be func");
                return;
            }
            if (name.text().equals("main")
                    && c.pkg.name().equals("main")
                    && !(o instanceof FuncObject)) {
                c.error(
                        name,
                        DiagnosticCode.BAD_MAIN_OR_INIT,
                        "cannot declare main - must be func");
                return;
            }
            c.decls.put(o, info);
            if (name.text().equals("_")) {
                return;
            }
            var before = c.pkg.insert(o);
            if (before != null) {
                c.redeclared(o, before);
            }
        }
    }

    private void importDecl(SourceFile file, Scope scope, Decl.ImportDecl d) {
        String path = fromUtf8(LiteralValues.string(d.path()));
        String fault = pathFault(path);
        if (!fault.isEmpty()) {
            c.error(d.path(), DiagnosticCode.BAD_IMPORT, "invalid import path (" + fault + ")");
            return;
        }
        if (path.startsWith("/")) {
            c.error(
                    d.path(),
                    DiagnosticCode.BAD_IMPORT,
                    "could not import " + path + " (import path cannot be absolute path)");
            return;
        }
        if (path.contains("//")) {
            String clean = path.replaceAll("/+", "/");
            c.error(
                    d.path(),
                    DiagnosticCode.BAD_IMPORT,
                    "non-canonical import path \"" + path + "\" (should be \"" + clean + "\")");
            return;
        }
        GoPackage pkg = load(d, path);
        c.errors.sees(pkg);
        var name = d.name();
        String local = name == null ? pkg.name() : name.text();
        if (local.equals("init")) {
            c.error(
                    name == null ? d.pos() : name.pos(),
                    DiagnosticCode.BAD_IMPORT,
                    "cannot import package as init - init must be a func");
            return;
        }
        var object =
                new PackageObject(c.pkg, local, name == null ? d.path().pos() : name.pos(), pkg);
        if (name != null) {
            c.recordObject(name, object);
        }
        if (local.equals("_")) {
            return;
        }
        var record = new Imported(file, scope, d, object, path);
        if (local.equals(".")) {
            dotImport(scope, pkg, record);
            imported.add(record);
            return;
        }
        var before = scope.insert(object);
        if (before != null) {
            c.redeclared(object, before);
        }
        imported.add(record);
    }

    /// The text of a Go string, whose characters are bytes.
    private static String fromUtf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /// What keeps a string from being an import path; empty for nothing.
    private static String pathFault(String path) {
        if (path.isEmpty()) {
            return "empty string";
        }
        for (int cp : path.codePoints().toArray()) {
            boolean graphic =
                    Character.isDefined(cp)
                            && !Character.isISOControl(cp)
                            && !Character.isWhitespace(cp);
            if (!graphic || "!\"#$%&'()*,:;<=>?[\\]^`{|}\uFFFD".indexOf(cp) >= 0) {
                String shown =
                        graphic || cp == ' ' ? String.format(" '%s'", Character.toString(cp)) : "";
                return "invalid character " + String.format("U+%04X", cp) + shown;
            }
        }
        return "";
    }

    private GoPackage load(Decl.ImportDecl d, String path) {
        if (path.equals("unsafe")) {
            return Universe.UNSAFE;
        }
        var found = c.importer.load(path, c.pkg);
        var checked = found.checked();
        if (checked != null) {
            if (c.imports.stream().noneMatch(p -> p.pkg() == checked.pkg())) {
                c.imports.add(checked);
            }
            sees(checked, new HashSet<>());
            return checked.pkg();
        }
        c.error(d.path(), DiagnosticCode.BAD_IMPORT, found.problem());
        broken.add(d);
        return new GoPackage(path, path.substring(path.lastIndexOf('/') + 1));
    }

    /// Packages that types come from without being imported here have names to be told apart too.
    private void sees(CheckedPackage checked, Set<GoPackage> seen) {
        if (seen.add(checked.pkg())) {
            c.errors.sees(checked.pkg());
            checked.imports().forEach(x -> sees(x, seen));
        }
    }

    private void dotImport(Scope scope, GoPackage pkg, Imported record) {
        dots.computeIfAbsent(scope, k -> new HashMap<>()).put(pkg, record);
        for (var o : pkg.objects()) {
            if (o.exported()) {
                var before = scope.insert(o);
                if (before != null && before != o) {
                    var object = java.util.Objects.requireNonNull(record.object());
                    c.error(
                            object.pos(),
                            DiagnosticCode.DUPLICATE_DECLARATION,
                            o.name()
                                    + " redeclared in this block\n\t"
                                    + c.errors.place(before.pos())
                                    + ": other declaration of "
                                    + o.name());
                }
            }
        }
    }

    /// A file's imports must not have the names of package-level objects.
    private void conflicts() {
        var scopes = new HashSet<Scope>();
        for (var i : imported) {
            if (!scopes.add(i.scope())) {
                continue;
            }
            for (var o : i.scope().objects()) {
                var other = c.pkg.lookup(o.name());
                if (other == null) {
                    continue;
                }
                if (o instanceof PackageObject p) {
                    c.errors.at(
                            other.pos(),
                            DiagnosticCode.DUPLICATE_DECLARATION,
                            other.name()
                                    + " already declared through import of package "
                                    + p.imported().name()
                                    + " (\""
                                    + p.imported().path()
                                    + "\")\n\t"
                                    + c.errors.place(p.pos())
                                    + ": other declaration of "
                                    + other.name());
                } else {
                    c.errors.at(
                            other.pos(),
                            DiagnosticCode.DUPLICATE_DECLARATION,
                            other.name()
                                    + " already declared through dot-import of package "
                                    + (o.pkg() == null
                                            ? ""
                                            : o.pkg().name() + " (\"" + o.pkg().path() + "\")"));
                }
            }
        }
    }

    /// Gives each method to the type its receiver names.
    private void associate() {
        for (var m : methods) {
            var recv = m.decl().recv();
            var base = recv == null ? null : base(recv, m.scope());
            if (base == null || m.object().name().equals("_")) {
                continue;
            }
            var list = c.methods.computeIfAbsent(base, k -> new ArrayList<>());
            boolean first = true;
            for (var other : list) {
                if (first && other.name().equals(m.object().name())) {
                    first = false;
                    c.errors.at(
                            m.object().pos(),
                            DiagnosticCode.DUPLICATE_METHOD,
                            "method "
                                    + base.name()
                                    + "."
                                    + other.name()
                                    + " already declared at "
                                    + c.errors.place(other.pos()));
                }
            }
            list.add(m.object());
            fieldClash(base, m.object());
        }
    }

    private void fieldClash(TypeObject base, FuncObject m) {
        c.later(() -> {
            if (base.type() instanceof NamedType n && n.underlying() instanceof StructType s) {
                s.fields().stream()
                        .filter(f -> f.name().equals(m.name()))
                        .findFirst()
                        .ifPresent(f ->
                                c.errors.at(
                                        m.pos(),
                                        DiagnosticCode.DUPLICATE_METHOD,
                                        "field and method with the same name "
                                                + m.name()
                                                + "\n\t"
                                                + c.errors.place(f.pos())
                                                + ": other declaration of "
                                                + m.name()));
            }
        });
    }

    /// The declared type that a receiver names, through aliases.
    private @Nullable TypeObject base(Field recv, Scope scope) {
        var e = Signatures.recvBase(recv.type());
        var seen = new HashSet<GoObject>();
        while (true) {
            if (e instanceof Expr.Index i) {
                e = i.x();
            }
            if (!(e instanceof Expr.Name n)) {
                return null;
            }
            var found = scope.get(n.text()) != null ? null : c.pkg.lookup(n.text());
            if (!(found instanceof TypeObject t) || !seen.add(t)) {
                return null;
            }
            if (!t.alias()) {
                return t;
            }
            var info = c.decls.get(t);
            if (info == null || !(info.decl instanceof Decl.TypeDecl d)) {
                return null;
            }
            e = Signatures.recvBase(d.type());
        }
    }

    /// Reports imports that no one mentions.
    void unusedImports() {
        for (var i : imported) {
            var o = i.object();
            if (o == null || o.used() || broken.contains(i.decl())) {
                continue;
            }
            if (o.name().equals(".") && dotUsed(i)) {
                continue;
            }
            String path = o.imported().path();
            String elem = path.substring(path.lastIndexOf('/') + 1);
            boolean renamed = !o.name().equals(elem) && !o.name().equals(".");
            c.errors.at(
                    o.pos(),
                    DiagnosticCode.UNUSED_IMPORT,
                    "\""
                            + path
                            + "\" imported"
                            + (renamed ? " as " + o.name() : "")
                            + " and not used");
        }
    }

    private boolean dotUsed(Imported i) {
        var pkg = java.util.Objects.requireNonNull(i.object()).imported();
        for (var o : c.objects) {
            if (o != null && pkg.lookup(o.name()) == o) {
                return true;
            }
        }
        return false;
    }
}
