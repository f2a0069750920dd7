package org.gorrery.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gorrery.abi.AddressLayout;
import org.gorrery.compiler.build.Build;
import org.gorrery.compiler.build.BuildOptions;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.build.PackageFinder;
import org.gorrery.compiler.source.Diagnostic;
import org.gorrery.library.LibrarySources;
import org.gorrery.target.Target;

/// The packages of an installed Go's standard library through checker, lowering and code generation.
///
/// To be checked, each stands among its own kind. To be compiled, each comes from its own sources (those for an architecture without
/// assembly), every function of it that is not generic, while what it imports is found as for a user's program: ours first.
final class StandardPackages {
    private static final String VENDOR = "vendor/";
    private static final String EMBED = "embed";
    private static final BuildOptions OPTIONS =
            new BuildOptions(Target.LINUX_AMD64, Set.of("gc", "unix", "purego"), "", true, false);
    private static final AddressLayout LAYOUT = AddressLayout.of(0, Target.LINUX_AMD64);

    private final Path src;
    private final LibrarySources library = new LibrarySources();
    private final KeptLibraries kept = new KeptLibraries(library);
    private final SourceFinder finder;
    private final GoInstallation installation;

    StandardPackages(Path root) throws IOException {
        src = root.resolve("src");
        finder = SourceFinder.around(library, null, SourceRoots.of(root.toString(), Map.of()));
        installation = new GoInstallation(src, library);
    }

    /// Whether our library has the package, so that programs get that.
    boolean isOurs(String path) {
        return !library.files(path).isEmpty() || !library.standIn(path).isEmpty();
    }

    private List<FileText> files(String path) throws IOException {
        return SourceFinder.goFiles(src.resolve(path));
    }

    /// What is wrong with the packages among their own kind, by package; nothing for those that check.
    Map<String, String> check(Collection<String> paths) throws IOException {
        var wrong = new TreeMap<String, String>();
        check(paths.stream().filter(p -> !p.equals(EMBED)).toList(), wrong);
        check(paths.stream().filter(p -> p.equals(EMBED)).toList(), wrong); // others see ours
        return wrong;
    }

    private void check(List<String> paths, Map<String, String> wrong) throws IOException {
        if (paths.isEmpty()) {
            return;
        }
        var all = new ArrayList<PackageFiles>();
        for (var path : paths) {
            all.add(new PackageFiles(path, GoInstallation.withoutC(files(path)), "", false));
        }
        var neighbours = new InstalledLibrary(src, library);
        PackageFinder withBodies =
                (path, from) -> {
                    var found = neighbours.find(path, from);
                    var files = found.files();
                    return files == null || path.equals(EMBED) || path.equals("internal/embedded")
                            ? found
                            : new PackageFinder.Found(
                                    new PackageFiles(path, files.files(), "", false), "");
                };
        var build = new Build(withBodies, OPTIONS);
        for (var d : build.check(all, false)) {
            if (d.severity() == Diagnostic.Severity.ERROR) {
                var at = build.sources().position(d.pos());
                var parent = Path.of(at.file()).getParent();
                String path = parent == null ? "" : src.relativize(parent).toString();
                wrong.putIfAbsent(path, at + ": " + d.message());
            }
        }
    }

    /// Why packages do not compile; nothing for those that do. Where some do not, each is tried alone.
    Map<String, String> compile(List<String> paths) throws IOException {
        var failures = new LinkedHashMap<String, String>();
        String why = failure(paths);
        if (!why.isEmpty()) {
            if (paths.size() == 1) {
                failures.put(paths.getFirst(), why);
            } else {
                int half = paths.size() / 2;
                failures.putAll(compile(paths.subList(0, half)));
                failures.putAll(compile(paths.subList(half, paths.size())));
            }
        }
        return failures;
    }

    private static String imported(String path) {
        return path.startsWith(VENDOR) ? path.substring(VENDOR.length()) : path;
    }

    private String failure(List<String> paths) throws IOException {
        var own = new TreeMap<String, PackageFiles>();
        var text = new StringBuilder("package main\n\n");
        for (var path : paths) {
            var folder = src.resolve(path);
            own.put(imported(path), installation.inFolder(imported(path), folder, files(path)));
            text.append("import _ \"").append(imported(path)).append("\"\n");
        }
        text.append("\nfunc main() {}\n");
        PackageFinder found =
                (path, from) -> {
                    var mine = own.get(path);
                    return mine == null
                            ? finder.find(path, from)
                            : new PackageFinder.Found(mine, "");
                };
        var main =
                new PackageFiles(
                        "main",
                        List.of(
                                new FileText(
                                        "main.go",
                                        text.toString().getBytes(StandardCharsets.UTF_8))),
                        "",
                        false);
        var build = new Build(found, OPTIONS, kept.serving(OPTIONS));
        try {
            for (var d : build.check(List.of(main), true)) {
                if (d.severity() == Diagnostic.Severity.ERROR) {
                    return d.message();
                }
            }
            return build.image(LAYOUT, new HashSet<>(own.keySet())) == null
                    ? build.diagnostics().getLast().message()
                    : "";
        } catch (RuntimeException | StackOverflowError e) {
            return e.toString();
        }
    }
}
