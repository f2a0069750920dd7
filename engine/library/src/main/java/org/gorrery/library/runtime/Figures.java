package org.gorrery.library.runtime;

import java.util.List;
import org.gorrery.event.GcCycle;
import org.gorrery.event.MemStats;
import org.gorrery.event.StopReason;
import org.gorrery.runtime.gc.GcController;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.Driver;
import org.gorrery.runtime.sched.G;

/// The figures of `runtime.MemStats`, in the order in which `runtime/memory.go` reads them.
final class Figures {
    /// Slots for pauses; the latest is at `(NumGC + 255) % 256`.
    private static final int PAUSES = 256;

    private Figures() {}

    /// Writes all with the world stopped.
    ///
    /// @param sp the complete frame of the native
    /// @return number of size classes
    static int write(G g, long sp, long to, long pauses, long ends) {
        var world = g.p.sched.world();
        GcController gc = GcController.of(g);
        Driver driver = g.p.sched.driver();
        world.stop(g, sp, StopReason.READ_MEM_STATS);
        try {
            MemStats m = gc.memStats(driver.nanotime());
            long[] last = {
                m.numGc(), m.numForcedGc(), Double.doubleToRawLongBits(m.gcCpuFraction())
            };
            long at = to;
            for (long[] part : new long[][] {m.leading(), last}) {
                for (long v : part) {
                    Mem.st64(at, v);
                    at += 8;
                }
            }
            for (long[] row : m.bySize()) {
                for (long v : row) {
                    Mem.st64(at, v);
                    at += 8;
                }
            }
            pauses(gc.recentCycles(), m.lastGcUnixNanos(), pauses, ends);
            return m.bySize().length;
        } finally {
            world.start(g);
        }
    }

    /// The latest cycle ends when LastGC says, the others as long before as the clock of the run had it.
    private static void pauses(List<GcCycle> cycles, long lastUnixNanos, long pauses, long ends) {
        if (cycles.isEmpty()) {
            return;
        }
        long wall = lastUnixNanos - cycles.getLast().endNanos();
        for (GcCycle c : cycles) {
            long slot = 8L * ((c.number() + PAUSES - 1) % PAUSES);
            Mem.st64(pauses + slot, c.pauseNanos());
            Mem.st64(ends + slot, wall + c.endNanos());
        }
    }
}
