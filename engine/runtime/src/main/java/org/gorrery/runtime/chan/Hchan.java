package org.gorrery.runtime.chan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.gorrery.runtime.memory.Mem;
import org.gorrery.runtime.sched.G;
import org.gorrery.runtime.sched.P;
import org.gorrery.runtime.sched.Sudog;
import org.gorrery.runtime.sched.WaitQueue;
import org.jspecify.annotations.Nullable;

/// A channel: its wait queues here, its buffer in Go memory, where the collector sees the elements.
///
/// In Go memory a channel is one object: number of elements queued, capacity, index of this in the table of the run, then from
/// [#HEADER_BYTES] on (rounded up to whole elements) the ring of elements. For element types with pointers the whole object is an array of
/// elements; what stands in the header is never a pointer.
///
/// Guard: a spin lock, taken while there is more than one P; never held over a yield.
/// Source: Go runtime, `chan.go`, type `hchan`.
final class Hchan {
    /// Size of Go's own `hchan`.
    static final int HEADER_BYTES = 96;

    static final int COUNT = 0;
    static final int CAPACITY = 8;
    static final int INDEX = 16;
    private static final VarHandle LOCK;

    static {
        try {
            LOCK = MethodHandles.lookup().findVarHandle(Hchan.class, "lock", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final long address;
    final long buffer;
    final int elemBytes;
    final long capacity;
    final WaitQueue receivers = new WaitQueue();
    final WaitQueue senders = new WaitQueue();

    /// The timer that sends on it, for the channels of package time.
    @Nullable ChannelTimer timer;

    boolean closed;
    long count;
    private long sendAt;
    private long receiveAt;

    @SuppressWarnings("UnusedVariable") // read by its VarHandle
    private int lock;

    Hchan(long address, long buffer, int elemBytes, long capacity) {
        this.address = address;
        this.buffer = buffer;
        this.elemBytes = elemBytes;
        this.capacity = capacity;
        Mem.st64(address + COUNT, 0);
        Mem.st64(address + CAPACITY, capacity);
    }

    static Hchan of(G g, long channel) {
        return (Hchan) g.p.objects.get(Mem.ld32(channel + INDEX));
    }

    void lock(P p) {
        if (p.multi && !LOCK.compareAndSet(this, 0, 1)) {
            lockSlow();
        }
    }

    private void lockSlow() {
        for (int i = 0; ; i++) {
            if ((int) LOCK.getOpaque(this) == 0 && LOCK.compareAndSet(this, 0, 1)) {
                return;
            }
            if (i > 200) {
                Thread.yield();
                i = 0;
            } else {
                Thread.onSpinWait();
            }
        }
    }

    void unlock(P p) {
        if (p.multi) {
            LOCK.setRelease(this, 0);
        }
    }

    private void setCount(long n) {
        count = n;
        if (timer == null) { // a timer's channel looks unbuffered
            Mem.st64(address + COUNT, n);
        }
    }

    /// Queues an element. There is room.
    void pushWord(long word) {
        store(elemBytes, buffer + sendAt * elemBytes, word);
        pushed();
    }

    /// Queues an element from memory. There is room.
    void pushFrom(long from) {
        copy(from, buffer + sendAt * elemBytes);
        pushed();
    }

    private void pushed() {
        sendAt = sendAt + 1 == capacity ? 0 : sendAt + 1;
        setCount(count + 1);
    }

    /// Takes the oldest element. There is one.
    long pullWord() {
        long at = buffer + receiveAt * elemBytes;
        long word = load(elemBytes, at);
        pulled(at);
        return word;
    }

    /// Takes the oldest element to memory, or drops it where `to` is 0.
    void pullTo(long to) {
        long at = buffer + receiveAt * elemBytes;
        if (to != 0) {
            copy(at, to);
        }
        pulled(at);
    }

    /// Address of the element that is `i` places behind the oldest.
    long queued(long i) {
        return buffer + (receiveAt + i) % capacity * elemBytes;
    }

    private void pulled(long at) {
        if (elemBytes == 8) {
            Mem.st64(at, 0);
        } else {
            Mem.clear(at, elemBytes);
        }
        receiveAt = receiveAt + 1 == capacity ? 0 : receiveAt + 1;
        setCount(count - 1);
    }

    /// The channel becomes one of package time.
    void belongsTo(ChannelTimer t) {
        timer = t;
        Mem.st64(address + CAPACITY, 0);
    }

    /// A timer has written the only element of its channel: to be received by who waits, or queued.
    void filled(@Nullable Sudog receiver) {
        sendAt = 0;
        receiveAt = 0;
        if (receiver == null) {
            count = 1;
        } else {
            handFrom(receiver, buffer);
            Mem.clear(buffer, elemBytes);
        }
    }

    /// The element that a waiting sender brings.
    long wordOf(Sudog sender) {
        return sender.byWord ? sender.word : load(elemBytes, sender.elem);
    }

    /// Copies the element that a waiting sender brings.
    void copyOf(Sudog sender, long to) {
        if (to == 0) {
            return;
        }
        if (sender.byWord) {
            store(elemBytes, to, sender.word);
        } else {
            copy(sender.elem, to);
        }
    }

    /// Queues the element of a waiting sender.
    void pushOf(Sudog sender) {
        if (sender.byWord) {
            pushWord(sender.word);
        } else {
            pushFrom(sender.elem);
        }
    }

    /// Gives an element to a waiting receiver.
    void handWord(Sudog receiver, long word) {
        if (receiver.byWord) {
            receiver.word = word;
        } else if (receiver.elem != 0) {
            store(elemBytes, receiver.elem, word);
        }
    }

    /// Gives an element in memory to a waiting receiver.
    void handFrom(Sudog receiver, long from) {
        if (receiver.byWord) {
            receiver.word = load(elemBytes, from);
        } else if (receiver.elem != 0) {
            copy(from, receiver.elem);
        }
    }

    /// Gives a waiting receiver the zero value, since the channel is closed.
    void handZero(Sudog receiver) {
        if (receiver.byWord) {
            receiver.word = 0;
        } else {
            clear(receiver.elem);
        }
    }

    void clear(long at) {
        if (at != 0) {
            Mem.clear(at, elemBytes);
        }
    }

    private void copy(long from, long to) {
        if (elemBytes == 8) {
            Mem.st64(to, Mem.ld64(from));
        } else {
            Mem.copy(from, to, elemBytes);
        }
    }

    private static long load(int bytes, long at) {
        return switch (bytes) {
            case 8 -> Mem.ld64(at);
            case 4 -> Mem.ld32(at) & 0xffff_ffffL;
            case 2 -> Mem.ld16(at) & 0xffff;
            case 1 -> Mem.ld8(at) & 0xff;
            default -> loadOdd(bytes, at);
        };
    }

    private static long loadOdd(int bytes, long at) {
        long word = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            word = word << 8 | Mem.ld8(at + i) & 0xff;
        }
        return word;
    }

    private static void store(int bytes, long at, long word) {
        switch (bytes) {
            case 8 -> Mem.st64(at, word);
            case 4 -> Mem.st32(at, (int) word);
            case 2 -> Mem.st16(at, (short) word);
            case 1 -> Mem.st8(at, (byte) word);
            default -> {
                for (int i = 0; i < bytes; i++) {
                    Mem.st8(at + i, (byte) (word >>> 8 * i));
                }
            }
        }
    }
}
