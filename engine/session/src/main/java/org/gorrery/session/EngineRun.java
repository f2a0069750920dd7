package org.gorrery.session;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gorrery.abi.ProgramImage;
import org.gorrery.event.CpuSamples;
import org.gorrery.event.EventBatch;
import org.gorrery.event.GcCycle;
import org.gorrery.event.GoroutineSnapshot;
import org.gorrery.event.HeapSnapshot;
import org.gorrery.event.MemStats;
import org.gorrery.event.SchedSnapshot;
import org.gorrery.event.StopReason;
import org.gorrery.runtime.entry.GoProgram;
import org.gorrery.runtime.entry.ProgramOptions;
import org.gorrery.runtime.entry.WallClock;
import org.gorrery.runtime.memory.AddressSpace;
import org.jspecify.annotations.Nullable;

/// A run on the engine's own runtime.
final class EngineRun implements Run {
    private final GoProgram program;
    private final Symbols symbols;
    private final Object endLock = new Object();

    // Guard: endLock.
    private @Nullable LastLook last;

    // Guard: endLock. From then on the memory may be gone.
    private boolean ended;
    private final CompletableFuture<RunOutcome> outcome = new CompletableFuture<>();
    private final Optional<Debugger> debugger;
    private final boolean samples;
    private final boolean observed;
    private final Console console;
    private volatile boolean paused;

    // Set before the start.
    private @Nullable ProfileRecording profiles;

    // Set before the start.
    private @Nullable BesideRun beside;

    EngineRun(ProgramImage image, AddressSpace space, RunOptions options, Console console) {
        this.symbols = new Symbols(image);
        this.console = console;
        this.program = new GoProgram(image, space, programOptions(options, console));
        if (options.events()) {
            program.observation().startEvents();
            program.sched().semaphores().holders().start();
        }
        this.debugger =
                options.debug()
                        ? Optional.of(new RunDebugger(image, program, symbols))
                        : Optional.empty();
        this.samples = options.cpuProfileHz() > 0;
        this.observed = options.events() || samples;
        program.setBeforeFree(this::beforeFree);
    }

    private static ProgramOptions programOptions(RunOptions o, Console console) {
        int procs =
                o.gomaxprocs() > 0 ? o.gomaxprocs() : Runtime.getRuntime().availableProcessors();
        return new ProgramOptions(
                procs,
                o.gogc(),
                o.memoryLimitBytes() > 0 ? o.memoryLimitBytes() : Long.MAX_VALUE,
                settings(o.godebug()),
                o.gotraceback(),
                o.args().isEmpty() ? List.of("main") : o.args(),
                o.environment(),
                new Sink(console),
                console.stdin(),
                WallClock.utc(),
                (o.directory() == null ? Path.of("") : o.directory()).toAbsolutePath(),
                o.roots().goroot() == null ? "" : o.roots().goroot().toString(),
                EngineRun.class.getClassLoader());
    }

    /// `name=value,…` as a map; what has no value counts as `1`.
    private static Map<String, String> settings(String godebug) {
        var out = new HashMap<String, String>();
        for (var part : godebug.split(",", -1)) {
            int eq = part.indexOf('=');
            if (!part.isBlank()) {
                out.put(
                        eq < 0 ? part.strip() : part.substring(0, eq).strip(),
                        eq < 0 ? "1" : part.substring(eq + 1).strip());
            }
        }
        return out;
    }

    private record Sink(Console console) implements org.gorrery.runtime.diag.Console {
        @Override
        public void out(byte[] bytes, int from, int count) {
            console.stdout(bytes, from, count);
        }

        @Override
        public void err(byte[] bytes, int from, int count) {
            console.stderr(bytes, from, count);
        }
    }

    @Override
    public void writeProfiles(ProfileFiles files) {
        profiles =
                new ProfileRecording(
                        program,
                        files,
                        text -> {
                            byte[] b = text.getBytes(StandardCharsets.UTF_8);
                            console.stderr(b, 0, b.length);
                        });
    }

    /// Has something done once the program is under way. Before the start.
    void setBeside(Runnable work) {
        beside = new BesideRun(work, outcome);
    }

    @Override
    public void start() {
        ProfileRecording recording = profiles;
        if (recording != null) {
            recording.beforeStart();
        }
        program.start();
        if (recording != null) {
            recording.started();
        }
        if (samples) {
            program.observation().cpu().start();
        }
        Thread.ofPlatform().daemon().name("run-outcome").start(this::awaitEnd);
        if (beside != null) {
            beside.start();
        }
    }

