package org.gorrery.session;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.build.PackageFinder;
import org.gorrery.library.LibrarySources;
import org.jspecify.annotations.Nullable;

/// Finds packages: our library first, then the module around the program.
final class SourceFinder implements PackageFinder {
    private final LibrarySources library;
    private final @Nullable Path moduleRoot;
    private final String modulePath;
    private final String goVersion;

    private SourceFinder(
            LibrarySources library,
            @Nullable Path moduleRoot,
            String modulePath,
            String goVersion) {
        this.library = library;
        this.moduleRoot = moduleRoot;
        this.modulePath = modulePath;
        this.goVersion = goVersion;
    }

    /// A finder for a program that lies in `folder` (null: from an editor).
    static SourceFinder around(LibrarySources library, @Nullable Path folder) throws IOException {
        for (var f = folder == null ? null : folder.toAbsolutePath().normalize();
                f != null;
                f = f.getParent()) {
            var mod = f.resolve("go.mod");
            if (Files.isRegularFile(mod)) {
                return ofModule(library, f, Files.readString(mod));
            }
        }
        return new SourceFinder(library, null, "", "");
    }

    private static SourceFinder ofModule(LibrarySources library, Path root, String mod) {
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
        return new SourceFinder(library, root, path, version);
    }

    /// Language version of the module, such as `go1.21`, or empty.
    String goVersion() {
        return goVersion;
    }

    @Override
    public Found find(String importPath, String fromPath) {
        var embedded = EmbedFolder.answer(importPath, fromPath);
        if (embedded != null) {
            return embedded;
        }
        var own = library.files(importPath);
        if (!own.isEmpty()) {
            var files = new ArrayList<FileText>();
            own.forEach((name, bytes) ->
                    files.add(new FileText("$GOROOT/src/" + importPath + "/" + name, bytes)));
            return new Found(new PackageFiles(importPath, files, "", true), "");
        }
        if (moduleRoot != null
                && !modulePath.isEmpty()
                && (importPath.equals(modulePath) || importPath.startsWith(modulePath + "/"))) {
            var folder =
                    moduleRoot.resolve(
                            importPath.equals(modulePath)
                                    ? ""
                                    : importPath.substring(modulePath.length() + 1));
            return inFolder(importPath, folder);
        }
        boolean standard = !importPath.contains(".");
        String where = moduleRoot == null ? "" : " or module " + modulePath;
        return new Found(
                null,
                standard
                        ? "package " + importPath + " is not in our standard library" + where
                        : "no required module provides package "
                                + importPath
                                + ": only the standard library"
                                + where
                                + " can be imported");
    }

    private Found inFolder(String importPath, Path folder) {
        if (!Files.isDirectory(folder)) {
            return new Found(null, "package " + importPath + " is not in " + folder);
        }
        try {
            var files = goFiles(folder);
            return files.isEmpty()
                    ? new Found(null, "no Go files in " + folder)
                    : new Found(new PackageFiles(importPath, files, goVersion, false), "");
        } catch (IOException e) {
            return new Found(null, "cannot read " + folder + ": " + e.getMessage());
        }
    }

    /// The Go files of a folder, tests left out, by name.
    static List<FileText> goFiles(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            var out = new ArrayList<FileText>();
            for (var p : entries.sorted().toList()) {
                String name = String.valueOf(p.getFileName());
                if (name.endsWith(".go")
                        && !name.endsWith("_test.go")
                        && !name.startsWith("_")
                        && !name.startsWith(".")) {
                    out.add(new FileText(p.toString(), Files.readAllBytes(p)));
                }
            }
            return out;
        }
    }

    /// Whether the bytes are UTF-8.
    static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
