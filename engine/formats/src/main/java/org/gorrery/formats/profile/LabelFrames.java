package org.gorrery.formats.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gorrery.formats.profile.Profile.Label;

/// Labels turned into calls, so that tables and flame graphs split by them: pprof's tagroot and tagleaf.
public final class LabelFrames {
    private final Profile source;
    private final String unit;
    private final ProfileBuilder builder = new ProfileBuilder();
    private final Map<String, Integer> made = new HashMap<>();

    private LabelFrames(Profile source, String unit) {
        this.source = source;
        this.unit = unit;
    }

    /// Adds a call for each key to every sample: its name is the value of the label, its file the key.
    ///
    /// @param profile any profile
    /// @param rootKeys labels that become callers, the first one outermost
    /// @param leafKeys labels that become callees, the last one innermost
    /// @param unit unit that numbers are shown in, `minimum` for one that suits each
    /// @return the changed profile; the same one without keys
    public static Profile add(
            Profile profile, List<String> rootKeys, List<String> leafKeys, String unit) {
        if (rootKeys.isEmpty() && leafKeys.isEmpty()) {
            return profile;
        }
        return new LabelFrames(profile, unit).add(rootKeys, leafKeys);
    }

    private Profile add(List<String> rootKeys, List<String> leafKeys) {
        ShownNames.copyTables(source, builder, source::functionName);
        int types = source.head().sampleTypes().size();
        for (int s = 0; s < source.samples(); s++) {
            List<Label> labels = source.labels(s);
            int depth = source.depth(s);
            int[] stack = new int[depth + rootKeys.size() + leafKeys.size()];
            int n = 0;
            for (String key : leafKeys.reversed()) {
                stack[n++] = location(key, labels);
            }
            for (int i = 0; i < depth; i++) {
                stack[n++] = source.location(s, i);
            }
            for (String key : rootKeys.reversed()) {
                stack[n++] = location(key, labels);
            }
            long[] values = new long[types];
            for (int t = 0; t < types; t++) {
                values[t] = source.value(s, t);
            }
            builder.sample(stack, n, values);
            labels.forEach(l -> builder.label(l.key(), l.text(), l.number(), l.unit()));
        }
        return builder.build(source.head());
    }

    private int location(String key, List<Label> labels) {
        String values =
                labels.stream()
                        .filter(l -> l.key().equals(key))
                        .sorted((a, b) -> Boolean.compare(a.text() == null, b.text() == null))
                        .map(this::shown)
                        .collect(Collectors.joining(","));
        return made.computeIfAbsent(
                values + "\0" + key,
                k -> {
                    int function = builder.function(values, key);
                    int location = builder.location(0, -1, false);
                    builder.line(function, 0, 0);
                    return location;
                });
    }

    private String shown(Label l) {
        String text = l.text();
        if (text != null) {
            return text;
        }
        return l.unit().isEmpty()
                ? Units.show(l.number(), "", "auto")
                : Units.show(l.number(), l.unit(), unit);
    }

    /// Splits what a flag says into keys.
    ///
    /// @param text keys with commas between them
    /// @return the keys, empty ones left out
    public static List<String> keys(String text) {
        var keys = new ArrayList<String>();
        for (String k : text.split(",", -1)) {
            if (!k.isEmpty()) {
                keys.add(k);
            }
        }
        return keys;
    }
}
