package org.gorrery.formats.logs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gorrery.formats.gc.GcCycle;
import org.gorrery.formats.gc.GcHistory;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.input.Loaded;
import org.gorrery.formats.input.TextLines;
import org.gorrery.formats.logs.RuntimeLog.Allocations;
import org.gorrery.formats.logs.RuntimeLog.Detail;
import org.gorrery.formats.logs.RuntimeLog.Init;
import org.gorrery.formats.logs.RuntimeLog.PacerLine;
import org.gorrery.formats.logs.RuntimeLog.Scavenge;
import org.gorrery.formats.logs.RuntimeLog.Schedule;
import org.jspecify.annotations.Nullable;

/// Reads what runtimes print under GODEBUG, all kinds mixed, with program output between and before.
public final class LogReader {
    private static final String N = "(\\d{1,18})";
    private static final Pattern SCAV_NEW =
            Pattern.compile(
                    "scav "
                            + N
                            + " KiB work \\(bg\\), "
                            + N
                            + " KiB work \\(eager\\), "
                            + N
                            + " KiB now, "
                            + N
                            + "% util( \\(forced\\))?");
    private static final Pattern SCAV_OLD =
            Pattern.compile(
                    "scav (?:\\d+ )?"
                            + N
                            + " KiB work, "
                            + N
                            + " KiB total, "
                            + N
                            + "% util( \\(forced\\))?");
    private static final Pattern SCVG =
            Pattern.compile("scvg(-?\\d*): (?:" + N + " (MB|KB) released|inuse: .*)");
    private static final Pattern INIT =
            Pattern.compile(
                    "init (\\S+) @([0-9.]+) ms, ([0-9.]+) ms clock, "
                            + N
                            + " bytes, "
                            + N
                            + " allocs");
    private static final Pattern FIGURE = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?");
    private static final Pattern SCHED = Pattern.compile("SCHED " + N + "ms: (.*)");
    private static final Pattern PAIR = Pattern.compile("(\\w+)=(-?\\d{1,18}|true|false)");
    private static final Pattern QUEUES = Pattern.compile("(?<![=\\w])\\[ ?([0-9 ]*) ?]");
    private static final Pattern TICKS = Pattern.compile("schedticks=\\[ ?([0-9 ]*) ?]");
    private static final Pattern DETAIL = Pattern.compile("  ([PMG])" + N + ": (.*)");
    private static final Pattern FIELD = Pattern.compile("(\\w+)=(\\S*)");
    private static final Pattern STATUS = Pattern.compile("status=(\\d+)\\((.*)\\) m=.*");
    private static final Pattern ALLOC =
            Pattern.compile("tracealloc\\(0x[0-9a-f]+, 0x([0-9a-f]{1,15})(?:, (.*))?\\)");

    private final List<GcCycle> cycles = new ArrayList<>();
    private final List<String> gcLines = new ArrayList<>();
    private final List<Scavenge> scavenges = new ArrayList<>();
    private final List<PacerLine> pacer = new ArrayList<>();
    private final List<Init> inits = new ArrayList<>();
    private final List<Schedule> schedules = new ArrayList<>();
    private final Map<String, Long> types = new LinkedHashMap<>();
    private int allocs;
    private int frees;
    private int collections;
    private long allocatedBytes;
    private final List<Fault> faults = new ArrayList<>();

    private LogReader() {}

    /// Reads a log.
    ///
    /// @param bytes the text
    /// @return what was recognised; a fault when nothing was
    public static Loaded<RuntimeLog> read(byte[] bytes) {
        var reader = new LogReader();
        var lines = new TextLines(bytes);
        while (lines.advance()) {
            reader.line(lines.line());
        }
        RuntimeLog log = reader.log();
        if (log.isEmpty()) {
            reader.faults.add(
                    new Fault(
                            0,
                            "no line of gctrace, scavtrace, schedtrace, inittrace or their kin found"));
        }
        return new Loaded<>(log, reader.faults);
    }

    private RuntimeLog log() {
        Allocations made =
                allocs + frees + collections == 0
                        ? Allocations.NONE
                        : new Allocations(
                                allocs, frees, collections, Map.copyOf(types), allocatedBytes);
        return new RuntimeLog(
                new GcHistory(cycles), gcLines, scavenges, pacer, inits, schedules, made);
    }

    private void line(String line) {
        if (line.startsWith("  ") && !schedules.isEmpty() && detail(line)) {
            return;
        }
        Map.Entry<String, GcCycle> cycle = GcLines.find(line);
        if (cycle != null) {
            gcLines.add(cycle.getKey());
            cycles.add(cycle.getValue());
        } else if (line.contains("SCHED ")) {
            schedule(line);
        } else if (line.contains("sc")) {
            scavenge(line);
        }
        int pace = line.indexOf("pacer: ");
        if (pace >= 0) {
            pacer(line.substring(pace));
        }
        if (line.contains("init ")) {
            init(line);
        }
        if (line.contains("trace")) {
            allocation(line);
        }
    }

