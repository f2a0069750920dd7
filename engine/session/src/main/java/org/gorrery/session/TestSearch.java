package org.gorrery.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the packages that patterns mean: folders, import paths, either with `...`, or Go files. Source: `go help packages`.
final class TestSearch {
    private final Path here;
    private final @Nullable GoModule module;
    private final @Nullable GoModules modules;
    private final @Nullable Path goSrc;
    private final List<Path> gopath;

    TestSearch(Path here, SourceRoots roots) throws IOException {
        this.here = here;
        this.modules = GoModules.around(here);
        this.module = modules == null ? null : modules.main();
        var goroot = roots.goroot();
        this.goSrc = goroot == null ? null : goroot.resolve("src").normalize();
        this.gopath = roots.gopath();
    }

    List<TestUnit> find(List<String> patterns) throws IOException {
        if (!patterns.isEmpty() && patterns.stream().allMatch(p -> p.endsWith(".go"))) {
            var files = patterns.stream().map(here::resolve).toList();
            for (var f : files) {
                if (!Files.isRegularFile(f)) {
                    return List.of(
                            TestUnit.missing("command-line-arguments", "no required file " + f));
                }
            }
            return List.of(
                    new TestUnit(
                            "command-line-arguments", files.getFirst().getParent(), files, ""));
        }
        var out = new LinkedHashMap<String, TestUnit>();
        for (var p : patterns.isEmpty() ? List.of(".") : patterns) {
            find(p, out);
        }
        return List.copyOf(out.values());
    }

    private void find(String pattern, Map<String, TestUnit> out) throws IOException {
        boolean all = pattern.endsWith("...");
        String base = all ? pattern.replaceFirst("/?\\.\\.\\.$", "") : pattern;
        var folder = folder(base);
        if (folder == null) {
            out.put(
                    pattern,
                    TestUnit.missing(
                            pattern,
                            "package "
                                    + pattern
                                    + " is neither in the module nor in a Go installation"
                                    + " (GOROOT or -goroot names one)"));
        } else if (!Files.isDirectory(folder)) {
            out.put(pattern, TestUnit.missing(pattern, "stat " + folder + ": directory not found"));
        } else if (all) {
            below(folder, out);
        } else if (hasGoFiles(folder)) {
            add(folder, out);
        } else {
            out.put(pattern, TestUnit.missing(pattern, "no Go files in " + folder));
        }
    }

    private @Nullable Path folder(String base) {
        if (base.isEmpty() || base.startsWith(".") || Path.of(base).isAbsolute()) {
            return here.resolve(base).normalize();
        }
        if (module != null && module.folder(base) != null) {
            return module.folder(base);
        }
        var other = modules == null ? null : modules.of(base);
        if (other != null) {
            return other.folder(base);
        }
        var places = new ArrayList<Path>();
        if (module != null && module.path().equals(GoModule.STD)) {
            places.add(module.root());
        }
        if (goSrc != null) {
            places.add(goSrc);
        }
        gopath.forEach(p -> places.add(p.resolve("src")));
        for (var place : places) {
            if (Files.isDirectory(place.resolve(base))) {
                return place.resolve(base);
            }
        }
        return null;
    }

    /// All packages in a folder and below, without those whose folder starts with a dot or an underscore, test data, vendored packages and
    /// other modules.
    private void below(Path folder, Map<String, TestUnit> out) throws IOException {
        if (hasGoFiles(folder)) {
            add(folder, out);
        }
        List<Path> inside;
        try (var entries = Files.list(folder)) {
            inside = entries.filter(Files::isDirectory).sorted().toList();
        }
        for (var f : inside) {
            String name = String.valueOf(f.getFileName());
            if (!name.startsWith(".")
                    && !name.startsWith("_")
                    && !name.equals("testdata")
                    && !name.equals("vendor")
                    && !isIgnored(f)
                    && !Files.exists(f.resolve("go.mod"))) {
                below(f, out);
            }
        }
    }

    /// Whether a line `ignore` of the module passes over a folder.
    private boolean isIgnored(Path folder) {
        if (module == null || !folder.startsWith(module.root())) {
            return false;
        }
        var below = module.root().relativize(folder);
        for (var line : module.file().ignored()) {
            var path = Path.of(line).normalize();
            if (line.startsWith("./") ? below.equals(path) : below.endsWith(path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasGoFiles(Path folder) throws IOException {
        try (var entries = Files.newDirectoryStream(folder, "*.go")) {
            return entries.iterator().hasNext();
        }
    }

    private void add(Path folder, Map<String, TestUnit> out) throws IOException {
        String path = importPath(folder);
        out.put(path, new TestUnit(path, folder, List.of(), ""));
    }

    /// The import path of a folder; outside modules and source trees one made of its name, as Go makes it.
    private String importPath(Path folder) throws IOException {
        var around = GoModule.around(folder);
        if (around != null && !around.path().isEmpty()) {
            return around.importPath(folder);
        }
        for (var p : gopath) {
            var src = p.resolve("src").toAbsolutePath();
            if (folder.startsWith(src)) {
                return src.relativize(folder).toString().replace('\\', '/');
            }
        }
        return "_" + folder.toString().replace('\\', '/');
    }
}
