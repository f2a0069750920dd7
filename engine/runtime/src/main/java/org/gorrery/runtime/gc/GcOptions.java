package org.gorrery.runtime.gc;

import java.util.function.Consumer;
import org.gorrery.event.GcCycle;

/// How the collector of a run behaves.
///
/// @param gogc GOGC: growth of the heap between collections in percent of what is live; negative for off
/// @param memoryLimitBytes GOMEMLIMIT: soft limit of all memory; `Long.MAX_VALUE` for none
/// @param trace GODEBUG gctrace: 0 none, 1 a line per cycle, 2 each cycle twice
/// @param traceForm which form these lines have
/// @param check after each marking, a slow trace of its own compares what is reachable
/// @param stressEvery collect at every so many allocations; 0 for never
/// @param markWorkers threads that mark, whatever the heap; 0 for as many as are of use
/// @param periodNanos after so long without a collection one comes by itself, unless GOGC is off
/// @param console where gctrace lines go
/// @param listener told of each finished cycle, with the world stopped
public record GcOptions(
        int gogc,
        long memoryLimitBytes,
        int trace,
        TraceForm traceForm,
        boolean check,
        int stressEvery,
        int markWorkers,
        long periodNanos,
        Consumer<String> console,
        Consumer<GcCycle> listener) {
    /// Two minutes.
    public static final long PERIOD_NANOS = 120_000_000_000L;

    /// As Go behaves by default.
    public static final GcOptions DEFAULT =
            new GcOptions(
                    100,
                    Long.MAX_VALUE,
                    0,
                    TraceForm.GO_1_4,
                    false,
                    0,
                    0,
                    PERIOD_NANOS,
                    line -> {},
                    cycle -> {});

    /// The form of gctrace lines.
    public enum TraceForm {
        /// `gc1(1): 5+105+31+1 us, 0 -> 0 MB, 22 (23-1) objects, …`
        GO_1_4,
        /// `gc 1 @0.008s 2%: 0.017+0.51+0.003 ms clock, …`
        CURRENT
    }

    /// With another GOGC.
    public GcOptions withGogc(int percent) {
        return new GcOptions(
                percent,
                memoryLimitBytes,
                trace,
                traceForm,
                check,
                stressEvery,
                markWorkers,
                periodNanos,
                console,
                listener);
    }

    /// With another memory limit.
    public GcOptions withMemoryLimit(long bytes) {
        return new GcOptions(
                gogc,
                bytes,
                trace,
                traceForm,
                check,
                stressEvery,
                markWorkers,
                periodNanos,
                console,
                listener);
    }

    /// With the check after each marking.
    public GcOptions withCheck() {
        return new GcOptions(
                gogc,
                memoryLimitBytes,
                trace,
                traceForm,
                true,
                stressEvery,
                markWorkers,
                periodNanos,
                console,
                listener);
    }

    /// With collections at every so many allocations.
    public GcOptions withStress(int every) {
        return new GcOptions(
                gogc,
                memoryLimitBytes,
                trace,
                traceForm,
                check,
                every,
                markWorkers,
                periodNanos,
                console,
                listener);
    }

    /// With so many threads that mark.
    public GcOptions withMarkWorkers(int threads) {
        return new GcOptions(
                gogc,
                memoryLimitBytes,
                trace,
                traceForm,
                check,
                stressEvery,
                threads,
                periodNanos,
                console,
                listener);
    }

    /// With a collection by itself after so long.
    public GcOptions withPeriodNanos(long nanos) {
        return new GcOptions(
                gogc,
                memoryLimitBytes,
                trace,
                traceForm,
                check,
                stressEvery,
                markWorkers,
                nanos,
                console,
                listener);
    }

    /// With gctrace lines.
    public GcOptions withTrace(int level, TraceForm form, Consumer<String> to) {
        return new GcOptions(
                gogc,
                memoryLimitBytes,
                level,
                form,
                check,
                stressEvery,
                markWorkers,
                periodNanos,
                to,
                listener);
    }

    /// With a listener for cycles.
    public GcOptions withListener(Consumer<GcCycle> to) {
        return new GcOptions(
                gogc,
                memoryLimitBytes,
                trace,
                traceForm,
                check,
                stressEvery,
                markWorkers,
                periodNanos,
                console,
                to);
    }
}
