package org.gorrery.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gorrery.formats.json.JsonReader;
import org.gorrery.formats.json.JsonWriter;

/// Compares facts of many files with `facts.json`.
public final class FactsCheck {
    private FactsCheck() {}

    /// Gives the facts of one file.
    public interface Reader {
        /// {@return the facts}
        Map<String, Object> facts(String name, byte[] bytes) throws Exception;
    }

    /// Fails with every difference.
    ///
    /// @param files which files
    /// @param notOurs keys that are output of other tools, not facts about the file
    /// @param reader gives our facts
    public static void compare(Predicate<String> files, Set<String> notOurs, Reader reader)
            throws Exception {
        var differences = new ArrayList<String>();
        int compared = 0;
        for (Map.Entry<String, Object> e : SharedFiles.json("facts.json").entrySet()) {
            if (!files.test(e.getKey())) {
                continue;
            }
            compared++;
            Map<String, Object> facts = reader.facts(e.getKey(), SharedFiles.unpacked(e.getKey()));
            Object got = JsonReader.read(JsonWriter.compact(facts));
            ((Map<?, ?>) e.getValue())
                    .forEach((k, v) -> {
                        if (!notOurs.contains(k)) {
                            SharedFiles.compare(
                                    e.getKey() + "." + k, v, ((Map<?, ?>) got).get(k), differences);
                        }
                    });
        }
        assertFalse(compared == 0, "no file to compare");
        assertEquals("", String.join("\n", differences));
    }
}
