package org.gorrery.formats.gc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.formats.SharedFiles;
import org.gorrery.formats.dumps.HeapDump;
import org.gorrery.formats.dumps.HeapDumpReader;
import org.gorrery.formats.gc.GcFromMemStats.Stats;
import org.gorrery.formats.input.Limits;
import org.gorrery.formats.pprof.LegacyProfile;
import org.gorrery.formats.pprof.LegacyTextReader;
import org.junit.jupiter.api.Test;

class GcFromMemStatsTest {
    @Test
    void pausesOfTheLastCyclesComeOutOfTheRingInOrder() {
        var ring = new ArrayList<Long>();
        for (long i = 0; i < 256; i++) {
            ring.add(1000 + i);
        }
        GcHistory gc = GcFromMemStats.of(new Stats(300, ring, List.of(), 5, 9));
        assertEquals(256, gc.cycles().size());
        assertEquals(45, gc.cycles().getFirst().number());
        assertEquals(1000 + 44, gc.cycles().getFirst().pauseNanos());
        assertEquals(300, gc.cycles().getLast().number());
        assertEquals(1000 + (300 + 255) % 256, gc.cycles().getLast().pauseNanos());
        assertEquals(9, gc.cycles().getLast().heap().goal());
    }

    @Test
    void theStatisticsOfAHeapProfileGiveTheSumOfAllPauses() throws Exception {
        LegacyProfile p =
                LegacyTextReader.read(
                                SharedFiles.unpacked("pprof/heap2.debug1.txt"), Limits.DEFAULT)
                        .value();
        assertEquals(p.memStats().get("NumGC"), (long) p.gc().cycles().size());
        HeapDump d = HeapDumpReader.read(SharedFiles.bytes("heapdump/tree.heapdump")).value();
        assertEquals(d.memStats().get("NumGC"), (long) d.gc().cycles().size());
        assertEquals(d.memStats().get("PauseTotalNs"), d.gc().pauseNanos());
    }
}
