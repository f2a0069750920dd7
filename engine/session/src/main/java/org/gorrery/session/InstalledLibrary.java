package org.gorrery.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.build.PackageFinder;
import org.jspecify.annotations.Nullable;

/// The standard library of a Go installation as it lies there, for checking one of its own packages: nothing of ours stands in for any of it.
///
/// @param src its folder of sources
record InstalledLibrary(Path src) implements PackageFinder {
    /// The library that `folder` is part of, null where it is part of none.
    static @Nullable InstalledLibrary around(@Nullable Path folder) throws IOException {
        var module = GoModule.around(folder);
        return module != null && module.path().equals(GoModule.STD)
                ? new InstalledLibrary(module.root())
                : null;
    }

    /// The package whose files lie in `folder`, to be checked with all its bodies.
    PackageFiles own(List<FileText> files, Path folder) {
        String path =
                src.relativize(folder.toAbsolutePath().normalize()).toString().replace('\\', '/');
        return new PackageFiles(path, files, "", false);
    }

    @Override
    public Found find(String importPath, String fromPath) {
        try {
            for (var folder : List.of(src.resolve(importPath), src.resolve("vendor", importPath))) {
                if (Files.isDirectory(folder)) {
                    var files = SourceFinder.goFiles(folder);
                    return new Found(new PackageFiles(importPath, files, "", true), "");
                }
            }
        } catch (IOException e) {
            return new Found(null, "cannot read package " + importPath + ": " + e.getMessage());
        }
        return new Found(null, "package " + importPath + " is not in " + src);
    }
}
