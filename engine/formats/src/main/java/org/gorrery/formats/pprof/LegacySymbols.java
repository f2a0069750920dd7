package org.gorrery.formats.pprof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.profile.Profile.Label;
import org.gorrery.formats.profile.ProfileBuilder;

/// The names that Go writes as comments under the records of a text profile: the only symbols such a file has.
///
/// One address has several lines where calls were inlined (up to Go 1.25); from 1.26 each inlined call has an address of
/// its own.
final class LegacySymbols {
    private static final Pattern COMMENT =
            Pattern.compile(
                    "#\\t(0x[0-9a-f]{1,16})\\t+([^\\t]+?)(?:\\+0x[0-9a-f]+)?\\t+(\\S.*):(\\d{1,9})");

    private final Map<Long, List<Line>> byAddress = new HashMap<>();
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private int comments;
    private boolean sharedAddress;
    private long previous;
    private List<Line> current = new ArrayList<>();

    private record Line(String function, String file, int line) {}

    /// Forgets which comment came before: a new record starts.
    void record() {
        previous = 0;
    }

    /// Takes a comment line.
    ///
    /// @return whether it was one with a symbol
    boolean comment(String line) {
        if (!line.startsWith("#\t0x")) {
            return false;
        }
        comments++;
        Matcher m = COMMENT.matcher(line);
        if (!m.matches()) {
            return true;
        }
        long address = Long.parseUnsignedLong(m.group(1).substring(2), 16);
        names.merge(m.group(2), 1, Integer::sum);
        if (address == previous) {
            sharedAddress = true;
        } else {
            current = byAddress.containsKey(address) ? new ArrayList<>() : fresh(address);
            previous = address;
        }
        current.add(new Line(m.group(2), m.group(3), Integer.parseInt(m.group(4))));
        return true;
    }

    private List<Line> fresh(long address) {
        var lines = new ArrayList<Line>();
        byAddress.put(address, lines);
        return lines;
    }

    /// {@return how many comment lines with an address there were}
    int comments() {
        return comments;
    }

    /// {@return how many different functions they name}
    int distinct() {
        return names.size();
    }

    /// {@return whether inlined calls share the address of their caller, as up to Go 1.25}
    boolean sharedAddress() {
        return sharedAddress;
    }

    /// Makes a profile with functions: addresses without a comment (hidden runtime frames, the root's goexit, padding)
    /// leave the stacks that have symbols.
    Profile apply(Profile bare) {
        if (byAddress.isEmpty()) {
            return bare;
        }
        var b = new ProfileBuilder();
        bare.mappings().forEach(b::mapping);
        int[] location = new int[bare.locations()];
        var functions = new HashMap<String, Integer>();
        for (int loc = 0; loc < location.length; loc++) {
            List<Line> lines = byAddress.get(bare.address(loc));
            location[loc] = -1;
            if (lines == null) {
                continue;
            }
            location[loc] = b.location(bare.address(loc), bare.mapping(loc), false);
            for (Line l : lines) {
                int f =
                        functions.computeIfAbsent(
                                l.function() + "\0" + l.file(),
                                k -> b.function(l.function(), l.file()));
                b.line(f, l.line(), 0);
            }
        }
        copySamples(bare, b, location);
        return b.build(bare.head());
    }

    private static void copySamples(Profile bare, ProfileBuilder b, int[] location) {
        int types = bare.head().sampleTypes().size();
        for (int s = 0; s < bare.samples(); s++) {
            int[] stack = new int[bare.depth(s)];
            int n = 0;
            for (int i = 0; i < stack.length; i++) {
                int loc = location[bare.location(s, i)];
                if (loc >= 0) {
                    stack[n++] = loc;
                }
            }
            long[] values = new long[types];
            for (int t = 0; t < types; t++) {
                values[t] = bare.value(s, t);
            }
            b.sample(stack, n, values);
            for (Label l : bare.labels(s)) {
                b.label(l.key(), l.text(), l.number(), l.unit());
            }
        }
    }
}
