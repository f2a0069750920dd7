package org.gorrery.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// A ring of fixed-size records with one writer (who holds the P) and one reader, without locks.
///
/// A record is four longs: time in nanoseconds since the start of the run; `kind | reason << 8 | proc << 16 | aux << 32`;
/// goroutine; argument. When the ring is full records are dropped and counted; the next that fits is preceded by [EventKind#LOST].
public final class EventRing {
    /// Longs of one record.
    public static final int WORDS = 4;

    private static final VarHandle HEAD;
    private static final VarHandle TAIL;

    static {
        try {
            var lookup = MethodHandles.lookup();
            HEAD = lookup.findVarHandle(EventRing.class, "head", long.class);
            TAIL = lookup.findVarHandle(EventRing.class, "tail", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final long[] words;
    private final int mask;
    private final int proc;

    // Counts of records ever read and written; head belongs to the reader, tail to the writer.
    private long head;
    private long tail;
    private long cachedHead;
    private long lost;

    /// A ring for one P.
    ///
    /// @param proc number of the P, up to 65,535
    /// @param records capacity, a power of two
    public EventRing(int proc, int records) {
        this.proc = proc;
        this.words = new long[records * WORDS];
        this.mask = records - 1;
    }

    /// Appends a record; by the writer only.
    ///
    /// @param aux a call site or -1
    public void put(long timeNanos, EventKind kind, int reason, int aux, long goroutine, long arg) {
        long t = tail;
        if (t - cachedHead > mask - 1) {
            cachedHead = (long) HEAD.getAcquire(this);
            if (t - cachedHead > mask - 1) {
                lost++;
                return;
            }
        }
        if (lost != 0) {
            write(t++, timeNanos, EventKind.LOST, 0, -1, 0, lost);
            lost = 0;
        }
        write(t, timeNanos, kind, reason, aux, goroutine, arg);
        TAIL.setRelease(this, t + 1);
    }

    private void write(
            long at,
            long timeNanos,
            EventKind kind,
            int reason,
            int aux,
            long goroutine,
            long arg) {
        int i = ((int) at & mask) * WORDS;
        words[i] = timeNanos;
        words[i + 1] = kind.ordinal() | (long) reason << 8 | (long) proc << 16 | (long) aux << 32;
        words[i + 2] = goroutine;
        words[i + 3] = arg;
    }

    /// Copies what is there into `into`, oldest first; by the reader only.
    ///
    /// @return number of records copied
    public int drain(EventBatch into) {
        long h = head;
        long t = (long) TAIL.getAcquire(this);
        int n = (int) (t - h);
        for (int k = 0; k < n; k++) {
            into.append(words, ((int) (h + k) & mask) * WORDS);
        }
        HEAD.setRelease(this, t);
        return n;
    }
}
