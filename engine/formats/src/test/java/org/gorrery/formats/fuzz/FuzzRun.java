package org.gorrery.formats.fuzz;

import java.io.PrintStream;
import java.util.Locale;

/// Runs the large fuzz test by hand and prints the table of `FUZZING.md`: `java … org.gorrery.formats.fuzz.FuzzRun 1000000 [seed …]`.
public final class FuzzRun {
    private FuzzRun() {}

    /// Runs it.
    ///
    /// @param args how many damages per seed, and names of seeds; all of them where none is named
    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        int count = Integer.parseInt(args[0]);
        var wanted = java.util.List.of(args).subList(1, args.length);
        for (String name : Seeds.all().keySet()) {
            if (!wanted.isEmpty() && !wanted.contains(name)) {
                continue;
            }
            long start = System.nanoTime();
            String result;
            try {
                long[] most = FuzzTest.run(name, count);
                result = String.format(Locale.ROOT, "%.1f | %.0f", most[0] / 1e6, most[1] / 1e6);
            } catch (AssertionError e) {
                result = String.valueOf(e.getMessage());
                Throwable cause = e.getCause();
                if (cause != null) {
                    result +=
                            " at "
                                    + java.util.Arrays.stream(cause.getStackTrace())
                                            .limit(6)
                                            .toList();
                }
            }
            out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %s | %.0f |%n",
                    name,
                    Seeds.all().get(name).length,
                    count,
                    result,
                    (System.nanoTime() - start) / 1e9);
        }
    }
}
