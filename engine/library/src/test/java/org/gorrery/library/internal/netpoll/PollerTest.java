package org.gorrery.library.internal.netpoll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gorrery.event.WaitReason;
import org.gorrery.runtime.entry.GoProgram;
import org.gorrery.runtime.entry.RunOutcome;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.GStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Goroutines that wait for sockets of the host.
@EnabledOnOs(OS.LINUX)
@Timeout(300)
class PollerTest {
    private static final long LONG = 3_600_000_000_000L;
    private static final long SHORT = 1_000_000;

    private final PolledProgram program = new PolledProgram();
    private final List<G> waiters = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
    private long done;

    @BeforeEach
    void word() {
        done = program.word();
    }

    /// What the main goroutine of a test does.
    private interface Body {
        void run(Main main);
    }

    /// What it does with a watched socket; the test has the other end.
    private interface SocketBody {
        void run(Main main, SocketPair pair, PolledSocket socket);
    }

    /// The main goroutine of a run with a poller, and those that it has started to wait.
    private final class Main {
        final G g;
        final Poller poller = new Poller();
        private final long sp;
        private int awaited;

        Main(G g, long sp) {
            this.g = g;
            this.sp = sp;
            g.sp = sp;
            poller.start(g.p);
            GoProgram.of(g).atEnd(poller::end);
        }

        PolledSocket watched(SocketPair pair) {
            long id = poller.open(g.p, pair.near());
            assertTrue(id > 0);
            return poller.socket(id);
        }

        /// Waits itself.
        int await(PolledSocket socket, int direction) {
            return socket.await(g, direction, false);
        }

        /// Starts a goroutine that waits and keeps the answer.
        void goAwait(PolledSocket socket, int direction) {
            awaited++;
            program.go(
                    g,
                    sp,
                    (own, at) -> {
                        own.sp = at;
                        waiters.add(own);
                        answers.add(socket.await(own, direction, false));
                        own.p.sched.semaphores().release(own, at, done, false);
                    });
        }

        /// Waits for the goroutines of [#goAwait].
        void join() {
            for (; awaited > 0; awaited--) {
                acquire();
            }
            waiters.clear();
        }

        /// Waits until one more of them has ended, for ever where there is none.
        void acquire() {
            g.p.sched.semaphores().acquire(g, sp, done, false, WaitReason.WAIT_GROUP);
        }

        /// Lets others run until all goroutines of [#goAwait] are parked, does what readies them, and waits for them.
        void whileParked(Runnable readies) {
            while (parked() < awaited) {
                g.p.sched.gosched(g, sp);
            }
            readies.run();
            join();
        }

        /// Starts one that waits, and does what readies it once it is parked.
        void parkedUntil(PolledSocket socket, int direction, Runnable readies) {
            goAwait(socket, direction);
            whileParked(readies);
        }

        /// Leaves no room to write, which a new socket always has.
        void fill(SocketPair pair, PolledSocket socket) {
            assertEquals(PolledSocket.FINE, await(socket, PolledSocket.WRITE));
            pair.fill();
            assertEquals(PolledSocket.FINE, socket.reset(PolledSocket.WRITE));
        }
    }

    private RunOutcome outcome(int procs, Body body) {
        return program.run(procs, (g, sp) -> body.run(new Main(g, sp)));
    }

    private void run(int procs, Body body) {
        assertEquals(new RunOutcome.Exited(0), outcome(procs, body), program::err);
    }

    private void runWithSocket(int procs, SocketBody body) {
        try (var pair = SocketPair.open()) {
            run(procs, main -> body.run(main, pair, main.watched(pair)));
        }
    }

    private long parked() {
        return waiters.stream().filter(w -> w.status() == GStatus.WAITING).count();
    }

