package org.gorrery.formats.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.gorrery.formats.FactsCheck;
import org.gorrery.formats.SharedFiles;
import org.gorrery.formats.json.JsonReader;
import org.gorrery.formats.json.JsonWriter;
import org.gorrery.formats.report.LogFacts;
import org.junit.jupiter.api.Test;

class SharedLogsTest {
    @Test
    void everyLogHasTheFactsOfTheReference() throws Exception {
        FactsCheck.compare(
                n -> n.startsWith("logs/") && n.endsWith(".txt"),
                Set.of(),
                (n, b) -> LogFacts.of(LogReader.read(b).value()));
    }

    @Test
    void linesOfOtherReleasesAreReadAsConstructed() throws Exception {
        var differences = new ArrayList<String>();
        for (Map.Entry<String, Object> e : SharedFiles.json("constructed/expect.json").entrySet()) {
            if (e.getKey().startsWith("gctrace") || e.getKey().startsWith("s")) {
                RuntimeLog log =
                        LogReader.read(SharedFiles.bytes("constructed/" + e.getKey())).value();
                Object got = JsonReader.read(JsonWriter.compact(LogFacts.of(log)));
                SharedFiles.compare(e.getKey(), e.getValue(), got, differences);
            }
        }
        assertEquals("", String.join("\n", differences));
    }
}
