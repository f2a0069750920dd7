package org.gorrery.library.time;

import org.gorrery.runtime.chan.TimeChannel;
import org.gorrery.runtime.memory.GoMemory;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.Driver;
import org.gorrery.runtime.sched.G;

/// Sends the time on a channel, written as package time lays out a `Time`: seconds since 1885 and nanoseconds in one word, monotonic
/// reading, location.
final class ChannelEvent implements TimedEvent {
    private static final long NANOS = 1_000_000_000L;

    /// 1885 in seconds before 1970.
    private static final long SINCE_1885 = 31_045L * 86_400;

    private static final long WITH_READING = 1L << 63;
    private static final int WALL_SHIFT = 30;

    private final TimeChannel channel;

    ChannelEvent(G g, long address, long local) {
        Driver driver = g.p.sched.driver();
        GoMemory memory = g.p.sched.machine().memory();
        this.channel =
                new TimeChannel(
                        g,
                        address,
                        (to, mono) -> {
                            long wall = driver.unixNanos() + mono - driver.nanotime();
                            long seconds = Math.floorDiv(wall, NANOS) + SINCE_1885;
                            long nanos = Math.floorMod(wall, NANOS);
                            Mem.st64(to, WITH_READING | seconds << WALL_SHIFT | nanos);
                            Mem.st64(to + 8, mono);
                            memory.storePointer(to + 16, local);
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
