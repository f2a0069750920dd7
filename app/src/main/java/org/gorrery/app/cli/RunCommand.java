package org.gorrery.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.gorrery.session.Compilation;
import org.gorrery.session.Console;
import org.gorrery.session.Dump;
import org.gorrery.session.Engine;
import org.gorrery.session.RunOutcome;
import org.gorrery.session.Source;

/// `gorrery run`: compiles and runs a program, with its own output and exit status.
///
/// @param out the program's standard output
/// @param err the program's standard error, and findings
record RunCommand(PrintStream out, PrintStream err) {
    int run(List<String> args) {
        try {
            return run(ProgramFlags.parse(args, ProgramEnvironment.of(System.getenv())));
        } catch (ProgramFlags.Misuse e) {
            err.println("gorrery run: " + e.getMessage());
            return Main.MISUSE;
        }
    }

    private int run(ProgramFlags flags) throws ProgramFlags.Misuse {
        var here = Path.of("").toAbsolutePath();
        try {
            var engine = engine();
            var meant = new NamedProgram(engine, here, flags.options());
            return run(flags, meant.program(flags.source()), engine);
        } catch (NamedProgram.Unfit e) {
            err.println("gorrery run: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            err.println("gorrery run: cannot read the packages: " + e.getMessage());
            return 1;
        }
    }

    private int run(ProgramFlags flags, Source source, Engine engine) throws ProgramFlags.Misuse {
        var stage = flags.dump();
        if (stage.isPresent()
                && new Engine().dump(source, flags.options(), stage.get())
                        instanceof Dump.Shown shown) {
            err.print(shown.text());
            err.flush();
        }
        return switch (engine.compile(source, flags.options())) {
            case Compilation.Failed failed -> {
                failed.findings().forEach(err::println);
                yield 1;
            }
            case Compilation.Ready ready -> run(ready, flags);
        };
    }

    /// An engine that keeps compiled programs where the user wants them.
    static Engine engine() {
        return CacheFolder.of(System.getenv(), System.getProperty("os.name"))
                .map(Engine::withCache)
                .orElseGet(Engine::new);
    }

    private int run(Compilation.Ready ready, ProgramFlags flags) {
        try (var run = ready.program().prepare(flags.options(), new Streams(out, err))) {
            var profiles = flags.profiles();
            if (!profiles.files().isEmpty()) {
                run.writeProfiles(profiles);
            }
            run.start();
            var outcome = run.outcome().get();
            out.flush();
            if (outcome instanceof RunOutcome.EngineFailure failure) {
                err.println(
                        "gorrery: a fault of the engine, please report it:\n" + failure.report());
            }
            return outcome.exitCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The process's own streams.
    private record Streams(PrintStream out, PrintStream err) implements Console {
        @Override
        public void stdout(byte[] bytes, int offset, int length) {
            out.write(bytes, offset, length);
            out.flush();
        }

        @Override
        public void stderr(byte[] bytes, int offset, int length) {
            err.write(bytes, offset, length);
            err.flush();
        }

        @Override
        public InputStream stdin() {
            return System.in;
        }
    }
}
