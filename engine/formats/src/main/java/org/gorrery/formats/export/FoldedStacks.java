package org.gorrery.formats.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.input.Loaded;
import org.gorrery.formats.input.TextLines;
import org.gorrery.formats.profile.Granularity;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.profile.ProfileBuilder;
import org.gorrery.formats.profile.ProfileFrames;
import org.gorrery.formats.profile.ProfileHead;
import org.gorrery.formats.profile.ValueType;

/// Folded stacks: one line per stack, frames from the outermost caller joined by semicolons, a space, a number.
public final class FoldedStacks {
    private FoldedStacks() {}

    /// Writes one type of a profile; equal stacks become one line.
    ///
    /// @param profile the profile
    /// @param type index of the sample type
    /// @return the lines; a semicolon in a name becomes a comma
    public static String write(Profile profile, int type) {
        var frames = new ProfileFrames(profile, Granularity.FUNCTIONS, true);
        Map<String, Long> lines = new LinkedHashMap<>();
        int[] stack = new int[64];
        for (int s = 0; s < profile.samples(); s++) {
            long value = profile.value(s, type);
            if (value == 0) {
                continue;
            }
            stack = frames.stack(s, stack);
            var line = new StringBuilder();
            for (int i = frames.depth(s) - 1; i >= 0; i--) {
                line.append(line.isEmpty() ? "" : ";").append(clean(frames.table().name(stack[i])));
            }
            lines.merge(line.isEmpty() ? "(no stack)" : line.toString(), value, Long::sum);
        }
        var out = new StringBuilder();
        lines.forEach((k, v) -> out.append(k).append(' ').append(v).append('\n'));
        return out.toString();
    }

    private static String clean(String name) {
        return name.replace(';', ',').replace('\n', ' ');
    }

    /// Reads folded stacks.
    ///
    /// @param bytes the text
    /// @return a profile of one type, `samples`; lines without a number are faults
    public static Loaded<Profile> read(byte[] bytes) {
        var b = new ProfileBuilder();
        var locations = new HashMap<String, Integer>();
        List<Fault> faults = new ArrayList<>();
        var lines = new TextLines(bytes);
        while (lines.advance()) {
            String line = lines.line().stripTrailing();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int space = line.lastIndexOf(' ');
            try {
                long value = new BigDecimal(line.substring(space + 1)).longValue();
                add(b, locations, line.substring(0, Math.max(0, space)), value);
            } catch (NumberFormatException e) {
                if (faults.size() < 100) {
                    faults.add(
                            new Fault(
                                    lines.offset(),
                                    "expected a number at the end of line " + lines.number()));
                }
            }
        }
        var type = new ValueType("samples", "count");
        return new Loaded<>(b.build(ProfileHead.of(List.of(type), type, 1)), faults);
    }

    private static void add(
            ProfileBuilder b, Map<String, Integer> locations, String stack, long value) {
        String[] names = stack.split(";");
        int[] leafFirst = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            String name = names[names.length - 1 - i].strip();
            leafFirst[i] =
                    locations.computeIfAbsent(
                            name,
                            k -> {
                                int loc = b.location(0, -1, false);
                                b.line(b.function(name, ""), 0, 0);
                                return loc;
                            });
        }
        b.sample(leafFirst, leafFirst.length, value);
    }
}
