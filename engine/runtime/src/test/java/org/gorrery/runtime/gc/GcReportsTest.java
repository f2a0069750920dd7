package org.gorrery.runtime.gc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GcReportsTest extends CollectedProgram {
    @Test
    void traceLinesHaveTheFormThatWasAskedFor() {
        open("amd64", GcOptions.DEFAULT.withTrace(1, GcOptions.TraceForm.CURRENT, lines::add));
        run.slot(0, newNode());
        collect();
        String form =
                "gc 1 @\\d+\\.\\d{3}s \\d+%: \\S+\\+\\S+\\+\\S+ ms clock, \\S+\\+0/\\S+/0\\+\\S+ ms cpu, "
                        + "0->0->0 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 1 P \\(forced\\)\\n";
        assertTrue(lines.get(0).matches(form), lines.get(0));
    }

    @Test
    void theOlderTraceFormCountsObjects() {
        open("amd64", GcOptions.DEFAULT.withTrace(1, GcOptions.TraceForm.GO_1_4, lines::add));
        run.slot(0, newNode());
        newNode();
        collect();
        String form =
                "gc1\\(1\\): 0\\+\\d+\\+\\d+\\+\\d+ us, 0 -> 0 MB, 1 \\(2-1\\) objects, \\d+ goroutines, 1/0/0 sweeps, "
                        + "0\\(0\\) handoff, 0\\(0\\) steal, 0/0/0 yields\\n";
        assertTrue(lines.get(0).matches(form), lines.get(0));
    }

    @Test
    void figuresAgreeWithEachOther() {
        open("amd64");
        run.slot(0, newNode());
        newNode();
        collect();
        var m = gc.memStats(1_000_000_000);
        assertEquals(2, m.mallocs());
        assertEquals(1, m.frees());
        assertEquals(24, m.heapAlloc());
        assertEquals(48, m.totalAlloc());
        assertEquals(m.heapSys(), m.heapIdle() + m.heapInuse());
        assertEquals(1, m.numGc());
        assertEquals(1, m.numForcedGc());
        assertEquals(2, m.bySize()[3][1]);
        assertEquals(4 << 20, m.nextGc());
        assertNotEquals(0, m.pauseTotalNanos());
    }

    @Test
    void aSnapshotShowsTheTypeOfEachObject() {
        open("amd64");
        long a = newNode();
        run.slot(0, a);
        collect();
        var s = gc.snapshot(5);
        var span =
                s.spans().stream()
                        .filter(x -> x.base() == run.heap.spanOf(a).base())
                        .findFirst()
                        .orElseThrow();
        assertEquals(run.types.offsetOf(node), span.slotTypes()[0]);
        assertEquals(1, span.marked()[0]);
        assertEquals(24, span.elemBytes());
        assertEquals(1, s.stats().numGc());
    }
}
