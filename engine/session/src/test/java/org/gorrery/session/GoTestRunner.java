package org.gorrery.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.gorrery.target.Target;

/// Runs Go's own test programs: each as it is, and, if it does what it should, once more with a panic behind its main function,
/// which must be reached; most of them print nothing, so that doing nothing would pass for success.
///
/// @param endsEarly programs that leave main before its end, or look at its name: they get no second run
/// @param seconds for compilation and run each
record GoTestRunner(Target target, Set<String> endsEarly, Path work, int seconds) {
    private static final String REACHED = "reached the end of main";
    private static final Pattern MAIN = Pattern.compile("(?m)^func(\\s+)main\\(\\)");
    private static final long STACK = 64L << 20;

    /// What became of one.
    ///
    /// @param status `pass`, `fail`, `crash` or `timeout`, as in the results that are kept
    record Verdict(String status, String detail) {
        static final Verdict PASS = new Verdict("pass", "");

        static Verdict fail(String detail) {
            return new Verdict("fail", detail);
        }
    }

    /// Output and exit code, or what kept it from having any.
    private record Outcome(int code, String output, Verdict trouble) {}

    Verdict run(GoTestCase test) throws IOException {
        var folder = Files.createTempDirectory(work, "t");
        var source = source(test, folder);
        if (test.action().equals("runoutput")) {
            var generator = execute(test, source);
            if (!generator.trouble.equals(Verdict.PASS) || generator.code != 0) {
                return !generator.trouble.equals(Verdict.PASS)
                        ? generator.trouble
                        : Verdict.fail("generator: " + gist(generator));
            }
            source = folder.resolve("tmp__.go");
            Files.writeString(source, generator.output, StandardCharsets.ISO_8859_1);
        }
        boolean generated = test.action().equals("runoutput");
        var outcome = generated ? executeAlone(test, source) : execute(test, source);
        if (!outcome.trouble.equals(Verdict.PASS)) {
            return outcome.trouble;
        }
        if (outcome.code != 0) {
            return Verdict.fail("exit " + outcome.code + "; " + gist(outcome));
        }
        if (!outcome.output.equals(test.expected())) {
            return Verdict.fail("output differs: " + difference(test.expected(), outcome.output));
        }
        if (endsEarly.contains(test.name())) {
            return Verdict.PASS;
        }
        var twin = withPanic(source, folder.resolve("control"));
        var control = generated ? executeAlone(test, twin) : execute(test, twin);
        return control.output.contains(REACHED) && control.code != 0
                ? Verdict.PASS
                : Verdict.fail("main did not run to its end; " + gist(control));
    }

