package org.gorrery.app.saved;

import java.util.List;
import org.gorrery.event.GcCycle;
import org.gorrery.formats.gc.GcHistory;

/// Collections as logs and traces tell them, in the form of those of a run. What a file does not tell is -1.
final class SavedCycles {
    private SavedCycles() {}

    static List<GcCycle> of(GcHistory history) {
        return history.cycles().stream().map(SavedCycles::cycle).toList();
    }

    private static GcCycle cycle(org.gorrery.formats.gc.GcCycle c) {
        long begin = Math.max(-1, c.startNanos());
        long whole = c.phases().stream().mapToLong(p -> Math.max(0, p.nanos())).sum();
        boolean split = c.phases().stream().anyMatch(p -> !p.stopsTheWorld());
        long first = -1;
        long last = -1;
        for (var phase : c.phases()) {
            if (split && phase.stopsTheWorld()) {
                last = first < 0 ? last : phase.nanos();
                first = first < 0 ? phase.nanos() : first;
            }
        }
        long between = split ? whole - Math.max(0, first) - Math.max(0, last) : whole;
        return new GcCycle(
                c.number(),
                c.forced() ? "forced" : "heap",
                begin,
                begin < 0 ? -1 : begin + whole,
                first,
                between,
                last,
                c.pauseNanos(),
                c.heap().start(),
                c.heap().end(),
                c.heap().live(),
                c.heap().goal(),
                c.heap().stacks(),
                c.heap().globals(),
                c.procs());
    }
}
