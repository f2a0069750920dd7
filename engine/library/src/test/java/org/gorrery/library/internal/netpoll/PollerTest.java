package org.gorrery.library.internal.netpoll;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

    private interface Main {
        void run(G g, long sp, Poller poller);
    }

    private void run(int procs, Main main) {
        var outcome =
                program.run(
                        procs,
                        (g, sp) -> {
                            g.sp = sp;
                            var poller = new Poller();
                            poller.start(g.p);
                            GoProgram.of(g).atEnd(poller::end);
                            main.run(g, sp, poller);
                        });
        assertEquals(new RunOutcome.Exited(0), outcome, program::err);
    }

    /// Starts a goroutine that waits and keeps the answer.
    private void goAwait(G g, long sp, PolledSocket socket, int direction) {
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

    /// Lets others run until so many goroutines are parked in a wait.
    private void untilParked(G g, long sp, int count) {
        while (parked() < count) {
            g.p.sched.gosched(g, sp);
        }
    }

    private long parked() {
        return waiters.stream().filter(w -> w.status() == GStatus.WAITING).count();
    }

    /// Waits for so many goroutines of [#goAwait].
    private void join(G g, long sp, int count) {
        for (int i = 0; i < count; i++) {
            g.p.sched.semaphores().acquire(g, sp, done, false, WaitReason.WAIT_GROUP);
        }
    }

    private static PolledSocket watched(G g, Poller poller, int number) {
        long id = poller.open(g.p, number);
        assertTrue(id > 0);
        return poller.socket(id);
    }

    /// Takes the event that a socket has room, which a new one always gets.
    private static void takeRoom(G g, PolledSocket socket) {
        assertEquals(PolledSocket.FINE, socket.await(g, PolledSocket.WRITE, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aReaderWaitsUntilTheOtherEndHasWritten(int procs) {
        try (var pair = SocketPair.open()) {
            run(
                    procs,
                    (g, sp, poller) -> {
                        var socket = watched(g, poller, pair.near());
                        goAwait(g, sp, socket, PolledSocket.READ);
                        untilParked(g, sp, 1);
                        pair.send();
                        join(g, sp, 1);
                    });
        }
        assertEquals(List.of(PolledSocket.FINE), List.copyOf(answers));
    }

    @Test
    void aWriterWaitsUntilTheOtherEndHasRead() {
        try (var pair = SocketPair.open()) {
            run(
                    2,
                    (g, sp, poller) -> {
                        var socket = watched(g, poller, pair.near());
                        takeRoom(g, socket);
                        pair.fill();
                        assertEquals(PolledSocket.FINE, socket.reset(PolledSocket.WRITE));
                        goAwait(g, sp, socket, PolledSocket.WRITE);
                        untilParked(g, sp, 1);
                        pair.drain();
                        join(g, sp, 1);
                    });
        }
        assertEquals(List.of(PolledSocket.FINE), List.copyOf(answers));
    }

    @Test
    void whatIsReadyBeforeTheWaitIsNotWaitedForButForgottenByAReset() {
        try (var pair = SocketPair.open();
                var other = SocketPair.open()) {
            run(
                    2,
                    (g, sp, poller) -> {
                        var socket = watched(g, poller, pair.near());
                        goAwait(g, sp, watched(g, poller, other.near()), PolledSocket.READ);
                        untilParked(g, sp, 1);
                        pair.send();
                        other.send(); // the host tells what is ready in its order
                        join(g, sp, 1);
                        assertEquals(PolledSocket.FINE, socket.await(g, PolledSocket.READ, false));
                        pair.send();
                        goAwait(g, sp, socket, PolledSocket.READ);
                        join(g, sp, 1);
                        socket.reset(PolledSocket.READ);
                        waiters.clear();
                        goAwait(g, sp, socket, PolledSocket.READ);
                        untilParked(g, sp, 1);
                        pair.send();
                        join(g, sp, 1);
                    });
        }
    }

    @Test
    void theOtherEndsCloseReadiesTheReader() {
        try (var pair = SocketPair.open()) {
            run(
                    2,
                    (g, sp, poller) -> {
                        var socket = watched(g, poller, pair.near());
                        goAwait(g, sp, socket, PolledSocket.READ);
                        untilParked(g, sp, 1);
                        SocketPair.close(pair.far());
                        join(g, sp, 1);
                    });
        }
        assertEquals(List.of(PolledSocket.FINE), List.copyOf(answers));
    }

    @Test
    void aDeadlineEndsTheWaitOfItsDirectionOnly() {
        try (var pair = SocketPair.open()) {
            run(
                    2,
                    (g, sp, poller) -> {
                        var socket = watched(g, poller, pair.near());
                        socket.deadline(g.p, PolledSocket.READ, LONG);
                        goAwait(g, sp, socket, PolledSocket.READ);
                        untilParked(g, sp, 1);
                        socket.deadline(g.p, PolledSocket.READ, SHORT);
                        join(g, sp, 1);
                        assertEquals(PolledSocket.TIMEOUT, socket.reset(PolledSocket.READ));
                        assertEquals(PolledSocket.FINE, socket.reset(PolledSocket.WRITE));
                    });
        }
        assertEquals(List.of(PolledSocket.TIMEOUT), List.copyOf(answers));
    }

    @Test
    void aDeadlineThatHasPassedEndsTheWaitAtOnceAndWithoutOneItGoesOn() {
        try (var pair = SocketPair.open()) {
            run(
                    1,
                    (g, sp, poller) -> {
                        var socket = watched(g, poller, pair.near());
                        goAwait(g, sp, socket, PolledSocket.READ);
                        untilParked(g, sp, 1);
                        socket.deadline(g.p, PolledSocket.READ, -1);
                        join(g, sp, 1);
                        assertEquals(
                                PolledSocket.TIMEOUT, socket.await(g, PolledSocket.READ, false));
                        socket.deadline(g.p, PolledSocket.READ, 0);
                        assertEquals(PolledSocket.FINE, socket.reset(PolledSocket.READ));
                        pair.send();
                        assertEquals(PolledSocket.FINE, socket.await(g, PolledSocket.READ, false));
                    });
        }
        assertEquals(List.of(PolledSocket.TIMEOUT), List.copyOf(answers));
    }

    @Test
    void aDeadlineThatWasReplacedDoesNotExpire() {
        try (var pair = SocketPair.open();
                var other = SocketPair.open()) {
            run(
                    1,
                    (g, sp, poller) -> {
                        var socket = watched(g, poller, pair.near());
                        var later = watched(g, poller, other.near());
                        socket.deadline(g.p, PolledSocket.READ, SHORT);
                        socket.deadline(g.p, PolledSocket.READ, LONG);
                        // timers expire in their order
                        later.deadline(g.p, PolledSocket.READ, 3 * SHORT);
                        assertEquals(
                                PolledSocket.TIMEOUT, later.await(g, PolledSocket.READ, false));
                        assertEquals(PolledSocket.FINE, socket.reset(PolledSocket.READ));
                    });
        }
    }

    @Test
    void closingWakesBothWaitersForGood() {
        try (var pair = SocketPair.open()) {
            run(
                    2,
                    (g, sp, poller) -> {
                        var socket = watched(g, poller, pair.near());
                        takeRoom(g, socket);
                        pair.fill();
                        socket.reset(PolledSocket.WRITE);
                        goAwait(g, sp, socket, PolledSocket.READ);
                        goAwait(g, sp, socket, PolledSocket.WRITE);
                        untilParked(g, sp, 2);
                        socket.unblock(g.p);
                        join(g, sp, 2);
                        assertEquals(PolledSocket.CLOSING, socket.reset(PolledSocket.READ));
                        assertEquals(
                                PolledSocket.CLOSING, socket.await(g, PolledSocket.WRITE, false));
                    });
        }
        assertEquals(List.of(PolledSocket.CLOSING, PolledSocket.CLOSING), List.copyOf(answers));
    }

    @Test
    void aNumberThatIsUsedAgainIsAnotherSocket() {
        run(
                2,
                (g, sp, poller) -> {
                    var first = SocketPair.open();
                    long before = poller.open(g.p, first.near());
                    var old = poller.socket(before);
                    poller.close(before);
                    first.close();
                    try (var second = SocketPair.open()) {
                        assertEquals(first, second);
                        long after = poller.open(g.p, second.near());
                        assertNotEquals(before, after);
                        goAwait(g, sp, poller.socket(after), PolledSocket.READ);
                        untilParked(g, sp, 1);
                        second.send();
                        join(g, sp, 1);
                        // the old one has learned nothing of that
                        old.deadline(g.p, PolledSocket.READ, -1);
                        assertEquals(PolledSocket.TIMEOUT, old.await(g, PolledSocket.READ, false));
                        assertThrows(IllegalStateException.class, () -> poller.socket(before));
                    }
                });
        assertEquals(List.of(PolledSocket.FINE), List.copyOf(answers));
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
                (g, sp, poller) -> {
                    for (var p : pairs) {
                        goAwait(g, sp, watched(g, poller, p.near()), PolledSocket.READ);
                    }
                    untilParked(g, sp, count);
                    pairs.forEach(SocketPair::send);
                    join(g, sp, count);
                });
        pairs.forEach(SocketPair::close);
        assertEquals(count, answers.stream().filter(a -> a == PolledSocket.FINE).count());
    }

    @Test
    void aNumberThatIsNoSocketIsRefused() {
        run(
                1,
                (g, sp, poller) -> {
                    assertEquals(-9, poller.open(g.p, 1 << 20)); // EBADF
                });
    }

    /// While the poller's goroutine readies them, nobody waits for the outside any more and no goroutine need be running yet.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void theLastWaitersReadiedAtOnceAreNoDeadlock(int procs) {
        int rounds = 150;
        try (var one = SocketPair.open();
                var two = SocketPair.open()) {
            var sender = new Thread(() -> sendWhenAllWait(one, two, rounds));
            run(
                    procs,
                    (g, sp, poller) -> {
                        var first = watched(g, poller, one.near());
                        var second = watched(g, poller, two.near());
                        sender.start();
                        for (int i = 0; i < rounds; i++) {
                            goAwait(g, sp, first, PolledSocket.READ);
                            goAwait(g, sp, second, PolledSocket.READ);
                            join(g, sp, 2);
                            waiters.clear();
                        }
                    });
            sender.interrupt();
        }
        assertEquals(2 * rounds, answers.stream().filter(a -> a == PolledSocket.FINE).count());
    }

    @Test
    void whenNobodyWaitsForASocketAnyMoreADeadlockIsToldAgain() {
        try (var pair = SocketPair.open()) {
            var outcome =
                    program.run(
                            2,
                            (g, sp) -> {
                                g.sp = sp;
                                var poller = new Poller();
                                poller.start(g.p);
                                GoProgram.of(g).atEnd(poller::end);
                                waitInEveryWay(g, sp, poller, pair);
                                join(g, sp, 1);
                            });
            assertTrue(outcome instanceof RunOutcome.Fatal, outcome::toString);
        }
        assertTrue(
                program.err().startsWith("fatal error: all goroutines are asleep - deadlock!"),
                program::err);
    }

    /// Waits that end by readiness, by a deadline and by closing.
    private void waitInEveryWay(G g, long sp, Poller poller, SocketPair pair) {
        var socket = watched(g, poller, pair.near());
        goAwait(g, sp, socket, PolledSocket.READ);
        untilParked(g, sp, 1);
        pair.send();
        join(g, sp, 1);
        socket.deadline(g.p, PolledSocket.READ, SHORT);
        goAwait(g, sp, socket, PolledSocket.READ);
        join(g, sp, 1);
        socket.deadline(g.p, PolledSocket.READ, 0);
        goAwait(g, sp, socket, PolledSocket.READ);
        untilParked(g, sp, 1);
        socket.unblock(g.p);
        join(g, sp, 1);
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
