package org.gorrery.runtime.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.gorrery.event.WaitReason;
import org.gorrery.runtime.chan.TimeChannel;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.GoTimer;
import org.gorrery.runtime.sched.NotifyLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Semaphores, conditions, sleep and timers.
@Timeout(300)
class WaitingTest {
    private static final int FRAME = 64;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aSemaphoreOfOneLetsOneGoroutineInAtATime(int procs) {
        var h = new Hand().procs(procs);
        long sema = h.global(8);
        long counter = h.global(8);
        long left = h.global(8);
        int n = 2000;
        int worker =
                h.function(
                        "main.worker",
                        FRAME,
                        1,
                        (at, g, sp, c) -> {
                            at.call(sp, 0);
                            var s = g.p.sched.semaphores();
                            for (int i = 0; i < n; i++) {
                                s.acquire(g, sp, sema, (i & 1) == 0, WaitReason.MUTEX);
                                Mem.st64(counter, Mem.ld64(counter) + 1);
                                g.p.sched.semaphores().release(g, sp, sema, i % 3 == 0);
                            }
                            g.p.sched.semaphores().release(g, sp, left, false);
                        });
        h.main((g, sp) -> {
            Mem.st32(sema, 1);
            for (int i = 0; i < 6; i++) {
                SchedEntry.newproc(g, sp, h.closure(worker));
            }
            for (int i = 0; i < 6; i++) {
                g.p.sched.semaphores().acquire(g, sp, left, false, WaitReason.WAIT_GROUP);
            }
            assertEquals(6 * n, Mem.ld64(counter));
            assertEquals(1, Mem.ld32(sema));
        });
        assertEquals(new RunOutcome.Exited(0), h.run());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void notifyOneWakesInTheOrderOfTickets(int procs) {
        var h = new Hand().procs(procs);
        var order = new CopyOnWriteArrayList<Long>();
        long list = h.global(32);
        int waiter =
                h.function(
                        "main.waiter",
                        FRAME,
                        1,
                        (at, g, sp, c) -> {
                            at.call(sp, 0);
                            int ticket = NotifyLists.add(list);
                            g.p.sched.notifyLists().await(g, sp, list, ticket);
                            order.add((long) ticket);
                        });
        h.main((g, sp) -> {
            for (int i = 0; i < 4; i++) {
                SchedEntry.newproc(g, sp, h.closure(waiter));
            }
            while (Mem.ldAcq32(list) < 4) {
                g.p.sched.gosched(g, sp);
            }
            for (int i = 0; i < 2; i++) {
                g.p.sched.notifyLists().notifyOne(g, list);
                while (order.size() <= i) {
                    g.p.sched.gosched(g, sp);
                }
            }
            assertEquals(List.of(0L, 1L), List.copyOf(order));
            g.p.sched.notifyLists().notifyAll(g, list);
            while (order.size() < 4) {
                g.p.sched.gosched(g, sp);
            }
        });
        assertEquals(new RunOutcome.Exited(0), h.run());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void sleepersWakeNotBeforeTheirTimes(int procs) {
        var h = new Hand().procs(procs);
        var order = new CopyOnWriteArrayList<Long>();
        long done = h.global(8);
        int sleeper =
                h.function(
                        "main.sleeper",
                        FRAME,
                        1,
                        (at, g, sp, c) -> {
                            at.call(sp, 0);
                            long t0 = g.p.sched.driver().nanotime();
                            g.p.sched.sleep(g, sp, Mem.ld64(c + 8));
                            order.add(g.p.sched.driver().nanotime() - t0 - Mem.ld64(c + 8));
                            g.p.sched.semaphores().release(g, sp, done, false);
                        });
        h.main((g, sp) -> {
            long t0 = g.p.sched.driver().nanotime();
            for (long ms : new long[] {40, 1, 20, 60, 5}) {
                SchedEntry.newproc(g, sp, h.closure(sleeper, ms * 1_000_000));
            }
            for (int i = 0; i < 5; i++) {
                g.p.sched.semaphores().acquire(g, sp, done, false, WaitReason.WAIT_GROUP);
            }
            assertTrue(g.p.sched.driver().nanotime() - t0 >= 60_000_000);
        });
        assertEquals(new RunOutcome.Exited(0), h.run());
        assertEquals(5, order.size());
        assertTrue(order.stream().allMatch(late -> late >= 0), order::toString);
    }

    @Test
    void aTimerThatWasStoppedDoesNotFire() {
        var h = new Hand();
        var fired = new AtomicLong();
        h.main((g, sp) -> {
            var t = new GoTimer((p, timer, sequence, now) -> fired.incrementAndGet());
            long now = g.p.sched.driver().nanotime();
            assertEquals(false, t.set(g.p, now + 1_000_000, 0));
            assertEquals(true, t.stop());
            g.p.sched.sleep(g, sp, 3_000_000);
            assertEquals(0, fired.get());
            t.set(g.p, g.p.sched.driver().nanotime() + 1_000_000, 1_000_000);
            while (fired.get() < 3) {
                g.p.sched.sleep(g, sp, 500_000);
            }
            assertEquals(true, t.stop());
        });
        assertEquals(new RunOutcome.Exited(0), h.run());
    }

    @Test
    void aTimersChannelLooksUnbufferedAndHoldsNoStaleTimeAfterStop() {
        var h = new Hand();
        h.main((g, sp) -> {
            long c = ChanEntry.makechan(g, sp, h.typeAddress("chan [3]int"), 1);
            var t = new TimeChannel(g, c, (to, now) -> Mem.st64(to, now));
            assertEquals(0, ChanEntry.chancap(c));
            long when = g.p.sched.driver().nanotime() + 1_000_000;
            assertEquals(false, t.set(g, when, 0));
            assertTrue(ChanEntry.chanrecv(g, sp, c, sp + 16));
            assertTrue(Mem.ld64(sp + 16) >= when);

            t.set(g, g.p.sched.driver().nanotime() + 100_000, 0);
            g.p.sched.sleep(g, sp, 1_000_000);
            assertEquals(0, ChanEntry.chanlen(c));
            assertEquals(true, t.stop(g));
            Mem.st64(sp + 40, c);
            Mem.st64(sp + 48, 0);
            Mem.st64(sp + 56, 2);
            assertEquals(-1, ChanEntry.selectgo(g, sp, sp + 40, 1, 0));
        });
        assertEquals(new RunOutcome.Exited(0), h.run());
    }
}
