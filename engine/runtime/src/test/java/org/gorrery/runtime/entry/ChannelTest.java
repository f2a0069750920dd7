package org.gorrery.runtime.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicLong;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class ChannelTest {
    private static final int FRAME = 32;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void pingPongCountsItsRounds(int procs) {
        var h = new Hand().procs(procs);
        var result = new AtomicLong();
        long type = h.typeAddress("chan int");
        int[] f = new int[2];
        f[0] =
                h.declare(
                        "main.ponger",
                        FRAME,
                        3,
                        (g, sp, c) -> ponger(h, f[0], g, sp, Mem.ld64(c + 8), Mem.ld64(c + 16)));
        f[1] =
                h.declare(
                        "main.main",
                        FRAME,
                        6,
                        (g, sp, c) -> result.set(pinger(h, f[1], f[0], g, sp, type, 20_000)));
        assertEquals(new RunOutcome.Exited(0), h.run());
        assertEquals(20_000, result.get());
    }

    static long pinger(Hand h, int self, int ponger, G g, long sp, long type, long rounds) {
        Mem.st64(sp, h.pc(self, 0));
        long ping = ChanEntry.makechan(g, sp, type, 0);
        Mem.st64(sp, h.pc(self, 1));
        long pong = ChanEntry.makechan(g, sp, type, 0);
        Mem.st64(sp, h.pc(self, 2));
        SchedEntry.newproc(g, sp, h.closure(ponger, ping, pong));
        long sendPc = h.pc(self, 3);
        long receivePc = h.pc(self, 4);
        long v = 0;
        for (long i = 0; i < rounds; i++) {
            Mem.st64(sp, sendPc);
            ChanEntry.chansendWord(g, sp, ping, v);
            Mem.st64(sp, receivePc);
            v = ChanEntry.chanrecvWord(g, sp, pong);
        }
        Mem.st64(sp, h.pc(self, 5));
        ChanEntry.closechan(g, sp, ping);
        Mem.st64(sp, receivePc);
        ChanEntry.chanrecvWord(g, sp, pong);
        assertEquals(0, g.r1);
        return v;
    }

    static void ponger(Hand h, int self, G g, long sp, long ping, long pong) {
        long receivePc = h.pc(self, 0);
        long sendPc = h.pc(self, 1);
        for (; ; ) {
            Mem.st64(sp, receivePc);
            long v = ChanEntry.chanrecvWord(g, sp, ping);
            if (g.r1 == 0) {
                break;
            }
            Mem.st64(sp, sendPc);
            ChanEntry.chansendWord(g, sp, pong, v + 1);
        }
        Mem.st64(sp, h.pc(self, 2));
        ChanEntry.closechan(g, sp, pong);
    }
}
