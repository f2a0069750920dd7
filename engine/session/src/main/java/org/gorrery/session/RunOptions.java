package org.gorrery.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        @Nullable Path directory) {
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
                    null);

    /// Copies the collections.
    public RunOptions {
        args = List.copyOf(args);
        environment = Map.copyOf(environment);
        tags = List.copyOf(tags);
    }

    /// The same for another target.
    public RunOptions withTarget(Target value) {
        return new RunOptions(
                value,
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
                directory);
    }

    /// The same with another number of Ps.
    public RunOptions withGomaxprocs(int value) {
        return new RunOptions(
                target,
                value,
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
                directory);
    }

    /// The same with another GOGC.
    public RunOptions withGogc(int value) {
        return new RunOptions(
                target,
                gomaxprocs,
                value,
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
                directory);
    }

    /// The same with another GODEBUG.
    public RunOptions withGodebug(String value) {
        return new RunOptions(
                target,
                gomaxprocs,
                gogc,
                value,
                gotraceback,
                memoryLimitBytes,
                events,
                cpuProfileHz,
                args,
                environment,
                languageVersion,
                tags,
                roots,
                directory);
    }

    /// The same with another GOTRACEBACK.
    public RunOptions withGotraceback(String value) {
        return new RunOptions(
                target,
                gomaxprocs,
                gogc,
                godebug,
                value,
                memoryLimitBytes,
                events,
                cpuProfileHz,
                args,
                environment,
                languageVersion,
                tags,
                roots,
                directory);
    }

    /// The same with another memory limit.
    public RunOptions withMemoryLimitBytes(long value) {
        return new RunOptions(
                target,
                gomaxprocs,
                gogc,
                godebug,
                gotraceback,
                value,
                events,
                cpuProfileHz,
                args,
                environment,
                languageVersion,
                tags,
                roots,
                directory);
    }

    /// The same with events and CPU samples, for the explorer.
    public RunOptions withObservation(boolean recordEvents, int samplesPerSecond) {
        return new RunOptions(
                target,
                gomaxprocs,
                gogc,
                godebug,
                gotraceback,
                memoryLimitBytes,
                recordEvents,
                samplesPerSecond,
                args,
                environment,
                languageVersion,
                tags,
                roots,
                directory);
    }

    /// The same with other arguments and environment.
    public RunOptions withProcess(List<String> arguments, Map<String, String> variables) {
        return new RunOptions(
                target,
                gomaxprocs,
                gogc,
                godebug,
                gotraceback,
                memoryLimitBytes,
                events,
                cpuProfileHz,
                arguments,
                variables,
                languageVersion,
                tags,
                roots,
                directory);
    }

    /// The same with another language version and build tags.
    public RunOptions withLanguage(String version, List<String> buildTags) {
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
                version,
                buildTags,
                roots,
                directory);
    }

    /// The same with packages from elsewhere too.
    public RunOptions withRoots(SourceRoots value) {
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
                value,
                directory);
    }

    /// The same with another working directory.
    public RunOptions withDirectory(Path value) {
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
                value);
    }
}
