package org.gorrery.app.bridge;

/// Where a run is in its life.
public enum RunState {
    /// Compiled, not started.
    READY,
    /// Its goroutines run.
    RUNNING,
    /// The world is stopped on request.
    PAUSED,
    /// It has ended; its last state can still be looked at.
    ENDED
}
