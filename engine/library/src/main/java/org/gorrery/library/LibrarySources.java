package org.gorrery.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The Go sources of our standard library, kept as resources beside this class: `/go/src/<import path>/*.go`.
public final class LibrarySources {
    private static final String ROOT = "/go/src";

    private final URL url;
    private final @Nullable SourceArchive archive;

    // What was read once: a compilation asks for each package several times
    private final Map<String, SortedMap<String, byte[]>> read = new ConcurrentHashMap<>();

    /// Opens the library's sources.
    public LibrarySources() {
        url =
                java.util.Objects.requireNonNull(
                        LibrarySources.class.getResource(ROOT), "library sources");
        try {
            archive =
                    url.openConnection() instanceof JarURLConnection jar
                            ? new SourceArchive(Path.of(jar.getJarFileURL().toURI()))
                            : null;
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the standard library's sources cannot be opened", e);
        }
    }

    private Path root() {
        try {
            return pathOf(url.toURI());
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the standard library's sources cannot be opened", e);
        }
    }

    private static Path pathOf(URI uri) throws IOException {
        if (!uri.getScheme().equals("jar")) {
            return Path.of(uri);
        }
        FileSystem jar;
        try {
            jar = FileSystems.getFileSystem(uri);
        } catch (FileSystemNotFoundException e) {
            jar = FileSystems.newFileSystem(uri, Map.of());
        }
        return jar.getPath(ROOT);
    }

    /// The files of a package by name, tests left out; empty where we lack it.
    public SortedMap<String, byte[]> files(String importPath) {
        return read.computeIfAbsent(
                importPath, path -> Collections.unmodifiableSortedMap(files("src", path)));
    }

    /// The files of a package that stands in for one of an installed Go which our library has no use for.
    public SortedMap<String, byte[]> standIn(String importPath) {
        return files("installed/packages", importPath);
    }

    /// Files whose declarations stand in for those of a package of an installed Go.
    public SortedMap<String, byte[]> declarations(String importPath) {
        return files("installed/declarations", importPath);
    }

    /// Files that stand in, when Go's own tests of a package run on ours, for what those see of the inside of Go's.
    public SortedMap<String, byte[]> insides(String importPath) {
        return files("installed/exports", importPath);
    }

    /// Import paths of all packages of Go's own standard library, whether we have them or not; facts from its listing.
    public List<String> standardPackages() {
        try {
            return Files.readAllLines(root().resolve("../standard-packages.txt").normalize());
        } catch (IOException e) {
            throw new UncheckedIOException("reading the list of standard packages", e);
        }
    }

    private SortedMap<String, byte[]> files(String below, String importPath) {
        if (importPath.isEmpty()) {
            return new TreeMap<>();
        }
        return archive == null
                ? files(root().resolveSibling(below).resolve(importPath))
                : archive.files("go/" + below + "/" + importPath);
    }

    private static SortedMap<String, byte[]> files(Path folder) {
        var out = new TreeMap<String, byte[]>();
        if (!Files.isDirectory(folder)) {
            return out;
        }
        try (var entries = Files.newDirectoryStream(folder, "*.go")) {
            for (var entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (!name.endsWith("_test.go")) {
                    out.put(name, Files.readAllBytes(entry));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading folder " + folder + " of the library", e);
        }
        return out;
    }

    /// Import paths of all packages.
    public List<String> packages() {
        var root = root();
        try (var all = Files.walk(root)) {
            return all.filter(p -> p.toString().endsWith(".go"))
                    .map(p -> root.relativize(p.getParent()).toString().replace('\\', '/'))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("listing the library", e);
        }
    }
}
