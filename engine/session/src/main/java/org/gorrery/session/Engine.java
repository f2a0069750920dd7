package org.gorrery.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gorrery.abi.AddressLayout;
import org.gorrery.compiler.build.Build;
import org.gorrery.compiler.build.BuildOptions;
import org.gorrery.compiler.build.FileChoice;
import org.gorrery.compiler.build.FileHeader;
import org.gorrery.compiler.build.FileText;
import org.gorrery.compiler.build.PackageFiles;
import org.gorrery.compiler.build.PackageFinder;
import org.gorrery.compiler.source.DeepStack;
import org.gorrery.compiler.source.Diagnostic;
import org.gorrery.library.LibrarySources;
import org.gorrery.runtime.memory.AddressSpace;
import org.jspecify.annotations.Nullable;

/// The way in: compiles Go source for a run.
///
/// Safe for use by several threads; each compilation is independent.
public final class Engine {
    private static final long CACHE_BYTES = 512L << 20;

    private final LibrarySources library = new LibrarySources();
    private final @Nullable ImageCache cache;
    private final KeptLibraries kept = new KeptLibraries(library);
    private final AtomicBoolean prepared = new AtomicBoolean();

    /// An engine that compiles anew each time.
    public Engine() {
        this(null);
    }

    /// @param cache where programs that were run are kept
    Engine(@Nullable ImageCache cache) {
        this.cache = cache;
    }

    /// An engine that keeps compiled programs in a folder of the user's (at most 512 MB) once they were run, and looks there first.
    ///
    /// Where the engine itself does not lie in archives, nothing is kept: its own change could not be seen.
    public static Engine withCache(Path folder) {
        return EngineBuildId.find()
                .map(id -> new Engine(new ImageCache(folder, id, CACHE_BYTES)))
                .orElseGet(Engine::new);
    }

    /// An engine that keeps compiled programs in a folder that nobody uses after this process: the engine itself cannot change meanwhile.
    public static Engine withOwnCache(Path folder) {
        return new Engine(new ImageCache(folder, "", CACHE_BYTES));
    }

    /// Type-checks a program without running it.
    ///
    /// @param allErrors whether to report more than ten errors per package
    public List<Compilation.Finding> check(Source source, RunOptions options, boolean allErrors) {
        return check(source, options, new CheckRules(allErrors, false, true, false));
    }

    /// Type-checks a program, or several packages, without running it.
    public List<Compilation.Finding> check(Source source, RunOptions options, CheckRules rules) {
        return DeepStack.call(() -> checked(source, options, rules));
    }

    private List<Compilation.Finding> checked(Source source, RunOptions options, CheckRules rules) {
        var input = ofInstalledLibrary(source);
        if (input == null) {
            input = read(source, options);
        }
        if (input.packages.isEmpty()) {
            return input.findings;
        }
        var how = buildOptions(options, rules);
        var build = new Build(input.finder(), how, kept.serving(how));
        var found = build.check(input.packages, false);
        return findings(build, rules.vet() ? build.vet(rules.shadow()) : found);
    }

    /// Compiles a program.
    public Compilation compile(Source source, RunOptions options) {
        if (!prepared.getAndSet(true)) { // beside the compiler, what a run needs first of the host
            Thread.ofPlatform().daemon().name("host calls").start(AddressSpace::findCalls);
        }
        return DeepStack.call(() -> compiled(source, options));
    }

    private Compilation compiled(Source source, RunOptions options) {
        var input = read(source, options);
        if (input.packages.isEmpty()) {
            return new Compilation.Failed(input.findings);
        }
        var how =
                buildOptions(
                        options,
                        isFolderAlone(source, input)
                                ? CheckRules.COMPILER_ALONE
                                : CheckRules.DEFAULT);
        // Where a debugger finds things is not kept
        var compiled =
                cache == null || how.debug()
                        ? compile(input.packages, input.finder(), how)
                        : compile(cache, input.packages, input.finder(), how);
        var main = input.packages.getLast();
        return GodebugDefaults.apply(
                compiled,
                main,
                new FileChoice(how),
                input.finder() instanceof SourceFinder f ? f.module() : null);
    }

    /// A folder that no module holds is nothing for the command go, only for Go's compiler.
    private static boolean isFolderAlone(Source source, Input input) {
        return source instanceof Source.FilePackages
                || source instanceof Source.Files f
                        && f.paths().size() == 1
                        && Files.isDirectory(f.paths().getFirst())
                        && !(input.finder() instanceof SourceFinder s && s.module() != null);
    }

