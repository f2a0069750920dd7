package org.gorrery.app.bridge;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.gorrery.session.Run;
import org.gorrery.session.RunOptions;

/// A run as the explorer follows it: a thread of its own polls the engine and hands the newest [RunPicture] to the FX
/// thread, which never waits for the engine.
///
/// Events are drained at every poll. Snapshots that stop the world are taken at most five times a second, only while a
/// view that needs them is in sight, and once at the end.
public final class LiveRun implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LiveRun.class.getName());
    private static final long POLL_MILLIS = 33;

    private final Run run;
    private final Optional<DebugSession> debug;
    private final PictureTaker taker;
    private final ScheduledExecutorService poller;
    private final ReadOnlyObjectWrapper<RunPicture> picture;
    private final AtomicReference<Optional<RunPicture>> newest =
            new AtomicReference<>(Optional.empty());

    /// Follows a run that has not been started yet.
    ///
    /// @param runId tells runs of this window apart
    /// @param title name of the program
    /// @param options what the run was made with
    public LiveRun(long runId, String title, Run run, RunOptions options) {
        this.run = run;
        this.taker = new PictureTaker(runId, title, run, options);
        this.picture = new ReadOnlyObjectWrapper<>(taker.first());
        this.poller =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("bridge-" + runId).factory());
        this.debug = run.debugger().map(d -> new DebugSession(d, this::command));
    }

    /// The debugger of a run that was built for one.
    public Optional<DebugSession> debug() {
        return debug;
    }

    /// The newest picture; changes on the FX thread only, at most once per frame.
    public ReadOnlyObjectProperty<RunPicture> picture() {
        return picture.getReadOnlyProperty();
    }

    /// Starts the program; once.
    public void start() {
        command(() -> {
            taker.started();
            run.start();
        });
        ScheduledFuture<?> polling =
                poller.scheduleWithFixedDelay(this::poll, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
        Thread.ofPlatform()
                .daemon()
                .name("bridge-watch-" + taker.runId())
                .start(() -> watch(polling));
    }

    /// What breaks the polling is shown as the end of the run, not swallowed.
    private void watch(ScheduledFuture<?> polling) {
        try {
            polling.get();
        } catch (ExecutionException e) {
            command(() -> publish(taker.failed(e)));
        } catch (CancellationException | InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "polling has ended");
        }
    }

    /// Stops the world until [#resume].
    public void pause() {
        command(run::pause);
    }

    /// Lets the program go on.
    public void resume() {
        command(run::resume);
    }

    /// Ends the program, whatever it does.
    public void stop() {
        // Not behind a snapshot that may wait for the program.
        Thread.ofPlatform().daemon().name("bridge-stop").start(run::stop);
    }

    /// Changes GOMAXPROCS at once.
    public void setGomaxprocs(int procs) {
        command(() -> {
            run.setGomaxprocs(procs);
            taker.gomaxprocs(procs);
        });
    }

    /// Changes GOGC at once; -1 for off.
    public void setGogc(int percent) {
        command(() -> {
            run.setGogc(percent);
            taker.gogc(percent);
        });
    }

    /// Says which snapshots are in sight; others are left out until the end.
    public void observe(boolean heap, boolean goroutines) {
        taker.observe(heap, goroutines);
    }

    private void command(Runnable work) {
        if (!poller.isShutdown()) {
            poller.execute(work);
        }
    }

    private void poll() {
        taker.take().ifPresent(this::publish);
    }

    private void publish(RunPicture taken) {
        if (newest.getAndSet(Optional.of(taken)).isEmpty()) {
            Platform.runLater(this::showNewest);
        }
        if (taken.state() == RunState.ENDED) {
            poller.shutdown();
        }
    }

    private void showNewest() {
        newest.getAndSet(Optional.empty()).ifPresent(picture::set);
    }

    /// Ends the run if needed and frees its memory; the last picture stays valid.
    @Override
    public void close() {
        List<Runnable> dropped = poller.shutdownNow();
        dropped.clear();
        Thread.ofPlatform().daemon().name("bridge-close").start(run::close);
    }
}
