import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Measures the time from source to the first output of programs, ours and, where a Go is installed, `go run` with a warm cache.
///
/// Use: `java engine/bench/start/Start.java [-turns N]` from the repository's root; medians of N (10) processes a side, in turns.
/// *Again* is a program that ran before. *Changed* is one that never ran before: a constant in it is another one each time;
/// what it imports has been seen. The launcher must have been built; it is run once before.
final class Start {
    private static final Path FOLDER = Path.of("engine/bench/start");

    private Start() {}

    /// Seconds until the first byte of output.
    private static double first(List<String> command) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        int one = process.getInputStream().read();
        long end = System.nanoTime();
        process.getInputStream().readAllBytes();
        if (process.waitFor() != 0 || one < 0) {
            throw new IOException(command + " failed");
        }
        return (end - begin) / 1e9;
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        int n = values.size();
        return n % 2 == 1 ? values.get(n / 2) : (values.get(n / 2 - 1) + values.get(n / 2)) / 2;
    }

    private static Path changed(Path program, int turn) throws IOException {
        var folder = Files.createTempDirectory("start");
        var text = Files.readString(program) + "\nconst turn = " + System.nanoTime() + turn + "\n";
        return Files.writeString(folder.resolve("main.go"), text);
    }

    static void main(String[] args) throws IOException, InterruptedException {
        int turns = args.length == 2 && args[0].equals("-turns") ? Integer.parseInt(args[1]) : 10;
        var go = goCommand();
        System.out.println("| program | ours | `go run` | ratio |\n| --- | --: | --: | --: |");
        for (var name : List.of("hello", "everything")) {
            var program = FOLDER.resolve(name + ".go");
            first(List.of("./gorrery", "run", program.toString()));
            for (boolean again : new boolean[] {true, false}) {
                var ours = new ArrayList<Double>();
                var theirs = new ArrayList<Double>();
                for (int i = 0; i <= turns; i++) {
                    var source = (again ? program : changed(program, i)).toString();
                    double a = first(List.of("./gorrery", "run", source));
                    double b = go.isEmpty() ? 0 : first(List.of(go, "run", source));
                    if (i > 0) { // the first fills caches
                        ours.add(a);
                        theirs.add(b);
                    }
                }
                double a = median(ours);
                double b = median(theirs);
                System.out.printf(
                        Locale.ROOT,
                        "| %s, %s | %.3f | %.3f | %.2f |%n",
                        name,
                        again ? "again" : "changed",
                        a,
                        b,
                        b == 0 ? 0 : a / b);
            }
        }
    }

    private static String goCommand() throws InterruptedException {
        for (var candidate : List.of("go", "/usr/local/go/bin/go")) {
            try {
                var process =
                        new ProcessBuilder(candidate, "version")
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start();
                if (process.waitFor() == 0) {
                    return candidate;
                }
            } catch (IOException e) {
                continue; // not there
            }
        }
        return "";
    }
}
