package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs drawn at random ([RandomProgram]) do under our engine what they do under an installed Go, to the last line of output.
///
/// Fifty make one file, since linking is what costs. `differential.seed` is the seed of the first, `differential.programs` their number,
/// `differential.goarch` the target, `differential.kind` what is drawn: `program`, whose types are few and whose statements are mixed, `shapes`
/// ([RandomShapes]), whose types are drawn, `library` ([RandomLibrary]), calls of the standard
/// library, or `wide` ([RandomWide]), generic code, goroutines, methods. `differential.runner` is a command that runs a binary of another architecture, an emulator.
class DifferentialTest {
    private static final int PER_FILE = 50;

    @TempDir Path folder;

    /// A file of programs, seeds `first` and following.
    static String file(long first, int programs) {
        return file("program", first, programs, 64);
    }

    private static String file(String kind, long first, int programs, int wordBits) {
        var text = new StringBuilder(head(kind));
        for (int i = 0; i < programs; i++) {
            text.append(
                            switch (kind) {
                                case "library" -> RandomLibrary.of(first + i, i);
                                case "wide" -> RandomWide.of(first + i, i, wordBits);
                                case "shapes" -> RandomShapes.of(first + i, i, wordBits);
                                default -> RandomProgram.of(first + i, i, wordBits);
                            })
                    .append('\n');
        }
        text.append("func main() {\n");
        for (int i = 0; i < programs; i++) {
            text.append("\tp").append(i).append("()\n");
        }
        return text.append("}\n").toString();
    }

    private static String head(String kind) {
        return switch (kind) {
            case "library" -> RandomLibrary.HEAD;
            case "wide" -> RandomWide.HEAD;
            default ->
                    "package main\n\nimport (\n\t\"math\"\n\t\"runtime\"\n\t\"unsafe\"\n)\n\n"
                            + "var _, _ = runtime.Goexit, unsafe.Pointer(nil)\n\n"
                            + RandomProgram.SUPPORT
                            + RandomShapes.SUPPORT
                            + '\n';
        };
    }

    @Test
    void aSeedGivesOneProgramAndAnotherSeedAnotherOne() {
        assertEquals(file(7, 3), file(7, 3));
        assertNotEquals(file(7, 3), file(8, 3));
    }

    @Test
    void aFileOfProgramsCompilesAndRunsToItsEnd() {
        var result = GoRunner.run(file(1, 10), RunOptions.DEFAULT);
        assertEquals(new RunOutcome.Exited(0), result.outcome(), result.stderr());
        assertEquals(10, result.stderr().lines().filter(l -> l.startsWith("#p")).count());
    }

    @Test
    void aFileOfShapesCompilesAndRunsToItsEnd() {
        var result = GoRunner.run(file("shapes", 1, 4, 64), RunOptions.DEFAULT);
        assertEquals(new RunOutcome.Exited(0), result.outcome(), result.stderr());
        assertEquals(4, result.stderr().lines().filter(l -> l.startsWith("#p")).count());
    }

    @Test
    void aFileOfCallsOfTheLibraryCompilesAndRunsToItsEnd() {
        var result = GoRunner.run(file("library", 1, 4, 64), RunOptions.DEFAULT);
        assertEquals(new RunOutcome.Exited(0), result.outcome(), result.stderr());
        assertEquals(4, result.stderr().lines().filter(l -> l.startsWith("#p")).count());
    }

    @Test
    void aFileOfGenericCodeAndGoroutinesCompilesAndRunsToItsEnd() {
        var result = GoRunner.run(file("wide", 1, 4, 64), RunOptions.DEFAULT);
        assertEquals(new RunOutcome.Exited(0), result.outcome(), result.stderr());
        assertEquals(4, result.stderr().lines().filter(l -> l.startsWith("#p")).count());
    }

    @Test
    @Tag("long")
    void programsDoWhatTheyDoUnderGo() throws IOException, InterruptedException {
        var go = InstalledGo.required();
        long seed = Long.getLong("differential.seed", 1);
        int programs = Integer.getInteger("differential.programs", 5000);
        var differences = new ArrayList<String>();
        for (long first = seed; first < seed + programs; first += PER_FILE) {
            differences.addAll(differences(go, first));
        }
        assertEquals(List.of(), differences);
    }

    private List<String> differences(InstalledGo go, long first)
            throws IOException, InterruptedException {
        var target = Target.of("linux", goarch()).orElseThrow();
        String kind = System.getProperty("differential.kind", "program");
        String text = file(kind, first, PER_FILE, 8 * target.wordBytes());
        var theirs = byProgram(runByGo(go, text));
        var ours = byProgram(GoRunner.run(text, RunOptions.DEFAULT.withTarget(target)).stderr());
        var list = new ArrayList<String>();
        for (int i = 0; i < Math.max(theirs.size(), ours.size()); i++) {
            String a = i < theirs.size() ? theirs.get(i) : "nothing";
            String b = i < ours.size() ? ours.get(i) : "nothing";
            if (!a.equals(b)) {
                list.add("seed " + (first + i) + ": " + firstDifference(a, b));
            }
        }
        return list;
    }

    private static String goarch() {
        return System.getProperty("differential.goarch", "amd64");
    }

    private static List<String> byProgram(String output) {
        return Arrays.stream(output.split("(?m)^(?=#p)", -1)).filter(s -> !s.isEmpty()).toList();
    }

    private static String firstDifference(String go, String ours) {
        var a = go.split("\n", -1);
        var b = ours.split("\n", -1);
        int i = 0;
        while (i < a.length && i < b.length && a[i].equals(b[i])) {
            i++;
        }
        return "line %d: Go prints %s, we print %s"
                .formatted(i, i < a.length ? a[i] : "nothing", i < b.length ? b[i] : "nothing");
    }

    private String runByGo(InstalledGo go, String text) throws IOException, InterruptedException {
        var source = Files.writeString(folder.resolve("main.go"), text);
        var binary = folder.resolve("program").toString();
        var variables = Map.of("GOARCH", goarch());
        assertEquals("", go.go(folder, variables, "build", "-o", binary, source.toString()));
        String runner = System.getProperty("differential.runner", "");
        return InstalledGo.run(
                folder, variables, runner.isEmpty() ? List.of(binary) : List.of(runner, binary));
    }
}
