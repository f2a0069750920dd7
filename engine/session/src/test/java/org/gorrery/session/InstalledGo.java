package org.gorrery.session;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The Go installation that tests compare with: the first go command on the PATH.
///
/// @param command the go command
record InstalledGo(Path command) {
    /// More than any of it takes on a busy machine.
    private static final long MINUTES = 10;

    /// The one on the PATH.
    static Optional<InstalledGo> find() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(dir -> Path.of(dir, "go"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(InstalledGo::new);
    }

    /// The one on the PATH; a test that asks is skipped where there is none.
    static InstalledGo required() {
        var go = find();
        assumeTrue(go.isPresent(), "no go command on the PATH");
        return go.orElseThrow();
    }

    /// Its folder, GOROOT.
    Path root() throws IOException, InterruptedException {
        return Path.of(
                go(Path.of(System.getProperty("java.io.tmpdir")), Map.of(), "env", "GOROOT")
                        .strip());
    }

    /// What `go` with some arguments prints, errors included.
    String go(Path folder, Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        var all = Stream.concat(Stream.of(command.toString()), Stream.of(arguments)).toList();
        return run(folder, variables, all);
    }

    /// What a command prints that is run in a folder, errors included.
    static String run(Path folder, Map<String, String> variables, List<String> command)
            throws IOException, InterruptedException {
        var log = Files.createTempFile(folder, "log", "");
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().putAll(variables);
        var p = builder.start();
        if (!p.waitFor(MINUTES, TimeUnit.MINUTES)) {
            p.destroyForcibly();
            throw new AssertionError("no end: " + command);
        }
        var printed = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        Files.delete(log);
        return printed;
    }
}
