package org.gorrery.compiler.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.NodeIds;
import org.gorrery.compiler.syntax.Parser;

/// The test files of a package, sorted: those of the package itself and those of the package `…_test` outside it, and what there is to run.
///
/// @param inside test files that belong to the package
/// @param outside test files of the package around it
/// @param functions tests, benchmarks, fuzz tests, and examples that say what they print, in source order
/// @param problems functions with the name of a test and another signature, as `file:line:col: message`
/// @param files how many files the package has beside the tests
/// @param bodiless functions of the package's other files without body
public record TestPackage(
        List<FileText> inside,
        List<FileText> outside,
        List<Function> functions,
        List<String> problems,
        int files,
        List<String> bodiless) {
    // the files are only looked through
    private static final PackageFinder NOBODY = (path, from) -> new PackageFinder.Found(null, "");

    /// Copies the lists.
    public TestPackage {
        inside = List.copyOf(inside);
        outside = List.copyOf(outside);
        functions = List.copyOf(functions);
        problems = List.copyOf(problems);
        bodiless = List.copyOf(bodiless);
    }

    /// What a function of a test file is.
    public enum Kind {
        /// `func TestX(t *testing.T)`.
        TEST,
        /// `func BenchmarkX(b *testing.B)`.
        BENCHMARK,
        /// `func FuzzX(f *testing.F)`.
        FUZZ,
        /// `func ExampleX()` with a comment that says what it prints.
        EXAMPLE,
        /// `func TestMain(m *testing.M)`.
        MAIN
    }

    /// Something to run.
    ///
    /// @param outside whether it is of the package around the tested one
    /// @param place where it is declared
    /// @param output what an example is to print
    /// @param unordered whether its lines may come in any order
    public record Function(
            Kind kind,
            String name,
            boolean outside,
            Changes.Place place,
            String output,
            boolean unordered) {}

    /// Sorts test files.
    ///
    /// @param files the package without its tests
    /// @param tests files that end in `_test.go`
    public static TestPackage of(PackageFiles files, List<FileText> tests, BuildOptions options) {
        var sources = new SourceSet();
        var parser = new PackageParser(NOBODY, options, sources);
        var inside = new ArrayList<FileText>();
        var outside = new ArrayList<FileText>();
        var found = new ArrayList<Function>();
        var problems = new ArrayList<String>();
        for (var file : tests) {
            var alone = new PackageFiles(files.path(), List.of(file), "", false, marked(files));
            var trees = parser.parse(alone, new NodeIds(), false, new Diagnostics());
            if (trees.isEmpty()) {
                continue;
            }
            var tree = trees.getFirst();
            boolean external = tree.packageName().text().endsWith("_test");
            (external ? outside : inside).add(file);
            var functions = new TestFunctions(sources, tree, file, external);
            found.addAll(functions.found());
            problems.addAll(functions.problems());
        }
        found.sort((a, b) -> Boolean.compare(a.outside(), b.outside()));
        var own = parser.parse(files, new NodeIds(), false, new Diagnostics());
        return new TestPackage(
                inside, outside, found, problems, own.size(), InstalledSources.bodiless(own));
    }

    /// The file's constraints count even where it is the only one.
    private static Changes marked(PackageFiles files) {
        var c = files.changes();
        return new Changes(true, true, c.assembly(), List.of(), c.without());
    }

    /// Where the declarations of a file start, in order.
    public static List<Integer> declarations(FileText file) {
        var sources = new SourceSet();
        int base = sources.add(file.name(), file.utf8());
        var tree = Parser.parse(sources, base, new NodeIds(), new Diagnostics());
        return tree.decls().stream().map(d -> d.pos() - base).toList();
    }

    /// Whether there are test files.
    public boolean hasTests() {
        return !inside.isEmpty() || !outside.isEmpty();
    }

    /// The same without the functions at some places.
    public TestPackage without(Set<Changes.Place> places) {
        var left = functions.stream().filter(f -> !places.contains(f.place())).toList();
        return new TestPackage(inside, outside, left, problems, files, bodiless);
    }

    /// The program that runs the tests.
    ///
    /// @param path import path of the tested package
    /// @param profiles whether it must be able to write profiles
    public String mainText(String path, boolean profiles) {
        return TestMain.text(this, path, profiles);
    }
}
