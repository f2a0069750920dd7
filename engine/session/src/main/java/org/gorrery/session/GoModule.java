package org.gorrery.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gorrery.compiler.source.BuildConstraint;
import org.jspecify.annotations.Nullable;

/// A module: what its `go.mod` says.
///
/// @param root folder of the `go.mod`
/// @param path by which its packages are imported
/// @param file what the file says
record GoModule(Path root, String path, GoModFile file) {
    /// The path of the module that a Go installation's own sources make up.
    static final String STD = "std";

    /// What holds where no line says it. Source: Go Modules Reference, "go directive".
    private static final String OLDEST = "go1.16";

    /// The module around a folder; null for none.
    static @Nullable GoModule around(@Nullable Path folder) throws IOException {
        for (var f = folder == null ? null : folder.toAbsolutePath().normalize();
                f != null;
                f = f.getParent()) {
            var mod = f.resolve("go.mod");
            if (Files.isRegularFile(mod)) {
                return in(f);
            }
        }
        return null;
    }

    /// The module of a folder with a `go.mod`.
    static GoModule in(Path root) throws IOException {
        var file = GoModFile.parse(Files.readString(root.resolve("go.mod")));
        return new GoModule(root, file.module(), file);
    }

    /// The same, imported by another path.
    GoModule as(String importedBy) {
        return new GoModule(root, importedBy, file);
    }

    /// Language version, such as `go1.21`.
    String goVersion() {
        return file.goVersion().isEmpty() ? OLDEST : file.goVersion();
    }

    /// Why the module cannot be built, or empty.
    String problem() {
        var mod = root.resolve("go.mod");
        if (!file.problems().isEmpty()) {
            return file.problemText(mod);
        }
        String wanted = file.goVersion();
        int dot = wanted.indexOf('.', "go1.".length());
        int minor =
                wanted.startsWith("go1.")
                        ? BuildConstraint.minor(
                                (dot < 0 ? wanted : wanted.substring(0, dot))
                                        .replaceFirst("[a-z]+\\d*$", ""))
                        : 0;
        return minor > BuildConstraint.GO_MINOR || wanted.matches("go([2-9]|1\\d).*")
                ? mod
                        + " requires go >= "
                        + wanted.substring(2)
                        + " (Gorrery knows Go up to 1."
                        + BuildConstraint.GO_MINOR
                        + ")"
                : "";
    }

    /// The import path of a folder of the module.
    String importPath(Path folder) {
        var below = root.relativize(folder).toString().replace('\\', '/');
        if (path.equals(STD)) {
            return below;
        }
        return below.isEmpty() ? path : path + "/" + below;
    }

    /// The folder of a package of the module; null where the path is not of the module, or the folder is of another module.
    @Nullable Path folder(String importPath) {
        if (path.isEmpty() || path.equals(STD)) {
            return null;
        }
        if (importPath.equals(path)) {
            return root;
        }
        if (!importPath.startsWith(path + "/")) {
            return null;
        }
        var folder = root.resolve(importPath.substring(path.length() + 1));
        for (Path f = folder; f != null && !f.equals(root); f = f.getParent()) {
            if (Files.isRegularFile(f.resolve("go.mod"))) {
                return null;
            }
        }
        return folder;
    }
}