    private void awaitEnd() {
        try {
            outcome.complete(translate(program.await()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outcome.completeExceptionally(e);
        }
    }

    private static RunOutcome translate(org.gorrery.runtime.entry.RunOutcome o) {
        return switch (o) {
            case org.gorrery.runtime.entry.RunOutcome.Exited e ->
                    new RunOutcome.Exited(e.exitCode());
            case org.gorrery.runtime.entry.RunOutcome.Panicked p ->
                    new RunOutcome.Panicked(p.exitCode(), p.report());
            case org.gorrery.runtime.entry.RunOutcome.Fatal f ->
                    new RunOutcome.Fatal(f.exitCode(), f.message(), f.report());
            case org.gorrery.runtime.entry.RunOutcome.Stopped s -> new RunOutcome.Stopped();
            case org.gorrery.runtime.entry.RunOutcome.Broken b -> {
                var text = new StringWriter();
                b.cause().printStackTrace(new PrintWriter(text));
                yield new RunOutcome.EngineFailure(text.toString());
            }
        };
    }

    @Override
    public Optional<Debugger> debugger() {
        return debugger;
    }

    @Override
    public void pause() {
        program.pause();
        paused = true;
    }

    @Override
    public void resume() {
        paused = false;
        program.resume();
    }

    @Override
    public void stop() {
        program.stop();
    }

    @Override
    public boolean isPaused() {
        return paused;
    }

    @Override
    public CompletableFuture<RunOutcome> outcome() {
        return outcome;
    }

    @Override
    public void close() {
        if (!outcome.isDone()) {
            program.stop();
        }
        if (beside != null) {
            beside.await();
        }
    }

    @Override
    public void setGomaxprocs(int procs) {
        whileRunning(() -> program.sched().world().setGomaxprocsFromOutside(procs));
    }

    @Override
    public void setGogc(int percent) {
        whileRunning(() ->
                program.observation()
                        .stopped(StopReason.SNAPSHOT, () -> program.gc().setGogc(percent)));
    }

    /// Does something for which the world is stopped, unless it has ended.
    private void whileRunning(Runnable action) {
        synchronized (endLock) {
            if (!ended) {
                action.run();
            }
        }
    }

    @Override
    public int drainEvents(EventBatch into) {
        return program.observation().drainEvents(into);
    }

    @Override
    public long nowNanos() {
        return program.sched().driver().nanotime();
    }

    @Override
    public HeapSnapshot heap() {
        return look(
                () ->
                        program.observation()
                                .stopped(
                                        StopReason.SNAPSHOT,
                                        () -> program.gc().snapshot(nowNanos())),
                LastLook::heap);
    }

    @Override
    public GoroutineSnapshot goroutines() {
        return look(program.observation()::goroutines, LastLook::goroutines);
    }

    @Override
    public SchedSnapshot scheduler() {
        return look(program.observation()::scheduler, LastLook::scheduler);
    }

    @Override
    public MemStats memStats() {
        return heap().stats();
    }

    @Override
    public List<GcCycle> gcCycles() {
        return program.gc().recentCycles();
    }

    @Override
    public CpuSamples cpuSamples() {
        return program.observation().cpu().samples();
    }

    /// What is there now, or what was there at the end.
    private <T> T look(Supplier<T> now, Function<LastLook, T> then) {
        synchronized (endLock) {
            if (!ended) {
                return now.get();
            }
            if (last == null) {
                throw new IllegalStateException(
                        "the run has ended, and it was started without observation");
            }
            return then.apply(last);
        }
    }

    /// Called when all goroutines stand for ever and the memory is still there.
    private void beforeFree() {
        synchronized (endLock) {
            ended = true;
            if (profiles != null) {
                profiles.ended();
            }
            if (!observed) {
                return;
            }
            last =
                    new LastLook(
                            program.gc().snapshot(nowNanos()),
                            program.observation().goroutinesWhileStopped(),
                            program.observation().scheduler());
        }
    }

    /// The pictures at the end of a run, when its memory is about to go.
    private record LastLook(
            HeapSnapshot heap, GoroutineSnapshot goroutines, SchedSnapshot scheduler) {}

    @Override
    public GoroutineSnapshot.Frame frame(int site) {
        return symbols.frame(site);
    }

    @Override
    public long lockHolder(long address) {
        return program.sched().semaphores().holders().holder(address);
    }

    @Override
    public String functionName(int index) {
        return symbols.functionName(index);
    }

    @Override
    public String typeName(int offset) {
        return symbols.typeName(offset);
    }
}
