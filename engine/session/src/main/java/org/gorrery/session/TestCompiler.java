package org.gorrery.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gorrery.compiler.build.Build;
import org.gorrery.compiler.build.BuildOptions;
import org.gorrery.compiler.build.Changes;
import org.gorrery.compiler.build.FileChoice;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.build.PackageFinder;
import org.gorrery.compiler.build.TestPackage;
import org.gorrery.compiler.source.Diagnostic;
import org.gorrery.library.LibrarySources;
import org.jspecify.annotations.Nullable;

/// Compiles a package together with its tests: the package with the test files that belong to it, the package of the tests outside it, and a
/// program that runs them all. Whatever imports the package gets it with its tests.
final class TestCompiler {
    private static final int MOST_ROUNDS = 40;

    private final TestUnit unit;
    private final TestRequest request;
    private final BuildOptions options;
    private final SourceFinder finder;
    private final Path folder;
    private final LibrarySources library;
    private final KeptLibraries kept;
    private final @Nullable ImageCache cache;
    private final Map<Changes.Place, Compilation.Finding> leftOut = new LinkedHashMap<>();
    private final FaultyPackages packages;

    TestCompiler(
            LibrarySources library,
            TestUnit unit,
            TestRequest request,
            BuildOptions options,
            SourceRoots roots,
            KeptLibraries kept,
            @Nullable ImageCache cache)
            throws IOException {
        this.library = library;
        this.kept = kept;
        this.cache = cache;
        this.unit = unit;
        this.request = request;
        this.options = options;
        this.packages = new FaultyPackages(unit.importPath());
        this.folder = java.util.Objects.requireNonNull(unit.folder());
        this.finder = SourceFinder.around(library, folder, roots);
    }

    TestCompilation compile() throws IOException {
        var tests = files(true);
        var own = ownFiles();
        if (tests.isEmpty()) {
            return withoutTests(own);
        }
        var sorted = TestPackage.of(own, tests, options);
        if (!sorted.hasTests()) {
            return withoutTests(own);
        }
        if (!sorted.problems().isEmpty()) {
            return failed(sorted.problems());
        }
        packages.learn(unit.importPath(), own, sorted);
        boolean installed = own.changes().installed();
        boolean bound = installed && !sorted.bodiless().isEmpty();
        var library = finder.oursTested(unit.importPath());
        boolean ours = (request.ours() || bound) && installed && !library.files().isEmpty();
        return withSettings(compile(ours ? library : own, sorted, ours), own, sorted);
    }

    /// A package without tests has to compile all the same; those of an installed Go do.
    private TestCompilation withoutTests(PackageFiles own) {
        if (!finder.problem().isEmpty()) {
            return failed(List.of(finder.problem()));
        }
        var files =
                unit.files().isEmpty()
                        ? PackageFiles.ofFolder(own.path(), own.files(), own.goVersion())
                        : PackageFiles.named(own.path(), own.files(), own.goVersion());
        if (own.changes().installed() || new FileChoice(options).of(files).isEmpty()) {
            return new TestCompilation.NoTests();
        }
        packages.learn(files);
        var build = new Build(learning(), options, kept.serving(options));
        var found = build.check(List.of(files), false);
        return found.stream().anyMatch(d -> d.severity() == Diagnostic.Severity.ERROR)
                ? new TestCompilation.Failed(packages.sorted(Engine.findings(build, found)))
                : new TestCompilation.NoTests();
    }

    /// Finds packages, and learns whose files they are.
    private PackageFinder learning() {
        return new PackageFinder() {
            @Override
            public Found find(String importPath, String fromPath) {
                var found = finder.find(importPath, fromPath);
                packages.learn(found.files());
                return found;
            }

            @Override
            public String refusal(String importPath, String fromPath) {
                return finder.refusal(importPath, fromPath);
            }
        };
    }

    /// The tests run with the settings that module, package and test files bring.
    private TestCompilation withSettings(
            TestCompilation compiled, PackageFiles own, TestPackage tests) {
        if (!(compiled instanceof TestCompilation.Ready r)) {
            return compiled;
        }
        var all = new ArrayList<>(own.files());
        all.addAll(tests.inside());
        all.addAll(tests.outside());
        var files =
                new PackageFiles(own.path(), all, own.goVersion(), own.library(), own.changes());
        var program =
                GodebugDefaults.bringing(
                        r.program(), files, new FileChoice(options), finder.module());
        return new TestCompilation.Ready(program, r.leftOut(), r.ours(), r.functions());
    }

    private TestCompilation failed(List<String> problems) {
        return new TestCompilation.Failed(
                packages.sorted(
                        problems.stream()
                                .map(p -> new Compilation.Finding("", 0, 0, "INPUT", false, p))
                                .toList()));
    }

    private List<FileText> files(boolean tests) throws IOException {
        if (unit.files().isEmpty()) {
            return SourceFinder.goFiles(folder, tests);
        }
        var out = new ArrayList<FileText>();
        for (var f : unit.files()) {
            if (f.toString().endsWith("_test.go") == tests) {
                out.add(new FileText(f.toString(), Files.readAllBytes(f)));
            }
        }
        return out;
    }

    private PackageFiles ownFiles() throws IOException {
        var files = files(false);
        var installation = finder.installation();
        return installation != null && folder.startsWith(installation.src())
                ? installation.inFolder(unit.importPath(), folder, files)
                : new PackageFiles(unit.importPath(), files, finder.goVersion(), false);
    }

