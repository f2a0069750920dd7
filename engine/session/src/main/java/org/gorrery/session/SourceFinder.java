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

/// Finds packages, in this order: our library; the module around the program, its vendored packages, the modules of its workspace and those
/// replaced by local folders; the Go installation the user pointed at; outside modules, GOPATH.
final class SourceFinder implements PackageFinder {
    /// What `//go:embed` makes a file import.
    private static final String EMBEDDED = "internal/embedded";

    private final LibrarySources library;
    private final @Nullable GoModules modules;
    private final VendoredModules vendored;

    /// Import path of the folder that the program lies in; empty outside of modules and GOPATH.
    private final String programPath;

    private final @Nullable GoInstallation installation;
    private final List<Path> gopath;

    private SourceFinder(
            LibrarySources library,
            @Nullable GoModules modules,
            VendoredModules vendored,
            String programPath,
            @Nullable GoInstallation installation,
            List<Path> gopath) {
        this.library = library;
        this.modules = modules;
        this.vendored = vendored;
        this.programPath = programPath;
        this.installation = installation;
        this.gopath = gopath;
    }

    /// A finder for a program that lies in `folder` (null: from an editor).
    static SourceFinder around(LibrarySources library, @Nullable Path folder, SourceRoots roots)
            throws IOException {
        var modules = GoModules.around(folder);
        var module = modules == null ? null : modules.main();
        var goroot = roots.goroot();
        Path src = goroot == null ? null : goroot.resolve("src");
        if (module != null && module.path().equals(GoModule.STD)) {
            src = module.root(); // the program is part of an installation
        }
        return new SourceFinder(
                library,
                modules,
                module == null
                        ? new VendoredModules(java.util.Map.of())
                        : VendoredModules.of(module.root()),
                programPath(folder, module, roots),
                src == null ? null : new GoInstallation(src, library),
                module == null ? roots.gopath() : List.of());
    }

    private static String programPath(
            @Nullable Path folder, @Nullable GoModule module, SourceRoots roots) {
        if (folder == null) {
            return "";
        }
        var at = folder.toAbsolutePath().normalize();
        if (module != null) {
            return module.importPath(at);
        }
        for (var root : roots.gopath()) {
            var src = root.resolve("src").toAbsolutePath().normalize();
            if (at.startsWith(src)) {
                return src.relativize(at).toString().replace('\\', '/');
            }
        }
        return "";
    }

    /// Language version of the module, such as `go1.21`, or empty.
    String goVersion() {
        return modules == null ? "" : modules.main().goVersion();
    }

    /// The module around the program.
    @Nullable GoModule module() {
        return modules == null ? null : modules.main();
    }

    /// What is wrong with the modules, or empty.
    String problem() {
        return modules == null ? "" : modules.problem();
    }

    /// Packages below a folder `internal` are for those that lie beside or below that folder.
    /// Source: `go help gopath`, "Internal Directories".
    @Override
    public String refusal(String importPath, String fromPath) {
        String whole = "/" + importPath + "/";
        int at = whole.lastIndexOf("/internal/");
        String from = fromPath.equals("main") ? programPath : fromPath.replaceFirst("_test$", "");
        if (at < 0 || importPath.equals(EMBEDDED) || isStandard(from)) {
            return ""; // Go's own commands are part of the installation, too
        }
        String parent = whole.substring(Math.min(1, at), at);
        boolean inside = !parent.isEmpty() && (from + "/").startsWith(parent + "/");
        return inside || modules != null && modules.main().path().equals(GoModule.STD)
                ? ""
                : "use of internal package " + importPath + " not allowed";
    }

    private boolean isStandard(String importPath) {
        return !library.files(importPath).isEmpty()
                || installation != null
                        && !importPath.isEmpty()
                        && Files.isDirectory(installation.src().resolve(importPath));
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
            var local = modules == null ? null : inModules(modules, importPath);
            if (local != null) {
                return local;
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
                    return inFolder(importPath, below, "");
                }
            }
        } catch (IOException e) {
            return new Found(null, "cannot read package " + importPath + ": " + e.getMessage());
        }
        return new Found(null, missing(importPath));
    }

    private @Nullable Found inModules(GoModules all, String importPath) throws IOException {
        var main = all.main().folder(importPath);
        if (main != null) {
            return inFolder(importPath, main, all.main().goVersion());
        }
        var copy = all.main().root().resolve("vendor", importPath);
        if (Files.isDirectory(copy)) {
            return inFolder(importPath, copy, vendored.version(importPath, goVersion()));
        }
        var module = all.of(importPath);
        var folder = module == null ? null : module.folder(importPath);
        if (module != null && folder != null) {
            return inFolder(importPath, folder, module.goVersion());
        }
        var why = all.whyMissing(importPath);
        return why == null ? null : new Found(null, why);
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
        if (modules != null) {
            modules.all().forEach(m -> places.add("module " + m.path()));
        }
        if (installation != null) {
            places.add(installation.src().toString());
        }
        gopath.forEach(p -> places.add(p.resolve("src").toString()));
        text.append(" is not in ").append(String.join(", ", places));
        if (importPath.contains(".") && modules != null) {
            text.append(": packages of other modules must lie in the module's folder vendor, where")
                    .append(
                            " go mod vendor puts them, or in a local folder that a replace directive")
                    .append(" of go.mod names");
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

    private Found inFolder(String importPath, Path folder, String goVersion) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new Found(null, "package " + importPath + " is not in " + folder);
        }
        var files = goFiles(folder);
        return files.isEmpty()
                ? new Found(
                        null,
                        (goFiles(folder, true).isEmpty()
                                        ? "no Go files in "
                                        : "no non-test Go files in ")
                                + folder)
                : found(PackageFiles.ofFolder(importPath, files, goVersion));
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
