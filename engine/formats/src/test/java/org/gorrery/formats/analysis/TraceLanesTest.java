package org.gorrery.formats.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gorrery.formats.SharedFiles;
import org.gorrery.formats.analysis.TraceRanges.Kind;
import org.gorrery.formats.analysis.TraceRanges.Range;
import org.gorrery.formats.exectrace.EventKind;
import org.gorrery.formats.exectrace.GoState;
import org.gorrery.formats.exectrace.OldTraceBytes;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.exectrace.TraceReader;
import org.gorrery.formats.input.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Columns that the timeline draws: what Ps did, ranges, series.
class TraceLanesTest {
    private static TraceModel shared(String name) throws Exception {
        return TraceReader.read(SharedFiles.bytes(name), Limits.DEFAULT).value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace2/factory-go1.26-small.trace",
                "trace2/factory-go1.26-flight.trace",
                "trace2/sim-go1.25.trace",
                "trace/factory-small.trace"
            })
    void timeThatPsRanGoroutinesIsTimeThatGoroutinesRan(String name) throws Exception {
        TraceModel t = shared(name);
        ProcLanes procs = ProcLanes.of(t);
        GoroutineLanes lanes = GoroutineLanes.of(t);
        long byProc = 0;
        for (int p = 0; p < procs.procs(); p++) {
            for (int i = procs.first(p); i < procs.end(p); i++) {
                assertTrue(procs.stop(i) >= procs.start(i));
                assertTrue(i == procs.first(p) || procs.start(i) >= procs.stop(i - 1));
                byProc += procs.state(i) == GoState.RUNNING ? procs.stop(i) - procs.start(i) : 0;
            }
        }
        long byGoroutine = 0;
        for (int g = 0; g < lanes.goroutines(); g++) {
            for (int i = lanes.first(g); i < lanes.end(g); i++) {
                boolean runs = lanes.state(i) == GoState.RUNNING;
                byGoroutine += runs ? lanes.stop(g, i) - lanes.start(i) : 0;
            }
        }
        assertTrue(byProc > 0);
        assertEquals(byGoroutine, byProc, byGoroutine * 1e-4);
    }

    @Test
    void theSpanAtAMomentIsFound() throws Exception {
        ProcLanes procs = ProcLanes.of(shared("trace2/factory-go1.26-steady.trace"));
        for (int p = 0; p < procs.procs(); p++) {
            assertEquals(-1, procs.find(p, procs.start(procs.first(p)) - 1));
            for (int i = procs.first(p); i < procs.end(p); i += 97) {
                assertTrue(procs.start(procs.find(p, procs.start(i))) == procs.start(i));
            }
        }
    }

    @Test
    void rangesHaveTheCountsThatGosToolsGive() throws Exception {
        Map<String, Object> facts = SharedFiles.json("facts.json");
        for (String name :
                List.of("trace2/factory-go1.26-small.trace", "trace2/factory-go1.26-large.trace")) {
            var counts = new EnumMap<Kind, Long>(Kind.class);
            for (Range r : TraceRanges.of(shared(name))) {
                assertTrue(r.nanos() >= 0);
                counts.merge(r.kind(), 1L, Long::sum);
            }
            Map<?, ?> f = (Map<?, ?>) facts.get(name);
            long stops =
                    ((Map<?, ?>) f.get("STWs")).values().stream().mapToLong(v -> (Long) v).sum();
            assertEquals(stops, counts.get(Kind.STOP), name);
            long tasks =
                    ((Map<?, ?>) f.get("Tasks")).values().stream().mapToLong(v -> (Long) v).sum();
            assertEquals(tasks, counts.get(Kind.TASK), name);
        }
    }

    @Test
    void rangesOfAnOlderTraceTellWhatTheyAre() throws Exception {
        TraceModel t = TraceReader.read(OldTraceBytes.of(19), Limits.DEFAULT).value();
        List<Range> ranges = TraceRanges.of(t);
        Range task = ranges.stream().filter(r -> r.kind() == Kind.TASK).findFirst().orElseThrow();
        assertEquals("errand", task.name());
        Range region =
                ranges.stream().filter(r -> r.kind() == Kind.REGION).findFirst().orElseThrow();
        assertEquals("walk", region.name());
        assertEquals(1, region.task());
        assertEquals(1, ranges.stream().filter(r -> r.kind() == Kind.MARK).count());
        assertEquals(2, ranges.stream().filter(r -> r.kind() == Kind.STOP).count());
    }

    @Test
    void noMoreGoroutinesRunThanThereArePs() throws Exception {
        TraceModel t = shared("trace2/factory-go1.26-small.trace");
        double[][] byState = TraceSeries.goroutinesByState(t, t.startNanos(), t.endNanos(), 50);
        int running = GoState.RUNNING.ordinal();
        for (int b = 0; b < 50; b++) {
            assertTrue(byState[running][b] >= 0 && byState[running][b] <= 4.0001, "bin " + b);
        }
    }

    @Test
    void theHeapSeriesHasTheMaximumOfTheFacts() throws Exception {
        String name = "trace2/factory-go1.26-small.trace";
        Map<?, ?> f = (Map<?, ?>) SharedFiles.json("facts.json").get(name);
        Map<?, ?> heap =
                (Map<?, ?>)
                        ((Map<?, ?>) f.get("Metrics")).get("/memory/classes/heap/objects:bytes");
        assertEquals(heap.get("Max"), TraceSeries.of(shared(name), EventKind.HEAP_ALLOC).max());
    }

    @Test
    void goroutinesOfAMomentAreThoseOfTheLanes() throws Exception {
        TraceModel t = shared("trace2/factory-go1.26-small.trace");
        GoroutineLanes lanes = GoroutineLanes.of(t);
        long moment = (t.startNanos() + t.endNanos()) / 2;
        var all = GoroutinesAt.of(t, lanes, moment);
        double[][] byState = TraceSeries.goroutinesByState(t, moment, moment + 1, 1);
        for (GoState state : List.of(GoState.RUNNING, GoState.RUNNABLE)) {
            String name = state.title().toLowerCase(java.util.Locale.ROOT);
            long listed = all.stream().filter(g -> g.status().equals(name)).count();
            assertEquals(byState[state.ordinal()][0], listed, 0.01, name);
        }
        assertTrue(all.stream().anyMatch(g -> g.reason().equals("chan receive")));
        assertTrue(StackGroups.of(all, StackGroups.Likeness.FUNCTIONS).size() < all.size());
    }
}
