package org.gorrery.runtime.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.gorrery.runtime.chan.FuncTimer;
import org.gorrery.runtime.gc.GcController;
import org.gorrery.runtime.sched.G;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How programs end.
@Timeout(300)
class EndTest {
    private static final int FRAME = 32;

    private interface Main {
        void run(G g, long sp);
    }

    private static Hand program(Main main) {
        var h = new Hand();
        return withMain(h, main);
    }

    private static Hand withMain(Hand h, Main main) {
        h.function(
                "main.main",
                FRAME,
                1,
                (at, g, sp, c) -> {
                    at.call(sp, 0);
                    main.run(g, sp);
                });
        return h;
    }

    @Test
    void exitEndsTheProgramWithItsCode() {
        assertEquals(
                new RunOutcome.Exited(3), program((g, sp) -> GoProgram.of(g).exit(g, 3)).run());
    }

    @Test
    void aSleepingProgramIsStoppedAtOnce() throws InterruptedException {
        var asleep = new CountDownLatch(1);
        var h =
                program((g, sp) -> {
                    asleep.countDown();
                    g.p.sched.sleep(g, sp, Long.MAX_VALUE);
                });
        GoProgram p = h.program();
        p.start(h.code());
        asleep.await();
        p.stop();
        assertEquals(new RunOutcome.Stopped(), Hand.awaitEnd(p));
    }

    @Test
    void aDeadlockThatComesAboutWhileTheWorldIsStoppedIsStillReported()
            throws InterruptedException {
        var near = new CountDownLatch(1);
        var h =
                program((g, sp) -> {
                    near.countDown();
                    while (!g.preemptOpaque()) {
                        Thread.onSpinWait();
                    }
                    ChanEntry.block(g, sp); // instead of polling: parks while the stopper waits
                });
        GoProgram p = h.program();
        p.start(h.code());
        near.await();
        p.pause();
        p.resume();
        var fatal = assertInstanceOf(RunOutcome.Fatal.class, Hand.awaitEnd(p));
        assertEquals("all goroutines are asleep - deadlock!", fatal.message());
    }

    @Test
    void aPausedProgramCanBeStopped() throws InterruptedException {
        var running = new CountDownLatch(1);
        var h =
                program((g, sp) -> {
                    running.countDown();
                    while (true) {
                        if (g.preemptOpaque()) {
                            SchedEntry.poll(g, sp);
                        }
                    }
                });
        GoProgram p = h.program();
        p.start(h.code());
        running.await();
        p.pause();
        p.stop();
        assertEquals(new RunOutcome.Stopped(), Hand.awaitEnd(p));
    }

    @Test
    void aCollectionComesByItselfWhenNoneHasForLong() {
        var h = new Hand().with(o -> o.withGodebug(Map.of("gcperiod", "1")));
        withMain(
                h,
                (g, sp) -> {
                    GcController gc = GoProgram.of(g).gc();
                    gc.collectForced(g, sp);
                    while (gc.cycles() < 3) {
                        g.p.sched.sleep(g, sp, 1_000_000);
                    }
                    assertEquals("periodic", gc.recentCycles().getLast().trigger());
                });
        assertEquals(new RunOutcome.Exited(0), h.run());
    }

    @Test
    void aGoroutineThatWaitedThroughACollectionHasAWaitingTime() {
        var since = new AtomicLong(-1);
        var h = new Hand();
        int waits =
                h.function(
                        "main.waits",
                        FRAME,
                        1,
                        (at, g, sp, c) -> {
                            at.call(sp, 0);
                            ChanEntry.block(g, sp);
                        });
        h.function(
                "main.main",
                FRAME,
                1,
                (at, g, sp, c) -> {
                    at.call(sp, 0);
                    SchedEntry.newproc(g, sp, h.closure(waits));
                    for (int i = 0; i < 3; i++) {
                        g.p.sched.gosched(g, sp);
                    }
                    g.p.sched
                            .goroutines()
                            .forEach(x -> assertEquals(0, x.waitSince, "none looked yet"));
                    GoProgram.of(g).gc().collectForced(g, sp);
                    g.p.sched
                            .goroutines()
                            .forEach(x -> since.accumulateAndGet(x.waitSince, Math::max));
                });
        assertEquals(new RunOutcome.Exited(0), h.run());
        assertTrue(since.get() > 0);
    }

    @Test
    void afterTheEndNoThreadOfTheRunIsLeftAndItsWindowIsFree() {
        var before = new Hand();
        int window = before.space.number();
        var h = withMain(before, (g, sp) -> g.p.sched.sleep(g, sp, 1_000_000));
        assertEquals(new RunOutcome.Exited(0), h.run());
        var after = new Hand();
        assertEquals(window, after.space.number());
        after.space.close();
    }

    @Test
    void aGoroutineStartedByATimerKeepsTheProgramAliveUntilItFires() {
        var fired = new AtomicLong();
        var h = new Hand();
        int f = h.declare("main.f", FRAME, 1, (g, sp, c) -> GoProgram.of(g).exit(g, 7));
        withMain(
                h,
                (g, sp) -> {
                    fired.incrementAndGet();
                    new FuncTimer(h.closure(f))
                            .set(g, g.p.sched.driver().nanotime() + 2_000_000, 0);
                    ChanEntry.block(g, sp);
                });
        assertEquals(new RunOutcome.Exited(7), h.run());
    }

    @Test
    void recursionThatUsesUpTheThreadsStackIsReportedAsStackOverflow() {
        var h = new Hand().with(o -> o.withGodebug(Map.of("threadstack", "8")));
        withMain(h, (g, sp) -> deep(g, sp + FRAME, 1));
        var fatal = assertInstanceOf(RunOutcome.Fatal.class, h.run());
        assertEquals("stack overflow", fatal.message());
        assertTrue(
                h.err()
                        .matches(
                                "(?s)runtime: goroutine stack exceeds 1000000000-byte limit\nruntime: sp=0x\\p{XDigit}+ stack=\\[0x\\p{XDigit}+, 0x\\p{XDigit}+\\]\nfatal error: stack overflow\n\ngoroutine 1 .*"),
                h.err());
    }

    /// Uses no shadow stack at all, so that only the thread's own can run out.
    private static long deep(G g, long sp, long n) {
        return n < 0 ? 0 : deep(g, sp, n + 1) + n;
    }

    @ParameterizedTest
    @CsvSource({"none, 0, 2", "single, 1, 2", "all, 2, 2", "crash, 2, 134", "'', 2, 2"})
    void gotracebackDecidesWhoseStacksAreShown(String level, int stacks, int code) {
        var h = new Hand().with(o -> o.withGotraceback(level));
        int other =
                h.function(
                        "main.other",
                        FRAME,
                        1,
                        (at, g, sp, c) -> {
                            at.call(sp, 0);
                            ChanEntry.block(g, sp);
                        });
        h.function(
                "main.main",
                FRAME,
                2,
                (at, g, sp, c) -> {
                    at.call(sp, 0);
                    SchedEntry.newproc(g, sp, h.closure(other));
                    at.call(sp, 1);
                    for (int i = 0; i < 3; i++) {
                        g.p.sched.gosched(g, sp);
                    }
                    g.p.sched.supervisor().fatal(g, sp, "boo");
                });
        RunOutcome o = h.run();
        assertEquals(code, o.exitCode());
        assertTrue(h.err().startsWith("fatal error: boo\n"), h.err());
        assertEquals(stacks, h.err().split("\\[(running|select \\(no cases\\))]:").length - 1);
    }
}
