package org.gorrery.compiler.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gorrery.compiler.source.Diagnostic;
import org.gorrery.compiler.source.DiagnosticCode;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the bytes, the parser returns a tree and diagnostics inside the file; and what it accepts, the formatter turns into text that it
/// accepts, too.
class HostileInputTest {
    private static final String[] FRAGMENTS = {
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ";",
        ":",
        "=",
        ":=",
        "...",
        "<-",
        "chan",
        "func",
        "type",
        "var",
        "if",
        "for",
        "range",
        "struct",
        "interface",
        "map",
        "~",
        "|",
        "*",
        "&",
        "\n",
        " ",
        "x",
        "1",
        "\"s\"",
        "'",
        "`",
        "\"",
        "switch",
        "case",
        "select",
        "go",
        "defer",
        "return",
        "else",
        "T[P]",
        "[]int",
        "0x",
        "_",
        "\\",
        "/*",
        "*/",
        "//",
        "package",
        "import",
        "const",
        "i",
        "0b2",
        "1_",
        "$",
        "é",
        "\0",
        "\ufeff",
        "//line a:1:1\n",
        "//go:embed\n",
        "goto",
        "L:",
        "fallthrough",
        "."
    };

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String name : List.of("declarations", "statements", "expressions", "comments")) {
            for (String kind : List.of(".go", ".out")) {
                try (var in =
                        HostileInputTest.class.getResourceAsStream("/go/format/" + name + kind)) {
                    seeds.add(in.readAllBytes());
                }
            }
        }
        return seeds;
    }

    private static byte[] mutated(byte[] seed, Random random) {
        var text = new StringBuilder(new String(seed, StandardCharsets.ISO_8859_1));
        int edits = 1 + random.nextInt(4);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(12));
            String fragment = FRAGMENTS[random.nextInt(FRAGMENTS.length)];
            String insert =
                    new String(
                            fragment.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, insert);
                case 2 -> text.replace(at, end, insert);
                default -> text.insert(random.nextInt(text.length() + 1), text.substring(at, end));
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void check(long seed, int rounds) throws IOException {
        var random = new Random(seed);
        List<byte[]> seeds = seeds();
        for (int i = 0; i < rounds; i++) {
            byte[] text = mutated(seeds.get(random.nextInt(seeds.size())), random);
            try {
                checkOne(text);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "seed "
                                + seed
                                + ", round "
                                + i
                                + ":\n"
                                + new String(text, StandardCharsets.UTF_8),
                        e);
            }
        }
    }

    private static void checkOne(byte[] text) {
        var sources = new SourceSet();
        var diagnostics = new Diagnostics();
        int base = sources.add("x.go", text);
        SourceFile file = Parser.parse(sources, base, new NodeIds(), diagnostics);
        assertTrue(file.end() <= base + text.length);
        for (Diagnostic found : diagnostics.sorted()) {
            assertTrue(found.pos() >= base && found.pos() <= base + text.length, found.toString());
        }
        for (boolean simplify : new boolean[] {false, true}) {
            Formatter.format("x.go", text, simplify, new SourceSet(), new Diagnostics())
                    .ifPresent(HostileInputTest::checkParses);
        }
    }

    private static void checkParses(byte[] formatted) {
        var sources = new SourceSet();
        var diagnostics = new Diagnostics();
        // more than a compiler takes
        Parser.parse(sources, sources.add("x.go", formatted), diagnostics, new Liberties());
        long errors =
                diagnostics.sorted().stream()
                        .filter(found -> found.code() != DiagnosticCode.DIRECTIVE)
                        .count();
        assertEquals(
                0,
                errors,
                () -> new String(formatted, StandardCharsets.UTF_8) + diagnostics.sorted());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mutatedSourcesNeverBreakParserOrFormatter(long seed) throws IOException {
        check(seed, 400);
    }

    @Test
    @Tag("long")
    void manyMutatedSourcesNeverBreakParserOrFormatter() throws IOException {
        check(11, 100_000);
    }

    @Test
    void randomBytesAreParsedToTheEnd() {
        var random = new Random(5);
        for (int i = 0; i < 200; i++) {
            byte[] text = new byte[random.nextInt(300)];
            random.nextBytes(text);
            checkOne(text);
        }
    }
}
