package org.gorrery.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gorrery.compiler.source.BuildConstraint;

/// One of Go's own test programs that run, and how: the first line that is no build constraint says it (Go's
/// `cmd/internal/testdir`).
///
/// @param name path below the folder `test` of a Go installation
/// @param action `run`, `rundir`, `runindir` or `runoutput`
/// @param args program arguments; first ones that end in `.go` are further files
/// @param settings GODEBUG and the like
record GoTestCase(
        String name,
        String action,
        List<String> flags,
        List<String> args,
        Map<String, String> settings,
        Path path) {
    private static final List<String> FOLDERS =
            List.of(
                    ".",
                    "ken",
                    "chan",
                    "interface",
                    "internal/runtime/sys",
                    "syntax",
                    "dwarf",
                    "fixedbugs",
                    "abi",
                    "typeparam",
                    "typeparam/mdempsky",
                    "arenas",
                    "simd");
    private static final Set<String> RUN =
            Set.of("run", "buildrun", "rundir", "runindir", "runoutput");
    private static final Set<String> WITH_VALUE =
            Set.of("-t", "-goexperiment", "-godebug", "-gomodversion");
    // Of a Go tool chain on linux, as its own tests assume.
    private static final Set<String> TAGS =
            Set.of(
                    "test_run",
                    "goexperiment.regabiwrappers",
                    "goexperiment.regabiargs",
                    "goexperiment.dwarf5",
                    "goexperiment.greenteagc",
                    "goexperiment.randomizedheapbase64");

    /// All that run on linux for an architecture, but those that are named.
    static List<GoTestCase> all(Path root, String goarch, Set<String> leftOut) throws IOException {
        var found = new ArrayList<GoTestCase>();
        for (var folder : FOLDERS) {
            var at = root.resolve(folder).normalize();
            if (!Files.isDirectory(at)) {
                continue;
            }
            try (var entries = Files.list(at)) {
                for (var path : entries.sorted().toList()) {
                    var name = root.relativize(path).toString();
                    if (name.endsWith(".go")
                            && Files.isRegularFile(path)
                            && !leftOut.contains(name)) {
                        add(found, name, path, goarch);
                    }
                }
            }
        }
        return found;
    }

    private static void add(List<GoTestCase> found, String name, Path path, String goarch)
            throws IOException {
        String recipe = "";
        for (var line : Files.readString(path, StandardCharsets.ISO_8859_1).lines().toList()) {
            if (line.startsWith("package ")) {
                break;
            }
            if (line.startsWith("//go:build ")) {
                if (!BuildConstraint.satisfied(
                        line.substring("//go:build ".length()), "linux", goarch, tags(goarch))) {
                    return;
                }
            } else if (recipe.isEmpty() && !line.replace("/", "").isBlank()) {
                recipe = line;
            }
        }
        var parsed = parse(name, path, recipe);
        if (RUN.contains(parsed.action)) {
            found.add(parsed);
        }
    }

    private static Set<String> tags(String goarch) {
        var tags = new java.util.HashSet<>(TAGS);
        tags.add(goarch + ".v1");
        return tags;
    }

    private static GoTestCase parse(String name, Path path, String recipe) {
        var words =
                new ArrayList<>(
                        List.of(
                                recipe.replaceFirst("^//", "")
                                        .replace("\"", "")
                                        .strip()
                                        .split("\\s+", -1)));
        String action = words.removeFirst();
        var flags = new ArrayList<String>();
        var settings = new TreeMap<String, String>();
        while (!words.isEmpty() && words.getFirst().startsWith("-")) {
            String flag = words.removeFirst();
            if (WITH_VALUE.contains(flag)) {
                settings.put(flag.substring(1), words.removeFirst());
            } else {
                flags.add(flag);
            }
        }
        boolean checksFirst = action.equals("errorcheckandrundir") && flags.contains("-0");
        String runs = checksFirst ? "rundir" : action.equals("buildrun") ? "run" : action;
        return new GoTestCase(name, runs, flags, words, settings, path);
    }

    /// The folder of a program of several packages.
    Path folder() {
        return Path.of(path.toString().replaceFirst("\\.go$", ".dir"));
    }

    /// What it prints, byte for byte; mostly nothing.
    String expected() throws IOException {
        var file = Path.of(path.toString().replaceFirst("\\.go$", ".out"));
        return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    }
}
