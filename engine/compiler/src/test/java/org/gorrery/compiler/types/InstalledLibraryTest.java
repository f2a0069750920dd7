package org.gorrery.compiler.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every package of an installed Go's standard library checks without a diagnostic, bodies included: tag purego, no cgo, linux/amd64.
@Tag("long")
class InstalledLibraryTest {
    @Test
    void everyPackageOfTheStandardLibraryChecks() throws IOException {
        var root = root();
        assumeTrue(root.isPresent(), "no Go installation on the PATH");
        var src = root.get().resolve("src");
        var sources = new SourceSet();
        var importer = new SourceImporter(src, new Types(Target.LINUX_AMD64), sources, true);
        var refused = new ArrayList<String>();
        int packages = 0;
        for (var path : paths(src)) {
            if (SourceImporter.goFiles(src.resolve(path)).isEmpty()) {
                continue;
            }
            packages++;
            var loaded = importer.load(path, new GoPackage("main", "main"));
            if (loaded.checked() == null) {
                refused.add(path + ": " + loaded.problem());
            }
        }
        importer.diagnostics
                .sorted()
                .forEach(d -> refused.add(sources.position(d.pos()) + ": " + d.message()));
        refused.addAll(importer.audit);
        assertEquals(List.of(), refused);
        int checked = packages;
        assertTrue(checked > 250, () -> checked + " packages");
    }

    private static List<String> paths(Path src) throws IOException {
        try (var all = Files.walk(src)) {
            return all.filter(Files::isDirectory)
                    .map(d -> src.relativize(d).toString())
                    .filter(p -> !p.isEmpty() && !p.matches("(cmd|vendor|builtin)(/.*)?"))
                    .filter(p -> !p.contains("testdata") && !p.matches("(.*/)?[_.].*"))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Path> root() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(dir -> Path.of(dir, "go"))
                .filter(Files::isExecutable)
                .findFirst()
                .flatMap(go -> {
                    try {
                        return Optional.of(go.toRealPath().resolveSibling("../").normalize());
                    } catch (IOException e) {
                        return Optional.empty();
                    }
                })
                .filter(r -> Files.isDirectory(r.resolve("src/fmt")));
    }
}
