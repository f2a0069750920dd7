package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gorrery.target.Target;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Go's own test programs that run, from an installed Go (`engine/conformance/README.md`); skipped where there is none.
///
/// System properties: `gotest.only` (a pattern of names), `gotest.goarch`, `gotest.results` (a file for all verdicts),
/// `gotest.seconds`, `gotest.threads`.
@Tag("long")
class GoTestSuiteTest {
    @TempDir Path work;

    private static Path suite() {
        var goroot = SourceRoots.of("", System.getenv()).goroot();
        var test = goroot == null ? null : goroot.resolve("test");
        Assumptions.assumeTrue(
                test != null && Files.isRegularFile(test.resolve("helloworld.go")),
                "No Go with its folder test is installed: set GOROOT to one");
        return java.util.Objects.requireNonNull(test);
    }

    private static Set<String> names(String file) throws IOException {
        var path = GoRunner.root().resolve("engine/conformance").resolve(file);
        return Files.readAllLines(path).stream()
                .filter(l -> !l.startsWith("#") && !l.isBlank())
                .map(l -> l.split("\\s+", 2)[0])
                .collect(Collectors.toSet());
    }

    @Test
    void goTestProgramsDoWhatTheyDoWithGo() throws Exception {
        var goarch = System.getProperty("gotest.goarch", "amd64");
        var only = Pattern.compile(System.getProperty("gotest.only", ""));
        var tests =
                GoTestCase.all(suite(), goarch, names("out-of-scope.txt")).stream()
                        .filter(t -> only.matcher(t.name()).find())
                        .toList();
        var runner =
                new GoTestRunner(
                        Target.of("linux", goarch).orElseThrow(),
                        names("ends-early.txt"),
                        work,
                        Integer.getInteger("gotest.seconds", 60));
        var verdicts = run(runner, tests);
        write(verdicts);
        var known = names(goarch.equals("amd64") ? "misses.txt" : "misses-" + goarch + ".txt");
        var unexpected = new ArrayList<String>();
        verdicts.forEach((name, v) -> {
            if (!v.status().equals("pass") && !known.contains(name)) {
                unexpected.add(name + ": " + v.status() + " " + v.detail());
            }
        });
        assertEquals(List.of(), unexpected);
    }

    private static Map<String, GoTestRunner.Verdict> run(
            GoTestRunner runner, List<GoTestCase> tests)
            throws InterruptedException, ExecutionException {
        var verdicts = Collections.synchronizedMap(new TreeMap<String, GoTestRunner.Verdict>());
        try (var pool = Executors.newFixedThreadPool(Integer.getInteger("gotest.threads", 2))) {
            var tasks = new ArrayList<Callable<Void>>();
            for (var t : tests) {
                tasks.add(() -> {
                    verdicts.put(t.name(), runner.run(t));
                    write(verdicts);
                    return null;
                });
            }
            for (var done : pool.invokeAll(tasks, 1, TimeUnit.DAYS)) {
                done.get();
            }
        }
        return verdicts;
    }

    /// The verdicts so far, as JSON.
    private static void write(Map<String, GoTestRunner.Verdict> verdicts) throws IOException {
        var file = System.getProperty("gotest.results", "");
        if (file.isEmpty()) {
            return;
        }
        var out = new StringBuilder("{\n");
        synchronized (verdicts) {
            String separator = "";
            for (var e : verdicts.entrySet()) {
                out.append(separator)
                        .append(' ')
                        .append(quoted(e.getKey()))
                        .append(": {\"status\": ")
                        .append(quoted(e.getValue().status()))
                        .append(", \"detail\": ")
                        .append(quoted(e.getValue().detail()))
                        .append('}');
                separator = ",\n";
            }
        }
        Files.writeString(Path.of(file), out.append("\n}\n"));
    }

    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (char ch : text.toCharArray()) {
            switch (ch) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (ch < ' ' || ch > '~') {
                        out.append(String.format("\\u%04x", (int) ch));
                    } else {
                        out.append(ch);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
