package org.gorrery.formats.logs;

import java.util.List;
import java.util.Map;
import org.gorrery.formats.gc.GcHistory;

/// What a Go runtime printed under GODEBUG, by kind.
///
/// @param gc cycles of gctrace
/// @param gcLines their lines as printed
/// @param scavenges lines of scavtrace, or of gctrace before Go 1.14
/// @param pacer lines of gcpacertrace
/// @param inits lines of inittrace
/// @param schedules samples of schedtrace
/// @param allocations blocks of allocfreetrace
public record RuntimeLog(
        GcHistory gc,
        List<String> gcLines,
        List<Scavenge> scavenges,
        List<PacerLine> pacer,
        List<Init> inits,
        List<Schedule> schedules,
        Allocations allocations) {
    /// Copies the lists.
    public RuntimeLog {
        gcLines = List.copyOf(gcLines);
        scavenges = List.copyOf(scavenges);
        pacer = List.copyOf(pacer);
        inits = List.copyOf(inits);
        schedules = List.copyOf(schedules);
    }

    /// {@return whether nothing was recognised}
    public boolean isEmpty() {
        return gcLines.isEmpty()
                && scavenges.isEmpty()
                && pacer.isEmpty()
                && inits.isEmpty()
                && schedules.isEmpty()
                && allocations.equals(Allocations.NONE);
    }

    /// One line of the scavenger. Numbers that a release does not print are -1.
    ///
    /// @param text the line as printed
    /// @param workKib KiB returned, all together (Go 1.14 to 1.20)
    /// @param backgroundKib KiB returned in the background (from Go 1.21)
    /// @param eagerKib KiB returned at once (from Go 1.21)
    /// @param retainedKib KiB released and not used, or the total so far
    /// @param utilPercent share of the retained memory that is in use
    /// @param forced whether debug.FreeOSMemory asked for it
    public record Scavenge(
            String text,
            long workKib,
            long backgroundKib,
            long eagerKib,
            long retainedKib,
            int utilPercent,
            boolean forced) {}

    /// One line of the pacer.
    ///
    /// @param kind which of its lines
    /// @param text the line as printed
    /// @param numbers the figures in it, in order
    public record PacerLine(Kind kind, String text, List<Double> numbers) {
        /// Copies the list.
        public PacerLine {
            numbers = List.copyOf(numbers);
        }

        /// Which line of the pacer.
        public enum Kind {
            /// Assist ratio and workers at the start of a cycle.
            ASSIST,
            /// CPU share and work at its end.
            CPU,
            /// The sweep ended.
            SWEEP_DONE
        }
    }

    /// The initialisation of one package.
    ///
    /// @param text the line as printed
    /// @param packagePath the package
    /// @param atMillis milliseconds since the runtime started
    /// @param clockMillis how long it took
    /// @param bytes heap bytes allocated
    /// @param allocs heap objects allocated
    public record Init(
            String text,
            String packagePath,
            double atMillis,
            double clockMillis,
            long bytes,
            long allocs) {}

    /// One sample of the scheduler.
    ///
    /// @param text the line as printed
    /// @param millis since the first sample
    /// @param numbers every `name=number` of the line; words `true` and `false` count as 1 and 0
    /// @param local lengths of the local run queues, per P; empty with scheddetail
    /// @param ticks schedticks per P; empty before Go 1.25
    /// @param ps lines of Ps, with scheddetail
    /// @param ms lines of Ms
    /// @param gs lines of goroutines
    public record Schedule(
            String text,
            long millis,
            Map<String, Long> numbers,
            List<Long> local,
            List<Long> ticks,
            List<Detail> ps,
            List<Detail> ms,
            List<Detail> gs) {
        /// Copies the collections.
        public Schedule {
            numbers = Map.copyOf(numbers);
            local = List.copyOf(local);
            ticks = List.copyOf(ticks);
            ps = List.copyOf(ps);
            ms = List.copyOf(ms);
            gs = List.copyOf(gs);
        }

        /// Reads one number of the line.
        ///
        /// @param name such as `idleprocs`
        /// @return the number, or -1 where the release does not print it
        public long number(String name) {
            return numbers.getOrDefault(name, -1L);
        }
    }

    /// One P, M or G of a detailed sample.
    ///
    /// @param id its number
    /// @param fields `name=value` pairs as printed; an absent id (`-1` or `nil`) is `-1`
    /// @param reason the wait reason of a waiting goroutine, or empty
    public record Detail(long id, Map<String, String> fields, String reason) {
        /// Copies the fields.
        public Detail {
            fields = Map.copyOf(fields);
        }

        /// Reads a field as a number.
        ///
        /// @param name such as `status`
        /// @return the number, or -1
        public long number(String name) {
            String v = fields.getOrDefault(name, "-1");
            int end = 0;
            while (end < v.length()
                    && end < 18
                    && (Character.isDigit(v.charAt(end)) || end == 0 && v.charAt(0) == '-')) {
                end++;
            }
            return end == 0 || v.substring(0, end).equals("-")
                    ? -1
                    : Long.parseLong(v.substring(0, end));
        }
    }

    /// What allocfreetrace printed.
    ///
    /// @param allocs how many `tracealloc` blocks
    /// @param frees how many `tracefree` blocks
    /// @param collections how many `tracegc` blocks
    /// @param types allocations by type; the empty name stands for blocks without a type
    /// @param allocatedBytes bytes allocated, in slots
    public record Allocations(
            int allocs, int frees, int collections, Map<String, Long> types, long allocatedBytes) {
        /// Nothing was printed.
        public static final Allocations NONE = new Allocations(0, 0, 0, Map.of(), 0);
    }
}
