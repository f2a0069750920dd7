package org.gorrery.runtime.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.gorrery.event.StopReason;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class SchedulingTest {
    private static final int FRAME = 32;

    @Test
    void aLoopWithoutCallsIsPreemptedSoThatOthersRunOnTheSameP() {
        var h = new Hand();
        var ran = new AtomicInteger();
        int other = h.declare("main.other", FRAME, 1, (g, sp, c) -> ran.set(1));
        h.main(
                2,
                (at, g, sp) -> {
                    at.call(sp, 1);
                    SchedEntry.newproc(g, sp, h.closure(other));
                    at.spin(g, sp, 0, () -> ran.get() == 1);
                });
        assertEquals(new RunOutcome.Exited(0), h.run());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void stopEndsLoopsThatNeverCall(int procs) throws InterruptedException {
        var h = new Hand().procs(procs);
        var started = new CountDownLatch(procs);
        int loop =
                h.function(
                        "main.loop",
                        FRAME,
                        1,
                        (at, g, sp, c) -> {
                            started.countDown();
                            at.spin(g, sp, 0, () -> false);
                        });
        h.main(
                2,
                (at, g, sp) -> {
                    for (int i = 1; i < procs; i++) {
                        at.call(sp, 1);
                        SchedEntry.newproc(g, sp, h.closure(loop));
                    }
                    started.countDown();
                    at.spin(g, sp, 0, () -> false);
                });
        GoProgram p = h.start();
        started.await();
        assertEquals(new RunOutcome.Stopped(), Hand.stop(p));
    }

    @Test
    void stopEndsAProgramWhoseGoroutineSitsInABlockingCall() throws InterruptedException {
        var h = new Hand();
        var inside = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        h.main((g, sp) -> {
            block(g, sp, inside, never);
        });
        GoProgram p = h.start();
        inside.await();
        assertEquals(new RunOutcome.Stopped(), Hand.stop(p));
        never.countDown();
    }

    private static void block(G g, long sp, CountDownLatch inside, CountDownLatch until) {
        g.p.sched.syscalls().enter(g, sp);
        inside.countDown();
        try {
            until.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        g.p.sched.syscalls().exit(g);
    }

    @Test
    void othersRunOnTheOnlyPWhileAGoroutineBlocksItsThread() {
        var h = new Hand();
        var inside = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        int other = h.declare("main.other", FRAME, 1, (g, sp, c) -> release.countDown());
        h.main(
                2,
                (at, g, sp) -> {
                    at.call(sp, 0);
                    SchedEntry.newproc(g, sp, h.closure(other));
                    at.call(sp, 1);
                    block(g, sp, inside, release);
                });
        assertEquals(new RunOutcome.Exited(0), h.run());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void deadlockIsReportedWithTheStacksOfAll(int procs) {
        var h = new Hand().procs(procs);
        long type = h.typeAddress("chan int");
        int other = h.parked("main.other");
        h.main(
                3,
                (at, g, sp) -> {
                    at.call(sp, 0);
                    SchedEntry.newproc(g, sp, h.closure(other));
                    at.call(sp, 1);
                    long ch = ChanEntry.makechan(g, sp, type, 0);
                    at.call(sp, 2);
                    ChanEntry.chanrecvWord(g, sp, ch);
                });
        var fatal = assertInstanceOf(RunOutcome.Fatal.class, h.run());
        assertEquals(2, fatal.exitCode());
        assertEquals(
                """
                fatal error: all goroutines are asleep - deadlock!

                goroutine 1 [chan receive]:
                main.main(...)
                \t/src/x.go:23 +0x3

                goroutine 2 [select (no cases)]:
                main.other(...)
                \t/src/x.go:11 +0x1
                created by main.main in goroutine 1
                \t/src/x.go:21 +0x1
                """,
                h.err()
                        .replaceAll(
                                "goroutine \\d\\d+ ", "goroutine 2 "), // another P, other numbers
                h.err());
    }

    @Test
    void aSecondPStealsWorkFromTheFirst() {
        var h = new Hand().procs(2);
        var seen = new AtomicInteger();
        var done = new AtomicInteger();
        int worker =
                h.function(
                        "main.worker",
                        FRAME,
                        1,
                        (at, g, sp, c) -> {
                            seen.getAndUpdate(m -> m | 1 << g.p.id);
                            done.incrementAndGet();
                            at.spin(g, sp, 0, () -> seen.get() == 3);
                        });
        h.main(
                2,
                (at, g, sp) -> {
                    for (int i = 0; i < 8; i++) {
                        at.call(sp, 1);
                        SchedEntry.newproc(g, sp, h.closure(worker));
                    }
                    at.spin(g, sp, 0, () -> done.get() == 8);
                });
        assertEquals(new RunOutcome.Exited(0), h.run());
        assertEquals(3, seen.get(), "both Ps have run workers");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aHundredThousandGoroutinesAllEnd(int procs) {
        var h = new Hand().procs(procs);
        long type = h.typeAddress("chan int");
        var sum = new AtomicLong();
        int n = 100_000;
        int worker =
                h.function(
                        "main.worker",
                        FRAME,
                        2,
                        (at, g, sp, c) -> {
                            at.call(sp, 0);
                            ChanEntry.chanrecvWord(g, sp, Mem.ld64(c + 8));
                            at.call(sp, 1);
                            ChanEntry.chansendWord(g, sp, Mem.ld64(c + 16), g.id % 7);
                        });
        h.main(
                2,
                (at, g, sp) -> {
                    at.call(sp, 0);
                    long gate = ChanEntry.makechan(g, sp, type, 0);
                    long results = ChanEntry.makechan(g, sp, type, 64);
                    long closure = h.closure(worker, gate, results);
                    for (int i = 0; i < n; i++) {
                        SchedEntry.newproc(g, sp, closure);
                    }
                    at.call(sp, 1);
                    ChanEntry.closechan(g, sp, gate);
                    for (int i = 0; i < n; i++) {
                        ChanEntry.chanrecvWord(g, sp, results);
                        sum.addAndGet(g.r1);
                    }
                });
        assertEquals(new RunOutcome.Exited(0), h.run());
        assertEquals(n, sum.get());
    }

    @Test
    void theWorldStandsStillWhileItIsStopped() throws InterruptedException {
        var h = new Hand().procs(3);
        var turns = new AtomicLong();
        var started = new CountDownLatch(2);
        int loop =
                h.function(
                        "main.loop",
                        FRAME,
                        1,
                        (at, g, sp, c) -> {
                            started.countDown();
                            at.spin(g, sp, 0, () -> turns.incrementAndGet() < 0);
                        });
        h.main(
                2,
                (at, g, sp) -> {
                    at.call(sp, 1);
                    SchedEntry.newproc(g, sp, h.closure(loop));
                    started.countDown();
                    at.spin(g, sp, 0, () -> turns.incrementAndGet() < 0);
                });
        GoProgram p = h.start();
        started.await();
        for (int i = 0; i < 200; i++) {
            p.sched().world().stopFromOutside(StopReason.SNAPSHOT);
            long before = turns.get();
            for (int k = 0; k < 1000; k++) {
                Thread.onSpinWait();
            }
            assertEquals(before, turns.get());
            p.sched().world().startFromOutside();
        }
        long after = turns.get();
        while (turns.get() == after) {
            Thread.onSpinWait(); // it runs again
        }
        p.pause();
        assertEquals(new RunOutcome.Stopped(), Hand.stop(p));
    }

    @Test
    void gomaxprocsChangesWhileTheProgramRuns() {
        var h = new Hand();
        long type = h.typeAddress("chan int");
        int ponger = ChannelTest.declarePonger(h);
        var rounds = new AtomicLong();
        int pinger =
                h.function(
                        "main.pinger",
                        FRAME,
                        6,
                        (at, g, sp, c) ->
                                rounds.addAndGet(
                                        ChannelTest.pinger(at, ponger, g, sp, type, 2000)));
        h.main(
                2,
                (at, g, sp) -> {
                    int[] sizes = {4, 1, 3, 2, 8, 1};
                    for (int n : sizes) {
                        for (int i = 0; i < 4; i++) {
                            at.call(sp, 0);
                            SchedEntry.newproc(g, sp, h.closure(pinger));
                        }
                        at.call(sp, 1);
                        g.p.sched.world().setGomaxprocs(g, sp, n);
                        assertEquals(n, g.p.sched.gomaxprocs());
                        assertEquals(n > 1, g.p.multi);
                        g.p.sched.gosched(g, sp);
                    }
                    while (rounds.get() < 6 * 4 * 2000) {
                        g.p.sched.gosched(g, sp);
                    }
                });
        assertEquals(new RunOutcome.Exited(0), h.run());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aLockedGoroutineStaysOnItsThread(int procs) {
        var h = new Hand().procs(procs);
        var moved = new AtomicInteger();
        var intruders = new AtomicInteger();
        var locked = new AtomicReference<Thread>();
        int other =
                h.function(
                        "main.other",
                        FRAME,
                        1,
                        (at, g, sp, c) -> {
                            for (int i = 0; i < 200; i++) {
                                intruders.addAndGet(
                                        Thread.currentThread().equals(locked.get()) ? 1 : 0);
                                at.call(sp, 0);
                                g.p.sched.gosched(g, sp);
                            }
                        });
        h.main(
                2,
                (at, g, sp) -> {
                    for (int i = 0; i < 3; i++) {
                        at.call(sp, 0);
                        SchedEntry.newproc(g, sp, h.closure(other));
                    }
                    g.p.sched.threadLock().lock(g);
                    Thread own = Thread.currentThread();
                    locked.set(own);
                    for (int i = 0; i < 200; i++) {
                        at.call(sp, 1);
                        g.p.sched.gosched(g, sp);
                        moved.addAndGet(Thread.currentThread().equals(own) ? 0 : 1);
                    }
                    locked.set(null);
                    g.p.sched.threadLock().unlock(g);
                });
        assertEquals(new RunOutcome.Exited(0), h.run());
        assertEquals(0, moved.get());
        assertEquals(0, intruders.get(), "turns of others on the locked thread");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aGoroutineThatEndsLockedTakesItsThreadWithIt(int procs) {
        var h = new Hand().procs(procs);
        var threads = new java.util.concurrent.CopyOnWriteArrayList<Thread>();
        int locks =
                h.declare(
                        "main.locks",
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            g.p.sched.threadLock().lock(g);
                            threads.add(Thread.currentThread());
                        });
        h.main((g, sp) -> {
            for (int i = 0; i < 10; i++) {
                SchedEntry.newproc(g, sp, h.closure(locks));
                while (threads.size() <= i || threads.get(i).isAlive()) {
                    g.p.sched.gosched(g, sp);
                }
            }
        });
        assertEquals(new RunOutcome.Exited(0), h.run());
        assertEquals(10, java.util.Set.copyOf(threads).size());
    }

    @Test
    void twoProgramsRunSideBySide() throws InterruptedException {
        Hand[] both = {new Hand().procs(2), new Hand().procs(2)};
        GoProgram[] programs = new GoProgram[2];
        var results = new AtomicLong();
        for (int i = 0; i < 2; i++) {
            Hand h = both[i];
            long type = h.typeAddress("chan int");
            int ponger = ChannelTest.declarePonger(h);
            h.main(
                    6,
                    (at, g, sp) ->
                            results.addAndGet(ChannelTest.pinger(at, ponger, g, sp, type, 5000)));
            programs[i] = h.program();
        }
        assertTrue(both[0].layout.base() != both[1].layout.base());
        for (int i = 0; i < 2; i++) {
            programs[i].start(both[i].code());
        }
        for (GoProgram p : programs) {
            assertEquals(new RunOutcome.Exited(0), Hand.awaitEnd(p));
        }
        assertEquals(10_000, results.get());
    }
}
