package org.gorrery.formats;

import java.util.List;
import org.gorrery.formats.dumps.HeapDump;
import org.gorrery.formats.dumps.Traceback;
import org.gorrery.formats.exectrace.TraceModel;
import org.gorrery.formats.input.Fault;
import org.gorrery.formats.logs.RuntimeLog;
import org.gorrery.formats.logs.RuntimeMetrics;
import org.gorrery.formats.pprof.LegacyProfile;
import org.gorrery.formats.profile.Profile;

/// A file that was opened: what it is, what is in it, what was wrong with it.
public sealed interface SavedFile {
    /// {@return where it came from}
    Origin origin();

    /// {@return what kind of file it is}
    Format format();

    /// {@return what was wrong, in the order found}
    List<Fault> faults();

    /// Where a file came from.
    ///
    /// @param name its path, and after `!` its name inside a zip
    /// @param packing containers it was in, such as `gzip`; empty for none
    /// @param bytes its unpacked contents
    record Origin(String name, String packing, byte[] bytes) {}

    /// A pprof protobuf.
    ///
    /// @param origin where it came from
    /// @param faults what was wrong
    /// @param profile the profile as written
    record ProfileFile(Origin origin, List<Fault> faults, Profile profile) implements SavedFile {
        @Override
        public Format format() {
            return Format.PROFILE;
        }
    }

    /// A profile in an older text or binary form.
    ///
    /// @param origin where it came from
    /// @param faults what was wrong
    /// @param legacy the profile, by addresses and by names
    record LegacyFile(Origin origin, List<Fault> faults, LegacyProfile legacy)
            implements SavedFile {
        @Override
        public Format format() {
            return legacy.kind().equals("cpu") ? Format.BINARY_CPU_PROFILE : Format.TEXT_PROFILE;
        }
    }

    /// Folded stacks.
    ///
    /// @param origin where it came from
    /// @param faults what was wrong
    /// @param profile the stacks
    record FoldedFile(Origin origin, List<Fault> faults, Profile profile) implements SavedFile {
        @Override
        public Format format() {
            return Format.FOLDED_STACKS;
        }
    }

    /// An execution trace.
    ///
    /// @param origin where it came from
    /// @param faults what was wrong
    /// @param trace the trace
    record TraceFile(Origin origin, List<Fault> faults, TraceModel trace) implements SavedFile {
        @Override
        public Format format() {
            return Format.TRACE;
        }
    }

    /// A heap dump.
    ///
    /// @param origin where it came from
    /// @param faults what was wrong
    /// @param dump the heap
    record HeapDumpFile(Origin origin, List<Fault> faults, HeapDump dump) implements SavedFile {
        @Override
        public Format format() {
            return Format.HEAP_DUMP;
        }
    }

    /// A crash report or goroutine dump.
    ///
    /// @param origin where it came from
    /// @param faults what was wrong
    /// @param traceback the stacks
    record TracebackFile(Origin origin, List<Fault> faults, Traceback traceback)
            implements SavedFile {
        @Override
        public Format format() {
            return Format.TRACEBACK;
        }
    }

    /// A GODEBUG log.
    ///
    /// @param origin where it came from
    /// @param faults what was wrong
    /// @param log its lines by kind
    record LogFile(Origin origin, List<Fault> faults, RuntimeLog log) implements SavedFile {
        @Override
        public Format format() {
            return Format.RUNTIME_LOG;
        }
    }

    /// Saved runtime/metrics.
    ///
    /// @param origin where it came from
    /// @param faults what was wrong
    /// @param metrics the metrics
    record MetricsFile(Origin origin, List<Fault> faults, RuntimeMetrics metrics)
            implements SavedFile {
        @Override
        public Format format() {
            return Format.METRICS;
        }
    }

    /// Nothing that is known here.
    ///
    /// @param origin where it came from
    /// @param faults why it could not be opened
    record UnknownFile(Origin origin, List<Fault> faults) implements SavedFile {
        @Override
        public Format format() {
            return Format.UNKNOWN;
        }
    }
}
