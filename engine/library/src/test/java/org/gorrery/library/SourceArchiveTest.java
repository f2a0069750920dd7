package org.gorrery.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceArchiveTest {
    private static SourceArchive archive(Path folder, List<String> names) throws IOException {
        var file = folder.resolve("library.jar");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(("text of " + name).getBytes(StandardCharsets.UTF_8));
            }
        }
        return new SourceArchive(file);
    }

    @Test
    void aFolderHasItsOwnGoFilesByNameWithoutTests(@TempDir Path folder) throws IOException {
        var archive =
                archive(
                        folder,
                        List.of(
                                "go/src/b/z.go",
                                "go/src/b/a.go",
                                "go/src/b/a_test.go",
                                "go/src/b/notes.txt",
                                "go/src/b/c/inner.go",
                                "go/src/bb/other.go"));
        var files = archive.files("go/src/b");
        assertEquals(List.of("a.go", "z.go"), List.copyOf(files.keySet()));
        assertEquals(
                "text of go/src/b/z.go", new String(files.get("z.go"), StandardCharsets.UTF_8));
        assertEquals(List.of(), List.copyOf(archive.files("go/src").keySet()));
        assertEquals(List.of(), List.copyOf(archive.files("go/src/none").keySet()));
    }
}
