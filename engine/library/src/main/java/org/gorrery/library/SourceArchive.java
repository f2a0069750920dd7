package org.gorrery.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/// The Go files in the archive that the library is shipped in, by their folders. Reading them through a file system takes
/// several times as long, which counts where a program has run after half a second.
final class SourceArchive {
    private static final String SUFFIX = ".go";

    private final ZipFile archive;
    private final Map<String, List<String>> names = new HashMap<>();

    SourceArchive(Path file) throws IOException {
        archive = new ZipFile(file.toFile());
        for (var entries = archive.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            if (name.endsWith(SUFFIX)) {
                int slash = name.lastIndexOf('/');
                names.computeIfAbsent(name.substring(0, slash), _ -> new ArrayList<>())
                        .add(name.substring(slash + 1));
            }
        }
    }

    /// The files of a folder by name, tests left out; empty where there is none.
    SortedMap<String, byte[]> files(String folder) {
        var out = new TreeMap<String, byte[]>();
        for (var name : names.getOrDefault(folder, List.of())) {
            if (!name.endsWith("_test.go")) {
                out.put(name, read(folder + "/" + name));
            }
        }
        return out;
    }

    private byte[] read(String name) {
        var entry = archive.getEntry(name);
        try (var in = archive.getInputStream(entry)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name + " of the library", e);
        }
    }
}
