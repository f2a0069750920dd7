import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Runs the programs of this folder on our engine and, where a Go is installed, on real Go, in turns, and prints a table.
///
/// Use: `java engine/bench/Bench.java [-kernels] [-turns N] [-runs N] [-procs N] [name …]` from the repository's root. For each program and
/// turn both sides run it `runs` times in one process. *First* is the first run of a process, *steady* the median of the later half of its
/// runs; the table has the medians over the turns, and ratios ours / Go. With `-kernels` it runs those of the folder `kernels` instead, on one
/// processor, and *steady* is the best of the later half. *By hand* is what hand-written Java reached ([#HAND_WRITTEN]).
final class Bench {
    private static final Path FOLDER = Path.of("engine/bench/programs");
    private static final Path KERNELS = Path.of("engine/bench/kernels");
    private static final Path HAND_WRITTEN = Path.of("engine/bench/hand-written.txt");

    /// By kind and name; all kernels are there, in the order of the table.
    private static final Map<String, String> byHand = new LinkedHashMap<>();

    private record Side(List<Double> first, List<Double> steady) {
        static Side empty() {
            return new Side(new ArrayList<>(), new ArrayList<>());
        }

        void add(List<Double> runs, boolean best) {
            first.add(runs.getFirst());
            var later = runs.subList(runs.size() / 2, runs.size());
            steady.add(best ? Collections.min(later) : median(later));
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
        int runs = 0;
        int procs = 0;
        boolean kernels = false;
        var names = new ArrayList<String>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "-turns" -> turns = Integer.parseInt(args[++i]);
                case "-runs" -> runs = Integer.parseInt(args[++i]);
                case "-procs" -> procs = Integer.parseInt(args[++i]);
                case "-kernels" -> kernels = true;
                default -> names.add(args[i]);
            }
        }
        readByHand();
        if (names.isEmpty()) {
            names.addAll(all(kernels));
        }
        runs = runs > 0 ? runs : kernels ? 20 : 8;
        procs = procs > 0 ? procs : kernels ? 1 : Runtime.getRuntime().availableProcessors();
        boolean go = hasGo();
        System.out.printf("GOMAXPROCS=%d, %d turns of %d runs; seconds%n%n", procs, turns, runs);
        System.out.println("| program | ours first | ours steady | Go first | Go steady | first ratio | steady ratio | by hand |");
        System.out.println("| --- | --: | --: | --: | --: | --: | --: | --: |");
        double product = 0;
        for (var name : names) {
            product += Math.log(row(Work.of(name, kernels), turns, runs, procs, go));
        }
        if (go) {
            System.out.printf(Locale.ROOT, "%ngeometric mean of the steady ratios: %.2f%n", Math.exp(product / names.size()));
        }
    }

    private static void readByHand() throws IOException {
        for (var line : Files.readAllLines(HAND_WRITTEN)) {
            var words = line.split(" ");
            if (!line.startsWith("#") && words.length == 3) {
                byHand.put(words[0] + " " + words[1], words[2]);
            }
        }
    }

    private static List<String> all(boolean kernels) throws IOException {
        if (kernels) {
            return byHand.keySet().stream().filter(k -> k.startsWith("kernel ")).map(k -> k.substring(7)).toList();
        }
        try (var files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString().replace(".go", "")).filter(n -> !n.equals("harness")).sorted().toList();
        }
    }

    /// What one row measures: source files, and the arguments of the program before the number of runs.
    private record Work(String name, List<String> files, List<String> arguments, boolean best) {
        static Work of(String name, boolean kernel) throws IOException {
            if (!kernel) {
                return new Work(
                        name, List.of(FOLDER.resolve(name + ".go").toString(), FOLDER.resolve("harness.go").toString()), List.of(), false);
            }
            try (var files = Files.list(KERNELS)) {
                return new Work(name, files.map(Path::toString).sorted().toList(), List.of(name), true);
            }
        }

        List<String> command(List<String> program, int runs) {
            var all = new ArrayList<>(program);
            all.addAll(arguments);
            all.add(String.valueOf(runs));
            return all;
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

    private static double row(Work work, int turns, int runs, int procs, boolean go) throws Exception {
        var binary = Files.createTempDirectory("bench").resolve(work.name());
        if (go) {
            var build = new ArrayList<>(Arrays.asList("go", "build", "-o", binary.toString()));
            build.addAll(work.files());
            new ProcessBuilder(build).inheritIO().start().waitFor();
        }
        var ours = Side.empty();
        var real = Side.empty();
        for (int t = 0; t < turns; t++) {
            var program = new ArrayList<>(List.of("./gorrery", "run"));
            program.addAll(work.files());
            ours.add(times(work.command(program, runs), procs), work.best());
            if (go) {
                real.add(times(work.command(List.of(binary.toString()), runs), procs), work.best());
            }
        }
        Files.deleteIfExists(binary);
        double first = median(ours.first());
        double steady = median(ours.steady());
        String hand = byHand.getOrDefault((work.best() ? "kernel " : "program ") + work.name(), "");
        if (!go) {
            System.out.printf(Locale.ROOT, "| %s | %.3f | %.4f | | | | | %s |%n", work.name(), first, steady, hand);
            return 1;
        }
        double goFirst = median(real.first());
        double goSteady = median(real.steady());
        System.out.printf(
                Locale.ROOT, "| %s | %.3f | %.4f | %.3f | %.4f | %.2f | %.2f | %s |%n", work.name(), first, steady, goFirst, goSteady,
                first / goFirst, steady / goSteady, hand);
        return steady / goSteady;
    }
}
