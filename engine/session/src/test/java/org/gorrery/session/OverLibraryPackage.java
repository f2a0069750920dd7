package org.gorrery.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.ProgramImage;
import org.gorrery.compiler.build.Build;
import org.gorrery.compiler.build.BuildOptions;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.build.PackageFinder;
import org.gorrery.library.LibrarySources;
import org.gorrery.target.Target;
import org.jspecify.annotations.Nullable;

/// A program over a package that counts as one of the library, of which only what a program reaches is parsed and checked.
final class OverLibraryPackage {
    private static final BuildOptions OPTIONS =
            new BuildOptions(Target.LINUX_AMD64, Set.of("gc", "unix", "purego"), "", false, true);

    private final Build build;
    private final List<String> findings;

    /// @param name path and name of the package, which its text begins with
    /// @param main body of the program's main
    OverLibraryPackage(String name, String text, String main) throws IOException {
        var library = SourceFinder.around(new LibrarySources(), null, SourceRoots.NONE);
        var files = new PackageFiles(name, List.of(file(name + ".go", text)), "", true);
        PackageFinder finder =
                (path, from) ->
                        path.equals(name)
                                ? new PackageFinder.Found(files, "")
                                : library.find(path, from);
        build = new Build(finder, OPTIONS);
        var importing = "package main\nimport \"" + name + "\"\nfunc main() { " + main + " }\n";
        var program = new PackageFiles("main", List.of(file("main.go", importing)), "", false);
        findings =
                Engine.findings(build, build.check(program, true)).stream()
                        .map(Compilation.Finding::message)
                        .toList();
    }

    private static FileText file(String name, String text) {
        return new FileText(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /// What was found before any body of the package was asked for.
    List<String> findings() {
        return findings;
    }

    /// Compiles it.
    @Nullable ProgramImage image() {
        return build.image(AddressLayout.of(0, OPTIONS.target()));
    }
}