    private Compilation compile(
            List<PackageFiles> packages, PackageFinder finder, BuildOptions how) {
        var build = new Build(finder, how, kept.serving(how));
        var found = build.check(packages, true);
        var findings = findings(build, found);
        if (found.stream().anyMatch(d -> d.severity() == Diagnostic.Severity.ERROR)) {
            return new Compilation.Failed(findings);
        }
        return new CompiledProgram(() -> build, how.target(), findings, null).ready();
    }

    private Compilation compile(
            ImageCache images,
            List<PackageFiles> packages,
            PackageFinder finder,
            BuildOptions how) {
        var key = images.key(packages, how);
        var found = images.find(key, finder);
        if (found != null) {
            return new CompiledProgram(
                            () -> checkedAgain(packages, finder, how),
                            how.target(),
                            found.findings(),
                            found.image())
                    .ready();
        }
        var recorded = new RecordedFinder(finder, path -> !library.files(path).isEmpty());
        var compiled = compile(packages, recorded, how);
        if (compiled instanceof Compilation.Ready ready
                && ready.program() instanceof CompiledProgram program) {
            var entry =
                    new ImageCache.Entry(
                            ready.findings(), recorded.questions(), program.firstImage());
            program.besideFirstRun(() -> images.store(key, entry));
        }
        return compiled;
    }

    // For a window that the image kept was not made for
    private Build checkedAgain(
            List<PackageFiles> packages, PackageFinder finder, BuildOptions how) {
        var build = new Build(finder, how, kept.serving(how));
        build.check(packages, true);
        return build;
    }

    /// Shows what a stage of the compiler makes of a program.
    public Dump dump(Source source, RunOptions options, Dump.Stage stage) {
        return DeepStack.call(() -> dumped(source, options, stage));
    }

    private Dump dumped(Source source, RunOptions options, Dump.Stage stage) {
        var input = read(source, options);
        if (input.packages.isEmpty()) {
            return new Dump.Refused(input.findings);
        }
        var build = new Build(input.finder(), buildOptions(options, CheckRules.DEFAULT));
        // the stages after the checker need a program to start from
        boolean program = stage == Dump.Stage.IR || stage == Dump.Stage.CLASS;
        var found = build.check(input.packages, program);
        if (found.stream().anyMatch(d -> d.severity() == Diagnostic.Severity.ERROR)) {
            return new Dump.Refused(findings(build, found));
        }
        var text = build.dump(stage.ofCompiler(), AddressLayout.of(0, options.target()));
        return text.<Dump>map(Dump.Shown::new)
                .orElseGet(() -> new Dump.Refused(findings(build, build.diagnostics())));
    }

    /// Formats a file, or a piece of one, as gofmt does: what an editor asks for.
    ///
    /// @param name shown in findings
    public Formatting format(String name, byte[] utf8) {
        return Formatting.ofPart(name, utf8);
    }

    private static BuildOptions buildOptions(RunOptions options, CheckRules rules) {
        var tags = new java.util.HashSet<>(Set.of("gc", "unix", "purego"));
        tags.addAll(options.tags());
        return new BuildOptions(
                options.target(),
                tags,
                options.languageVersion(),
                rules.allErrors(),
                rules.bodiesRequired(),
                options.debug());
    }

    static List<Compilation.Finding> findings(Build build, List<Diagnostic> diagnostics) {
        var out = new ArrayList<Compilation.Finding>();
        for (var d : diagnostics) {
            out.add(Compilation.Finding.of(build.sources(), d));
        }
        return out;
    }

    /// The packages whose tests patterns mean: folders, import paths, both with `...` for all below, or Go files.
    ///
    /// @param here what relative paths start from
    public List<TestUnit> tests(List<String> patterns, Path here, SourceRoots roots)
            throws IOException {
        return roots.problem().isEmpty()
                ? new TestSearch(here, roots).find(patterns)
                : List.of(TestUnit.missing(String.join(" ", patterns), roots.problem()));
    }

    /// Whether a package is a program, by its clause in the files that a build takes.
    public boolean isProgram(TestUnit unit, RunOptions options) throws IOException {
        var folder = unit.folder();
        var files = folder == null ? List.<FileText>of() : SourceFinder.goFiles(folder);
        var taken =
                new FileChoice(buildOptions(options, CheckRules.DEFAULT))
                        .of(PackageFiles.ofFolder("main", files, ""));
        return taken.stream().anyMatch(f -> FileHeader.of(f).packageName().equals("main"));
    }

