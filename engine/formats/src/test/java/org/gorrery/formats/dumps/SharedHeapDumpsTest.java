package org.gorrery.formats.dumps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.gorrery.formats.FactsCheck;
import org.gorrery.formats.SharedFiles;
import org.gorrery.formats.logs.RuntimeMetrics;
import org.gorrery.formats.report.HeapDumpFacts;
import org.gorrery.formats.report.MetricsFacts;
import org.junit.jupiter.api.Test;

class SharedHeapDumpsTest {
    @Test
    void everyHeapDumpHasTheFactsOfTheReference() throws Exception {
        FactsCheck.compare(
                n -> n.startsWith("heapdump/"),
                Set.of(),
                (n, b) -> HeapDumpFacts.of(HeapDumpReader.read(b).value(), b.length));
    }

    @Test
    void savedMetricsHaveTheFactsOfTheReference() throws Exception {
        FactsCheck.compare(
                n -> n.startsWith("logs/metrics"),
                Set.of(),
                (n, b) -> MetricsFacts.of(RuntimeMetrics.read(b).value()));
    }

    @Test
    void slotsInTheTailsOfSpansAreNoObjects() throws Exception {
        HeapDump d =
                HeapDumpReader.read(SharedFiles.bytes("heapdump/tree-go1.26.heapdump")).value();
        assertEquals(d.memStats().get("HeapObjects"), (long) d.size() - d.tailSlots());
    }

    @Test
    void aPointerIntoTheMiddleOfAnObjectFindsIt() throws Exception {
        HeapDump d = HeapDumpReader.read(SharedFiles.bytes("heapdump/tree.heapdump")).value();
        for (int i = 0; i < d.size(); i++) {
            assertEquals(i, d.objectAt(d.address(i) + d.bytes(i) - 1));
        }
        assertTrue(d.objectAt(d.params().heapEnd()) < 0);
    }
}
