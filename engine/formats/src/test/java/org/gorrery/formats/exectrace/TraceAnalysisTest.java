package org.gorrery.formats.exectrace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.gorrery.formats.SharedFiles;
import org.gorrery.formats.analysis.CriticalPath;
import org.gorrery.formats.analysis.GcFromTrace;
import org.gorrery.formats.analysis.GoroutineLanes;
import org.gorrery.formats.analysis.GoroutineSummaries;
import org.gorrery.formats.analysis.GoroutineSummary;
import org.gorrery.formats.analysis.SpanStats;
import org.gorrery.formats.analysis.TraceProfiles;
import org.gorrery.formats.gc.GcHistory;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.input.Loaded;
import org.gorrery.formats.profile.FlameOptions;
import org.gorrery.formats.profile.FlameTrees;
import org.junit.jupiter.api.Test;

class TraceAnalysisTest {
    private static TraceModel small() throws Exception {
        return TraceReader.read(
                        SharedFiles.bytes("trace2/factory-go1.26-small.trace"), Limits.DEFAULT)
                .value();
    }

    @Test
    void lanesGiveTheTimesThatSummariesGive() throws Exception {
        TraceModel t = small();
        GoroutineLanes lanes = GoroutineLanes.of(t);
        for (GoroutineSummary g : GoroutineSummaries.of(t)) {
            if (g.endedNanos() < 0 || g.parent() < 0) {
                continue; // begins or ends outside the trace, which summaries charge to it
            }
            long running = 0;
            for (int s = lanes.first(g.index()); s < lanes.end(g.index()); s++) {
                running +=
                        lanes.state(s) == GoState.RUNNING
                                ? lanes.stop(g.index(), s) - lanes.start(s)
                                : 0;
            }
            assertEquals(g.execNanos(), running, "goroutine " + g.id());
        }
    }

    @Test
    void theCriticalPathOfASpanHasNoGaps() throws Exception {
        TraceModel t = small();
        GoroutineLanes lanes = GoroutineLanes.of(t);
        int main = t.goroutineIndex(1);
        long to = t.startNanos() + 300_000_000;
        List<CriticalPath.Hop> hops =
                CriticalPath.of(t, lanes, main, t.startNanos() + 200_000_000, to);
        assertTrue(hops.size() > 1);
        assertEquals(to, hops.getLast().toNanos());
        for (int i = 1; i < hops.size(); i++) {
            assertEquals(hops.get(i - 1).toNanos(), hops.get(i).fromNanos());
        }
    }

    @Test
    void collectionsOfATraceAreThoseItsEventsCount() throws Exception {
        TraceModel t = small();
        GcHistory gc = GcFromTrace.of(t);
        Map<?, ?> facts =
                (Map<?, ?>) SharedFiles.json("facts.json").get("trace2/factory-go1.26-small.trace");
        assertEquals(facts.get("GCs"), (long) gc.cycles().size());
        assertTrue(gc.pauseNanos() > 0);
        assertTrue(gc.maxHeapBytes() <= (Long) facts.get("MaxHeapLive"));
    }

    @Test
    void regionsAndTasksAreCountedByName() throws Exception {
        Map<?, ?> facts =
                (Map<?, ?>) SharedFiles.json("facts.json").get("trace2/factory-go1.26-small.trace");
        Map<?, ?> regions = (Map<?, ?>) facts.get("Regions");
        Map<?, ?> tasks = (Map<?, ?>) facts.get("Tasks");
        for (SpanStats.Row row : SpanStats.of(small())) {
            long want = (Long) (row.kind().equals("region") ? regions : tasks).get(row.name());
            assertEquals(want, row.spread().count() + row.open(), row.toString());
            assertTrue(
                    row.spread().min() <= row.spread().p50()
                            && row.spread().p50() <= row.spread().max());
        }
    }

    @Test
    void aWindowKeepsOnlyItsEvents() throws Exception {
        byte[] bytes = SharedFiles.bytes("trace2/factory-go1.26-small.trace");
        TraceModel all = small();
        long from = all.startNanos() + 100_000_000;
        long to = from + 50_000_000;
        TraceModel part =
                TraceReader.read(bytes, new TraceWindow(from, to), Limits.DEFAULT).value();
        int opens = part.firstAt(from); // states at that moment stand before it
        assertEquals(all.firstAt(to + 1) - all.firstAt(from), part.size() - opens);
        assertEquals(all.time(all.firstAt(from)), part.time(opens));
    }

    @Test
    void moreEventsThanTheLimitAreCountedAndLeftOut() throws Exception {
        byte[] bytes = SharedFiles.bytes("trace2/factory-go1.26-small.trace");
        Loaded<TraceModel> t = TraceReader.read(bytes, new Limits(1 << 30, 1000, 10));
        assertEquals(1000, t.value().size());
        assertTrue(
                t.faults().toString().contains("208629 events are beyond the limit of 1000"),
                t.faults().toString());
    }

    @Test
    void aNewerVersionSaysWhichGoWroteItAndGivesWhatItCan() throws Exception {
        byte[] bytes = SharedFiles.bytes("trace2/factory-go1.26-steady.trace");
        bytes[6] = '9';
        Loaded<TraceModel> t = TraceReader.read(bytes, Limits.DEFAULT);
        assertTrue(
                t.faults().getFirst().message().contains("written by Go 1.29"),
                t.faults().toString());
        assertEquals(43119, t.value().size());
    }

    @Test
    void aProfileOfATraceDrawsAsAFlameTree() throws Exception {
        var p = TraceProfiles.of(small(), TraceProfiles.Kind.SYNC);
        assertEquals(p.total(1), FlameTrees.of(p, FlameOptions.of(1)).total(0));
    }
}
