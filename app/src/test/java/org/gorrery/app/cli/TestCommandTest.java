package org.gorrery.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gorrery.session.Engine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `gorrery test` on a module of tests, against what `go test` of Go 1.26 printed for it (`*.want`, first line: folder and arguments);
/// where Go is installed, also against what it prints now. Times and tracebacks are left out.
class TestCommandTest {
    private static final Path MODULE = Path.of("src/test/resources/go-test").toAbsolutePath();

    // go test takes a second or more for each: these have every kind of line among them
    private static final Set<String> COMPARED =
            Set.of(
                    "several.want",
                    "more.want",
                    "bench.want",
                    "panic-listed.want",
                    "fuzz.want",
                    "fuzz-bad.want");

    @TempDir private static Path images;

    /// One for all command lines, most of which are about the same few packages: it compiles each once.
    private static Engine engine;

    @BeforeAll
    static void anEngineThatKeepsWhatItCompiled() {
        engine = Engine.withOwnCache(images);
    }

    private record Result(String stdout, String stderr, int status) {
        String text() {
            return normal(stdout) + "--- exit " + status + "\n";
        }
    }

    @TestFactory
    Stream<DynamicTest> reportsAreThoseOfGo() throws IOException {
        return recorded()
                .map(p ->
                        DynamicTest.dynamicTest(
                                p.getFileName().toString(),
                                () -> {
                                    var lines = Files.readString(p).split("\n", 2);
                                    assertEquals(lines[1], gorrery(lines[0].split(" ")).text());
                                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsRecordedIsWhatGoPrints() throws IOException {
        return recorded()
                .filter(p -> COMPARED.contains(p.getFileName().toString()))
                .map(p ->
                        DynamicTest.dynamicTest(
                                p.getFileName().toString(),
                                () -> {
                                    assumeTrue(goIsInstalled(), "no go on the PATH");
                                    var lines = Files.readString(p).split("\n", 2);
                                    assertEquals(lines[1], go(lines[0].split(" ")).text());
                                }));
    }

    @Test
    void aChangedTestIsCompiledAnewAndAnUnchangedOneIsNot(@TempDir Path module) throws IOException {
        Files.writeString(module.resolve("go.mod"), "module m\n\ngo 1.24\n");
        var test = module.resolve("m_test.go");
        var text = "package m\n\nimport \"testing\"\n\nfunc TestM(t *testing.T) { t.Fatal(%d) }\n";
        Files.writeString(test, text.formatted(1));
        int before = kept();
        assertTrue(gorrery(module.toString()).stdout.contains("m_test.go:5: 1\n"));
        assertTrue(gorrery(module.toString()).stdout.contains("m_test.go:5: 1\n"));
        assertEquals(before + 1, kept());
        Files.writeString(test, text.formatted(2));
        assertTrue(gorrery(module.toString()).stdout.contains("m_test.go:5: 2\n"));
    }

    private static int kept() throws IOException {
        if (!Files.exists(images)) {
            return 0;
        }
        try (var files = Files.list(images)) {
            return (int) files.count();
        }
    }

    @Test
    void tracebackOfATimeoutNamesTheTestsThatRan() throws IOException {
        var result = gorrery("slow", "-timeout=1s");
        assertTrue(
                result.stdout.startsWith(
                        "panic: test timed out after 1s\n\trunning tests:\n\t\tTestForEver (1s)\n"),
                result.stdout);
        assertTrue(result.stdout.contains("slow.TestForEver("), result.stdout);
        assertTrue(result.stdout.contains("exit status 2\nFAIL\texample.com/m/slow\t"));
    }

    @Test
    void everyEventOfATestIsAJsonObject() throws IOException {
        var result = gorrery("a", "-json", "-run=TestAdd");
        var actions =
                result.stdout
                        .lines()
                        .map(l -> l.replaceFirst(".*\"Action\":\"([a-z-]+)\".*", "$1"))
                        .filter(a -> !a.equals("output"))
                        .toList();
        assertEquals(
                List.of("start", "run", "run", "pause", "cont", "pass", "pass", "pass"), actions);
    }

    @Test
    void theResultsOfABenchmarkAreEventsOfThat() throws IOException {
        var lines = gorrery("a", "-json", "-run=XX", "-bench=.", "-benchtime=10x").stdout.lines();
        var events = lines.filter(l -> l.contains("\"Test\":")).toList();
        assertEquals(4, events.size(), events::toString);
        assertTrue(events.get(0).contains("\"Action\":\"run\""), events::toString);
        assertTrue(
                events.get(1).endsWith("\"Output\":\"=== RUN   BenchmarkAdd\\n\"}"),
                events::toString);
        assertTrue(events.get(2).endsWith("\"Output\":\"BenchmarkAdd\\n\"}"), events::toString);
        assertTrue(events.get(3).endsWith(" ns/op\\n\"}"), events::toString);
    }

    @Test
    void aPanicEndsTheTestAndThePackageInTheEventsToo() throws IOException {
        var lines = gorrery("boom", "-json").stdout.lines().map(TestCommandTest::normal).toList();
        String head = "{\"Time\":T,\"Action\":";
        String about = ",\"Package\":\"example.com/m/boom\"";
        String test = about + ",\"Test\":\"TestNil\"";
        assertEquals(
                List.of(
                        head + "\"output\"" + test + ",\"Output\":\"exit status 2\\n\"}",
                        head + "\"fail\"" + test + ",\"Elapsed\":T}",
                        head
                                + "\"output\""
                                + about
                                + ",\"Output\":\"FAIL\\texample.com/m/boom\\tT\\n\"}",
                        head + "\"fail\"" + about + ",\"Elapsed\":T}"),
                lines.subList(lines.size() - 4, lines.size()));
    }

    @Test
    void whatDoesNotCompileIsToldPackageByPackageWithFilesNamedFromHere() throws IOException {
        var result =
                gorrery(
                        ".",
                        "./broken/inside",
                        "./broken/outside",
                        "./broken/imports",
                        "./broken/both");
        assertEquals(
                """
                # example.com/m/broken/inside [example.com/m/broken/inside.test]
                broken/inside/inside_test.go:5:33: undefined: undefinedInside
                # example.com/m/broken/outside_test [example.com/m/broken/outside.test]
                broken/outside/outside_test.go:5:34: undefined: undefinedOutside
                # example.com/m/broken/faulty
                broken/faulty/faulty.go:3:23: cannot use "text" (untyped string constant) as int value in return statement
                # example.com/m/broken/both [example.com/m/broken/both.test]
                broken/both/inside_test.go:5:33: undefined: undefinedInside
                # example.com/m/broken/both_test [example.com/m/broken/both.test]
                broken/both/outside_test.go:5:34: undefined: undefinedOutside
                """,
                result.stderr);
        var within = gorrery("broken/inside");
        assertTrue(
                within.stderr.contains("\n./inside_test.go:5:33: undefined: undefinedInside\n"),
                within.stderr);
        var beside = gorrery("broken/faulty", "../inside");
        assertTrue(
                beside.stderr.contains("\n../inside/inside_test.go:5:33: undefined"),
                beside.stderr);
    }

    @ParameterizedTest
    @CsvSource({
        "-timeout=xx, 'invalid value \"xx\" for flag -timeout: parse error'",
        "-count=-1, 'invalid value \"-1\" for flag -count: parse error'",
        "-parallel=x, 'invalid value \"x\" for flag -parallel: parse error'",
        "-failfast=maybe, 'invalid boolean value \"maybe\" for -failfast: parse error'",
        "-json=maybe, 'invalid boolean value \"maybe\" for -json: parse error'",
        "-shuffle=x, 'invalid value \"x\" for flag -shuffle: it must be \"on\", \"off\", or an integer'",
    })
    void aValueThatAFlagCannotHaveIsRefused(String flag, String words) throws IOException {
        var result = gorrery("a", flag);
        assertEquals(Main.MISUSE, result.status);
        assertEquals("gorrery test: " + words + "\n", result.stderr);
    }

    @Test
    void aWordBehindAnUnknownFlagIsNoPackage() throws IOException {
        var result = gorrery(".", "-unknown", "./a");
        assertEquals("FAIL\t. [setup failed]\n", result.stdout.replaceFirst("FAIL\n$", ""));
    }

    /// As `go test ./...` of Go 1.26 has it.
    @Test
    void aPackageWithoutTestsMustCompileToo(@TempDir Path module) throws IOException {
        for (var file :
                List.of(
                        "go.mod|module example.com/nt\n\ngo 1.26\n",
                        "a/a.go|package a\n\nvar x int = true\n",
                        "b/b.go|package b\n",
                        "c/c.go|package c\n\nimport _ \"example.com/nt/a\"\n")) {
            var parts = file.split("\\|", 2);
            Files.createDirectories(module.resolve(parts[0]).getParent());
            Files.writeString(module.resolve(parts[0]), parts[1]);
        }
        var result = gorrery(module.toString(), "./...");
        assertEquals(
                "FAIL\texample.com/nt/a [build failed]\n?   \texample.com/nt/b\t[no test files]\n"
                        + "FAIL\texample.com/nt/c [build failed]\nFAIL\n",
                result.stdout);
        assertEquals(1, result.status);
        String fault =
                "# example.com/nt/a\na/a.go:3:13: cannot use true (untyped bool constant) as int value in variable declaration\n";
        assertEquals(fault + fault, result.stderr);
    }

    @Test
    void withoutTestsInParallelTheFlagsAreExplained() throws IOException {
        var result = gorrery("a", "-parallel=0");
        assertEquals(1, result.status);
        var lines = result.stdout.lines().toList();
        assertEquals(
                List.of(
                        "testing: -parallel can only be given a positive integer",
                        "Usage of a.test:"),
                lines.subList(0, 2));
        assertTrue(lines.contains("  -test.failfast"), result.stdout);
    }

    @Test
    void flagsThatAreNotOfferedAreRefused() throws IOException {
        var result = gorrery("a", "-cover");
        assertEquals(Main.MISUSE, result.status);
        assertTrue(result.stderr.contains("-cover"));
    }

    private static Stream<Path> recorded() throws IOException {
        try (var files = Files.list(MODULE)) {
            return files.filter(p -> p.toString().endsWith(".want")).sorted().toList().stream();
        }
    }

    private static Result gorrery(String... line) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var args = new ArrayList<>(List.of(line));
        var here = MODULE.resolve(args.removeFirst()).normalize();
        int status =
                new TestCommand(
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                here,
                                engine)
                        .run(args);
        return new Result(
                out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), status);
    }

    private static boolean goIsInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(p -> Files.isExecutable(Path.of(p, "go")));
    }

    private static Result go(String... line) throws IOException, InterruptedException {
        var args = new ArrayList<>(List.of(line));
        var here = MODULE.resolve(args.removeFirst()).normalize();
        args.addAll(0, List.of("go", "test", "-vet=off"));
        var errors = Files.createTempFile("go-test", ".txt");
        try {
            var process =
                    new ProcessBuilder(args)
                            .directory(here.toFile())
                            .redirectError(errors.toFile())
                            .start();
            var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(2, TimeUnit.MINUTES));
            return new Result(out, Files.readString(errors), process.exitValue());
        } finally {
            Files.delete(errors);
        }
    }

    /// Without times, addresses and stacks.
    private static String normal(String text) {
        return text.replaceAll("\"Time\":\"[^\"]*\"", "\"Time\":T")
                .replaceAll("\"Elapsed\":[0-9.e-]+", "\"Elapsed\":T")
                .replaceAll("\\\\t\\d+\\.\\d{3}s", "\\\\tT")
                .replaceAll("\\(\\d+\\.\\d\\ds\\)", "(T)")
                .replaceAll("(?m)\t\\d+\\.\\d{3}s( |$)", "\tT$1")
                .replaceAll("\t\\(cached\\)", "\tT")
                .replaceAll("(?m)^\\[signal .*\n", "")
                .replaceAll("(?ms)^goroutine \\d+ .*?(?=^exit status|^FAIL)", "...\n")
                .replaceAll("(?m)^(cpu|goos|goarch): .*\n", "")
                .replaceAll(" +\\d+(\\.\\d+)? ns/op", " N ns/op")
                .replaceAll("\t +\\d+\\.\\d+ MB/s", "\t  N MB/s")
                .replaceAll("-\\d+ +\t", "-P\t");
    }
}
