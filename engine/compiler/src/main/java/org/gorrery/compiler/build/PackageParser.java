package org.gorrery.compiler.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gorrery.compiler.source.BuildConstraint;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.Decl;
import org.gorrery.compiler.syntax.NodeIds;
import org.gorrery.compiler.syntax.Parser;
import org.gorrery.compiler.syntax.SourceFile;

/// Parses those files of a package that belong to the build.
///
/// Guard: one compilation, one thread.
final class PackageParser {
    private static final String OURS = "gorrery:";
    private static final int EMBED_SINCE = 16;

    private final PackageFinder finder;
    private final BuildOptions options;
    private final SourceSet sources;

    PackageParser(PackageFinder finder, BuildOptions options, SourceSet sources) {
        this.finder = finder;
        this.options = options;
        this.sources = sources;
    }

    /// Whether the language version of the package knows `//go:embed`: where not, the files are not asked for.
    private boolean embeds(PackageFiles files) {
        String version =
                files.goVersion().isEmpty() && !files.library()
                        ? options.goVersion()
                        : files.goVersion();
        int minor = BuildConstraint.minor(version);
        return minor <= 0 || minor >= EMBED_SINCE;
    }

    /// The trees of the files that build constraints leave, changes made.
    ///
    /// @param bodies whether functions of an installed Go that lack a body get one
    /// @param diagnostics where faults go
    List<SourceFile> parse(
            PackageFiles files, NodeIds ids, boolean bodies, Diagnostics diagnostics) {
        var parsed = new ArrayList<SourceFile>();
        var names = new ArrayList<String>();
        var changes = files.changes();
        boolean known = files.library() && changes.equals(Changes.NONE);
        // a file that is left out is not looked at any further
        for (var file : new FileChoice(options).of(files)) {
            int base = sources.add(file.name(), file.utf8());
            var tree =
                    known
                            ? Parser.parseOutline(sources, base, ids, diagnostics)
                            : Parser.parse(sources, base, ids, diagnostics);
            var own = files.library() ? tree : withoutOurs(tree);
            var left = without(own, file.name(), base, changes.without());
            parsed.add(left);
            names.add(file.name());
        }
        if (embeds(files)) {
            for (int i = 0; i < names.size(); i++) {
                if (Embedding.isIn(parsed.get(i))) {
                    parsed.set(i, embedded(names.get(i), parsed.get(i), parsed, ids, diagnostics));
                }
            }
        }
        checkNames(parsed, diagnostics);
        boolean joined = changes.installed() || !changes.instead().isEmpty();
        return joined ? joined(parsed, files, ids, bodies, diagnostics) : parsed;
    }

    private SourceFile embedded(
            String name,
            SourceFile file,
            List<SourceFile> all,
            NodeIds ids,
            Diagnostics diagnostics) {
        return Embedding.apply(finder, name, file, all, ids, diagnostics);
    }

    private List<SourceFile> joined(
            List<SourceFile> parsed,
            PackageFiles files,
            NodeIds ids,
            boolean bodies,
            Diagnostics diagnostics) {
        var ours = new ArrayList<SourceFile>();
        for (var file : files.changes().instead()) {
            int base = sources.add(file.name(), file.utf8());
            ours.add(Parser.parse(sources, base, ids, diagnostics));
        }
        var all = InstalledSources.joined(parsed, ours, ids);
        return bodies && files.changes().installed()
                ? InstalledSources.withBodies(all, files.path(), ids)
                : all;
    }

    private static SourceFile without(
            SourceFile tree, String name, int base, Set<Changes.Place> places) {
        if (places.isEmpty()) {
            return tree;
        }
        var left = new ArrayList<Decl>();
        for (var d : tree.decls()) {
            if (!places.contains(new Changes.Place(name, d.pos() - base))) {
                left.add(d);
            }
        }
        return InstalledSources.with(tree, left);
    }

    /// Directives for the library's own functions mean nothing elsewhere.
    private static SourceFile withoutOurs(SourceFile tree) {
        if (tree.directives().stream().noneMatch(d -> d.text().startsWith(OURS))) {
            return tree;
        }
        var decls = new ArrayList<Decl>();
        for (var d : tree.decls()) {
            decls.add(
                    d instanceof Decl.FuncDecl f
                            ? new Decl.FuncDecl(
                                    f.pos(),
                                    f.recv(),
                                    f.name(),
                                    f.type(),
                                    f.body(),
                                    f.pragmas().stream().filter(p -> !p.startsWith(OURS)).toList())
                            : d);
        }
        return InstalledSources.with(tree, decls);
    }

    /// Whether the parser had nothing, or no package clause at all, to take the name from.
    private static boolean isMissing(String packageName) {
        return packageName.isEmpty() || packageName.equals("_");
    }

    private static void checkNames(List<SourceFile> parsed, Diagnostics diagnostics) {
        for (var file : parsed) {
            var first = parsed.getFirst().packageName().text();
            var own = file.packageName().text();
            boolean known = !isMissing(own) && !isMissing(first);
            if (known && !own.equals(first)) {
                diagnostics.error(
                        file.packageName().pos(),
                        DiagnosticCode.SYNTAX,
                        "package " + own + "; expected package " + first);
            }
        }
    }
}
