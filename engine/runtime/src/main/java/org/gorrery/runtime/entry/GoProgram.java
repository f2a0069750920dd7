package org.gorrery.runtime.entry;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.EngineBug;
import org.gorrery.abi.ProgramImage;
import org.gorrery.event.StopReason;
import org.gorrery.runtime.diag.PanicText;
import org.gorrery.runtime.diag.PrintBuffer;
import org.gorrery.runtime.diag.Stacks;
import org.gorrery.runtime.diag.TracebackLevel;
import org.gorrery.runtime.gc.GcController;
import org.gorrery.runtime.heap.CommonTypes;
import org.gorrery.runtime.heap.Mheap;
import org.gorrery.runtime.heap.OutOfHeap;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.iface.Ifaces;
import org.gorrery.runtime.memory.AddressSpace;
import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.panics.Panics;
import org.gorrery.runtime.panics.Unwind;
import org.gorrery.runtime.prof.HeapProfile;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.Machine;
import org.gorrery.runtime.sched.P;
import org.gorrery.runtime.sched.PanicRecord;
import org.gorrery.runtime.sched.RealTimeDriver;
import org.gorrery.runtime.sched.Sched;
import org.gorrery.runtime.sched.Supervisor;
import org.gorrery.runtime.stack.FuncTable;
import org.gorrery.runtime.stack.StackPool;
import org.gorrery.runtime.stack.Unwinder;
import org.jspecify.annotations.Nullable;

/// A program that runs: owner of its address space, heap, scheduler and threads, and of how it ends.
///
/// Life: made with the image mapped, [#start], then it ends by itself or by [#stop]; [#await] waits for the end. By then no thread runs Go
/// code and the address space is free again. Several may run side by side.
public final class GoProgram implements Supervisor {
    /// A byte of stack counts so much against the memory of the run, since there are Java frames and objects beside it.
    private static final int STACK_WEIGHT = 2;

    private final ProgramImage image;
    private final ProgramOptions options;
    private final AddressSpace space;
    private final Sched sched;
    private final Stacks stacks;
    private final GcController gc;
    private final Observation observation;
    private volatile TracebackLevel level;
    private final AtomicReference<@Nullable RunOutcome> outcome = new AtomicReference<>();
    private final AtomicBoolean reported = new AtomicBoolean();
    private final CountDownLatch ending = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private PrintBuffer[] prints = new PrintBuffer[0];
    private final java.util.concurrent.atomic.AtomicBoolean deadlockFound =
            new java.util.concurrent.atomic.AtomicBoolean();
    private boolean paused;
    private Runnable beforeFree = () -> {};
    private volatile Consumer<byte[]> crashOutput = report -> {};
    private final java.util.Queue<Runnable> endings =
            new java.util.concurrent.ConcurrentLinkedQueue<>();

    /// Maps a program into its address space.
    ///
    /// @param space the window the image was made for; closed when the run ends
    public GoProgram(ProgramImage image, AddressSpace space, ProgramOptions options) {
        this.image = image;
        this.space = space;
        this.options = options;
        this.level = TracebackLevel.of(options.gotraceback());
        var layout = image.layout();
        if (layout.base() != AddressLayout.of(space.number(), image.target()).base()) {
            throw new EngineBug("load", "the image was made for another window");
        }
        Mem.put(image.rodata(), 0, layout.rodata(), image.rodata().length);
        Mem.put(image.itabs(), 0, layout.itabs(), image.itabs().length);
        Mem.put(image.text(), 0, layout.text(), image.text().length);
        Mem.put(image.data(), 0, layout.data(), image.data().length);
        var memory = new GoMemory(image.target(), layout);
        var types = new TypeTable(layout, image.target(), image.rodata().length);
        types.setCompanion(Ifaces.of(layout, types, memory, image.itabs().length));
        var limits = options.heapLimits();
        var heap = new Mheap(space, layout, image.target(), types, limits);
        heap.setCommonTypes(CommonTypes.of(types, image.universeTypes()));
        var stackPool = new StackPool(space, layout, image.target());
        stackPool.setRoom(() -> (limits.maxBytes() - heap.inUseBytes()) / STACK_WEIGHT);
        var machine =
                new Machine(
                        image.target(),
                        layout,
                        memory,
                        heap,
                        stackPool,
                        new Unwinder(new FuncTable(image.pcs(), layout)),
                        image.universeTypes());
        this.sched =
                new Sched(
                        new RealTimeDriver(options.wall(), options.threadStackBytes()),
                        this,
                        machine);
        this.gc = new GcController(machine, image.globals(), options.gc(), limits.maxBytes());
        gc.addRoots(sched::visitRoots);
        this.stacks = new Stacks(sched);
        this.observation = new Observation(sched, gc, options, heapRate(image, memory));
    }

