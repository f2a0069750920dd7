import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Runs the programs of this folder on our engine and, where a Go is installed, on real Go, in turns, and prints a table.
///
/// Use: `java engine/bench/Bench.java [-turns N] [-runs N] [-procs N] [program …]` from the repository's root. For each program and
/// turn both sides run it `runs` times in one process. *First* is the first run of a process, *steady* the median of the later half of its
/// runs; the table has the medians over the turns, and ratios ours / Go.
final class Bench {
    private static final Path FOLDER = Path.of("engine/bench/programs");

    private record Side(List<Double> first, List<Double> steady) {
        static Side empty() {
            return new Side(new ArrayList<>(), new ArrayList<>());
        }

        void add(List<Double> runs) {
            first.add(runs.getFirst());
            steady.add(median(runs.subList(runs.size() / 2, runs.size())));
        }
    }

    private static double median(List<Double> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /// Seconds of each run that a process reports on standard error.
    private static List<Double> times(List<String> command, int procs) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("GOMAXPROCS", String.valueOf(procs));
        var process = builder.start();
        var times = new ArrayList<Double>();
        var other = new StringBuilder();
        try (var err = new BufferedReader(new InputStreamReader(process.getErrorStream()))) {
            for (var line = err.readLine(); line != null; line = err.readLine()) {
                var words = line.split(" ");
                if (words.length == 3 && words[0].equals("run")) {
                    times.add(Double.parseDouble(words[2]));
                } else {
                    other.append(line).append('\n');
                }
            }
        }
        int status = process.waitFor();
        if (status != 0 || times.isEmpty()) {
            throw new IOException(command + " ended with " + status + "\n" + other);
        }
        return times;
    }

    public static void main(String[] args) throws Exception {
        int turns = 3;
        int runs = 8;
        int procs = Runtime.getRuntime().availableProcessors();
        var names = new ArrayList<String>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "-turns" -> turns = Integer.parseInt(args[++i]);
                case "-runs" -> runs = Integer.parseInt(args[++i]);
                case "-procs" -> procs = Integer.parseInt(args[++i]);
                default -> names.add(args[i]);
            }
        }
        if (names.isEmpty()) {
            try (var files = Files.list(FOLDER)) {
                files.map(f -> f.getFileName().toString().replace(".go", "")).filter(n -> !n.equals("harness")).sorted().forEach(names::add);
            }
        }
        boolean go = hasGo();
        System.out.printf("GOMAXPROCS=%d, %d turns of %d runs; seconds%n%n", procs, turns, runs);
        System.out.println("| program | ours first | ours steady | Go first | Go steady | first ratio | steady ratio |");
        System.out.println("| --- | --: | --: | --: | --: | --: | --: |");
        double product = 0;
        for (var name : names) {
            product += Math.log(row(name, turns, runs, procs, go));
        }
        if (go) {
            System.out.printf(Locale.ROOT, "%ngeometric mean of the steady ratios: %.2f%n", Math.exp(product / names.size()));
        }
    }

    private static boolean hasGo() throws InterruptedException {
        try {
            return new ProcessBuilder("go", "version").redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            System.out.println("no Go installed: its columns are left out");
            return false;
        }
    }

    private static double row(String name, int turns, int runs, int procs, boolean go) throws Exception {
        var files = List.of(FOLDER.resolve(name + ".go").toString(), FOLDER.resolve("harness.go").toString());
        var binary = Files.createTempDirectory("bench").resolve(name);
        if (go) {
            var build = new ArrayList<>(Arrays.asList("go", "build", "-o", binary.toString()));
            build.addAll(files);
            new ProcessBuilder(build).inheritIO().start().waitFor();
        }
        var ours = Side.empty();
        var real = Side.empty();
        for (int t = 0; t < turns; t++) {
            var command = new ArrayList<>(List.of("./gorrery", "run"));
            command.addAll(files);
            command.add(String.valueOf(runs));
            ours.add(times(command, procs));
            if (go) {
                real.add(times(List.of(binary.toString(), String.valueOf(runs)), procs));
            }
        }
        double first = median(ours.first());
        double steady = median(ours.steady());
        if (!go) {
            System.out.printf(Locale.ROOT, "| %s | %.3f | %.3f | | | | |%n", name, first, steady);
            return 1;
        }
        double goFirst = median(real.first());
        double goSteady = median(real.steady());
        System.out.printf(
                Locale.ROOT, "| %s | %.3f | %.3f | %.3f | %.3f | %.2f | %.2f |%n", name, first, steady, goFirst, goSteady, first / goFirst,
                steady / goSteady);
        return steady / goSteady;
    }
}
