package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A package of a Go installation's own library, here made by hand, is checked against its neighbours, not against ours.
class InstalledLibraryCheckTest {
    @Test
    void theInstallationsOwnPackagesAreImported(@TempDir Path src) throws IOException {
        Files.writeString(src.resolve("go.mod"), "module std\n\ngo 1.26\n");
        Files.createDirectories(src.resolve("strings"));
        Files.createDirectories(src.resolve("vendor/golang.org/x/y"));
        Files.createDirectories(src.resolve("text/it"));
        Files.writeString(src.resolve("strings/s.go"), "package strings\n\nconst OnlyThere = 1\n");
        Files.writeString(src.resolve("vendor/golang.org/x/y/y.go"), "package y\n\nvar V int\n");
        var it = src.resolve("text/it");
        Files.writeString(
                it.resolve("it.go"),
                "package it\n\nimport (\n\t\"golang.org/x/y\"\n\t\"strings\"\n)\n\nvar _ = strings.OnlyThere + y.V\nvar _ = strings.Nowhere\n");
        var found =
                new Engine()
                        .check(
                                new Source.Files(List.of(it)),
                                RunOptions.DEFAULT,
                                CheckRules.WITH_WARNINGS);
        assertEquals(
                List.of(it.resolve("it.go") + ":9:17: undefined: strings.Nowhere"),
                found.stream().map(Object::toString).toList());
    }
}
