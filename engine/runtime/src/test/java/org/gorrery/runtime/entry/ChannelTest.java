package org.gorrery.runtime.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicLong;
import org.gorrery.runtime.entry.Hand.Sites;
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
        int ponger = declarePonger(h);
        h.main(6, (at, g, sp) -> result.set(pinger(at, ponger, g, sp, type, 20_000)));
        assertEquals(new RunOutcome.Exited(0), h.run());
        assertEquals(20_000, result.get());
    }

    static long pinger(Sites at, int ponger, G g, long sp, long type, long rounds) {
        at.call(sp, 0);
        long ping = ChanEntry.makechan(g, sp, type, 0);
        at.call(sp, 1);
        long pong = ChanEntry.makechan(g, sp, type, 0);
        at.call(sp, 2);
        SchedEntry.newproc(g, sp, at.program().closure(ponger, ping, pong));
        long sendPc = at.pc(3);
        long receivePc = at.pc(4);
        long v = 0;
        for (long i = 0; i < rounds; i++) {
            Mem.st64(sp, sendPc);
            ChanEntry.chansendWord(g, sp, ping, v);
            Mem.st64(sp, receivePc);
            v = ChanEntry.chanrecvWord(g, sp, pong);
        }
        at.call(sp, 5);
        ChanEntry.closechan(g, sp, ping);
        Mem.st64(sp, receivePc);
        ChanEntry.chanrecvWord(g, sp, pong);
        assertEquals(0, g.r1);
        return v;
    }

    /// The other side of [#pinger]: a function of two channels.
    static int declarePonger(Hand h) {
        return h.function(
                "main.ponger",
                FRAME,
                3,
                (at, g, sp, c) -> ponger(at, g, sp, Mem.ld64(c + 8), Mem.ld64(c + 16)));
    }

    private static void ponger(Sites at, G g, long sp, long ping, long pong) {
        long receivePc = at.pc(0);
        long sendPc = at.pc(1);
        for (; ; ) {
            Mem.st64(sp, receivePc);
            long v = ChanEntry.chanrecvWord(g, sp, ping);
            if (g.r1 == 0) {
                break;
            }
            Mem.st64(sp, sendPc);
            ChanEntry.chansendWord(g, sp, pong, v + 1);
        }
        at.call(sp, 2);
        ChanEntry.closechan(g, sp, pong);
    }
}
