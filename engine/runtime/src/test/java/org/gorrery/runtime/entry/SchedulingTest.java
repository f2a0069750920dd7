package org.gorrery.runtime.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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

    /// A loop without calls, as compiled: it looks at the flag in every turn.
    private static void spin(
            Hand h, int self, G g, long sp, java.util.function.BooleanSupplier until) {
        while (!until.getAsBoolean()) {
            if (g.preemptOpaque()) {
                Mem.st64(sp, h.pc(self, 0));
                SchedEntry.poll(g, sp);
            }
        }
    }

    @Test
    void aLoopWithoutCallsIsPreemptedSoThatOthersRunOnTheSameP() {
        var h = new Hand();
        var other = new AtomicInteger();
        int[] f = new int[2];
        f[0] = h.declare("main.other", FRAME, 1, (g, sp, c) -> other.set(1));
        f[1] =
                h.declare(
                        "main.main",
                        FRAME,
                        2,
                        (g, sp, c) -> {
                            Mem.st64(sp, h.pc(f[1], 1));
                            SchedEntry.newproc(g, sp, h.closure(f[0]));
                            spin(h, f[1], g, sp, () -> other.get() == 1);
                        });
        assertEquals(new RunOutcome.Exited(0), h.run());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void stopEndsLoopsThatNeverCall(int procs) throws InterruptedException {
        var h = new Hand().procs(procs);
        var started = new CountDownLatch(procs);
        int[] f = new int[2];
        f[0] =
                h.declare(
                        "main.loop",
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            started.countDown();
                            spin(h, f[0], g, sp, () -> false);
                        });
        f[1] =
                h.declare(
                        "main.main",
                        FRAME,
                        2,
                        (g, sp, c) -> {
                            for (int i = 1; i < procs; i++) {
                                Mem.st64(sp, h.pc(f[1], 1));
                                SchedEntry.newproc(g, sp, h.closure(f[0]));
                            }
                            started.countDown();
                            spin(h, f[1], g, sp, () -> false);
                        });
        GoProgram p = h.program();
        p.start(h.code());
        started.await();
        p.stop();
        assertEquals(new RunOutcome.Stopped(), Hand.awaitEnd(p));
    }

    @Test
    void stopEndsAProgramWhoseGoroutineSitsInABlockingCall() throws InterruptedException {
        var h = new Hand();
        var inside = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        int[] f = new int[1];
        f[0] =
                h.declare(
                        "main.main",
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            Mem.st64(sp, h.pc(f[0], 0));
                            block(g, sp, inside, never);
                        });
        GoProgram p = h.program();
        p.start(h.code());
        inside.await();
        p.stop();
        assertEquals(new RunOutcome.Stopped(), Hand.awaitEnd(p));
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
        int[] f = new int[2];
        f[0] = h.declare("main.other", FRAME, 1, (g, sp, c) -> release.countDown());
        f[1] =
                h.declare(
                        "main.main",
                        FRAME,
                        2,
                        (g, sp, c) -> {
                            Mem.st64(sp, h.pc(f[1], 0));
                            SchedEntry.newproc(g, sp, h.closure(f[0]));
                            Mem.st64(sp, h.pc(f[1], 1));
                            block(g, sp, inside, release);
                        });
        assertEquals(new RunOutcome.Exited(0), h.run());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void deadlockIsReportedWithTheStacksOfAll(int procs) {
        var h = new Hand().procs(procs);
        long type = h.typeAddress("chan int");
        int[] f = new int[2];
        f[0] =
                h.declare(
                        "main.other",
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            Mem.st64(sp, h.pc(f[0], 0));
                            ChanEntry.block(g, sp);
                        });
        f[1] =
                h.declare(
                        "main.main",
                        FRAME,
                        3,
                        (g, sp, c) -> {
                            Mem.st64(sp, h.pc(f[1], 0));
                            SchedEntry.newproc(g, sp, h.closure(f[0]));
                            Mem.st64(sp, h.pc(f[1], 1));
                            long ch = ChanEntry.makechan(g, sp, type, 0);
                            Mem.st64(sp, h.pc(f[1], 2));
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
        int[] f = new int[2];
        f[0] =
                h.declare(
                        "main.worker",
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            seen.getAndUpdate(m -> m | 1 << g.p.id);
                            done.incrementAndGet();
                            spin(h, f[0], g, sp, () -> seen.get() == 3);
                        });
        f[1] =
                h.declare(
                        "main.main",
                        FRAME,
                        2,
                        (g, sp, c) -> {
                            for (int i = 0; i < 8; i++) {
                                Mem.st64(sp, h.pc(f[1], 1));
                                SchedEntry.newproc(g, sp, h.closure(f[0]));
                            }
                            spin(h, f[1], g, sp, () -> done.get() == 8);
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
        int[] f = new int[2];
        f[0] =
                h.declare(
                        "main.worker",
                        FRAME,
                        2,
                        (g, sp, c) -> {
                            Mem.st64(sp, h.pc(f[0], 0));
                            ChanEntry.chanrecvWord(g, sp, Mem.ld64(c + 8));
                            Mem.st64(sp, h.pc(f[0], 1));
                            ChanEntry.chansendWord(g, sp, Mem.ld64(c + 16), g.id % 7);
                        });
        f[1] =
                h.declare(
                        "main.main",
                        FRAME,
                        2,
                        (g, sp, c) -> {
                            Mem.st64(sp, h.pc(f[1], 0));
                            long gate = ChanEntry.makechan(g, sp, type, 0);
                            long results = ChanEntry.makechan(g, sp, type, 64);
                            long closure = h.closure(f[0], gate, results);
                            for (int i = 0; i < n; i++) {
                                SchedEntry.newproc(g, sp, closure);
                            }
                            Mem.st64(sp, h.pc(f[1], 1));
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
        int[] f = new int[2];
        f[0] =
                h.declare(
                        "main.loop",
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            started.countDown();
                            spin(h, f[0], g, sp, () -> turns.incrementAndGet() < 0);
                        });
        f[1] =
                h.declare(
                        "main.main",
                        FRAME,
                        2,
                        (g, sp, c) -> {
                            Mem.st64(sp, h.pc(f[1], 1));
                            SchedEntry.newproc(g, sp, h.closure(f[0]));
                            started.countDown();
                            spin(h, f[1], g, sp, () -> turns.incrementAndGet() < 0);
                        });
        GoProgram p = h.program();
        p.start(h.code());
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
        p.stop();
        assertEquals(new RunOutcome.Stopped(), Hand.awaitEnd(p));
    }

    @Test
    void gomaxprocsChangesWhileTheProgramRuns() {
        var h = new Hand();
        long type = h.typeAddress("chan int");
        int[] f = new int[3];
        f[0] =
                h.declare(
                        "main.ponger",
                        FRAME,
                        3,
                        (g, sp, c) ->
                                ChannelTest.ponger(
                                        h, f[0], g, sp, Mem.ld64(c + 8), Mem.ld64(c + 16)));
        var rounds = new AtomicLong();
        f[1] =
                h.declare(
                        "main.pinger",
                        FRAME,
                        6,
                        (g, sp, c) ->
                                rounds.addAndGet(
                                        ChannelTest.pinger(h, f[1], f[0], g, sp, type, 2000)));
        f[2] =
                h.declare(
                        "main.main",
                        FRAME,
                        2,
                        (g, sp, c) -> {
                            int[] sizes = {4, 1, 3, 2, 8, 1};
                            for (int n : sizes) {
                                for (int i = 0; i < 4; i++) {
                                    Mem.st64(sp, h.pc(f[2], 0));
                                    SchedEntry.newproc(g, sp, h.closure(f[1]));
                                }
                                Mem.st64(sp, h.pc(f[2], 1));
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
        int[] f = new int[2];
        f[0] =
                h.declare(
                        "main.other",
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            for (int i = 0; i < 200; i++) {
                                Mem.st64(sp, h.pc(f[0], 0));
                                g.p.sched.gosched(g, sp);
                            }
                        });
        f[1] =
                h.declare(
                        "main.main",
                        FRAME,
                        2,
                        (g, sp, c) -> {
                            for (int i = 0; i < 3; i++) {
                                Mem.st64(sp, h.pc(f[1], 0));
                                SchedEntry.newproc(g, sp, h.closure(f[0]));
                            }
                            g.p.sched.threadLock().lock(g);
                            Thread own = Thread.currentThread();
                            for (int i = 0; i < 200; i++) {
                                Mem.st64(sp, h.pc(f[1], 1));
                                g.p.sched.gosched(g, sp);
                                moved.addAndGet(Thread.currentThread().equals(own) ? 0 : 1);
                            }
                            g.p.sched.threadLock().unlock(g);
                        });
        assertEquals(new RunOutcome.Exited(0), h.run());
        assertEquals(0, moved.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aGoroutineThatEndsLockedTakesItsThreadWithIt(int procs) {
        var h = new Hand().procs(procs);
        var threads = new java.util.concurrent.CopyOnWriteArrayList<Thread>();
        int[] f = new int[2];
        f[0] =
                h.declare(
                        "main.locks",
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            g.p.sched.threadLock().lock(g);
                            threads.add(Thread.currentThread());
                        });
        f[1] =
                h.declare(
                        "main.main",
                        FRAME,
                        1,
                        (g, sp, c) -> {
                            Mem.st64(sp, h.pc(f[1], 0));
                            for (int i = 0; i < 10; i++) {
                                SchedEntry.newproc(g, sp, h.closure(f[0]));
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
            int[] f = new int[2];
            f[0] =
                    h.declare(
                            "main.ponger",
                            FRAME,
                            3,
                            (g, sp, c) ->
                                    ChannelTest.ponger(
                                            h, f[0], g, sp, Mem.ld64(c + 8), Mem.ld64(c + 16)));
            f[1] =
                    h.declare(
                            "main.main",
                            FRAME,
                            6,
                            (g, sp, c) ->
                                    results.addAndGet(
                                            ChannelTest.pinger(h, f[1], f[0], g, sp, type, 5000)));
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
