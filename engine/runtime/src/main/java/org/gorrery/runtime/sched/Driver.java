package org.gorrery.runtime.sched;

/// What the scheduler runs on: clock, threads, and how an M waits. The only place where time passes.
///
/// The scheduler itself never blocks a thread: it answers what to run or until when to sleep, and the driver does it.
public interface Driver {
    /// Sets the clock to its start: called once, before the first M is launched, so that loading is not time of the run.
    void begin();

    /// Monotonic clock in nanoseconds, never 0.
    long nanotime();

    /// Time of day in nanoseconds since 1970.
    long unixNanos();

    /// Starts an M: from now on its loop runs.
    void launch(M m);

    /// Lets an M wait until [#wake], or the clock reaches `untilNanos` ([Long#MAX_VALUE]: for ever). May return early.
    void sleep(M m, long untilNanos);

    /// Ends the sleep of an M, or the next one.
    void wake(M m);

    /// Room for the Java frames of a goroutine: they lie on its M's own stack while it runs. Address space until it is used.
    long threadStackBytes();

    /// A seed for random choices.
    long seed();

    /// 64 bits that nobody can guess, for keys; a driver whose runs repeat may derive them from its seed.
    long secret();

    /// Rounds over the Ps in which an M looks for work before it sleeps.
    int spinRounds();
}
