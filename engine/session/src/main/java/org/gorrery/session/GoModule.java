package org.gorrery.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A module: what its `go.mod` says.
///
/// @param root folder of the `go.mod`
/// @param path module path
/// @param goVersion language version, such as `go1.21`, or empty
record GoModule(Path root, String path, String goVersion) {
    /// The path of the module that a Go installation's own sources make up.
    static final String STD = "std";

    /// The module around a folder; null for none.
    static @Nullable GoModule around(@Nullable Path folder) throws IOException {
        for (var f = folder == null ? null : folder.toAbsolutePath().normalize();
                f != null;
                f = f.getParent()) {
            var mod = f.resolve("go.mod");
            if (Files.isRegularFile(mod)) {
                return read(f, Files.readString(mod));
            }
        }
        return null;
    }

    private static GoModule read(Path root, String mod) {
        String path = "";
        String version = "";
        for (var line : mod.lines().toList()) {
            var words = line.strip().split("\\s+", -1);
            if (words.length >= 2 && words[0].equals("module")) {
                path = words[1].replace("\"", "");
            } else if (words.length >= 2 && words[0].equals("go")) {
                version = "go" + words[1];
            }
        }
        return new GoModule(root, path, version);
    }

    /// The import path of a folder of the module.
    String importPath(Path folder) {
        var below = root.relativize(folder).toString().replace('\\', '/');
        if (path.equals(STD)) {
            return below;
        }
        return below.isEmpty() ? path : path + "/" + below;
    }

    /// The folder of a package of the module; null where the path is not of the module.
    @Nullable Path folder(String importPath) {
        if (path.isEmpty() || path.equals(STD)) {
            return null;
        }
        if (importPath.equals(path)) {
            return root;
        }
        return importPath.startsWith(path + "/")
                ? root.resolve(importPath.substring(path.length() + 1))
                : null;
    }
}
