package org.gorrery.runtime.entry;

/// How a run ended.
public sealed interface RunOutcome {
    /// The exit code of the program.
    int exitCode();

    /// main returned, or os.Exit was called.
    record Exited(int exitCode) implements RunOutcome {}

    /// A panic that nobody recovered.
    ///
    /// @param report what was written to standard error
    record Panicked(int exitCode, String report) implements RunOutcome {}

    /// An error that no program survives: a deadlock, concurrent map writes, out of memory …
    ///
    /// @param message what follows `fatal error: `
    /// @param report what was written to standard error
    record Fatal(int exitCode, String message, String report) implements RunOutcome {}

    /// It was stopped from outside.
    record Stopped() implements RunOutcome {
        @Override
        public int exitCode() {
            return 137; // as by SIGKILL
        }
    }

    /// A bug of the engine, not of the program.
    record Broken(Throwable cause) implements RunOutcome {
        @Override
        public int exitCode() {
            return 70; // EX_SOFTWARE of sysexits.h
        }
    }
}
