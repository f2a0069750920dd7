package org.gorrery.compiler.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gorrery.compiler.source.Diagnostic;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.ErrorLimit;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.NodeIds;
import org.gorrery.compiler.syntax.SourceFile;
import org.gorrery.compiler.types.CheckOptions;
import org.gorrery.compiler.types.CheckedPackage;
import org.gorrery.compiler.types.Checker;
import org.gorrery.compiler.types.GoPackage;
import org.gorrery.compiler.types.Importer;
import org.gorrery.compiler.types.Types;
import org.jspecify.annotations.Nullable;

/// Parses and checks packages on demand, each once, each after those it imports.
///
/// Guard: one compilation, one thread.
final class PackageLoader implements Importer {
    private static final int FAULTS_SHOWN = 3;

    /// What Go's parser finds as well: it is told even where the text is broken elsewhere.
    private static final Set<DiagnosticCode> OF_THE_PARSER =
            Set.of(DiagnosticCode.BAD_LABEL, DiagnosticCode.MISPLACED_BRANCH);

    private final PackageFinder finder;
    private final BuildOptions options;
    private final SourceSet sources;
    private final PackageParser parser;
    private final Diagnostics diagnostics;
    private final Types types;
    private final @Nullable KeptLibrary library;
    private final Map<String, CheckedPackage> loaded = new LinkedHashMap<>();
    private final Map<String, Imported> failed = new HashMap<>();
    private final Set<String> loading = new LinkedHashSet<>();
    private final List<CheckedPackage> inOrder = new ArrayList<>();
    private final List<CheckedPackage> own = new ArrayList<>();

    /// A loader for one compilation.
    ///
    /// @param sources includes those of `library`
    /// @param library where packages of the library are kept that need not be checked again
    PackageLoader(
            PackageFinder finder,
            BuildOptions options,
            SourceSet sources,
            Diagnostics diagnostics,
            @Nullable KeptLibrary library) {
        this.finder = finder;
        this.options = options;
        this.sources = sources;
        this.parser = new PackageParser(finder, options, sources);
        this.diagnostics = diagnostics;
        this.library = library;
        this.types = library == null ? new Types(options.target()) : library.types();
    }

    /// The rules of types for the target.
    Types types() {
        return types;
    }

    /// Whether a package is of the standard library.
    boolean isLibrary(CheckedPackage pkg) {
        return !own.contains(pkg);
    }

    /// All packages loaded so far, each after those it imports.
    List<CheckedPackage> inOrder() {
        return List.copyOf(inOrder);
    }

    /// The packages among them that are none of the standard library's.
    List<CheckedPackage> own() {
        return List.copyOf(own);
    }

    @Override
    public Imported load(String path, GoPackage from) {
        var refusal = finder.refusal(path, from.path());
        if (!refusal.isEmpty()) {
            return Imported.failed(refusal);
        }
        var done = loaded.get(path);
        if (done != null) {
            return Imported.of(done);
        }
        var before = failed.get(path);
        if (before != null) {
            return before;
        }
        if (loading.contains(path)) {
            return Imported.failed("import cycle not allowed: " + cycle(path));
        }
        var found = finder.find(path, from.path());
        var files = found.files();
        if (files == null) {
            return failure(path, found.problem());
        }
        var known = loaded.get(files.path());
        if (known != null) {
            return Imported.of(known);
        }
        if (loading.contains(files.path())) {
            return Imported.failed("import cycle not allowed: " + cycle(files.path()));
        }
        var kept = library == null ? null : library.find(files, finder).orElse(null);
        if (kept != null && fits(kept, new HashSet<>())) {
            take(kept);
            return Imported.of(kept);
        }
        return checked(path, files);
    }

    private Imported failure(String path, String problem) {
        var failure = Imported.failed(problem);
        failed.put(path, failure);
        return failure;
    }

    /// Checks a package that was found and not loaded before.
    private Imported checked(String path, PackageFiles files) {
        boolean apart = files.changes().installed() && !files.changes().tested();
        var faults = apart ? new Diagnostics() : diagnostics;
        var checked = check(files, faults);
        if (apart && faults.hasErrors()) {
            return failure(path, unusable(path, faults));
        }
        if (checked == null) {
            var target = options.target();
            return failure(
                    path,
                    "build constraints exclude all Go files of package "
                            + path
                            + " for "
                            + target.goos()
                            + "/"
                            + target.goarch());
        }
        if (files.folder() && checked.pkg().name().equals("main")) {
            return failure(path, "import \"" + path + "\" is a program, not an importable package");
        }
        return Imported.of(checked);
    }

    /// Whether no package that it imports has been checked for this compilation alone.
    private boolean fits(CheckedPackage kept, Set<CheckedPackage> seen) {
        if (!seen.add(kept)) {
            return true;
        }
        var own = loaded.get(kept.pkg().path());
        return (own == null || own.equals(kept))
                && kept.imports().stream().allMatch(p -> fits(p, seen));
    }

