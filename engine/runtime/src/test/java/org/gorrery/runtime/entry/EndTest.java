package org.gorrery.runtime.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
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

    @Test
    void exitEndsTheProgramWithItsCode() {
        assertEquals(
                new RunOutcome.Exited(3),
                new Hand().main((g, sp) -> GoProgram.of(g).exit(g, 3)).run());
    }

    @Test
    void aSleepingProgramIsStoppedAtOnce() throws InterruptedException {
        var asleep = new CountDownLatch(1);
        var h =
                new Hand()
                        .main((g, sp) -> {
                            asleep.countDown();
                            g.p.sched.sleep(g, sp, Long.MAX_VALUE);
                        });
        GoProgram p = h.start();
        asleep.await();
        assertEquals(new RunOutcome.Stopped(), Hand.stop(p));
    }

    @Test
    void aDeadlockThatComesAboutWhileTheWorldIsStoppedIsStillReported()
            throws InterruptedException {
        var near = new CountDownLatch(1);
        var h =
                new Hand()
                        .main((g, sp) -> {
                            near.countDown();
                            while (!g.preemptOpaque()) {
                                Thread.onSpinWait();
                            }
                            ChanEntry.block(
                                    g, sp); // instead of polling: parks while the stopper waits
                        });
        GoProgram p = h.start();
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
                new Hand()
                        .main((g, sp) -> {
                            running.countDown();
                            while (true) {
                                if (g.preemptOpaque()) {
                                    SchedEntry.poll(g, sp);
                                }
                            }
                        });
        GoProgram p = h.start();
        running.await();
        p.pause();
        assertEquals(new RunOutcome.Stopped(), Hand.stop(p));
    }

    @Test
    void aCollectionComesByItselfWhenNoneHasForLong() {
        var h = new Hand().with(o -> o.withGodebug(Map.of("gcperiod", "1")));
        h.main((g, sp) -> {
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
        int waits = h.parked("main.waits");
        h.main((g, sp) -> {
            SchedEntry.newproc(g, sp, h.closure(waits));
            Hand.letOthersRun(g, sp);
            g.p.sched.goroutines().forEach(x -> assertEquals(0, x.waitSince, "none looked yet"));
            GoProgram.of(g).gc().collectForced(g, sp);
            g.p.sched.goroutines().forEach(x -> since.accumulateAndGet(x.waitSince, Math::max));
        });
        assertEquals(new RunOutcome.Exited(0), h.run());
        assertTrue(since.get() > 0);
    }

    @Test
    void afterTheEndNoThreadOfTheRunIsLeftAndItsWindowIsFree() throws InterruptedException {
        var earlier = watchers();
        var threads = new HashSet<Thread>();
        var before =
                new Hand()
                        .main((g, sp) -> {
                            while (threads.isEmpty()) { // it may not have begun yet
                                threads.addAll(watchers());
                                threads.removeAll(earlier);
                            }
                            threads.add(Thread.currentThread());
                            g.p.sched.sleep(g, sp, 1_000_000);
                        });
        int window = before.space.number();
        assertEquals(new RunOutcome.Exited(0), before.run());
        assertEquals(2, threads.size());
        for (Thread t : threads) {
            t.join();
        }
        var after = new Hand();
        assertEquals(window, after.space.number());
        after.space.close();
    }

    private static Set<Thread> watchers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals("sysmon"))
                .collect(Collectors.toSet());
    }

    @Test
    void aGoroutineStartedByATimerKeepsTheProgramAliveUntilItFires() {
        var h = new Hand();
        int f = h.declare("main.f", FRAME, 1, (g, sp, c) -> GoProgram.of(g).exit(g, 7));
        h.main((g, sp) -> {
            new FuncTimer(h.closure(f)).set(g, g.p.sched.driver().nanotime() + 2_000_000, 0);
            ChanEntry.block(g, sp);
        });
        assertEquals(new RunOutcome.Exited(7), h.run());
    }

    @Test
    void recursionThatUsesUpTheThreadsStackIsReportedAsStackOverflow() {
        var h = new Hand().with(o -> o.withGodebug(Map.of("threadstack", "8")));
        h.main((g, sp) -> deep(g, sp + FRAME, 1));
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
        int other = h.parked("main.other");
        h.main(
                2,
                (at, g, sp) -> {
                    at.call(sp, 0);
                    SchedEntry.newproc(g, sp, h.closure(other));
                    at.call(sp, 1);
                    Hand.letOthersRun(g, sp);
                    g.p.sched.supervisor().fatal(g, sp, "boo");
                });
        RunOutcome o = h.run();
        assertEquals(code, o.exitCode());
        assertTrue(h.err().startsWith("fatal error: boo\n"), h.err());
        assertEquals(stacks, h.err().split("\\[(running|select \\(no cases\\))]:").length - 1);
    }
}
