package org.gorrery.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where packages are looked for beside our library and the module around the program.
///
/// @param goroot a Go installation, whose sources give the standard packages that we lack; null for none
/// @param gopath folders with sources below `src`, for programs outside modules
public record SourceRoots(@Nullable Path goroot, List<Path> gopath) {
    /// Nowhere else.
    public static final SourceRoots NONE = new SourceRoots(null, List.of());

    /// Copies the list.
    public SourceRoots {
        gopath = List.copyOf(gopath);
    }

    /// What environment variables say: GOROOT or else the installation whose command `go` PATH finds, and GOPATH or else `go` in
    /// the home folder.
    ///
    /// @param goroot what a flag says, which counts more; empty where there is none
    public static SourceRoots of(String goroot, Map<String, String> environment) {
        String go = goroot.isEmpty() ? environment.getOrDefault("GOROOT", "") : goroot;
        if (go.isEmpty()) {
            go = behindCommand(environment.getOrDefault("PATH", ""));
        }
        String path = environment.getOrDefault("GOPATH", "");
        var folders = new ArrayList<Path>();
        if (path.isEmpty()) {
            String home = environment.getOrDefault("HOME", "");
            path = home.isEmpty() ? "" : home + java.io.File.separator + "go";
        }
        for (var part : path.split(java.io.File.pathSeparator, -1)) {
            if (!part.isEmpty()) {
                folders.add(Path.of(part));
            }
        }
        return new SourceRoots(go.isEmpty() ? null : Path.of(go).toAbsolutePath(), folders);
    }

    /// The installation of the first `go` in the folders of PATH; empty for none.
    private static String behindCommand(String path) {
        for (var folder : path.split(java.io.File.pathSeparator, -1)) {
            if (folder.isEmpty()) {
                continue;
            }
            try {
                var command = Path.of(folder, "go").toRealPath();
                var bin = command.getParent();
                var root = bin == null ? null : bin.getParent();
                if (root != null && Files.isDirectory(root.resolve("src/fmt"))) {
                    return root.toString();
                }
            } catch (java.io.IOException | java.nio.file.InvalidPathException e) {
                // no such file: on to the next folder
            }
        }
        return "";
    }

    /// Why the Go installation is none; empty where it is one, or none is named.
    public String problem() {
        if (goroot == null || Files.isDirectory(goroot.resolve("src/fmt"))) {
            return "";
        }
        return "no Go installation in " + goroot + ": it has no folder src/fmt";
    }
}