    /// Compiles; leaves out what does not compile where that is wanted, until the rest does.
    private TestCompilation compile(PackageFiles own, TestPackage tests, boolean ours) {
        boolean partial = request.partial() || ours;
        var starts = new HashMap<String, TreeSet<Integer>>();
        for (int round = 0; ; round++) {
            var without = Set.copyOf(leftOut.keySet());
            var left = tests.without(without);
            var how = options(partial);
            var asked = finder(own, left, without);
            var main = main(left);
            // What does not compile is told by a compilation only
            boolean whole = round == 0 && cache != null;
            if (whole) {
                var program = cached(main, asked, how);
                if (program != null) {
                    return new TestCompilation.Ready(program, List.of(), ours, runnable(left));
                }
            }
            var recorded = recorded(asked);
            var build = new Build(recorded, how, kept.serving(how));
            var found = build.check(main, true);
            if (found.stream().noneMatch(d -> d.severity() == Diagnostic.Severity.ERROR)) {
                var program = new CompiledProgram(() -> build, options.target(), List.of(), null);
                return switch (program.ready()) {
                    case Compilation.Failed f ->
                            new TestCompilation.Failed(packages.sorted(f.findings()));
                    case Compilation.Ready r -> {
                        if (whole) {
                            keep(main, how, recorded, program);
                        }
                        yield new TestCompilation.Ready(
                                r.program(), leftOut(tests), ours, runnable(left));
                    }
                };
            }
            if (!partial || round == MOST_ROUNDS || !leaveOut(build, found, tests, starts)) {
                return new TestCompilation.Failed(packages.sorted(Engine.findings(build, found)));
            }
        }
    }

    /// The package under test is no part of the library for its tests, even where it is the library's.
    private RecordedFinder recorded(PackageFinder asked) {
        return new RecordedFinder(
                asked, path -> !path.equals(unit.importPath()) && !library.files(path).isEmpty());
    }

    private Compilation.@Nullable Program cached(
            PackageFiles main, PackageFinder asked, BuildOptions how) {
        var images = java.util.Objects.requireNonNull(cache);
        var entry = images.find(images.key(List.of(main), how), asked);
        return entry == null
                ? null
                : new CompiledProgram(
                        () -> checkedAgain(main, asked, how),
                        options.target(),
                        entry.findings(),
                        entry.image());
    }

    private Build checkedAgain(PackageFiles main, PackageFinder asked, BuildOptions how) {
        var build = new Build(asked, how, kept.serving(how));
        build.check(main, true);
        return build;
    }

    private void keep(
            PackageFiles main, BuildOptions how, RecordedFinder recorded, CompiledProgram program) {
        var images = java.util.Objects.requireNonNull(cache);
        images.store(
                images.key(List.of(main), how),
                new ImageCache.Entry(List.of(), recorded.questions(), program.firstImage()));
    }

    private static int runnable(TestPackage tests) {
        return (int)
                tests.functions().stream()
                        .filter(f ->
                                f.kind() != TestPackage.Kind.MAIN
                                        && f.kind() != TestPackage.Kind.BENCHMARK)
                        .count();
    }

    private BuildOptions options(boolean allErrors) {
        return new BuildOptions(
                options.target(),
                options.tags(),
                options.goVersion(),
                allErrors,
                options.bodiesRequired());
    }

    private PackageFiles main(TestPackage tests) {
        var text = tests.mainText(unit.importPath(), request.profiles());
        var file = new FileText("_testmain.go", text.getBytes(StandardCharsets.UTF_8));
        return new PackageFiles("main", List.of(file), "", false);
    }

    private PackageFinder finder(PackageFiles own, TestPackage tests, Set<Changes.Place> without) {
        var files = new ArrayList<>(own.files());
        files.addAll(tests.inside());
        var changes = own.changes().testedWithout(without);
        var tested = new PackageFiles(own.path(), files, own.goVersion(), own.library(), changes);
        var outside =
                new PackageFiles(
                        own.path() + "_test",
                        tests.outside(),
                        own.goVersion(),
                        own.library(),
                        new Changes(
                                own.changes().installed() || own.library(),
                                true,
                                own.changes().assembly(),
                                List.of(),
                                without));
        return (path, from) -> {
            if (path.equals(tested.path())) {
                return new PackageFinder.Found(tested, "");
            }
            if (path.equals(outside.path())) {
                return new PackageFinder.Found(outside, "");
            }
            var found = finder.find(path, from);
            packages.learn(found.files());
            return found;
        };
    }

    /// Adds the declarations of test files in which errors lie to those left out.
    ///
    /// @return false where no error lies in one that was still there
    private boolean leaveOut(
            Build build,
            List<Diagnostic> found,
            TestPackage tests,
            Map<String, TreeSet<Integer>> starts) {
        var files = new HashMap<String, FileText>();
        tests.inside().forEach(f -> files.put(f.name(), f));
        tests.outside().forEach(f -> files.put(f.name(), f));
        boolean more = false;
        for (var d : found) {
            var at = build.sources().position(d.pos());
            var file = files.get(at.file());
            if (file == null || d.severity() != Diagnostic.Severity.ERROR) {
                continue;
            }
            var places =
                    starts.computeIfAbsent(
                            at.file(), f -> new TreeSet<>(TestPackage.declarations(file)));
            Integer start = places.floor(at.offset());
            if (start != null) {
                var place = new Changes.Place(at.file(), start);
                more |=
                        leftOut.putIfAbsent(place, Compilation.Finding.of(build.sources(), d))
                                == null;
            }
        }
        return more;
    }

    private List<TestCompilation.LeftOut> leftOut(TestPackage tests) {
        var names = new HashMap<Changes.Place, String>();
        for (var f : tests.functions()) {
            names.put(f.place(), f.name());
        }
        var out = new ArrayList<TestCompilation.LeftOut>();
        leftOut.forEach((place, fault) ->
                out.add(new TestCompilation.LeftOut(names.getOrDefault(place, ""), fault)));
        return out;
    }
}
