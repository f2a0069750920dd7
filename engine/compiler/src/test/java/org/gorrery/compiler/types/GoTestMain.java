package org.gorrery.compiler.types;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gorrery.compiler.source.BuildConstraint;
import org.gorrery.compiler.source.Diagnostic;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.gorrery.compiler.syntax.NodeIds;
import org.gorrery.compiler.syntax.Parser;
import org.gorrery.compiler.syntax.SourceFile;
import org.gorrery.target.Target;

/// Runs the checker over the test programs that an installed Go carries: for use by hand.
///
/// `GoTestMain error|accept ROOT OUT-OF-SCOPE [REGEX]`: programs that must be refused line by line, or that must be accepted.
public final class GoTestMain {
    private static final List<String> DIRS =
            List.of(
                    ".",
                    "ken",
                    "chan",
                    "interface",
                    "internal/runtime/sys",
                    "syntax",
                    "dwarf",
                    "fixedbugs",
                    "abi",
                    "typeparam",
                    "typeparam/mdempsky",
                    "arenas",
                    "simd");
    private static final Set<String> KNOWN_FAILURES =
            Set.of(
                    "shift1.go",
                    "fixedbugs/issue10700.go",
                    "fixedbugs/issue18331.go",
                    "fixedbugs/issue18419.go",
                    "fixedbugs/issue20233.go",
                    "fixedbugs/issue20245.go",
                    "fixedbugs/issue31053.go");

    /// Flags, each with a value, that may change what is an error.
    private static final Set<String> OTHER_RULES =
            Set.of("-goexperiment", "-godebug", "-gomodversion");

    private final Path root;
    private final Types types = new Types(Target.LINUX_AMD64);
    private final SourceSet sources = new SourceSet();
    private final SourceImporter importer;
    private final Set<String> outOfScope = new HashSet<>();
    private final boolean verbose;
    private int passed;
    private int failed;

