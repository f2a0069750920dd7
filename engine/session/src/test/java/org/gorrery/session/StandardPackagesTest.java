package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every package of an installed Go's standard library checks and, but for those that `engine/conformance/std-packages.md` names, compiles.
///
/// `-Dgolden.update=true` writes that page, `-Dstandard.packages` is a pattern for the packages to try.
@Tag("long")
class StandardPackagesTest {
    private static final int TOGETHER = 32;
    private static final Path PAGE = Path.of("../conformance/std-packages.md");

    @TempDir Path folder;

    @Test
    void everyPackageChecksAndCompilesOrIsNamed() throws Exception {
        var go = InstalledGo.required();
        var paths = paths(go);
        var packages = new StandardPackages(go.root());
        assertEquals(Map.of(), packages.check(paths));
        var causes = new TreeMap<String, String>();
        var foreign = new ArrayList<String>();
        for (var path : paths) {
            if (packages.isOurs(path)) {
                causes.putAll(packages.compile(List.of(path)));
            } else {
                foreign.add(path);
            }
        }
        for (int i = 0; i < foreign.size(); i += TOGETHER) {
            var some = foreign.subList(i, Math.min(i + TOGETHER, foreign.size()));
            causes.putAll(packages.compile(some));
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page(go, packages, paths, causes));
        }
        var unnamed = new TreeSet<>(causes.keySet());
        unnamed.removeAll(named());
        assertEquals(
                "",
                unnamed.stream()
                        .map(p -> p + ": " + causes.get(p))
                        .collect(Collectors.joining("\n")));
    }

    private List<String> paths(InstalledGo go) throws IOException, InterruptedException {
        var variables = Map.of("CGO_ENABLED", "0");
        String form = "{{if .GoFiles}}{{.ImportPath}}{{end}}";
        var all = go.go(folder, variables, "list", "-tags", "purego", "-f", form, "std").lines();
        var pattern = System.getProperty("standard.packages", ".*");
        var list =
                all.filter(p -> !p.isEmpty() && !p.equals("unsafe") && p.matches(pattern)).toList();
        assertTrue(!pattern.equals(".*") || list.size() > 300, () -> list.size() + " packages");
        return list;
    }

    private static List<String> named() throws IOException {
        try (var lines = Files.lines(PAGE)) {
            return lines.map(l -> l.split(" *\\| *", -1))
                    .filter(cells -> cells.length > 3 && cells[3].equals("no"))
                    .map(cells -> cells[1])
                    .toList();
        }
    }

    private static String page(
            InstalledGo go,
            StandardPackages packages,
            List<String> paths,
            Map<String, String> causes)
            throws IOException, InterruptedException {
        var text = new StringBuilder("# The standard library of an installed Go\n\n");
        text.append("Written by StandardPackagesTest with ")
                .append(go.go(Path.of("."), Map.of(), "version").strip())
                .append(
                        """
                        , linux/amd64, tag purego, no cgo.

                        A package *checks* among its own kind, with all its bodies. It *compiles* when each of its functions that is not generic gets
                        through lowering and code generation, from its own sources, while what it imports is what a program would get: our library
                        first. Where our library has the package, programs get ours; what is told here is how Go's own fares all the same.

                        """);
        text.append(
                "%d packages, %d compile.\n\n"
                        .formatted(paths.size(), paths.size() - causes.size()));
        text.append(
                "| package | checks | compiles | programs get | cause |\n|---|---|---|---|---|\n");
        for (var path : paths) {
            var cause = causes.get(path);
            text.append(
                    "| %s | yes | %s | %s | %s |\n"
                            .formatted(
                                    path,
                                    cause == null ? "yes" : "no",
                                    packages.isOurs(path) ? "ours" : "Go's",
                                    cause == null ? "" : inOneCell(cause)));
        }
        return text.toString();
    }

    private static String inOneCell(String cause) {
        return cause.replaceAll("\\s+", " ").replace("|", "\\|").replaceAll("/\\S*/src/", "");
    }
}
