package org.gorrery.formats.dumps;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One goroutine of a dump: state and stack.
///
/// @param id goroutine number; 0 is the system stack of a thread
/// @param status what stands in the brackets without waiting time and labels, such as `chan receive, locked to thread`
/// @param reason the status or wait reason alone, such as `chan receive`
/// @param waitMinutes how long it has been waiting, 0 for less than a minute or unknown
/// @param lockedToThread whether it is wired to an OS thread
/// @param leaked whether the collector found that nothing can wake it
/// @param durable whether only its own synctest bubble can wake it
/// @param bubble number of its synctest bubble, 0 for none
/// @param hasPointers whether the header gave gp, m and mp
/// @param labels profiler labels, if printed
/// @param labelText the labels as printed, or empty
/// @param frames the stack, innermost call first
/// @param elidedFrames frames left out in the middle or at the end: -1 none, 0 some, else how many
/// @param unavailable whether it ran on another thread, so that no stack could be printed
/// @param createdBy the go statement, if printed
/// @param createdIn number of the goroutine that executed it, -1 if not printed
/// @param registers how many lines of registers were printed directly under the stack
/// @param ancestors stacks of the goroutines it descends from, if asked for by GODEBUG=tracebackancestors
public record GoroutineStack(
        long id,
        String status,
        String reason,
        int waitMinutes,
        boolean lockedToThread,
        boolean leaked,
        boolean durable,
        int bubble,
        boolean hasPointers,
        Map<String, String> labels,
        String labelText,
        List<TraceFrame> frames,
        int elidedFrames,
        boolean unavailable,
        @Nullable TraceFrame createdBy,
        long createdIn,
        int registers,
        List<Ancestor> ancestors) {
    /// Copies the collections.
    public GoroutineStack {
        labels = Map.copyOf(labels);
        frames = List.copyOf(frames);
        ancestors = List.copyOf(ancestors);
    }

    /// {@return the lines of the stack: calls, and, before headers had gp (Go 1.22), the registers printed directly under
    /// them, which the recorded reference facts count too}
    public int lines() {
        return frames.size() + (hasPointers ? 0 : registers);
    }

    /// A goroutine that started this one, or one of its ancestors, with its stack at that moment.
    ///
    /// @param id its number
    /// @param frames its stack
    public record Ancestor(long id, List<TraceFrame> frames) {
        /// Copies the list.
        public Ancestor {
            frames = List.copyOf(frames);
        }
    }
}
