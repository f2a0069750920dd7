package org.gorrery.formats.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/// The command `gorrery info [--json] FILE…`: what a file is, who wrote it, its totals, its first entries, its faults.
public final class Info {
    private static final int RECORDS = 1000;

    private Info() {}

    /// Runs the command.
    ///
    /// @param arguments what follows `info` on the command line
    /// @return what to print
    public static CommandResult run(List<String> arguments) {
        var paths = new ArrayList<String>();
        boolean json = false;
        for (String a : arguments) {
            if (a.equals("--json") || a.equals("-json")) {
                json = true;
            } else if (a.startsWith("-") && a.length() > 1) {
                return CommandResult.misuse(
                        "gorrery info: unknown flag "
                                + a
                                + "; usage: gorrery info [--json] FILE...");
            } else {
                paths.add(a);
            }
        }
        if (paths.isEmpty()) {
            return CommandResult.misuse("usage: gorrery info [--json] FILE...");
        }
        return json ? json(paths) : text(paths);
    }

    private static CommandResult json(List<String> paths) {
        var all = new ArrayList<Map<String, Object>>();
        var err = new StringBuilder();
        for (String path : paths) {
            try {
                SavedFiles.open(Path.of(path)).forEach(f -> all.add(facts(f)));
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

    private static CommandResult text(List<String> paths) {
        var out = new StringBuilder();
        var err = new StringBuilder();
        boolean unknown = false;
        for (String path : paths) {
            try {
                for (SavedFile f : SavedFiles.open(Path.of(path))) {
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
