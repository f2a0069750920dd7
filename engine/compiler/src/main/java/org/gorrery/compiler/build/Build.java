package org.gorrery.compiler.build;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.ProgramImage;
import org.gorrery.compiler.codegen.ClassText;
import org.gorrery.compiler.codegen.CodeGenerator;
import org.gorrery.compiler.codegen.CodegenOptions;
import org.gorrery.compiler.escape.EscapeAnalysis;
import org.gorrery.compiler.escape.EscapeReport;
import org.gorrery.compiler.ir.IrPrinter;
import org.gorrery.compiler.ir.IrProgram;
import org.gorrery.compiler.ir.KnownFunctions;
import org.gorrery.compiler.lower.ProgramLowering;
import org.gorrery.compiler.lower.Unsupported;
import org.gorrery.compiler.source.Diagnostic;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.SourceFile;
import org.gorrery.compiler.syntax.TreeDump;
import org.gorrery.compiler.types.CheckedPackage;
import org.gorrery.compiler.types.FuncObject;
import org.gorrery.compiler.types.GoPackage;
import org.gorrery.compiler.types.TypesDump;
import org.gorrery.compiler.vet.Vet;
import org.jspecify.annotations.Nullable;

/// One compilation: check, then as many images as wanted.
public final class Build {
    private static final GoPackage NOBODY = new GoPackage("", "");

    private final SourceSet sources;
    private final Diagnostics diagnostics = new Diagnostics();
    private final BuildOptions options;
    private final PackageLoader loader;
    private final @Nullable KeptLibrary library;
    private @Nullable CheckedPackage main;
    private boolean usable;
    private EscapeReport escapes = new EscapeReport(List.of());

    /// A compilation with packages from `finder`.
    public Build(PackageFinder finder, BuildOptions options) {
        this(finder, options, null);
    }

    /// A compilation with packages from `finder`, those of the library from what is kept of it, if that serves the options.
    public Build(PackageFinder finder, BuildOptions options, @Nullable KeptLibrary kept) {
        this.options = options;
        this.library = kept != null && kept.serves(options) ? kept : null;
        if (library != null) {
            library.use();
        }
        this.sources = library == null ? new SourceSet() : new SourceSet(library.sources());
        this.loader = new PackageLoader(finder, options, sources, diagnostics, library);
    }

    /// Does what may look at packages of the library.
    private <T> T guarded(Supplier<T> part) {
        return library == null ? part.get() : library.during(part);
    }

    /// Parses and checks a program (or, as a package to check only, any package) and all it imports.
    ///
    /// @param program whether it must be a program: package main with a function main
    public List<Diagnostic> check(PackageFiles main, boolean program) {
        return check(List.of(main), program);
    }

    /// Parses and checks several packages and all they import; the last is the program.
    ///
    /// @param program whether the last must be a program: package main with a function main
    public List<Diagnostic> check(List<PackageFiles> packages, boolean program) {
        return guarded(() -> checked(packages, program));
    }

    private List<Diagnostic> checked(List<PackageFiles> packages, boolean program) {
        if (program) {
            // The runtime's own errors are values of types that this package declares.
            var runtime = loader.load("runtime", NOBODY);
            if (runtime.checked() == null) {
                throw new IllegalStateException(
                        "the library lacks package runtime: " + runtime.problem());
            }
        }
        packages.subList(0, packages.size() - 1).forEach(loader::check);
        var checked = loader.check(packages.getLast());
        main = checked;
        if (checked == null) {
            diagnostics.error(
                    0,
                    DiagnosticCode.UNSUPPORTED,
                    "build constraints exclude all Go files for "
                            + options.target().goos()
                            + "/"
                            + options.target().goarch());
        } else if (program && !diagnostics.hasErrors()) {
            checkProgram(checked.pkg(), checked.files().getFirst().packageName().pos());
        }
        usable = checked != null && !diagnostics.hasErrors();
        return diagnostics.sorted();
    }

    /// Looks through the packages that are none of the library's for what is likely wrong; after errors there is nothing to look at.
    ///
    /// @param shadow whether a variable `err` that hides another is told as well
    /// @return all findings so far, the new warnings included
    public List<Diagnostic> vet(boolean shadow) {
        return guarded(() -> {
            if (usable) {
                loader.own()
                        .forEach(p -> Vet.check(p, loader.types(), sources, shadow, diagnostics));
            }
            return diagnostics.sorted();
        });
    }

    private void checkProgram(GoPackage pkg, int pos) {
        if (!pkg.name().equals("main")) {
            diagnostics.error(
                    pos,
                    DiagnosticCode.UNSUPPORTED,
                    "package " + pkg.name() + " is not a main package");
        } else if (!(pkg.lookup("main") instanceof FuncObject)) {
            diagnostics.error(
                    pos,
                    DiagnosticCode.UNSUPPORTED,
                    "function main is undeclared in the main package");
        }
    }

