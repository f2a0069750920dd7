package org.gorrery.runtime.chan;

import org.gorrery.abi.TypeLayout;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;

/// How a channel lies in the heap: sizes before it is allocated, and what ties the Java side to the object after.
///
/// Source: Go runtime, `chan.go`, `makechan`.
public final class ChannelMaker {
    private ChannelMaker() {}

    /// Bytes in front of the first element: whole elements where they hold pointers, since the object is then an array of them.
    private static long header(long elemBytes, boolean pointers) {
        if (!pointers || elemBytes == 0) {
            return Hchan.HEADER_BYTES;
        }
        return (Hchan.HEADER_BYTES + elemBytes - 1) / elemBytes * elemBytes;
    }

    /// Bytes of the object for a channel.
    ///
    /// @param elem address of the element type's descriptor
    /// @return -1 where the size is out of range
    public static long bytes(long elem, long size, long maxBytes) {
        long elemBytes = Mem.ld64(elem + TypeLayout.SIZE);
        long header = header(elemBytes, hasPointers(elem));
        if (size < 0 || elemBytes != 0 && size > (maxBytes - header) / elemBytes) {
            return -1;
        }
        return header + size * elemBytes;
    }

    /// Whether the object is to be scanned, as an array of the element type.
    public static boolean hasPointers(long elem) {
        return Mem.ld64(elem + TypeLayout.PTR_BYTES) != 0;
    }

    /// Makes the zeroed object at `address` a channel.
    public static void init(G g, long address, long elem, long size) {
        long elemBytes = Mem.ld64(elem + TypeLayout.SIZE);
        long buffer = address + header(elemBytes, hasPointers(elem));
        var channel = new Hchan(address, buffer, (int) elemBytes, size);
        Mem.st32(address + Hchan.INDEX, g.p.objects.addFor(g.p.mcache.heap(), address, channel));
    }

    /// Elements queued; 0 for nil.
    public static long length(long channel) {
        return channel == 0 ? 0 : Mem.ld64(channel + Hchan.COUNT);
    }

    /// Capacity; 0 for nil.
    public static long capacity(long channel) {
        return channel == 0 ? 0 : Mem.ld64(channel + Hchan.CAPACITY);
    }
}
