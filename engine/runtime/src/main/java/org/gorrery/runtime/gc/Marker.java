package org.gorrery.runtime.gc;

import org.gorrery.abi.AddressLayout;
import org.gorrery.runtime.heap.Mheap;
import org.gorrery.runtime.heap.Mspan;
import org.gorrery.runtime.heap.TypeTable;
import org.gorrery.runtime.memory.Mem;
import org.jspecify.annotations.Nullable;

/// Marks everything that is reachable, with the world stopped: alone, or as one of several threads with a queue each ([MarkWork]).
///
/// What waits to be scanned is not objects but spans: a marked object that may hold pointers puts its span into a queue, unless it is there. When
/// the span's turn comes all its objects marked by then are scanned in the order of their addresses. So objects and
/// their type words are read one after another instead of here and there, marking needs no memory that grows with the heap, and
/// no data structure is too deep for it. Measured on a tree of two million nodes: a third of the time of a stack of objects.
///
/// A pointer to anywhere in an object marks the object. Which words of it are pointers says the type word of its slot. An object of
/// unknown type is scanned word by word, each as a pointer if it looks like one.
///
/// Source of the idea: the span queue of Go 1.25's collector ("Green Tea").
final class Marker implements RootVisitor {
    private final Mheap heap;
    private final TypeTable types;
    private final int wordBytes;
    private final long windowBase;

    // A ring of the spans that wait.
    private Mspan[] queue = new Mspan[1024];
    private int head;
    private int tail;

    // The bitmap of the type met last: most objects have the type of the one before.
    private int smallWord;
    private long smallBytes;
    private long smallPointers;

    private long markedBytes;
    private long markedObjects;
    private long scannedBytes;

    /// What it shares with others that mark at the same time, or null.
    private @Nullable MarkWork work;

    /// Whether marks are set as if others marked, too: always where they do, and for one span in [#SPANS_ALONE] where they may in a later
    /// cycle. The JVM leaves out what it never saw happen; it compiled all of this anew when the heap had become large
    /// enough for a second thread, and that cycle took three to four times as long.
    private boolean shared;

    private static final int SPANS_ALONE = 32;
    private boolean mayShareLater;
    private int spansTaken;
    private int spansShared;

    Marker(Mheap heap, AddressLayout layout) {
        this.heap = heap;
        this.types = heap.types();
        this.wordBytes = types.wordBytes();
        this.windowBase = layout.base();
    }

    /// Begins a cycle; all marks are clear.
    ///
    /// @param others what it shares with those that mark at the same time, or null
    /// @param later whether others may mark at the same time in a later cycle
    void begin(@Nullable MarkWork others, boolean later) {
        work = others;
        shared = others != null;
        mayShareLater = later;
        markedBytes = 0;
        markedObjects = 0;
        scannedBytes = 0;
        smallWord = 0;
    }

    /// Bytes of slots marked in this cycle.
    long markedBytes() {
        return markedBytes;
    }

    /// Objects marked in this cycle.
    long markedObjects() {
        return markedObjects;
    }

    /// Bytes looked at in this cycle.
    long scannedBytes() {
        return scannedBytes;
    }

    /// How many spans were scanned as if others marked at the same time, whether they did or not.
    int spansShared() {
        return spansShared;
    }

    @Override
    public void pointer(long p) {
        Mspan s = heap.spanOf(p);
        if (s != null) {
            shade(s, s.slotOf(p));
        }
    }

    @Override
    public void maybePointer(long p) {
        Mspan s = heap.spanOf(p);
        if (s == null) {
            return;
        }
        int slot = s.slotOf(p);
        if (slot < s.slots() && s.isAllocated(slot)) {
            shade(s, slot);
        }
    }

    private void shade(Mspan s, int slot) {
        if (slot >= s.slots() || !(shared ? s.markShared(slot) : s.mark(slot))) {
            return;
        }
        markedObjects++;
        markedBytes += s.elemBytes();
        if (!s.isNoscan() && (shared ? s.beginQueuedShared() : s.beginQueued())) {
            enqueue(s);
        }
    }

    private void enqueue(Mspan s) {
        queue[tail] = s;
        tail = tail + 1 & queue.length - 1;
        if (tail == head) {
            var larger = new Mspan[queue.length * 2];
            int first = queue.length - head;
            System.arraycopy(queue, head, larger, 0, first);
            System.arraycopy(queue, 0, larger, first, head);
            head = 0;
            tail = queue.length;
            queue = larger;
        }
    }

    /// Marks until nothing waits, with any of those that mark at the same time.
    void drain() {
        do {
            while (head != tail) {
                if (work != null && work.isWanted() && length() >= MarkWork.LEAST_SHARED) {
                    work.give(oldest(length() / 2));
                }
                Mspan s = queue[head];
                head = head + 1 & queue.length - 1;
                shared = work != null || mayShareLater && ++spansTaken % SPANS_ALONE == 0;
                scanWaiting(s);
            }
        } while (work != null && work.take(this));
    }

