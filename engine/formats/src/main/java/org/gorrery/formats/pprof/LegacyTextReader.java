package org.gorrery.formats.pprof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.input.FormatException;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.input.Loaded;
import org.gorrery.formats.input.TextLines;
import org.gorrery.formats.json.JsonReader;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.profile.Profile.Label;
import org.gorrery.formats.profile.ProfileHead;
import org.gorrery.formats.profile.ValueType;

/// Reads the text forms of profiles: heap, counts (goroutine, threadcreate, custom), contention, C++ threadz.
///
/// Addresses are return addresses, so one is subtracted from each. Values are scaled as google/pprof scales them. A line
/// that is no record where one is expected becomes a fault and is skipped.
public final class LegacyTextReader {
    private static final String N = "(-?\\d{1,18})";
    private static final Pattern HEAP =
            Pattern.compile(
                    "heap profile: *"
                            + N
                            + ": *"
                            + N
                            + " *\\[ *"
                            + N
                            + ": *"
                            + N
                            + " *\\] *@ *(\\w+)(?:/(\\d{1,18}))?.*");
    private static final Pattern HEAP_RECORD =
            Pattern.compile(" *" + N + ": *" + N + " *\\[ *" + N + ": *" + N + " *\\] *@(.*)");
    private static final Pattern COUNT =
            Pattern.compile("(\\S.{0,200}?) profile: total *(\\d{1,18})");
    private static final Pattern COUNT_RECORD = Pattern.compile(" *" + N + " @(.*)");
    private static final Pattern CONTENTION_RECORD =
            Pattern.compile(" *" + N + " +" + N + " @(.*)");
    private static final Pattern ATTRIBUTE = Pattern.compile("([A-Za-z/ ]+?) *= *(\\S.*)");
    private static final Pattern STAT = Pattern.compile("# (\\w+) = (-?\\d{1,18})(?: .*)?");
    private static final Pattern STAT_LIST =
            Pattern.compile("# (PauseNs|PauseEnd) = \\[([0-9 ]*)\\]");
    private static final Pattern HEX = Pattern.compile("0x([0-9a-fA-F]{1,16})");
    private static final int MAX_DEPTH = 1 << 16;

    private final TextLines lines;
    private final Limits limits;
    private final List<Fault> faults = new ArrayList<>();
    private final LegacyStacks stacks = new LegacyStacks();
    private final LegacySymbols symbols = new LegacySymbols();
    private final LegacyMappings mappings = new LegacyMappings();
    private final Map<String, Long> memStats = new LinkedHashMap<>();
    private final Map<String, List<Long>> statLists = new java.util.HashMap<>();
    private final List<String> labelLines = new ArrayList<>();
    private long[] stack = new long[64];

    private LegacyTextReader(byte[] bytes, Limits limits) {
        this.lines = new TextLines(bytes);
        this.limits = limits;
    }

    /// Reads a text profile.
    ///
    /// @param bytes the text
    /// @param limits bounds
    /// @return the profile and what was wrong
    /// @throws FormatException when the first line is of no known form
    public static Loaded<LegacyProfile> read(byte[] bytes, Limits limits) throws FormatException {
        return new LegacyTextReader(bytes, limits).read();
    }

    private Loaded<LegacyProfile> read() throws FormatException {
        String first = "";
        while (first.isBlank() && lines.advance()) {
            first = lines.line();
        }
        Matcher heap = HEAP.matcher(first);
        Matcher count = COUNT.matcher(first);
        LegacyProfile result;
        if (heap.matches()) {
            result = heap(first, heap);
        } else if (first.startsWith("--- threadz ") || first.startsWith("--- Thread ")) {
            result = threadz(first);
        } else if (first.startsWith("--- contention") || first.startsWith("--- mutex")) {
            result = contention(first);
        } else if (first.startsWith("--- heapz")) {
            result = javaHeap(first);
        } else if (count.matches()) {
            result = counts(first, count.group(1));
        } else {
            throw new FormatException(
                    0, "first line \"" + brief(first) + "\" is that of no known text profile");
        }
        return new Loaded<>(result, faults);
    }

    private static String brief(String s) {
        return s.length() > 80 ? s.substring(0, 80) + "…" : s;
    }