    private void assertAnswers(Integer... expected) {
        assertEquals(List.of(expected), List.copyOf(answers));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aReaderWaitsUntilTheOtherEndHasWritten(int procs) {
        runWithSocket(
                procs,
                (main, pair, socket) -> {
                    main.parkedUntil(socket, PolledSocket.READ, pair::send);
                });
        assertAnswers(PolledSocket.FINE);
    }

    @Test
    void aWriterWaitsUntilTheOtherEndHasRead() {
        runWithSocket(
                2,
                (main, pair, socket) -> {
                    main.fill(pair, socket);
                    main.parkedUntil(socket, PolledSocket.WRITE, pair::drain);
                });
        assertAnswers(PolledSocket.FINE);
    }

    @Test
    void whatIsReadyBeforeTheWaitIsNotWaitedForButForgottenByAReset() {
        try (var other = SocketPair.open()) {
            runWithSocket(
                    2,
                    (main, pair, socket) -> {
                        main.parkedUntil(
                                main.watched(other),
                                PolledSocket.READ,
                                () -> {
                                    pair.send();
                                    other.send(); // the host tells what is ready in its order
                                });
                        assertEquals(PolledSocket.FINE, main.await(socket, PolledSocket.READ));
                        pair.send();
                        main.goAwait(socket, PolledSocket.READ);
                        main.join();
                        socket.reset(PolledSocket.READ);
                        main.parkedUntil(socket, PolledSocket.READ, pair::send);
                    });
        }
    }

    @Test
    void theOtherEndsCloseReadiesTheReader() {
        runWithSocket(
                2,
                (main, pair, socket) -> {
                    main.parkedUntil(socket, PolledSocket.READ, () -> SocketPair.close(pair.far()));
                });
        assertAnswers(PolledSocket.FINE);
    }

    @Test
    void aDeadlineEndsTheWaitOfItsDirectionOnly() {
        runWithSocket(
                2,
                (main, pair, socket) -> {
                    socket.deadline(main.g.p, PolledSocket.READ, LONG);
                    main.parkedUntil(
                            socket,
                            PolledSocket.READ,
                            () -> socket.deadline(main.g.p, PolledSocket.READ, SHORT));
                    assertEquals(PolledSocket.TIMEOUT, socket.reset(PolledSocket.READ));
                    assertEquals(PolledSocket.FINE, socket.reset(PolledSocket.WRITE));
                });
        assertAnswers(PolledSocket.TIMEOUT);
    }

    @Test
    void aDeadlineThatHasPassedEndsTheWaitAtOnceAndWithoutOneItGoesOn() {
        runWithSocket(
                1,
                (main, pair, socket) -> {
                    main.parkedUntil(
                            socket,
                            PolledSocket.READ,
                            () -> socket.deadline(main.g.p, PolledSocket.READ, -1));
                    assertEquals(PolledSocket.TIMEOUT, main.await(socket, PolledSocket.READ));
                    socket.deadline(main.g.p, PolledSocket.READ, 0);
                    assertEquals(PolledSocket.FINE, socket.reset(PolledSocket.READ));
                    pair.send();
                    assertEquals(PolledSocket.FINE, main.await(socket, PolledSocket.READ));
                });
        assertAnswers(PolledSocket.TIMEOUT);
    }

    @Test
    void aDeadlineThatWasReplacedDoesNotExpire() {
        try (var other = SocketPair.open()) {
            runWithSocket(
                    1,
                    (main, pair, socket) -> {
                        var later = main.watched(other);
                        socket.deadline(main.g.p, PolledSocket.READ, SHORT);
                        socket.deadline(main.g.p, PolledSocket.READ, LONG);
                        // timers expire in their order
                        later.deadline(main.g.p, PolledSocket.READ, 3 * SHORT);
                        assertEquals(PolledSocket.TIMEOUT, main.await(later, PolledSocket.READ));
                        assertEquals(PolledSocket.FINE, socket.reset(PolledSocket.READ));
                    });
        }
    }

    @Test
    void closingWakesBothWaitersForGood() {
        runWithSocket(
                2,
                (main, pair, socket) -> {
                    main.fill(pair, socket);
                    main.goAwait(socket, PolledSocket.READ);
                    main.parkedUntil(socket, PolledSocket.WRITE, () -> socket.unblock(main.g.p));
                    assertEquals(PolledSocket.CLOSING, socket.reset(PolledSocket.READ));
                    assertEquals(PolledSocket.CLOSING, main.await(socket, PolledSocket.WRITE));
                });
        assertAnswers(PolledSocket.CLOSING, PolledSocket.CLOSING);
    }

    @Test
    void aNumberThatIsUsedAgainIsAnotherSocket() {
        run(
                2,
                main -> {
                    var first = SocketPair.open();
                    long before = main.poller.open(main.g.p, first.near());
                    var old = main.poller.socket(before);
                    main.poller.close(before);
                    first.close();
                    try (var second = SocketPair.open()) {
                        assertEquals(first, second);
                        long after = main.poller.open(main.g.p, second.near());
                        assertNotEquals(before, after);
                        main.parkedUntil(
                                main.poller.socket(after), PolledSocket.READ, second::send);
                        // the old one has learned nothing of that
                        old.deadline(main.g.p, PolledSocket.READ, -1);
                        assertEquals(PolledSocket.TIMEOUT, main.await(old, PolledSocket.READ));
                        assertThrows(IllegalStateException.class, () -> main.poller.socket(before));
                    }
                });
        assertAnswers(PolledSocket.FINE);
    }

    @Test
    void eachOfManySocketsReadiesItsOwnWaiter() {
        int count = 300; // more than the host tells at once
        var pairs = new ArrayList<SocketPair>();
        for (int i = 0; i < count; i++) {
            pairs.add(SocketPair.open());
        }
        run(
                2,
                main -> {
                    pairs.forEach(p -> main.goAwait(main.watched(p), PolledSocket.READ));
                    main.whileParked(() -> pairs.forEach(SocketPair::send));
                });
        pairs.forEach(SocketPair::close);
        assertEquals(count, answers.stream().filter(a -> a == PolledSocket.FINE).count());
    }

    @Test
    void aNumberThatIsNoSocketIsRefused() {
        run(1, main -> assertEquals(-9, main.poller.open(main.g.p, 1 << 20))); // EBADF
    }

    /// While the poller's goroutine readies them, nobody waits for the outside any more and no goroutine need be running yet.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void theLastWaitersReadiedAtOnceAreNoDeadlock(int procs) {
        int rounds = 150;
        try (var other = SocketPair.open()) {
            runWithSocket(
                    procs,
                    (main, pair, first) -> {
                        var second = main.watched(other);
                        var sender = new Thread(() -> sendWhenAllWait(pair, other, rounds));
                        sender.start();
                        for (int i = 0; i < rounds; i++) {
                            main.goAwait(first, PolledSocket.READ);
                            main.goAwait(second, PolledSocket.READ);
                            main.join();
                        }
                        sender.interrupt();
                    });
        }
        assertEquals(2 * rounds, answers.stream().filter(a -> a == PolledSocket.FINE).count());
    }

