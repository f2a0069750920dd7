package org.gorrery.formats.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.FileEstimate;
import org.gorrery.formats.SavedFile;
import org.gorrery.formats.SavedFile.FoldedFile;
import org.gorrery.formats.SavedFile.HeapDumpFile;
import org.gorrery.formats.SavedFile.LegacyFile;
import org.gorrery.formats.SavedFile.LogFile;
import org.gorrery.formats.SavedFile.MetricsFile;
import org.gorrery.formats.SavedFile.ProfileFile;
import org.gorrery.formats.SavedFile.TraceFile;
import org.gorrery.formats.SavedFile.TracebackFile;
import org.gorrery.formats.SavedFile.UnknownFile;
import org.gorrery.formats.SavedFiles;
import org.gorrery.formats.analysis.Finding;
import org.gorrery.formats.analysis.Findings;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.json.JsonWriter;
import org.gorrery.formats.profile.Units;

/// The command `gorrery info [--json] [-from=TIME] [-until=TIME] [-estimate] FILE…`: what a file is, who wrote it, its totals,
/// its first entries, its faults. -from and -until load a window of a trace, counted from its start; -estimate tells what
/// loading would take without doing it.
public final class Info {
    private static final int RECORDS = 1000;
    private static final String USAGE =
            "usage: gorrery info [--json] [-from=TIME] [-until=TIME] [-estimate] FILE...";

    private final List<String> paths = new ArrayList<>();
    private String from = "";
    private String until = "";

    private Info() {}

    /// Runs the command.
    ///
    /// @param arguments what follows `info` on the command line
    /// @return what to print
    public static CommandResult run(List<String> arguments) {
        var info = new Info();
        boolean json = false;
        boolean estimate = false;
        for (String a : arguments) {
            String flag = a.startsWith("--") ? a.substring(1) : a;
            if (flag.equals("-json")) {
                json = true;
            } else if (flag.equals("-estimate")) {
                estimate = true;
            } else if (flag.startsWith("-from=")) {
                info.from = flag.substring("-from=".length());
            } else if (flag.startsWith("-until=")) {
                info.until = flag.substring("-until=".length());
            } else if (a.startsWith("-") && a.length() > 1) {
                return CommandResult.misuse("gorrery info: unknown flag " + a + "; " + USAGE);
            } else {
                info.paths.add(a);
            }
        }
        if (info.paths.isEmpty()) {
            return CommandResult.misuse(USAGE);
        }
        try {
            return estimate ? info.estimates() : json ? info.json() : info.text();
        } catch (IllegalArgumentException e) {
            return CommandResult.misuse("gorrery info: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            return CommandResult.outOfMemory("info");
        }
    }

    private List<SavedFile> open(String path) throws IOException {
        Path p = Path.of(path);
        return SavedFiles.open(p, WindowArguments.of(p, from, until));
    }

    private CommandResult estimates() {
        var out = new StringBuilder();
        var err = new StringBuilder();
        for (String path : paths) {
            try {
                FileEstimate e = FileEstimate.of(Path.of(path));
                out.append(path).append(": ").append(e.format().title());
                out.append(e.packing().isEmpty() ? "" : " (" + e.packing() + ")");
                out.append(", ")
                        .append(Units.show(e.fileBytes(), "bytes"))
                        .append(" in the file, ");
                out.append(Units.show(e.modelBytes(), "bytes")).append(" of memory");
                if (e.events() > 0) {
                    out.append(", about ").append(e.events()).append(" events");
                }
                out.append('\n');
            } catch (IOException e) {
                err.append(unreadable(path, e));
            }
        }
        return new CommandResult(err.isEmpty() ? 0 : 1, out.toString(), err.toString());
    }

    private CommandResult json() {
        var all = new ArrayList<Map<String, Object>>();
        var err = new StringBuilder();
        for (String path : paths) {
            try {
                open(path).forEach(f -> all.add(facts(f)));
            } catch (IOException e) {
                err.append(unreadable(path, e));
            }
        }
        Object root = all.size() == 1 && paths.size() == 1 ? all.getFirst() : all;
        boolean unknown = all.stream().anyMatch(m -> "unknown".equals(m.get("kind")));
        int exit = err.isEmpty() && !unknown ? 0 : 1;
        return new CommandResult(
                exit, all.isEmpty() ? "" : JsonWriter.indented(root) + "\n", err.toString());
    }

    private static String unreadable(String path, IOException e) {
        String why =
                e instanceof java.nio.file.NoSuchFileException
                        ? "no such file"
                        : String.valueOf(e.getMessage());
        return "gorrery info: cannot read " + path + ": " + why + "\n";
    }

    private CommandResult text() {
        var out = new StringBuilder();
        var err = new StringBuilder();
        boolean unknown = false;
        for (String path : paths) {
            try {
                for (SavedFile f : open(path)) {
                    out.append(out.isEmpty() ? "" : "\n").append(InfoText.of(f));
                    unknown |= f instanceof UnknownFile;
                }
            } catch (IOException e) {
                err.append(unreadable(path, e));
            }
        }
        return new CommandResult(err.isEmpty() && !unknown ? 0 : 1, out.toString(), err.toString());
    }

    /// Describes an opened file as the command does.
    ///
    /// @param file an opened file
    /// @return several lines
    public static String text(SavedFile file) {
        return InfoText.of(file);
    }

    /// Collects the facts of an opened file.
    ///
    /// @param file the file
    /// @return key to value: `file`, `kind`, `packing` and `warnings` for all, the rest depends on the kind
    public static Map<String, Object> facts(SavedFile file) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("file", file.origin().name());
        facts.put("kind", file.format().title());
        if (!file.origin().packing().isEmpty()) {
            facts.put("packing", file.origin().packing());
        }
        facts.putAll(own(file));
        var findings = findings(file);
        if (!findings.isEmpty()) {
            facts.put("findings", findings.stream().map(Info::finding).toList());
        }
        facts.put("warnings", file.faults().stream().map(Fault::toString).toList());
        return facts;
    }

