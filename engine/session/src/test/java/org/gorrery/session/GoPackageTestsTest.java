package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// The tests of Go's own packages, from an installed Go (GOROOT, or `go` on the PATH), against the counts in
/// `engine/conformance/package-tests.json`: no package may pass fewer. `-Dgolden.update=true` writes the counts and the page that shows them.
@Tag("long")
class GoPackageTestsTest {
    static final List<String> PACKAGES =
            List.of(
                    "bufio",
                    "bytes",
                    "container/heap",
                    "container/list",
                    "container/ring",
                    "context",
                    "encoding/base64",
                    "encoding/binary",
                    "encoding/hex",
                    "errors",
                    "fmt",
                    "io",
                    "maps",
                    "math",
                    "math/big",
                    "math/bits",
                    "math/cmplx",
                    "path",
                    "path/filepath",
                    "reflect",
                    "regexp",
                    "regexp/syntax",
                    "slices",
                    "sort",
                    "strconv",
                    "strings",
                    "sync",
                    "sync/atomic",
                    "text/tabwriter",
                    "text/template",
                    "time",
                    "unicode",
                    "unicode/utf16",
                    "unicode/utf8");
    private static final Pattern COUNT =
            Pattern.compile("\"package\":\"([^\"]+)\",\"ours\":(\\w+),\"passed\":(\\d+)");

    private static final int SECONDS = 100;

    private record Row(String path, boolean ours, PackageTestRun.Tally tally) {}

    @TestFactory
    Stream<DynamicTest> asManyTestsPassAsOnRecord()
            throws IOException, InterruptedException, ExecutionException {
        var installed = goroot();
        assumeTrue(installed.isPresent(), "no Go installation: set GOROOT, or put go on the PATH");
        var goroot = installed.get();
        var known = GoRunner.root().resolve("engine/conformance/package-tests.json");
        if (Boolean.getBoolean("golden.update")) {
            record(goroot, known);
        }
        var runs = new PackageTestRun(new Engine(), goroot);
        return COUNT.matcher(Files.readString(known))
                .results()
                .map(m ->
                        DynamicTest.dynamicTest(
                                m.group(1) + (m.group(2).equals("true") ? " (ours)" : ""),
                                () -> {
                                    var tally =
                                            runs.run(
                                                    m.group(1),
                                                    Boolean.parseBoolean(m.group(2)),
                                                    SECONDS);
                                    assertTrue(
                                            tally.passed() >= Integer.parseInt(m.group(3)),
                                            () ->
                                                    tally.passed()
                                                            + " pass; missed: "
                                                            + tally.missed());
                                }));
    }

    private static Optional<Path> goroot() throws IOException, InterruptedException {
        var set = System.getenv("GOROOT");
        if (set != null && !set.isEmpty()) {
            return Optional.of(Path.of(set));
        }
        var go = InstalledGo.find();
        return go.isPresent() ? Optional.of(go.get().root()) : Optional.empty();
    }

    /// Runs everything and writes counts and page.
    static void record(Path goroot, Path json)
            throws IOException, InterruptedException, ExecutionException {
        record(goroot, json, PACKAGES);
    }

    static void record(Path goroot, Path json, List<String> packages)
            throws IOException, InterruptedException, ExecutionException {
        var rows = new ArrayList<Row>();
        var runs = new PackageTestRun(new Engine(), goroot);
        for (var p : packages) {
            var first = runs.run(p, false, SECONDS);
            rows.add(new Row(p, false, first));
            // where Go's package is bound to Go's runtime, that was ours already
            rows.add(new Row(p, true, first.ours() ? first : runs.run(p, true, SECONDS)));
            write(rows, json);
        }
    }

    private static void write(List<Row> rows, Path json) throws IOException {
        var data = new StringBuilder("[\n");
        for (var r : rows) {
            var t = r.tally;
            data.append("{\"package\":\"").append(r.path).append("\",\"ours\":").append(r.ours);
            data.append(",\"passed\":")
                    .append(t.passed())
                    .append(",\"skipped\":")
                    .append(t.skipped());
            data.append(",\"missed\":{");
            String between = "";
            for (var m : t.missed().entrySet()) {
                data.append(between)
                        .append(quoted(m.getKey()))
                        .append(':')
                        .append(quoted(m.getValue()));
                between = ",";
            }
            data.append("}}").append(r.equals(rows.getLast()) ? "\n" : ",\n");
        }
        Files.writeString(json, data.append("]\n"));
        Files.writeString(
                json.resolveSibling("package-tests.md"), page(rows), StandardCharsets.UTF_8);
    }

    private static String page(List<Row> rows) {
        var out =
                new StringBuilder(
                        """
                        # Tests of Go's own packages

                        Each test, example and set of fuzz seeds of Go 1.26's packages under `gorrery test -short -partial`, twice: with the
                        sources of the installed Go as the package under test (compiler and runtime are tested), and with Gorrery's own package
                        (`-ours`: the library is tested). Where Go's package is bound to Go's runtime, both columns test ours. A test counts as
                        missed where it fails or does not compile; skipped ones are those that skip themselves. Generated by
                        `GoPackageTestsTest` with `-Dgolden.update=true`.

                        | package | Go's source: passed | skipped | missed | Gorrery's: passed | skipped | missed |
                        | --- | ---: | ---: | ---: | ---: | ---: | ---: |
                        """);
        int[] sum = new int[6];
        for (int i = 0; i + 1 < rows.size(); i += 2) {
            var a = rows.get(i).tally;
            var b = rows.get(i + 1).tally;
            int[] n = {
                a.passed(),
                a.skipped(),
                a.missed().size(),
                b.passed(),
                b.skipped(),
                b.missed().size()
            };
            out.append("| ").append(rows.get(i).path);
            for (int k = 0; k < n.length; k++) {
                sum[k] += n[k];
                out.append(" | ").append(n[k]);
            }
            out.append(" |\n");
        }
        out.append("| all");
        for (int n : sum) {
            out.append(" | ").append(n);
        }
        out.append(" |\n\n");
        for (var r : rows) {
            boolean again = r.ours && r.tally.equals(rows.get(rows.indexOf(r) - 1).tally);
            if (!r.tally.missed().isEmpty() && !again) {
                out.append("## ")
                        .append(r.path)
                        .append(r.ours ? " (Gorrery's)" : "")
                        .append("\n\n");
                r.tally
                        .missed()
                        .forEach((name, why) ->
                                out.append("- ")
                                        .append(name)
                                        .append(": `")
                                        .append(why.replace('`', '\''))
                                        .append("`\n"));
                out.append('\n');
            }
        }
        return out.toString();
    }

    private static String quoted(String s) {
        var out = new StringBuilder("\"");
        for (char c : s.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
