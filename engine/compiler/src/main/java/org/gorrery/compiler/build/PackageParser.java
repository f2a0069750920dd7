package org.gorrery.compiler.build;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
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
    private static final List<String> ARCHITECTURES_64 =
            List.of("mips64le", "riscv64", "loong64", "ppc64le");
    private static final List<String> ARCHITECTURES_32 = List.of("mipsle", "arm", "386");

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
        var changes = files.changes();
        var goarch = architecture(changes);
        boolean only = files.files().size() == 1 && !changes.installed() && !files.folder();
        boolean known = files.library() && changes.equals(Changes.NONE);
        for (var file : files.files()) {
            // a file that is left out is not looked at any further
            if (only
                    || nameMatches(file, goarch)
                            && belongs(FileHeader.of(file).buildConstraint(), changes, goarch)) {
                int base = sources.add(file.name(), file.utf8());
                var tree =
                        known
                                ? Parser.parseOutline(sources, base, ids, diagnostics)
                                : Parser.parse(sources, base, ids, diagnostics);
                var left = without(tree, file.name(), base, changes.without());
                parsed.add(
                        embeds(files)
                                ? Embedding.apply(finder, file.name(), left, ids, diagnostics)
                                : left);
            }
        }
        checkNames(parsed, diagnostics);
        boolean joined = changes.installed() || !changes.instead().isEmpty();
        return joined ? joined(parsed, files, ids, bodies, diagnostics) : parsed;
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

    private boolean belongs(String constraint, Changes changes, String goarch) {
        return changes.installed()
                ? satisfiedInstalled(constraint, goarch)
                : satisfied(constraint, goarch);
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

    private boolean nameMatches(FileText file, String goarch) {
        String simple = file.name().substring(file.name().lastIndexOf('/') + 1);
        return BuildConstraint.nameMatches(simple, options.target().goos(), goarch);
    }

    private boolean satisfied(String constraint, String goarch) {
        return BuildConstraint.satisfied(
                constraint, options.target().goos(), goarch, options.tags());
    }

    /// As [#satisfied] in a package of an installed Go, where a tag of its own says that there is no assembly.
    private boolean satisfiedInstalled(String constraint, String goarch) {
        var tags = new HashSet<>(options.tags());
        tags.add("math_big_pure_go");
        return BuildConstraint.satisfied(constraint, options.target().goos(), goarch, tags);
    }

    /// The architecture whose files are taken: the target's, or one like it for which the package has no assembly.
    private String architecture(Changes changes) {
        var own = options.target().goarch();
        if (changes.assembly().isEmpty() || !hasAssembly(changes, own)) {
            return own;
        }
        var others = options.target().is64Bit() ? ARCHITECTURES_64 : ARCHITECTURES_32;
        for (var goarch : others) {
            if (!hasAssembly(changes, goarch)) {
                return goarch;
            }
        }
        return own;
    }

    private boolean hasAssembly(Changes changes, String goarch) {
        for (var file : changes.assembly()) {
            if (nameMatches(file, goarch) && satisfiedInstalled(constraint(file.utf8()), goarch)) {
                return true;
            }
        }
        return false;
    }

    /// The expression of a `//go:build` line before the first line of code; empty where there is none.
    private static String constraint(byte[] text) {
        for (var line : new String(text, StandardCharsets.UTF_8).lines().toList()) {
            if (line.startsWith("//go:build ")) {
                return line.substring("//go:build ".length());
            }
            if (!line.isBlank() && !line.startsWith("//")) {
                return "";
            }
        }
        return "";
    }

    private static void checkNames(List<SourceFile> parsed, Diagnostics diagnostics) {
        for (var file : parsed) {
            var first = parsed.getFirst().packageName().text();
            var own = file.packageName().text();
            if (!own.equals(first) && !own.isEmpty() && !first.isEmpty()) {
                diagnostics.error(
                        file.packageName().pos(),
                        DiagnosticCode.SYNTAX,
                        "package " + own + "; expected package " + first);
            }
        }
    }
}
