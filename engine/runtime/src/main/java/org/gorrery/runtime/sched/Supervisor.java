package org.gorrery.runtime.sched;

/// The run that a scheduler works for: told of what ends goroutines and programs.
public interface Supervisor {
    /// Something left the outermost frame of a goroutine: a Goexit (returns, the goroutine ends), or what ends the program.
    void goroutineThrew(G g, Throwable t);

    /// A condition that no Go program survives. Reports it and ends the run; does not return.
    ///
    /// @param sp the top frame, complete
    /// @param message what follows `fatal error: `; a first part that ends in a line break is printed before
    void fatal(G g, long sp, String message);

    /// An access to an address that is none, which no deferred call may recover. Reports it and ends the run; does not return.
    ///
    /// @param sp the top frame, complete
    void fault(G g, long sp, long address);

    /// As [#fatal], for what the program itself has done wrong: the panics that are under way are told first.
    void misuse(G g, long sp, String message);

    /// The running goroutine has used all the stack it may. Reports it and ends the run; does not return.
    ///
    /// @param sp the top frame, complete
    void stackOverflow(G g, long sp);

    /// Nothing can ever run again. Called with the scheduler's lock free, no M running.
    ///
    /// @param message what follows `fatal error: `
    void deadlocked(String message);

    /// A thread of the scheduler met a bug of the engine.
    void broke(Throwable t);

    /// The stack of the running G is to be recorded for the CPU profile; [G#sp] is its top frame.
    void sample(G g);

    /// Time goes on: sees to what is due by the clock. On the thread of sysmon, every 10 ms at least.
    void look(long now);

    /// It is time for a line of schedtrace. On the thread of sysmon.
    void trace(long now);

    /// A P was made: is to get a ring if somebody listens.
    void procMade(P p);

    /// Whether `panic(nil)` raises nil itself, as before Go 1.21 (GODEBUG `panicnil=1`), instead of a `*runtime.PanicNilError`.
    default boolean panicsWithNil() {
        return "1".equals(godebug("panicnil"));
    }

    /// A setting of GODEBUG, of the environment or the program's own; empty where it is not set.
    default String godebug(String name) {
        return "";
    }
}
