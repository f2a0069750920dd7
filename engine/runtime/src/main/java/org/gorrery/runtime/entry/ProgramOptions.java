package org.gorrery.runtime.entry;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gorrery.runtime.diag.Console;

/// How a program is to run.
///
/// @param gomaxprocs number of Ps, at least 1
/// @param gogc percent; -1 for off
/// @param memoryLimit bytes, as GOMEMLIMIT; [Long#MAX_VALUE] for none
/// @param godebug settings by name
/// @param gotraceback as in the variable; empty for the default
/// @param args as os.Args, the program's name first
/// @param env environment variables
/// @param wall the time of day
/// @param parent loader of the classes that generated code refers to
public record ProgramOptions(
        int gomaxprocs,
        int gogc,
        long memoryLimit,
        Map<String, String> godebug,
        String gotraceback,
        List<String> args,
        Map<String, String> env,
        Console console,
        InputStream stdin,
        Clock wall,
        ClassLoader parent) {
    /// Copies the collections.
    public ProgramOptions {
        godebug = Map.copyOf(godebug);
        args = List.copyOf(args);
        env = Map.copyOf(env);
        if (gomaxprocs < 1) {
            throw new IllegalArgumentException("GOMAXPROCS must be at least 1, not " + gomaxprocs);
        }
    }

    /// One P, GOGC 100, nothing else set.
    public static ProgramOptions of(Console console) {
        return new ProgramOptions(
                1,
                100,
                Long.MAX_VALUE,
                Map.of(),
                "",
                List.of("main"),
                Map.of(),
                console,
                InputStream.nullInputStream(),
                Clock.systemUTC(),
                ProgramOptions.class.getClassLoader());
    }

    /// With another number of Ps.
    public ProgramOptions withGomaxprocs(int n) {
        return new ProgramOptions(
                n,
                gogc,
                memoryLimit,
                godebug,
                gotraceback,
                args,
                env,
                console,
                stdin,
                wall,
                parent);
    }

    /// With another GOTRACEBACK.
    public ProgramOptions withGotraceback(String level) {
        return new ProgramOptions(
                gomaxprocs,
                gogc,
                memoryLimit,
                godebug,
                level,
                args,
                env,
                console,
                stdin,
                wall,
                parent);
    }
}
