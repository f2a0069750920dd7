package org.gorrery.runtime.gc;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gorrery.abi.ProgramImage.Global;
import org.gorrery.event.EventKind;
import org.gorrery.event.GcCycle;
import org.gorrery.event.HeapSnapshot;
import org.gorrery.event.MemStats;
import org.gorrery.event.StopReason;
import org.gorrery.runtime.heap.Collector;
import org.gorrery.runtime.heap.HeapFigures;
import org.gorrery.runtime.heap.Mheap;
import org.gorrery.runtime.heap.Special;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.Machine;
import org.gorrery.runtime.sched.Sched;
import org.jspecify.annotations.Nullable;

/// The collector of a run: precise mark and sweep, the world stopped to mark, swept while the program runs (as in Go 1.3 and 1.4).
///
/// A cycle: (1) the goroutine that met the trigger stops the world; (2) what is left of the last sweep is finished and all mcaches give their
/// spans back, so that no span changes; (3) marking, from package variables, frames, what the runtime holds per goroutine, and what
/// is tied to objects with finalizers; (4) weak pointers to dead objects are cleared; (5) the pacer sets the next goal, all spans
/// count as unswept; (6) the world starts. Sweeping is then done by allocation, in step with it, and by a goroutine of the runtime.
///
/// Nothing is ever allocated between (1) and (6). A collection starts only from entry points before they allocate ([Allocation]), so the frames
/// of all goroutines are complete and hold every pointer that is alive.
///
/// Rejected: reference counts (cycles), moving objects (Go programs see addresses).
/// Source: Go runtime, `mgc.go`, `mgcsweep.go`, `mfinal.go`.
public final class GcController implements Collector {
    private static final int CYCLES_KEPT = 256;

    private final Machine machine;
    private final Mheap heap;
    private final GcOptions options;
    private final List<Global> globals;
    private final Roots roots;
    private final MarkPhase marking;
    private final GcPacer pacer;
    private final FinalizerQueue finalizers = new FinalizerQueue();
    private final List<Runnable> beforeMarking = new CopyOnWriteArrayList<>();
    private final BackgroundSweeper sweeper;
    private final PeriodicCollection periodic;
    private AllocationSampler sampler;

    // Guard: the world stopped.
    private final ArrayDeque<GcCycle> cycles = new ArrayDeque<>();
    private int count;
    private int forcedCount;
    private long pauseTotalNanos;
    private long lastEndUnixNanos;
    private long startNanos;

    /// The collector of a run. Sets itself as the heap's.
    ///
    /// @param globals package variables
    /// @param hardLimitBytes of the heap
    public GcController(
            Machine machine, List<Global> globals, GcOptions options, long hardLimitBytes) {
        this.machine = machine;
        this.globals = globals;
        this.heap = machine.heap();
        this.options = options;
        this.roots = new Roots(machine, globals);
        this.marking = new MarkPhase(heap, machine.layout(), roots, options.markWorkers());
        this.pacer = new GcPacer(options.gogc(), options.memoryLimitBytes(), hardLimitBytes);
        this.sweeper = new BackgroundSweeper(heap, this);
        this.periodic = new PeriodicCollection(this, options.periodNanos());
        this.sampler =
                options.stressEvery() > 0
                        ? new StressSampler(options.stressEvery())
                        : (g, address, bytes, typeWord) -> g.p.mcache.setNextSample(Long.MAX_VALUE);
        roots.add(finalizers);
        heap.setCollector(this, new ObjectDeath(finalizers));
        heap.setTrigger(pacer.goal());
        if (options.stressEvery() > 0) {
            heap.setFirstSample(0);
        }
    }

    /// The collector that a goroutine's run has.
    public static GcController of(G g) {
        return (GcController) g.p.mcache.heap().collector();
    }

    /// Who takes samples of allocations.
    public AllocationSampler sampler() {
        return sampler;
    }

    /// Sets who takes samples of allocations. Under stress collections stand in their place.
    public void setSampler(AllocationSampler sampler) {
        if (options.stressEvery() == 0) {
            this.sampler = sampler;
        }
    }

    /// Adds what is to be done at the beginning of each collection, with the world stopped: it may drop pointers.
    public void addBeforeMarking(Runnable action) {
        beforeMarking.add(action);
    }

    /// Adds Java code that holds Go pointers.
    public void addRoots(RootSource source) {
        roots.add(source);
    }

    // Reasons to collect.

    /// The heap has reached its goal, unless another goroutine has collected meanwhile.
    public void collectForHeap(G g, long sp) {
        g.p.mcache.wantCollection(false);
        int before = count;
        machineStop(g, sp);
        if (count == before) {
            cycle(g, options.stressEvery() > 0 ? "stress" : "heap");
        }
        machineStart(g);
    }

    /// An allocation would break the limit of the run: everything that is dead goes at once.
    public void collectForRoom(G g, long sp) {
        collect(g, sp, "heap");
    }

