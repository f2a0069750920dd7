package org.gorrery.runtime.sched;

/// Thrown through the frames of a goroutine whose run has ended: a stack too deep to be kept as a continuation is left this way.
/// Nobody catches it but the goroutine's outermost frame. That takes the JVM up to 0.1 µs a frame, so nobody waits for it.
final class Leaving extends Error {
    private static final long serialVersionUID = 1;

    Leaving() {
        super("the run has ended", null, false, false);
    }
}
