package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// When work that is due with a run is done.
class BesideRunTest {
    private final List<String> order = new CopyOnWriteArrayList<>();

    /// A run that tells how long it was waited for and goes on for longer.
    private final class LongRun extends CompletableFuture<RunOutcome> {
        @Override
        public RunOutcome get(long time, TimeUnit unit) throws TimeoutException {
            order.add("waits for " + unit.toMillis(time) + " ms");
            throw new TimeoutException();
        }
    }

    /// Has the work done beside that run; returns when both have ended.
    private void doBeside(CompletableFuture<RunOutcome> run) {
        var beside = new BesideRun(() -> order.add("work"), run);
        beside.start();
        beside.await();
        order.add("end");
    }

    @Test
    void aRunThatGoesOnIsGivenHalfASecondForItself() {
        doBeside(new LongRun());
        assertEquals(List.of("waits for 500 ms", "work", "end"), order);
    }

    @Test
    void afterAShortRunItIsDoneAtOnce() {
        doBeside(CompletableFuture.completedFuture(new RunOutcome.Exited(0)));
        assertEquals(List.of("work", "end"), order);
    }

    @Test
    void itIsDoneAfterARunThatBrokeToo() {
        doBeside(CompletableFuture.failedFuture(new IllegalStateException("broken")));
        assertEquals(List.of("work", "end"), order);
    }

    @Test
    void theEndOfTheProcessWaitsForIt() {
        var main = Thread.currentThread();
        var ended = new AtomicBoolean();
        var beside =
                new BesideRun(
                        () -> {
                            while (main.getState() != Thread.State.TIMED_WAITING && !ended.get()) {
                                Thread.onSpinWait();
                            }
                            order.add("work");
                        },
                        CompletableFuture.completedFuture(new RunOutcome.Exited(0)));
        beside.start();
        beside.await();
        order.add("end");
        ended.set(true);
        assertEquals(List.of("work", "end"), order);
    }
}
