package org.gorrery.runtime.entry;

import org.gorrery.runtime.sched.G;

/// Stands in for the entries of the scheduler.
public final class SchedEntry {
    private SchedEntry() {}

    public static long morestack(G g, long sp, int frameBytes) {
        g.log.add("morestack " + frameBytes);
        g.atSafepoint.accept(sp);
        g.limit = Long.MAX_VALUE;
        return g.nextSegment == 0 ? sp : g.nextSegment;
    }

    public static void lessstack(G g, long sp, long segment) {
        g.log.add("lessstack " + (segment - sp));
    }

    public static void poll(G g, long sp) {
        g.log.add("poll");
        g.atSafepoint.accept(sp);
    }

    public static int refill(G g, long sp) {
        g.log.add("refill");
        g.atSafepoint.accept(sp);
        return 4096;
    }
}
