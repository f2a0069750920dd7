package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs over packages that only an installed Go has, compiled from its sources: they print what they print there.
class InstalledProgramsTest {
    private static final long MINUTES = 3;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"archives", "crypto", "encodings", "syntax"})
    void aProgramOverInstalledPackagesPrintsWhatItPrintsUnderGo(String name) throws Exception {
        var go = go();
        assumeTrue(go.isPresent(), "no go command on the PATH");
        String text;
        try (var in = getClass().getResourceAsStream("/go/installed/" + name + ".go")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        var main = Files.writeString(folder.resolve(name + ".go"), text);
        String root = process(go.get().toString(), "env", "GOROOT").strip();
        var options = RunOptions.DEFAULT.withRoots(SourceRoots.of(root, Map.of()));
        var ours = GoRunner.run(new Source.Files(List.of(main)), options, r -> {});
        byte[] printed = ours.stdout().getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                process(go.get().toString(), "run", main.toString()),
                new String(printed, StandardCharsets.UTF_8) + ours.stderr());
    }

    private String process(String... command) throws IOException, InterruptedException {
        var log = folder.resolve("log");
        var p =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (!p.waitFor(MINUTES, TimeUnit.MINUTES)) {
            p.destroyForcibly();
            throw new AssertionError("no end: " + List.of(command));
        }
        return Files.readString(log);
    }

    private static Optional<Path> go() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(dir -> Path.of(dir, "go"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
