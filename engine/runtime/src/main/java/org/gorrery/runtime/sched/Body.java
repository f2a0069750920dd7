package org.gorrery.runtime.sched;

/// What a goroutine of the runtime's own does.
@FunctionalInterface
public interface Body {
    /// @param sp the base of the goroutine's stack
    void run(G g, long sp);
}
