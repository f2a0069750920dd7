package org.gorrery.compiler.types;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gorrery.compiler.source.BuildConstraint;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.NodeIds;
import org.gorrery.compiler.syntax.Parser;
import org.gorrery.compiler.syntax.SourceFile;

/// Checks packages from the source of an installed Go, for tests: declarations only.
final class SourceImporter implements Importer {
    private static final Set<String> TAGS =
            Set.of(
                    "linux",
                    "amd64",
                    "unix",
                    "gc",
                    "purego",
                    "goexperiment.swissmap",
                    "goexperiment.aliastypeparams");

    private final Path src;
    private final Types types;
    private final SourceSet sources;
    private final boolean bodies;
    private final Map<String, Imported> known = new HashMap<>();
    private final Set<String> loading = new HashSet<>();

    /// What the checker left out about them.
    final List<String> audit = new ArrayList<>();

    /// Faults found in imported packages.
    final Diagnostics diagnostics = new Diagnostics();

    /// Packages of other places than the standard library, by path.
    final Map<String, List<Path>> more = new HashMap<>();

    SourceImporter(Path src, Types types, SourceSet sources, boolean bodies) {
        this.src = src;
        this.types = types;
        this.sources = sources;
        this.bodies = bodies;
    }

    @Override
    public Imported load(String path, GoPackage from) {
        var found = known.get(path);
        if (found != null) {
            return found;
        }
        if (!loading.add(path)) {
            return Imported.failed("import cycle not allowed: " + path);
        }
        var result = read(path);
        loading.remove(path);
        known.put(path, result);
        return result;
    }

    private Imported read(String path) {
        var files = more.get(path);
        try {
            if (files == null) {
                files = goFiles(src.resolve(path));
            }
            if (files.isEmpty()) {
                files = goFiles(src.resolve("vendor").resolve(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (files.isEmpty()) {
            return Imported.failed("could not import " + path + " (file not found)");
        }
        var checked =
                check(
                        path,
                        files,
                        new CheckOptions(
                                "",
                                false,
                                bodies
                                        ? CheckOptions.WhichBodies.ALL
                                        : CheckOptions.WhichBodies.NONE),
                        diagnostics);
        if (bodies && !diagnostics.hasErrors()) {
            audit.addAll(new RecordingAudit(checked, sources).problems());
        }
        return Imported.of(checked);
    }

    /// Parses and checks files as the package `path`.
    CheckedPackage check(String path, List<Path> files, CheckOptions options, Diagnostics out) {
        var ids = new NodeIds();
        var parsed = new ArrayList<SourceFile>();
        var syntax = new Diagnostics();
        for (var f : files) {
            try {
                int base = sources.add(f.toString(), Files.readAllBytes(f));
                parsed.add(Parser.parse(sources, base, ids, syntax));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var pkg = new GoPackage(path, parsed.getFirst().packageName().text());
        var checker = new Checker(types, sources, this, options);
        // what cannot be parsed is not judged further
        syntax.sorted().forEach(out::add);
        return checker.check(
                pkg,
                parsed,
                ids,
                syntax.sorted().stream().anyMatch(d -> d.message().startsWith("syntax error"))
                        ? new Diagnostics()
                        : out);
    }

    private static boolean holds(String tag) {
        if (tag.startsWith("go1.")) {
            return Integer.parseInt(tag.substring(4)) <= 26;
        }
        return TAGS.contains(tag);
    }

    /// The Go files of a folder that belong to a build for linux on amd64 without C.
    static List<Path> goFiles(Path dir) throws IOException {
        if (!Files.isDirectory(dir)) {
            return List.of();
        }
        var list = new TreeSet<Path>();
        try (var all = Files.newDirectoryStream(dir, "*.go")) {
            for (var f : all) {
                String name = f.getFileName().toString();
                if (!BuildConstraint.isTestFile(name)
                        && BuildConstraint.nameMatches(name, "linux", "amd64")
                        && matches(f)) {
                    list.add(f);
                }
            }
        }
        return List.copyOf(list);
    }

    private static boolean matches(Path f) throws IOException {
        for (var line : Files.readAllLines(f, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            if (line.startsWith("//go:build ")) {
                if (!BuildConstraint.evaluate(line.substring(11).trim(), SourceImporter::holds)) {
                    return false;
                }
            }
            if (line.strip().equals("import \"C\"")) {
                return false;
            }
        }
        return true;
    }
}