    private void fault(String message) {
        if (faults.size() < limits.faults()) {
            faults.add(new Fault(lines.offset(), message + ", line " + lines.number()));
        }
    }

    private LegacyProfile done(String kind, String first, ProfileHead head, int records) {
        Profile bare = stacks.build(head, mappings.all());
        Profile named = symbols.apply(bare);
        return new LegacyProfile(
                kind,
                first,
                kind.equals("java") ? named : bare, // its names are no comments
                named,
                records,
                symbols.comments(),
                symbols.distinct(),
                memStats,
                statLists,
                labelLines);
    }

    /// Deals with lines that may stand between records.
    ///
    /// @return whether the line was one of them
    private boolean between(String line) {
        if (line.isBlank()) {
            return true;
        }
        if (line.equals("MAPPED_LIBRARIES:") || line.startsWith("--- Memory map:")) {
            while (lines.advance()) {
                mappings.line(lines.line());
            }
            return true;
        }
        if (!line.startsWith("#")) {
            return false;
        }
        if (line.startsWith("# labels: ")) {
            labelLines.add(line);
            stacks.label(labels(line.substring("# labels: ".length())));
        } else if (!symbols.comment(line)) {
            Matcher m = STAT.matcher(line);
            Matcher list = STAT_LIST.matcher(line);
            if (m.matches()) {
                memStats.put(m.group(1), Long.parseLong(m.group(2)));
            } else if (list.matches()) {
                statLists.put(list.group(1), numbers(list.group(2)));
            }
        }
        return true;
    }

    private static List<Long> numbers(String text) {
        var result = new ArrayList<Long>();
        for (String n : text.strip().split(" +", 1000)) {
            result.add(n.matches("\\d{1,18}") ? Long.parseLong(n) : 0);
        }
        return List.copyOf(result);
    }

    private List<Label> labels(String json) {
        var result = new ArrayList<Label>();
        try {
            if (JsonReader.read(json) instanceof Map<?, ?> map) {
                map.forEach((k, v) ->
                        result.add(new Label(String.valueOf(k), String.valueOf(v), 0, "")));
            }
        } catch (FormatException e) {
            fault("labels are not JSON");
        }
        return result;
    }

    /// Reads hexadecimal addresses into [#stack].
    ///
    /// @param keepLeaf whether the leaf is no return address
    /// @return how many there are
    private int addresses(String text, boolean keepLeaf) {
        int n = 0;
        Matcher m = HEX.matcher(text);
        while (m.find() && n < MAX_DEPTH) {
            if (n == stack.length) {
                stack = java.util.Arrays.copyOf(stack, n * 2);
            }
            long a = Long.parseUnsignedLong(m.group(1), 16);
            stack[n] = n == 0 && keepLeaf ? a : a - 1;
            n++;
        }
        return n;
    }

    // ---- heap

    private LegacyProfile heap(String first, Matcher h) {
        long allocCount = Long.parseLong(h.group(3));
        long allocBytes = Long.parseLong(h.group(4));
        boolean same = h.group(3).equals(h.group(1)) && h.group(4).equals(h.group(2));
        boolean allocs = !same && (allocCount != 0 || allocBytes != 0);
        long rate = heapRate(h.group(5), h.group(6));
        int records = 0;
        while (lines.advance()) {
            String line = lines.line();
            if (between(line)) {
                continue;
            }
            Matcher m = HEAP_RECORD.matcher(line);
            if (!m.matches()) {
                fault("expected a record \"count: bytes [count: bytes] @ addresses\"");
                continue;
            }
            records++;
            symbols.record();
            heapRecord(m, rate, allocs);
        }
        var types = new ArrayList<ValueType>();
        if (allocs) {
            types.add(new ValueType("alloc_objects", "count"));
            types.add(new ValueType("alloc_space", "bytes"));
            types.add(new ValueType("inuse_objects", "count"));
            types.add(new ValueType("inuse_space", "bytes"));
        } else {
            types.add(new ValueType("objects", "count"));
            types.add(new ValueType("space", "bytes"));
        }
        return done(
                "heap",
                first,
                ProfileHead.of(types, new ValueType("space", "bytes"), rate),
                records);
    }

