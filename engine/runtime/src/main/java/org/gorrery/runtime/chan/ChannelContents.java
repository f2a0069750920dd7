package org.gorrery.runtime.chan;

import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.ObjectTable;

/// What is queued in a channel of a program that stands still, for who looks at it from outside.
public final class ChannelContents {
    private ChannelContents() {}

    /// Addresses of the queued elements, the one to be received next first, `most` at most.
    public static long[] elements(ObjectTable objects, long channel, int most) {
        var c = (Hchan) objects.get(Mem.ld32(channel + Hchan.INDEX));
        var out = new long[(int) Math.min(most, c.count)];
        for (int i = 0; i < out.length; i++) {
            out[i] = c.queued(i);
        }
        return out;
    }
}
