package org.gorrery.runtime.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.gorrery.event.EventBatch;
import org.gorrery.event.EventKind;
import org.gorrery.event.GoroutineSnapshot.Status;
import org.gorrery.event.WaitReason;
import org.gorrery.runtime.memory.Mem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class ObservationTest {
    private static final int FRAME = 32;

    @Test
    void aSnapshotTellsWhatEachGoroutineWaitsFor() throws InterruptedException {
        var h = new Hand();
        long type = h.typeAddress("chan int");
        var ready = new CountDownLatch(1);
        long[] channel = new long[1];
        int receiver =
                h.function(
                        "main.receiver",
                        FRAME,
                        1,
                        (at, g, sp, c) -> {
                            at.call(sp, 0);
                            ChanEntry.chanrecvWord(g, sp, Mem.ld64(c + 8));
                        });
        h.main(
                3,
                (at, g, sp) -> {
                    at.call(sp, 0);
                    channel[0] = ChanEntry.makechan(g, sp, type, 0);
                    at.call(sp, 1);
                    SchedEntry.newproc(g, sp, h.closure(receiver, channel[0]));
                    at.call(sp, 2);
                    Hand.letOthersRun(g, sp);
                    ready.countDown();
                    at.spin(g, sp, 2, () -> false);
                });
        GoProgram p = h.start();
        ready.await();
        var all =
                p.observation().goroutines().goroutines().stream()
                        .filter(g -> g.startFunction().startsWith("main"))
                        .toList();
        Hand.stop(p);
        assertEquals(2, all.size());
        assertEquals(Status.RUNNABLE, all.get(0).status());
        assertEquals("main.main", all.get(0).frames().get(0).function());
        assertEquals(Status.WAITING, all.get(1).status());
        assertEquals(WaitReason.CHAN_RECEIVE, all.get(1).reason());
        assertEquals(channel[0], all.get(1).waitingOn());
        assertEquals("main.receiver", all.get(1).startFunction());
        assertEquals(1, all.get(1).creator());
        assertEquals(22, all.get(1).creatorFrame().line());
    }

    /// What a goroutine may do next, by what it did last: an independent model of its life.
    private static final Map<EventKind, List<EventKind>> NEXT =
            Map.of(
                    EventKind.GO_CREATE, List.of(EventKind.GO_START),
                    EventKind.GO_START,
                            List.of(
                                    EventKind.GO_BLOCK,
                                    EventKind.GO_END,
                                    EventKind.GO_YIELD,
                                    EventKind.GO_PREEMPT),
                    EventKind.GO_BLOCK, List.of(EventKind.GO_UNBLOCK),
                    EventKind.GO_UNBLOCK, List.of(EventKind.GO_START),
                    EventKind.GO_YIELD, List.of(EventKind.GO_START),
                    EventKind.GO_PREEMPT, List.of(EventKind.GO_START),
                    EventKind.GO_END, List.of());

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void eventsTellALegalLifeOfEachGoroutine(int procs) {
        var h = new Hand().procs(procs);
        long type = h.typeAddress("chan int");
        int ponger = ChannelTest.declarePonger(h);
        h.main(6, (at, g, sp) -> ChannelTest.pinger(at, ponger, g, sp, type, 500));
        GoProgram p = h.program();
        p.observation().startEvents();
        p.start(h.code());
        assertEquals(new RunOutcome.Exited(0), Hand.awaitEnd(p));
        var batch = new EventBatch();
        p.observation().drainEvents(batch);
        Map<Long, EventKind> last = new HashMap<>();
        List<String> illegal = new ArrayList<>();
        int blocks = 0;
        for (int i = 0; i < batch.count(); i++) {
            EventKind kind = batch.kind(i);
            long g = batch.goroutine(i);
            if (kind == EventKind.GO_CREATE || kind == EventKind.GO_UNBLOCK) {
                g = batch.arg(i);
            }
            if (!NEXT.containsKey(kind)) {
                continue;
            }
            blocks += kind == EventKind.GO_BLOCK ? 1 : 0;
            EventKind before = last.put(g, kind);
            if (before != null && !NEXT.get(before).contains(kind)) {
                illegal.add(g + ": " + before + " then " + kind + " at " + i);
            }
        }
        assertEquals(List.of(), illegal);
        assertTrue(blocks >= 1000, blocks + " blocks in 500 rounds of two goroutines");
    }

    @Test
    void theCpuProfileShowsTheLoopThatRuns() {
        var h = new Hand();
        h.main(
                1,
                (at, g, sp) -> {
                    var cpu = GoProgram.of(g).observation().cpu();
                    cpu.start();
                    at.spin(g, sp, 0, () -> cpu.samples().count() >= 3);
                    cpu.stop();
                    assertEquals(at.number(0), cpu.samples().pcs()[0]);
                    assertEquals(1, cpu.samples().goroutine()[0]);
                });
        assertEquals(new RunOutcome.Exited(0), h.run());
    }

    @Test
    void theBlockProfileCountsWaitsByStack() {
        var h = new Hand();
        long type = h.typeAddress("chan int");
        int ponger = ChannelTest.declarePonger(h);
        h.main(
                6,
                (at, g, sp) -> {
                    var o = GoProgram.of(g).observation();
                    o.waits().setBlockRate(1);
                    o.waitRatesChanged();
                    ChannelTest.pinger(at, ponger, g, sp, type, 100);
                    long inPonger =
                            o.waits().blocks().stream()
                                    .filter(e -> e.stack().sites()[0] <= h.site(ponger, 1))
                                    .mapToLong(e -> e.count())
                                    .sum();
                    assertTrue(inPonger >= 99, inPonger + " waits of the ponger");
                });
        assertEquals(new RunOutcome.Exited(0), h.run());
    }

    @Test
    void scheddetailAddsPsMsAndGs() {
        var h = new Hand().with(o -> o.withGodebug(Map.of("schedtrace", "1", "scheddetail", "1")));
        int waits = h.parked("main.waits");
        h.main((g, sp) -> {
            g.p.sched.threadLock().lock(g);
            SchedEntry.newproc(g, sp, h.closure(waits));
            while (!h.err().contains("status=4(select (no cases))")) {
                g.p.sched.gosched(g, sp);
            }
        });
        assertEquals(new RunOutcome.Exited(0), h.run());
        String err = h.err();
        assertTrue(
                err.matches(
                        "(?s)SCHED \\d+ms: gomaxprocs=1 .* runqueue=\\d+ gcwaiting=(true|false) nmidlelocked=\\d+ stopwait=0 sysmonwait=false\n  P0: status=\\d schedtick=\\d+ syscalltick=0 m=(\\d+|nil) runqsize=\\d+ gfreecnt=\\d+ timerslen=0\n  M0: p=(0|nil) curg=.*"),
                err);
        assertTrue(
                err.matches("(?s).*\n  M\\d+: p=(0|nil) curg=(1|nil) [^\n]* lockedg=1\n.*"), err);
        assertTrue(
                err.matches(
                        "(?s).*\n  G\\d+: status=4\\(select \\(no cases\\)\\) m=nil lockedm=nil\n.*"),
                err);
        assertTrue(
                err.matches("(?s).*\n  G1: status=[12]\\(\\) m=(\\d+|nil) lockedm=\\d+\n.*"), err);
    }

    @Test
    void schedtraceWritesItsLines() {
        var h = new Hand().with(o -> o.withGodebug(Map.of("schedtrace", "1")));
        h.main((g, sp) -> {
            while (!h.err().contains("SCHED")) {
                g.p.sched.gosched(g, sp);
            }
        });
        assertEquals(new RunOutcome.Exited(0), h.run());
        assertTrue(
                h.err()
                        .matches(
                                "(?s)SCHED \\d+ms: gomaxprocs=1 idleprocs=0 threads=\\d+ spinningthreads=0"
                                        + " needspinning=0 idlethreads=0 runqueue=\\d+ \\[ 0 ] schedticks=\\[ \\d+ ]\n.*"),
                h.err());
    }
}