    @Test
    void whenNobodyWaitsForASocketAnyMoreADeadlockIsToldAgain() {
        try (var pair = SocketPair.open()) {
            var outcome =
                    outcome(
                            2,
                            main -> {
                                waitInEveryWay(main, pair);
                                main.acquire();
                            });
            assertInstanceOf(RunOutcome.Fatal.class, outcome);
        }
        assertTrue(
                program.err().startsWith("fatal error: all goroutines are asleep - deadlock!"),
                program::err);
    }

    /// Waits that end by readiness, by a deadline and by closing.
    private static void waitInEveryWay(Main main, SocketPair pair) {
        var socket = main.watched(pair);
        main.parkedUntil(socket, PolledSocket.READ, pair::send);
        socket.deadline(main.g.p, PolledSocket.READ, SHORT);
        main.goAwait(socket, PolledSocket.READ);
        main.join();
        socket.deadline(main.g.p, PolledSocket.READ, 0);
        main.parkedUntil(socket, PolledSocket.READ, () -> socket.unblock(main.g.p));
    }

    private void sendWhenAllWait(SocketPair one, SocketPair two, int rounds) {
        for (int i = 0; i < rounds && !Thread.currentThread().isInterrupted(); i++) {
            int before = 2 * i;
            while ((answers.size() > before || parked() < 2)
                    && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            one.send();
            two.send();
            while (answers.size() < before + 2 && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        }
    }
}
