package org.gorrery.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gorrery.compiler.build.Build;
import org.gorrery.compiler.build.BuildOptions;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.source.DeepStack;
import org.gorrery.compiler.source.Diagnostic;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.Expr;
import org.gorrery.compiler.syntax.Stmt;
import org.gorrery.compiler.types.CheckedPackage;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.library.LibrarySources;

/// Which names of the core library the test programs use, by what the checker says each name stands for. All is checked at once, so that
/// a thing is the same object everywhere.
///
/// A method that a type has from one that it embeds, and one of an interface, counts where it is selected from a value of that very
/// type (or a pointer to it).
final class CalledNames {
    private final Map<String, Set<String>> missing = new LinkedHashMap<>();

    private CalledNames() {}

    /// The uses that no test program makes, for each package.
    ///
    /// @param names for each package its names as lines of names.txt
    static Map<String, Set<String>> notCalled(Map<String, List<String>> names) throws IOException {
        return notCalled(names, TestPrograms.all());
    }

    /// The same for programs of one's own.
    static Map<String, Set<String>> notCalled(
            Map<String, List<String>> names, List<PackageFiles> programs) {
        var packages = new ArrayList<PackageFiles>();
        names.forEach((path, uses) -> packages.add(listing(path, uses)));
        packages.addAll(programs);
        return DeepStack.call(() -> new CalledNames().compare(packages, names));
    }

    private static PackageFiles listing(String path, List<String> uses) {
        var text =
                ApiPageTest.program(path, uses).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new PackageFiles("names/" + path, List.of(new FileText(path, text)), "", false);
    }

    private Map<String, Set<String>> compare(
            List<PackageFiles> packages, Map<String, List<String>> names) {
        var all = checked(packages);
        var listings = all.subList(0, names.size());
        var used = LibraryUses.of(all.subList(names.size(), all.size()));
        int i = 0;
        for (var e : names.entrySet()) {
            var wanted = wanted(listings.get(i++));
            var lacking = new TreeSet<String>();
            for (int k = 0; k < wanted.size(); k++) {
                if (!used.contains(wanted.get(k))) {
                    lacking.add(e.getValue().get(k));
                }
            }
            missing.put(e.getKey(), lacking);
        }
        return missing;
    }

    private static List<CheckedPackage> checked(List<PackageFiles> packages) {
        var options =
                new BuildOptions(
                        RunOptions.DEFAULT.target(),
                        Set.of("gc", "unix", "purego"),
                        "",
                        true,
                        false);
        var build = new Build(finder(), options);
        var errors = new LinkedHashSet<String>();
        for (var d : build.check(packages, false)) {
            if (d.severity() == Diagnostic.Severity.ERROR) {
                errors.add(build.sources().position(d.pos()) + ": " + d.message());
            }
        }
        if (!errors.isEmpty()) {
            throw new AssertionError(String.join("\n", errors));
        }
        return build.own();
    }

    private static SourceFinder finder() {
        try {
            return SourceFinder.around(new LibrarySources(), null, SourceRoots.NONE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// What each statement of a listing is about.
    private static List<LibraryUses.Use> wanted(CheckedPackage listing) {
        for (var d : listing.files().getFirst().decls()) {
            if (d instanceof Decl.FuncDecl f && f.body() != null) {
                return f.body().stmts().stream().map(s -> wanted(s, listing)).toList();
            }
        }
        throw new AssertionError("no function");
    }

    private static LibraryUses.Use wanted(Stmt statement, CheckedPackage in) {
        return switch (statement) {
            case Stmt.Assign a -> use(a.rhs().getFirst(), in);
            case Stmt.Block b -> wanted(b.stmts().getFirst(), in);
            case Stmt.DeclStmt d -> declared(d.decls().getFirst(), in);
            default -> throw new AssertionError(statement);
        };
    }

    private static LibraryUses.Use declared(Decl d, CheckedPackage in) {
        return switch (d) {
            case Decl.ConstDecl c -> use(c.values().getFirst(), in);
            case Decl.VarDecl v -> use(java.util.Objects.requireNonNull(v.type()), in);
            case Decl.TypeDecl t ->
                    use(((Expr.InterfaceTypeExpr) t.type()).elems().getFirst().type(), in);
            default -> throw new AssertionError(d);
        };
    }

    private static LibraryUses.Use use(Expr x, CheckedPackage in) {
        return switch (x) {
            case Expr.Paren p -> use(p.x(), in);
            case Expr.Star s -> use(s.x(), in);
            case Expr.Index i -> use(i.x(), in);
            case Expr.Selector s -> selected(s, in);
            default -> throw new AssertionError(x);
        };
    }

    private static LibraryUses.Use selected(Expr.Selector s, CheckedPackage in) {
        var selection = in.selections()[s.id()];
        if (selection == null) {
            return new LibraryUses.Use(in.objects()[s.sel().id()], null);
        }
        var object = selection.object() instanceof FuncObject f ? f.origin() : selection.object();
        var receiver = LibraryUses.receiver(selection);
        boolean own =
                selection.path().length <= (object instanceof FuncObject ? 0 : 1)
                        && (receiver == null
                                || !(receiver.type().underlying() instanceof InterfaceType));
        return new LibraryUses.Use(object, own ? null : receiver);
    }
}
