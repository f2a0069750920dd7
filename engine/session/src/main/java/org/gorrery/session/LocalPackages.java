package org.gorrery.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gorrery.compiler.build.FileHeader;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.build.PackageFinder;
import org.gorrery.compiler.source.BuildConstraint;
import org.jspecify.annotations.Nullable;

/// One folder that holds several packages, as Go's own test programs have them: files of one package clause are a package, which
/// the others import as `./x`, x being its first file's name. Packages stand in the order of their first files; the last one is
/// the program. Every file counts, whatever its name and build constraint say.
///
/// Such a folder lies in no module and is known by what it holds: several package clauses, in files that a build for the target takes or
/// in files that import one another. The go command refuses both.
///
/// @param packages in order
record LocalPackages(List<PackageFiles> packages) {
    // What the go tool chain calls such packages: a relative import is looked up below this name.
    private static final String PARENT = "test/";

    private record Parsed(
            FileText file,
            String simpleName,
            String packageName,
            List<String> imports,
            boolean built) {}

    /// The packages of a folder, or null where it is an ordinary one.
    ///
    /// @param eachFile whether each file is a package of its own, whatever the package clauses say
    static @Nullable LocalPackages of(Path folder, RunOptions options, boolean eachFile)
            throws IOException {
        if (Files.exists(folder.resolve("go.mod"))
                || !eachFile && GoModule.around(folder) != null) {
            return null;
        }
        var files = parsed(folder, options);
        boolean several =
                severalClauses(files.stream().filter(Parsed::built).toList())
                        || severalClauses(files) && importsItself(files);
        if (files.isEmpty() || !eachFile && !several) {
            return null;
        }
        var groups = new LinkedHashMap<String, List<Parsed>>();
        for (var f : files) {
            groups.computeIfAbsent(eachFile ? f.simpleName : f.packageName, k -> new ArrayList<>())
                    .add(f);
        }
        return new LocalPackages(packages(List.copyOf(groups.values())));
    }

    private static List<PackageFiles> packages(List<List<Parsed>> groups) {
        var out = new ArrayList<PackageFiles>();
        for (int i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            var first = group.getFirst();
            boolean program = i == groups.size() - 1 && first.packageName.equals("main");
            out.add(
                    new PackageFiles(
                            program ? "main" : PARENT + first.simpleName,
                            group.stream().map(Parsed::file).toList(),
                            "",
                            false));
        }
        return out;
    }

    private static boolean severalClauses(List<Parsed> files) {
        return files.stream().map(Parsed::packageName).distinct().count() > 1;
    }

    private static boolean importsItself(List<Parsed> files) {
        return files.stream()
                .flatMap(f -> f.imports.stream())
                .anyMatch(i -> files.stream().anyMatch(f -> path(i).equals(PARENT + f.simpleName)));
    }

    /// `./x` is `test/x`.
    private static String path(String imported) {
        return imported.startsWith("./") ? PARENT + imported.substring(2) : imported;
    }

    /// Finds these packages, and others as `outside` does.
    PackageFinder finder(PackageFinder outside) {
        var byPath = new LinkedHashMap<String, PackageFiles>();
        packages.forEach(p -> byPath.put(p.path(), p));
        return (path, from) -> find(byPath, path, from, outside);
    }

    private static PackageFinder.Found find(
            Map<String, PackageFiles> byPath, String path, String from, PackageFinder outside) {
        var local = byPath.get(path(path));
        return local == null ? outside.find(path, from) : new PackageFinder.Found(local, "");
    }

    private static List<Parsed> parsed(Path folder, RunOptions options) throws IOException {
        var out = new ArrayList<Parsed>();
        try (var entries = Files.list(folder)) {
            for (var p : entries.sorted().toList()) {
                String name = String.valueOf(p.getFileName());
                if (name.endsWith(".go") && !name.startsWith(".")) {
                    out.add(parse(p, name, options));
                }
            }
        }
        return out;
    }

    private static Parsed parse(Path path, String name, RunOptions options) throws IOException {
        var file = new FileText(path.toString(), Files.readAllBytes(path));
        var header = FileHeader.of(file);
        var target = options.target();
        boolean built =
                !name.endsWith("_test.go")
                        && BuildConstraint.nameMatches(name, target.goos(), target.goarch())
                        && BuildConstraint.satisfied(
                                header.buildConstraint(),
                                target.goos(),
                                target.goarch(),
                                Set.copyOf(options.tags()));
        return new Parsed(
                file,
                name.substring(0, name.length() - ".go".length()),
                header.packageName(),
                header.imports(),
                built);
    }
}
