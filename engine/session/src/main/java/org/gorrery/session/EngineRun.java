package org.gorrery.session;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.gorrery.abi.ProgramImage;
import org.gorrery.event.CpuSamples;
import org.gorrery.event.EventBatch;
import org.gorrery.event.GcCycle;
import org.gorrery.event.GoroutineSnapshot;
import org.gorrery.event.HeapSnapshot;
import org.gorrery.event.MemStats;
import org.gorrery.event.SchedSnapshot;
import org.gorrery.runtime.entry.GoProgram;
import org.gorrery.runtime.entry.ProgramOptions;
import org.gorrery.runtime.memory.AddressSpace;

/// A run on the engine's own runtime.
final class EngineRun implements Run {
    private final GoProgram program;
    private final CompletableFuture<RunOutcome> outcome = new CompletableFuture<>();
    private volatile boolean paused;

    EngineRun(ProgramImage image, AddressSpace space, RunOptions options, Console console) {
        this.program = new GoProgram(image, space, programOptions(options, console));
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
                Clock.systemUTC(),
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
    public void start() {
        program.start();
        Thread.ofPlatform().daemon().name("run-outcome").start(this::awaitEnd);
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
    }

    @Override
    public void setGomaxprocs(int procs) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setGogc(int percent) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void collect() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int drainEvents(EventBatch into) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long nowNanos() {
        throw new UnsupportedOperationException();
    }

    @Override
    public HeapSnapshot heap() {
        throw new UnsupportedOperationException();
    }

    @Override
    public GoroutineSnapshot goroutines() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SchedSnapshot scheduler() {
        throw new UnsupportedOperationException();
    }

    @Override
    public MemStats memStats() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<GcCycle> gcCycles() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CpuSamples cpuSamples() {
        throw new UnsupportedOperationException();
    }

    @Override
    public GoroutineSnapshot.Frame frame(int site) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String functionName(int index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String typeName(int offset) {
        throw new UnsupportedOperationException();
    }
}
