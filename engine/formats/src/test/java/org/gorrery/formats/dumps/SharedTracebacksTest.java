package org.gorrery.formats.dumps;

import java.util.Set;
import org.gorrery.formats.FactsCheck;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.report.TracebackFacts;
import org.junit.jupiter.api.Test;

class SharedTracebacksTest {
    @Test
    void everyTracebackHasTheFactsOfTheReference() throws Exception {
        FactsCheck.compare(
                n -> n.startsWith("crash/") || n.endsWith("debug2.txt"),
                Set.of(),
                (n, b) -> TracebackFacts.of(TracebackReader.read(b, Limits.DEFAULT).value()));
    }
}
