package org.gorrery.formats.exectrace;

import java.util.Map;
import java.util.Set;
import org.gorrery.formats.FactsCheck;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.report.TraceFacts;
import org.junit.jupiter.api.Test;

class SharedTracesTest {
    /// What the reference's reader says when it fails is its own wording, not a fact about the file.
    private static final Set<String> OTHER = Set.of("ReaderError", "RawError");

    @Test
    void everyTraceOfTheNewerFormatHasTheFactsOfTheReference() throws Exception {
        FactsCheck.compare(
                n -> n.startsWith("trace2/"),
                OTHER,
                (n, b) -> {
                    Map<String, Object> facts =
                            TraceFacts.of(TraceReader.read(b, Limits.DEFAULT).value());
                    V2RawCounts raw = V2RawCounts.of(b);
                    facts.put("RawByType", raw.byType());
                    facts.put("Batches", raw.batches());
                    facts.put("Strings", raw.strings());
                    facts.put("Stacks", raw.stacks());
                    return facts;
                });
    }
}
