package org.gorrery.compiler.types;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.gorrery.target.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Programs with words taken out, doubled and exchanged are checked without an exception, whatever the parser made of them.
class BrokenSourceTest {
    private static final int VARIANTS = 300;
    private static final Pattern WORD =
            Pattern.compile("[A-Za-z_0-9]+|\"[^\"\\n]*\"|\\s+|[^A-Za-z_0-9\\s\"]");

    static java.util.stream.Stream<Path> programs() throws IOException {
        return CheckCorpusTest.programs();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void neverThrows(Path program) throws IOException {
        var words = new ArrayList<String>();
        var m = WORD.matcher(Files.readString(program, StandardCharsets.UTF_8));
        while (m.find()) {
            words.add(m.group());
        }
        for (int seed = 0; seed < VARIANTS; seed++) {
            String text = mutated(words, new Random(seed));
            assertDoesNotThrow(() -> check(text), "seed " + seed + " of " + program);
        }
    }

    private static String mutated(List<String> words, Random random) {
        var list = new ArrayList<>(words);
        for (int i = 0; i <= random.nextInt(4); i++) {
            int at = random.nextInt(list.size());
            String other = list.get(random.nextInt(list.size()));
            switch (random.nextInt(4)) {
                case 0 -> list.remove(at);
                case 1 -> list.add(at, other);
                case 2 -> list.set(at, other);
                default -> Collections.swap(list, at, random.nextInt(list.size()));
            }
        }
        return String.join("", list);
    }

    private static void check(String text) {
        CheckedText.of(new Types(Target.LINUX_AMD64), text, CheckOptions.DEFAULT);
    }
}