    /// The program that a goroutine belongs to.
    public static GoProgram of(G g) {
        return (GoProgram) g.p.sched.supervisor();
    }

    /// Sets what is done at the end of the run, when nothing moves any more and the memory is still there. Before the start.
    public void setBeforeFree(Runnable action) {
        beforeFree = action;
    }

    /// Adds what gives back something of the host's when no goroutine runs any more.
    public void atEnd(Runnable action) {
        endings.add(action);
    }

    /// What it was compiled to.
    public ProgramImage image() {
        return image;
    }

    /// How it was started.
    public ProgramOptions options() {
        return options;
    }

    /// Its scheduler.
    public Sched sched() {
        return sched;
    }

    /// Sets how much a crash shows (`debug.SetTraceback`): as GOTRACEBACK, but never less than that was at the start.
    public void setTraceback(String wanted) {
        TracebackLevel asked = TracebackLevel.of(wanted);
        TracebackLevel least = TracebackLevel.of(options.gotraceback());
        level = asked.compareTo(least) > 0 ? asked : least;
    }

    /// Sets who gets the report of a crash besides standard error (`debug.SetCrashOutput`).
    public void setCrashOutput(Consumer<byte[]> output) {
        crashOutput = output;
    }

    /// Its collector.
    public GcController gc() {
        return gc;
    }

    /// Events, pictures and profiles of it.
    public Observation observation() {
        return observation;
    }

    /// Stacks as text.
    public Stacks stacks() {
        return stacks;
    }

    /// What the print builtins have gathered on the P of a goroutine.
    PrintBuffer print(G g) {
        return prints[g.p.id];
    }

    // ---- control

    /// Loads the classes and begins to run.
    public void start() {
        start(new ProgramLoader(image.classes(), options.parent()).code(image.codeClass()));
    }

    /// Where the program has runtime.MemProfileRate, or the usual rate where it does not mention it.
    private static LongSupplier heapRate(ProgramImage image, GoMemory memory) {
        for (var v : image.globals()) {
            if (v.name().equals("runtime.MemProfileRate")) {
                long at = image.layout().data() + v.offset();
                return () -> memory.loadInt(at);
            }
        }
        return () -> HeapProfile.DEFAULT_RATE;
    }

    /// Begins to run with code that is loaded already.
    public void start(GoCode code) {
        var reaper = new Thread(null, this::reap, "go-end", 0, false);
        reaper.setDaemon(true);
        reaper.start();
        sched.start(
                code,
                options.gomaxprocs(),
                (g, sp) -> {
                    code.main(g, sp);
                    exit(g, 0);
                });
    }

    /// Stops all goroutines until [#resume]. Returns when all stand.
    public synchronized void pause() {
        if (!paused) {
            paused = true;
            sched.world().stopFromOutside(StopReason.PAUSE);
            sched.world().hold();
        }
    }

    /// Goes on after [#pause].
    public synchronized void resume() {
        if (paused) {
            paused = false;
            sched.world().release();
            sched.world().startFromOutside();
        }
    }

    /// Ends the run, whatever it does. Returns at once.
    public void stop() {
        finish(new RunOutcome.Stopped());
    }

    /// Waits for the end.
    ///
    /// @throws InterruptedException if the caller is interrupted; the run goes on
    public RunOutcome await() throws InterruptedException {
        ended.await();
        RunOutcome o = outcome.get();
        if (o == null) {
            throw new EngineBug("run", "ended without an outcome");
        }
        return o;
    }

    /// How it ended, or null while it runs.
    public @Nullable RunOutcome outcome() {
        return outcome.get();
    }

    private boolean finish(RunOutcome o) {
        boolean first = outcome.compareAndSet(null, o);
        sched.stop();
        ending.countDown();
        return first;
    }