    private static Map<String, Object> finding(Finding f) {
        var m = new LinkedHashMap<String, Object>();
        m.put("rule", f.rule());
        m.put("severity", f.severity().name());
        m.put("sentence", f.sentence());
        m.put("evidence", f.evidence());
        return m;
    }

    /// Applies the rules that fit a file.
    ///
    /// @param file the opened file
    /// @return what an experienced engineer would point out; often nothing
    public static List<Finding> findings(SavedFile file) {
        return switch (file) {
            case TraceFile t -> Findings.of(t.trace());
            case TracebackFile t -> Findings.of(t.traceback().goroutines());
            case LogFile l -> Findings.of(l.log().gc());
            case ProfileFile p -> List.of();
            case FoldedFile f -> List.of();
            case LegacyFile l -> List.of();
            case HeapDumpFile d -> List.of();
            case MetricsFile m -> List.of();
            case UnknownFile u -> List.of();
        };
    }

    private static Map<String, Object> own(SavedFile file) {
        return switch (file) {
            case ProfileFile p -> ProfileFacts.of(p.profile());
            case FoldedFile f -> ProfileFacts.of(f.profile());
            case LegacyFile l -> {
                Map<String, Object> facts = LegacyFacts.of(l.legacy());
                if (l.legacy().records() > 0
                        && l.legacy().records() <= RECORDS
                        && l.legacy().symbolComments() == 0) {
                    facts.put("recordList", LegacyFacts.records(l.legacy().bare(), RECORDS));
                }
                yield facts;
            }
            case TraceFile t -> {
                Map<String, Object> facts = TraceFacts.of(t.trace(), t.origin().bytes());
                if (!t.faults().isEmpty()) {
                    facts.put("ReaderError", t.faults().getFirst().toString());
                }
                yield facts;
            }
            case HeapDumpFile d -> HeapDumpFacts.of(d.dump(), d.origin().bytes().length);
            case TracebackFile t -> TracebackFacts.of(t.traceback());
            case LogFile l -> LogFacts.of(l.log());
            case MetricsFile m -> MetricsFacts.of(m.metrics());
            case UnknownFile u -> Map.of("bytes", u.origin().bytes().length);
        };
    }
}
