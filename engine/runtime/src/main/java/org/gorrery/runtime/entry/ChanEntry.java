package org.gorrery.runtime.entry;

import org.gorrery.event.WaitReason;
import org.gorrery.runtime.chan.ChannelMaker;
import org.gorrery.runtime.chan.Channels;
import org.gorrery.runtime.chan.Select;
import org.gorrery.runtime.gc.Allocation;
import org.gorrery.runtime.heap.Mspan;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.panics.RuntimeErrors;
import org.gorrery.runtime.sched.G;

/// Channels, as generated code calls them ([org.gorrery.abi.Entry]).
public final class ChanEntry {
    private static final String SEND_ON_CLOSED = "send on closed channel";

    private ChanEntry() {}

    /// A new channel.
    public static long makechan(G g, long sp, long type, long size) {
        long elem = g.p.mcache.heap().types().elem(type);
        long bytes = ChannelMaker.bytes(elem, size, Allocation.maxBytes(g));
        if (bytes < 0) {
            throw RuntimeErrors.plain(g, sp, "makechan: size out of range");
        }
        boolean noscan = size == 0 || TypeTable.isNoscan(elem);
        int word = noscan ? 0 : (int) elem | Mspan.ARRAY;
        long at = Allocation.block(g, sp, bytes, noscan, word, 0);
        ChannelMaker.init(g, at, elem, size);
        return at;
    }

    /// Sends from memory.
    public static void chansend(G g, long sp, long channel, long element) {
        if (!Channels.send(g, sp, channel, element)) {
            throw RuntimeErrors.plain(g, sp, SEND_ON_CLOSED);
        }
    }

    /// Receives to memory.
    public static boolean chanrecv(G g, long sp, long channel, long element) {
        return Channels.receive(g, sp, channel, element);
    }

    /// Sends a word.
    public static void chansendWord(G g, long sp, long channel, long word) {
        if (!Channels.sendWord(g, sp, channel, word)) {
            throw RuntimeErrors.plain(g, sp, SEND_ON_CLOSED);
        }
    }

    /// Receives a word.
    public static long chanrecvWord(G g, long sp, long channel) {
        return Channels.receiveWord(g, sp, channel);
    }

    /// Closes.
    public static void closechan(G g, long sp, long channel) {
        switch (Channels.close(g, channel)) {
            case CLOSED -> {}
            case NIL -> throw RuntimeErrors.plain(g, sp, "close of nil channel");
            case TWICE -> throw RuntimeErrors.plain(g, sp, "close of closed channel");
        }
    }

    /// len.
    public static long chanlen(long channel) {
        return ChannelMaker.length(channel);
    }

    /// cap.
    public static long chancap(long channel) {
        return ChannelMaker.capacity(channel);
    }

    /// select.
    public static int selectgo(G g, long sp, long cases, int count, int block) {
        int chosen = Select.select(g, sp, cases, count, block != 0);
        if (chosen == Select.CLOSED) {
            throw RuntimeErrors.plain(g, sp, SEND_ON_CLOSED);
        }
        return chosen;
    }

    /// select without cases.
    public static void block(G g, long sp) {
        Channels.waitForEver(g, sp, WaitReason.SELECT_NO_CASES);
    }
}
