package org.gorrery.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gorrery.compiler.source.BuildConstraint;
import org.gorrery.target.Target;
import org.jspecify.annotations.Nullable;

/// How a program is compiled and run. Immutable; start from [#DEFAULT] and change with the `with…` methods.
///
/// @param target GOOS and GOARCH
/// @param gomaxprocs number of Ps, 0 for the number of processors
/// @param gogc percentage of growth between collections; -1 for off
/// @param godebug as the environment variable GODEBUG: `name=value,…`
/// @param gotraceback as the environment variable GOTRACEBACK
/// @param memoryLimitBytes soft limit of the heap as GOMEMLIMIT: the collector works harder near it; 0 for none
/// @param events whether the runtime records events
/// @param cpuProfileHz CPU samples a second, 0 for none
/// @param args arguments after the program's name
/// @param environment environment variables of the program
/// @param languageVersion `-lang`, or empty for the newest
/// @param tags build tags
/// @param roots where packages are looked for beside our library and the module
/// @param directory working directory of the program; null for that of this process
/// @param debug whether the program is built for a debugger ([Run#debugger]); it runs several times slower then
public record RunOptions(
        Target target,
        int gomaxprocs,
        int gogc,
        String godebug,
        String gotraceback,
        long memoryLimitBytes,
        boolean events,
        int cpuProfileHz,
        List<String> args,
        Map<String, String> environment,
        String languageVersion,
        List<String> tags,
        SourceRoots roots,
        @Nullable Path directory,
        boolean debug) {
    /// The newest language version, as minor number: `go1.26` for 26.
    public static final int NEWEST_GO_MINOR = BuildConstraint.GO_MINOR;

    /// linux/amd64, all processors, GOGC=100, no events.
    public static final RunOptions DEFAULT =
            new RunOptions(
                    Target.LINUX_AMD64,
                    0,
                    100,
                    "",
                    "",
                    0,
                    false,
                    0,
                    List.of(),
                    Map.of(),
                    "",
                    List.of(),
                    SourceRoots.NONE,
                    null,
                    false);

    /// Copies the collections.
    public RunOptions {
        args = List.copyOf(args);
        environment = Map.copyOf(environment);
        tags = List.copyOf(tags);
    }

    /// The same for another target.
    public RunOptions withTarget(Target value) {
        return changed(d -> d.target = value);
    }

    /// The same with another number of Ps.
    public RunOptions withGomaxprocs(int value) {
        return changed(d -> d.gomaxprocs = value);
    }

    /// The same with another GOGC.
    public RunOptions withGogc(int value) {
        return changed(d -> d.gogc = value);
    }

    /// The same with another GODEBUG.
    public RunOptions withGodebug(String value) {
        return changed(d -> d.godebug = value);
    }

    /// The same with another GOTRACEBACK.
    public RunOptions withGotraceback(String value) {
        return changed(d -> d.gotraceback = value);
    }

    /// The same with another memory limit.
    public RunOptions withMemoryLimitBytes(long value) {
        return changed(d -> d.memoryLimitBytes = value);
    }

    /// The same with events and CPU samples, for the explorer.
    public RunOptions withObservation(boolean recordEvents, int samplesPerSecond) {
        return changed(d -> {
            d.events = recordEvents;
            d.cpuProfileHz = samplesPerSecond;
        });
    }

    /// The same with other arguments and environment.
    public RunOptions withProcess(List<String> arguments, Map<String, String> variables) {
        return changed(d -> {
            d.args = arguments;
            d.environment = variables;
        });
    }

    /// The same with another language version and build tags.
    public RunOptions withLanguage(String version, List<String> buildTags) {
        return changed(d -> {
            d.languageVersion = version;
            d.tags = buildTags;
        });
    }

    /// The same with packages from elsewhere too.
    public RunOptions withRoots(SourceRoots value) {
        return changed(d -> d.roots = value);
    }

    /// The same with another working directory.
    public RunOptions withDirectory(Path value) {
        return changed(d -> d.directory = value);
    }

    /// The same, built for a debugger or not.
    public RunOptions withDebug(boolean value) {
        return changed(d -> d.debug = value);
    }

    private RunOptions changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.options();
    }

    /// Options while one of them is being changed.
    private static final class Draft {
        private Target target;
        private int gomaxprocs;
        private int gogc;
        private String godebug;
        private String gotraceback;
        private long memoryLimitBytes;
        private boolean events;
        private int cpuProfileHz;
        private List<String> args;
        private Map<String, String> environment;
        private String languageVersion;
        private List<String> tags;
        private SourceRoots roots;
        private @Nullable Path directory;
        private boolean debug;

        Draft(RunOptions from) {
            target = from.target;
            gomaxprocs = from.gomaxprocs;
            gogc = from.gogc;
            godebug = from.godebug;
            gotraceback = from.gotraceback;
            memoryLimitBytes = from.memoryLimitBytes;
            events = from.events;
            cpuProfileHz = from.cpuProfileHz;
            args = from.args;
            environment = from.environment;
            languageVersion = from.languageVersion;
            tags = from.tags;
            roots = from.roots;
            directory = from.directory;
            debug = from.debug;
        }

        RunOptions options() {
            return new RunOptions(
                    target,
                    gomaxprocs,
                    gogc,
                    godebug,
                    gotraceback,
                    memoryLimitBytes,
                    events,
                    cpuProfileHz,
                    args,
                    environment,
                    languageVersion,
                    tags,
                    roots,
                    directory,
                    debug);
        }
    }
}
