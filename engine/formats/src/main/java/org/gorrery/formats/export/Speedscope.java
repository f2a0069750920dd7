package org.gorrery.formats.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.json.JsonWriter;
import org.gorrery.formats.profile.FrameTable;
import org.gorrery.formats.profile.Granularity;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.profile.ProfileFrames;
import org.gorrery.formats.profile.ValueType;

/// The JSON file format of the speedscope viewer: one sampled profile per sample type, frames shared.
public final class Speedscope {
    private Speedscope() {}

    /// Writes all types of a profile.
    ///
    /// @param profile the profile
    /// @param name what to call it
    /// @return the document
    public static String write(Profile profile, String name) {
        var frames = new ProfileFrames(profile, Granularity.FILEFUNCTIONS, true);
        var shared = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < frames.table().size(); i++) {
            shared.add(frame(frames.table().frame(i)));
        }
        var profiles = new ArrayList<Map<String, Object>>();
        for (int t = 0; t < profile.head().sampleTypes().size(); t++) {
            profiles.add(sampled(profile, frames, t, name));
        }
        var root = new LinkedHashMap<String, Object>();
        root.put("$schema", "https://www.speedscope.app/file-format-schema.json");
        root.put("name", name);
        root.put("exporter", "gorrery");
        root.put("activeProfileIndex", profile.head().defaultIndex());
        root.put("shared", Map.of("frames", shared));
        root.put("profiles", profiles);
        return JsonWriter.compact(root);
    }

    private static Map<String, Object> frame(FrameTable.Frame f) {
        var m = new LinkedHashMap<String, Object>();
        m.put("name", f.function().isEmpty() ? f.shownName() : f.function());
        if (!f.file().isEmpty()) {
            m.put("file", f.file());
        }
        return m;
    }

    private static Map<String, Object> sampled(
            Profile p, ProfileFrames frames, int type, String name) {
        List<int[]> samples = new ArrayList<>();
        var weights = new ArrayList<Long>();
        long total = 0;
        int[] stack = new int[64];
        for (int s = 0; s < p.samples(); s++) {
            long value = p.value(s, type);
            if (value <= 0) {
                continue; // the format has no negative weights
            }
            stack = frames.stack(s, stack);
            int depth = frames.depth(s);
            int[] rootFirst = new int[depth];
            for (int i = 0; i < depth; i++) {
                rootFirst[i] = stack[depth - 1 - i];
            }
            samples.add(rootFirst);
            weights.add(value);
            total += value;
        }
        ValueType t = p.head().sampleTypes().get(type);
        var m = new LinkedHashMap<String, Object>();
        m.put("type", "sampled");
        m.put("name", name + " " + t.type());
        m.put("unit", unit(t.unit()));
        m.put("startValue", 0);
        m.put("endValue", total);
        m.put("samples", samples);
        m.put("weights", weights);
        return m;
    }

    private static String unit(String unit) {
        return switch (unit) {
            case "nanoseconds", "microseconds", "milliseconds", "seconds", "bytes" -> unit;
            default -> "none";
        };
    }
}
