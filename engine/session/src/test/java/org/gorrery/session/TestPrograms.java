package org.gorrery.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;

/// The Go programs of the repository that tests run and whose output they compare with what Go prints, each as a package to check.
final class TestPrograms {
    private static final List<String> FOLDERS =
            List.of(
                    "engine/session/src/test/resources/go",
                    "engine/library/src/test/resources/go",
                    "sample-programs/programs");
    private static final String TEST_MODULE = "app/src/test/resources/go-test";

    private TestPrograms() {}

    static List<PackageFiles> all() throws IOException {
        var out = new ArrayList<PackageFiles>();
        for (var f : FOLDERS) {
            programs(GoRunner.root().resolve(f), out);
        }
        for (var recorded : list(GoRunner.root().resolve(TEST_MODULE))) {
            if (recorded.toString().endsWith(".want")) {
                tested(recorded, out);
            }
        }
        return out;
    }

    private static void programs(Path folder, List<PackageFiles> out) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var p : all.filter(TestPrograms::isCompared).sorted().toList()) {
                out.add(
                        new PackageFiles(
                                "program/" + GoRunner.root().relativize(p), text(p), "", false));
            }
        }
    }

    private static List<FileText> text(Path program) throws IOException {
        return List.of(new FileText(program.toString(), Files.readAllBytes(program)));
    }

    private static boolean isCompared(Path p) {
        String name = p.toString();
        if (!name.endsWith(".go")) {
            return false;
        }
        String base = name.substring(0, name.length() - ".go".length());
        boolean corner = p.getParent().endsWith("corners") || p.getParent().endsWith("corners386");
        return Files.exists(Path.of(base + ".out"))
                || corner && Files.exists(Path.of(base + ".want"));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    /// The package that a recorded `gorrery test` names in its first line, and the tests outside it.
    private static void tested(Path recorded, List<PackageFiles> out) throws IOException {
        try (var lines = Files.lines(recorded)) {
            String name = lines.findFirst().orElseThrow().split(" ")[0];
            var folder = recorded.resolveSibling(name);
            String path = "example.com/m/" + name;
            if (name.equals(".") || out.stream().anyMatch(p -> p.path().equals(path))) {
                return;
            }
            var inside = new ArrayList<>(SourceFinder.goFiles(folder));
            var outside = new ArrayList<FileText>();
            for (var f : SourceFinder.goFiles(folder, true)) {
                boolean external =
                        new String(f.utf8(), java.nio.charset.StandardCharsets.UTF_8)
                                .lines()
                                .anyMatch(l -> l.matches("package \\w+_test"));
                (external ? outside : inside).add(f);
            }
            if (!inside.isEmpty()) {
                out.add(new PackageFiles(path, inside, "", false));
            }
            if (!outside.isEmpty()) {
                out.add(new PackageFiles(path + "_test", outside, "", false));
            }
        }
    }
}
