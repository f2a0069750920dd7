package org.gorrery.runtime.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class SelectTest {
    private static final int FRAME = 256;
    private static final int SEND = 1;
    private static final int RECEIVE = 2;

    private static void aCase(long cases, int i, long channel, long element, int direction) {
        Mem.st64(cases + 24L * i, channel);
        Mem.st64(cases + 24L * i + 8, element);
        Mem.st64(cases + 24L * i + 16, direction);
    }

    private interface Main {
        void run(Hand h, G g, long sp);
    }

    private static void runToTheEnd(Main main) {
        var h = new Hand();
        assertEquals(new RunOutcome.Exited(0), h.main((g, sp) -> main.run(h, g, sp)).run());
    }

    @Test
    void withNothingReadyTheDefaultIsTaken() {
        runToTheEnd((h, g, sp) -> {
            long c = ChanEntry.makechan(g, sp, h.typeAddress("chan int"), 0);
            aCase(sp + 16, 0, c, 0, RECEIVE);
            aCase(sp + 16, 1, c, sp + 128, SEND);
            aCase(sp + 16, 2, 0, 0, RECEIVE);
            assertEquals(-1, ChanEntry.selectgo(g, sp, sp + 16, 3, 0));
        });
    }

    @Test
    void aClosedChannelIsReadyAndClearsTheElement() {
        runToTheEnd((h, g, sp) -> {
            long c = ChanEntry.makechan(g, sp, h.typeAddress("chan int"), 0);
            ChanEntry.closechan(g, sp, c);
            Mem.st64(sp + 128, 99);
            aCase(sp + 16, 0, c, sp + 128, RECEIVE);
            assertEquals(0, ChanEntry.selectgo(g, sp, sp + 16, 1, 1));
            assertEquals(0, g.r1);
            assertEquals(0, Mem.ld64(sp + 128));
        });
    }

    @Test
    void readyCasesAreChosenEvenly() {
        var counts = new AtomicIntegerArray(3);
        runToTheEnd((h, g, sp) -> {
            long never = ChanEntry.makechan(g, sp, h.typeAddress("chan int"), 0);
            long c = ChanEntry.makechan(g, sp, h.typeAddress("chan int"), 1);
            ChanEntry.closechan(g, sp, c);
            aCase(sp + 16, 0, c, 0, RECEIVE);
            aCase(sp + 16, 1, never, 0, RECEIVE);
            aCase(sp + 16, 2, c, 0, RECEIVE);
            for (int i = 0; i < 20_000; i++) {
                counts.incrementAndGet(ChanEntry.selectgo(g, sp, sp + 16, 3, 1));
            }
        });
        // binomial with p = 1/2: standard deviation 71, so 500 is beyond seven of them
        assertEquals(10_000, counts.get(0), 500);
        assertEquals(20_000, counts.get(0) + counts.get(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void selectsThatSendMeetSelectsThatReceive(int procs) {
        var h = new Hand().procs(procs);
        var sum = new AtomicLong();
        long type = h.typeAddress("chan int");
        int n = 5000;
        int sender =
                h.function(
                        "main.sender",
                        FRAME,
                        1,
                        (at, g, sp, c) -> {
                            at.call(sp, 0);
                            for (int i = 1; i <= n; i++) {
                                Mem.st64(sp + 128, i);
                                aCase(sp + 16, 0, Mem.ld64(c + 8), sp + 128, SEND);
                                aCase(sp + 16, 1, Mem.ld64(c + 16), sp + 128, SEND);
                                ChanEntry.selectgo(g, sp, sp + 16, 2, 1);
                            }
                            Mem.st64(sp + 128, -1);
                            ChanEntry.chansend(g, sp, Mem.ld64(c + 24), sp + 128);
                        });
        h.main((g, sp) -> {
            long a = ChanEntry.makechan(g, sp, type, 0);
            long b = ChanEntry.makechan(g, sp, type, 2);
            long quit = ChanEntry.makechan(g, sp, type, 0);
            for (int i = 0; i < 3; i++) {
                SchedEntry.newproc(g, sp, h.closure(sender, a, b, quit));
            }
            int ended = 0;
            while (ended < 3) {
                aCase(sp + 16, 0, quit, 0, RECEIVE);
                aCase(sp + 16, 1, a, sp + 128, RECEIVE);
                aCase(sp + 16, 2, b, sp + 136, RECEIVE);
                switch (ChanEntry.selectgo(g, sp, sp + 16, 3, 1)) {
                    case 0 -> ended++;
                    case 1 -> sum.addAndGet(Mem.ld64(sp + 128));
                    default -> sum.addAndGet(Mem.ld64(sp + 136));
                }
            }
            while (ChanEntry.chanlen(b) > 0) {
                sum.addAndGet(ChanEntry.chanrecvWord(g, sp, b));
            }
        });
        assertEquals(new RunOutcome.Exited(0), h.run());
        assertEquals(3L * n * (n + 1) / 2, sum.get());
    }

    @Test
    void aSelectThatSendsOnAClosedChannelPanics() {
        var h = new Hand();
        h.main((g, sp) -> {
            long ch = ChanEntry.makechan(g, sp, h.typeAddress("chan int"), 0);
            ChanEntry.closechan(g, sp, ch);
            aCase(sp + 16, 0, ch, sp + 128, SEND);
            ChanEntry.selectgo(g, sp, sp + 16, 1, 1);
        });
        assertInstanceOf(RunOutcome.Panicked.class, h.run());
        assertTrue(h.err().contains("send on closed channel"), h.err());
    }
}
