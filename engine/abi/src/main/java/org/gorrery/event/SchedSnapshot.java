package org.gorrery.event;

import java.util.List;

/// The scheduler at one moment.
public record SchedSnapshot(
        long timeNanos,
        int gomaxprocs,
        int globalQueue,
        int idleMs,
        int spinningMs,
        List<Proc> procs) {
    /// Copies the list.
    public SchedSnapshot {
        procs = List.copyOf(procs);
    }

    /// One P.
    ///
    /// @param goroutine id of what it runs, 0 for none
    /// @param runnext id of the goroutine to run next, 0 for none
    /// @param queue ids in its local run queue, oldest first
    /// @param schedTick counts scheduling steps
    public record Proc(
            int id,
            String status,
            int m,
            long goroutine,
            long runnext,
            long[] queue,
            long schedTick) {}
}
