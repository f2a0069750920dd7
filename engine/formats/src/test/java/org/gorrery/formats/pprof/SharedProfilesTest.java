package org.gorrery.formats.pprof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gorrery.formats.SharedFiles;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.input.Loaded;
import org.gorrery.formats.json.JsonReader;
import org.gorrery.formats.json.JsonWriter;
import org.gorrery.formats.profile.Profile;
import org.gorrery.formats.report.ProfileFacts;
import org.junit.jupiter.api.Test;

/// Compares what we read from real profiles with what google/pprof reads from them.
class SharedProfilesTest {
    private static final Set<String> TOOL_OUTPUT = Set.of("goToolPprofTop5", "goToolPprofTags");

    @Test
    void everyProtobufProfileHasTheFactsOfTheReference() throws Exception {
        var differences = new ArrayList<String>();
        for (Map.Entry<String, Object> e : SharedFiles.json("facts.json").entrySet()) {
            if (!e.getKey().endsWith(".pb.gz") && !e.getKey().endsWith(".pgo")) {
                continue;
            }
            Loaded<Profile> loaded =
                    ProtoReader.read(SharedFiles.unpacked(e.getKey()), Limits.DEFAULT);
            assertEquals(List.of(), loaded.faults(), e.getKey());
            Object got = JsonReader.read(JsonWriter.compact(ProfileFacts.of(loaded.value())));
            Map<?, ?> want = (Map<?, ?>) e.getValue();
            want.forEach((k, v) -> {
                if (!TOOL_OUTPUT.contains(k)) {
                    SharedFiles.compare(
                            e.getKey() + "." + k, v, ((Map<?, ?>) got).get(k), differences);
                }
            });
        }
        assertEquals("", String.join("\n", differences));
    }

    @Test
    void whatWeWriteReadsBackAsTheSameProfile() throws Exception {
        for (String name : SharedFiles.json("facts.json").keySet()) {
            if (name.endsWith(".pb.gz")) {
                Profile p = ProtoReader.read(SharedFiles.unpacked(name), Limits.DEFAULT).value();
                Loaded<Profile> again = ProtoReader.read(ProtoWriter.plain(p), Limits.DEFAULT);
                assertEquals(List.of(), again.faults(), name);
                assertEquals(ProfileText.of(p), ProfileText.of(again.value()), name);
            }
        }
    }
}