    /// Whether a package has Go files other than tests, or there is something else to say of it.
    public boolean hasCode(TestUnit unit) throws IOException {
        var folder = unit.folder();
        return folder == null || !SourceFinder.goFiles(folder).isEmpty();
    }

    /// Compiles a package with its tests into a program that runs them, as `go test` does.
    public TestCompilation compileTests(TestUnit unit, TestRequest request, RunOptions options)
            throws IOException {
        var how = buildOptions(options, CheckRules.DEFAULT);
        return DeepStack.call(() ->
                new TestCompiler(library, unit, request, how, options.roots(), kept, cache)
                        .compile());
    }

    /// What was read: packages of which the last is the program, or why there are none.
    private record Input(
            List<PackageFiles> packages,
            @Nullable PackageFinder finderOrNull,
            List<Compilation.Finding> findings) {
        static Input failed(String message) {
            return new Input(
                    List.of(),
                    null,
                    List.of(new Compilation.Finding("", 0, 0, "INPUT", false, message)));
        }

        PackageFinder finder() {
            return java.util.Objects.requireNonNull(finderOrNull);
        }
    }

    private Input read(Source source, RunOptions options) {
        var roots = options.roots();
        if (!roots.problem().isEmpty()) {
            return Input.failed(roots.problem());
        }
        try {
            return switch (source) {
                case Source.Text t ->
                        input(List.of(new FileText(t.name(), t.utf8())), null, roots, false);
                case Source.Files f -> readFiles(f.paths(), options);
                case Source.FilePackages f -> {
                    var found = localPackages(f.folder(), options, true);
                    yield found == null ? Input.failed("no Go files in " + f.folder()) : found;
                }
            };
        } catch (NoSuchFileException e) {
            return Input.failed("open " + e.getFile() + ": no such file or directory");
        } catch (IOException e) {
            return Input.failed("cannot read the source: " + e.getMessage());
        }
    }

    private Input input(
            List<FileText> files, @Nullable Path folder, SourceRoots roots, boolean whole)
            throws IOException {
        var finder = SourceFinder.around(library, folder, roots);
        if (!finder.problem().isEmpty()) {
            return Input.failed(finder.problem());
        }
        return new Input(
                List.of(
                        whole
                                ? PackageFiles.ofFolder("main", files, finder.goVersion())
                                : PackageFiles.named("main", files, finder.goVersion())),
                finder,
                List.of());
    }

    /// A package of an installed Go's standard library, which is checked against its own kind; null where the source is none.
    private @Nullable Input ofInstalledLibrary(Source source) {
        try {
            if (!(source instanceof Source.Files f)
                    || f.paths().size() != 1
                    || !Files.isDirectory(f.paths().getFirst())) {
                return null;
            }
            var folder = f.paths().getFirst();
            var installed = InstalledLibrary.around(folder, library);
            var files = installed == null ? List.<FileText>of() : SourceFinder.goFiles(folder);
            return installed == null || files.isEmpty()
                    ? null
                    : new Input(List.of(installed.own(files, folder)), installed, List.of());
        } catch (IOException e) {
            return null; // reading it as any other program says what is wrong
        }
    }

    private @Nullable Input localPackages(Path folder, RunOptions options, boolean eachFile)
            throws IOException {
        var local = LocalPackages.of(folder, options, eachFile);
        return local == null
                ? null
                : new Input(
                        local.packages(),
                        local.finder(SourceFinder.around(library, null, options.roots())),
                        List.of());
    }

    private Input readFiles(List<Path> paths, RunOptions options) throws IOException {
        if (paths.isEmpty()) {
            return Input.failed("no Go files listed");
        }
        var first = paths.getFirst();
        if (paths.size() == 1 && Files.isDirectory(first)) {
            var local = localPackages(first, options, false);
            if (local != null) {
                return local;
            }
            var files = SourceFinder.goFiles(first);
            return files.isEmpty()
                    ? Input.failed(
                            (SourceFinder.goFiles(first, true).isEmpty()
                                            ? "no Go files in "
                                            : "no non-test Go files in ")
                                    + first)
                    : input(files, first, options.roots(), true);
        }
        var files = new ArrayList<FileText>();
        for (var p : paths) {
            if (Files.isDirectory(p)) {
                return Input.failed(p + " is a directory: name either one directory or Go files");
            }
            files.add(new FileText(p.toString(), Files.readAllBytes(p)));
        }
        return input(files, first.toAbsolutePath().getParent(), options.roots(), false);
    }
}
