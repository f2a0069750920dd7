package org.gorrery.event;

import java.util.Arrays;

/// Drained event records, as written by [EventRing], with accessors. Not safe for use by several threads at a time.
public final class EventBatch {
    private static final EventKind[] KINDS = EventKind.values();

    private long[] words = new long[1024 * EventRing.WORDS];
    private int count;

    /// Appends a record found at `from` in `source`.
    void append(long[] source, int from) {
        if (count * EventRing.WORDS == words.length) {
            words = Arrays.copyOf(words, words.length * 2);
        }
        System.arraycopy(source, from, words, count++ * EventRing.WORDS, EventRing.WORDS);
    }

    /// Number of records.
    public int count() {
        return count;
    }

    /// Forgets all records.
    public void clear() {
        count = 0;
    }

    /// Nanoseconds since the start of the run.
    public long timeNanos(int i) {
        return words[i * EventRing.WORDS];
    }

    /// What happened.
    public EventKind kind(int i) {
        return KINDS[(int) words[i * EventRing.WORDS + 1] & 0xff];
    }

    /// Ordinal of the [WaitReason] or [StopReason], where the kind has one.
    public int reason(int i) {
        return (int) (words[i * EventRing.WORDS + 1] >>> 8) & 0xff;
    }

    /// Number of the P; 65,535 for what happened outside of any.
    public int proc(int i) {
        return (int) (words[i * EventRing.WORDS + 1] >>> 16) & 0xffff;
    }

    /// Call site, or -1.
    public int aux(int i) {
        return (int) (words[i * EventRing.WORDS + 1] >>> 32);
    }

    /// The goroutine concerned, 0 for none.
    public long goroutine(int i) {
        return words[i * EventRing.WORDS + 2];
    }

    /// The argument of the kind.
    public long arg(int i) {
        return words[i * EventRing.WORDS + 3];
    }

    /// Sorts the records from `from` on by time, stable: rings are drained one after another.
    public void sortByTime(int from) {
        int n = count - from;
        var order = new Integer[n];
        for (int i = 0; i < n; i++) {
            order[i] = from + i;
        }
        Arrays.sort(order, (a, b) -> Long.compare(timeNanos(a), timeNanos(b)));
        long[] sorted = new long[n * EventRing.WORDS];
        for (int i = 0; i < n; i++) {
            System.arraycopy(
                    words,
                    order[i] * EventRing.WORDS,
                    sorted,
                    i * EventRing.WORDS,
                    EventRing.WORDS);
        }
        System.arraycopy(sorted, 0, words, from * EventRing.WORDS, sorted.length);
    }
}
