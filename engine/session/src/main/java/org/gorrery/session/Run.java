package org.gorrery.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gorrery.event.CpuSamples;
import org.gorrery.event.EventBatch;
import org.gorrery.event.GcCycle;
import org.gorrery.event.GoroutineSnapshot;
import org.gorrery.event.HeapSnapshot;
import org.gorrery.event.MemStats;
import org.gorrery.event.SchedSnapshot;

/// One run of a compiled program: control and observation. All methods may be called from any thread and return soon, but for the
/// snapshots, which wait for the world to stop (about a millisecond): never call those on a UI thread.
public interface Run extends AutoCloseable {
    /// Has profiles written into files when the run ends. To be called before the start.
    void writeProfiles(ProfileFiles files);

    /// Starts the program; once.
    void start();

    /// Stops the world until [#resume].
    void pause();

    /// Lets a paused program go on.
    void resume();

    /// Ends the program within a second, whatever it does.
    void stop();

    /// The debugger of a program built for one, see [RunOptions#debug].
    Optional<Debugger> debugger();

    /// Whether it is paused.
    boolean isPaused();

    /// How it ended, once it has.
    CompletableFuture<RunOutcome> outcome();

    /// Changes GOMAXPROCS at once.
    void setGomaxprocs(int procs);

    /// Changes GOGC at once; -1 for off.
    void setGogc(int percent);

    /// Appends the events recorded since the last call, sorted by time.
    ///
    /// @return number appended
    int drainEvents(EventBatch into);

    /// Nanoseconds since the start of the run.
    long nowNanos();

    /// The heap now (after the end: at the end).
    HeapSnapshot heap();

    /// All goroutines now (after the end: at the end).
    GoroutineSnapshot goroutines();

    /// Who holds the sync.Mutex or, for writing, the sync.RWMutex that goroutines wait for at an address
    /// ([GoroutineSnapshot.Goroutine#waitingOn]): a goroutine's number, 0 for none. Known in runs that record events.
    long lockHolder(long address);

    /// Ps and queues now.
    SchedSnapshot scheduler();

    /// Figures now.
    MemStats memStats();

    /// All collections so far.
    List<GcCycle> gcCycles();

    /// All CPU samples so far.
    CpuSamples cpuSamples();

    /// What stands at a call site (`aux` of events, `pcs` of samples).
    GoroutineSnapshot.Frame frame(int site);

    /// The name of a function by its index (`arg` of GO_ENTRY).
    String functionName(int index);

    /// The Go name of the type at an offset in rodata (slot types of heap snapshots), or empty.
    String typeName(int offset);

    /// Stops if needed and frees all memory of the run; snapshots taken before stay valid.
    @Override
    void close();
}
