package org.gorrery.runtime.sched;

/// The run that a scheduler works for: told of what ends goroutines and programs.
public interface Supervisor {
    /// Something left the outermost frame of a goroutine: a Goexit (returns, the goroutine ends), or what ends the program.
    void goroutineThrew(G g, Throwable t);

    /// Nothing can ever run again. Called with the scheduler's lock free, no M running.
    ///
    /// @param message as in `fatal error: …`
    void deadlocked(String message);

    /// A thread of the scheduler met a bug of the engine.
    void broke(Throwable t);

    /// The stack of the running G is to be recorded for the CPU profile; [G#sp] is its top frame.
    void sample(G g);

    /// A P was made: gets its caches.
    void procMade(P p);

    /// GOMAXPROCS fell: what `p` holds goes back or to `heir`.
    void procRetired(P p, P heir);

    /// The index of the function that a new goroutine starts at, for events; -1 where unknown.
    int entryOf(G g);

    /// The call site of a pc, or -1.
    int siteOf(long pc);
}