    private void scanWaiting(Mspan s) {
        if (!shared) {
            scanSpan(s);
            s.endQueued();
            return;
        }
        spansShared++;
        do {
            scanSpan(s);
        } while (s.endQueuedShared());
    }

    private int length() {
        return tail - head & queue.length - 1;
    }

    private Mspan[] oldest(int n) {
        var batch = new Mspan[n];
        for (int i = 0; i < n; i++) {
            batch[i] = queue[head];
            head = head + 1 & queue.length - 1;
        }
        return batch;
    }

    /// Takes over spans of another.
    void enqueueAll(Mspan[] batch) {
        for (Mspan s : batch) {
            enqueue(s);
        }
    }

    /// Scans what is marked and not scanned, until there is nothing: objects of one span often refer to each other.
    private void scanSpan(Mspan s) {
        long bytes = s.elemBytes();
        boolean found;
        do {
            found = false;
            for (int w = 0, n = s.markWords(); w < n; w++) {
                for (long bits = unscanned(s, w); bits != 0; bits = unscanned(s, w)) {
                    found = true;
                    for (; bits != 0; bits &= bits - 1) {
                        int slot = (w << 6) + Long.numberOfTrailingZeros(bits);
                        scanObject(s.slotAddress(slot), bytes, s.typeWord(slot));
                    }
                }
            }
        } while (found);
    }

    private long unscanned(Mspan s, int word) {
        return shared ? s.takeUnscannedShared(word) : s.takeUnscanned(word);
    }

    private void scanObject(long object, long bytes, int word) {
        if (word == smallWord && word != 0) {
            scannedBytes += smallBytes;
            scanWords(object, smallPointers);
            return;
        }
        if (word == 0) {
            scanUnknown(object, object + bytes);
            return;
        }
        long type = types.ofWord(word);
        if ((word & Mspan.ARRAY) != 0) {
            scanArray(object, object + bytes, type);
        } else {
            remember(word, type);
            value(object, type);
        }
    }

    private void remember(int word, long type) {
        long bytes = TypeTable.pointerBytes(type);
        long mask = types.gcMask(type);
        if (mask != 0 && bytes > 0 && bytes <= 64L * wordBytes) {
            smallWord = word;
            smallBytes = bytes;
            smallPointers = Mem.ld64(mask) & -1L >>> 64 - bytes / wordBytes;
        }
    }

    @Override
    public void fieldsOf(long object) {
        @Nullable Mspan s = heap.spanOf(object);
        if (s == null || s.isNoscan()) {
            return;
        }
        scanObject(object, s.elemBytes(), s.typeWord(s.slotOf(object)));
    }

    private void scanUnknown(long from, long end) {
        for (long a = from; a + wordBytes <= end; a += wordBytes) {
            maybePointer(wordBytes == 8 ? Mem.ld64(a) : widen(Mem.ld32(a)));
        }
        scannedBytes += end - from;
    }

    private long widen(int p) {
        return p == 0 ? 0 : windowBase | p & 0xffff_ffffL;
    }

    private void scanArray(long from, long end, long type) {
        long size = TypeTable.size(type);
        long words = TypeTable.pointerBytes(type) / wordBytes;
        long mask = types.gcMask(type);
        if (mask != 0 && words <= 64) { // the bitmap fits a register
            long bits = Mem.ld64(mask) & -1L >>> 64 - words;
            for (long at = from; at + size <= end; at += size) {
                scanWords(at, bits);
            }
            scannedBytes += end - from;
            return;
        }
        for (long at = from; at + size <= end; at += size) {
            value(at, type);
        }
    }

    @Override
    public void value(long at, long type) {
        long bytes = TypeTable.pointerBytes(type);
        if (bytes == 0) {
            return;
        }
        long mask = types.gcMask(type);
        if (mask == 0) { // an array too long for a bitmap of its own
            scanArray(at, at + TypeTable.size(type), types.elem(type));
            return;
        }
        scannedBytes += bytes;
        long words = bytes / wordBytes;
        long a = at;
        while (words > 64) {
            scanWords(a, Mem.ld64(mask));
            a += 64L * wordBytes;
            mask += 8;
            words -= 64;
        }
        scanWords(a, Mem.ld64(mask) & -1L >>> 64 - words);
    }

    private void scanWords(long at, long pointers) {
        if (wordBytes == 8) {
            for (long bits = pointers; bits != 0; bits &= bits - 1) {
                pointer(Mem.ld64(at + 8L * Long.numberOfTrailingZeros(bits)));
            }
        } else {
            for (long bits = pointers; bits != 0; bits &= bits - 1) {
                pointer(widen(Mem.ld32(at + 4L * Long.numberOfTrailingZeros(bits))));
            }
        }
    }
}