    private void take(CheckedPackage kept) {
        if (!loaded.containsKey(kept.pkg().path())) {
            kept.imports().forEach(this::take);
            loaded.put(kept.pkg().path(), kept);
            inOrder.add(kept);
        }
    }

    private String cycle(String path) {
        var chain = new StringBuilder();
        boolean inside = false;
        for (var p : loading) {
            inside |= p.equals(path);
            if (inside) {
                chain.append(p).append(" -> ");
            }
        }
        return chain.append(path).toString();
    }

    /// Why a package of a Go installation cannot be used: its first faults.
    private String unusable(String path, Diagnostics faults) {
        var errors =
                faults.sorted().stream()
                        .filter(d -> d.severity() == Diagnostic.Severity.ERROR)
                        .toList();
        var text =
                new StringBuilder("package ")
                        .append(path)
                        .append(" of the installed Go does not fit Gorrery's library:");
        for (var d : errors.subList(0, Math.min(errors.size(), FAULTS_SHOWN))) {
            text.append("\n\t").append(sources.position(d.pos())).append(": ").append(d.message());
        }
        if (errors.size() > FAULTS_SHOWN) {
            text.append("\n\tand ").append(errors.size() - FAULTS_SHOWN).append(" more");
        }
        return text.toString();
    }

    /// Parses and checks a package and all it imports, unless that was done for one that imports it.
    ///
    /// @return null where the build constraints leave no file
    @Nullable CheckedPackage check(PackageFiles files) {
        return check(files, diagnostics);
    }

    private @Nullable CheckedPackage check(PackageFiles files, Diagnostics into) {
        var done = loaded.get(files.path());
        if (done != null) {
            return done;
        }
        var ids = new NodeIds();
        var syntax = new Diagnostics();
        var parsed = parser.parse(files, ids, true, syntax);
        if (parsed.isEmpty()) {
            handOn(syntax.sorted(), into);
            return null;
        }
        loading.add(files.path());
        try {
            var found = new Diagnostics();
            syntax.sorted().forEach(found::add);
            var checked = check(files, parsed, ids, syntax, found);
            handOn(found.asFound(), into);
            loaded.put(files.path(), checked);
            inOrder.add(checked);
            if (!files.library()) {
                own.add(checked);
            }
            return checked;
        } finally {
            loading.remove(files.path());
        }
    }

    private void handOn(List<Diagnostic> found, Diagnostics into) {
        (options.allErrors() ? ErrorLimit.NONE : ErrorLimit.USUAL).pass(found, into);
    }

    /// Checks a package that was parsed with the faults `syntax`.
    private CheckedPackage check(
            PackageFiles files,
            List<SourceFile> parsed,
            NodeIds ids,
            Diagnostics syntax,
            Diagnostics into) {
        var pkg = new GoPackage(files.path(), parsed.getFirst().packageName().text());
        var afterSyntax = new Diagnostics();
        var found = files.changes().instead().isEmpty() ? into : new Diagnostics();
        var checked =
                new Checker(types, sources, this, checkOptions(files))
                        .check(pkg, parsed, ids, isBroken(syntax) ? afterSyntax : found);
        if (!found.equals(into)) {
            // what used an import may have been replaced
            found.sorted().stream()
                    .filter(d -> d.code() != DiagnosticCode.UNUSED_IMPORT)
                    .forEach(into::add);
        }
        afterSyntax.sorted().stream()
                .filter(d -> OF_THE_PARSER.contains(d.code()))
                .filter(d -> !isInBrokenFunction(d.pos(), parsed, syntax))
                .forEach(into::add);
        return checked;
    }

    private CheckOptions checkOptions(PackageFiles files) {
        // our library is known to be right: its bodies are checked when a program reaches them
        boolean trusted =
                files.library() && !files.changes().installed() && !files.changes().tested();
        return new CheckOptions(
                files.goVersion().isEmpty() && !files.library()
                        ? options.goVersion()
                        : files.goVersion(),
                options.bodiesRequired() && !files.library(),
                trusted ? CheckOptions.WhichBodies.ASKED_FOR : CheckOptions.WhichBodies.ALL);
    }

    /// Whether the function around a position has a syntax error, after which its labels are anybody's guess.
    private static boolean isInBrokenFunction(
            int pos, List<SourceFile> parsed, Diagnostics syntax) {
        return parsed.stream()
                .flatMap(f -> f.decls().stream())
                .anyMatch(d ->
                        d instanceof Decl.FuncDecl f
                                && f.body() != null
                                && f.pos() <= pos
                                && pos <= f.body().rbrace()
                                && syntax.sorted().stream()
                                        .anyMatch(e ->
                                                f.pos() <= e.pos()
                                                        && e.pos() <= f.body().rbrace()));
    }

    /// Whether the text is not Go: what its types would be is not worth telling then.
    private static boolean isBroken(Diagnostics syntax) {
        return syntax.sorted().stream().anyMatch(d -> d.message().startsWith("syntax error"));
    }
}
