package org.gorrery.runtime.sched;

/// The run that a scheduler works for: told of what ends goroutines and programs.
public interface Supervisor {
    /// Something left the outermost frame of a goroutine: a Goexit (returns, the goroutine ends), or what ends the program.
    void goroutineThrew(G g, Throwable t);

    /// Nothing can ever run again. Called with the scheduler's lock free, no M running.
    ///
    /// @param message as in `fatal error: …`
    void deadlocked(String message);
}
