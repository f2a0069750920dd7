package org.gorrery.compiler.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gorrery.compiler.source.BuildConstraint;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.ErrorLimit;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.NodeIds;
import org.gorrery.compiler.syntax.Parser;
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
    /// What Go's parser finds as well: it is told even where the text is broken elsewhere.
    private static final Set<DiagnosticCode> OF_THE_PARSER =
            Set.of(DiagnosticCode.BAD_LABEL, DiagnosticCode.MISPLACED_BRANCH);

    private final PackageFinder finder;
    private final BuildOptions options;
    private final SourceSet sources;
    private final Diagnostics diagnostics;
    private final Types types;
    private final Map<String, CheckedPackage> loaded = new LinkedHashMap<>();
    private final Map<String, Imported> failed = new HashMap<>();
    private final Set<String> loading = new LinkedHashSet<>();
    private final List<CheckedPackage> inOrder = new ArrayList<>();

    /// A loader for one compilation.
    PackageLoader(
            PackageFinder finder,
            BuildOptions options,
            SourceSet sources,
            Diagnostics diagnostics) {
        this.finder = finder;
        this.options = options;
        this.sources = sources;
        this.diagnostics = diagnostics;
        this.types = new Types(options.target());
    }

    /// The rules of types for the target.
    Types types() {
        return types;
    }

    /// All packages loaded so far, each after those it imports.
    List<CheckedPackage> inOrder() {
        return List.copyOf(inOrder);
    }

    @Override
    public Imported load(String path, GoPackage from) {
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
        if (found.files() == null) {
            var failure = Imported.failed(found.problem());
            failed.put(path, failure);
            return failure;
        }
        var known = loaded.get(found.files().path());
        if (known != null) {
            return Imported.of(known);
        }
        if (loading.contains(found.files().path())) {
            return Imported.failed("import cycle not allowed: " + cycle(found.files().path()));
        }
        var checked = check(found.files());
        if (checked == null) {
            var failure =
                    Imported.failed(
                            "no Go files of package "
                                    + path
                                    + " for "
                                    + options.target().goos()
                                    + "/"
                                    + options.target().goarch());
            failed.put(path, failure);
            return failure;
        }
        return Imported.of(checked);
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

    /// Parses and checks a package and all it imports, unless that was done for one that imports it.
    ///
    /// @return null where the build constraints leave no file
    @Nullable CheckedPackage check(PackageFiles files) {
        var done = loaded.get(files.path());
        if (done != null) {
            return done;
        }
        var ids = new NodeIds();
        var syntax = new Diagnostics();
        var parsed = parse(files, ids, syntax);
        (options.allErrors() ? ErrorLimit.NONE : ErrorLimit.USUAL)
                .pass(syntax.sorted(), sources, diagnostics);
        if (parsed.isEmpty()) {
            return null;
        }
        loading.add(files.path());
        try {
            var pkg = new GoPackage(files.path(), parsed.getFirst().packageName().text());
            var version =
                    files.goVersion().isEmpty() && !files.library()
                            ? options.goVersion()
                            : files.goVersion();
            var checkOptions =
                    new CheckOptions(
                            version,
                            options.allErrors(),
                            options.bodiesRequired() && !files.library(),
                            files.library()
                                    ? CheckOptions.WhichBodies.ASKED_FOR
                                    : CheckOptions.WhichBodies.ALL);
            var afterSyntax = new Diagnostics();
            var checked =
                    new Checker(types, sources, this, checkOptions)
                            .check(pkg, parsed, ids, isBroken(syntax) ? afterSyntax : diagnostics);
            afterSyntax.sorted().stream()
                    .filter(d -> OF_THE_PARSER.contains(d.code()))
                    .forEach(diagnostics::add);
            loaded.put(files.path(), checked);
            inOrder.add(checked);
            return checked;
        } finally {
            loading.remove(files.path());
        }
    }

    /// Whether the text is not Go: what its types would be is not worth telling then.
    private static boolean isBroken(Diagnostics syntax) {
        return syntax.sorted().stream().anyMatch(d -> d.message().startsWith("syntax error"));
    }

    private List<SourceFile> parse(PackageFiles files, NodeIds ids, Diagnostics syntax) {
        var parsed = new ArrayList<SourceFile>();
        var target = options.target();
        for (var file : files.files()) {
            boolean only = files.files().size() == 1;
            String simple = file.name().substring(file.name().lastIndexOf('/') + 1);
            if (!only && !BuildConstraint.nameMatches(simple, target.goos(), target.goarch())) {
                continue;
            }
            if (only || satisfied(file)) {
                int base = sources.add(file.name(), file.utf8());
                var tree = Parser.parse(sources, base, ids, syntax);
                parsed.add(Embedding.apply(finder, file.name(), tree, ids, diagnostics));
            }
        }
        checkNames(parsed, syntax);
        return parsed;
    }

    /// Whether a file's build constraint holds; a file that is left out is not looked at any further.
    private boolean satisfied(FileText file) {
        var target = options.target();
        return BuildConstraint.satisfied(
                FileHeader.of(file).buildConstraint(),
                target.goos(),
                target.goarch(),
                options.tags());
    }

    private static void checkNames(List<SourceFile> parsed, Diagnostics syntax) {
        for (var file : parsed) {
            var first = parsed.getFirst().packageName().text();
            var own = file.packageName().text();
            if (!own.equals(first) && !own.isEmpty() && !first.isEmpty()) {
                syntax.error(
                        file.packageName().pos(),
                        DiagnosticCode.SYNTAX,
                        "package " + own + "; expected package " + first);
            }
        }
    }
}
