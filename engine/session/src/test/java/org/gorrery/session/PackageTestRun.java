package org.gorrery.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// Runs the tests of a package of an installed Go, and goes on behind a test that ends the program.
final class PackageTestRun {
    private static final Pattern VERDICT =
            Pattern.compile("^--- (PASS|FAIL|SKIP): ([^ /]+) \\([0-9.]+s\\)$");
    private static final Pattern BEGIN = Pattern.compile("^=== RUN   ([^ /]+)$");
    private static final int MOST_STARTS = 25;

    /// What came of one way to test a package.
    ///
    /// @param missed what did not pass, and why
    /// @param ours whether it was Gorrery's own package
    record Tally(int passed, int skipped, Map<String, String> missed, boolean ours) {
        int all() {
            return passed + skipped + missed.size();
        }
    }

    private final Engine engine;
    private final Path goroot;

    PackageTestRun(Engine engine, Path goroot) {
        this.engine = engine;
        this.goroot = goroot;
    }

    /// Tests a package.
    ///
    /// @param ours whether it is Gorrery's own that is tested
    Tally run(String path, boolean ours, int secondsPerStart)
            throws IOException, InterruptedException, ExecutionException {
        var roots = new SourceRoots(goroot, List.of());
        var options = RunOptions.DEFAULT.withRoots(roots).withMemoryLimitBytes(2L << 30);
        var unit = engine.tests(List.of(path), goroot, roots).getFirst();
        var missed = new TreeMap<String, String>();
        try {
            return switch (engine.compileTests(unit, new TestRequest(ours, true, false), options)) {
                case TestCompilation.NoTests _ -> new Tally(0, 0, missed, ours);
                case TestCompilation.Failed f -> {
                    missed.put("(package)", "does not compile: " + f.findings().getFirst());
                    yield new Tally(0, 0, missed, ours);
                }
                case TestCompilation.Ready r -> run(r, unit, options, secondsPerStart);
            };
        } catch (IllegalStateException | IllegalArgumentException | NullPointerException e) {
            missed.put(
                    "(package)", "engine: " + String.valueOf(e.getMessage()).lines().findFirst());
            return new Tally(0, 0, missed, ours);
        }
    }

    private Tally run(TestCompilation.Ready ready, TestUnit unit, RunOptions options, int seconds)
            throws InterruptedException, ExecutionException {
        var missed = new TreeMap<String, String>();
        for (var x : ready.leftOut()) {
            if (!x.name().isEmpty() && !x.name().startsWith("Benchmark")) {
                missed.put(x.name(), "does not compile: " + firstLine(x.fault().message()));
            }
        }
        var verdicts = new LinkedHashMap<String, String>();
        var causes = new HashMap<String, String>();
        for (int start = 0; start < MOST_STARTS; start++) {
            String last = once(ready, unit, options, seconds, verdicts, causes);
            if (last.isEmpty()) {
                break;
            }
            verdicts.put(last, "FAIL");
            if (causes.getOrDefault(last, "").startsWith("panic: test timed out")) {
                missed.put("(package)", "out of time: tests behind " + last + " did not run");
                break;
            }
        }
        int passed = 0;
        int skipped = 0;
        for (var v : verdicts.entrySet()) {
            switch (v.getValue()) {
                case "PASS" -> passed++;
                case "SKIP" -> skipped++;
                default -> missed.put(v.getKey(), causes.getOrDefault(v.getKey(), "fails"));
            }
        }
        return new Tally(passed, skipped, missed, ready.ours());
    }

    /// Runs the tests that have no verdict yet.
    ///
    /// @return the test that ended the program; empty where the program came to its end
    private String once(
            TestCompilation.Ready ready,
            TestUnit unit,
            RunOptions options,
            int seconds,
            Map<String, String> verdicts,
            Map<String, String> causes)
            throws InterruptedException, ExecutionException {
        var args = new ArrayList<>(List.of("go.test", "-test.v", "-test.short"));
        args.add("-test.timeout=" + seconds + "s");
        if (!verdicts.isEmpty()) {
            args.add("-test.skip=^(" + String.join("|", verdicts.keySet()) + ")$");
        }
        var environment = new HashMap<>(System.getenv());
        environment.put("GOROOT", goroot.toString());
        var set = options.withProcess(args, environment);
        var folder = unit.folder();
        var console = new Capture();
        RunOutcome outcome;
        try (var run =
                ready.program()
                        .prepare(folder == null ? set : set.withDirectory(folder), console)) {
            run.start();
            try {
                outcome = run.outcome().get(seconds + 30L, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                run.stop();
                outcome = run.outcome().get();
            }
        }
        String last = read(console.text(), verdicts, causes);
        boolean ended = outcome instanceof RunOutcome.Exited && outcome.exitCode() <= 1;
        if (outcome instanceof RunOutcome.EngineFailure f && !last.isEmpty()) {
            causes.put(last, "engine: " + firstLine(f.report()));
        }
        return ended ? "" : last.isEmpty() ? "(exit)" : last;
    }

    /// Reads verdicts and, of failures, the first line that says why.
    ///
    /// @return the last test that has no verdict
    private static String read(
            String text, Map<String, String> verdicts, Map<String, String> causes) {
        java.util.SequencedMap<String, String> open = new LinkedHashMap<>();
        String current = "";
        for (var line : text.split("\n", -1)) {
            var begin = BEGIN.matcher(line);
            var verdict = VERDICT.matcher(line);
            if (begin.find()) {
                current = begin.group(1);
                open.put(current, "");
            } else if (verdict.find()) {
                verdicts.put(verdict.group(2), verdict.group(1));
                open.remove(verdict.group(2));
            } else if (line.startsWith("panic: ") || line.startsWith("fatal error: ")) {
                causes.put(current, line.length() > 160 ? line.substring(0, 160) : line);
                verdicts.remove(current, "FAIL");
                open.put(current, "");
                break;
            } else if (line.startsWith("    ") && !line.startsWith("    ---")) {
                causes.putIfAbsent(current, firstLine(line.strip()));
            }
        }
        return open.isEmpty() ? "" : open.lastEntry().getKey();
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > 160 ? line.substring(0, 160) : line;
    }

    private static final class Capture implements Console {
        private final ByteArrayOutputStream all = new ByteArrayOutputStream();

        synchronized String text() {
            return all.toString(StandardCharsets.UTF_8);
        }

        @Override
        public synchronized void stdout(byte[] bytes, int offset, int length) {
            all.write(bytes, offset, length);
        }

        @Override
        public synchronized void stderr(byte[] bytes, int offset, int length) {
            all.write(bytes, offset, length);
        }

        @Override
        public InputStream stdin() {
            return InputStream.nullInputStream();
        }
    }
}