    private void reap() {
        try {
            ending.await();
            sched.awaitEnd();
            endings.forEach(Runnable::run);
            beforeFree.run();
            space.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    // ---- what goroutines ask for

    /// os.Exit. Does not return.
    public void exit(G g, int code) {
        g.sp = g.stack.noFrame(); // it has left its frames for good
        finish(new RunOutcome.Exited(code));
        sched.leaveForEver(g);
    }

    @Override
    public void goroutineThrew(G g, Throwable t) {
        if (t instanceof Unwind) {
            if (!Panics.isGoexit(g.panic)) {
                panicked(g);
            }
            g.panic = null;
            return;
        }
        if (t instanceof StackOverflowError) {
            stackOverflow(g, g.sp);
        } else if (t instanceof OutOfHeap o) {
            fatal(g, g.sp, o.report() + "\nout of memory");
        } else if (t instanceof OutOfMemoryError) {
            fatal(g, g.sp, "runtime: out of memory: the JVM's heap is full\nout of memory");
        } else {
            broke(t);
            sched.leaveForEver(g);
        }
    }

    private void panicked(G g) {
        PanicRecord last = g.panic;
        if (last != null) {
            g.sp = last.sp; // what the last entry into the runtime has left may lie below or above
        }
        String text;
        try {
            text = PanicText.of(g);
        } catch (Unwind u) {
            fatal(g, g.sp, "panic while printing panic value" + PanicText.ofInner(g));
            return;
        }
        die(g, text, s -> new RunOutcome.Panicked(level.exitCode(), s));
    }

    @Override
    public void fatal(G g, long sp, String message) {
        g.sp = sp;
        int at = message.lastIndexOf('\n') + 1;
        String what = message.substring(at);
        die(
                g,
                message.substring(0, at) + "fatal error: " + what + "\n" + PanicText.signal(g),
                s -> new RunOutcome.Fatal(level.exitCode(), what, s));
    }

    @Override
    public void fault(G g, long sp, long address) {
        g.sp = sp;
        die(
                g,
                "unexpected fault address 0x"
                        + Long.toHexString(address)
                        + "\nfatal error: fault\n"
                        + PanicText.signal(address, Mem.ld64(sp)),
                s -> new RunOutcome.Fatal(level.exitCode(), "fault", s));
    }

    @Override
    public void misuse(G g, long sp, String message) {
        g.sp = sp;
        String panics = g.panic == null ? "" : PanicText.unasked(g) + "\t";
        die(
                g,
                panics + "fatal error: " + message + "\n" + PanicText.signal(g),
                s -> new RunOutcome.Fatal(level.exitCode(), message, s));
    }

    @Override
    public String godebug(String name) {
        return options.godebug().getOrDefault(name, "");
    }

    @Override
    public void stackOverflow(G g, long sp) {
        g.sp = sp;
        die(
                g,
                g.stack.overflow().report(sp) + "fatal error: stack overflow\n",
                s -> new RunOutcome.Fatal(level.exitCode(), "stack overflow", s),
                true);
    }

    private void die(G g, String head, Function<String, RunOutcome> make) {
        die(g, head, make, false);
    }

    /// @param positions whether to show where the frames of this goroutine lie
    private void die(G g, String head, Function<String, RunOutcome> make, boolean positions) {
        sched.world().stop(g, g.sp, StopReason.ALL_GOROUTINES_STACK);
        StringBuilder out = new StringBuilder(head);
        stacks.report(out, g, level, positions);
        end(out.toString(), make);
        sched.leaveForEver(g);
    }

    @Override
    public void deadlocked(String message) {
        if (!deadlockFound.compareAndSet(false, true)) {
            return; // the last M to sleep and sysmon may both have seen it
        }
        StringBuilder out = new StringBuilder("fatal error: ").append(message).append('\n');
        stacks.report(out, null, level, false);
        end(out.toString(), s -> new RunOutcome.Fatal(level.exitCode(), message, s));
    }

    private void end(String report, Function<String, RunOutcome> make) {
        if (outcome.get() == null && reported.compareAndSet(false, true)) {
            byte[] b = PanicText.bytes(report);
            options.console().err(b, 0, b.length);
            crashOutput.accept(b);
        }
        finish(make.apply(report));
    }

    @Override
    public void broke(Throwable t) {
        finish(new RunOutcome.Broken(t));
    }

    @Override
    public void sample(G g) {
        observation.cpu().sample(g);
    }

    @Override
    public void look(long now) {
        gc.look(sched, now);
    }

    @Override
    public void trace(long now) {
        observation.schedTrace();
    }

    @Override
    public void procMade(P p) {
        if (p.id >= prints.length) {
            int had = prints.length;
            prints = Arrays.copyOf(prints, p.id + 1);
            for (int i = had; i <= p.id; i++) {
                prints[i] = new PrintBuffer();
            }
        }
        observation.procMade(p);
    }
}
