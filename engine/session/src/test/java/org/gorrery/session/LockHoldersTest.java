package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gorrery.event.GoroutineSnapshot.Goroutine;
import org.gorrery.event.WaitReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who holds a lock that others wait for.
class LockHoldersTest {
    /// The second goroutine takes the lock that the first one holds; both stand for ever.
    private static final String PROGRAM =
            """
            package main

            import "sync"

            func main() {
            	var a, b LOCK
            	b.Lock()
            	b.Unlock()
            	taken := make(chan bool)
            	go func() {
            		a.Lock()
            		taken <- true
            		b.Lock()
            		select {}
            	}()
            	<-taken
            	b.Lock()
            	a.Lock()
            }

            var _ sync.Mutex
            """;

    private static Run ended(String program, boolean events) throws Exception {
        var options = RunOptions.DEFAULT.withGomaxprocs(1).withObservation(events, 100);
        var ready =
                assertInstanceOf(
                        Compilation.Ready.class,
                        new Engine().compile(new Source.Text("locks.go", program), options));
        Run run = ready.program().prepare(options, new Silent());
        run.start();
        run.outcome().get(300, TimeUnit.SECONDS);
        return run;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync.Mutex", "sync.RWMutex"})
    void theLockThatAGoroutineWaitsForIsHeldByTheOther(String lock) throws Exception {
        try (Run run = ended(PROGRAM.replace("LOCK", lock), true)) {
            var waiting = waitingForALock(run);
            assertFalse(waiting.isEmpty());
            for (Goroutine g : waiting) {
                long other = run.lockHolder(g.waitingOn());
                assertTrue(other > 0 && other != g.id(), g + " held by " + other);
            }
        }
    }

    @Test
    void whereNobodyWatchesNothingIsKnown() throws Exception {
        try (Run run = ended(PROGRAM.replace("LOCK", "sync.Mutex"), false)) {
            var waiting = waitingForALock(run);
            assertFalse(waiting.isEmpty());
            for (Goroutine g : waiting) {
                assertEquals(0, run.lockHolder(g.waitingOn()));
            }
        }
    }

    private static List<Goroutine> waitingForALock(Run run) {
        return run.goroutines().goroutines().stream()
                .filter(g -> g.reason() == WaitReason.MUTEX)
                .toList();
    }

    /// A console that keeps nothing.
    private static final class Silent implements Console {
        @Override
        public void stdout(byte[] bytes, int offset, int length) {}

        @Override
        public void stderr(byte[] bytes, int offset, int length) {}

        @Override
        public InputStream stdin() {
            return InputStream.nullInputStream();
        }
    }
}
