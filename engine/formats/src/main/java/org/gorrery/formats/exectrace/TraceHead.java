package org.gorrery.formats.exectrace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a trace file says about itself, and what was done while reading it.
///
/// @param header the first bytes, such as `go 1.26 trace`
/// @param version minor version of Go in the header: the format's, not the toolchain's
/// @param fileBytes size of the unpacked file
/// @param generations how many generations could be read; 1 before Go 1.22
/// @param eventsByType events by their names in the file's own format, after merging (before Go 1.22; else empty)
/// @param stackCount stacks in the file (before Go 1.22; else counted per generation)
/// @param stringCount strings in the file
/// @param heapScale scale of addresses of the alloc/free experiment, null without it
/// @param lost events left out for the limit
public record TraceHead(
        String header,
        int version,
        long fileBytes,
        int generations,
        Map<String, Long> eventsByType,
        int stackCount,
        int stringCount,
        @Nullable HeapScale heapScale,
        long lost) {
    /// Copies the map.
    public TraceHead {
        eventsByType = Map.copyOf(eventsByType);
    }

    /// How the alloc/free experiment writes addresses.
    ///
    /// @param minAddress lowest heap address
    /// @param pageBytes unit of span addresses
    /// @param objectAlign unit of object addresses, in bytes
    /// @param minStackBytes unit of stack addresses, and the smallest stack
    public record HeapScale(
            long minAddress, long pageBytes, long objectAlign, long minStackBytes) {}
}