    /// `runtime.GC`: a full cycle, sweeping included.
    public void collectForced(G g, long sp) {
        collect(g, sp, "forced");
    }

    /// A collection that comes since none has for two minutes.
    public void collectPeriodic(G g, long sp) {
        collect(g, sp, "periodic");
    }

    private void collect(G g, long sp, String trigger) {
        machineStop(g, sp);
        if ("forced".equals(trigger)) {
            forcedCount++;
        }
        cycle(g, trigger);
        while (heap.sweeping().sweepOne() > 0) {
            // the caller may look at the figures right after
        }
        machineStart(g);
    }

    private void machineStop(G g, long sp) {
        startNanos = 0;
        g.sp = sp;
        long asked = g.p.sched.driver().nanotime();
        g.p.sched.world().stop(g, sp, StopReason.GC_MARK);
        startNanos = asked;
    }

    private void machineStart(G g) {
        g.p.sched.world().start(g);
        finalizers.wake(g.p);
        sweeper.wake(g.p);
        periodic.ended(g.p, g.p.sched.driver().nanotime());
    }

    /// Wakes the goroutine that collects after two minutes without a collection. On the thread of sysmon.
    public void look(Sched sched, long now) {
        periodic.look(sched, now);
    }

    // The cycle; the world is stopped.

    private void cycle(G g, String trigger) {
        Sched sched = g.p.sched;
        long t0 = startNanos;
        long before = heap.liveBytes();
        event(g, EventKind.GC_BEGIN, count + 1);
        sweeper.noteDone(g);
        heap.prepareToMark();
        beforeMarking.forEach(Runnable::run);
        long t1 = sched.driver().nanotime();
        event(g, EventKind.GC_MARK_BEGIN, count + 1);
        marking.run(sched);
        if (options.trace() >= 2) {
            heap.clearMarks();
            marking.run(sched);
        }
        event(g, EventKind.GC_MARK_END, count + 1);
        long t2 = sched.driver().nanotime();
        if (options.check()) {
            new ReachabilityCheck(heap, roots).run(sched);
        }
        ObjectDeath.clearWeak(heap);
        long live = marking.markedBytes();
        long stackBytes = machine.stacks().inUseBytes();
        pacer.marked(live, stackBytes, roots.globalBytes(), heap.tableBytes());
        long goal = pacer.goal();
        heap.setTrigger(goal);
        heap.startSweep(live, goal);
        count++;
        sched.goroutines().forEach(x -> looked(x, t0));
        long t3 = sched.driver().nanotime();
        lastEndUnixNanos = sched.driver().unixNanos();
        pauseTotalNanos += t3 - t0;
        var c =
                new GcCycle(
                        count,
                        trigger,
                        t0,
                        t3,
                        t1 - t0,
                        t2 - t1,
                        t3 - t2,
                        t3 - t0,
                        before,
                        before,
                        live,
                        goal,
                        stackBytes,
                        roots.globalBytes(),
                        sched.gomaxprocs());
        keep(c);
        event(g, EventKind.HEAP_LIVE, live);
        event(g, EventKind.HEAP_GOAL, goal);
        event(g, EventKind.GC_END, count);
        report(sched, c);
    }

    /// What a collection does to a goroutine beside marking: frees what it does not use of its stack, and notes when it was first seen waiting.
    private static void looked(G g, long now) {
        g.stack.trim();
        if (g.waitSince == 0 && g.isWaiting()) {
            g.waitSince = now;
        }
    }

    private static void event(G g, EventKind kind, long arg) {
        if (g.p.events != null) {
            g.p.tick();
            g.p.put(kind, g.id, arg);
        }
    }

    private void keep(GcCycle c) {
        if (cycles.size() == CYCLES_KEPT) {
            cycles.removeFirst();
        }
        cycles.add(c);
        options.listener().accept(c);
    }

    private void report(Sched sched, GcCycle c) {
        if (options.trace() == 0) {
            return;
        }
        String line;
        if (options.traceForm() == GcOptions.TraceForm.CURRENT) {
            line = GcTrace.current(c, marking.workers(), c.endNanos(), pauseTotalNanos * c.procs());
        } else {
            HeapFigures f = heap.figures();
            long frees = f.mallocs() - marking.markedObjects();
            var n =
                    new GcTrace.Counts(
                            marking.markedObjects(),
                            f.mallocs(),
                            frees,
                            sched.goroutines().live(),
                            f.spans(),
                            marking.workers(),
                            marking.handoffs(),
                            marking.handoffSpans());
            line = GcTrace.go14(c, n);
        }
        options.console().accept(line);
    }

    // Controls.

    /// Sets GOGC while the program runs; the new goal holds at once.
    ///
    /// @return what it was, -1 for off
    public int setGogc(int percent) {
        int old = pacer.setGogc(percent);
        heap.setTrigger(pacer.goal());
        return old;
    }

    /// GOGC, -1 for off.
    public int gogc() {
        return pacer.gogc();
    }