    private static long heapRate(String kind, @org.jspecify.annotations.Nullable String number) {
        long n = number == null ? 0 : Long.parseLong(number);
        return switch (kind) {
            case "heap" -> n / 2;
            case "heap_v2", "heapz_v2" -> n;
            default -> 1;
        };
    }

    private void heapRecord(Matcher m, long rate, boolean allocs) {
        int depth = addresses(m.group(5), false);
        long[] inUse = unsample(Long.parseLong(m.group(1)), Long.parseLong(m.group(2)), rate);
        long[] made = unsample(Long.parseLong(m.group(3)), Long.parseLong(m.group(4)), rate);
        long size = inUse[2] != 0 ? inUse[2] : allocs ? made[2] : 0;
        List<Label> label = List.of(new Label("bytes", null, size, ""));
        if (allocs) {
            stacks.add(stack, depth, label, made[0], made[1], inUse[0], inUse[1]);
        } else {
            stacks.add(stack, depth, label, inUse[0], inUse[1]);
        }
    }

    /// Turns sampled numbers into estimates of the true ones.
    ///
    /// @return count, bytes, and the average object size
    private long[] unsample(long count, long bytes, long rate) {
        if (count == 0) {
            if (bytes != 0) {
                fault("no objects, but " + bytes + " bytes");
            }
            return new long[3];
        }
        long average = bytes / count;
        if (rate <= 1 || bytes == 0) {
            return new long[] {bytes == 0 && rate > 1 ? 0 : count, bytes, average};
        }
        double scale = 1 / (1 - Math.exp(-((double) bytes / count) / rate));
        return new long[] {(long) (count * scale), (long) (bytes * scale), average};
    }

    private static final long JAVA_SAMPLING_BYTES = 512 * 1024;

    /// Java's heapz: the ids in the records are keys of the location lines that follow.
    private LegacyProfile javaHeap(String first) {
        int records = 0;
        while (lines.advance()) {
            String line = lines.line();
            Matcher m = CONTENTION_RECORD.matcher(line); // bytes first, then objects
            if (m.matches()) {
                records++;
                int depth = keys(m.group(3));
                long[] sampled =
                        unsample(
                                Long.parseLong(m.group(2)),
                                Long.parseLong(m.group(1)),
                                JAVA_SAMPLING_BYTES);
                stacks.add(
                        stack,
                        depth,
                        List.of(new Label("bytes", null, sampled[2], "")),
                        sampled[0],
                        sampled[1]);
            } else if (!javaLocation(line)
                    && !between(line)
                    && !ATTRIBUTE.matcher(line).matches()) {
                fault("expected a record, an attribute or a location");
            }
        }
        var types =
                List.of(
                        new ValueType("inuse_objects", "count"),
                        new ValueType("inuse_space", "bytes"));
        return done(
                "java", first, ProfileHead.of(types, new ValueType("heap", "bytes"), 0), records);
    }

    private int keys(String text) {
        int n = addresses(text, true);
        for (int i = 1; i < n; i++) {
            stack[i]++;
        }
        return n;
    }

    private static final Pattern JAVA_LOCATION =
            Pattern.compile(
                    "\\s*0x([0-9a-fA-F]{1,16})\\s+(.*?)(?:\\s+\\((.*?)(?::(\\d{1,9}))?\\))?\\s*");

    private boolean javaLocation(String line) {
        Matcher m = JAVA_LOCATION.matcher(line);
        if (!m.matches()) {
            return false;
        }
        String file = m.group(3) == null ? "-" : m.group(3);
        String number = m.group(4) == null ? "0" : m.group(4);
        symbols.record();
        symbols.comment("#\t0x" + m.group(1) + "\t" + m.group(2) + "\t" + file + ":" + number);
        return true;
    }

    // ---- counts

    private LegacyProfile counts(String first, String name) {
        int records = 0;
        while (lines.advance()) {
            String line = lines.line();
            if (between(line)) {
                continue;
            }
            Matcher m = COUNT_RECORD.matcher(line);
            if (!m.matches()) {
                fault("expected a record \"count @ addresses\"");
                continue;
            }
            records++;
            symbols.record();
            int depth = addresses(m.group(2), false);
            stacks.add(stack, depth, List.of(), Long.parseLong(m.group(1)));
        }
        var type = new ValueType(name, "count");
        return done("count", first, ProfileHead.of(List.of(type), type, 1), records);
    }

