package org.gorrery.event;

import java.util.List;

/// The heap at one safepoint; immutable by convention (arrays are never changed after creation).
///
/// @param timeNanos since the start of the run
/// @param arenas the address ranges that hold pages, in order
/// @param spans all spans, free and scavenged page runs included, by address
public record HeapSnapshot(long timeNanos, List<Arena> arenas, List<Span> spans, MemStats stats) {
    /// Copies the lists.
    public HeapSnapshot {
        arenas = List.copyOf(arenas);
        spans = List.copyOf(spans);
    }

    /// A range of addresses in multiples of the arena size.
    public record Arena(long base, long bytes) {}

    /// What a run of pages is used for.
    public enum SpanState {
        IN_USE,
        STACK,
        FREE,
        SCAVENGED
    }

    /// One span.
    ///
    /// @param pages of 8 KiB
    /// @param sizeClass index, 0 for large objects and for what is not in use
    /// @param elemBytes size of a slot
    /// @param slots number of slots, 0 where not in use
    /// @param allocated one bit per slot: it holds an object (that was live at the last collection or is new)
    /// @param marked one bit per slot: found reachable by the last collection
    /// @param slotTypes per slot the type descriptor's offset in rodata, 0 for unknown
    /// @param sweepGeneration counts collections
    public record Span(
            long base,
            int pages,
            SpanState state,
            int sizeClass,
            boolean noscan,
            int elemBytes,
            int slots,
            int allocatedCount,
            long[] allocated,
            long[] marked,
            int[] slotTypes,
            int sweepGeneration) {}
}