    private void scavenge(String line) {
        Matcher m = SCAV_NEW.matcher(line);
        if (m.find()) {
            scavenges.add(
                    new Scavenge(
                            m.group(),
                            -1,
                            number(m, 1),
                            number(m, 2),
                            number(m, 3),
                            (int) number(m, 4),
                            m.group(5) != null));
            return;
        }
        m = SCAV_OLD.matcher(line);
        if (m.find()) {
            scavenges.add(
                    new Scavenge(
                            m.group(),
                            number(m, 1),
                            -1,
                            -1,
                            number(m, 2),
                            (int) number(m, 3),
                            m.group(4) != null));
            return;
        }
        m = SCVG.matcher(line);
        if (m.find()) {
            boolean mb = "MB".equals(m.group(3));
            long kib =
                    m.group(2) == null
                            ? -1
                            : mb ? Math.min(number(m, 2), 1L << 50) * 1024 : number(m, 2);
            scavenges.add(new Scavenge(m.group(), kib, -1, -1, -1, -1, "-1".equals(m.group(1))));
        }
    }

    private void pacer(String line) {
        PacerLine.Kind kind;
        if (line.startsWith("pacer: assist ratio")) {
            kind = PacerLine.Kind.ASSIST;
        } else if (line.startsWith("pacer: sweep done")) {
            kind = PacerLine.Kind.SWEEP_DONE;
        } else if (line.contains("% CPU")) {
            kind = PacerLine.Kind.CPU;
        } else {
            return;
        }
        var numbers = new ArrayList<Double>();
        Matcher m = FIGURE.matcher(line);
        while (m.find() && numbers.size() < 32) {
            numbers.add(Double.parseDouble(m.group()));
        }
        pacer.add(new PacerLine(kind, line, numbers));
    }

    private void init(String line) {
        Matcher m = INIT.matcher(line);
        if (m.find()) {
            inits.add(
                    new Init(
                            m.group(),
                            m.group(1),
                            decimal(m.group(2)),
                            decimal(m.group(3)),
                            number(m, 4),
                            number(m, 5)));
        }
    }

    private static double decimal(String s) {
        try {
            return Double.parseDouble(s);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void schedule(String line) {
        Matcher m = SCHED.matcher(line);
        if (!m.find()) {
            return;
        }
        String rest = m.group(2);
        var numbers = new LinkedHashMap<String, Long>();
        Matcher pair = PAIR.matcher(rest);
        while (pair.find()) {
            String v = pair.group(2);
            numbers.put(
                    pair.group(1),
                    v.equals("true") ? 1L : v.equals("false") ? 0L : (Long) Long.parseLong(v));
        }
        schedules.add(
                new Schedule(
                        m.group(),
                        number(m, 1),
                        numbers,
                        list(QUEUES, rest),
                        list(TICKS, rest),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static List<Long> list(Pattern p, String text) {
        var result = new ArrayList<Long>();
        Matcher m = p.matcher(text);
        if (m.find()) {
            for (String s : m.group(1).strip().split(" +")) {
                if (!s.isEmpty() && s.length() < 19) {
                    result.add(Long.parseLong(s));
                }
            }
        }
        return result;
    }

    /// Adds a line of a P, M or G to the sample it belongs to.
    private boolean detail(String line) {
        Matcher m = DETAIL.matcher(line);
        if (!m.matches()) {
            return false;
        }
        String rest = m.group(3);
        var fields = new LinkedHashMap<String, String>();
        Matcher f = FIELD.matcher(rest);
        while (f.find()) {
            fields.put(f.group(1), f.group(2).equals("nil") ? "-1" : f.group(2));
        }
        Matcher status = STATUS.matcher(rest);
        String reason = status.matches() ? status.group(2) : "";
        Schedule s = schedules.getLast();
        var detail = new Detail(number(m, 2), fields, reason);
        schedules.set(
                schedules.size() - 1,
                new Schedule(
                        s.text(),
                        s.millis(),
                        s.numbers(),
                        s.local(),
                        s.ticks(),
                        added(s.ps(), m.group(1).equals("P") ? detail : null),
                        added(s.ms(), m.group(1).equals("M") ? detail : null),
                        added(s.gs(), m.group(1).equals("G") ? detail : null)));
        return true;
    }

    private static List<Detail> added(List<Detail> to, @Nullable Detail more) {
        if (more == null) {
            return to;
        }
        var result = new ArrayList<>(to);
        result.add(more);
        return result;
    }

    private void allocation(String line) {
        if (line.startsWith("tracefree(0x")) {
            frees++;
        } else if (line.startsWith("tracegc()")) {
            collections++;
        } else if (line.startsWith("tracealloc(0x")) {
            Matcher m = ALLOC.matcher(line);
            if (m.find()) {
                allocs++;
                allocatedBytes += Long.parseLong(m.group(1), 16);
                types.merge(m.group(2) == null ? "" : m.group(2), 1L, Long::sum);
            }
        }
    }

    private static long number(Matcher m, int group) {
        return Long.parseLong(m.group(group));
    }
}
