package org.gorrery.formats.gc;

import java.util.List;

/// One collection. What a source does not tell is -1.
///
/// @param number the cycle's number, from 1
/// @param startNanos when it began, from the start of the program or recording
/// @param cpuPercent share of the CPU time since the start that went to collection
/// @param phases the parts of the cycle in order
/// @param cpu CPU time by kind
/// @param heap sizes around the cycle
/// @param procs GOMAXPROCS, or the collector's threads in Go 1.3 and 1.4
/// @param forced whether runtime.GC asked for it
/// @param counts numbers of objects and the like that only old releases print
public record GcCycle(
        int number,
        long startNanos,
        int cpuPercent,
        List<Phase> phases,
        Cpu cpu,
        Heap heap,
        int procs,
        boolean forced,
        Counts counts) {
    /// Copies the list.
    public GcCycle {
        phases = List.copyOf(phases);
    }

    /// {@return nanoseconds in which the program stood still}
    public long pauseNanos() {
        return phases.stream().filter(Phase::stopsTheWorld).mapToLong(Phase::nanos).sum();
    }

    /// A part of a cycle.
    ///
    /// @param name such as `sweep termination`
    /// @param nanos how long it took, wall clock
    /// @param stopsTheWorld whether the program stood still
    public record Phase(String name, long nanos, boolean stopsTheWorld) {}

    /// CPU time of the marking work.
    ///
    /// @param assistNanos by goroutines that allocate
    /// @param backgroundNanos by dedicated and fractional workers
    /// @param idleNanos by idle processors
    public record Cpu(long assistNanos, long backgroundNanos, long idleNanos) {
        /// Nothing is known.
        public static final Cpu UNKNOWN = new Cpu(-1, -1, -1);
    }

    /// Sizes around a cycle, in bytes; logs give whole MB.
    ///
    /// @param start when it began
    /// @param end when marking ended
    /// @param live what was marked
    /// @param goal what the pacer aimed at
    /// @param stacks scannable stack bytes
    /// @param globals scannable globals
    public record Heap(long start, long end, long live, long goal, long stacks, long globals) {}

    /// Numbers of Go 1.1 to 1.4.
    ///
    /// @param objects objects after the cycle
    /// @param mallocs allocations so far
    /// @param frees frees so far
    /// @param goroutines goroutines (Go 1.4)
    /// @param sweeps spans, background sweeps and pause sweeps (Go 1.3 and 1.4)
    public record Counts(
            long objects, long mallocs, long frees, long goroutines, List<Long> sweeps) {
        /// Nothing is known.
        public static final Counts UNKNOWN = new Counts(-1, -1, -1, -1, List.of());

        /// Copies the list.
        public Counts {
            sweeps = List.copyOf(sweeps);
        }
    }
}
