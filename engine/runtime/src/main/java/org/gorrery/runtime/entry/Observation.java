package org.gorrery.runtime.entry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.gorrery.event.EventBatch;
import org.gorrery.event.EventRing;
import org.gorrery.event.GoroutineSnapshot;
import org.gorrery.event.SchedSnapshot;
import org.gorrery.event.StopReason;
import org.gorrery.runtime.diag.GoroutinePicture;
import org.gorrery.runtime.diag.SchedTrace;
import org.gorrery.runtime.gc.GcController;
import org.gorrery.runtime.prof.CallStack;
import org.gorrery.runtime.prof.CpuProfiler;
import org.gorrery.runtime.prof.ExecutionTrace;
import org.gorrery.runtime.prof.HeapProfile;
import org.gorrery.runtime.prof.WaitProfile;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.P;
import org.gorrery.runtime.sched.Sched;
import org.gorrery.runtime.sched.SchedPicture;
import org.jspecify.annotations.Nullable;

/// What can be learnt about a run from outside while it goes on: its events, pictures of its state, its profiles, and the lines of schedtrace.
///
/// Methods may be called by any thread that is none of the program's own. What is switched on costs the program something; what is off costs
/// a branch.
public final class Observation {
    private static final int RING_RECORDS = 1 << 15;
    private final Sched sched;
    private final ProgramOptions options;
    private final GoroutinePicture goroutinePicture;
    private final CpuProfiler cpu;
    private final WaitProfile waits = new WaitProfile();
    private final HeapProfile heapProfile;
    private final boolean schedDetail;
    private final ExecutionTrace trace;

    // Guard: rings.
    private final List<EventRing> rings = new ArrayList<>();
    private volatile boolean listening;

    /// @param heapRate bytes per sample of the heap profile
    Observation(Sched sched, GcController gc, ProgramOptions options, LongSupplier heapRate) {
        this.heapProfile = new HeapProfile(heapRate);
        this.sched = sched;
        this.options = options;
        this.goroutinePicture = new GoroutinePicture(sched);
        this.cpu = new CpuProfiler(sched);
        this.trace = new ExecutionTrace(sched);
        this.schedDetail = number("scheddetail") > 0;
        gc.setSampler(heapProfile);
        gc.addRoots(cpu::visitLabels);
        sched.wakeForNext(number("wakenext") > 0);
        sched.traceEvery(number("schedtrace") * 1_000_000L);
    }

    private int number(String setting) {
        try {
            return Integer.parseInt(options.godebug().getOrDefault(setting, "0"));
        } catch (NumberFormatException e) {
            return 0; // as Go does
        }
    }

    void procMade(P p) {
        if (listening) {
            listen(p);
        }
        if (trace.isOn()) {
            tell(p);
        }
        p.waits = waits.isOn() ? waits : null;
        heapProfile.arm(p);
    }

    private void listen(P p) {
        var ring = new EventRing(p.id, RING_RECORDS);
        p.events = ring;
        synchronized (rings) {
            rings.add(ring);
        }
    }

    /// Runs something with the world stopped.
    public <T> T stopped(StopReason why, Supplier<T> action) {
        sched.world().stopFromOutside(why);
        try {
            return action.get();
        } finally {
            sched.world().startFromOutside();
        }
    }

    // ---- events

    /// Begins to record events. To be called before the start for a record of everything.
    public void startEvents() {
        if (sched.gomaxprocs() == 0) {
            listening = true;
            return;
        }
        stopped(
                StopReason.TRACE,
                () -> {
                    if (!listening) {
                        listening = true;
                        forEachProc(this::listen);
                    }
                    return true;
                });
    }

    /// Ends recording; what was recorded can still be drained.
    public void stopEvents() {
        stopped(
                StopReason.TRACE,
                () -> {
                    listening = false;
                    forEachProc(p -> p.events = trace.isOn() ? deaf(p) : null);
                    return true;
                });
    }

    private void forEachProc(java.util.function.Consumer<P> action) {
        for (int i = 0; i < sched.gomaxprocs(); i++) {
            action.accept(sched.proc(i));
        }
    }

    /// Appends the events recorded since the last call, in the order of their times.
    ///
    /// @return how many
    public int drainEvents(EventBatch into) {
        int from = into.count();
        synchronized (rings) {
            for (EventRing r : rings) {
                r.drain(into);
            }
        }
        into.sortByTime(from);
        return into.count() - from;
    }

    // ---- the execution trace

    private static EventRing deaf(P p) {
        return new EventRing(p.id, 2);
    }

    private void tell(P p) {
        if (p.events == null) {
            p.events = deaf(p);
        }
        trace.attach(p);
    }

    /// Begins an execution trace, with the world stopped.
    ///
    /// @param by the goroutine that has stopped it, null for a thread outside
    /// @return null where there is one already
    public ExecutionTrace.@Nullable Opening beginTrace(@Nullable G by) {
        if (trace.isOn()) {
            return null;
        }
        var opening = trace.begin(by);
        forEachProc(this::tell);
        return opening;
    }

    /// What the execution trace has recorded since it began or the last call, with the world stopped.
    ///
    /// @param last whether to end it
    public ExecutionTrace.Part takeTrace(boolean last) {
        if (last) {
            forEachProc(p -> {
                p.trace = null;
                if (!listening) {
                    p.events = null;
                }
            });
        }
        return trace.take(last);
    }

    /// The execution trace.
    public ExecutionTrace trace() {
        return trace;
    }

    // ---- pictures

    /// All goroutines, taken with the world stopped.
    public GoroutineSnapshot goroutines() {
        return stopped(StopReason.SNAPSHOT, goroutinePicture::take);
    }

    /// All goroutines, for those who have stopped the world.
    public GoroutineSnapshot goroutinesWhileStopped() {
        return goroutinePicture.take();
    }

    /// The scheduler as seen in passing.
    public SchedSnapshot scheduler() {
        return SchedPicture.of(sched);
    }

    void schedTrace() {
        String line = SchedTrace.of(scheduler(), sched.threads(), schedDetail ? sched : null);
        byte[] b = line.getBytes(StandardCharsets.UTF_8);
        options.console().err(b, 0, b.length);
    }

    // ---- profiles

    /// The CPU profile.
    public CpuProfiler cpu() {
        return cpu;
    }

    /// The block and mutex profiles. After a change of their rates call [#waitRatesChanged].
    public WaitProfile waits() {
        return waits;
    }

    /// Lets all Ps know whether waits are measured.
    public void waitRatesChanged() {
        forEachProc(p -> p.waits = waits.isOn() ? waits : null);
    }

    /// The heap profile.
    public HeapProfile heapProfile() {
        return heapProfile;
    }

    /// The goroutine profile: the stack of each of the program's goroutines.
    public List<CallStack> goroutineProfile() {
        return stopped(
                StopReason.GOROUTINE_PROFILE,
                () -> {
                    List<CallStack> out = new ArrayList<>();
                    sched.goroutines()
                            .forEach(g -> {
                                if (!g.system) {
                                    out.add(CallStack.of(g));
                                }
                            });
                    return List.copyOf(out);
                });
    }
}
