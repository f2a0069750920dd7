package org.gorrery.session;

/// How a run ended.
public sealed interface RunOutcome {
    /// The status a process would have ended with.
    int exitCode();

    /// main returned, or os.Exit was called.
    record Exited(int exitCode) implements RunOutcome {}

    /// An unrecovered panic.
    ///
    /// @param report what went to standard error
    record Panicked(int exitCode, String report) implements RunOutcome {}

    /// A fatal error of the runtime (deadlock, out of memory, stack overflow, concurrent map writes).
    ///
    /// @param message what follows `fatal error: `
    /// @param report what went to standard error
    record Fatal(int exitCode, String message, String report) implements RunOutcome {}

    /// Stopped from outside.
    record Stopped() implements RunOutcome {
        @Override
        public int exitCode() {
            return 137;
        }
    }

    /// A bug of the engine.
    record EngineFailure(String report) implements RunOutcome {
        @Override
        public int exitCode() {
            return 70;
        }
    }
}
