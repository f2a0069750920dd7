package org.gorrery.session;

/// How a run ended.
public sealed interface RunOutcome {
    /// The status a process would have ended with.
    int exitCode();

    /// main returned, or os.Exit was called.
    record Exited(int exitCode) implements RunOutcome {}

    /// An unrecovered panic; its report went to standard error.
    record Panicked(String message) implements RunOutcome {
        @Override
        public int exitCode() {
            return 2;
        }
    }

    /// A fatal error of the runtime (deadlock, out of memory, stack overflow, concurrent map writes).
    record Fatal(String message) implements RunOutcome {
        @Override
        public int exitCode() {
            return 2;
        }
    }

    /// Stopped from outside.
    record Stopped() implements RunOutcome {
        @Override
        public int exitCode() {
            return 130;
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
