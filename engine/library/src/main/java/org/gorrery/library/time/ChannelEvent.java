package org.gorrery.library.time;

import org.gorrery.runtime.chan.TimeChannel;
import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.Driver;
import org.gorrery.runtime.sched.G;

/// Sends the time on a channel, written as package time lays out a `Time`: seconds since the year 1, nanoseconds, monotonic reading,
/// location.
final class ChannelEvent implements TimedEvent {
    private static final long NANOS = 1_000_000_000L;

    /// 1970 in seconds since the year 1.
    private static final long EPOCH = 719162L * 86400;

    private static final int NANOS_AT = 8;

    private final TimeChannel channel;

    ChannelEvent(G g, long address, long local) {
        Driver driver = g.p.sched.driver();
        GoMemory memory = g.p.sched.machine().memory();
        int monoAt = memory.wordBytes == 8 ? 16 : 12;
        this.channel =
                new TimeChannel(
                        g,
                        address,
                        (to, mono) -> {
                            long wall = driver.unixNanos() + mono - driver.nanotime();
                            Mem.st64(to, Math.floorDiv(wall, NANOS) + EPOCH);
                            Mem.st32(to + NANOS_AT, (int) Math.floorMod(wall, NANOS));
                            Mem.st64(to + monoAt, mono);
                            memory.storePointer(to + monoAt + 8, local);
                        });
    }

    @Override
    public boolean set(G g, long at, long period) {
        return channel.set(g, at, period);
    }

    @Override
    public boolean stop(G g) {
        return channel.stop(g);
    }
}
