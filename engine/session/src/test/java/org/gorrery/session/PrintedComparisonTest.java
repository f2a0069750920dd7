package org.gorrery.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every program that prints one random value ([RandomPrinting]) prints what it does under an installed Go.
///
/// Under our engine each is a program of its own, as the compiler leaves out what no value of a program needs; Go gets two hundred in a
/// file. `differential.seed` is the seed of the first, `differential.programs` their number.
class PrintedComparisonTest {
    private static final int PER_FILE = 200;
    private static final String AFTER = "\n#after ";
    private static final String PANICKED = "\npanicked";

    private static final String DO =
            """
            func do(number int, program func()) {
            	defer func() {
            		if recover() != nil {
            			os.Stdout.WriteString("\\npanicked")
            		}
            		os.Stdout.WriteString("\\n#after " + strconv.Itoa(number) + "\\n")
            	}()
            	program()
            }

            """;

    /// Where values lie differs, and with it the spaces that a width adds.
    private static final Pattern ADDRESS = Pattern.compile(" *(0x)?[0-9a-fA-F]{6,} *");

    @TempDir Path folder;

    private static String program(String declarations, String main) {
        String body = declarations + "\nfunc main() {\n" + main + "}\n";
        return "package main\n\n" + UsedPackages.imports(body) + "\n" + body;
    }

    private static String masked(String printed) {
        return ADDRESS.matcher(printed).replaceAll("ADDRESS").strip();
    }

    private static GoRunner.Result run(long seed, int number) {
        var drawn = RandomPrinting.of(seed, number);
        return GoRunner.run(program(drawn.declarations(), drawn.body()), RunOptions.DEFAULT);
    }

    private static String ours(long seed, int number) {
        var result = run(seed, number);
        return masked(
                new String(result.stdout().getBytes(ISO_8859_1), UTF_8)
                        + switch (result.outcome()) {
                            case RunOutcome.Exited _ -> "";
                            case RunOutcome.Panicked _ -> PANICKED;
                            default -> "\n" + result.outcome() + ": " + result.stderr();
                        });
    }

    @Test
    void whatPrintsARandomValueIsThereWhereverTheValueComesFrom() {
        for (int seed = 1; seed <= 40; seed++) {
            var result = run(seed, 0);
            assertFalse(
                    result.outcome() instanceof RunOutcome.EngineFailure,
                    "seed " + seed + ": " + result);
        }
    }

    @Test
    @Tag("long")
    void whatIsPrintedIsWhatGoPrints() throws IOException, InterruptedException {
        var go = InstalledGo.required();
        long seed = Long.getLong("differential.seed", 1);
        int programs = Integer.getInteger("differential.programs", 5000);
        var differences = new ArrayList<String>();
        for (long first = seed; first < seed + programs; first += PER_FILE) {
            var theirs = runByGo(go, first);
            for (int i = 0; i < PER_FILE; i++) {
                String ours = ours(first + i, i);
                String expected = i < theirs.size() ? theirs.get(i) : "nothing";
                if (!ours.equals(expected)) {
                    differences.add(
                            "seed " + (first + i) + ": Go prints " + expected + ", we " + ours);
                }
            }
        }
        assertEquals("", String.join("\n", differences));
    }

    private List<String> runByGo(InstalledGo go, long first)
            throws IOException, InterruptedException {
        var declarations = new StringBuilder(DO);
        var main = new StringBuilder();
        for (int i = 0; i < PER_FILE; i++) {
            var drawn = RandomPrinting.of(first + i, i);
            declarations.append(drawn.declarations());
            declarations.append("func q" + i + "() {\n").append(drawn.body()).append("}\n");
            main.append("\tdo(" + i + ", q" + i + ")\n");
        }
        var source =
                Files.writeString(
                        folder.resolve("main.go"),
                        program(declarations.toString(), main.toString()));
        var binary = folder.resolve("program").toString();
        assertEquals("", go.go(folder, Map.of(), "build", "-o", binary, source.toString()));
        return Pattern.compile(AFTER + "\\d+\n")
                .splitAsStream(InstalledGo.run(folder, Map.of(), List.of(binary)))
                .map(PrintedComparisonTest::masked)
                .toList();
    }
}
