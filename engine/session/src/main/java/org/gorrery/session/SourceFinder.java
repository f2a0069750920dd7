package org.gorrery.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gorrery.compiler.build.Changes;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.build.PackageFinder;
import org.gorrery.library.LibrarySources;
import org.jspecify.annotations.Nullable;

/// Finds packages, in this order: our library; the module around the program and its vendored packages; the Go installation the user
/// pointed at; outside modules, GOPATH.
final class SourceFinder implements PackageFinder {
    private final LibrarySources library;
    private final @Nullable GoModule module;
    private final @Nullable GoInstallation installation;
    private final List<Path> gopath;

    private SourceFinder(
            LibrarySources library,
            @Nullable GoModule module,
            @Nullable GoInstallation installation,
            List<Path> gopath) {
        this.library = library;
        this.module = module;
        this.installation = installation;
        this.gopath = gopath;
    }

    /// A finder for a program that lies in `folder` (null: from an editor).
    static SourceFinder around(LibrarySources library, @Nullable Path folder, SourceRoots roots)
            throws IOException {
        var module = GoModule.around(folder);
        var goroot = roots.goroot();
        Path src = goroot == null ? null : goroot.resolve("src");
        if (module != null && module.path().equals(GoModule.STD)) {
            src = module.root(); // the program is part of an installation
        }
        return new SourceFinder(
                library,
                module,
                src == null ? null : new GoInstallation(src, library),
                module == null ? roots.gopath() : List.of());
    }

    /// Language version of the module, such as `go1.21`, or empty.
    String goVersion() {
        return module == null ? "" : module.goVersion();
    }

    /// The module around the program.
    @Nullable GoModule module() {
        return module;
    }

    /// The Go installation in use.
    @Nullable GoInstallation installation() {
        return installation;
    }

    @Override
    public Found find(String importPath, String fromPath) {
        var embedded = EmbedFolder.answer(importPath, fromPath);
        if (embedded != null) {
            return embedded;
        }
        var own = library.files(importPath);
        if (!own.isEmpty()) {
            return found(ours(importPath));
        }
        try {
            var folder = module == null ? null : module.folder(importPath);
            if (folder != null) {
                return inFolder(importPath, folder);
            }
            var vendored = module == null ? null : module.root().resolve("vendor", importPath);
            if (vendored != null && Files.isDirectory(vendored)) {
                return inFolder(importPath, vendored);
            }
            if (installation != null) {
                var files = installation.find(importPath);
                if (files != null) {
                    return found(files);
                }
            }
            for (var root : gopath) {
                var below = root.resolve("src", importPath);
                if (Files.isDirectory(below)) {
                    return inFolder(importPath, below);
                }
            }
        } catch (IOException e) {
            return new Found(null, "cannot read package " + importPath + ": " + e.getMessage());
        }
        return new Found(null, missing(importPath));
    }

    private static Found found(PackageFiles files) {
        return new Found(files, "");
    }

    /// A package of our library.
    PackageFiles ours(String importPath) {
        var files = new ArrayList<FileText>();
        library.files(importPath)
                .forEach((name, bytes) ->
                        files.add(new FileText("$GOROOT/src/" + importPath + "/" + name, bytes)));
        return new PackageFiles(importPath, files, "", true);
    }

    /// A package of our library for the tests of Go's package of that name.
    PackageFiles oursTested(String importPath) {
        var plain = ours(importPath);
        var insides = new ArrayList<FileText>();
        library.insides(importPath)
                .forEach((name, bytes) ->
                        insides.add(
                                new FileText(
                                        "$GOROOT/src/" + importPath + "/inside_" + name, bytes)));
        var changes = new Changes(false, true, List.of(), insides, Set.of());
        return new PackageFiles(importPath, plain.files(), "", true, changes);
    }

    /// What was looked for and where, names that are near, and what can be done.
    private String missing(String importPath) {
        var text = new StringBuilder("package ").append(importPath);
        var standard = library.standardPackages();
        if (standard.contains(importPath) && installation == null) {
            return text.append(
                            " is not in Gorrery's standard library; where Go is installed, GOROOT")
                    .append(" or -goroot names its folder, and the package is compiled from there")
                    .toString();
        }
        var places = new ArrayList<String>();
        places.add("Gorrery's standard library");
        if (module != null) {
            places.add("module " + module.path());
        }
        if (installation != null) {
            places.add(installation.src().toString());
        }
        gopath.forEach(p -> places.add(p.resolve("src").toString()));
        text.append(" is not in ").append(String.join(", ", places));
        if (importPath.contains(".") && module != null) {
            text.append(": packages of other modules must lie in the module's folder vendor");
        }
        var known = new TreeSet<>(library.packages());
        known.removeIf(p -> p.startsWith("internal/"));
        known.addAll(standard);
        var near = NearNames.of(importPath, known);
        if (!near.isEmpty()) {
            text.append("; did you mean ").append(String.join(" or ", near)).append("?");
        }
        return text.toString();
    }

    private Found inFolder(String importPath, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new Found(null, "package " + importPath + " is not in " + folder);
        }
        var files = goFiles(folder);
        return files.isEmpty()
                ? new Found(null, "no Go files in " + folder)
                : found(new PackageFiles(importPath, files, goVersion(), false));
    }

    /// The Go files of a folder, tests left out, by name.
    static List<FileText> goFiles(Path folder) throws IOException {
        return goFiles(folder, false);
    }

    /// The Go files of a folder by name, either the tests or the others.
    static List<FileText> goFiles(Path folder, boolean tests) throws IOException {
        try (var entries = Files.list(folder)) {
            var out = new ArrayList<FileText>();
            for (var p : entries.sorted().toList()) {
                String name = String.valueOf(p.getFileName());
                if (name.endsWith(".go")
                        && name.endsWith("_test.go") == tests
                        && !name.startsWith("_")
                        && !name.startsWith(".")
                        && Files.isRegularFile(p)) {
                    out.add(new FileText(p.toString(), Files.readAllBytes(p)));
                }
            }
            return out;
        }
    }
}
