package org.gorrery.abi;

/// A broken invariant of the engine itself: never the fault of a Go program, never caught to go on.
public final class EngineBug extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// A bug.
    ///
    /// @param phase where: `unwind`, `mark`, `codegen` …
    /// @param what which invariant broke, with the values that show it
    public EngineBug(String phase, String what) {
        super("bug of the engine in " + phase + ": " + what);
    }

    /// A bug that shows as another exception.
    public EngineBug(String phase, String what, Throwable cause) {
        super("bug of the engine in " + phase + ": " + what, cause);
    }
}
