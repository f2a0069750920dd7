package org.gorrery.formats.profile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gorrery.formats.SharedFiles;

/// Tables of the real pprof tool: one process for a file, asked for one table after the other.
final class GoPprof {
    private static final String PROMPT = "(pprof) ";

    private GoPprof() {}

    /// Asks for tables.
    ///
    /// @param file a profile
    /// @param flags flags of each table, as on the command line, with spaces between them
    /// @return the tables from "Showing nodes" on, in the same order
    static List<String> tables(Path file, List<String> flags) throws Exception {
        var script = new StringBuilder();
        for (String f : flags) {
            script.append(table(f));
        }
        Process p =
                new ProcessBuilder(SharedFiles.goCommand(), "tool", "pprof", file.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var in = p.getOutputStream()) {
            in.write(script.toString().getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(p.waitFor(1, TimeUnit.MINUTES));
        var tables = new ArrayList<String>();
        for (String answer : out.split(java.util.regex.Pattern.quote(PROMPT), -1)) {
            if (answer.contains("flat%")) {
                tables.add(rows(answer));
            }
        }
        return tables;
    }

    /// The commands that set the options of one table, print it and reset them.
    private static String table(String flags) {
        var set = new StringBuilder("nodecount=0\n");
        Set<String> reset = new LinkedHashSet<>();
        for (String flag : flags.isEmpty() ? new String[0] : flags.split(" ")) {
            String[] kv = flag.substring(1).split("=", 2);
            String value = kv.length > 1 ? kv[1] : "true";
            switch (kv[0]) {
                case "cum" -> {
                    set.append("sort=cum\n");
                    reset.add("sort=flat");
                }
                case "lines", "files", "filefunctions", "addresses" -> {
                    set.append("granularity=").append(kv[0]).append('\n');
                    reset.add("granularity=functions");
                }
                default -> {
                    set.append(kv[0]).append('=').append(value).append('\n');
                    reset.add(kv[0] + "=" + usual(kv[0]));
                }
            }
        }
        return set + "top\n" + String.join("\n", reset) + "\n";
    }

    private static String usual(String option) {
        return switch (option) {
            case "noinlines", "mean", "drop_negative", "relative_percentages" -> "false";
            case "trim" -> "true";
            case "unit" -> "minimum";
            case "divide_by" -> "1";
            case "nodefraction" -> "0.005";
            case "nodecount" -> "0";
            default -> "";
        };
    }

    /// Asks for one table on the command line.
    ///
    /// @param arguments flags and files
    /// @return the table from "Showing nodes" on
    static String top(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(SharedFiles.goCommand(), "tool", "pprof", "-top"));
        command.addAll(arguments);
        Process p =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(p.waitFor(1, TimeUnit.MINUTES));
        return rows(out);
    }

    /// The lines from "Showing" on; the tool precedes them with the file's and type's names and active filters.
    static String rows(String text) {
        int from = text.indexOf("Showing nodes");
        return from < 0 ? text : text.substring(from).replaceAll("(?m)^ +Showing", "Showing");
    }
}
