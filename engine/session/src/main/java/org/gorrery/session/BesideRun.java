package org.gorrery.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Work that a run should not wait for, though it is due with it: it is done when the run has ended, or has gone on for a while.
///
/// The first moments of a program are when the JVM compiles it, and when somebody waits for its first output.
final class BesideRun {
    private static final long HEAD_START_MILLIS = 500;
    private static final long PATIENCE_SECONDS = 10;

    private final Runnable work;
    private final CompletableFuture<RunOutcome> outcome;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean started;

    /// @param outcome completed when the run ends
    BesideRun(Runnable work, CompletableFuture<RunOutcome> outcome) {
        this.work = work;
        this.outcome = outcome;
    }

    /// Begins to wait for the moment; once, when the run has been started.
    void start() {
        started = true;
        Thread.ofPlatform().daemon().name("beside the run").start(this::work);
    }

    private void work() {
        try {
            var _ = outcome.get(HEAD_START_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // the run goes on, or ended badly: the work is due all the same
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            work.run();
        } finally {
            done.countDown();
        }
    }

    /// Waits, if it was started, until the work is done, but for ten seconds at most.
    void await() {
        if (!started) {
            return;
        }
        try {
            var _ = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
