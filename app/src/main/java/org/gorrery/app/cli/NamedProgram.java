package org.gorrery.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gorrery.session.Engine;
import org.gorrery.session.RunOptions;
import org.gorrery.session.Source;
import org.gorrery.session.TestUnit;

/// What the arguments of `run` and `check` mean, as the go command takes them: Go files, a folder, the import path of a package, or either
/// with `...` for all packages below. The files may lie in several directories, which the go command refuses: what is generated elsewhere
/// need not be copied. Source: `go help run`, `go help packages`.
///
/// @param engine finds packages
/// @param here what relative paths start from
/// @param options where packages may lie, and which files a build takes
record NamedProgram(Engine engine, Path here, RunOptions options) {
    private static final String ALL = "...";

    /// Arguments that mean nothing that can be compiled, for the user.
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;

        Unfit(String message) {
            super(message);
        }
    }

    /// The program that `run` is given.
    Source program(Source source) throws Unfit, IOException {
        if (!(source instanceof Source.Files files)) {
            return source;
        }
        var tests = files.paths().stream().filter(p -> p.toString().endsWith("_test.go")).toList();
        if (!tests.isEmpty()) {
            throw new Unfit("cannot run *_test.go files (" + tests.getFirst() + ")");
        }
        if (isCode(files)) {
            return files;
        }
        String pattern = pattern(files);
        boolean several = isPattern(files);
        var found = new ArrayList<TestUnit>();
        for (var unit : units(pattern)) {
            if (!several || engine.isProgram(unit, options)) {
                found.add(unit);
            }
        }
        if (found.isEmpty()) {
            throw new Unfit(pattern + " matched no main packages");
        }
        if (found.size() > 1) {
            var names = found.stream().map(u -> "\n\t" + u.importPath()).toList();
            throw new Unfit(
                    "pattern " + pattern + " matches multiple packages:" + String.join("", names));
        }
        return folder(found.getFirst());
    }

    /// The packages that an argument of `check` means; those of tests alone only where they are named.
    List<Source> packages(Source source) throws Unfit, IOException {
        if (!(source instanceof Source.Files files) || isCode(files)) {
            return List.of(source);
        }
        var sources = new ArrayList<Source>();
        for (var unit : units(pattern(files))) {
            if (!isPattern(files) || engine.hasCode(unit)) {
                sources.add(folder(unit));
            }
        }
        if (sources.isEmpty()) {
            throw new Unfit(pattern(files) + " matched no packages");
        }
        return sources;
    }

    /// Whether these are files or a folder, with nothing to look for.
    private boolean isCode(Source.Files files) {
        var first = files.paths().getFirst();
        return Files.isDirectory(here.resolve(first))
                || Files.isRegularFile(here.resolve(first))
                || first.toString().endsWith(".go");
    }

    static boolean isPattern(Source source) {
        return source instanceof Source.Files files && files.paths().getFirst().endsWith(ALL);
    }

    private static String pattern(Source.Files files) {
        return files.paths().getFirst().toString().replace('\\', '/');
    }

    private List<TestUnit> units(String pattern) throws IOException {
        return engine.tests(List.of(pattern), here, options.roots());
    }

    private Source folder(TestUnit unit) throws Unfit {
        var folder = unit.folder();
        if (folder == null) {
            throw new Unfit(unit.problem());
        }
        return new Source.Files(
                List.of(folder.startsWith(here) ? here.relativize(folder) : folder));
    }
}
