package org.gorrery.formats.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gorrery.formats.gc.GcCycle;
import org.gorrery.formats.gc.GcCycle.Counts;
import org.gorrery.formats.gc.GcCycle.Cpu;
import org.gorrery.formats.gc.GcCycle.Heap;
import org.gorrery.formats.gc.GcCycle.Phase;
import org.jspecify.annotations.Nullable;

/// The gctrace line of every release since Go 1.1.
final class GcLines {
    private static final long MB = 1 << 20;
    private static final String N = "(\\d{1,18})";
    private static final String F = "([0-9.]{1,25})";

    /// Go 1.5 and later.
    private static final Pattern MODERN =
            Pattern.compile(
                    "gc "
                            + N
                            + " @"
                            + F
                            + "s "
                            + N
                            + "%(?: \\([^)]*\\))?: "
                            + "([0-9.+]{1,200}) ms clock, "
                            + "([0-9.+/]{1,200}) ms cpu, "
                            + N
                            + "->"
                            + N
                            + "->"
                            + N
                            + " MB, "
                            + N
                            + " MB goal"
                            + "(?:, "
                            + N
                            + " MB stacks, "
                            + N
                            + " MB globals)?, "
                            + N
                            + " P( \\(forced\\))?");

    /// Go 1.1 and 1.2.
    private static final Pattern FIRST =
            Pattern.compile(
                    "gc"
                            + N
                            + "\\("
                            + N
                            + "\\): "
                            + N
                            + "\\+"
                            + N
                            + "\\+"
                            + N
                            + " ms, "
                            + N
                            + " -> "
                            + N
                            + " MB "
                            + N
                            + " -> "
                            + N
                            + " \\("
                            + N
                            + "-"
                            + N
                            + "\\) objects");

    /// Go 1.3 and 1.4.
    private static final Pattern SECOND =
            Pattern.compile(
                    "gc"
                            + N
                            + "\\("
                            + N
                            + "\\): "
                            + N
                            + "\\+"
                            + N
                            + "\\+"
                            + N
                            + "\\+"
                            + N
                            + " us, "
                            + N
                            + " -> "
                            + N
                            + " MB, "
                            + N
                            + " \\("
                            + N
                            + "-"
                            + N
                            + "\\) objects,(?: "
                            + N
                            + " goroutines,)? "
                            + N
                            + "/"
                            + N
                            + "/"
                            + N
                            + " sweeps");

    private static final List<String> MODERN_PHASES =
            List.of("sweep termination", "concurrent mark", "mark termination");
    private static final List<String> GO15_PHASES =
            List.of(
                    "sweep termination",
                    "scan",
                    "install write barrier",
                    "concurrent mark",
                    "mark termination");

    private GcLines() {}

    /// Finds a cycle anywhere in a line; program output may be glued before it.
    ///
    /// @return the printed text and the cycle, or null
    static Map.@Nullable Entry<String, GcCycle> find(String line) {
        if (!line.contains("gc")) {
            return null;
        }
        Matcher m = MODERN.matcher(line);
        if (m.find()) {
            return Map.entry(m.group(), modern(m));
        }
        m = SECOND.matcher(line);
        if (m.find()) {
            return Map.entry(line.substring(m.start()), second(m));
        }
        m = FIRST.matcher(line);
        return m.find() ? Map.entry(line.substring(m.start()), first(m)) : null;
    }

    private static GcCycle modern(Matcher m) {
        List<Double> clock = numbers(m.group(4), "\\+");
        List<String> names = clock.size() == 5 ? GO15_PHASES : MODERN_PHASES;
        var phases = new ArrayList<Phase>();
        for (int i = 0; i < clock.size(); i++) {
            String name = i < names.size() ? names.get(i) : "phase " + (i + 1);
            boolean stops = i == 0 || i == clock.size() - 1 || clock.size() == 5 && i == 2;
            phases.add(new Phase(name, Math.round(clock.get(i) * 1e6), stops));
        }
        return new GcCycle(
                integer(m.group(1)),
                Math.round(decimal(m.group(2)) * 1e9),
                integer(m.group(3)),
                phases,
                cpu(m.group(5)),
                new Heap(
                        mb(m.group(6)),
                        mb(m.group(7)),
                        mb(m.group(8)),
                        mb(m.group(9)),
                        mb(m.group(10)),
                        mb(m.group(11))),
                integer(m.group(12)),
                m.group(13) != null,
                Counts.UNKNOWN);
    }

    private static Cpu cpu(String text) {
        for (String part : text.split("\\+")) {
            String[] marking = part.split("/");
            if (marking.length == 3) {
                return new Cpu(
                        Math.round(decimal(marking[0]) * 1e6),
                        Math.round(decimal(marking[1]) * 1e6),
                        Math.round(decimal(marking[2]) * 1e6));
            }
        }
        return Cpu.UNKNOWN;
    }

    private static GcCycle first(Matcher m) {
        var phases =
                List.of(
                        new Phase("mark", number(m, 3) * 1_000_000, true),
                        new Phase("sweep", number(m, 4) * 1_000_000, true),
                        new Phase("rest", number(m, 5) * 1_000_000, true));
        return new GcCycle(
                integer(m.group(1)),
                -1,
                -1,
                phases,
                Cpu.UNKNOWN,
                new Heap(mb(m.group(6)), mb(m.group(7)), -1, -1, -1, -1),
                integer(m.group(2)),
                false,
                new Counts(number(m, 9), number(m, 10), number(m, 11), -1, List.of()));
    }

    private static GcCycle second(Matcher m) {
        var phases =
                List.of(
                        new Phase("stop the world", number(m, 3) * 1_000, true),
                        new Phase("sweep rest", number(m, 4) * 1_000, true),
                        new Phase("mark", number(m, 5) * 1_000, true),
                        new Phase("finish", number(m, 6) * 1_000, true));
        return new GcCycle(
                integer(m.group(1)),
                -1,
                -1,
                phases,
                Cpu.UNKNOWN,
                new Heap(mb(m.group(7)), mb(m.group(8)), -1, -1, -1, -1),
                integer(m.group(2)),
                false,
                new Counts(
                        number(m, 9),
                        number(m, 10),
                        number(m, 11),
                        m.group(12) == null ? -1 : number(m, 12),
                        List.of(number(m, 13), number(m, 14), number(m, 15))));
    }

    static List<Double> numbers(String text, String separator) {
        var result = new ArrayList<Double>();
        for (String part : text.split(separator)) {
            result.add(decimal(part));
        }
        return result;
    }

    private static double decimal(String s) {
        try {
            return Double.parseDouble(s);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static int integer(String s) {
        return (int) Math.min(Long.parseLong(s), Integer.MAX_VALUE);
    }

    private static long number(Matcher m, int group) {
        return Math.min(Long.parseLong(m.group(group)), Long.MAX_VALUE / 1_000_000);
    }

    private static long mb(@Nullable String s) {
        return s == null ? -1 : Math.min(Long.parseLong(s), Long.MAX_VALUE / MB) * MB;
    }
}
