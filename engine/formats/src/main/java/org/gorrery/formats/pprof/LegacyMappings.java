package org.gorrery.formats.pprof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gorrery.formats.profile.Mapping;

/// The memory map at the end of an older profile: lines of /proc/self/maps or `start-end: file (@off) buildid`.
final class LegacyMappings {
    private static final String HEX = "([0-9a-fA-F]{1,16})";
    private static final Pattern PROC =
            Pattern.compile(
                    "\\s*"
                            + HEX
                            + "-"
                            + HEX
                            + "\\s+([-rwxps]+)\\s+"
                            + HEX
                            + "\\s+[0-9a-fA-F]+:[0-9a-fA-F]+\\s+\\d+\\s*(.*)");
    private static final Pattern BRIEF =
            Pattern.compile(
                    "\\s*(?:0x)?"
                            + HEX
                            + "-(?:0x)?"
                            + HEX
                            + ":?\\s+(?:([-rwxps]{3,4})\\s+)?(\\S+)(?:\\s+\\(@"
                            + HEX
                            + "\\))?(?:\\s+([0-9a-fA-F]+))?\\s*");
    private static final Pattern DEFINE = Pattern.compile("\\s*(\\w+)=(.*)");

    private final List<Mapping> mappings = new ArrayList<>();
    private final Map<String, String> defined = new HashMap<>();

    /// Takes a line of the map; lines that are none are skipped.
    void line(String raw) {
        String line = raw;
        for (Map.Entry<String, String> e : defined.entrySet()) {
            line = line.replace("$" + e.getKey(), e.getValue());
        }
        Matcher m = PROC.matcher(line);
        if (m.matches()) {
            if (m.group(3).contains("x")) {
                add(m.group(1), m.group(2), m.group(4), m.group(5).strip(), "");
            }
            return;
        }
        m = BRIEF.matcher(line);
        if (m.matches()) {
            if (m.group(3) == null || m.group(3).contains("x")) {
                add(
                        m.group(1),
                        m.group(2),
                        m.group(5) == null ? "0" : m.group(5),
                        m.group(4),
                        m.group(6) == null ? "" : m.group(6));
            }
            return;
        }
        m = DEFINE.matcher(line);
        if (m.matches() && defined.size() < 100) {
            defined.put(m.group(1), m.group(2));
        }
    }

    private void add(String start, String limit, String offset, String file, String buildId) {
        mappings.add(
                new Mapping(
                        Long.parseUnsignedLong(start, 16),
                        Long.parseUnsignedLong(limit, 16),
                        Long.parseUnsignedLong(offset, 16),
                        file,
                        buildId,
                        false,
                        false,
                        false,
                        false));
    }

    /// {@return the executable mappings, or one of everything where the file has no map}
    List<Mapping> all() {
        return mappings.isEmpty()
                ? List.of(new Mapping(0, -1L, 0, "", "", false, false, false, false))
                : List.copyOf(mappings);
    }

    /// {@return index of the mapping of an address; -1 if it lies in none}
    static int find(List<Mapping> all, long address) {
        for (int i = 0; i < all.size(); i++) {
            Mapping m = all.get(i);
            if (Long.compareUnsigned(address, m.start()) >= 0
                    && Long.compareUnsigned(address, m.limit()) < 0) {
                return i;
            }
        }
        return all.size() == 1 && all.getFirst().start() == 0 ? 0 : -1;
    }
}
