package org.gorrery.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A machine of its own for the shell scripts: a checkout, a root folder, a home, a `PATH` with nothing
/// but the tools of a POSIX system, and JDKs that only tell how they were called.
final class ScriptHome {
    private static final List<String> TOOLS =
            List.of(
                    "cat",
                    "cp",
                    "find",
                    "grep",
                    "head",
                    "mkdir",
                    "mv",
                    "readlink",
                    "rm",
                    "sed",
                    "sleep",
                    "tail",
                    "tee",
                    "uname");

    final Path checkout;
    final Path root;
    final Path home;
    final Path path;
    final Map<String, String> environment = new HashMap<>();

    /// What a script did: exit status, standard output and standard error.
    record Outcome(int status, String out, String err) {}

    ScriptHome(Path folder) throws IOException {
        checkout = folder.resolve("check out"); // with a space, as users have it
        root = folder.resolve("root");
        home = Files.createDirectories(folder.resolve("home"));
        path = Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(root);
        for (String tool : TOOLS) {
            Path found =
                    Stream.of("/bin", "/usr/bin")
                            .map(bin -> Path.of(bin, tool))
                            .filter(Files::isExecutable)
                            .findFirst()
                            .orElseThrow();
            script(path.resolve(tool), "exec " + found + " \"$@\"");
        }
        Path project = Path.of("..").toRealPath();
        Files.createDirectories(checkout.resolve("installer"));
        for (String script :
                List.of(
                        "mvnw",
                        "gorrery",
                        "installer/find-jdk.sh",
                        "installer/build.sh",
                        "installer/desktop.sh")) {
            Files.copy(
                    project.resolve(script),
                    checkout.resolve(script),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        for (String source : List.of("engine/abi", "ui-resources", "sample-programs", "app")) {
            Files.createDirectories(checkout.resolve(source).resolve("src/main"));
            Files.writeString(checkout.resolve(source).resolve("pom.xml"), "");
        }
        Files.writeString(checkout.resolve("pom.xml"), "");
        Files.writeString(checkout.resolve("engine/pom.xml"), "");
        environment.put("PATH", path.toString());
        environment.put("HOME", home.toString());
        environment.put("JDK_ROOT", root.toString());
        environment.put("DESKTOP_ROOT", root.toString());
    }

    /// A JDK whose `java` prints where it stands and its arguments, one per line.
    ///
    /// @param version as the file `release` of a JDK has it
    Path jdk(Path folder, String version) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        script(bin.resolve("java"), "echo \"java of ${0%/bin/java}\"; printf '%s\\n' \"$@\"");
        script(bin.resolve("javac"), "exit 3");
        Files.writeString(
                folder.resolve("release"),
                "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return folder;
    }

    /// A Maven whose body is the shell text given.
    void maven(String body) throws IOException {
        script(path.resolve("mvn"), body);
    }

    void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make executable: " + file);
        }
    }

    /// Runs a script of the checkout to its end.
    Outcome run(String script, String... args) {
        var command = new ArrayList<String>();
        command.add(checkout.resolve(script).toString());
        command.addAll(List.of(args));
        return start(command);
    }

    /// Runs shell text that may source the scripts of the checkout, its working directory.
    Outcome shell(String text) {
        return start(List.of("/bin/sh", "-eu", "-c", text));
    }

    private Outcome start(List<String> command) {
        try {
            Path out = Files.createTempFile(home, "out", "");
            Path err = Files.createTempFile(home, "err", "");
            var builder = new ProcessBuilder(command).directory(checkout.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            builder.redirectOutput(out.toFile()).redirectError(err.toFile());
            int status = builder.start().waitFor();
            return new Outcome(
                    status,
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
