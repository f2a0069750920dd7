package org.gorrery.formats;

/// What a saved file is.
public enum Format {
    /// pprof's profile.proto.
    PROFILE("pprof profile"),
    /// A profile in an older text form.
    TEXT_PROFILE("pprof text profile"),
    /// The old binary CPU profile.
    BINARY_CPU_PROFILE("legacy binary CPU profile"),
    /// An execution trace.
    TRACE("execution trace"),
    /// A heap dump.
    HEAP_DUMP("heap dump"),
    /// Goroutine stacks: a crash report or a goroutine dump.
    TRACEBACK("goroutine traceback"),
    /// Output of GODEBUG settings.
    RUNTIME_LOG("GODEBUG log"),
    /// Values of runtime/metrics.
    METRICS("runtime/metrics"),
    /// Folded stacks, one per line.
    FOLDED_STACKS("folded stacks"),
    /// Nothing that is known here.
    UNKNOWN("unknown");

    private final String title;

    Format(String title) {
        this.title = title;
    }

    /// {@return the name that people read}
    public String title() {
        return title;
    }
}