    private GoTestMain(Path root, Path scope, boolean verbose) throws IOException {
        this.root = root;
        this.verbose = verbose;
        this.importer = new SourceImporter(root.resolveSibling("src"), types, sources, false);
        for (var line : Files.readAllLines(scope)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                outOfScope.add(line.split(" ")[0]);
            }
        }
    }

    public static void main(String[] args) throws IOException {
        var only = Pattern.compile(args.length > 3 ? args[3] : "");
        var run = new GoTestMain(Path.of(args[1]), Path.of(args[2]), args.length > 3);
        run.all(args[0].equals("error"), only);
        System.out.println("passed " + run.passed + " failed " + run.failed);
    }

    private void all(boolean errors, Pattern only) throws IOException {
        for (var dir : DIRS) {
            var folder = root.resolve(dir);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            var files = new TreeSet<Path>();
            try (var list = Files.newDirectoryStream(folder, "*.go")) {
                list.forEach(files::add);
            }
            for (var f : files) {
                String name = root.relativize(f.normalize()).normalize().toString();
                if (Files.isRegularFile(f) && only.matcher(name).find()) {
                    one(name, f, errors);
                }
            }
        }
    }

    private void one(String name, Path file, boolean errors) throws IOException {
        var lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        if (outOfScope.contains(name) || KNOWN_FAILURES.contains(name) || !constraintHolds(lines)) {
            return;
        }
        String head = firstLine(lines);
        if (!head.startsWith("//")) {
            return;
        }
        var words = new ArrayList<>(Arrays.asList(head.substring(2).trim().split("\\s+")));
        String action = words.removeFirst();
        boolean refuse = action.startsWith("errorcheck") && !action.equals("errorcheckoutput");
        boolean accept =
                List.of("run", "buildrun", "compile", "build", "compiledir", "rundir", "runoutput")
                        .contains(action);
        if (errors ? !refuse || words.stream().anyMatch(OTHER_RULES::contains) : !accept) {
            return;
        }
        var flags = flags(words);
        boolean zero = flags.remove("-0");
        var language = flags.stream().filter(f -> f.matches("-lang=.*|-s|-complete")).toList();
        if (errors && !zero && language.size() != flags.size()) {
            return;
        }
        boolean directory = action.endsWith("dir");
        var all = directory ? folder(file) : files(file, words);
        if (errors && zero && expectErrors(all)) {
            return;
        }
        try {
            judge(name, all, directory, flags, errors && !zero);
        } catch (RuntimeException | StackOverflowError e) {
            failed++;
            System.out.println("CRASH " + name + ": " + e);
            var trace = e.getStackTrace();
            for (int i = 0; i < Math.min(verbose ? 40 : 8, trace.length); i++) {
                System.out.println("    " + trace[i]);
            }
        }
    }

    /// The first line that is neither empty nor a build constraint; empty where there is none.
    private static String firstLine(List<String> lines) {
        for (var l : lines) {
            if (!l.replaceAll("[/ \r]", "").isEmpty()
                    && !l.startsWith("//go:build")
                    && !l.matches("//\\s*\\+build.*")) {
                return l;
            }
        }
        return "";
    }

    /// Takes the flags from the words behind the action, less those that change nothing here.
    private static List<String> flags(List<String> words) {
        var flags = new ArrayList<String>();
        while (!words.isEmpty() && words.getFirst().startsWith("-")) {
            String flag = words.removeFirst();
            if (flag.equals("-t") || OTHER_RULES.contains(flag)) {
                words.removeFirst();
            } else if (!List.of("-1", "-d=panic", "-e").contains(flag)) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private static List<Path> folder(Path file) throws IOException {
        var all = new ArrayList<Path>();
        var dir = Path.of(file.toString().replaceAll("\\.go$", ".dir"));
        try (var list = Files.newDirectoryStream(dir, "*.go")) {
            list.forEach(all::add);
        }
        all.sort(null);
        return all;
    }

    private static List<Path> files(Path file, List<String> words) {
        var all = new ArrayList<>(List.of(file));
        for (var w : words) {
            if (w.endsWith(".go")) {
                all.add(file.resolveSibling(w));
            }
        }
        return all;
    }

    private static boolean expectErrors(List<Path> files) throws IOException {
        for (var f : files) {
            if (Files.readString(f, StandardCharsets.ISO_8859_1)
                    .matches("(?s).*// (GC_)?ERROR.*")) {
                return true;
            }
        }
        return false;
    }

    private static boolean constraintHolds(List<String> lines) {
        for (var l : lines) {
            if (l.startsWith("//go:build ")) {
                return BuildConstraint.evaluate(
                        l.substring(11).trim(),
                        t ->
                                Set.of(
                                                        "linux",
                                                        "amd64",
                                                        "unix",
                                                        "gc",
                                                        "test_run",
                                                        "amd64.v1",
                                                        "goexperiment.regabiwrappers",
                                                        "goexperiment.regabiargs")
                                                .contains(t)
                                        || t.startsWith("go1.")
                                                && Integer.parseInt(t.substring(4)) <= 26);
            }
            if (l.startsWith("package ")) {
                return true;
            }
        }
        return true;
    }

    private void judge(
            String name, List<Path> files, boolean directory, List<String> flags, boolean refuse)
            throws IOException {
        String version = "";
        boolean complete = false;
        boolean separate = false;
        for (var f : flags) {
            if (f.startsWith("-lang=")) {
                version = f.substring(6);
            }
            complete |= f.equals("-complete");
            separate |= f.equals("-s");
        }
        var options = new CheckOptions(version, complete, CheckOptions.WhichBodies.ALL);
        var out = new Diagnostics();
        if (!directory) {
            importer.check("main", files, options, out);
        } else {
            packages(files, separate, options, out);
        }
        var got = new ArrayList<Got>();
        for (var d : out.sorted()) {
            var p = sources.position(d.pos());
            if (d.severity() == Diagnostic.Severity.ERROR) {
                got.add(
                        new Got(
                                Path.of(p.file()).getFileName().toString(),
                                p.line(),
                                shortened(d.message(), files)));
            }
        }
        var problems = new ArrayList<String>();
        if (!refuse) {
            got.forEach(g -> problems.add(g.file + ":" + g.line + ": " + g.text));
        } else {
            compare(files, got, problems);
        }
        if (problems.isEmpty()) {
            passed++;
            return;
        }
        failed++;
        System.out.println("FAIL " + name);
        problems.stream()
                .limit(verbose ? 1000 : 4)
                .forEach(p -> System.out.println("    " + p.replace("\n", "\n      ")));
    }

    private static String shortened(String message, List<Path> files) {
        String m = message;
        for (var f : files) {
            m = m.replace(f.toString(), f.getFileName().toString());
        }
        return m;
    }

    private record Got(String file, int line, String text) {}

    private static final Pattern WANT = Pattern.compile("// (?:GC_)?ERROR (.*)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern LINE = Pattern.compile("LINE(?:([+-]\\d+))?");

    private void compare(List<Path> files, List<Got> got, List<String> problems)
            throws IOException {
        var left = new ArrayList<>(got);
        for (var f : files) {
            String file = f.getFileName().toString();
            var lines =
                    Files.readString(f, StandardCharsets.UTF_8.newDecoder().charset())
                            .split("\n", -1);
            for (int i = 1; i <= lines.length; i++) {
                var m = WANT.matcher(lines[i - 1]);
                if (lines[i - 1].contains("////") || !m.find()) {
                    continue;
                }
                var q = QUOTED.matcher(m.group(1));
                int line = i;
                while (q.find()) {
                    String regex =
                            LINE.matcher(q.group(1))
                                    .replaceAll(k ->
                                            file
                                                    + ":"
                                                    + (line
                                                            + (k.group(1) == null
                                                                    ? 0
                                                                    : Integer.parseInt(
                                                                            k.group(1)
                                                                                    .replace(
                                                                                            "+",
                                                                                            "")))));
                    var here =
                            left.stream()
                                    .filter(g -> g.file.equals(file) && g.line == line)
                                    .toList();
                    if (here.isEmpty()) {
                        problems.add(file + ":" + i + ": missing " + regex);
                        continue;
                    }
                    var p =
                            Pattern.compile(
                                    regex.replaceAll("(?<!\\\\)\\{(?!\\d)", "\\\\{")
                                            .replaceAll("(?<=[^\\\\0-9,])\\}|^\\}", "\\\\}"));
                    var matched = here.stream().filter(g -> p.matcher(g.text).find()).toList();
                    if (matched.isEmpty()) {
                        problems.add(
                                file
                                        + ":"
                                        + i
                                        + ": no match for "
                                        + regex
                                        + " in "
                                        + here.getFirst().text);
                    }
                    left.removeAll(matched);
                }
            }
        }
        left.forEach(g -> problems.add(g.file + ":" + g.line + ": unexpected: " + g.text));
    }

    private void packages(List<Path> files, boolean separate, CheckOptions options, Diagnostics out)
            throws IOException {
        var groups = new LinkedHashMap<String, List<Path>>();
        for (var f : files) {
            var scratch = new SourceSet();
            var file =
                    Parser.parseImports(
                            scratch,
                            scratch.add("x", Files.readAllBytes(f)),
                            new NodeIds(),
                            new Diagnostics());
            String key = separate ? f.toString() : file.packageName().text();
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(f);
        }
        Map<String, CheckedPackage> done = new HashMap<>();
        Importer local =
                (path, from) -> {
                    String p =
                            path.startsWith("./")
                                    ? path.substring(2)
                                    : path.startsWith("test/") ? path.substring(5) : "";
                    var found = done.get(p);
                    return found != null ? Importer.Imported.of(found) : importer.load(path, from);
                };
        for (var group : groups.values()) {
            var ids = new NodeIds();
            var parsed = new ArrayList<SourceFile>();
            for (var f : group) {
                parsed.add(
                        Parser.parse(
                                sources,
                                sources.add(f.toString(), Files.readAllBytes(f)),
                                ids,
                                out));
            }
            String base = group.getFirst().getFileName().toString().replaceAll("\\.go$", "");
            String name = parsed.getFirst().packageName().text();
            var pkg = new GoPackage(name.equals("main") ? "main" : "test/" + base, name);
            done.put(
                    base, new Checker(types, sources, local, options).check(pkg, parsed, ids, out));
        }
    }
}