    // ---- contention

    private LegacyProfile contention(String first) {
        double cyclesPerSecond = 0;
        long period = 1;
        long durationNanos = 0;
        boolean java = false;
        String unit = "nanoseconds";
        var raw = new ArrayList<long[]>();
        while (lines.advance()) {
            String line = lines.line();
            Matcher m = CONTENTION_RECORD.matcher(line);
            if (m.matches()) {
                symbols.record();
                int depth = java ? keys(m.group(3)) : addresses(m.group(3), false);
                long[] values = {Long.parseLong(m.group(2)), Long.parseLong(m.group(1))};
                raw.add(values);
                stacks.add(stack, depth, List.of(), values);
                continue;
            }
            Matcher a = ATTRIBUTE.matcher(line);
            if (raw.isEmpty() && !line.startsWith("#") && a.matches()) {
                switch (a.group(1)) {
                    case "cycles/second" -> cyclesPerSecond = positive(a.group(2));
                    case "sampling period" -> period = positive(a.group(2));
                    case "ms since reset" -> durationNanos = positive(a.group(2)) * 1_000_000;
                    case "format" -> java = a.group(2).equals("java");
                    case "resolution" -> unit = a.group(2);
                    default -> {
                        // discarded samples and the like do not change the values
                    }
                }
            } else if (!(java && javaLocation(line)) && !between(line)) {
                fault("expected a record \"cycles count @ addresses\" or an attribute");
            }
        }
        boolean scaledAlready =
                first.startsWith("--- mutex") && symbols.comments() > 0 && !symbols.sharedAddress();
        scale(raw, cyclesPerSecond, scaledAlready ? 1 : period);
        var types = List.of(new ValueType("contentions", "count"), new ValueType("delay", unit));
        ProfileHead head = ProfileHead.of(types, new ValueType("contentions", "count"), period);
        return done(
                java ? "java" : "contention", first, head.withTimes(0, durationNanos), raw.size());
    }

    private static void scale(List<long[]> raw, double cyclesPerSecond, long period) {
        for (long[] v : raw) {
            v[0] *= period;
            double delay = v[1];
            if (cyclesPerSecond > 0) {
                delay = v[1] / (cyclesPerSecond / 1e9);
            }
            v[1] = cyclesPerSecond > 0 || period > 1 ? (long) (delay * period) : v[1];
        }
    }

    private long positive(String text) {
        try {
            return Math.clamp(Long.parseLong(text.strip()), 0, Long.MAX_VALUE / 1_000_000);
        } catch (NumberFormatException e) {
            fault("expected a number, found \"" + brief(text) + "\"");
            return 0;
        }
    }

    // ---- threadz

    private LegacyProfile threadz(String first) {
        int records = 0;
        long[] last = new long[0];
        boolean open = first.startsWith("--- Thread ");
        long[] current = new long[0];
        int depth = 0;
        boolean more = true;
        boolean same = false;
        while (more) {
            more = lines.advance();
            String line = more ? lines.line() : "";
            boolean head = line.startsWith("--- Thread ");
            boolean end =
                    !more
                            || head
                            || line.startsWith("---- no stack trace")
                            || line.startsWith("--- Memory map:");
            if (end && open) {
                long[] shown = same ? last : java.util.Arrays.copyOf(current, depth);
                stacks.add(shown, shown.length, List.of(), 1);
                records++;
                last = shown;
            }
            if (end) {
                open = head;
                depth = 0;
                current = new long[0];
                same = false;
                if (line.startsWith("--- Memory map:")) {
                    between(line);
                }
            } else if (line.contains("[same as previous thread]")) {
                same = true;
            } else if (open) {
                int n = addresses(line, depth == 0);
                current = java.util.Arrays.copyOf(current, depth + n);
                System.arraycopy(stack, 0, current, depth, n);
                depth += n;
            }
        }
        var type = new ValueType("thread", "count");
        return done("threadz", first, ProfileHead.of(List.of(type), type, 1), records);
    }
}
