package org.gorrery.event;

/// One finished collection; times in nanoseconds since the start of the run, sizes in bytes.
///
/// @param number from 1
/// @param trigger `heap`, `forced` or `periodic`
/// @param sweepTermNanos pause before marking (with the stw collector: stopping the world)
/// @param markNanos time of marking
/// @param markTermNanos pause at the end of marking
/// @param pauseNanos total time the world was stood still
public record GcCycle(
        int number,
        String trigger,
        long startNanos,
        long endNanos,
        long sweepTermNanos,
        long markNanos,
        long markTermNanos,
        long pauseNanos,
        long heapBeforeBytes,
        long heapAfterBytes,
        long heapLiveBytes,
        long heapGoalBytes,
        long stackBytes,
        long globalsBytes,
        int procs) {}
