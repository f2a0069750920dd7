package org.gorrery.formats.exectrace;

import java.util.Map;

/// What a trace file says about itself, and what was done while reading it.
///
/// @param header the first bytes, such as `go 1.26 trace`
/// @param version minor version of Go in the header: the format's, not the toolchain's
/// @param fileBytes size of the unpacked file
/// @param generations how many generations could be read; 1 before Go 1.22
/// @param eventsByType events by their names in the file's own format, after merging (before Go 1.22; else empty)
/// @param stackCount stacks in the file (before Go 1.22; else counted per generation)
/// @param stringCount strings in the file
/// @param minHeapAddress lowest heap address of the alloc/free experiment, 0 without it
/// @param lost events left out for the limit
public record TraceHead(
        String header,
        int version,
        long fileBytes,
        int generations,
        Map<String, Long> eventsByType,
        int stackCount,
        int stringCount,
        long minHeapAddress,
        long lost) {
    /// Copies the map.
    public TraceHead {
        eventsByType = Map.copyOf(eventsByType);
    }
}
