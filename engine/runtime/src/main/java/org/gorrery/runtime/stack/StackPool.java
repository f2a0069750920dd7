package org.gorrery.runtime.stack;

import java.util.Arrays;
import java.util.function.LongSupplier;
import org.gorrery.abi.AddressLayout;
import org.gorrery.runtime.memory.AddressSpace;
import org.gorrery.target.Target;

/// The region of shadow stacks: segments of 1 KiB times a power of two, kept by size once they are free. Large ones give their pages back
/// to the host when they become free. Where the region is used up, a larger free segment is halved.
///
/// Guard: its own monitor.
public final class StackPool {
    /// log2 of the bytes of the smallest segment.
    static final int MIN_SHIFT = 10;

    /// Bytes of the smallest segment.
    public static final int MIN_BYTES = 1 << MIN_SHIFT;

    private static final int ORDERS = 21;

    /// Stacks from which on further ones begin with the smallest segment.
    private static final int MANY = 4096;

    /// Bytes of new stacks after which the room for them is looked at again.
    private static final long ASK_EVERY = 16 << 20;

    /// Free segments from this size on keep no memory of the host.
    private static final long DISCARD_BYTES = 1 << 17;

    private final AddressSpace space;
    private final long end;
    private final int halfWords;
    private volatile long maxStackBytes;
    private final long[][] free = new long[ORDERS][16];
    private final int[] freeCount = new int[ORDERS];
    private long next;
    private long inUseBytes;
    private volatile int inUseSegments;
    private LongSupplier room = () -> Long.MAX_VALUE;
    private long allowedBytes = Long.MAX_VALUE;

    /// The region of a run.
    public StackPool(AddressSpace space, AddressLayout layout, Target target) {
        this.space = space;
        this.next = layout.stacks();
        this.end = layout.heap();
        this.halfWords = target.is64Bit() ? 0 : 1;
        this.maxStackBytes = target.is64Bit() ? 1_000_000_000 : 250_000_000;
    }

    /// log2 of the length of a new stack's first segment in units of 1 KiB: 2 KiB as in Go, half of it once there are many.
    int orderOfFirst() {
        return inUseSegments < MANY ? 1 : 0;
    }

    /// Sets who tells how many bytes all stacks together may have now. Asked now and then.
    public synchronized void setRoom(LongSupplier bytes) {
        room = bytes;
        allowedBytes = 0;
    }

    /// Whether all stacks may have so many bytes more.
    private boolean isRoomFor(long bytes) {
        long wanted = inUseBytes + bytes;
        if (wanted > allowedBytes) {
            allowedBytes = Math.min(room.getAsLong(), wanted + ASK_EVERY);
        }
        return wanted <= allowedBytes;
    }

    /// What one goroutine may use, in bytes, as in Go.
    public long maxStackBytes() {
        return maxStackBytes;
    }

    /// Sets what one goroutine may use (`debug.SetMaxStack`).
    public void setMaxStackBytes(long bytes) {
        maxStackBytes = bytes;
    }

    /// What a goroutine's segments may come to before it has more than [#maxStackBytes]. Go doubles a stack, so that the largest
    /// is the greatest power of two within the limit; and a frame here has 8-byte words on 32-bit targets too.
    long usableBytes() {
        return Math.max(MIN_BYTES, Long.highestOneBit(maxStackBytes) << halfWords);
    }

    /// Bytes of segments that goroutines hold.
    public synchronized long inUseBytes() {
        return inUseBytes;
    }

    /// Bytes ever taken from the region.
    public synchronized long sysBytes() {
        long idle = 0;
        for (int o = 0; o < ORDERS; o++) {
            idle += (long) freeCount[o] * MIN_BYTES << o;
        }
        return inUseBytes + idle;
    }

    /// A segment.
    ///
    /// @param order log2 of its length in units of 1 KiB
    /// @return its address, or 0 where the region or the memory of the run is used up
    @SuppressWarnings("NonAtomicVolatileUpdate") // under the monitor
    synchronized long take(int order) {
        long bytes = (long) MIN_BYTES << order;
        long at;
        if (!isRoomFor(bytes)) {
            return 0;
        }
        if (freeCount[order] > 0) {
            at = free[order][--freeCount[order]];
        } else if (next + bytes <= end) {
            at = next;
            next += bytes;
        } else {
            at = halve(order);
        }
        if (at != 0) {
            inUseBytes += bytes;
            inUseSegments++;
        }
        return at;
    }

    private long halve(int order) {
        for (int o = order + 1; o < ORDERS; o++) {
            if (freeCount[o] > 0) {
                long at = free[o][--freeCount[o]];
                for (int half = o - 1; half >= order; half--) {
                    keep(at + ((long) MIN_BYTES << half), half);
                }
                return at;
            }
        }
        return 0;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // under the monitor
    synchronized void giveBack(long at, int order) {
        long bytes = (long) MIN_BYTES << order;
        inUseBytes -= bytes;
        inUseSegments--;
        if (bytes >= DISCARD_BYTES) {
            space.discard(at, bytes);
        }
        keep(at, order);
    }

    private void keep(long at, int order) {
        if (freeCount[order] == free[order].length) {
            free[order] = Arrays.copyOf(free[order], freeCount[order] * 2);
        }
        free[order][freeCount[order]++] = at;
    }
}
