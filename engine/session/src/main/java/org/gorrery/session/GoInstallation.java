package org.gorrery.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gorrery.compiler.build.Changes;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.library.LibrarySources;
import org.jspecify.annotations.Nullable;

/// A Go installation as a source of packages: its `src`, and `src/vendor` for what its packages import from elsewhere.
///
/// @param src its folder of sources
/// @param library has what stands in for parts bound to Go's own runtime
record GoInstallation(Path src, LibrarySources library) {
    private static final Pattern IMPORT_C = Pattern.compile("(?m)^import \"C\"");

    /// A package, or null where there is none.
    @Nullable PackageFiles find(String importPath) throws IOException {
        var standIn = library.standIn(importPath);
        if (!standIn.isEmpty()) {
            return new PackageFiles(
                    importPath, texts("$GOROOT/src/" + importPath + "/", standIn), "", true);
        }
        for (var folder : List.of(src.resolve(importPath), src.resolve("vendor", importPath))) {
            if (Files.isDirectory(folder)) {
                var files = SourceFinder.goFiles(folder);
                if (!files.isEmpty()) {
                    return inFolder(importPath, folder, files);
                }
            }
        }
        return null;
    }

    /// A package of given files in one of its folders.
    PackageFiles inFolder(String importPath, Path folder, List<FileText> files) throws IOException {
        var instead =
                texts("$GOROOT/src/" + importPath + "/gorrery_", library.declarations(importPath));
        var changes = new Changes(true, false, assembly(folder), instead, Set.of());
        return new PackageFiles(importPath, withoutC(files), "", true, changes);
    }

    /// The files that a Go without cgo takes: those that do not import C.
    static List<FileText> withoutC(List<FileText> files) {
        return files.stream()
                .filter(f -> !IMPORT_C.matcher(new String(f.utf8(), StandardCharsets.UTF_8)).find())
                .toList();
    }

    private static List<FileText> texts(String prefix, Map<String, byte[]> files) {
        var out = new ArrayList<FileText>();
        files.forEach((name, bytes) -> out.add(new FileText(prefix + name, bytes)));
        return out;
    }

    private static List<FileText> assembly(Path folder) throws IOException {
        var out = new ArrayList<FileText>();
        try (var entries = Files.newDirectoryStream(folder, "*.s")) {
            for (var p : entries) {
                out.add(new FileText(p.toString(), Files.readAllBytes(p)));
            }
        }
        return out;
    }
}
