package org.gorrery.runtime.gc;

/// When to collect next: the heap may grow by GOGC percent of what marking found, stacks and package variables counted in, but
/// not beyond what the memory limit leaves to it.
///
/// Source: Go runtime, `mgcpacer.go` (`heapGoalInternal`, `memoryLimitHeapGoal`). Since the world stands still while marking, the goal is the
/// trigger.
final class GcPacer {
    /// Smallest goal at GOGC=100.
    static final long MIN_HEAP_BYTES = 4 << 20;

    /// Spare below the memory limit, in percent and at least.
    private static final int HEADROOM_PERCENT = 3;

    private static final long MIN_HEADROOM_BYTES = 1 << 20;

    /// However near the limit is, so much of the live heap may be allocated between collections (one part in so many): else a program would only collect.
    private static final int LEAST_GROWTH = 16;

    private static final long LEAST_GROWTH_BYTES = 1 << 18;

    /// The heap grows at least so much before the next collection, unless a limit is nearer: sweeping is to be done by then.
    private static final long SWEEP_DISTANCE_BYTES = 1 << 20;

    private int gogc;
    private long memoryLimitBytes;
    private final long hardLimitBytes;

    // What the last marking found; a heap that was never marked counts as empty.
    private long liveBytes;
    private long stackBytes;
    private long globalBytes;
    private long otherBytes;
    private long leastGoal;

    GcPacer(int gogc, long memoryLimitBytes, long hardLimitBytes) {
        this.gogc = gogc;
        this.memoryLimitBytes = memoryLimitBytes;
        this.hardLimitBytes = hardLimitBytes;
    }

    int gogc() {
        return gogc;
    }

    /// Sets GOGC.
    ///
    /// @return what it was, -1 for off
    int setGogc(int percent) {
        int old = gogc;
        gogc = percent < 0 ? -1 : percent;
        return old < 0 ? -1 : old;
    }

    long memoryLimitBytes() {
        return memoryLimitBytes;
    }

    void setMemoryLimit(long bytes) {
        memoryLimitBytes = bytes;
    }

    /// Takes over what marking found.
    ///
    /// @param other bytes of memory that is neither heap nor stack
    void marked(long live, long stacks, long globals, long other) {
        liveBytes = live;
        stackBytes = stacks;
        globalBytes = globals;
        otherBytes = other;
        leastGoal = live + SWEEP_DISTANCE_BYTES;
    }

    /// Live bytes at which the next collection is due.
    long goal() {
        return Math.min(
                goalByGogc(),
                Math.max(
                        goalByLimits(),
                        liveBytes + Math.max(liveBytes / LEAST_GROWTH, LEAST_GROWTH_BYTES)));
    }

    private long goalByGogc() {
        if (gogc < 0) {
            return Long.MAX_VALUE;
        }
        long growth = percent(liveBytes + stackBytes + globalBytes, gogc);
        return Math.max(Math.max(liveBytes + growth, percent(MIN_HEAP_BYTES, gogc)), leastGoal);
    }

    private static long percent(long of, int p) {
        return (long) (of * (p / 100.0));
    }

    private long goalByLimits() {
        long limit =
                Math.min(
                        memoryLimitBytes - Math.min(memoryLimitBytes, stackBytes + otherBytes),
                        hardLimitBytes);
        if (limit == Long.MAX_VALUE) {
            return limit;
        }
        long headroom = Math.max(limit / 100 * HEADROOM_PERCENT, MIN_HEADROOM_BYTES);
        return limit - headroom;
    }
}
