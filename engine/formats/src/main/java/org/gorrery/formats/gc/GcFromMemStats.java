package org.gorrery.formats.gc;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.formats.gc.GcCycle.Counts;
import org.gorrery.formats.gc.GcCycle.Cpu;
import org.gorrery.formats.gc.GcCycle.Heap;
import org.gorrery.formats.gc.GcCycle.Phase;

/// Fills the model of collections from runtime.MemStats, which keeps the pauses of the last 256 cycles in a ring.
public final class GcFromMemStats {
    private GcFromMemStats() {}

    /// What MemStats says of collections. Unknown numbers are -1.
    ///
    /// @param numGc completed cycles
    /// @param pauseNanos the ring PauseNs: the pause of cycle `n` is at index `(n + 255) % 256`
    /// @param pauseEndNanos the ring PauseEnd, wall clock; empty where it was not saved
    /// @param heapAlloc bytes of heap objects when it was taken
    /// @param nextGc heap goal of the next cycle
    public record Stats(
            long numGc,
            List<Long> pauseNanos,
            List<Long> pauseEndNanos,
            long heapAlloc,
            long nextGc) {
        /// Copies the lists.
        public Stats {
            pauseNanos = List.copyOf(pauseNanos);
            pauseEndNanos = List.copyOf(pauseEndNanos);
        }
    }

    /// Lists the cycles that the ring still has.
    ///
    /// @param s the statistics
    /// @return the cycles, oldest first, each with its pauses as one; heap sizes are known for the last one only
    public static GcHistory of(Stats s) {
        int ring = s.pauseNanos().size();
        var cycles = new ArrayList<GcCycle>();
        long first = Math.max(1, s.numGc() - ring + 1);
        for (long n = first; ring > 0 && n <= s.numGc(); n++) {
            int at = (int) ((n - 1) % ring);
            long pause = s.pauseNanos().get(at);
            long end = at < s.pauseEndNanos().size() ? s.pauseEndNanos().get(at) : -1;
            boolean last = n == s.numGc();
            var heap = new Heap(-1, -1, last ? s.heapAlloc() : -1, last ? s.nextGc() : -1, -1, -1);
            cycles.add(
                    new GcCycle(
                            (int) Math.min(n, Integer.MAX_VALUE),
                            end < 0 ? -1 : end - pause,
                            -1,
                            List.of(new Phase("pauses", pause, true)),
                            Cpu.UNKNOWN,
                            heap,
                            -1,
                            false,
                            Counts.UNKNOWN));
        }
        return new GcHistory(cycles);
    }
}
