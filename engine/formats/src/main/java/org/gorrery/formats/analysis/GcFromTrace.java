package org.gorrery.formats.analysis;

import java.util.ArrayList;
import java.util.List;
import org.gorrery.formats.exectrace.EventKind;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.gc.GcCycle;
import org.gorrery.formats.gc.GcCycle.Counts;
import org.gorrery.formats.gc.GcCycle.Cpu;
import org.gorrery.formats.gc.GcCycle.Heap;
import org.gorrery.formats.gc.GcCycle.Phase;
import org.gorrery.formats.gc.GcHistory;

/// Fills the model of collections from an execution trace.
public final class GcFromTrace {
    private final TraceModel t;
    private final List<GcCycle> cycles = new ArrayList<>();
    private long sweepStop;
    private long sweepStopNanos;
    private long markBegin = -1;
    private long markStop;
    private long heap = -1;
    private long heapAtStart = -1;
    private long goal = -1;
    private long goalAtStart = -1;
    private int procs = -1;
    private long stopSince;

    private GcFromTrace(TraceModel t) {
        this.t = t;
    }

    /// Finds the cycles of a trace.
    ///
    /// @param t the trace
    /// @return the cycles that ended in it; CPU times are not in a trace and stay unknown
    public static GcHistory of(TraceModel t) {
        var f = new GcFromTrace(t);
        for (int i = 0; i < t.size(); i++) {
            f.event(i);
        }
        return new GcHistory(f.cycles);
    }

    private void event(int i) {
        EventKind kind = t.kind(i);
        long now = t.time(i);
        switch (kind) {
            case HEAP_ALLOC -> heap = t.argument(i);
            case HEAP_GOAL -> goal = t.argument(i);
            case PROCS_CHANGE -> procs = (int) Math.min(t.argument(i), Integer.MAX_VALUE);
            case STW_BEGIN -> {
                stopSince = now;
                if (reason(i).contains("mark termination")) {
                    markStop = now;
                } else if (reason(i).contains("sweep termination")) {
                    sweepStop = now;
                }
            }
            case STW_END -> {
                if (reason(i).contains("sweep termination")) {
                    sweepStopNanos = now - stopSince;
                } else if (reason(i).contains("mark termination") && markBegin >= 0) {
                    end(now);
                }
            }
            case GC_BEGIN -> {
                markBegin = now;
                heapAtStart = heap;
                goalAtStart = goal;
            }
            default -> {
                // not about collections
            }
        }
    }

    private String reason(int i) {
        return t.string(t.argument(i));
    }

    private void end(long now) {
        long from = sweepStop != 0 ? sweepStop : markBegin;
        List<Phase> phases =
                List.of(
                        new Phase("sweep termination", sweepStopNanos, true),
                        new Phase("concurrent mark", Math.max(0, markStop - markBegin), false),
                        new Phase("mark termination", now - markStop, true));
        cycles.add(
                new GcCycle(
                        cycles.size() + 1,
                        from - t.startNanos(),
                        -1,
                        phases,
                        Cpu.UNKNOWN,
                        new Heap(heapAtStart, heap, -1, goalAtStart, -1, -1),
                        procs,
                        false,
                        Counts.UNKNOWN));
        markBegin = -1;
        sweepStop = 0;
        sweepStopNanos = 0;
    }
}
