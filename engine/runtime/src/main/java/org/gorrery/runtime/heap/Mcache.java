package org.gorrery.runtime.heap;

import java.util.Arrays;
import org.gorrery.abi.EngineBug;
import org.gorrery.abi.SizeClasses;
import org.gorrery.runtime.memory.Mem;

/// The spans a P allocates from: one per span class, so that a small object needs no lock.
///
/// Nothing here collects garbage. When the heap has grown to its trigger [#collectionWanted] turns true, and the entry point that
/// knows the goroutine's pointers collects before it allocates.
///
/// Guard: who holds the P; with the world stopped, the collector. Source: Go runtime, `mcache.go`, `malloc.go`.
public final class Mcache {
    private final Mheap heap;
    private final Mspan empty;
    private final Mspan[] spans = new Mspan[SizeClasses.SPAN_CLASSES];
    final HeapStats stats = new HeapStats();

    /// Slots up to this size are zeroed even where they are fresh: a branch less, and none that turns its mind with the first collection.
    private static final int ALWAYS_ZEROED = 128;

    // The tiny block being filled, and how much of it is used: all where there is none.
    private long tiny;
    private int tinyUsed = SizeClasses.TINY_BYTES;

    /// The small size that 32-bit targets align to 8 although it is no multiple: a 64-bit field in it may need atomic access.
    private final int widelyAligned;

    /// Bytes until the next object is sampled for the heap profile; negative once it is due.
    private long nextSample = Long.MAX_VALUE;

    // Of the distance to the next sample what lies behind `nextSample`, and the rate that it was
    // drawn for.
    private long sampleLeft;
    private long sampleRate = -1;

    private boolean collectionWanted;

    Mcache(Mheap heap, Mspan empty) {
        this.heap = heap;
        this.empty = empty;
        widelyAligned = heap.is32Bit() ? 12 : 0;
        Arrays.fill(spans, empty);
    }

    /// The heap behind it.
    public Mheap heap() {
        return heap;
    }

    /// Whether the heap has reached its trigger: collect before the next allocation.
    public boolean collectionWanted() {
        return collectionWanted;
    }

    /// Notes that a collection is due, or that it is done. Where it is due the next allocation goes the slow way, which collects.
    public void wantCollection(boolean wanted) {
        if (wanted) {
            retireSpans();
        }
        collectionWanted = wanted;
    }

    /// Bytes until the next sample of the heap profile; negative when one is due.
    public long nextSample() {
        return nextSample;
    }

    /// Sets the distance to the next sample; `Long.MAX_VALUE` where nothing is sampled.
    public void setNextSample(long bytes) {
        nextSample = bytes;
    }

    /// Sets the distance to the next sample in two parts: when the first is over, the sampler looks whether the rate has changed.
    public void setNextSample(long bytes, long left, long rate) {
        nextSample = bytes;
        sampleLeft = left;
        sampleRate = rate;
    }

    /// Makes the next allocation ask the sampler, without shortening the distance to the next sample.
    void askSampler() {
        if (nextSample >= 0) {
            sampleLeft += nextSample + 1;
            nextSample = -1;
        }
    }

    /// The second part of the distance.
    public long sampleLeft() {
        return sampleLeft;
    }

    /// The rate that the distance was drawn for.
    public long sampleRate() {
        return sampleRate;
    }

    /// The fast path: a zeroed slot of the span at hand, or 0 where it is used up and [#refill] is due.
    ///
    /// @param typeWord low half of the type's address, with [Mspan#ARRAY]
    public long next(int spanClass, int typeWord) {
        return next(spanClass, typeWord, true);
    }

    /// As above, not zeroed: the caller fills it at once.
    public long nextRaw(int spanClass, int typeWord) {
        return next(spanClass, typeWord, false);
    }

    private long next(int spanClass, int typeWord, boolean zero) {
        Mspan s = spans[spanClass];
        long free = s.allocCache;
        if (free == 0) {
            return 0;
        }
        s.allocCache = free & free - 1;
        int slot = Long.numberOfTrailingZeros(free);
        long bytes = s.elemBytes;
        long at = s.cacheBase + slot * bytes;
        Mem.st32(s.cacheTypes + 4L * slot, typeWord);
        if (zero && (bytes <= ALWAYS_ZEROED || s.needZero)) {
            Mem.clear(at, bytes);
        }
        nextSample -= bytes;
        Mem.publish();
        return at;
    }

