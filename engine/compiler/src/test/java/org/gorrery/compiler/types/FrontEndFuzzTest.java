package org.gorrery.compiler.types;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.FormatOracle;
import org.gorrery.compiler.syntax.NodeIds;
import org.gorrery.compiler.syntax.Parser;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the text, the front end answers with diagnostics: no exception, no endless loop, no memory that grows.
///
/// Input number i of a run comes from seed `fuzz.seed` + i alone: by halves a file drawn from the grammar ([GrammarSource]) and pieces of our
/// own programs, put together and mangled. What once broke the front end lies in `go/fuzz` and is tried in every build; `go/fuzz/RESULT.md`
/// says what the last long run was.
class FrontEndFuzzTest {
    private static final Path ENGINE = Path.of("..").toAbsolutePath().normalize();
    private static final Path KEPT = Path.of("src/test/resources/go/fuzz");
    private static final int BATCH = 1000;
    private static final long BATCH_SECONDS = 120;
    private static final long HEAP_BYTES = 600L << 20;
    private static final Pattern WORD =
            Pattern.compile("[A-Za-z_0-9]+|\"[^\"\\n]*\"|\\s+|[^A-Za-z_0-9\\s\"]");

    private final List<List<String>> pieces = new ArrayList<>();

    static Stream<Path> kept() throws IOException {
        return Files.list(KEPT).filter(p -> p.toString().endsWith(".go")).sorted();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void whatOnceBrokeItDoesNotAnyMore(Path program) throws IOException {
        frontEnd(Files.readAllBytes(program));
    }

    @Test
    void aThousandInputsOfEachKindGetDiagnosticsOnly() throws IOException {
        run(1, 2 * BATCH);
    }

    @Test
    @Tag("long")
    void aMillionInputsGetDiagnosticsOnly() throws IOException {
        run(Long.getLong("fuzz.seed", 1), Integer.getInteger("fuzz.inputs", 1_000_000));
    }

    private void run(long seed, int inputs) throws IOException {
        readPieces();
        for (int done = 0; done < inputs; done += BATCH) {
            long first = seed + done;
            assertTimeoutPreemptively(
                    Duration.ofSeconds(BATCH_SECONDS),
                    () -> batch(first),
                    () -> "inputs from seed " + first + " do not end");
        }
        System.gc();
        var runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        assertTrue(used < HEAP_BYTES, () -> used + " bytes are held after the run");
    }

    private void batch(long first) {
        for (long s = first; s < first + BATCH; s++) {
            String text = input(s);
            try {
                frontEnd(text.getBytes(StandardCharsets.UTF_8));
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                throw new AssertionError("seed " + s + ": " + e + "\n" + text, e);
            }
        }
    }

    /// The text of a seed.
    String input(long seed) {
        var random = new Random(seed * 0x9E3779B97F4A7C15L);
        if (seed % 2 == 0) {
            return GrammarSource.file(random);
        }
        var words = new ArrayList<>(List.of("package", " ", "p", "\n"));
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            words.addAll(pieces.get(random.nextInt(pieces.size())));
            words.add("\n");
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            mangle(words, random);
        }
        return String.join("", words);
    }

    private static void mangle(List<String> words, Random random) {
        int at = random.nextInt(words.size());
        String other = words.get(random.nextInt(words.size()));
        switch (random.nextInt(6)) {
            case 0 -> words.remove(at);
            case 1 -> words.add(at, other);
            case 2 -> words.set(at, other);
            case 3 -> words.set(at, String.valueOf((char) random.nextInt(0x250)));
            case 4 -> words.subList(at, Math.min(words.size(), at + random.nextInt(8))).clear();
            default -> Collections.swap(words, at, random.nextInt(words.size()));
        }
        if (words.isEmpty()) {
            words.add(";");
        }
    }

    /// Top-level pieces of all Go programs of the repository's tests, as words.
    void readPieces() throws IOException {
        try (var files = Files.walk(ENGINE)) {
            for (var f :
                    files.filter(p -> p.toString().endsWith(".go"))
                            .filter(p -> p.toString().contains("src/test/resources"))
                            .sorted()
                            .toList()) {
                for (var piece : Files.readString(f, StandardCharsets.ISO_8859_1).split("\n\n")) {
                    var words = WORD.matcher(piece).results().map(m -> m.group()).toList();
                    if (!piece.startsWith("package") && words.size() > 2 && words.size() < 300) {
                        pieces.add(words);
                    }
                }
            }
        }
        assertTrue(pieces.size() > 100, () -> pieces.size() + " pieces of programs");
    }

    /// Parse, check, and where it parses, format: the outcome says the same.
    static void frontEnd(byte[] utf8) {
        var sources = new SourceSet();
        var syntax = new Diagnostics();
        var ids = new NodeIds();
        var file = Parser.parse(sources, sources.add("p.go", utf8), ids, syntax);
        var found = new Diagnostics();
        Importer none = (path, from) -> Importer.Imported.failed("no imports here");
        new Checker(new Types(Target.LINUX_AMD64), sources, none, CheckOptions.DEFAULT)
                .check(new GoPackage("p", file.packageName().text()), List.of(file), ids, found);
        for (var d : found.sorted()) {
            assertTrue(!d.message().isEmpty() && d.pos() >= 0 && d.pos() <= utf8.length + 1);
        }
        if (!syntax.hasErrors()) {
            FormatOracle.judge(utf8);
        }
    }
}