    /// The file or folder to compile; a folder that is to be a module gets its go.mod.
    private static Path source(GoTestCase test, Path folder) throws IOException {
        return switch (test.action()) {
            case "rundir" -> test.folder();
            case "runindir" -> {
                var name = String.valueOf(test.folder().getFileName());
                var module = folder.resolve(name);
                copy(test.folder(), module);
                String version = test.settings().getOrDefault("gomodversion", "1.14");
                Files.writeString(
                        module.resolve("go.mod"), "module " + name + "\ngo " + version + "\n");
                yield module;
            }
            default -> test.path();
        };
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var p : all.toList()) {
                var target = to.resolve(from.relativize(p).toString());
                if (Files.isDirectory(p)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(p, target);
                }
            }
        }
    }

    /// A copy whose main function is called by another one that panics afterwards; lines stay where they are.
    private static Path withPanic(Path source, Path copy) throws IOException {
        boolean single = Files.isRegularFile(source);
        Files.createDirectories(copy);
        var to = copy.resolve(String.valueOf(source.getFileName()));
        List<Path> files;
        if (single) {
            Files.copy(source, to);
            files = List.of(to);
        } else {
            copy(source, to);
            try (var entries = Files.list(to)) {
                files = entries.filter(p -> p.toString().endsWith(".go")).toList();
            }
        }
        for (var f : files) {
            String text = Files.readString(f, StandardCharsets.ISO_8859_1);
            if (Pattern.compile("(?m)^\\s*package\\s+main\\b").matcher(text).find()
                    && MAIN.matcher(text).find()) {
                Files.writeString(
                        f,
                        MAIN.matcher(text).replaceAll("func$1mainBody()")
                                + "\n\nfunc main() {\n\tmainBody()\n\tpanic(\""
                                + REACHED
                                + "\")\n}\n",
                        StandardCharsets.ISO_8859_1);
            }
        }
        return to;
    }

    /// A program that a program printed: flags and arguments were for the latter.
    private Outcome executeAlone(GoTestCase test, Path path) {
        return execute(
                new GoTestCase(
                        test.name(), "run", List.of(), List.of(), test.settings(), test.path()),
                path);
    }

    private Outcome execute(GoTestCase test, Path path) {
        var args = new ArrayList<>(List.of(path.toString()));
        var files = new ArrayList<>(List.of(path));
        for (var a : test.args()) {
            if (a.endsWith(".go")) {
                files.add(test.path().resolveSibling(a));
            } else {
                args.add(a);
            }
        }
        String language =
                test.flags().stream()
                        .filter(f -> f.startsWith("-lang="))
                        .map(f -> f.substring("-lang=".length()))
                        .findFirst()
                        .orElse("");
        var options =
                RunOptions.DEFAULT
                        .withTarget(target)
                        .withGodebug(test.settings().getOrDefault("godebug", ""))
                        .withLanguage(language, List.of())
                        .withRoots(SourceRoots.of("", System.getenv()))
                        .withProcess(args, System.getenv());
        Source source =
                test.flags().contains("-s") && Files.isDirectory(path)
                        ? new Source.FilePackages(path)
                        : new Source.Files(files);
        try {
            return run(compile(source, options), options);
        } catch (TimeoutException e) {
            return new Outcome(-1, "", new Verdict("timeout", ""));
        } catch (ExecutionException e) {
            var where = e.getCause().getStackTrace();
            return new Outcome(
                    -1,
                    "",
                    new Verdict(
                            "crash", e.getCause() + (where.length > 0 ? " at " + where[0] : "")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Compilation compile(Source source, RunOptions options)
            throws ExecutionException, TimeoutException, InterruptedException {
        var done = new CompletableFuture<Compilation>();
        Runnable task =
                () -> {
                    try {
                        done.complete(new Engine().compile(source, options));
                    } catch (RuntimeException | Error e) {
                        done.completeExceptionally(e);
                    }
                };
        var thread = new Thread(null, task, "compile", STACK);
        thread.setDaemon(true);
        thread.start();
        return done.get(seconds, TimeUnit.SECONDS);
    }

    private Outcome run(Compilation compilation, RunOptions options)
            throws ExecutionException, TimeoutException, InterruptedException {
        if (compilation instanceof Compilation.Failed failed) {
            return new Outcome(
                    1,
                    String.join("\n", failed.findings().stream().map(Object::toString).toList()),
                    Verdict.PASS);
        }
        var console = new Merged();
        var run = ((Compilation.Ready) compilation).program().prepare(options, console);
        try {
            run.start();
            return switch (run.outcome().get(seconds, TimeUnit.SECONDS)) {
                case RunOutcome.EngineFailure f ->
                        new Outcome(-1, "", new Verdict("crash", f.report()));
                case RunOutcome o -> new Outcome(o.exitCode(), console.text(), Verdict.PASS);
            };
        } finally {
            var closer = new Thread(run::close, "close");
            closer.setDaemon(true);
            closer.start();
            closer.join(TimeUnit.SECONDS.toMillis(seconds));
        }
    }

    /// Both streams in one, as the suite compares them.
    private static final class Merged implements Console {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public synchronized void stdout(byte[] b, int offset, int length) {
            bytes.write(b, offset, length);
        }

        @Override
        public synchronized void stderr(byte[] b, int offset, int length) {
            bytes.write(b, offset, length);
        }

        @Override
        public InputStream stdin() {
            return InputStream.nullInputStream();
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        }
    }

    /// From the first line that names a panic or an error.
    private static String gist(Outcome o) {
        if (!o.trouble.equals(Verdict.PASS)) {
            return o.trouble.status + " " + o.trouble.detail;
        }
        var m =
                Pattern.compile("(?m)^.*(panic:|fatal error:|\\.go:\\d+:\\d+: ).*")
                        .matcher(o.output);
        String text = m.find() ? o.output.substring(m.start()) : o.output;
        return text.substring(0, Math.min(300, text.length()));
    }

    private static String difference(String want, String got) {
        var w = want.split("\n", -1);
        var g = got.split("\n", -1);
        for (int i = 0; ; i++) {
            String a = i < w.length ? w[i] : "<end>";
            String b = i < g.length ? g[i] : "<end>";
            if (!a.equals(b) || i > w.length) {
                return "line " + (i + 1) + ": want " + a + " got " + b;
            }
        }
    }
}