    /// Makes the next call of [#next] for the class succeed: the next word of the span's bits, or another span.
    ///
    /// @throws OutOfHeap where the limit of the run is reached
    public void refill(int spanClass) {
        Mspan s = spans[spanClass];
        if (s.refillCache()) {
            return;
        }
        if (s != empty) {
            release(s);
            spans[spanClass] = empty;
        }
        s = heap.central(spanClass).take();
        s.takenWhenCached = s.allocatedCount();
        s.cached = true;
        if (!s.refillCache()) {
            throw new EngineBug("heap", "a span taken for its free slots has none: " + s.base());
        }
        spans[spanClass] = s;
        long unused = (s.slots - s.takenWhenCached) * s.elemBytes;
        if (heap.addLive(unused)) {
            collectionWanted = true;
        }
    }

    /// A zeroed object of any size; never collects.
    ///
    /// @param bytes at least 1
    /// @throws OutOfHeap where the limit of the run is reached
    public long allocate(long bytes, boolean noscan, int typeWord) {
        return allocate(bytes, noscan, typeWord, true);
    }

    /// As [#allocate], without pointers and not zeroed: the caller fills it at once.
    public long allocateRaw(long bytes, int typeWord) {
        return allocate(bytes, true, typeWord, false);
    }

    private long allocate(long bytes, boolean noscan, int typeWord, boolean zero) {
        if (bytes > SizeClasses.MAX_SMALL) {
            return large(bytes, noscan, typeWord, zero);
        }
        if (noscan && bytes < SizeClasses.TINY_BYTES) {
            return tiny((int) bytes);
        }
        int spanClass = SizeClasses.spanClass((int) bytes, noscan);
        long at = next(spanClass, typeWord, zero);
        while (at == 0) {
            refill(spanClass);
            at = next(spanClass, typeWord, zero);
        }
        return at;
    }

    /// The fast path of the tiny allocator: room in the block at hand, or 0.
    ///
    /// @param bytes 1 to 15, free of pointers
    public long tinyNext(int bytes) {
        int align = bytes == widelyAligned ? 8 : (bytes | 8) & -(bytes | 8);
        int from = tinyUsed + align - 1 & -align;
        if (from + bytes > SizeClasses.TINY_BYTES) {
            return 0;
        }
        tinyUsed = from + bytes;
        stats.tinyMallocs++;
        return tiny + from;
    }

    /// As [#tinyNext], from a new block where the one at hand is full, or 0 where [#refill] is due for [SizeClasses#TINY_SPAN_CLASS].
    public long tinySlot(int bytes) {
        long at = tinyNext(bytes);
        if (at == 0) {
            at = next(SizeClasses.TINY_SPAN_CLASS, 0);
            if (at != 0) {
                startTiny(at, bytes);
            }
        }
        return at;
    }

    private long tiny(int bytes) {
        long at = tinySlot(bytes);
        while (at == 0) {
            refill(SizeClasses.TINY_SPAN_CLASS);
            at = tinySlot(bytes);
        }
        return at;
    }

    /// Makes a new block the one at hand where it has more room left than the old one.
    ///
    /// @param bytes used of it
    public void startTiny(long block, int bytes) {
        if (bytes < tinyUsed) {
            tiny = block;
            tinyUsed = bytes;
        }
    }

    private long large(long bytes, boolean noscan, int typeWord, boolean zero) {
        Mspan s = heap.allocateLarge(bytes, noscan);
        stats.mallocs[0]++;
        stats.largeMallocBytes += s.elemBytes;
        Mem.st32(s.types, typeWord);
        if (zero && s.needZero) {
            Mem.clear(s.base, s.elemBytes);
        }
        nextSample -= s.elemBytes;
        if (heap.addLive(s.elemBytes)) {
            collectionWanted = true;
        }
        Mem.publish();
        return s.base;
    }

    private void release(Mspan s) {
        stats.mallocs[s.sizeClass()] += s.allocatedCount() - s.takenWhenCached;
        s.cached = false;
        heap.addLive(-(s.slots - s.allocatedCount()) * s.elemBytes);
        s.leaveCache();
        heap.central(s.spanClass).giveBack(s);
    }

    /// Gives back all spans and forgets the tiny block; at the start of a collection.
    void releaseAll() {
        retireSpans();
        collectionWanted = false;
    }

    /// Gives back all spans: the next allocation of each class goes the slow way.
    public void retireSpans() {
        for (int c = 0; c < spans.length; c++) {
            Mspan s = spans[c];
            if (s != empty) {
                spans[c] = empty;
                release(s);
            }
        }
        tinyUsed = SizeClasses.TINY_BYTES;
    }

    /// Counts what was allocated from the spans at hand; they stay.
    void flushCounts() {
        for (Mspan s : spans) {
            if (s != empty) {
                int taken = s.allocatedCount();
                stats.mallocs[s.sizeClass()] += taken - s.takenWhenCached;
                s.takenWhenCached = taken;
            }
        }
    }
}
