package org.gorrery.formats.analysis;

import java.util.Map;

/// What one goroutine did in a trace; all times in nanoseconds.
///
/// The five kinds of time do not overlap; range times do.
///
/// @param index index of the goroutine in the trace
/// @param id its number
/// @param function the function it started with, empty if no event tells
/// @param parent index of the goroutine that made it, -1 unknown
/// @param createdNanos when it was made, or the start of the trace
/// @param startedNanos when it first ran, -1 never
/// @param endedNanos when it ended, -1 never
/// @param execNanos running
/// @param schedWaitNanos runnable, waiting for a P
/// @param syscallNanos in system calls, with its P
/// @param syscallBlockNanos in system calls, its P taken away
/// @param blockNanos blocked, by reason
/// @param rangeNanos in ranges such as mark assists, by name
/// @param totalNanos from its making to its end or the end of the trace
/// @param waits how many times it became runnable and then ran
public record GoroutineSummary(
        int index,
        long id,
        String function,
        int parent,
        long createdNanos,
        long startedNanos,
        long endedNanos,
        long execNanos,
        long schedWaitNanos,
        long syscallNanos,
        long syscallBlockNanos,
        Map<String, Long> blockNanos,
        Map<String, Long> rangeNanos,
        long totalNanos,
        long waits) {
    /// Copies the maps.
    public GoroutineSummary {
        blockNanos = Map.copyOf(blockNanos);
        rangeNanos = Map.copyOf(rangeNanos);
    }

    /// {@return nanoseconds blocked, for whatever reason}
    public long blockedNanos() {
        return blockNanos.values().stream().mapToLong(Long::longValue).sum();
    }
}