    /// Where positions of diagnostics lie.
    public SourceSet sources() {
        return sources;
    }

    /// Lowers and generates the checked program for a place in memory.
    ///
    /// @return null where the lowering refuses a construct: [#diagnostics] says which
    public @Nullable ProgramImage image(AddressLayout layout) {
        return image(layout, Set.of());
    }

    /// As [#image(AddressLayout)], but of some packages everything that is not generic, reached or not.
    ///
    /// @param whole their import paths
    public @Nullable ProgramImage image(AddressLayout layout, Set<String> whole) {
        return guarded(() ->
                        lowered(layout, whole)
                                .map(this::withKnownFunctions)
                                .map(p ->
                                        CodeGenerator.generate(
                                                p, sources, layout, CodegenOptions.DEFAULT)))
                .orElse(null);
    }

    /// What looks at func values costs time for each function it starts from: the program's own are enough.
    private IrProgram withKnownFunctions(IrProgram program) {
        if (options.debug()) {
            return program;
        }
        var own = loader.own().stream().map(p -> p.pkg().path()).collect(Collectors.toSet());
        return KnownFunctions.apply(program, own::contains);
    }

    private CheckedPackage checked() {
        var own = main;
        if (!usable || own == null) {
            throw new IllegalStateException("the program has errors");
        }
        return own;
    }

    private Optional<IrProgram> lowered(AddressLayout layout) {
        return lowered(layout, Set.of());
    }

    private Optional<IrProgram> lowered(AddressLayout layout, Set<String> whole) {
        try {
            var order = InitOrder.of(checked(), loader.inOrder());
            var program =
                    new ProgramLowering(
                                    options.target(),
                                    layout,
                                    loader.types(),
                                    order,
                                    p -> options.debug() && !loader.isLibrary(p))
                            .lower(p -> whole.contains(p.pkg().path()));
            escapes = EscapeAnalysis.run(program, loader.types(), true);
            return Optional.of(program);
        } catch (Unsupported u) {
            diagnostics.error(
                    u.pos(), DiagnosticCode.UNSUPPORTED, "not supported: " + u.getMessage());
            return Optional.empty();
        }
    }

    /// What a stage makes of the package that was checked, as text; what it imports is left out.
    ///
    /// @param layout where the image would lie; only the last stages depend on it
    /// @return empty where the lowering refuses a construct: [#diagnostics] says which
    /// @throws IllegalStateException after errors
    public Optional<String> dump(Stage stage, AddressLayout layout) {
        var own = checked();
        return switch (stage) {
            case AST -> Optional.of(eachFile(own, f -> TreeDump.of(f, sources)));
            case TYPES -> Optional.of(eachFile(own, f -> TypesDump.of(f, own, sources)));
            case IR -> guarded(() -> lowered(layout).map(program -> ir(program, own.pkg().path())));
            case ESCAPE -> guarded(() -> wholly(own, layout)).map(program -> escapes(own));
            case CLASS ->
                    Optional.ofNullable(image(layout))
                            .map(i -> ClassText.print(i, "go." + own.pkg().path()));
        };
    }

    /// Lowered with all functions of a package, those that nothing reaches too; it need not be a program.
    private Optional<IrProgram> wholly(CheckedPackage own, AddressLayout layout) {
        loader.load("runtime", NOBODY);
        return lowered(layout, Set.of(own.pkg().path()));
    }

    private static String eachFile(CheckedPackage own, Function<SourceFile, String> text) {
        return own.files().stream().map(text).collect(Collectors.joining("\n"));
    }

    private String escapes(CheckedPackage own) {
        var files =
                own.files().stream()
                        .map(f -> sources.position(f.packageName().pos()).file())
                        .collect(Collectors.toSet());
        return escapes.text(sources, files::contains);
    }

    private static String ir(IrProgram program, String path) {
        return program.functions().stream()
                .filter(f -> f.packagePath().equals(path))
                .map(IrPrinter::print)
                .collect(Collectors.joining("\n"));
    }

    /// Where the objects of the program lowered last live, and why.
    @SuppressWarnings(
            "exports") // read by tests, which see all packages; other modules use what it is
    // printed to
    public EscapeReport escapes() {
        return escapes;
    }

    /// The packages checked that are none of the library's, in order, with all that the checker found out.
    @SuppressWarnings("exports") // read by tests, which see all packages
    public List<CheckedPackage> own() {
        return loader.own();
    }

    /// All findings so far, sorted.
    public List<Diagnostic> diagnostics() {
        return diagnostics.sorted();
    }
}
