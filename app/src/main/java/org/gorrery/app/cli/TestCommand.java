package org.gorrery.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.gorrery.session.Compilation;
import org.gorrery.session.Engine;
import org.gorrery.session.RunOptions;
import org.gorrery.session.TestCompilation;
import org.gorrery.session.TestRequest;
import org.gorrery.session.TestUnit;

/// `gorrery test`: compiles packages with their tests, runs these, and reports as `go test` does.
///
/// @param out where reports and what the tests write go
/// @param err where findings go
/// @param here the directory the command is given in
/// @param engine compiles the tests
record TestCommand(PrintStream out, PrintStream err, Path here, Engine engine) {
    int run(List<String> args) {
        try {
            var flags = TestFlags.parse(args);
            var program = new ArrayList<>(flags.programFlags());
            program.add("test.go");
            var options =
                    ProgramFlags.parse(program, ProgramEnvironment.of(System.getenv())).options();
            return run(flags, options);
        } catch (ProgramFlags.Misuse e) {
            err.println("gorrery test: " + e.getMessage());
            return Main.MISUSE;
        } catch (IOException e) {
            err.println("gorrery test: cannot read the packages: " + e.getMessage());
            return 1;
        }
    }

    private int run(TestFlags flags, RunOptions options) throws IOException {
        boolean failed = false;
        for (var unit : engine.tests(flags.packages(), here, options.roots())) {
            var report =
                    flags.has("json") ? new TestJson(out, unit.importPath()) : new TestText(out);
            failed |= !one(unit, flags, options, report);
        }
        if (failed && !flags.packages().isEmpty() && !flags.has("json")) {
            out.println("FAIL");
        }
        return failed ? 1 : 0;
    }

    /// Tests one package.
    ///
    /// @return whether all went well
    private boolean one(TestUnit unit, TestFlags flags, RunOptions options, TestReport report)
            throws IOException {
        var folder = unit.folder();
        if (folder == null) {
            report.buildFailed(
                    err, unit.importPath(), "# " + unit.importPath() + "\n" + unit.problem());
            report.failedBuild(unit.importPath());
            report.end("FAIL\t" + unit.importPath() + " [setup failed]", "fail", 0);
            return false;
        }
        var request = new TestRequest(flags.has("ours"), flags.has("partial"), flags.profiles());
        return switch (compiled(unit, request, options)) {
            case TestCompilation.NoTests none -> {
                report.start();
                report.end("?   \t" + unit.importPath() + "\t[no test files]", "skip", 0);
                yield true;
            }
            case TestCompilation.Failed f -> {
                f.faults().forEach(x -> faulty(x, report));
                String what = cannotBeSetUp(f) ? "setup" : "build";
                report.failedBuild(f.faults().getLast().heading());
                report.end("FAIL\t" + unit.importPath() + " [" + what + " failed]", "fail", 0);
                yield false;
            }
            case TestCompilation.Ready ready -> {
                report.start();
                leftOut(unit, ready, report);
                yield new TestRunner(unit, folder, flags, report)
                        .run(ready, forUnit(unit, folder, flags, options));
            }
        };
    }

    private void faulty(TestCompilation.Faults faults, TestReport report) {
        var text = new StringBuilder("# " + faults.heading());
        faults.findings().stream()
                .filter(x -> !x.warning())
                .forEach(x -> text.append('\n').append(fromHere(x)));
        report.buildFailed(err, faults.heading(), text.toString());
    }

    /// Whether something that is imported was not found, so that nothing was compiled.
    private static boolean cannotBeSetUp(TestCompilation.Failed f) {
        return f.findings().stream().anyMatch(x -> x.code().equals("BrokenImport"));
    }

    /// A finding whose file is named from the working directory, where that is shorter.
    private Compilation.Finding fromHere(Compilation.Finding f) {
        var file = f.file().isEmpty() ? null : Path.of(f.file());
        if (file == null || !file.isAbsolute()) {
            return f;
        }
        String near = here.toAbsolutePath().normalize().relativize(file).toString();
        if (near.indexOf(file.getFileSystem().getSeparator()) < 0) {
            near = "." + file.getFileSystem().getSeparator() + near;
        }
        return near.length() < f.file().length()
                ? new Compilation.Finding(
                        near, f.line(), f.column(), f.code(), f.warning(), f.message())
                : f;
    }

    /// A fault of the compiler ends one package, not the others.
    private TestCompilation compiled(TestUnit unit, TestRequest request, RunOptions options)
            throws IOException {
        try {
            return engine.compileTests(unit, request, options);
        } catch (IllegalStateException | IllegalArgumentException | NullPointerException e) {
            e.printStackTrace(err);
            var words = "gorrery: a fault of the engine, please report it: " + e;
            var fault = new Compilation.Finding("", 0, 0, "ENGINE", false, words);
            return new TestCompilation.Failed(
                    List.of(new TestCompilation.Faults(unit.importPath(), List.of(fault))));
        }
    }

    /// Says what of the test files was left out.
    private void leftOut(TestUnit unit, TestCompilation.Ready ready, TestReport report) {
        if (ready.ours()) {
            report.complaint(err, "# " + unit.importPath() + ": Gorrery's own package is tested");
        }
        if (!ready.leftOut().isEmpty()) {
            var text =
                    new StringBuilder(
                            "# " + unit.importPath() + ": left out, for it does not compile:");
            for (var x : ready.leftOut()) {
                text.append("\n").append(x.fault().file()).append(':').append(x.fault().line());
                text.append(": ").append(x.name().isEmpty() ? "" : x.name() + ": ");
                text.append(x.fault().message());
            }
            report.complaint(err, text.toString());
        }
    }

    private RunOptions forUnit(TestUnit unit, Path folder, TestFlags flags, RunOptions options) {
        var environment = new HashMap<>(options.environment());
        environment.put("PWD", folder.toString());
        var goroot = options.roots().goroot();
        if (goroot != null) {
            environment.put("GOROOT", goroot.toString());
        }
        var args = new ArrayList<String>();
        String name = unit.importPath();
        args.add(name.substring(name.lastIndexOf('/') + 1) + ".test");
        args.addAll(flags.programArguments(here));
        return options.withProcess(args, environment).withDirectory(folder);
    }

    /// Seconds as reports show them.
    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3fs", nanos / 1e9);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
