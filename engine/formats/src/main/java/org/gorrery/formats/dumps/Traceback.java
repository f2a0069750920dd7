package org.gorrery.formats.dumps;

import java.util.List;

/// A crash report or goroutine dump.
///
/// @param firstLine the first line of the file
/// @param panics the panics, in the order printed; nested ones follow the one they interrupted
/// @param headLines lines that say what happened, as printed: panic, fatal error, signal
/// @param goroutines the goroutines, in the order printed; a number may occur more than once
/// @param registerDumps how many dumps of registers there are
/// @param separators how many `-----` lines there are
/// @param races reports of the race detector
public record Traceback(
        String firstLine,
        List<PanicText> panics,
        List<String> headLines,
        List<GoroutineStack> goroutines,
        int registerDumps,
        int separators,
        List<RaceReport> races) {
    /// Copies the lists.
    public Traceback {
        panics = List.copyOf(panics);
        headLines = List.copyOf(headLines);
        goroutines = List.copyOf(goroutines);
        races = List.copyOf(races);
    }

    /// One panic.
    ///
    /// @param text its value as printed, lines joined by LF, without marks
    /// @param recovered whether a deferred function recovered it
    /// @param repanicked whether the same value was raised again after that
    public record PanicText(String text, boolean recovered, boolean repanicked) {}

    /// A report of the race detector.
    ///
    /// @param accesses the two accesses, latest first
    /// @param origins where the goroutines were created
    public record RaceReport(List<Access> accesses, List<Access> origins) {
        /// Copies the lists.
        public RaceReport {
            accesses = List.copyOf(accesses);
            origins = List.copyOf(origins);
        }
    }

    /// One side of a race, or a place where a goroutine was created.
    ///
    /// @param what the line that introduces it, without the colon
    /// @param frames the stack, innermost call first
    public record Access(String what, List<TraceFrame> frames) {
        /// Copies the list.
        public Access {
            frames = List.copyOf(frames);
        }
    }
}
