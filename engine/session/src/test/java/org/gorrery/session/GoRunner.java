package org.gorrery.session;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Compiles and runs Go programs for tests.
final class GoRunner {
    private static final Engine ENGINE = new Engine();

    private GoRunner() {}

    /// What a program did.
    record Result(String stdout, String stderr, RunOutcome outcome) {}

    /// Collects both streams.
    static final class Capture implements Console {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();

        @Override
        public synchronized void stdout(byte[] bytes, int offset, int length) {
            out.write(bytes, offset, length);
        }

        @Override
        public synchronized void stderr(byte[] bytes, int offset, int length) {
            err.write(bytes, offset, length);
        }

        @Override
        public InputStream stdin() {
            return InputStream.nullInputStream();
        }

        synchronized String out() {
            return out.toString(StandardCharsets.ISO_8859_1);
        }

        synchronized String err() {
            return err.toString(StandardCharsets.UTF_8);
        }
    }

    /// The root of the repository, above the module that is tested.
    static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("sample-programs"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    static Compilation compile(Source source, RunOptions options) {
        return ENGINE.compile(source, options);
    }

    static Compilation.Program ready(Source source, RunOptions options) {
        return switch (compile(source, options)) {
            case Compilation.Ready r -> r.program();
            case Compilation.Failed f ->
                    throw new AssertionError(
                            "does not compile:\n"
                                    + String.join(
                                            "\n",
                                            f.findings().stream().map(Object::toString).toList()));
        };
    }

    static Result run(String text, RunOptions options) {
        return run(new Source.Text("main.go", text), options, r -> {});
    }

    /// Compiles, and runs to the end.
    ///
    /// @param after is shown the run when it has ended, before its memory goes
    static Result run(Source source, RunOptions options, Consumer<Run> after) {
        return run(ready(source, options), options, after);
    }

    /// Runs to the end.
    ///
    /// @param after is shown the run when it has ended, before its memory goes
    static Result run(Compilation.Program program, RunOptions options, Consumer<Run> after) {
        var console = new Capture();
        var given =
                options.args().isEmpty() ? options.withProcess(List.of("main"), Map.of()) : options;
        try (var run = program.prepare(given, console)) {
            run.start();
            var outcome = run.outcome().get(300, TimeUnit.SECONDS);
            after.accept(run);
            return new Result(console.out(), console.err(), outcome);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("no end: " + console.err(), e);
        }
    }
}
