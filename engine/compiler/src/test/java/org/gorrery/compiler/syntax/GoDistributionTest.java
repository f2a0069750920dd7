package org.gorrery.compiler.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Parses and formats all sources of an installed Go distribution; skipped where there is none.
@Tag("long")
class GoDistributionTest {
    private static final int FILES_PER_RUN = 500;

    private static Path root() {
        String variable = System.getenv("GOROOT");
        try {
            String root =
                    variable != null ? variable : output(List.of("go", "env", "GOROOT")).strip();
            Assumptions.assumeTrue(
                    Files.isDirectory(Path.of(root, "src")), "no Go sources at " + root);
            return Path.of(root);
        } catch (IOException e) {
            Assumptions.abort("Go is not installed: set GOROOT, or put go on the path");
            throw new IllegalStateException(e);
        }
    }

    private static String output(List<String> command) throws IOException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(
                            file -> file.toString().endsWith(".go") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theWholeStandardLibraryParses() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path file : files(root().resolve("src"))) {
            if (!file.toString().contains("testdata")) {
                var sources = new SourceSet();
                var diagnostics = new Diagnostics();
                Parser.parse(
                        sources,
                        sources.add(file.toString(), Files.readAllBytes(file)),
                        new NodeIds(),
                        diagnostics);
                diagnostics
                        .sorted()
                        .forEach(found ->
                                faults.add(sources.position(found.pos()) + ": " + found.message()));
            }
        }
        assertEquals(List.of(), faults);
    }

    /// gofmt's answer is asked for with all leading blanks taken away, so that the layout has to be found again.
    @Test
    void sourcesWithoutIndentationComeOutAsFromGofmt() throws IOException {
        Path gofmt = root().resolve("bin/gofmt");
        Assumptions.assumeTrue(Files.isExecutable(gofmt), "no gofmt at " + gofmt);
        Path folder = Files.createTempDirectory("gofmt");
        List<Path> inputs = new ArrayList<>();
        for (Path file : files(root().resolve("src"))) {
            if (!file.toString().contains("testdata") && Files.size(file) < 100_000) {
                String text = Files.readString(file);
                if (text.indexOf('`') < 0 && !text.contains("/*")) {
                    Path input = folder.resolve(inputs.size() + ".go");
                    Files.writeString(input, text.replaceAll("(?m)^[ \\t]+(?!//)", " "));
                    inputs.add(input);
                }
            }
        }
        List<byte[]> texts = new ArrayList<>();
        for (Path input : inputs) {
            texts.add(Files.readAllBytes(input));
        }
        rewrite(gofmt, inputs);
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            byte[] ours =
                    Formatter.format("x.go", texts.get(i), new SourceSet(), new Diagnostics())
                            .orElse(new byte[0]);
            if (!Arrays.equals(ours, Files.readAllBytes(inputs.get(i)))) {
                differing.add(inputs.get(i).toString());
            }
        }
        assertTrue(inputs.size() > 1000, "too few files: " + inputs.size());
        assertTrue(
                differing.size() * 100 <= inputs.size(),
                () -> differing.size() + " of " + inputs.size() + " differ: " + differing);
    }

    private static void rewrite(Path gofmt, List<Path> files) throws IOException {
        for (int from = 0; from < files.size(); from += FILES_PER_RUN) {
            List<String> command = new ArrayList<>(List.of(gofmt.toString(), "-w"));
            files.subList(from, Math.min(files.size(), from + FILES_PER_RUN))
                    .forEach(file -> command.add(file.toString()));
            output(command);
        }
    }
}
