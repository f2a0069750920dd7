package org.gorrery.runtime.gc;

import org.gorrery.abi.SizeClasses;
import org.gorrery.event.MemStats;
import org.gorrery.runtime.heap.HeapFigures;
import org.gorrery.runtime.sched.Machine;

/// Puts `runtime.MemStats` together from what heap, stacks and collector count.
final class MemFigures {
    /// Bytes of the Java object that describes a span, its bits left out: what MSpanInuse counts.
    private static final int SPAN_BYTES = 160;

    /// Bytes of an mcache.
    private static final int MCACHE_BYTES = 1200;

    private MemFigures() {}

    static MemStats of(Machine machine, HeapFigures f, long goal, GcController gc, long runNanos) {
        long stackInUse = machine.stacks().inUseBytes();
        long stackSys = machine.stacks().sysBytes();
        long spans = (long) f.spans() * SPAN_BYTES;
        long mcaches = (long) f.mcaches() * MCACHE_BYTES;
        long sys = f.sysBytes() + stackSys + spans + mcaches + f.typeTableBytes();
        double fraction = runNanos <= 0 ? 0 : (double) gc.pauseTotalNanos() / runNanos;
        return new MemStats(
                f.allocBytes(),
                f.totalAllocBytes(),
                sys,
                0,
                f.mallocs(),
                f.frees(),
                f.allocBytes(),
                f.sysBytes(),
                f.idleBytes(),
                f.inUseBytes(),
                f.releasedBytes(),
                f.objects(),
                stackInUse,
                stackSys,
                spans,
                mcaches,
                f.typeTableBytes(),
                0,
                goal,
                gc.lastEndUnixNanos(),
                gc.pauseTotalNanos(),
                gc.cycles(),
                gc.forcedCount(),
                fraction,
                bySize(f));
    }

    private static long[][] bySize(HeapFigures f) {
        long[][] rows = new long[SizeClasses.COUNT][];
        for (int c = 0; c < rows.length; c++) {
            rows[c] = new long[] {SizeClasses.bytes(c), f.mallocsBySize()[c], f.freesBySize()[c]};
        }
        return rows;
    }
}
