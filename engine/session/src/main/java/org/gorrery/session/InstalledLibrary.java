package org.gorrery.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.build.PackageFinder;
import org.gorrery.library.LibrarySources;
import org.jspecify.annotations.Nullable;

/// The standard library of a Go installation as it lies there, for checking one of its own packages: nothing of ours stands in for any of it, but for
/// what makes the values of embedded files.
///
/// @param src its folder of sources
/// @param library has that
record InstalledLibrary(Path src, LibrarySources library) implements PackageFinder {
    /// What `//go:embed` makes its values of, and their type.
    private static final Set<String> OURS = Set.of("embed", "internal/embedded");

    /// The library that `folder` is part of, null where it is part of none.
    static @Nullable InstalledLibrary around(@Nullable Path folder, LibrarySources library)
            throws IOException {
        var module = GoModule.around(folder);
        return module != null && module.path().equals(GoModule.STD)
                ? new InstalledLibrary(module.root(), library)
                : null;
    }

    /// The package whose files lie in `folder`, to be checked with all its bodies.
    PackageFiles own(List<FileText> files, Path folder) {
        String path =
                src.relativize(folder.toAbsolutePath().normalize()).toString().replace('\\', '/');
        return new PackageFiles(path, GoInstallation.withoutC(files), "", false);
    }

    @Override
    public Found find(String importPath, String fromPath) {
        var embedded = EmbedFolder.answer(importPath, fromPath);
        if (embedded != null) {
            return embedded;
        }
        if (OURS.contains(importPath)) {
            var files = new ArrayList<FileText>();
            library.files(importPath)
                    .forEach((name, bytes) ->
                            files.add(new FileText(importPath + "/" + name, bytes)));
            return new Found(new PackageFiles(importPath, files, "", true), "");
        }
        try {
            for (var folder : List.of(src.resolve(importPath), src.resolve("vendor", importPath))) {
                if (Files.isDirectory(folder)) {
                    var files = GoInstallation.withoutC(SourceFinder.goFiles(folder));
                    return new Found(new PackageFiles(importPath, files, "", true), "");
                }
            }
        } catch (IOException e) {
            return new Found(null, "cannot read package " + importPath + ": " + e.getMessage());
        }
        return new Found(null, "package " + importPath + " is not in " + src);
    }
}