    /// Sets GOMEMLIMIT while the program runs.
    ///
    /// @return what it was
    public long setMemoryLimit(long bytes) {
        long old = pacer.memoryLimitBytes();
        if (bytes >= 0) {
            pacer.setMemoryLimit(bytes);
            heap.setTrigger(pacer.goal());
        }
        return old;
    }

    /// `debug.FreeOSMemory`: collects and gives all free pages back to the host.
    public void freeMemory(G g, long sp) {
        collectForced(g, sp);
        heap.scavenge(Long.MAX_VALUE);
    }

    // Finalizers.

    /// Ties a finalizer to an object: a func of one pointer. Tiny objects that share a block may have one each.
    ///
    /// @return false where it has one already, or the address is not in the heap
    public boolean setFinalizer(G g, long object, long closure) {
        for (Special s : heap.specials().of(object)) {
            if (s instanceof FinalizerSpecial f && f.object == object) {
                return false;
            }
        }
        finalizers.ensureStarted(g.p);
        return heap.specials().add(object, new FinalizerSpecial(object, closure));
    }

    /// Unties the finalizer of an object, if it has one.
    public void clearFinalizer(long object) {
        for (Special s : heap.specials().of(object)) {
            if (s instanceof FinalizerSpecial f && f.object == object) {
                heap.specials().remove(object, s);
            }
        }
    }

    /// Ties a cleanup to the object that an address lies in: a func without arguments. An object may have many.
    ///
    /// @return to untie it with; null where the address is not in the heap
    public @Nullable Special addCleanup(G g, long object, long closure) {
        finalizers.ensureStarted(g.p);
        var s = new CleanupSpecial(object, closure, finalizers);
        return heap.specials().add(object, s) ? s : null;
    }

    /// Unties a cleanup; nothing happens where it has run or been untied.
    public void stopCleanup(Special cleanup) {
        if (cleanup instanceof CleanupSpecial c) {
            heap.specials().remove(c.object, c);
        }
    }

    /// The handle of the weak pointer to an address: a word that holds the address until the object is dead, then 0.
    ///
    /// @param sp complete frame of the caller, whose pointers include the address
    public long weakHandle(G g, long sp, long address) {
        for (Special s : heap.specials().of(address)) {
            if (s instanceof WeakSpecial w && w.object == address) {
                return w.handle;
            }
        }
        g.sp = sp;
        long handle =
                g.p.mcache.allocate(16, true, 0); // not a tiny block: it must not share its fate
        Mem.st64(handle, address);
        heap.specials().add(address, new WeakSpecial(address, handle));
        return handle;
    }

    /// Whether all finalizers and cleanups that were due have been run.
    public boolean finalizersDone() {
        return finalizers.isDone();
    }

    /// Whether finalizers or cleanups wait to be run.
    public int queuedFinalizers() {
        return finalizers.size();
    }

    /// After sweeping outside of a cycle: lets the finalizers found run.
    void wakeFinalizers(G g) {
        if (finalizers.isWakeDue()) {
            finalizers.wake(g.p);
        }
    }

    long goal() {
        return pacer.goal();
    }

    // Figures; with the world stopped.

    /// Number of cycles so far.
    public int cycles() {
        return count;
    }

    /// The latest cycles, oldest first.
    public List<GcCycle> recentCycles() {
        return List.copyOf(cycles);
    }

    /// All figures of allocator and collector.
    ///
    /// @param runNanos since the start of the run
    public MemStats memStats(long runNanos) {
        return MemFigures.of(machine, heap.figures(), pacer.goal(), this, runNanos);
    }

    /// A heap dump as Go 1.7 and later write it, in pieces; the world is stopped meanwhile.
    ///
    /// @param sp the complete frame of the native
    /// @param version of the Go that the program believes to run on
    /// @param itabBytes of all method tables of the program
    public List<byte[]> heapDump(G g, long sp, String version, long itabBytes) {
        var sched = g.p.sched;
        sched.world().stop(g, sp, StopReason.WRITE_HEAP_DUMP);
        try {
            while (heap.sweeping().sweepOne() > 0) {
                // what is dead is not part of the dump
            }
            return new HeapDumpWriter(machine, roots, globals)
                    .write(
                            sched,
                            version,
                            itabBytes,
                            memStats(sched.driver().nanotime()),
                            recentCycles());
        } finally {
            sched.world().start(g);
        }
    }

    long lastEndUnixNanos() {
        return lastEndUnixNanos;
    }

    long pauseTotalNanos() {
        return pauseTotalNanos;
    }

    int forcedCount() {
        return forcedCount;
    }

    /// The heap as it is now, with its figures.
    public HeapSnapshot snapshot(long timeNanos) {
        var stats = memStats(timeNanos);
        var picture = heap.picture(machine.layout().rodata());
        return new HeapSnapshot(timeNanos, picture.arenas(), picture.spans(), stats);
    }
}
